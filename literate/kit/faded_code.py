"""Taught code with something taken away: gaps to fill, lines to put in order, right sides or bodies to write.

Each form is made from the section that the tests test, so none of them can differ from it.
"""

import ast
import hashlib
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, count, pairwise

from literate.errors import PageError
from literate.kit import gaps
from literate.kit.feature import Feature
from literate.reading.fences import FADES
from literate.reading.page import Page

GAP = "____"


@dataclass(frozen=True)
class Faded:
    """A section with something taken away.

    Attributes:
        text: What is shown.
        taken: What fills its gaps, one after the other; of lines to order, the statements in their right order.
    """

    text: str
    taken: tuple[str, ...]


def fade(source: str, form: str) -> Faded:
    """A section in one of its faded forms: `gaps`, `order` or `blank`.

    Raises:
        ValueError: When the source is not Python by itself, or has nothing that this form could take away.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise ValueError(f"this section is not Python by itself: {error.msg}") from error
    if form == "order":
        return _scrambled(source, tree)
    spans = sorted(gaps.blanks(source, tree) if form == "blank" else gaps.gaps(source, tree))
    if not spans:
        raise ValueError("this section has nothing that could be left out")
    text = source
    for start, end in reversed(spans):
        text = text[:start] + GAP + text[end:]
    return Faded(text, tuple(source[start:end] for start, end in spans))


def _scrambled(source: str, tree: ast.Module) -> Faded:
    """The statements in another order, always the same, in which something is used before it is made."""
    one = tree.body[0] if len(tree.body) == 1 else None
    inside = one.body[ast.get_docstring(one) is not None :] if isinstance(one, ast.FunctionDef) else tree.body
    lines = source.split("\n")
    ends = [statement.end_lineno or 0 for statement in inside]
    start = inside[0].lineno - 1 if inside is not tree.body and inside else 0
    pieces = ["\n".join(lines[first:last]) for first, last in pairwise([start, *ends])]
    order = _order(pieces, inside)
    shown = [*lines[:start], *(pieces[place] for place in order), *lines[ends[-1] :]]
    return Faded("\n".join(shown), tuple(pieces))


def _order(pieces: list[str], statements: list[ast.stmt]) -> list[int]:
    """An order found by trying: the first piece is not first, and some piece stands above another that it needs."""
    pairs = [
        (before, after)
        for before, after in combinations(range(len(pieces)), 2)
        if _names(statements[before], ast.Store) & _names(statements[after], ast.Load)
        and pieces[before] != pieces[after]
    ]
    if not pairs:
        raise ValueError("this section has no two statements of which one needs the other")
    for salt in count():  # pragma: no branch
        order = sorted(range(len(pieces)), key=lambda place: _shuffled(salt, place, pieces[place]))
        if order[0] and any(order.index(after) < order.index(before) for before, after in pairs):
            break
    return order


def _shuffled(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _names(statement: ast.stmt, kind: type[ast.expr_context]) -> set[str]:
    """What a statement makes, or what it needs."""
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, kind)}


def mistakes(page: Page) -> Iterator[PageError]:
    """Faded fences that do not stand for one whole section, or for one that cannot be faded so."""
    for fence in page.fences:
        is_broken = any(fence.line < one.line < fence.last for one in page.mistakes)
        if "fade" not in fence.options or is_broken:
            continue
        if fence.last != fence.line + 2 or not fence.lines or not fence.lines[0].call:
            hint = 'write one line in it: --8<-- "file:section"'
            yield page.error("a faded fence holds one section and nothing else", fence.line, hint=hint)
            continue
        try:
            fade(fence.source, fence.options["fade"])
        except ValueError as error:
            hint = f"name another section, or another of {', '.join(sorted(FADES))}"
            yield page.error(str(error), fence.line + 1, hint=hint)


def with_fading(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter, as many as before: the line of a faded section holds all of it."""
    lines = lines[:]
    for fence in page.fences:
        if form := fence.options.get("fade"):
            start = fence.line - 1 - page.first
            lines[start] = lines[start].replace(f' fade="{form}"', "")
            lines[start + 1] = textwrap.indent(fade(fence.source, form).text, " " * fence.indent)
    return lines


FEATURE = Feature(check=mistakes, rewrite=with_fading)
