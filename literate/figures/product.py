"""A product of two matrices in which any cell can be followed, and each factor transposed."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import coordinate
from literate.figures.digits import counted, number, numbers
from literate.figures.explorable import STATUS, Explorable, button, controls, editing
from literate.figures.matrices import followed
from literate.figures.scheme import ROW, Frame, frame_of, write_sides, write_signs, write_titles

PARTS = ("left", "right", "product")


class Product(Explorable):
    """The figure that `multiply_by_hand` draws."""

    module = "product"

    def side(self, id: str) -> str:
        """Which cell, its sum written out, and the factors to transpose."""
        told = self.data
        last = len(told["rows"]) * len(told["columns"]) - 1
        scrub = f'<input type="range" min="0" max="{last}" value="0" aria-label="Cell of the product" data-scrub>'
        transport = controls("transport", "Cells", button("back", "Back"), scrub, button("next", "Next"))
        lines = len(told["inner"]) + 1 + (told["by"] != 1)
        rows = "<tr><td></td><td></td><td>\N{NO-BREAK SPACE}</td></tr>" * max(lines, len(told["rows"]) + 2)
        sums = f'<p class="place" data-place></p><table class="work"><tbody data-work>{rows}</tbody></table>'
        turns = "".join(
            f'<label><input type="checkbox" data-turn="{part}"> transpose {name}</label>'
            for part, name in zip(PARTS[:2], told["names"][:2], strict=True)
        )
        edit = controls("edit", "What if?", turns, f'<span class="buttons">{editing()}</span>')
        return f'{transport}{sums}<p class="verdict" data-verdict></p>{edit}{STATUS}'


def multiply_by_hand(
    left: Any,
    right: Any,
    names: Sequence[str],
    row_names: Sequence[str],
    inner_names: Sequence[str],
    column_names: Sequence[str],
    axes: Sequence[str],
    lit: tuple[int, int] = (1, 1),
    roles: Sequence[str] = ("", "", ""),
    divided_by: float = 1,
    form: str = ".2f",
    title: str = "A matrix product",
    caption: str = "",
) -> Product:
    """Draw a product as `matrix_product` does, for a reader to follow any of its cells.

    Args:
        left: (rows, inner).
        right: (inner, columns).
        names: What the three matrices are called: left, right, product.
        row_names: The names of the rows of the left matrix and of the product.
        inner_names: What both share and the product sums over.
        column_names: The names of the columns of the right matrix and of the product.
        axes: What the rows, the inner places and the columns are, such as flowers.
        lit: Row and column to follow, from 1.
        roles: The roles of the three matrices.
        divided_by: What the product is divided by.
        form: How numbers are formatted.
        title: What the figure shows.
        caption: What stands below it; true whatever the reader changes.

    Raises:
        ValueError: When the matrices do not fit their names, or there is no such row or column.
    """
    left = numbers("left", left, (len(row_names), len(inner_names)))
    right = numbers("right", right, (len(inner_names), len(column_names)))
    for what, given in (("names", names), ("roles", roles), ("axes", axes)):
        counted(what, given, 3)
    product = left @ right / divided_by
    at = followed(lit, product)
    frame = frame_of((left, right, product), (row_names, inner_names, column_names), form)
    canvas = Product(frame.width, frame.height, title, caption)
    _draw(canvas, frame, (left, right, product), at, roles, form)
    write_sides(canvas, frame, row_names, inner_names, column_names)
    write_titles(canvas, frame, names, roles, (left, right, product))
    write_signs(canvas, frame, len(left), divided_by)
    canvas.data = {
        **{"left": left.tolist(), "right": right.tolist(), "by": divided_by, "at": [*at]},
        **{"names": names, "rows": row_names, "inner": inner_names, "columns": column_names, "axes": axes},
        **{"roles": roles, "form": form},
    }
    _describe(canvas, product, lit)
    return canvas


def _draw(
    canvas: Product, frame: Frame, matrices: Sequence[Any], lit: tuple[int, int], roles: Sequence[str], form: str
) -> None:
    """The matrices with their numbers, and the frames of the cells that are lit."""
    corners = ((frame.side, frame.below), (frame.x, frame.y), (frame.x, frame.below))
    for n, (part, matrix, (x, y)) in enumerate(zip(PARTS, matrices, corners, strict=True)):
        height, width = matrix.shape
        canvas.shape("rect", roles[n], x=x, y=y, width=frame.cell * width, height=ROW * height, klass="matrix")
        cells = [at for at in np.ndindex(height, width) if _is_lit(n, at, lit)]
        box = f"h{coordinate(frame.cell)}v{coordinate(ROW)}h{coordinate(-frame.cell)}z"
        d = "".join(f"M{coordinate(x + frame.cell * j)} {coordinate(y + ROW * i)}{box}" for i, j in cells)
        grid = f"{coordinate(x)} {coordinate(y)} {coordinate(frame.cell)} {coordinate(ROW)}"
        role = f"m-{roles[n]} " if roles[n] else ""
        canvas.parts.append(f'<path data-lit="{part}" data-grid="{grid}" class="{role}lit-cell" d="{d}"/>')
        for i, j in np.ndindex(height, width):
            klass = "strong" if (i, j) in cells else ""
            where = x + frame.cell * (j + 0.5), y + ROW * i + ROW / 2 + 4
            canvas.bound(*where, f"{part}.{i * width + j}", matrix[i, j], form, roles[n], klass)


def _is_lit(n: int, at: tuple[int, ...], lit: tuple[int, int]) -> bool:
    """Of the left matrix a row is lit, of the right one a column, of the product the cell where they meet."""
    return (at[0] == lit[0], at[1] == lit[1], tuple(at) == lit)[n]


def _describe(canvas: Product, product: Any, lit: tuple[int, int]) -> None:
    told, (row, column) = canvas.data, (lit[0] - 1, lit[1] - 1)
    shape = " × ".join(map(str, product.shape))
    names = told["names"]
    canvas.describe(f"{names[0]} times {names[1]} gives {names[2]}, {shape}; it sums over {', '.join(told['inner'])}.")
    met = number(product[row, column], told["form"])
    canvas.describe(f"Lit: row {told['rows'][row]} and column {told['columns'][column]}, which meet in {met}.")
