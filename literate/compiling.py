"""Compile a cell so that each of its lines keeps its own file, line and column in tracebacks and coverage."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType

from literate.reader import Fence, Page
from literate.sections import Part

Transform = Callable[[ast.Module, str], None]


@dataclass(frozen=True)
class Step:
    """Statements of a cell that come from one part; `call` stands on the page's line and runs them."""

    code: CodeType
    call: CodeType | None


def compile_cell(page: Page, cell: Fence, transform: Transform | None = None) -> Iterator[Step]:
    """Compile the statements of a cell, part by part.

    Args:
        page: The page of the cell.
        cell: The cell.
        transform: Changes each module of statements before it is compiled, given its file (pytest's assertions).

    Raises:
        PageError: When the cell is not Python, or a statement is partly in a section and partly on the page.
    """
    origin = [(part, number) for part in cell.parts for number in range(len(part.lines))]
    try:
        tree = ast.parse(cell.source)
    except SyntaxError as error:
        part, number = origin[min(error.lineno or 1, len(origin)) - 1]
        line = part.line + number if part.file == page.path else part.page_line
        message = f'cell "{cell.id}" is not Python: {error.msg}'
        raise page.error(message, line, hint=_where(page, part, number)) from error
    for part, statements in _by_part(page, cell, tree, origin):
        module = ast.Module(statements, type_ignores=[])
        if transform:
            transform(module, str(part.file))
        yield Step(compile(module, str(part.file), "exec", dont_inherit=True), _call(page, part))


def _where(page: Page, part: Part, number: int) -> str:
    own = part.file == page.path
    return "mend this line" if own else f"mend {part.file.relative_to(page.root)}:{part.line + number}"


def _by_part(
    page: Page, cell: Fence, tree: ast.Module, origin: list[tuple[Part, int]]
) -> list[tuple[Part, list[ast.stmt]]]:
    """Group the statements by the part that they come from, and move each to its true line and column."""
    groups: list[tuple[Part, list[ast.stmt]]] = []
    for statement in tree.body:
        first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", []))])
        (part, number), (end, _) = origin[first - 1], origin[(statement.end_lineno or first) - 1]
        if part is not end:
            raise page.error(
                f'in cell "{cell.id}" one statement stands partly in a section and partly on the page',
                end.page_line,
                hint="let the section begin and end with whole statements",
            )
        for node in ast.walk(statement):
            _move(node, part.line + number - first, part.indent)
        if not groups or groups[-1][0] is not part:
            groups.append((part, []))
        groups[-1][1].append(statement)
    return groups


def _move(node: ast.AST, lines: int, columns: int) -> None:
    for name in ("lineno", "end_lineno", "col_offset", "end_col_offset"):
        if getattr(node, name, None) is not None:
            setattr(node, name, getattr(node, name) + (lines if name.endswith("lineno") else columns))


def _call(page: Page, part: Part) -> CodeType | None:
    """A line of the page that runs a section: it puts the page into the traceback, above the section."""
    if part.file == page.path:
        return None
    return compile("\n" * (part.page_line - 1) + "__run_section__()", str(page.path), "exec", dont_inherit=True)
