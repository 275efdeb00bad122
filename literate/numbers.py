"""Numbers in prose: `{{ expression:format }}` is computed, and stands anywhere but in code and headings."""

import re
from collections.abc import Callable
from functools import lru_cache
from types import CodeType
from typing import NamedTuple

from literate.errors import PageError
from literate.given import typed
from literate.page import MATHS, NUMBER, Page, blank, place

BRACES = re.compile(r"\{\{.*?\}\}|\{\{.*")
NO_HEADING = re.compile(r"^(?!#{1,6} ).*$", re.MULTILINE)


class Number(NamedTuple):
    """One computed number of a page, at its place."""

    line: int
    column: int
    expression: str
    length: int

    @property
    def written(self) -> str:
        """The number as the page has it."""
        return f"{{{{ {self.expression} }}}}"

    def code(self, page: Page) -> CodeType:
        """The expression with its format, ready to evaluate, on its line of the page."""
        source = "\n" * (self.line - 1) + f'f"""{{ {self.expression}}}"""'
        try:
            return compile(source, page.name, "eval", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise self.error(page, f"this number is not an expression: {error.args[0]}") from error

    def error(self, page: Page, message: str) -> PageError:
        """A mistake in this number, underlined."""
        hint = "write {{ expression:format }}, with names that the cells above have made"
        return page.error(message, self.line, self.column, self.length, hint)


def find_numbers(page: Page) -> list[Number]:
    """The computed numbers of a page, in order.

    Raises:
        PageError: For braces that are nearly a number, and for numbers in headings.
    """
    stray, wrong, found = _look(page.prose)
    if stray:
        hint = "write {{ expression:format }}, with a space inside each pair of braces"
        raise page.error_at(stray, "this is nearly a number", hint)
    if wrong:
        raise page.error_at(wrong, "a heading holds no number", "say it in the text below")
    return found[:]


@lru_cache(maxsize=100)  # a page is asked for its numbers again and again
def _look(prose: str) -> tuple[re.Match[str] | None, re.Match[str] | None, list[Number]]:
    """What is nearly a number, what stands in a heading, and the numbers."""
    stray = BRACES.search(MATHS.sub(blank, NUMBER.sub(blank, prose)))
    headings = NO_HEADING.sub(blank, prose)
    wrong = NUMBER.search(headings) or next(typed(headings), None)
    found = NUMBER.finditer(prose)
    return stray, wrong, [Number(*place(prose, one.start()), one["expression"].strip(), len(one[0])) for one in found]


def fill(page: Page, text_of: Callable[[Number], str]) -> list[str]:
    """The lines below the front matter, each number replaced by what `text_of` gives for it."""
    lines = page.lines[:]
    for number in reversed(find_numbers(page)):
        start, line = number.column - 1, lines[number.line - 1]
        lines[number.line - 1] = line[:start] + text_of(number) + line[start + number.length :]
    return lines[page.first :]
