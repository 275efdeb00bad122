"""The folds of a page: `??? kind "Title"`, and the text that is indented below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from literate.errors import PageError
from literate.numbers import Number, find_numbers
from literate.page import Page

FOLD = re.compile(r'^(?P<indent> *)\?\?\?\+? ?(?P<kinds>[\w-]+(?: +[\w-]+)*)(?: +"(?P<title>[^"]*)")? *$')


HOLDER = re.compile(r"^ *(?:\?\?|!!|=== )")
FORM = re.compile(r'^(?P<indent> *)(?:(?:\?\?\?\+?|!!!) (?P<kind>[\w-]+)(?: [a-z]+)?(?: "[^"]*")?|===[+!]? "[^"]*") *$')
KINDS = ("hint", "info", "note", "predict", "question", "recall", "success", "tip", "warning")


@dataclass(frozen=True)
class Fold:
    """One fold of a page; lines count from 1, and `last` is the last that is indented below it."""

    page: Page
    line: int
    last: int
    indent: int
    kinds: tuple[str, ...]
    title: str

    @property
    def numbers(self) -> list[Number]:
        """The computed numbers of its title and its text."""
        return [number for number in find_numbers(self.page) if self.line <= number.line <= self.last]

    @property
    def text(self) -> str:
        """What is indented below it, as written."""
        return "\n".join(self.page.lines[self.line : self.last])

    def error(self, message: str, hint: str, line: int = 0) -> PageError:
        """A mistake in this fold, at its first line or another."""
        return self.page.error(message, line or self.line, hint=hint)


def check(page: Page) -> None:
    """Every fold, admonition and tab is written as one, of a kind that is known, and holds something.

    Raises:
        PageError: For the first that is not.
    """
    fenced = _fenced(page)
    for line in range(page.first + 1, len(page.lines) + 1):
        text = page.lines[line - 1]
        if line in fenced or not HOLDER.match(text):
            continue
        found = FORM.match(text)
        if not found or found["kind"] not in (None, *KINDS):
            hint = f'write ??? kind "Title" or !!! kind "Title" with one of {", ".join(KINDS)}; a tab is === "Title"'
            raise page.error("this fold is not read", line, hint=hint)
        if _last(page, line, len(found["indent"]) + 4) == line:
            raise page.error("this fold holds nothing", line, hint="indent what belongs to it by four spaces")


def _fenced(page: Page) -> set[int]:
    return {line for fence in page.fences for line in range(fence.line, fence.last + 1)}


def folds(page: Page, kind: str) -> Iterator[Fold]:
    """The folds of one kind, in order."""
    fenced = _fenced(page)
    for line in range(page.first + 1, len(page.lines) + 1):
        found = FOLD.match(page.lines[line - 1])
        if found and line not in fenced and kind == found["kinds"].split()[0]:
            indent = len(found["indent"])
            kinds, title = tuple(found["kinds"].split()), (found["title"] or "").strip()
            yield Fold(page, line, _last(page, line, indent + 4), indent, kinds, title)


def _last(page: Page, line: int, indent: int) -> int:
    """The last line that is indented below a fold."""
    last = line
    for number, text in enumerate(page.lines[line:], line + 1):
        if text.strip() and not text.startswith(" " * indent):
            break
        last = number if text.strip() else last
    return last
