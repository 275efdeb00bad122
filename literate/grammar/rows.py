"""The rows of a page as its containers hold them, and the way back from a text to its lines and columns."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

INDENT = " " * 4  # what stands in a container is indented by this


class Row(NamedTuple):
    """What one line of a page gives to a block: its number from 1, the columns left of the text, the text."""

    number: int
    column: int
    text: str

    def cut(self, columns: int) -> "Row":
        """The row without its first columns."""
        return Row(self.number, self.column + columns, self.text[columns:])

    @property
    def is_blank(self) -> bool:
        """Whether nothing can be seen in it."""
        return not self.text.strip()

    @property
    def is_indented(self) -> bool:
        """Whether it stands in a container, or is code."""
        return self.text.startswith(INDENT)


class Span(NamedTuple):
    """A part of one line of the page, columns from 0."""

    number: int
    start: int
    end: int


class Scope:
    """The text of some rows, in which one inline element may begin and end; offsets lead back to the page."""

    def __init__(self, rows: Iterable[Row], of_blocks: bool = False) -> None:
        """Join the rows; `of_blocks` says that they are HTML that is a block by itself."""
        self.rows, self.of_blocks = list(rows), of_blocks
        self.text = "\n".join(row.text for row in self.rows)
        self.starts = [0, *accumulate(len(row.text) + 1 for row in self.rows)]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column on the page, both from 1."""
        row = self.rows[(at := bisect_right(self.starts, offset) - 1)]
        return row.number, row.column + offset - self.starts[at] + 1

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """The parts of the page's lines that this part of the text takes."""
        for row, first in zip(self.rows, self.starts, strict=False):
            left, right = max(start - first, 0), min(end - first, len(row.text))
            if left < right:
                yield Span(row.number, row.column + left, row.column + right)


def chunks(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows in groups, as empty lines separate them."""
    found: list[list[Row]] = [[]]
    for row in rows:
        found += [[]] if row.is_blank and found[-1] else []
        found[-1] += [] if row.is_blank else [row]
    return [chunk for chunk in found if chunk]


def blank(found: re.Match[str]) -> str:
    """Spaces in place of what was found, as many lines and columns as it has."""
    return re.sub(r"[^\n]", " ", found[0])


def blanked(lines: list[str], spans: Iterable[Span]) -> list[str]:
    """Lines with spaces in some places."""
    made = lines[:]
    for number, start, end in spans:
        line = made[number - 1]
        made[number - 1] = f"{line[:start]}{' ' * (min(end, len(line)) - start)}{line[end:]}"
    return made
