"""Cells to write in: what a notebook has where a page asks its reader to write code.

A fence of Python that is not run and has the title “Your cell” is such a cell. So is taken code with something left
out, as comments: it would not run. An answer that is code, in a fold of the kind `success`, has an empty one above it,
unless its exercise has one already.
"""

import ast
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from literate.grammar.block import Block
from literate.kit.faded_code import fade
from literate.reading.page import Fence, Page

TITLE = "Your cell"
EMPTY = f"# {TITLE}"


class Yours(NamedTuple):
    """A cell to write in.

    Attributes:
        line: The line of the page that it stands at.
        last: The last line of what stands on the page in its place; the line before where nothing does.
        indent: How far that is indented.
        source: What stands in it.
    """

    line: int
    last: int
    indent: int
    source: str


def yours(page: Page) -> list[Yours]:
    """The cells to write in of a page, in order."""
    written = [_of_fence(fence) for fence in page.fences if _is_asked(fence)]
    return sorted([*written, *_above_answers(page, written)])


def all_cells(page: Page) -> list[Fence | Yours]:
    """The cells of a page and those to write in, in order."""
    return sorted([*page.cells, *yours(page)], key=lambda one: one.line)


def _is_asked(fence: Fence) -> bool:
    is_code = fence.language == "python" and not fence.is_cell
    return is_code and ("fade" in fence.options or fence.options.get("title") == TITLE)


def _of_fence(fence: Fence) -> Yours:
    form = fence.options.get("fade")
    text = fade(fence.source, form).text if form else fence.source
    if form or not _is_python(text):
        text = f"# {fence.options.get('title', TITLE)}\n{textwrap.indent(text, '# ', lambda line: bool(line.strip()))}"
    return Yours(fence.line, fence.last, fence.indent, text.rstrip())


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def _above_answers(page: Page, written: list[Yours]) -> Iterator[Yours]:
    """An empty cell above each answer that is code, and belongs to an exercise that has none."""
    answers = [block for block in page.folds if _is_answer(page, block)]
    for fold in answers:
        begun = max([0, *(line for line in _beginnings(page, answers) if line < fold.line)])
        if not any(begun <= one.line < fold.line for one in written):
            yield Yours(fold.line, fold.line - 1, fold.rows[0].column, EMPTY)


def _is_answer(page: Page, block: Block) -> bool:
    is_kind = block.kind == "fold" and page.contents.tree.part(block, "kinds").split()[:1] == ["success"]
    return is_kind and any(block.line < cell.line <= block.last for cell in page.cells)


def _beginnings(page: Page, answers: list[Block]) -> Iterator[int]:
    """Where an exercise may begin: at a heading, at an item of a list, below an answer."""
    yield from (heading.line for heading in page.headings)
    yield from (block.line for block in page.contents.blocks_of("item"))
    yield from (fold.last for fold in answers)
