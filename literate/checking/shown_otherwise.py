"""What the site shows otherwise than it is written: numbers of lists, signs at an end, braces read as attributes."""

import re
from collections.abc import Iterator

from literate.errors import PageError
from literate.grammar.block import Block
from literate.grammar.patterns import ATTRIBUTES
from literate.grammar.rows import Row, blank
from literate.grammar.ticks import name_of
from literate.grammar.tree import COVERED, covered
from literate.reading.literals import typed
from literate.reading.page import Page

MARK = re.compile(r" *(?:(?P<number>\d+)\.|[*+-])")
# Signs that are taken for the closing marks of a heading, though they belong to its last word.
SIGNS = re.compile(r"[^\s#\\](?P<signs>#+)(?: *\{[^{}\n]*\})? *$")
# Where braces give attributes to the cell, the term or the paragraph that they end.
IN_CELL = re.compile(r"(?:^|[ ])(?P<braces>\{:?[ ]*[^}\n ][^\n]*\})[ ]*$")
IN_TEXT = re.compile(r"\n[ ]*(?P<braces>\{:?[ ]*[^}\n ][^\n]*\})[ ]*$")
APART = re.compile(r"\]\s\[[^\[\]]*\]\Z")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def mistakes(page: Page) -> Iterator[PageError]:
    """All of them."""
    for block in page.contents.blocks_of("list"):
        yield from _of_list(page, block)
    for heading in page.headings:
        yield from _of_heading(page, heading.scope.rows[0])
    yield from _of_links(page)
    yield from _of_braces(page)
    yield from _in_tags(page)


def _of_list(page: Page, block: Block) -> Iterator[PageError]:
    """The first item with another number than the site gives it, or with a mark of another kind."""
    marks = [mark for item in block.blocks if (mark := MARK.match(item.rows[0].text))]
    numbers = [int(mark["number"] or -1) for mark in marks]
    hint = "indent what belongs to an item by four spaces, and put a paragraph between two lists"
    for place, (item, number) in enumerate(zip(block.blocks, numbers, strict=True), 1):
        if (number < 0) != (numbers[0] < 0):
            what = f"an item of the list above, which has {'bullets' if numbers[0] < 0 else 'numbers'}"
            yield page.error(f"the site shows this as {what}", item.line, hint=hint)
            return
        if number not in {-1, place} and set(numbers) != {1}:
            yield page.error(f"the site shows this item as number {place}", item.line, hint=hint)
            return


def _of_heading(page: Page, row: Row) -> Iterator[PageError]:
    """Signs at its end that are not shown."""
    text = covered(row.text)
    if text.lstrip().startswith("#") and (found := SIGNS.search(text)):
        column, hint = row.column + found.start("signs") + 1, "write it with a backslash before it: \\#"
        what = "this sign is not shown at the end of a heading"
        yield page.error(what, row.number, column, len(found["signs"]), hint)


def _of_links(page: Page) -> Iterator[PageError]:
    """Two links with a blank between them, or a box and a link, of which the second is not shown."""
    names = {"", "x", *page.contents.references}
    for one in page.links:
        if APART.search(one.written) and name_of(one.text) in names:
            hint = "part the two by a word, or write [words][name] without a blank"
            what = "the site takes both for one link, and the second for its target"
            yield page.error(what, *one.place, len(one.written.split("\n")[0]), hint)


def _of_braces(page: Page) -> Iterator[PageError]:
    """Braces that are taken for attributes and say none, so that they are shown nowhere; typed numbers are told."""
    for block, text in page.contents.texts:
        pattern = IN_CELL if block.kind in {"cell", "term"} else IN_TEXT
        found = pattern.search(text.bare)
        if found and not ATTRIBUTES.fullmatch(found["braces"]) and not [*typed(found["braces"])]:
            hint = "put a period behind it, or write it in backticks"
            what = "this is read as attributes, and not shown"
            yield page.error(what, *text.scope.place(found.start("braces")), len(found["braces"]), hint)


def _in_tags(page: Page) -> Iterator[PageError]:
    """Numbers in the value of an attribute without quotation marks: a blank in them would end it."""
    for tag in page.contents.of("tag"):
        at = QUOTED.sub(blank, covered(tag.written)).find(COVERED)
        if at >= 0:
            hint = 'put quotation marks around it: "{{ … }}"'
            what = "this value stands in a tag without quotation marks"
            yield page.error(what, *tag.scope.place(tag.start + at), 1, hint)
