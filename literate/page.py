"""A page as it is written: its fenced blocks and its prose, with their true lines and columns."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from literate.errors import PageError
from literate.sections import Line

NUMBER = re.compile(r"\{\{ (?P<expression>[^\n]+?) \}\}")
MATHS = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.DOTALL)
CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)


@dataclass(frozen=True)
class Fence:
    """One fenced block; a cell when it is executed. Lines count from 1, the marks' own lines included."""

    line: int
    last: int
    indent: int
    language: str
    options: dict[str, str]
    lines: tuple[Line, ...] = ()

    @property
    def is_cell(self) -> bool:
        """Whether this block is executed."""
        return "exec" in self.options

    @property
    def is_figure(self) -> bool:
        """Whether this block draws a figure."""
        return self.language == "figure"

    @property
    def id(self) -> str:
        """The name of the cell, unique on its page."""
        return self.options["id"]

    @property
    def source(self) -> str:
        """The code as the page shows it and as it runs, sections expanded."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Page:
    """A page as written: `lines` are those of the whole file, front matter included."""

    path: Path
    root: Path
    lines: list[str]
    meta: dict[str, Any] = field(default_factory=dict)
    first: int = 0
    fences: list[Fence] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The path as messages show it, relative to the repository's root."""
        return self.path.relative_to(self.root).as_posix()

    @property
    def cells(self) -> list[Fence]:
        """The executed blocks, in order."""
        return [fence for fence in self.fences if fence.is_cell]

    @property
    def figures(self) -> list[Fence]:
        """The blocks that draw, in order."""
        return [fence for fence in self.fences if fence.is_figure]

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return "\n".join(self.lines[self.first :])

    @cached_property
    def prose(self) -> str:
        """The whole file with front matter, fences and code spans blanked, each line and column kept."""
        lines = [""] * self.first + self.lines[self.first :]
        for fence in self.fences:
            lines[fence.line - 1 : fence.last] = [""] * (fence.last - fence.line + 1)
        return CODE_SPAN.sub(blank, "\n".join(lines))

    def error(self, message: str, line: int, column: int = 1, length: int = 0, hint: str = "") -> PageError:
        """A mistake at a place of this page; without a length the whole line is underlined."""
        text = self.lines[line - 1]
        return PageError(message, self.name, line, column, length or len(text), text, hint)

    def error_at(self, found: re.Match[str], message: str, hint: str) -> PageError:
        """A mistake in what was found in the prose, or in a part of it that is as long; one line is underlined."""
        return self.error(message, *place(found.string, found.start()), len(found[0].split("\n")[0]), hint)


def blank(found: re.Match[str]) -> str:
    """Spaces in place of what was found, as many lines and columns as it has."""
    return re.sub(r"[^\n]", " ", found[0])


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
