"""Curves with axes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from literate.figures import marks
from literate.figures.axes import WIDTH, Axes, beside, walked
from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers
from literate.figures.marks import At, Named

FINER = 1000  # how many places between two of a curve are searched for its lowest and highest


def curves(
    series: Mapping[str, tuple[Any, Any]],
    labels: Sequence[str] = ("x", "y"),
    baselines: Mapping[str, float] | None = None,
    points: Sequence[At] = (),
    joined: bool = True,
    roles: Sequence[str] = ("error", "weight", "output", "hidden"),
    log_x: bool = False,
    title: str = "A curve",
    caption: str = "",
    references: Sequence[str] = (),
    notes: Mapping[str, At] | None = None,
    zero: bool = False,
    width: float = WIDTH,
    spots: Mapping[str, At] | None = None,
    arrows: Mapping[str, tuple[At, At]] | None = None,
    span: Sequence[At] = (),
    ticks: Sequence[float] = (),
) -> Canvas:
    """Draw one curve or several, each with its name beside it. What only helps to read them is dashed.

    Args:
        series: For each name the places along the x axis, and the values there; or a function, which gives the values
            of an array of places. Its lowest and highest are told as they are, also where no place is drawn. Where a
            place stands twice in a row the curve jumps.
        labels: What the two axes show.
        baselines: Values to compare with, drawn across and named.
        points: Places to mark.
        joined: Whether a line leads from one of them to the next.
        roles: The role, so the color, of each curve.
        log_x: Whether the x axis counts in powers of ten.
        title: What the figure shows.
        caption: What stands below it.
        references: The names of those curves that are no result but help to read one, such as tangents.
        notes: Words that stand near a place, and the place.
        zero: Whether the y axis begins at 0, as an axis of errors does.
        width: How wide the drawing is; narrow ones stand beside each other.
        spots: Places to point at with a large dot, by their names.
        arrows: Where each begins and ends, by their names.
        span: Places that the axes hold as well, so that several drawings have the same.
        ticks: Where the y axis has its ticks; round numbers when left out.

    Raises:
        ValueError: When there is no curve, or places and values do not fit.
    """
    if not series:
        raise ValueError("series holds no curve")
    data = {name: _pair(name, *both) for name, both in series.items()}
    levels, marked, held = dict(baselines or {}), walked("points", points), walked("span", span)
    x = np.concatenate([*(a for a, _ in data.values()), marked[:, 0], held[:, 0]])
    y = np.concatenate([*(b for _, b in data.values()), marked[:, 1], held[:, 1], list(levels.values())])
    axes = Axes(x, y, labels, title, caption, log_x, zero=zero, width=width, ticks=ticks)
    named = [*_levels(axes, levels), *_series(axes, data, roles, references), *marks.notes(axes, notes or {})]
    for name, (_, given) in series.items():
        axes.canvas.describe(_told(name, *data[name], given))
    axes.walk(marked, joined)
    for name, role, klass, places in [*marks.arrows(axes, arrows or {}), *marks.spots(axes, spots or {}), *named]:
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
    jumps = [n for n in range(1, len(x)) if x[n] == x[n - 1]]
    jumped = [f"{number(x[n], 'g')} from {number(y[n - 1], '.4g')} to {number(y[n], '.4g')}" for n in jumps]
    told = f"{name}: {ends}, lowest {number(y.min(), '.4g')}, highest {number(y.max(), '.4g')}"
    return f"{', '.join([told, *(f'jump at {one}' for one in jumped)])}."


def _levels(axes: Axes, levels: Mapping[str, float]) -> Iterator[Named]:
    """Draw the values to compare with; gives back their names and where these may stand."""
    for name, level in levels.items():
        y = axes.up(level)
        axes.canvas.line(axes.left, y, axes.right, y, "label", "dotted")
        axes.room.cross([(axes.left, y), (axes.right, y)])
        axes.canvas.describe(f"{name} lies at {number(level, '.4g')}.")
        sides = ((axes.right, "end"), (axes.left + 4, "start"), ((axes.left + axes.right) / 2, "middle"))
        yield name, "label", "", [(x, y + down, end) for x, end in sides for down in (-4, 12)]


def _series(axes: Axes, data: Mapping[str, Any], roles: Sequence[str], references: Sequence[str]) -> Iterator[Named]:
    """Draw the curves; gives back their names and where these may stand."""
    for n, (name, (x, y)) in enumerate(data.items()):
        role = roles[n % len(roles)]
        places = axes.line(x, y, role, "dashed" if name in references else "")
        yield name, role, "", beside(places)
