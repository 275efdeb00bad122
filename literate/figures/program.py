"""A short function of NumPy as data: what each line makes, so that a script can take the same step."""

import ast
from typing import Any, NamedTuple

SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**"}
CALLS = ("sigmoid", "len", "np.ones_like")
KNOWN = f"names, numbers, {', '.join(SIGNS.values())}, .T, .size, rows such as [-1:], and {', '.join(CALLS)}"


class Program(NamedTuple):
    """A function of a few assignments.

    Attributes:
        text: Its text.
        made: The name that each line makes, and how, as a tree: `["@", ["name", "x"], ["name", "weights_1"]]`.
        gives: What it returns, as trees.
    """

    text: str
    made: list[tuple[str, Any]]
    gives: list[Any]

    @classmethod
    def read(cls, text: str) -> "Program":
        """Read a function.

        Raises:
            ValueError: When it is more than assignments and a `return` of what a script knows.
        """
        (function,) = ast.parse(text).body
        body = function.body if isinstance(function, ast.FunctionDef) else []
        lines, last = body[:-1], body[-1] if body else None
        if not isinstance(last, ast.Return) or not isinstance(last.value, ast.Tuple):
            raise ValueError(f"a program is {text[:40]!r}, needed: a function that returns a tuple")
        return cls(text, [_assignment(one) for one in lines], [_tree(one) for one in last.value.elts])


def _assignment(line: ast.stmt) -> tuple[str, Any]:
    if not isinstance(line, ast.Assign) or not isinstance(line.targets[0], ast.Name):
        raise ValueError(f"{ast.unparse(line)} is no assignment to a name")
    return line.targets[0].id, _tree(line.value)


def _tree(node: ast.expr) -> Any:
    """An expression as a list: its kind, then its parts."""
    match node:
        case ast.Name(id=name):
            return ["name", name]
        case ast.Constant(value=int() | float() as value):
            return ["number", value]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in SIGNS:
            return [SIGNS[type(op)], _tree(left), _tree(right)]
        case ast.Attribute(value=value, attr="T" | "size" as attr):
            return [attr, _tree(value)]
        case ast.Subscript(value=value, slice=ast.Slice(lower=lower, upper=upper, step=None)):
            return ["rows", _tree(value), *(None if end is None else ast.literal_eval(end) for end in (lower, upper))]
        case ast.Call(func=func, args=[one], keywords=[]) if ast.unparse(func) in CALLS:
            return [ast.unparse(func), _tree(one)]
    raise ValueError(f"{ast.unparse(node)} is unknown to the script, needed: {KNOWN}")
