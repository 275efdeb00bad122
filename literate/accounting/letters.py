"""Letters and digits in one string: what a page and its source are compared by, whatever marks stand between them.

A thing without words is one character of its own in the string.
"""

import re
from bisect import bisect_right

FORMULA, DISPLAY, IMAGE, DETAILS, CELL, FIGURE, NOTE = map(chr, range(0xE000, 0xE007))
NOT_WORDS = re.compile(r"[^\w\U000F0000-\U000FFFFF]|_")


def words(text: str) -> str:
    """The letters and digits of a text, and its numbers that are still to be filled in."""
    return NOT_WORDS.sub("", text)


class Stream:
    """A run of words, of the page or of one footnote or label."""

    def __init__(self) -> None:
        """Nothing yet; places count its characters."""
        self.parts: list[str] = []
        self.at = 0
        self.marks: dict[str, set[int]] = {name: set() for name in ("link", "pre", "admonition", "tab", "unread")}
        self.starts: list[int] = []  # of blocks
        self.lines: list[int] = []  # of lines of code
        self.code: list[tuple[int, int, bool]] = []  # from where to where, and whether it is a block
        self.said: list[tuple[int, str]] = []  # what stands outside of code, as it is

    def add(self, text: str) -> None:
        """Go on with these words."""
        self.parts.append(text)
        self.at += len(text)

    def in_code(self, at: int, edges: bool, block: bool = False) -> bool:
        """Whether a place lies in code, or in a block of it; with `edges` also right before or behind it."""
        below, inner = bisect_right(self.code, (at, len(self.text), True)), not edges
        near = self.code[max(0, below - 3) : below]
        return any(start + inner <= at <= end - inner and of_block >= block for start, end, of_block in near)

    def lines_below(self, at: int) -> list[int]:
        """The places in the block of code around a place at which its further lines begin, and its end."""
        end = min((end for start, end, _ in self.code if start <= at < end), default=at)
        return [to for to in self.lines if at < to <= end]

    def finished(self) -> "Stream":
        """With all its words in one string."""
        self.text = "".join(self.parts)
        self.code.sort()
        return self
