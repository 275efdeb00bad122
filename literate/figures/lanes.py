"""The factors of a path in words, and paths side by side: each with its name and its product, and their sum."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.digits import number

Link = tuple[str, Any]
Place = tuple[float, float]
WIDTH, ROW, TALL = 340.0, 64.0, 12.0


def said_of(steps: Sequence[Link], form: str, sign: str) -> list[str]:
    """The factors in words; a step without one has none."""
    return ["" if factor is None else f"{sign}{number(factor, form)}" for _, factor in steps]


def product_of(stem: Sequence[Link], way: Sequence[Link]) -> float:
    """What all factors of a path are together."""
    return float(np.prod([float(factor) for _, factor in [*stem, *way][1:]]))


def write_lanes(canvas: Canvas, lanes: Sequence[str], products: Sequence[float], at: Place, form: str) -> None:
    """The name and the product of each branch above its first box, and their sum below the end."""
    for n, (lane, product) in enumerate(zip(lanes, products, strict=True)):
        y = at[1] + ROW * (n - (len(lanes) - 1) / 2) - TALL - 6
        canvas.text(at[0], y, f"{lane}: {number(product, form)}", klass="start strong lane")
    canvas.text(WIDTH - 2, at[1] + TALL + 15, "sum", klass="end")
    canvas.text(WIDTH - 2, at[1] + TALL + 29, number(sum(products), form), "error", "end strong sum")
