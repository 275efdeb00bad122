"""Numbers in prose: `{{ expression:format }}` is computed, and stands anywhere but in code and headings.

A claim, `{{ holds: expression }}`, is a number that shows nothing: it has to be true at its place.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import CodeType
from typing import NamedTuple

from literate.errors import PageError
from literate.grammar.rows import Row, Scope, blanked
from literate.reading.literals import typed
from literate.reading.page import NUMBER, Page, blank, line_and_column

HEADING = re.compile(r"<h(?P<level>[1-6])\b[^>]*>(?P<words>.*?)</h(?P=level)", re.DOTALL | re.IGNORECASE)
CLAIM = "holds: "
ESCAPED = re.compile(rf"(?<!\\)(?:\\\\)*\\{NUMBER.pattern}")
BRACES = re.compile(r"\{\{.*?\}\}|\{\{.*")


class Number(NamedTuple):
    """One computed number of a page, at its place."""

    line: int
    column: int
    expression: str
    length: int

    @property
    def kind(self) -> str:
        """As messages name it."""
        return "claim" if self.claim else "number"

    @property
    def claim(self) -> str:
        """What has to be true; empty for a number that is shown."""
        return self.expression.removeprefix(CLAIM).strip() if self.expression.startswith(CLAIM) else ""

    @property
    def written(self) -> str:
        """The number as the page has it."""
        return f"{{{{ {self.expression} }}}}"

    def code(self, page: Page) -> CodeType:
        """The expression with its format, ready to evaluate, on its line of the page."""
        source = "\n" * (self.line - 1) + (f"({self.claim})" if self.claim else f'f"""{{ {self.expression}}}"""')
        try:
            return compile(source, page.name, "eval", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise self.error(page, f"this {self.kind} is not an expression: {error.args[0]}") from error

    def error(self, page: Page, message: str, hint: str = "") -> PageError:
        """A mistake in this number, underlined."""
        form = "holds: expression" if self.claim else "expression:format"
        hint = hint or f"write {{{{ {form} }}}}, with names that the cells above have made"
        return page.error(message, self.line, self.column, self.length, hint)


def find_numbers(page: Page) -> list[Number]:
    """The computed numbers of a page, in order."""
    return _numbers(page.prose)[:]


@lru_cache(maxsize=100)  # a page is asked for its numbers again and again
def _numbers(prose: str) -> list[Number]:
    found = NUMBER.finditer(prose)
    return [Number(*line_and_column(prose, one.start()), one["expression"].strip(), len(one[0])) for one in found]


def mistakes(page: Page) -> Iterator[PageError]:
    """Braces that are nearly a number, and numbers in headings."""
    spans = [span for one in page.formulas for span in one.scope.spans(one.start, one.end)]
    text = "\n".join(blanked(NUMBER.sub(blank, page.prose).split("\n"), spans))
    for stray in BRACES.finditer(text):
        hint = "write {{ expression:format }}, with a space inside each pair of braces"
        yield page.error_at(stray, "this is nearly a number", hint)
    for escaped in ESCAPED.finditer("\n".join(blanked(page.prose.split("\n"), spans))):
        hint = "to show it as it is written, put it into backticks"
        yield page.error_at(escaped, "a backslash before a number shows itself", hint)
    prose = page.prose.split("\n")
    for heading in page.headings:
        scope = Scope(Row(row.number, row.column, prose[row.number - 1][row.column :]) for row in heading.scope.rows)
        for found in sorted([*NUMBER.finditer(scope.text), *typed(scope.text)], key=lambda one: one.start())[:1]:
            hint = "say it in the text below"
            yield page.error("a heading holds no number", *scope.place(found.start()), len(found[0]), hint)
    yield from _in_html(page)


def _in_html(page: Page) -> Iterator[PageError]:
    """Numbers in headings that are written as HTML."""
    for found in HEADING.finditer(page.prose):
        for number in NUMBER.finditer(page.prose, *found.span("words")):
            yield page.error_at(number, "a heading holds no number", "say it in the text below")


def substitute(page: Page, text_of: Callable[[Number], str]) -> list[str]:
    """The lines below the front matter, each number replaced by what `text_of` gives for it, a claim with its blank."""
    lines = page.lines[:]
    for number in reversed(find_numbers(page)):
        start, line = number.column - 1, lines[number.line - 1]
        before = line[:start].removesuffix(" ") if number.claim else line[:start]
        lines[number.line - 1] = before + text_of(number) + line[start + number.length :]
    return lines[page.first :]
