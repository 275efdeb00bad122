"""Compile a cell so that each of its lines keeps its own file, line and column in tracebacks and coverage."""

import ast
import re
from collections.abc import Callable, Iterator
from types import CodeType
from typing import NamedTuple

from literate.errors import PageError
from literate.reading.page import Fence, Page
from literate.reading.snippets import Line

SAID = re.compile(r"(?<= line )\d+")  # as in: expected an indented block after 'for' statement on line 1
Transform = Callable[[ast.Module, str], None]


class CompiledStatement(NamedTuple):
    """One statement of a cell.

    Attributes:
        code: The statement, at the place where it is written.
        call: When it stands in a section: a line of the page that runs it.
        line: The line of the page.
    """

    code: CodeType
    call: CodeType | None
    line: int


def compile_cell(page: Page, cell: Fence, transform: Transform | None = None) -> Iterator[CompiledStatement]:
    """Compile a cell, statement by statement.

    Args:
        page: The page of the cell.
        cell: The cell.
        transform: Changes each statement before it is compiled, given its file (pytest's assertions).

    Raises:
        PageError: When the cell is not Python, a statement is partly in a section and partly on the page, or speaks
            for the whole of its file, as an import from `__future__` does.
    """
    try:
        tree = ast.parse(cell.source)
    except (SyntaxError, ValueError) as error:  # a ValueError is what older Pythons say of null bytes
        raise _not_python(page, cell, error, cell.lines) from error
    if asked := future_import(cell):
        hint = "leave it out: the cells of a page are one program, and only its first line could ask for this"
        raise page.error(f'cell "{cell.id}" imports from __future__', asked.call or asked.number, hint=hint)
    for statement in tree.body:
        first, last = cell.lines[statement.lineno - 1], cell.lines[(statement.end_lineno or 0) - 1]
        if (first.file, first.call) != (last.file, last.call):
            message = f'in cell "{cell.id}" one statement stands partly in a section and partly on the page'
            hint = "let the section begin and end with whole statements"
            raise page.error(message, last.call or last.number, hint=hint)
        yield _compiled(page, cell, statement, transform)


def _compiled(page: Page, cell: Fence, statement: ast.stmt, transform: Transform | None) -> CompiledStatement:
    """One statement, moved to where it is written, and compiled."""
    first = cell.lines[statement.lineno - 1]
    for node in ast.walk(statement):
        _move(node, cell.lines)
    module = ast.Module([statement], type_ignores=[])
    if transform:
        transform(module, str(first.file))
    try:
        code = compile(module, str(first.file), "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:  # `return` outside of a function is found only here
        raise _not_python(page, cell, error, (), first) from error
    return CompiledStatement(code, _call(page, first.call), first.call or first.number)


def _not_python(
    page: Page, cell: Fence, error: Exception, lines: tuple[Line, ...], first: Line | None = None
) -> PageError:
    """What is no Python: at its line and column on the page, or at the line that names the section that holds it.

    Args:
        page: The page of the cell.
        cell: The cell.
        error: What Python says of it.
        lines: The lines that its line number counts; empty when it counts those of the file.
        first: The first line of the statement.
    """
    message, number = getattr(error, "msg", str(error)), getattr(error, "lineno", None) or 1
    column = max(getattr(error, "offset", None) or 1, 1)
    line = lines[min(number, len(lines)) - 1] if lines else first
    assert line is not None
    if lines:  # Python counts the lines of the cell
        message = SAID.sub(lambda said: str(lines[min(int(said[0]), len(lines)) - 1].number), message)
    what = f'cell "{cell.id}" is not Python: {message}'
    if line.call:
        place = f"{line.file.relative_to(page.root).as_posix()}:{line.number if lines else number}:{column}"
        return page.error(what, line.call, hint=f"mend {place}")
    at = line.number if lines else number
    text = page.lines[at - 1]
    start = min((line.indent if lines else 0) + column, len(text) or 1)
    return page.error(what, at, start, max(len(text.rstrip()) - start + 1, 1), hint="mend this line")


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
