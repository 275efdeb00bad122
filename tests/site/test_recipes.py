"""The recipes of CONTRIBUTING, followed to the letter on a copy of the project: each ends green."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import NIGHT, ROOT, in_the_gate

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = re.split(
    r"^### ", GUIDE.partition("## Four recipes\n")[2].partition("\n## Write a page\n")[0], flags=re.MULTILINE
)[1:]
TITLES = ["Change a page", "Add a part", "Add a function", "Add a judged exercise"]
# A fence with what stands right above it: the words that say where its text goes.
STEP = re.compile(
    r"(?P<words>[^\n]*)\n\n(?P<mark>`{3,})(?P<kind>\w+)\n(?P<text>.*?)\n(?P=mark)$", re.MULTILINE | re.DOTALL
)
WRITE = re.compile(r"Write `(?P<file>[^`]+)`:$")
PUT = re.compile(r"[Ii]n `(?P<file>[^`]+)`, (?P<where>below|above|in place of) `(?P<place>[^`]+)`:$")
CHECK = "python -m literate check\n"
LEFT = {"__pycache__", ".pytest_cache", ".hypothesis", "node_modules", ".cache", ".git"}
WORDS, LINES = 25, 110  # of a recipe: the lines that are read, and all of them, with the files that are typed


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that a clone holds."""
    in_the_gate("recipes")
    root = tmp_path_factory.mktemp("clone") / "project"
    return Path(shutil.copytree(ROOT, root, ignore=_left))


def _left(folder: str, names: list[str]) -> set[str]:
    """What is made, and no part of a clone; `site` is that at the root alone."""
    return (LEFT | {"site"} if Path(folder) == ROOT else LEFT) & set(names)


def files(root: Path) -> dict[str, bytes]:
    paths = [path for path in root.rglob("*") if path.is_file() and not LEFT & set(path.relative_to(root).parts)]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.name != ".record.json"}


def follow(recipe: str, root: Path, last: bool = False) -> set[str]:
    """Do what a recipe says, step by step; the files that it has a person write to.

    All pages are checked after the last recipe, and every night after each.
    """
    written = set()
    for step in STEP.finditer(recipe):
        if step["kind"] == "bash":
            run(step["text"] if last or NIGHT else step["text"].replace(CHECK, ""), root)
        else:
            written.add(put(step["words"], step["text"], root))
    return written


def ends_green(recipe: str, root: Path, last: bool = False) -> set[str]:
    """Follow a recipe, and every night run all tests after it, as the person who has followed it does."""
    written = follow(recipe, root, last)
    if NIGHT:
        run("pytest", root)
    return written


def put(words: str, text: str, root: Path) -> str:
    """Write the text where the words say; gives back the file."""
    if found := WRITE.search(words):
        assert not (root / found["file"]).exists()
        (root / found["file"]).write_text(f"{text}\n", encoding="utf-8")
        return found["file"]
    found = PUT.search(words)
    assert found, words
    path, place = root / found["file"], found["place"]
    before = path.read_text(encoding="utf-8")
    assert before.count(place) == 1, (place, before.count(place))
    if found["where"] == "in place of":
        path.write_text(before.replace(place, text), encoding="utf-8")
        return found["file"]
    lines = before.split("\n")
    at = next(n for n, line in enumerate(lines) if place in line) + (found["where"] == "below")
    path.write_text("\n".join([*lines[:at], text, *lines[at:]]), encoding="utf-8")
    return found["file"]


def run(commands: str, root: Path) -> None:
    """Type the commands; each has to end well."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "LITERATE", "PYTEST"))}
    here = {"PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    here["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in commands.splitlines():
        started = ["bash", "-c", command]
        done = subprocess.run(started, cwd=root, env=clean | here, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def test_each_recipe_is_a_screen_of_words_and_holds_nothing_but_steps() -> None:
    assert [recipe.partition("\n")[0] for recipe in RECIPES] == TITLES
    for recipe in RECIPES:
        steps = [*STEP.finditer(recipe)]
        words = STEP.sub(r"\g<words>", recipe)
        assert words.count("\n") <= WORDS and recipe.count("\n") <= LINES and steps[-1]["kind"] == "bash"
        assert len(re.findall(r"^`{3,}\w+$", STEP.sub("", recipe), re.MULTILINE)) == 0
        assert all(step["kind"] == "bash" or WRITE.search(step["words"]) or PUT.search(step["words"]) for step in steps)


LOOKING = "tests/literate/kit/test_opening.py tests/literate/kit/test_overview.py tests/site/test_course.py"
LOOKING += " tests/tinynet/test_public_checks.py tests/site/test_project.py"


def test_the_recipes_followed_to_the_letter_end_green(copy: Path) -> None:
    """One after the other; a part with a function and a judged exercise is eight files by hand, and its transcript."""
    before = files(copy)
    ends_green(RECIPES[0], copy)
    first = files(copy)
    assert {name for name in first if first[name] != before.get(name)} == {
        "docs/beyond/zeros.md",
        "tests/transcripts/beyond/zeros.txt",
    }
    written = {file for recipe in RECIPES[1:] for file in ends_green(recipe, copy, recipe == RECIPES[-1])}
    after = files(copy)
    touched = {name for name in after if after[name] != first.get(name)}
    assert len(written) <= 8 and touched == written | {"tests/transcripts/series/15-momentum.txt"}
    # The tests that look at all parts, functions and exercises.
    run(f"ruff check .\nruff format --check .\nmypy\npytest -n 0 {LOOKING}", copy)
