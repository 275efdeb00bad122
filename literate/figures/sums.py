"""A sum of matrices, one below the other, with their signs: what a product over flowers hides."""

from collections.abc import Mapping, Sequence
from typing import Any

from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers
from literate.figures.room import width_of

WIDTH, ROW, GAP, HEAD = 340.0, 21.0, 12.0, 20.0


def matrix_sum(
    parts: Mapping[str, Any],
    total: str,
    row_names: Sequence[str],
    column_names: Sequence[str],
    lit: tuple[int, int] = (1, 1),
    role: str = "update",
    form: str = "2s",
    title: str = "A sum of matrices",
    caption: str = "",
) -> Canvas:
    """Draw matrices of one shape below each other, and below a line their sum.

    Args:
        parts: The matrices by their names, each (rows, columns).
        total: The name of the sum.
        row_names: The names of the rows.
        column_names: The names of the columns.
        lit: Row and column of the place to follow, from 1.
        role: The role of all of them.
        form: How numbers are formatted.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When matrices and names do not fit.
    """
    shape = (len(row_names), len(column_names))
    given = {name: numbers(name, matrix, shape) for name, matrix in parts.items()}
    added = sum(given.values())
    left = max(map(width_of, [*given, total])) + 24
    rows = max(map(width_of, row_names)) + 10
    cell = (WIDTH - left - rows) / len(column_names)
    high = ROW * len(row_names) + GAP
    canvas = Canvas(WIDTH, HEAD + high * (len(given) + 1) + 6, title, caption)
    for j, name in enumerate(column_names):
        canvas.text(left + rows + cell * (j + 0.5), 13, name)
    for n, (name, matrix) in enumerate([*given.items(), (total, added)]):
        y, last = HEAD + high * n + 6 * (n == len(given)), n == len(given)
        canvas.text(22, y + high / 2 - 2, name, role if last else "", "start strong" if last else "start")
        canvas.text(9, y + high / 2 - 1, "=" if last else "+" if n else "", klass="sign")
        _grid(canvas, matrix, (left + rows, y), cell, role, form, (lit[0] - 1, lit[1] - 1))
        for i, row in enumerate(row_names):
            canvas.text(left + rows - 5, y + ROW * (i + 0.5) + 4, row, klass="end")
    canvas.line(6, HEAD + high * len(given) - 3, WIDTH - 2, HEAD + high * len(given) - 3, klass="axis")
    _describe(canvas, given, total, added, (lit[0] - 1, lit[1] - 1), row_names, column_names, form)
    return canvas


def _grid(canvas: Canvas, matrix: Any, at: tuple[float, float], cell: float, role: str, form: str, lit: Any) -> None:
    """The numbers of a matrix; the one to follow in a frame of its own."""
    (x, y), (height, width) = at, matrix.shape
    canvas.shape("rect", role, x=x, y=y, width=cell * width, height=ROW * height, klass="matrix")
    canvas.shape("rect", role, x=x + cell * lit[1], y=y + ROW * lit[0], width=cell, height=ROW, klass="lit-cell")
    for i in range(height):
        for j in range(width):
            klass = "strong" if (i, j) == lit else ""
            canvas.number(x + cell * (j + 0.5), y + ROW * (i + 0.5) + 4, matrix[i, j], form, role, klass)


def _describe(canvas: Canvas, given: Any, total: str, added: Any, lit: Any, rows: Any, columns: Any, form: str) -> None:
    """The sum in words, at the place to follow."""
    canvas.describe(f"{total} is the sum of {', '.join(given)}. Lit: row {rows[lit[0]]} and column {columns[lit[1]]}:")
    terms = " plus ".join(f"{number(matrix[lit], form)} ({name})" for name, matrix in given.items())
    canvas.describe(f"{terms} is {number(added[lit], form)}.")
