"""Which part of each statement of taught code a gap may take: offsets in the source, found in its syntax tree."""

import ast
from collections.abc import Callable, Iterator

CharacterRange = tuple[int, int]
SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)


def gaps(source: str, tree: ast.Module) -> Iterator[CharacterRange]:
    """For each statement the part that is worth asking for: never its left side."""
    for value in _values(tree):
        nodes = _outside_strings(value)
        yield _span(source, next(node for pick in PICKS for node in pick(nodes)))


def blanks(source: str, tree: ast.Module) -> Iterator[CharacterRange]:
    """The body of each function, and outside of functions each right side."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            if body := node.body[ast.get_docstring(node) is not None :]:
                yield _span(source, body[0], body[-1])
        else:
            yield from (_span(source, value) for value in _values(node))


def _values(tree: ast.AST) -> Iterator[ast.expr]:
    """The right side of each simple statement, docstrings left out."""
    for node in ast.walk(tree):
        value = getattr(node, "value", None) if isinstance(node, SIMPLE) else None
        if isinstance(value, ast.expr) and not (isinstance(node, ast.Expr) and isinstance(value, ast.Constant)):
            yield value


def _outside_strings(value: ast.expr) -> list[ast.expr]:
    """The parts of an expression, the outermost first; inside an f-string no place is known before Python 3.12."""
    parts = [node for node in ast.walk(value) if isinstance(node, ast.expr)]
    inside = {id(part) for one in parts if isinstance(one, ast.JoinedStr) for part in ast.walk(one) if part is not one}
    return [part for part in parts if id(part) not in inside]


def _span(source: str, first: ast.stmt | ast.expr, last: ast.stmt | ast.expr | None = None) -> CharacterRange:
    """The offsets from the start of one node to the end of another. The parser counts bytes."""
    lines = source.encode().splitlines(keepends=True)

    def offset(line: int, column: int) -> int:
        return len((b"".join(lines[: line - 1]) + lines[line - 1][:column]).decode())

    end = last or first
    return offset(first.lineno, first.col_offset), offset(end.end_lineno or 0, end.end_col_offset or 0)


def _transposed(nodes: list[ast.expr]) -> list[ast.expr]:
    return [node for node in nodes if isinstance(node, ast.Attribute) and node.attr == "T"]


def _factors(nodes: list[ast.expr]) -> list[ast.expr]:
    """Those such as `(1 - out)`."""
    sides = [side for node in _operations(nodes, ast.Mult) for side in (node.right, node.left)]
    return [one for one in _operations(sides, ast.Sub) if isinstance(one.left, ast.Constant)]


def _divisors(nodes: list[ast.expr]) -> list[ast.expr]:
    return [node.right for node in _operations(nodes, ast.Div)]


def _right_operands(nodes: list[ast.expr]) -> list[ast.expr]:
    return [node.right for node in _operations(nodes, ast.operator)]


def _bounds(nodes: list[ast.expr]) -> list[ast.expr]:
    return [node.comparators[0] for node in nodes if isinstance(node, ast.Compare)]


def _operations(nodes: list[ast.expr], kind: type[ast.operator]) -> list[ast.BinOp]:
    return [node for node in nodes if isinstance(node, ast.BinOp) and isinstance(node.op, kind)]


def _arguments(nodes: list[ast.expr]) -> list[ast.expr]:
    return [node.args[-1] for node in nodes if isinstance(node, ast.Call) and node.args]


# The first kind that a statement has is taken; the last is the whole of it.
PICKS: list[Callable[[list[ast.expr]], list[ast.expr]]] = [
    _transposed,
    _factors,
    _divisors,
    _right_operands,
    _bounds,
    _arguments,
    list,
]
