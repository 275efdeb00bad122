"""A page as it is written: its fenced blocks and its prose, with their true lines and columns."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from literate.errors import PageError
from literate.grammar.block import Block
from literate.grammar.contents import LINKS, Contents, Mark, contents
from literate.grammar.headings import Heading
from literate.grammar.inlines import Inline
from literate.grammar.inventory import Item, inventory
from literate.grammar.patterns import NUMBER
from literate.grammar.rows import blank
from literate.reading.fence import Fence
from literate.settings import docs_of

__all__ = ["NUMBER", "Fence", "Page", "blank", "line_and_column"]


@dataclass(frozen=True, eq=False)  # a page is the same as no other, so that what is worked out of it can be kept
class Page:
    """A page as written: `lines` are those of the whole file, front matter included."""

    path: Path
    root: Path
    lines: list[str]
    meta: dict[str, Any] = field(default_factory=dict)
    first: int = 0
    fences: list[Fence] = field(default_factory=list)
    mistakes: list[PageError] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The path as messages show it, relative to the repository's root."""
        return self.path.relative_to(self.root).as_posix()

    @property
    def address(self) -> str:
        """The path below the folder of the pages, such as `folder/page.md`."""
        return self.path.relative_to(docs_of(self.root)).as_posix()

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
    def contents(self) -> Contents:
        """What stands on the page, as one grammar reads it."""
        fences = tuple((fence.line, fence.last) for fence in self.fences)
        return contents("\n".join(self.lines), self.first, fences)

    @property
    def prose(self) -> str:
        """The whole file with front matter, code of any form and comments blanked, each line and column kept."""
        return self.contents.prose

    @property
    def blocks(self) -> list[Block]:
        """The outermost blocks, in order; each has those that it holds."""
        return self.contents.tree.blocks

    @property
    def headings(self) -> list[Heading]:
        """The headings, in order, wherever they stand."""
        return self.contents.headings

    @property
    def links(self) -> list[Inline]:
        """The links and images of every form, in order."""
        return self.contents.of(*LINKS)

    @property
    def formulas(self) -> list[Inline]:
        """The formulas, in order."""
        return self.contents.formulas

    @property
    def marks(self) -> list[Mark]:
        """The lines `[[name: argument]]`, in order."""
        return self.contents.marks

    @property
    def folds(self) -> list[Block]:
        """The folds, admonitions and tabs, in order."""
        return self.contents.blocks_of("fold", "admonition", "tab")

    @property
    def inventory(self) -> list[Item]:
        """All that has to be found on the finished page, in order."""
        return inventory(self.contents, self.lines)

    def error(self, message: str, line: int, column: int = 1, length: int = 0, hint: str = "") -> PageError:
        """A mistake at a place of this page; without a length the whole line is underlined."""
        text = self.lines[line - 1]
        return PageError(message, self.name, line, column, length or len(text), text, hint)

    def error_at(self, found: re.Match[str], message: str, hint: str) -> PageError:
        """A mistake in what was found in the prose, or in a part of it that is as long; one line is underlined."""
        return self.error(message, *line_and_column(found.string, found.start()), len(found[0].split("\n")[0]), hint)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
