"""What a project says of itself in `pyproject.toml`, below `[tool.literate]`: all that the engine knows of a course."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from literate.errors import PageError, text_if_there

FILE, TABLE = "pyproject.toml", "tool.literate"
FORMS = {"str": "words", "tuple[str, ...]": "a list of words", "dict[str, str]": "a table of words"}


@dataclass(frozen=True)
class Settings:
    """The settings of a project. Files are named below `docs` unless it is said otherwise; empty means: none.

    Attributes:
        docs: The folder of the pages.
        package: The taught package, a folder beside `docs`.
        parts: The folder of the numbered pages, `NN-words.md`.
        teaching: Folders of pages that teach besides the parts; the reference names them as well.
        stations: What pages that teach are made of, each with the form, in `re`, of the line that it begins with.
        stations_of: For each folder whose pages are held to them: those that every page has, "figure, solution 3".
        worked_example: The page whose end state `{{ ledger.x }}` reads.
        benchmark: The JSON that `{{ benchmark.x }}` reads.
        legend: The page that explains the symbols of formulas.
        unlinked: Pages whose symbols do not lead to the legend.
        ledger: The page of all quantities; its front matter lists them.
        reference: The page with the reference of the package.
        notebooks: The pages besides the parts that are notebooks and scripts as well, or their folders.
        archive: The zip of all notebooks and scripts.
        equations: The file, seen from the root, in which tests register the equations that they check.
        checked_by: The test that checks an equation, seen from the root.
        checked_told: The place of the page that says how equations are checked.
        transcripts: The folder of the transcripts, seen from the root.
        template: The text of a new part, seen from the root.
        book: The name of the book of all pages, without its ending.
        changes: The page that tells what has changed, day by day, for the feed.
        slides_without: The headings of parts, by their ids, whose sections give no slides by rule.
        unmarked: Kinds of tokens, by Pygments' classes, that code on the finished site has no color for.
        run_here: The folder, below `docs`, of the scripts that run cells in a browser; it gets the taught package, too.
        exercises: The module of the judge, `check`; in its `tasks` each exercise has a file with the right `answer`.
        claim_words: Words that claim something: a sentence with one is listed where it carries no `{{ holds: … }}`.
        features: Modules with more features of teaching, besides those of `literate.kit`.
    """

    docs: str = "docs"
    package: str = ""
    parts: str = ""
    teaching: tuple[str, ...] = ()
    stations: dict[str, str] | None = None
    stations_of: dict[str, str] | None = None
    worked_example: str = ""
    benchmark: str = ""
    legend: str = ""
    unlinked: tuple[str, ...] = ()
    ledger: str = ""
    reference: str = ""
    notebooks: tuple[str, ...] = ()
    archive: str = ""
    equations: str = ""
    checked_by: str = ""
    checked_told: str = ""
    transcripts: str = "tests/transcripts"
    template: str = ""
    book: str = ""
    changes: str = ""
    slides_without: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()
    run_here: str = ""
    exercises: str = ""
    claim_words: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


def settings_of(root: Path) -> Settings:
    """The settings of the project in a folder.

    Raises:
        PageError: For a setting that nothing reads, or one of another kind, and for a file that is not TOML.
    """
    return _settings(text_if_there(root / FILE, root))


def docs_of(root: Path) -> Path:
    """The folder of the pages."""
    return root / settings_of(root).docs


def in_docs(root: Path, name: str) -> str:
    """A file below the folder of the pages, as seen from the root; empty for none."""
    return f"{settings_of(root).docs}/{name}" if name else ""


@lru_cache(maxsize=16)
def _settings(text: str) -> Settings:
    try:
        said = tomllib.loads(text).get("tool", {}).get("literate", {})
    except tomllib.TOMLDecodeError as error:
        line = int(found[1]) if (found := re.search(r"at line (\d+)", str(error))) else 1
        raise _error(text, line, f"this is not TOML: {error}", "") from error
    kinds = {field.name: "str" if field.type is str else str(field.type) for field in fields(Settings)}
    for name, value in said.items():
        line = _line_of(text, name)
        if name not in kinds:
            raise _error(text, line, f"[{TABLE}] has {name}, which nothing reads", f"write some of {', '.join(kinds)}")
        if not _fits(kinds[name], value):
            raise _error(text, line, f"{name} is {value!r}, needed: {FORMS[kinds[name].removesuffix(' | None')]}", "")
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    return Settings(**values)


def wrong_setting(root: Path, name: str, message: str, hint: str) -> PageError:
    """What is wrong with the value of a setting, as a mistake at its line."""
    text = text_if_there(root / FILE, root)
    return _error(text, _line_of(text, name), message, hint)


def _line_of(text: str, name: str) -> int:
    """The line that has a setting."""
    rows = enumerate(text.split("\n"), 1)
    return next((number for number, row in rows if row.split("=")[0].strip(' []"') in _keys(name)), 1)


def _keys(name: str) -> set[str]:
    """How a line begins that has a setting: its name, or the name of its table."""
    return {name, f"{TABLE}.{name}"}


def _fits(kind: str, value: Any) -> bool:
    if kind == "str":
        return isinstance(value, str)
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [None]
    return isinstance(value, dict) == kind.startswith("dict") and all(isinstance(one, str) for one in inside)


def _error(text: str, line: int, message: str, hint: str) -> PageError:
    return PageError(message, FILE, line, 1, 1, [*text.split("\n"), ""][line - 1], hint)
