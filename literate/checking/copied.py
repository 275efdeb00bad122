"""What readers copy from a page is what has run: no text in a cell changes when the page shows its blanks otherwise."""

import ast
from collections.abc import Iterator

from literate.errors import PageError
from literate.reading.page import Fence, Page


def mistakes(page: Page) -> Iterator[PageError]:
    """Lines of cells whose tabs, or whose blanks alone on a line, stand in a text that is shown with others."""
    for cell in page.cells:
        before = [line.text for line in cell.lines]
        for at, line in enumerate(cell.lines):
            if (after := _shown(line.text)) != line.text and _differ(before, [*before[:at], after, *before[at + 1 :]]):
                hint = r"write \t for a tab, and no blanks alone on a line of a text"
                yield page.error("the page shows this line with other blanks", _line(cell, at), hint=hint)


def _line(cell: Fence, at: int) -> int:
    return cell.lines[at].call or cell.lines[at].number


def _shown(text: str) -> str:
    return text.expandtabs(4) if text.strip() else ""


def _differ(before: list[str], after: list[str]) -> bool:
    """Whether two cells are not the same program; what is no Python is a mistake by itself."""
    try:
        return _program(before) != _program(after)
    except (SyntaxError, ValueError):
        return False


def _program(lines: list[str]) -> str:
    """A program without its docstrings."""
    tree = ast.parse("\n".join(lines))
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(None)
    return ast.dump(tree)
