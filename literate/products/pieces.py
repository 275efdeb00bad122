"""A page's text cut into pieces: code, formulas and HTML that stay as they are, and the prose between them.

What changes prose asks here, and so cannot touch anything else.
"""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import NamedTuple

from literate.grammar.patterns import FORMULA
from literate.products.containers import CONTAINER, ITEM, TAB, Held, outdented, width
from literate.reading.fences import FENCE, fence_of

HEADING = re.compile(r" {0,3}#{1,6}")
QUOTE, ANY = re.compile(r" *>"), re.compile("")
ROW = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
ASIDE = re.compile(r" *(?:<!--.*?-->|<(?P<tag>pre|script|style)\b[^>]*>.*?</(?P=tag)>)", re.DOTALL)
HTML = r"<!--.*?-->|<(?P<tag>code|pre|script|style)\b[^>]*>.*?</(?P=tag)>"
SPAN = re.compile(rf"\\[\\`<]|(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))|(?P<html>{HTML})", re.DOTALL)


class Piece(NamedTuple):
    """A piece of a page: `code` (a fence, a block or a span), a `formula`, `html` that is no prose, or `prose`."""

    kind: str
    text: str


def pieces(text: str, indent: int = 0) -> Iterator[Piece]:
    """The pieces of a text in order; joined they are the text.

    Args:
        text: Lines of a page below its front matter.
        indent: How far the line above it is indented: folds and lists that have begun there may go on.
    """
    lines, held, number = text.split("\n"), Held(indent), 0
    while number < len(lines):
        kind, end = _block(lines, number, held)
        for part in _parts(lines[number:end], held) if kind == "prose" else [lines[number:end]]:
            number += len(part)
            yield from _inline("\n".join(part)) if kind == "prose" else [Piece(kind, "\n".join(part))]
            yield Piece("prose", "\n" * (number < len(lines)))


def _block(lines: list[str], number: int, held: Held) -> tuple[str, int]:
    """The kind of the block that begins on a line, and where it ends."""
    line, column = lines[number], held.at(lines[number])
    opening = FENCE.match(line)
    if opening and (last := fence_of(opening, number + 1, lines[number + 1 :]).last) > number + 1:
        return "code", last
    if line.strip() and width(line) >= column + TAB:
        inside = [*takewhile(lambda text: not text.strip() or width(text) >= column + TAB, lines[number:])]
        return "code", number + len("\n".join(inside).rstrip().split("\n"))
    aside = ASIDE.match("\n".join(lines[number:])) if line.lstrip().startswith("<") else None
    if aside and "\n" in aside[0]:
        return "html", number + aside[0].count("\n") + 1
    return "prose", number + 1 + sum(1 for _ in takewhile(_goes_on(line, held), lines[number + 1 :]))


def _goes_on(first: str, held: Held) -> Callable[[str], bool]:
    """Whether a line belongs to the paragraph, the list or the table that begins with another."""
    text, floor = outdented(first, held.columns[-1]), held.floor
    if not text.strip() or HEADING.match(text) or CONTAINER.match(text):
        return lambda line: False
    if text.startswith("$$"):
        return lambda line: bool(line.strip())
    alone = (FENCE, HEADING, CONTAINER)
    return lambda line: (
        bool(line.strip()) and width(line) >= floor and not any(one.match(line.lstrip()) for one in alone)
    )


def _parts(lines: list[str], held: Held) -> Iterator[list[str]]:
    """A block of prose as its items, rows and quotations: no code span goes from one to the next."""
    first = outdented(lines[0], held.at(lines[0]))
    starts = ITEM if ITEM.match(first) else QUOTE
    if "|" in lines[0] and len(lines) > 1 and ROW.match(lines[1]):
        starts = ANY
    held.opened(lines[0])
    part = [lines[0]]
    for line in lines[1:]:
        if starts.match(line) and not first.startswith("$$"):
            if starts is ITEM:
                held.opened(line)
            yield part
            part = []
        part.append(line)
    yield part


def _inline(block: str) -> Iterator[Piece]:
    """The pieces of one block of prose: code goes before formulas, as in Markdown."""
    last = 0
    for found in SPAN.finditer(block):
        if found["code"] or found["html"]:
            yield from _formulas(block[last : found.start()])
            yield Piece("code" if found["code"] else "html", found[0])
            last = found.end()
    yield from _formulas(block[last:])


def _formulas(text: str) -> Iterator[Piece]:
    """The formulas of what is no code, and the prose between them."""
    last = 0
    for found in FORMULA.finditer(text):
        yield Piece("prose", text[last : found.start()])
        yield Piece("formula", found[0])
        last = found.end()
    yield Piece("prose", text[last:])
