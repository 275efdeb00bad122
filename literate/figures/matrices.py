"""A product of two matrices as a scheme: the left one below, the right one above, and where they meet, the product."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, counted, number, numbers

ROW, GAP, SLOPE, LETTER = 19.0, 12.0, 35.0, 5.1


@dataclass(frozen=True)
class Frame:
    """Where the matrices stand: the left one at (side, below), the right one at (x, y), the product at (x, below)."""

    cell: float
    side: float
    x: float
    y: float
    below: float
    width: float
    height: float


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
        ValueError: When the matrices do not fit their names, or there is no such row or column.
    """
    left = numbers("left", left, (len(row_names), len(inner_names)))
    right = numbers("right", right, (len(inner_names), len(column_names)))
    counted("names", names, 3)
    counted("roles", roles, 3)
    product = left @ right / divided_by
    row, column = _lit(lit, product)
    frame = _frame((left, right, product), (row_names, inner_names, column_names), form)
    canvas = Canvas(frame.width, frame.height, title, caption)
    _grid(canvas, right, (frame.x, frame.y), frame.cell, roles[1], form, lambda i, j: j == column)
    _grid(canvas, left, (frame.side, frame.below), frame.cell, roles[0], form, lambda i, j: i == row)
    _grid(canvas, product, (frame.x, frame.below), frame.cell, roles[2], form, lambda i, j: (i, j) == (row, column))
    _sides(canvas, frame, row_names, inner_names, column_names)
    _titles(canvas, frame, names, roles, (left, right, product))
    shape = " × ".join(map(str, product.shape))
    canvas.describe(f"{names[0]} times {names[1]} gives {names[2]}, {shape}; it sums over {', '.join(inner_names)}.")
    canvas.describe(f"Lit: row {row_names[row]} and column {column_names[column]}:")
    _sum(canvas, left[row], right[:, column], product[row, column], divided_by, form)
    return canvas


def _lit(lit: tuple[int, int], product: Any) -> tuple[int, int]:
    """Row and column to follow, from 0."""
    if not (1 <= lit[0] <= product.shape[0] and 1 <= lit[1] <= product.shape[1]):
        raise ValueError(f"lit is {lit}, needed: a row and a column of the product {product.shape}, from 1")
    return lit[0] - 1, lit[1] - 1


def _frame(
    matrices: tuple[Any, Any, Any], sides: tuple[Sequence[str], Sequence[str], Sequence[str]], form: str
) -> Frame:
    """Cells as wide as the longest number, and room for the names."""
    rows, inner, columns = (max(map(len, names)) * LETTER + 8 for names in sides)
    cell = max(30, 2 + 5.9 * max(len(number(value, form)) for matrix in matrices for value in matrix.flat))
    (height, width), rise = matrices[1].shape, float(np.sin(np.radians(SLOPE)))
    whole = rows + cell * (height + width) + GAP + inner
    side, y = rows + max(0, 340 - whole) / 2, 10 + columns * rise
    below = y + ROW * height + inner * rise + 4
    end = below + ROW * len(matrices[0]) + 22
    return Frame(cell, side, side + cell * height + GAP, y, below, max(340, whole), end)


def _grid(
    canvas: Canvas,
    matrix: Any,
    at: tuple[float, float],
    cell: float,
    role: str,
    form: str,
    is_lit: Callable[[int, int], bool],
) -> None:
    """The numbers of a matrix, each in its cell; lit ones in a frame of their own."""
    (x, y), (height, width) = at, matrix.shape
    canvas.shape("rect", role, x=x, y=y, width=cell * width, height=ROW * height, klass="matrix")
    for i, j in np.ndindex(height, width):
        if is_lit(i, j):
            canvas.shape("rect", role, x=x + cell * j, y=y + ROW * i, width=cell, height=ROW, klass="lit-cell")
        klass = "strong" if is_lit(i, j) else ""
        canvas.number(x + cell * (j + 0.5), y + ROW * (i + 0.72), matrix[i, j], form, role, klass)


def _sides(canvas: Canvas, frame: Frame, rows: Sequence[str], inner: Sequence[str], columns: Sequence[str]) -> None:
    """Names of rows at the left, of columns above; of what is summed over at the right and above the left matrix."""
    for i, name in enumerate(rows):
        canvas.text(frame.side - 5, frame.below + ROW * (i + 0.72), name, klass="end small")
    for j, name in enumerate(columns):
        canvas.text(frame.x + frame.cell * (j + 0.5) - 4, frame.y - 5, name, klass="start small", turn=-SLOPE)
    right = frame.x + frame.cell * len(columns) + 5
    for i, name in enumerate(inner):
        canvas.text(right, frame.y + ROW * (i + 0.72), name, klass="start small")
        canvas.text(frame.side + frame.cell * (i + 0.5) - 4, frame.below - 5, name, klass="start small", turn=-SLOPE)


def _titles(canvas: Canvas, frame: Frame, names: Sequence[str], roles: Sequence[str], matrices: Any) -> None:
    """The name and the shape of each matrix."""
    left, right, product = (f"{name}  {m.shape[0]} × {m.shape[1]}" for name, m in zip(names, matrices, strict=True))
    under = frame.below + ROW * len(matrices[0]) + 15
    canvas.text(frame.side + frame.cell * matrices[0].shape[1] / 2, under, left, roles[0], "strong")
    canvas.text(frame.x + frame.cell * matrices[1].shape[1] / 2, under, product, roles[2], "strong")
    canvas.text(frame.x - 8, frame.y + ROW * 0.72, right, roles[1], "strong end")


def _sum(canvas: Canvas, row: Any, column: Any, meet: Any, divided_by: float, form: str) -> None:
    """The lit number as the sum that gives it."""
    terms = " + ".join(f"{number(a, form)} times {number(b, form)}" for a, b in zip(row, column, strict=True))
    share = f", divided by {divided_by:g}" if divided_by != 1 else ""
    canvas.describe(f"{terms}{share} is {number(meet, form)}.")
