"""Flowers drawn as flowers: three sepals and three petals, each as long and as wide as it was measured."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, coordinate
from literate.figures.digits import counted, number, numbers

WIDTH, TOP = 340.0, 22.0
PARTS = (("sepal", (90, 210, 330)), ("petal", (30, 150, 270)))  # the directions of each, in degrees
WIDEST = 0.62  # how far along its length a leaf is widest


def blossoms(x: Any, names: Sequence[str], title: str = "Flowers with their measures", caption: str = "") -> Canvas:
    """Draw flowers from above, all to one scale, with the four measures below each.

    Args:
        x: Sepal length, sepal width, petal length and petal width in centimeters, (flowers, 4).
        names: What each flower is called.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When measures and names do not fit.
    """
    measures = numbers("x", x, (len(names), 4))
    counted("names", names, len(measures))
    step = WIDTH / len(names)
    unit = (step / 2 - 4) / measures[:, [0, 2]].max()
    middle = TOP + step / 2
    canvas = Canvas(WIDTH, middle + step / 2 + 72, title, caption)
    for n, (name, measured) in enumerate(zip(names, measures, strict=True)):
        across = step * (n + 0.5)
        canvas.text(across, 13, name, klass="strong")
        _blossom(canvas, across, middle, unit, measured)
        _measures(canvas, across, middle + step / 2 + 16, measured)
        told = (
            f"{part} {number(measured[2 * k], 'g')} long, {number(measured[2 * k + 1], 'g')} wide"
            for k, (part, _) in enumerate(PARTS)
        )
        canvas.describe(f"{name}: {', '.join(told)}, in centimeters.")
    return canvas


def _blossom(canvas: Canvas, x: float, y: float, unit: float, measured: Any) -> None:
    """Three sepals, and three petals above them; one of each has lines for its length and its width."""
    for k, (part, directions) in enumerate(PARTS):
        length, width = unit * measured[2 * k], unit * measured[2 * k + 1]
        for turn in directions:
            _leaf(canvas, x, y, length, width, np.radians(turn), part)
        u, v = np.cos(np.radians(directions[0])), np.sin(np.radians(directions[0]))
        canvas.line(x, y, x + length * u, y + length * v, "input", f"measure {part}-length")
        a, b = x + WIDEST * length * u, y + WIDEST * length * v
        canvas.line(
            a - width / 2 * v, b + width / 2 * u, a + width / 2 * v, b - width / 2 * u, "input", f"measure {part}-width"
        )


def _leaf(canvas: Canvas, x: float, y: float, length: float, width: float, turn: float, part: str) -> None:
    """One leaf from the middle outward: as long as measured, and as wide where it is widest."""
    along, aside = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    shares = np.linspace(0, 1, 15)
    sides = np.sin(np.pi * shares ** (np.log(0.5) / np.log(WIDEST))) / 2
    outline = [*zip(shares, sides, strict=True), *zip(shares[-2:0:-1], -sides[-2:0:-1], strict=True)]
    points = [np.array([x, y]) + length * share * along + width * side * aside for share, side in outline]
    written = " ".join(f"{coordinate(a)},{coordinate(b)}" for a, b in points)
    canvas.shape("polygon", "input", points=written, klass=f"leaf {part}")


def _measures(canvas: Canvas, x: float, y: float, measured: Any) -> None:
    """The four numbers, in the colors of what was measured."""
    for k, (part, _) in enumerate(PARTS):
        length, width = (number(measured[2 * k + m], ".1f") for m in (0, 1))
        canvas.text(x, y + 30 * k, f"{part} {length} long", "input", f"{part}s")
        canvas.text(x, y + 30 * k + 14, f"{width} wide", "input", f"{part}s")
