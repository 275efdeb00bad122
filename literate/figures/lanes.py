"""The factors of a path in words, and paths side by side: each with its name and its product, and their sum."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.digits import number
from literate.figures.layout import Point
from literate.figures.room import width_of

Link = tuple[str, Any]
WIDTH, ROW, TALL, LONG = 340.0, 64.0, 12.0, 110.0
OUT = 14.0  # how far a name begins before its first box: there is room, and at its end stands a factor


def tall(ways: int) -> float:
    """How high a drawing of so many paths is."""
    return max(LONG, ROW * (ways - 1) + 68)


class Words(NamedTuple):
    """A factor as it stands at its arrow."""

    text: str

    @property
    def wide(self) -> float:
        """How much room it takes."""
        return width_of(self.text)

    def write(self, canvas: Canvas, x: float, y: float) -> None:
        """Write it around a place."""
        canvas.text(x, y, self.text, klass="n")


def words_of(steps: Sequence[Link], form: str, sign: str) -> list[Words | None]:
    """The factors as they stand in the drawing."""
    return [Words(said) if said else None for said in factors_as_text(steps, form, sign)]


def factors_as_text(steps: Sequence[Link], form: str, sign: str) -> list[str]:
    """The factors in words; a step without one has none."""
    return ["" if factor is None else f"{sign}{number(factor, form)}" for _, factor in steps]


def product_of(stem: Sequence[Link], way: Sequence[Link]) -> float:
    """What all factors of a path are together."""
    return float(np.prod([float(factor) for _, factor in [*stem, *way][1:]]))


def write_lanes(canvas: Canvas, lanes: Sequence[str], products: Sequence[float], at: Point, form: str) -> None:
    """The name and the product of each branch above its first box, and their sum below the end."""
    for n, (lane, product) in enumerate(zip(lanes, products, strict=True)):
        y = at[1] + ROW * (n - (len(lanes) - 1) / 2) - TALL - 6
        canvas.text(at[0] - OUT, y, f"{lane}: {number(product, form)}", klass="start strong lane")
    canvas.text(WIDTH - 2, at[1] + TALL + 15, "sum", klass="end")
    canvas.text(WIDTH - 2, at[1] + TALL + 29, number(sum(products), form), "error", "end strong sum")


def describe_lanes(
    canvas: Canvas, stem: Sequence[Link], ways: Sequence[Sequence[Link]], end: str, form: str, sign: str
) -> None:
    """Each path as its factors and their product."""
    total = 0.0
    for way in ways:
        names = ", ".join([*(name for name, _ in (*stem, *way[:-1])), end])
        factors = [factor for _, factor in (*stem, *way)][1:]
        if any(factor is None for factor in factors):
            canvas.describe(f"Path {names}.")
            continue
        product = product_of(stem, way)
        total += product
        said = (" " if sign else " times ").join(factors_as_text([*stem, *way][1:], form, sign))
        canvas.describe(f"Path {names}: {said}." if sign else f"Path {names}: {said} is {number(product, '3s')}.")
    if total and len(ways) > 1 and not sign:
        canvas.describe(f"The sum over the {len(ways)} paths is {number(total, '3s')}.")
