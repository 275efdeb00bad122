"""Flowers as points, with a shape for each species."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from literate.figures.axes import LEFT, Axes, beside
from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers
from literate.figures.room import width_of

ROLES = ("input", "hidden", "output")
LEGEND, TOLD = 10.0, 6  # where the legend stands; up to how many ringed flowers are told one by one


def flowers(
    x: Any,
    y: Any,
    names: Sequence[str],
    columns: tuple[int, int] = (2, 3),
    labels: Sequence[str] = ("petal length in cm", "petal width in cm"),
    chosen: Sequence[int] = (),
    lines: Mapping[str, tuple[Any, Any]] | None = None,
    title: str = "The flowers",
    caption: str = "",
) -> Canvas:
    """Draw each flower as a point, with a shape for each species; chosen ones have a ring.

    Args:
        x: The measurements, (flowers, inputs).
        y: The labels, one-hot, (flowers, species).
        names: The names of the species, at most three.
        columns: Which two measurements are the axes.
        labels: What the axes show.
        chosen: Rows to ring.
        lines: Lines to draw across, each with its name; the axes hold them.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When measurements, labels and names do not fit.
    """
    x = numbers("x", x, (None, None))
    species = numbers("y", y, (len(x), len(names))).argmax(axis=1)
    across, up = x[:, columns[0]], x[:, columns[1]]
    drawn = {name: numbers(f"line {name}", both, (2, None)) for name, both in (lines or {}).items()}
    wide, high = (np.concatenate([ours, *(line[n] for line in drawn.values())]) for n, ours in enumerate((across, up)))
    axes = Axes(wide, high, labels, title, caption, head=14)
    _legend(axes, names)
    for kind, name in enumerate(names):
        _species(axes, across[species == kind], up[species == kind], kind, name, labels)
    for row in chosen:
        a, b = axes.at(across[row], up[row])
        axes.canvas.shape("circle", cx=a, cy=b, r=6.5, klass="ring")
        if len(chosen) <= TOLD:
            axes.canvas.describe(f"Ringed: row {row}, at {number(across[row], 'g')} and {number(up[row], 'g')}.")
    if len(chosen) > TOLD:
        counts = [int((species[list(chosen)] == kind).sum()) for kind in range(len(names))]
        told = ", ".join(f"{count} {name}" for count, name in zip(counts, names, strict=True))
        axes.canvas.describe(f"Ringed: {len(chosen)} flowers, {told}.")
    _lines(axes, drawn)
    return axes.canvas


def _legend(axes: Axes, names: Sequence[str]) -> None:
    """Which shape is which species, in one row above the axes."""
    x = LEFT + 4
    for kind, name in enumerate(names):
        _mark(axes.canvas, x, LEGEND, kind)
        axes.canvas.text(x + 8, LEGEND + 4, name, klass="start")
        x += 30 + width_of(name)


def _species(axes: Axes, across: Any, up: Any, kind: int, name: str, labels: Sequence[str]) -> None:
    for a, b in sorted({*zip(across.tolist(), up.tolist(), strict=True)}):
        place = axes.at(a, b)
        _mark(axes.canvas, *place, kind)
        axes.room.cross([place])
    ranges = [
        f"{label} {number(values.min(), 'g')} to {number(values.max(), 'g')}"
        for label, values in zip(labels, (across, up), strict=True)
        if len(values)
    ]
    axes.canvas.describe(f"{len(across)} {name}{': ' * bool(ranges)}{', '.join(ranges)}.")


def _lines(axes: Axes, drawn: Mapping[str, Any]) -> None:
    placed = {name: axes.line(line[0], line[1], "weight", "dashed") for name, line in drawn.items()}
    for name, places in placed.items():
        axes.label(name, beside(places), "weight")
        axes.canvas.describe(f"A line: {name}.")


def _mark(canvas: Canvas, x: float, y: float, kind: int) -> None:
    """A flower: a circle, a triangle or a square, with its middle at the place."""
    role = ROLES[kind]
    if role == "input":
        canvas.shape("circle", role, cx=x, cy=y, r=2.8, klass="mark")
    elif role == "hidden":
        corners = " ".join(
            f"{round(a, 6):.1f},{round(b, 6):.1f}" for a, b in ((x, y - 3.4), (x + 3.2, y + 2.2), (x - 3.2, y + 2.2))
        )
        canvas.shape("polygon", role, points=corners, klass="mark")
    else:
        canvas.shape("rect", role, x=x - 2.6, y=y - 2.6, width=5.2, height=5.2, klass="solid")
