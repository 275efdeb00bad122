"""The breaks of a file: one edit of one place each, as `tests/mutation/mutate.py` makes them.

Comments, section marks among them, and docstrings are never touched, nor types, which mypy reads, nor what is said to
`lru_cache` and `dataclass`: how much is kept, and that nobody writes to it, which mypy sees.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

SWAPS = {
    **{ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.MatMult: ("@", "*")},
    **{
        ast.Pow: ("**", "*"),
        ast.BitOr: ("|", "&"),
        ast.BitAnd: ("&", "|"),
        ast.FloorDiv: ("//", "*"),
        ast.Mod: ("%", "*"),
    },
    **{ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<")},
    **{ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in")},
    **{ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.And: ("and", "or"), ast.Or: ("or", "and")},
}


@dataclass(frozen=True)
class Break:
    """One edit: the characters from `start` to `end` become `new`."""

    file: str
    line: int
    start: int
    end: int
    old: str
    new: str
    text: str
    lines: range  # of the statement that it is in, without the body of a compound one

    @property
    def edit(self) -> str:
        """What is written where."""
        return f"{self.old} -> {self.new}"

    def __str__(self) -> str:
        """Place and edit, on one line."""
        return f"{self.file}:{self.line}: {self.edit}\n    {self.text}"


def breaks(root: Path, file: str) -> Iterator[Break]:
    """All breaks of one file, in order."""
    source = (root / file).read_text(encoding="utf-8")
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def at(line: int, column: int) -> int:
        text = source[starts[line - 1] : starts[line]]
        return starts[line - 1] + len(text.encode()[:column].decode())

    found = set()
    for node, lines in _nodes(ast.parse(source)):
        for first, last, old, new in _edits(node):
            start, end = at(*first), at(*last)
            here = source.find(old, start, end) if old else start
            stop = here + len(old) if old else end
            changed = source[:here] + new + source[stop:]
            if here >= 0 and changed != source and _is_python(changed):
                line = source.count("\n", 0, here) + 1
                shown = source[here:stop].replace("\n", " ")
                text = source.splitlines()[line - 1].strip()
                found.add(Break(file, line, here, stop, shown, new, text, lines))
    yield from sorted(found, key=lambda b: (b.start, b.new))


def _nodes(node: ast.AST, lines: range = range(0)) -> Iterator[tuple[ast.AST, range]]:
    """All nodes but types, with the lines of their statements."""
    if isinstance(node, ast.stmt):
        body = getattr(node, "body", [])
        end = body[0].lineno if body else (node.end_lineno or 0) + 1
        lines = range(node.lineno, max(end, node.lineno + 1))
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"dataclass", "lru_cache"}:
        return
    yield node, lines
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in {"annotation", "returns"}:
                yield from _nodes(child, lines)


def _is_python(source: str) -> bool:
    """A break that cannot be read is no break."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def _ends(node: ast.AST) -> tuple[tuple[int, int], tuple[int, int]]:
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]


def _edits(node: ast.AST) -> Iterator[tuple[tuple[int, int], tuple[int, int], str, str]]:
    """The edits of one node: where to look, what for (all of it when empty), and what to write."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            yield _ends(left)[1], _ends(right)[0], *SWAPS[type(op)]
        case ast.AugAssign(target=target, op=op, value=value):
            yield _ends(target)[1], _ends(value)[0], *SWAPS[type(op)]
        case ast.Compare(left=left, ops=ops, comparators=others):
            for (before, after), op in zip(pairwise([left, *others]), ops, strict=True):
                yield _ends(before)[1], _ends(after)[0], *SWAPS[type(op)]
        case ast.BoolOp(op=op, values=values):
            for before, after in pairwise(values):
                yield _ends(before)[1], _ends(after)[0], *SWAPS[type(op)]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield _ends(node)[0], _ends(operand)[0], "not ", ""
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield _ends(node)[0], _ends(operand)[0], "-", ""
        case ast.Attribute(value=value, attr="T"):
            yield _ends(value)[1], _ends(node)[1], ".T", ""
        case ast.Constant(value=bool(value)):
            yield *_ends(node), "", str(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield *_ends(node), "", repr(value + 1)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield *_ends(test), "", "True" if isinstance(node, ast.If | ast.IfExp) else "False"
            if not isinstance(node, ast.While):
                yield *_ends(test), "", "False"
        case ast.Return(value=ast.expr() as value):
            yield *_ends(value), "", "None"
        case ast.Raise() | ast.Continue() | ast.Break() | ast.Delete():
            yield *_ends(node), "", "pass"
        case ast.Expr(value=ast.Call()) | ast.Expr(value=ast.IfExp()):
            yield *_ends(node), "", "pass"
