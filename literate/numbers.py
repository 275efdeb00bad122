"""Numbers in prose: `{{ expression:format }}` is computed, and stands anywhere but in code and headings."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import CodeType

from literate.errors import PageError
from literate.page import Page
from literate.typed import blank, typed

NUMBER = re.compile(r"\{\{ (?P<expression>[^\n]+?) \}\}")
BRACES = re.compile(r"\{\{.*?\}\}|\{\{.*")
CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
MATHS = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.DOTALL)
NO_HEADING = re.compile(r"^(?!#{1,6} ).*$", re.MULTILINE)


@dataclass(frozen=True)
class Number:
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
        """The expression with its format, ready to evaluate."""
        try:
            return compile(f'f"""{{ {self.expression}}}"""', page.name, "eval", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise self.error(page, f"this number is not an expression: {error.args[0]}") from error

    def error(self, page: Page, message: str) -> PageError:
        """A mistake in this number, underlined."""
        hint = "write {{ expression:format }}, with names that the cells above have made"
        return page.error(message, self.line, self.column, self.length, hint)


def prose(page: Page) -> str:
    """The whole file with front matter, fences and code spans blanked, each line and column kept."""
    lines = [""] * page.first + page.lines[page.first :]
    for fence in page.fences:
        lines[fence.line - 1 : fence.last] = [""] * (fence.last - fence.line + 1)
    return CODE_SPAN.sub(blank, "\n".join(lines))


def error_at(page: Page, text: str, found: re.Match[str], message: str, hint: str) -> PageError:
    """A mistake in what was found in a text with the lines and columns of the page; its first line is underlined."""
    return page.error(message, *_place(text, found), len(found[0].split("\n")[0]), hint)


def _place(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Line and column, from 1, of what was found in a text."""
    return text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())


def find_numbers(page: Page) -> list[Number]:
    """The computed numbers of a page, in order.

    Raises:
        PageError: For braces that are nearly a number, and for numbers in headings.
    """
    text = prose(page)
    if stray := BRACES.search(MATHS.sub(blank, NUMBER.sub(blank, text))):
        hint = "write {{ expression:format }}, with a space inside each pair of braces"
        raise error_at(page, text, stray, "this is nearly a number", hint)
    headings = NO_HEADING.sub(blank, text)
    if wrong := NUMBER.search(headings) or next(typed(headings), None):
        raise error_at(page, text, wrong, "a heading holds no number", "say it in the text below")
    return [Number(*_place(text, m), m["expression"].strip(), len(m[0])) for m in NUMBER.finditer(text)]


def fill(page: Page, text_of: Callable[[Number], str]) -> list[str]:
    """The lines below the front matter, each number replaced by what `text_of` gives for it."""
    lines = page.lines[:]
    for number in reversed(find_numbers(page)):
        start, line = number.column - 1, lines[number.line - 1]
        lines[number.line - 1] = line[:start] + text_of(number) + line[start + number.length :]
    return lines[page.first :]
