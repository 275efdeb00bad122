"""A product of two matrices as a scheme: the left one below, the right one above, and where they meet, the product."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, number

CELL, ROW, SIDE, GAP = 37.0, 19.0, 62.0, 12.0


def matrix_product(
    left: Any,
    right: Any,
    names: Sequence[str],
    row_names: Sequence[str],
    inner_names: Sequence[str],
    column_names: Sequence[str],
    lit: tuple[int, int] = (1, 1),
    roles: Sequence[str] = ("", "", ""),
    divided_by: float = 1,
    form: str = ".2f",
    title: str = "A matrix product",
    caption: str = "",
) -> Canvas:
    """Draw a product with one row and one column lit, and the number where they meet.

    Args:
        left: (rows, inner).
        right: (inner, columns).
        names: What the three matrices are called: left, right, product.
        row_names: The names of the rows of the left matrix and of the product.
        inner_names: What both share and the product sums over.
        column_names: The names of the columns of the right matrix and of the product.
        lit: Row and column to follow, from 1.
        roles: The roles of the three matrices.
        divided_by: What the product is divided by.
        form: How numbers are formatted.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When the matrices do not fit, or names are missing.
    """
    left, right = np.asarray(left, dtype=float), np.asarray(right, dtype=float)
    _check(left, right, row_names, inner_names, column_names)
    product = left @ right / divided_by
    top, x_right = 58.0 + ROW * len(right) + GAP + 14, SIDE + CELL * len(right) + GAP
    canvas = Canvas(max(340, x_right + CELL * right.shape[1] + 62), top + ROW * len(left) + 22, title, caption)
    shape = " × ".join(map(str, product.shape))
    canvas.describe(f"{names[0]} times {names[1]} gives {names[2]}, {shape}; it sums over {', '.join(inner_names)}.")
    row, column = lit[0] - 1, lit[1] - 1
    _grid(canvas, right, x_right, 58, roles[1], form, lambda i, j: j == column)
    _grid(canvas, left, SIDE, top, roles[0], form, lambda i, j: i == row)
    _grid(canvas, product, x_right, top, roles[2], form, lambda i, j: (i, j) == (row, column))
    _sides(canvas, row_names, inner_names, column_names, top, x_right)
    _titles(canvas, names, roles, (left, right, product), top, x_right)
    pairs = zip(left[row], right[:, column], strict=True)
    terms = " + ".join(f"{number(a, form)} times {number(b, form)}" for a, b in pairs)
    share = f", divided by {divided_by:g}" if divided_by != 1 else ""
    canvas.describe(f"Lit: row {row_names[row]} and column {column_names[column]}:")
    canvas.describe(f"{terms}{share} is {number(product[row, column], form)}.")
    return canvas


def _check(left: Any, right: Any, rows: Sequence[str], inner: Sequence[str], columns: Sequence[str]) -> None:
    came, needed = (left.shape, right.shape), ((len(rows), len(inner)), (len(inner), len(columns)))
    if came != needed:
        raise ValueError(f"the matrices are {came[0]} and {came[1]}, by their names {needed[0]} and {needed[1]}")


def _grid(canvas: Canvas, matrix: Any, x: float, y: float, role: str, form: str, is_lit: Any) -> None:
    """The numbers of a matrix, each in its cell; lit ones in a frame of their own."""
    height, width = matrix.shape
    canvas.shape("rect", role, x=x, y=y, width=CELL * width, height=ROW * height, klass="matrix")
    for i, j in np.ndindex(height, width):
        if is_lit(i, j):
            canvas.shape("rect", role, x=x + CELL * j, y=y + ROW * i, width=CELL, height=ROW, klass="lit-cell")
        klass = "strong" if is_lit(i, j) else ""
        canvas.number(x + CELL * (j + 0.5), y + ROW * (i + 0.72), matrix[i, j], form, role, klass)


def _sides(
    canvas: Canvas, rows: Sequence[str], inner: Sequence[str], columns: Sequence[str], top: float, x: float
) -> None:
    """Names of rows at the left, of columns above; of what is summed over at the right and above the left matrix."""
    for i, name in enumerate(rows):
        canvas.text(SIDE - 5, top + ROW * (i + 0.72), name, klass="end small")
    for j, name in enumerate(columns):
        canvas.text(x + CELL * (j + 0.5) - 8, 54, name, klass="start small", turn=-35)
    for i, name in enumerate(inner):
        canvas.text(x + CELL * len(columns) + 5, 58 + ROW * (i + 0.72), name, klass="start small")
        canvas.text(SIDE + CELL * (i + 0.5) - 8, top - 4, name, klass="start small", turn=-35)


def _titles(canvas: Canvas, names: Sequence[str], roles: Sequence[str], matrices: Any, top: float, x: float) -> None:
    """The name and the shape of each matrix."""
    left, right, product = (f"{m.shape[0]} × {m.shape[1]}" for m in matrices)
    below = top + ROW * len(matrices[0]) + 15
    canvas.text(SIDE + CELL * matrices[0].shape[1] / 2, below, f"{names[0]}  {left}", roles[0], "strong")
    canvas.text(x + CELL * matrices[1].shape[1] / 2, below, f"{names[2]}  {product}", roles[2], "strong")
    canvas.text(x - 8, 58 + ROW * (len(matrices[1]) / 2 + 0.22), f"{names[1]}  {right}", roles[1], "strong end")
