"""What is wrong with a claim: both sides of the comparison that is false, with their values.

Chains are told by the pair that is false, `and` by its first false part, `all(…)` by the first of its cases that is
not so; of arrays the first entry is told.
"""

import ast
import importlib
from itertools import pairwise
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from literate.running.states import names_in
from literate.settings import settings_of

HINT = "mend the words, or the expression: it has to say what they say"
BOOLS = {"bool", "bool_"}  # Python's, NumPy's of either version
Names = dict[str, Any]


def taught(root: Path, code: CodeType) -> dict[str, ModuleType]:
    """The taught package by its name, where a claim asks for it, as a figure may."""
    package = settings_of(root).package
    return {package: importlib.import_module(package)} if package in names_in(code) else {}


def fault(claim: str, value: Any, names: Names) -> str:
    """Why a claim does not hold, given what it evaluates to; empty for one that holds."""
    if type(value).__name__ not in BOOLS:
        return f"this claim gives {_said(value)}, needed: True or False"
    if value:
        return ""
    try:
        told = _told(ast.parse(f"({claim})", mode="eval").body, names)
    except Exception:  # a claim that can be asked once, such as one that uses up an iterator
        told = ""
    return f"this claim does not hold: {told or claim + ' is False'}"


def _told(node: ast.expr, names: Names) -> str:
    """A false expression with its values."""
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = pairwise(_value(one, names) for one in (left, *others))
            a, b, op = next((a, b, op) for op, (a, b) in zip(ops, sides, strict=False) if not _compared(op, a, b))
            return f"{_pair(op, a, b)} is False"
        case ast.BoolOp(op=ast.And(), values=parts):
            return _told(next(part for part in parts if not _value(part, names)), names)
        case ast.BoolOp(op=ast.Or(), values=parts):
            return ", ".join(_told(part, names) for part in parts)
        case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp() as each]):
            return _first(each, names)
        case ast.Call(func=ast.Attribute(value=ast.Compare(left=a, ops=[op], comparators=[b]), attr="all"), args=[]):
            return _entry(op, _value(a, names), _value(b, names))
    return f"{ast.unparse(node)} is False"


def _first(each: ast.GeneratorExp, names: Names) -> str:
    """The first case of `all(…)` that is false, with the names that it goes by."""
    targets = {one.id for part in each.generators for one in ast.walk(part.target) if isinstance(one, ast.Name)}
    keys: list[ast.expr | None] = [ast.Constant(name) for name in sorted(targets)]
    found = ast.Dict(keys, [ast.Name(name, ast.Load()) for name in sorted(targets)])
    *before, last = each.generators
    wrong = ast.UnaryOp(ast.Not(), each.elt)
    last = ast.comprehension(last.target, last.iter, [*last.ifs, wrong], last.is_async)
    case = next(_value(ast.GeneratorExp(found, [*before, last]), names))
    at = ", ".join(f"{name} = {_said(value)}" for name, value in case.items())
    return f"{_told(each.elt, names | case)} at {at}"


def _entry(op: ast.cmpop, a: Any, b: Any) -> str:
    """The first entry of two arrays that compares as false."""
    wrong = ~_compared(op, a, b)
    place = tuple(int(axis[0]) for axis in wrong.nonzero())
    return f"{_pair(op, _of(a, wrong, place), _of(b, wrong, place))} is False at {list(place)}"


def _of(side: Any, like: Any, place: tuple[int, ...]) -> Any:
    """The entry of one side, which may be a single number or be repeated to fit."""
    return (side + like * 0)[place]


def _value(node: ast.expr, names: Names) -> Any:
    return eval(compile(ast.fix_missing_locations(ast.Expression(node)), "<claim>", "eval"), names)


def _compared(op: ast.cmpop, a: Any, b: Any) -> Any:
    return _value(ast.Compare(ast.Name("a", ast.Load()), [op], [ast.Name("b", ast.Load())]), {"a": a, "b": b})


def _pair(op: ast.cmpop, a: Any, b: Any) -> str:
    """Two values with the sign between them; with all digits where few would make them alike."""
    sign = ast.unparse(ast.Compare(ast.Name("a"), [op], [ast.Name("b")]))[2:-2]
    alike = _said(a) == _said(b)
    return f"{_said(a, alike)} {sign} {_said(b, alike)}"


def _said(value: Any, whole: bool = False) -> str:
    """A value in one line; a float with six digits, or as many as it has."""
    value = value.item() if getattr(value, "shape", None) == () else value  # NumPy's own number says its kind, too
    text = " ".join((f"{value:.6g}" if isinstance(value, float) and not whole else repr(value)).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
