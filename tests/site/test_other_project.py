"""A second project with the engine installed from its wheel: no course, no ledger, other folders, another package."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import PATIENCE, ROOT, in_the_gate
from live_server import Server
from site_links import addresses, dead

ENGINE = ROOT / "literate"
SETTINGS = tomllib.loads((ENGINE / "pyproject.toml").read_text(encoding="utf-8"))
LESSON, HOME = "lessons/01-doubling", "content/index.md"
BUILT = shutil.ignore_patterns("__pycache__", "build", "*.egg-info")  # what pip leaves in the folder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the engine, built from its folder alone."""
    in_the_gate("another project")
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ENGINE, folder / "literate", ignore=BUILT)
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "./literate", cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Python with the engine of the wheel, and with the packages of this one but for what is only linked to it."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, symlinks=True)
    python = folder / "bin/python"
    libraries = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    (libraries / "theirs.pth").write_text(sysconfig.get_path("purelib") + "\n")
    _run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    found = _run(python, "-c", "import literate; print(literate.__file__)", cwd=folder)
    assert Path(found.strip()).is_relative_to(libraries)
    return str(python)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/data/other_project", tmp_path / "other"))


def _run(*command: object, cwd: Path, code: int = 0) -> str:
    """What a command says; it ends with the code."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    started = [str(part) for part in command]
    environment = clean | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        started, cwd=cwd, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def _words(page: Path) -> str:
    article = re.split(r"<article[^>]*>|</article>", page.read_text(encoding="utf-8"))[1]
    return " ".join(re.sub(r"<[^>]+>", " ", article).split())


def test_the_wheel_holds_every_module_and_data_file_of_the_engine_and_nothing_else(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    kinds = {path for kind in ("py", "txt", "css", "js") for path in (wheel.parent / "literate").rglob(f"*.{kind}")}
    files = {path for path in kinds if not re.search(r"/build/|\.egg-info/", path.as_posix())}
    assert names == {path.relative_to(wheel.parent).as_posix() for path in files}


def test_the_packages_of_the_engine_are_those_of_its_folder() -> None:
    folders = {path.parent.relative_to(ROOT) for path in ENGINE.rglob("__init__.py")}
    found = sorted(path.as_posix().replace("/", ".") for path in folders if "build" not in path.parts)
    assert SETTINGS["tool"]["setuptools"]["packages"] == found


def test_the_engine_needs_what_this_project_asks_for_on_its_behalf() -> None:
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {*ours["dependencies"], *ours["optional-dependencies"]["docs"]}
    of_the_reference = ("mkdocstrings", "ruff")  # a project may have none
    assert set(SETTINGS["project"]["dependencies"]) == {one for one in asked if not one.startswith(of_the_reference)}
    assert set(SETTINGS["project"]["optional-dependencies"]["test"]) <= set(ours["optional-dependencies"]["test"])


def test_what_the_readme_shows_is_what_this_project_has() -> None:
    section = (
        (ENGINE / "README.md").read_text(encoding="utf-8").split("## Use it in another project\n")[1].split("\n## ")[0]
    )
    shown = dict(re.findall(r"```(\w+)\n(.*?)```", section, re.DOTALL))
    for kind, file in (("toml", "pyproject.toml"), ("yaml", "mkdocs.yml")):
        assert shown[kind].strip() and shown[kind] in (ROOT / "tests/data/other_project" / file).read_text()
    assert len([line for line in section.splitlines() if line.strip()]) <= 25


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_both_builders_build_it_whole(python: str, project: Path, builder: str) -> None:
    _run(python, "-m", builder, "build", "--clean", "--strict", cwd=project)
    if builder == "zensical":
        _run(python, "-m", "literate", "finish", "site", cwd=project)
    home, lesson = (_words(project / "site" / name / "index.html") for name in ("", LESSON))
    assert "imported: 42" in home and "Twice 21 is 42, as the lesson shows" in home
    assert "return 2 * a" in lesson and "shown: 8" in lesson and "It is a straight line." in lesson
    assert "Content-Security-Policy" in (project / "site/index.html").read_text(encoding="utf-8")
    assert len([*addresses(project / "site")]) > 20 and dead(project / "site") == []
    names = {path.name for path in (project / "site/lessons").iterdir() if path.is_file()}
    assert names == {"01-doubling.ipynb", "01-doubling.py", "01-doubling.slides.html", "all.zip"}


def test_what_is_exported_needs_python_alone(python: str, project: Path) -> None:
    _run(python, "-m", "mkdocs", "build", "-q", cwd=project)
    script, notebook = (project / f"site/{LESSON}.{ending}" for ending in ("py", "ipynb"))
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    alone = script.parent.parent.parent.parent
    assert _run(python, "-I", script, cwd=alone) == _run(python, "-I", "-c", code, cwd=alone) == "shown: 8\n"
    assert "tinynet" not in script.read_text(encoding="utf-8") + code


def test_it_is_checked_and_tested(python: str, project: Path) -> None:
    test = (python, "-m", "pytest", "-q", "-p", "literate.integrations.pytest", "content")
    assert "transcript rewritten" in _run(python, "-m", "literate", "update", cwd=project)
    kept = (project / "transcripts/index.txt").read_text(encoding="utf-8")
    assert "imported: 42" in kept and "{{ double(21) }}" in kept
    assert _run(python, "-m", "literate", "check", cwd=project).count("as in the transcript") == 2
    assert re.search(r"\b4 passed", _run(*test, cwd=project))
    _edit(project / "mylib/doubling.py", "2 * a", "3 * a")
    said = _run(python, "-m", "literate", "check", cwd=project, code=1)
    assert f"{HOME}:8:1: this page says something else" in said and f"content/{LESSON}.md:8:1: this page" in said
    assert f"{HOME}:8:1" in _run(*test, cwd=project, code=1)


def test_a_mistake_has_its_place(python: str, project: Path) -> None:
    _edit(project / HOME, "print(", "print(1 / 0, ")
    for command in (["literate", "check"], ["mkdocs", "build"], ["zensical", "build", "--clean"]):
        assert f"{HOME}:11:" in _run(python, "-m", *command, cwd=project, code=1)


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_live_server_shows_an_edit_of_the_package(python: str, project: Path, builder: str) -> None:
    server = Server(project, [python, "-m", builder, "serve"], paths="")
    server.patience = 100
    try:
        assert "imported: 42" in server.shows("Twice 21 is 42")
        _edit(project / "mylib/doubling.py", "return 2 * a", "return 3 * a")
        assert "imported: 63" in server.shows("Twice 21 is 63")
        server.path = f"{LESSON}/"
        assert "shown: 12" in re.sub("<[^>]+>", "", server.shows("shown: 12"))
        _edit(project / HOME, "Twice 21", "Thrice 21")
        server.path = ""
        server.shows("Thrice 21 is 63")
    finally:
        server.process.terminate()
        server.process.wait()


def _edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
