"""Texts of others as pages: read by the reader and by the site, with the rules of this course alone left out."""

import ast
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rendered import converter

from literate.accounting import account, agreement
from literate.accounting.presence import NUMBERS
from literate.checking import near_misses, page_language, shown_otherwise
from literate.errors import PageError
from literate.reading import details, expressions
from literate.reading.page import Page
from literate.reading.reader import parse

# What is wrong on a page of this course, and well elsewhere.
OWN = re.compile(
    r"Python that is not executed|a heading holds no number|this cell has|unknown option|is not executed|this header"
    r"|a fold of the kind|a section stands in a cell|nearly a section|a page has one session|a fence hides no line"
)
EXAMPLE = re.compile(r"^`{32} example\n(?P<text>.*?)^\.\n.*?^`{32}$", re.DOTALL | re.MULTILINE)


class Mistake(NamedTuple):
    """Why a text is refused, where, and by whom: the reader, the site's own extensions, the agreement, the account."""

    by: str
    line: int
    message: str


def judged(path: Path, root: Path) -> list[Mistake]:
    """Why a text is refused; nothing when both readings agree on it."""
    page = parse(path, root)
    found = [
        *page.mistakes,
        *near_misses.mistakes(page),
        *shown_otherwise.mistakes(page),
        *expressions.mistakes(page),
        *details.mistakes(page),
    ]
    found += page_language._of_formulas(page)
    if refused := [Mistake("reader", one.line, one.message) for one in found if not OWN.search(one.message)]:
        return refused
    order = {number: chr(NUMBERS + at) for at, number in enumerate(expressions.find_numbers(page))}
    try:
        html = converter().convert("\n".join(expressions.substitute(page, order.__getitem__)))
    except PageError as error:
        return [Mistake("site", error.line, error.message)]
    return list(_after(page, html))


def _after(page: Page, html: str) -> Iterator[Mistake]:
    """What the finished page tells."""
    for differing in agreement.differing(page, html):
        yield Mistake("agreement", differing.line, differing.message)
    spans = [span for one in page.formulas for span in one.scope.spans(one.start, one.end)]
    inside = {(span.number, column) for span in spans for column in range(span.start, span.end)}
    places = {
        at: (number.line, number.column, number.length)
        for at, number in enumerate(expressions.find_numbers(page))
        if (number.line, number.column) not in inside
    }
    for entry in account.balanced(page.lines, page.first, html, numbers=places):
        yield Mistake("account", entry.line, entry.message)


def of_commonmark(spec: str) -> list[str]:
    """The examples of CommonMark; an arrow is a tab there."""
    return [found["text"].replace("→", "\t") for found in EXAMPLE.finditer(spec)]


def of_markdown(folder: Path) -> list[str]:
    """The texts of Python-Markdown's own tests: those in files, and those in its test cases."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    for path in sorted(folder.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "assertMarkdownRenders" and node.args:
                texts += _text(node.args[0])
    return texts


def _text(node: ast.expr) -> list[str]:
    """A text that a test writes: as it is, or `self.dedent` of it."""
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "dedent":
        return [textwrap.dedent(text).strip("\n") for text in _text(node.args[0])]
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return []
    return [value] if isinstance(value, str) else []
