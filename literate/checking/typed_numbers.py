"""Typed numbers are given, not computed: each is declared in the front matter, with where it comes from."""

import ast
import textwrap
from collections.abc import Iterator

from literate.errors import PageError
from literate.grammar.rows import Span, blanked
from literate.reading.literals import TYPED, typed
from literate.reading.page import NUMBER, Page, blank, line_and_column


def mistakes(page: Page) -> Iterator[PageError]:
    """Typed numbers that are not declared as given, declared ones that are not used or have no source."""
    if not isinstance(page.meta.get("given", {}), dict):
        yield _error(page, "given is not a list of numbers with their sources", "given")
        return
    given, used = page.meta.get("given", {}), [*_in_prose(page), *_in_titles(page), *_in_figures(page)]
    headings = {heading.line for heading in page.headings}  # where no number may stand at all
    for written, source in given.items():
        if not isinstance(written, str) or not isinstance(source, str) or not source.strip():
            yield _error(page, f'given: {written} needs the form "number": "its source"', str(written))
    for number, line, column in used:
        if number not in given and line not in headings:
            hint = f'compute it, {{{{ … }}}}, or declare it in the front matter: given: {{"{number}": "its source"}}'
            yield page.error(f"{number} is typed, not computed", line, column, len(number), hint)
    for written in given:
        if isinstance(written, str) and written not in {number for number, _, _ in used}:
            yield _error(page, f'given: "{written}" is not on the page', written)


def _in_prose(page: Page) -> Iterator[tuple[str, int, int]]:
    """Each typed number of the prose, with its line and column; in a formula nothing is exempt."""
    text = NUMBER.sub(blank, page.prose)
    formulas = [span for one in page.formulas for span in one.scope.spans(one.start, one.end)]
    outside = "\n".join(blanked(text.split("\n"), [*formulas, *_targets(page)]))
    inside = "\n".join(_alone(text.split("\n"), formulas))
    found = [*typed(outside), *TYPED.finditer(inside)]
    for one in sorted(found, key=lambda one: one.start()):
        yield one[0], *line_and_column(one.string, one.start())


def _alone(lines: list[str], spans: list[Span]) -> list[str]:
    """Lines with nothing but what stands in some places, where it stands."""
    made = [" " * len(line) for line in lines]
    for number, start, end in spans:
        made[number - 1] = made[number - 1][:start] + lines[number - 1][start:end] + made[number - 1][end:]
    return made


def _targets(page: Page) -> Iterator[Span]:
    """Where links lead: behind their words, or in a line of its own."""
    for one in page.links:
        # An address in angle brackets, and that of a tag, has no words.
        words = 0 if one.written.startswith("<") else len(one.text) + one.written.index("[") + 1
        yield from one.scope.spans(one.start + words, one.end)
    for block in page.contents.blocks_of("reference"):
        yield from (Span(row.number, row.column, row.column + len(row.text)) for row in block.rows)


def _in_titles(page: Page) -> Iterator[tuple[str, int, int]]:
    """The same for the titles of fences."""
    for fence in page.fences:
        header = page.lines[fence.line - 1]
        for found in typed(fence.options.get("title", "")):
            yield found[0], fence.line, header.index(found[0], header.index('title="')) + 1


def _in_figures(page: Page) -> Iterator[tuple[str, int, int]]:
    """The same for titles and captions of figures; what braces compute in them is not typed."""
    for fence in page.figures:
        lines = range(fence.line + 1, fence.last)
        for number in (found[0] for text in _words(fence.source) for found in typed(text)):
            line = next((line for line in lines if number in page.lines[line - 1]), fence.line)
            yield number, line, page.lines[line - 1].find(number) + 1


def _words(source: str) -> Iterator[str]:
    """The text of a figure's title and caption."""
    try:
        nodes = list(ast.walk(ast.parse(f"(\n{textwrap.dedent(source)}\n)")))
    except (SyntaxError, ValueError):
        return  # which the figure says itself
    for node in nodes:
        if isinstance(node, ast.keyword) and node.arg in {"title", "caption"}:
            yield from _strings(node.value)


def _strings(node: ast.AST) -> Iterator[str]:
    """The text in an expression, without how numbers are formatted."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if child is not getattr(node, "format_spec", None):
            yield from _strings(child)


def _error(page: Page, message: str, word: str) -> PageError:
    """A mistake in the list of given numbers, on the line that holds it."""
    start = next(line for line, text in enumerate(page.lines, 1) if text.startswith("given"))
    below = enumerate(page.lines[start - 1 : page.first], start)
    line = next((line for line, text in below if word in text), start)
    return page.error(message, line, hint='write given: {"0.5": "where it comes from"}')
