"""Another arithmetic: with this folder first on PYTHONPATH, each `exp` and each product ends in another last digit.

The digit moves by −1, 0 or +1, as the bits of the value and LAST_DIGIT say: the same value always by the same. Whole
numbers stay: sums and products of such are exact on every machine, and so is the exponential of 0.
"""

import ast
import builtins
import os
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

CELLS = "literate.running.compiling"
DRAW = int(os.environ.get("LAST_DIGIT", "1"))
BITS = {np.dtype(np.float64): (np.uint64, 0x9E3779B97F4A7C15, 40), np.dtype(np.float32): (np.uint32, 0x9E3779B1, 16)}
PARTS = {np.dtype(np.complex128): np.float64, np.dtype(np.complex64): np.float32}


def moved(value: Any) -> Any:
    """A value with other last digits."""
    array = np.asarray(value)
    if array.dtype in PARTS:
        parts = np.ascontiguousarray(array).reshape(-1).view(PARTS[array.dtype])
        return _moved(parts).view(array.dtype).reshape(array.shape)[()]
    return _moved(array)[()] if array.dtype in BITS else value


def _moved(array: np.ndarray) -> np.ndarray:
    """The next float up or down is the next whole number, if both are read as bits."""
    kind, odd, shift = BITS[array.dtype]
    flat = array.reshape(-1)  # a scalar would warn of what an array does without a word: bits that go over the end
    bits = flat.copy().view(kind)
    by = (((bits + kind(DRAW)) * kind(odd)) >> kind(shift)) % kind(3)
    by = by * (flat != np.rint(flat))
    return (bits + (by & kind(1)) - (by >> kind(1))).view(array.dtype).reshape(array.shape)


def _other(known: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given, **options: moved(known(*given, **options))


class _Products(ast.NodeTransformer):
    """`a @ b` as a call: an array's own operator cannot be exchanged."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.op, ast.MatMult):
            return node
        called = ast.Call(ast.Name("__matmul__", ast.Load()), [node.left, node.right], [])
        return ast.fix_missing_locations(ast.copy_location(called, node))


def _parsed(*given: Any, **options: Any) -> Any:
    """The tree of a cell, with such calls; others that read code get it as it is written."""
    tree, asks = parse(*given, **options), sys._getframe(1).f_globals.get("__name__")
    return _Products().visit(tree) if asks == CELLS else tree


parse = ast.parse
changed: Any = np
changed.exp, changed.dot = _other(np.exp), _other(np.dot)
builtins.__matmul__ = _other(np.matmul)  # type: ignore[attr-defined]
ast.parse = _parsed  # type: ignore[assignment]
