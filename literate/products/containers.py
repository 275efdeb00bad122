"""What holds a line of a page: the folds, tabs, list items and notes that it is indented below."""

import re
from itertools import pairwise

TAB = 4
CONTAINER = re.compile(
    r'(?P<indent> *)(?:(?P<mark>!!!|\?\?\?\+?)(?: *(?P<kind>[\w-]+))?(?: *[\w-]+)*(?: +"(?P<title>[^"]*)")?'
    r'|===[+!]? +"(?P<tab>[^"]*)") *$'
)
ITEM = re.compile(r" *(?:(?:[-*+]|\d+[.)])[ \t]|:[ ]{1,3}\S|\[\^[^\]]+\]:)")
NOTE = re.compile(r" *\[\^[^\]]+\]:")  # what goes on in it is plain text to other readers


def width(line: str) -> int:
    """How far a line is indented, in columns."""
    line = line.expandtabs(TAB)
    return len(line) - len(line.lstrip(" "))


def outdented(line: str, columns: int) -> str:
    """A line without its first columns, as far as they are blank."""
    for _ in range(columns):
        if line.startswith("\t"):
            line = line.expandtabs(TAB)
        line = line.removeprefix(" ")
    return line


class Held:
    """The columns at which what is held begins, innermost last; a fold's content ends where a line is indented less.

    Args:
        indent: How far the line above was indented, by steps of four.
    """

    def __init__(self, indent: int = 0) -> None:
        """Take what is open above as folds: lines that go on in them are indented, too."""
        self.columns: list[int] = [*range(0, indent + 1, TAB)]
        self.folds = set(self.columns)

    @property
    def floor(self) -> int:
        """The column that a line needs to be in the innermost fold."""
        return max(column for column in self.columns if column in self.folds)

    @property
    def shift(self) -> int:
        """The columns that its folds indent a line by; those of the items that hold it are not among them."""
        return sum(column - left for left, column in pairwise(self.columns) if column in self.folds)

    def at(self, line: str) -> int:
        """The column at which what holds a line begins; what the line is not indented below, ends."""
        while line.strip() and self.columns[-1] > width(line):
            self.folds.discard(self.columns.pop())
        return self.columns[-1]

    def opened(self, line: str) -> re.Match[str] | None:
        """Note the fold or the list item that a line opens; the match of a fold, tab or admonition."""
        column = self.at(line)
        text = outdented(line, column)
        if found := CONTAINER.match(text):
            self.columns.append(column + len(found["indent"]) + TAB)
            self.folds.add(self.columns[-1])
        elif ITEM.match(text):
            self.columns.append(column + TAB)
            self.folds |= {self.columns[-1]} if NOTE.match(text) else set()
        return found
