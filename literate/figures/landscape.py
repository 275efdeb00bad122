"""Lines of equal height over two variables."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from contourpy import contour_generator

from literate.figures import marks
from literate.figures.axes import Axes, beside, walked
from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers
from literate.figures.marks import At, Named


def contours(
    x: Any,
    y: Any,
    z: Any,
    path: Any = (),
    labels: Sequence[str] = ("x", "y"),
    levels: Sequence[float] = (),
    title: str = "A landscape",
    caption: str = "",
    cuts: Mapping[str, tuple[Any, Any]] | None = None,
    spots: Mapping[str, At] | None = None,
    arrows: Mapping[str, tuple[At, At]] | None = None,
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
        cuts: Dashed lines through the landscape, by their names.
        spots: Places to point at with a large dot, by their names.
        arrows: Where each begins and ends, by their names.

    Raises:
        ValueError: When heights and places do not fit.
    """
    x, y = numbers("x", x, (None,)), numbers("y", y, (None,))
    z, steps = numbers("z", z, (len(y), len(x))), walked("path", path)
    axes = Axes(np.append(x, steps[:, 0]), np.append(y, steps[:, 1]), labels, title, caption, equal=True)
    heights = list(levels) or list(np.linspace(z.min(), z.max(), 11)[1:-1])
    drawn = [_level(axes, height, contour_generator(x, y, z).lines(height)) for height in heights]
    shown = ", ".join(number(height, ".4g") for height in heights)
    axes.canvas.describe(f"Lines of equal height at {shown}.")
    named: list[Named] = [*_cuts(axes, cuts or {})]
    axes.walk(steps)
    if len(steps):
        axes.room.cross([axes.at(a, b) for a, b in steps])
    named += [*marks.arrows(axes, arrows or {}), *marks.spots(axes, spots or {})]
    for name, role, klass, places in named:
        axes.label(name, places, role, klass)
    for height, line in zip(heights, drawn, strict=True):
        axes.label(number(height, ".4g"), [(x, y + 4, "middle") for x, y in line], "error", "n level")
    return axes.canvas


def _cuts(axes: Axes, cuts: Mapping[str, tuple[Any, Any]]) -> Iterator[Named]:
    """Draw dashed lines through the landscape; gives back their names and where these may stand."""
    for name, (x, y) in cuts.items():
        axes.canvas.describe(f"Dashed: {name}.")
        yield name, "label", "", beside(axes.line(x, y, "label", "cut dashed"))


def _level(axes: Axes, height: float, lines: Sequence[Any]) -> Any:
    """Draw the lines of one height; gives back places on the longest of them, where its number may stand."""
    drawn = [axes.line(line[:, 0], line[:, 1], "error", "thin") for line in map(np.asarray, lines)]
    return max(drawn, key=len)[::2] if drawn else []
