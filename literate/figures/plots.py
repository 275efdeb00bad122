"""Curves with axes, contours with a path, flowers as points."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from contourpy import contour_generator

from literate.figures.axes import BOTTOM, RIGHT, TOP, Axes
from literate.figures.canvas import Canvas, number

DASHES = ("", "dashed", "dotted", "dash-dot")
MARKS = ("circle", "triangle", "square")


def curves(
    series: Mapping[str, tuple[Any, Any]],
    labels: Sequence[str] = ("x", "y"),
    baselines: Mapping[str, float] | None = None,
    points: Sequence[tuple[float, float]] = (),
    roles: Sequence[str] = ("error", "weight", "output", "hidden"),
    log_x: bool = False,
    title: str = "A curve",
    caption: str = "",
) -> Canvas:
    """Draw one curve or several, each named at its end and dashed in its own way.

    Args:
        series: For each name the places along the x axis and the values.
        labels: What the two axes show.
        baselines: Values to compare with, drawn across and named.
        points: Places to mark, with a line from one to the next.
        roles: The role, so the color, of each curve.
        log_x: Whether the x axis counts in powers of ten.
        title: What the figure shows.
        caption: What stands below it.
    """
    levels = dict(baselines or {})
    marked = np.asarray(points, dtype=float).reshape(-1, 2)
    x = np.concatenate([*(np.asarray(a, float) for a, _ in series.values()), marked[:, 0]])
    y = np.concatenate([*(np.asarray(b, float) for _, b in series.values()), marked[:, 1], list(levels.values())])
    axes = Axes(x, y, labels, title, caption, log_x)
    canvas = axes.canvas
    for name, level in levels.items():
        canvas.line(*axes.at(axes.x_ticks[0], level), RIGHT, axes.at(axes.x_ticks[0], level)[1], "label", "dotted")
        canvas.text(RIGHT, axes.at(axes.x_ticks[0], level)[1] - 3, name, "label", "end small halo")
        canvas.describe(f"{name} lies at {number(level, '.4g')}.")
    for place, (name, (xs, ys)) in enumerate(series.items()):
        role = roles[place % len(roles)]
        canvas.path([axes.at(a, b) for a, b in zip(xs, ys, strict=True)], role, DASHES[place % len(DASHES)])
        end = axes.at(xs[-1], ys[-1])
        canvas.text(min(end[0], RIGHT), max(end[1] - 5, TOP + 8), name, role, "end halo")
        canvas.describe(
            f"{name}: from {number(ys[0], '.4g')} at {number(xs[0], 'g')} to {number(ys[-1], '.4g')} at"
            f" {number(xs[-1], 'g')}, lowest {number(np.min(ys), '.4g')}, highest {number(np.max(ys), '.4g')}."
        )
    _points(axes, marked)
    return canvas


def _points(axes: Axes, marked: Any) -> None:
    """The steps of a path: dots with a line from each to the next."""
    places = [axes.at(a, b) for a, b in marked]
    if len(places) > 1:
        axes.canvas.path(places, "update", "thin")
    for x, y in places:
        axes.canvas.shape("circle", "update", cx=x, cy=y, r=2.6, klass="solid")
    if places:
        said = ", then ".join(f"({number(a, '.4g')}, {number(b, '.4g')})" for a, b in marked[:6])
        axes.canvas.describe(f"Marked: {said}{' and on' if len(marked) > 6 else ''}.")


def contours(
    x: Any,
    y: Any,
    z: Any,
    path: Any = (),
    labels: Sequence[str] = ("x", "y"),
    levels: Sequence[float] = (),
    title: str = "A landscape",
    caption: str = "",
) -> Canvas:
    """Draw lines of equal height over two variables, with a path on them.

    Args:
        x: The values along the x axis, (n,).
        y: The values along the y axis, (m,).
        z: The heights, (m, n).
        path: Places of a walk, (steps, 2).
        labels: What the two axes show.
        levels: The heights of the lines; nine between the lowest and the highest when left out.
        title: What the figure shows.
        caption: What stands below it.
    """
    x, y, z = (np.asarray(value, dtype=float) for value in (x, y, z))
    axes = Axes(x, y, labels, title, caption)
    heights = list(levels) or list(np.linspace(z.min(), z.max(), 11)[1:-1])
    lines = contour_generator(x, y, z)
    for height in heights:
        for line in lines.lines(height):
            axes.canvas.path([axes.at(a, b) for a, b in np.asarray(line)], "error", "thin")
    shown = ", ".join(number(height, ".4g") for height in heights)
    axes.canvas.describe(f"Lines of equal height at {shown}; the lowest place shown is {number(z.min(), '.4g')}.")
    _points(axes, np.asarray(path, dtype=float).reshape(-1, 2))
    return axes.canvas


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
        names: The names of the species.
        columns: Which two measurements are the axes.
        labels: What the axes show.
        chosen: Rows to ring.
        lines: Lines to draw across, each with its name.
        title: What the figure shows.
        caption: What stands below it.
    """
    across, up = np.asarray(x)[:, columns[0]], np.asarray(x)[:, columns[1]]
    axes = Axes(across, up, labels, title, caption)
    species = np.asarray(y).argmax(axis=1)
    for a, b, kind in sorted(set(zip(across.tolist(), up.tolist(), species.tolist(), strict=True))):
        _mark(axes.canvas, *axes.at(a, b), kind)
    for kind, name in enumerate(names):
        _mark(axes.canvas, RIGHT - 70, BOTTOM - 40 + 15 * kind, kind)
        axes.canvas.text(RIGHT - 61, BOTTOM - 36 + 15 * kind, name, klass="start small")
        mine = species == kind
        axes.canvas.describe(
            f"{mine.sum()} {name}: {labels[0]} {number(across[mine].min(), 'g')} to {number(across[mine].max(), 'g')},"
            f" {labels[1]} {number(up[mine].min(), 'g')} to {number(up[mine].max(), 'g')}."
        )
    for row in chosen:
        a, b = axes.at(across[row], up[row])
        axes.canvas.shape("circle", cx=a, cy=b, r=6.5, klass="ring")
        axes.canvas.describe(f"Ringed: row {row}, at {number(across[row], 'g')} and {number(up[row], 'g')}.")
    for name, (xs, ys) in (lines or {}).items():
        axes.canvas.path([axes.at(a, b) for a, b in zip(xs, ys, strict=True)], "weight", "dashed")
        end = axes.at(xs[-1], ys[-1])
        axes.canvas.text(end[0] + 4, end[1] + 8, name, "weight", "start small halo")
        axes.canvas.describe(f"A line: {name}.")
    return axes.canvas


def _mark(canvas: Canvas, x: float, y: float, kind: int) -> None:
    role = ("input", "hidden", "output")[kind]
    if MARKS[kind] == "circle":
        canvas.shape("circle", role, cx=x, cy=y, r=2.8, klass="mark")
    elif MARKS[kind] == "square":
        canvas.shape("rect", role, x=x - 2.6, y=y - 2.6, width=5.2, height=5.2, klass="solid")
    else:
        canvas.shape("path", role, d="M{} {}l3.2 5.6h-6.4Z".format(*(f"{v:.1f}" for v in (x, y - 3.4))), klass="mark")
