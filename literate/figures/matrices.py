"""A product of two matrices as a scheme: the left one below, the right one above, and where they meet, the product."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.digits import counted, number, numbers
from literate.figures.scheme import ROW, frame_of, write_sides, write_signs, write_titles


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
    row, column = followed(lit, product)
    frame = frame_of((left, right, product), (row_names, inner_names, column_names), form)
    canvas = Canvas(frame.width, frame.height, title, caption)
    _grid(canvas, right, (frame.x, frame.y), frame.cell, roles[1], form, lambda i, j: j == column)
    _grid(canvas, left, (frame.side, frame.below), frame.cell, roles[0], form, lambda i, j: i == row)
    _grid(canvas, product, (frame.x, frame.below), frame.cell, roles[2], form, lambda i, j: (i, j) == (row, column))
    write_sides(canvas, frame, row_names, inner_names, column_names)
    write_titles(canvas, frame, names, roles, (left, right, product))
    write_signs(canvas, frame, len(left), divided_by)
    shape = " × ".join(map(str, product.shape))
    canvas.describe(f"{names[0]} times {names[1]} gives {names[2]}, {shape}; it sums over {', '.join(inner_names)}.")
    canvas.describe(f"Lit: row {row_names[row]} and column {column_names[column]}:")
    _sum(canvas, left[row], right[:, column], product[row, column], divided_by, form)
    return canvas


def followed(lit: tuple[int, int], product: Any) -> tuple[int, int]:
    """Row and column to follow, from 0."""
    if not (1 <= lit[0] <= product.shape[0] and 1 <= lit[1] <= product.shape[1]):
        raise ValueError(f"lit is {lit}, needed: a row and a column of the product {product.shape}, from 1")
    return lit[0] - 1, lit[1] - 1


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
        canvas.number(x + cell * (j + 0.5), y + ROW * i + ROW / 2 + 4, matrix[i, j], form, role, klass)


def _sum(canvas: Canvas, row: Any, column: Any, meet: Any, divided_by: float, form: str) -> None:
    """The lit number as the sum that gives it."""
    terms = " + ".join(f"{number(a, form)} times {number(b, form)}" for a, b in zip(row, column, strict=True))
    share = f", divided by {divided_by:g}" if divided_by != 1 else ""
    canvas.describe(f"{terms}{share} is {number(meet, form)}.")
