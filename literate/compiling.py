"""Compile a cell so that each of its lines keeps its own file, line and column in tracebacks and coverage."""

import ast
from collections.abc import Callable, Iterator
from types import CodeType
from typing import NamedTuple

from literate.page import Fence, Page
from literate.sections import Line

Transform = Callable[[ast.Module, str], None]


class Step(NamedTuple):
    """One statement of a cell; when it stands in a section, `call` stands on the page's line and runs it."""

    code: CodeType
    call: CodeType | None


def compile_cell(page: Page, cell: Fence, transform: Transform | None = None) -> Iterator[Step]:
    """Compile a cell, statement by statement.

    Args:
        page: The page of the cell.
        cell: The cell.
        transform: Changes each statement before it is compiled, given its file (pytest's assertions).

    Raises:
        PageError: When the cell is not Python, or a statement is partly in a section and partly on the page.
    """
    try:
        tree = ast.parse(cell.source)
    except (SyntaxError, ValueError) as error:  # a ValueError is what older Pythons say of null bytes
        at = cell.lines[min(getattr(error, "lineno", None) or 1, len(cell.lines)) - 1]
        hint = f"mend {at.file.relative_to(page.root)}:{at.number}" if at.call else "mend this line"
        raise page.error(
            f'cell "{cell.id}" is not Python: {getattr(error, "msg", error)}', at.call or at.number, hint=hint
        ) from error
    if asked := future_import(cell):
        hint = "leave it out: the cells of a page are one program, and only its first line could ask for this"
        raise page.error(f'cell "{cell.id}" imports from __future__', asked.call or asked.number, hint=hint)
    for statement in tree.body:
        first, last = cell.lines[statement.lineno - 1], cell.lines[(statement.end_lineno or 0) - 1]
        if (first.file, first.call) != (last.file, last.call):
            message = f'in cell "{cell.id}" one statement stands partly in a section and partly on the page'
            hint = "let the section begin and end with whole statements"
            raise page.error(message, last.call or last.number, hint=hint)
        for node in ast.walk(statement):
            _move(node, cell.lines)
        module = ast.Module([statement], type_ignores=[])
        if transform:
            transform(module, str(first.file))
        yield Step(compile(module, str(first.file), "exec", dont_inherit=True), _call(page, first.call))


def future_import(cell: Fence) -> Line | None:
    """The first line of a cell that imports from `__future__`; a script of all cells would not be Python with it."""
    nodes = ast.walk(ast.parse(cell.source))
    found = [node.lineno for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    return cell.lines[min(found) - 1] if found else None


def _move(node: ast.AST, lines: tuple[Line, ...]) -> None:
    """Put a node at the place where its line is written."""
    for end in ("", "end_"):
        if number := getattr(node, f"{end}lineno", None):
            line = lines[number - 1]
            setattr(node, f"{end}lineno", line.number)
            setattr(node, f"{end}col_offset", getattr(node, f"{end}col_offset") + line.indent)


def _call(page: Page, line: int) -> CodeType | None:
    """A line of the page that runs a statement of a section: it puts the page into the traceback, above it."""
    if not line:
        return None
    return compile("\n" * (line - 1) + "__run_section__()", str(page.path), "exec", dont_inherit=True)
