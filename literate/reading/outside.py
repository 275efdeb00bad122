"""What outside of fences is meant as one, or as a section: fences in quotations, at marks, and what is nearly one."""

from collections.abc import Iterator

from literate.errors import PageError
from literate.reading.fences import AT_MARK, FENCE, NEARLY_CELL, OPENING, fence_of
from literate.reading.page import Page
from literate.reading.snippets import NEARLY


def mistakes(page: Page) -> Iterator[PageError]:
    """All of it, in order."""
    quoted = False
    for number, text in enumerate(page.contents.code, 1):
        if (opening := FENCE.match(text)) and opening["quote"]:
            ends = quoted and not (opening["language"] or opening["options"])
            quoted = not ends
            if not ends:
                yield page.error("a fence in a quotation is not read", number, hint="move it out, or take it away")
        elif AT_MARK.match(text) and not NEARLY_CELL.match(text):
            hint = "begin a line of its own with it, indented by four spaces"
            yield page.error("a fence at the mark of an item is not read", number, hint=hint)
        elif NEARLY.match(text):
            yield page.error("a section stands in a cell, nowhere else", number, hint="put a fence around it")
        elif (opening := OPENING.match(text)) and fence_of(opening, number, page.lines[number:]).last > number:
            hint = "begin the line with a word, if this is code in a sentence"
            yield page.error("this is nearly a fence", number, hint=hint)
