"""The folds of a page: `??? kind "Title"`, and the text that is indented below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from literate.errors import PageError
from literate.reading.expressions import Number, find_numbers
from literate.reading.page import Page

NEARLY = re.compile(r"^ *(?:\?\?|!!|=== )")
FORM = re.compile(r'^(?P<indent> *)(?:(?:\?\?\?\+?|!!!) (?P<kind>[\w-]+)(?: [a-z]+)?(?: "[^"]*")?|===[+!]? "[^"]*") *$')
KINDS = ("earlier", "hint", "info", "note", "predict", "question", "recall", "success", "tip", "warning")


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


def mistakes(page: Page) -> Iterator[PageError]:
    """Folds, admonitions and tabs that are not written as one, are of no kind that is known, or hold nothing."""
    read = {block.line: block for block in page.folds}
    for line, text in enumerate(page.contents.code, 1):
        if not NEARLY.match(text):
            continue
        found = FORM.match(text)
        if not found:
            hint = 'write ??? kind "Title" or !!! kind "Title"; a tab is === "Title"'
            yield page.error("this fold is not read", line, hint=hint)
        elif found["kind"] not in (None, *KINDS):
            column, kind = found.start("kind") + 1, found["kind"]
            hint = f"write one of {', '.join(KINDS)}"
            yield page.error(f"a fold of the kind {kind} is not known here", line, column, len(kind), hint)
        elif (line not in read or read[line].last == line) and not _by_tabs(page, line):
            yield page.error("this fold holds nothing", line, hint="indent what belongs to it by four spaces")


def _by_tabs(page: Page, line: int) -> bool:
    """Whether what a line should hold is indented by tabs, which is a mistake by itself."""
    below = (text for text in page.lines[line:] if text.strip())
    return next(below, "").startswith("\t")


def folds(page: Page, kind: str) -> Iterator[Fold]:
    """The folds of one kind, in order."""
    for block in page.folds:
        kinds = tuple(page.contents.tree.part(block, "kinds").split()) if block.kind == "fold" else ()
        if kinds[:1] == (kind,):
            title = page.contents.tree.part(block, "title").strip()
            yield Fold(page, block.line, block.last, block.rows[0].column, kinds, title)
