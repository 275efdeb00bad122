"""Curves with axes, and lines of equal height."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from contourpy import contour_generator

from literate.figures.axes import LEFT, RIGHT, Axes, beside
from literate.figures.canvas import Canvas, number, numbers
from literate.figures.room import Place

Named = tuple[str, str, str, Sequence[Place]]  # a name, its role and class, and where it may stand
DASHES = ("", "dashed", "dotted", "dash-dot")
FINER = 1000  # how many places between two of a curve are searched for its lowest and highest


def curves(
    series: Mapping[str, tuple[Any, Any]],
    labels: Sequence[str] = ("x", "y"),
    baselines: Mapping[str, float] | None = None,
    points: Sequence[tuple[float, float]] = (),
    joined: bool = True,
    roles: Sequence[str] = ("error", "weight", "output", "hidden"),
    log_x: bool = False,
    title: str = "A curve",
    caption: str = "",
) -> Canvas:
    """Draw one curve or several, each with its name beside it and dashed in its own way.

    Args:
        series: For each name the places along the x axis, and the values there; or a function, which gives the values
            of an array of places. Its lowest and highest are told as they are, also where no place is drawn.
        labels: What the two axes show.
        baselines: Values to compare with, drawn across and named.
        points: Places to mark.
        joined: Whether a line leads from one of them to the next.
        roles: The role, so the color, of each curve.
        log_x: Whether the x axis counts in powers of ten.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When there is no curve, or places and values do not fit.
    """
    if not series:
        raise ValueError("series holds no curve")
    data = {name: _pair(name, *both) for name, both in series.items()}
    levels, marked = dict(baselines or {}), _steps("points", points)
    x = np.concatenate([*(a for a, _ in data.values()), marked[:, 0]])
    y = np.concatenate([*(b for _, b in data.values()), marked[:, 1], list(levels.values())])
    axes = Axes(x, y, labels, title, caption, log_x)
    named = [*_levels(axes, levels), *_series(axes, data, roles)]
    for name, (_, given) in series.items():
        axes.canvas.describe(_told(name, *data[name], given))
    axes.walk(marked, joined)
    for name, role, klass, places in named:
        axes.label(name, places, role, klass)
    return axes.canvas


def _pair(name: str, x: Any, y: Any) -> tuple[Any, Any]:
    places = numbers(f"x of {name}", x, (None,))
    return places, numbers(f"y of {name}", y(places) if callable(y) else y, places.shape)


def _told(name: str, x: Any, y: Any, given: Any) -> str:
    """A curve in words: of a function its extremes, of values those of the points, of two points the ends."""
    ends = f"from {number(y[0], '.4g')} at {number(x[0], 'g')} to {number(y[-1], '.4g')} at {number(x[-1], 'g')}"
    if callable(given):
        between = np.arange((len(x) - 1) * FINER + 1) / FINER
        _, y = _pair(name, np.interp(between, range(len(x)), x), given)
    elif len(y) < 3:
        return f"{name}: straight {ends}."
    else:
        name = f"{name}, {len(y)} points"
    return f"{name}: {ends}, lowest {number(y.min(), '.4g')}, highest {number(y.max(), '.4g')}."


def _steps(what: str, given: Any) -> Any:
    """Places of a walk, or none."""
    return numbers(what, given, (None, 2)) if len(given) else np.empty((0, 2))


def _levels(axes: Axes, levels: Mapping[str, float]) -> Iterator[Named]:
    """Draw the values to compare with; gives back their names and where these may stand."""
    for name, level in levels.items():
        y = axes.up(level)
        axes.canvas.line(LEFT, y, RIGHT, y, "label", "dotted")
        axes.room.cross([(LEFT, y), (RIGHT, y)])
        axes.canvas.describe(f"{name} lies at {number(level, '.4g')}.")
        sides = ((RIGHT, "end"), (LEFT + 4, "start"), ((LEFT + RIGHT) / 2, "middle"))
        yield name, "label", "small", [(x, y + down, end) for x, end in sides for down in (-4, 12)]


def _series(axes: Axes, data: Mapping[str, tuple[Any, Any]], roles: Sequence[str]) -> Iterator[Named]:
    """Draw the curves; gives back their names and where these may stand."""
    for n, (name, (x, y)) in enumerate(data.items()):
        role = roles[n % len(roles)]
        places = axes.line(x, y, role, DASHES[n % len(DASHES)])
        yield name, role, "", beside(places)


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

    Raises:
        ValueError: When heights and places do not fit.
    """
    x, y = numbers("x", x, (None,)), numbers("y", y, (None,))
    z, steps = numbers("z", z, (len(y), len(x))), _steps("path", path)
    axes = Axes(np.append(x, steps[:, 0]), np.append(y, steps[:, 1]), labels, title, caption)
    heights = list(levels) or list(np.linspace(z.min(), z.max(), 11)[1:-1])
    lines = contour_generator(x, y, z)
    for height in heights:
        for line in lines.lines(height):
            axes.line(np.asarray(line)[:, 0], np.asarray(line)[:, 1], "error", "thin")
    shown = ", ".join(number(height, ".4g") for height in heights)
    axes.canvas.describe(f"Lines of equal height at {shown}.")
    axes.walk(steps)
    return axes.canvas
