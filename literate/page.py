"""A page as it is written, and each of its fenced blocks, with their true lines."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from literate.errors import PageError
from literate.sections import Line


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

    def error(self, message: str, line: int, column: int = 1, length: int = 0, hint: str = "") -> PageError:
        """A mistake at a place of this page; without a length the whole line is underlined."""
        text = self.lines[line - 1]
        return PageError(message, self.name, line, column, length or len(text), text, hint)
