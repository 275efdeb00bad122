"""Two ways to the same numbers: each a dot, on the diagonal where both agree."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.axes import LEFT, RIGHT, WIDTH, Axes
from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers
from literate.figures.ticks import along


def agreement(
    measured: Any,
    computed: Any,
    names: Sequence[str],
    labels: Sequence[str] = ("measured", "computed"),
    bound: float = 1e-9,
    title: str = "Two ways to the same numbers",
    caption: str = "",
    width: float = WIDTH,
) -> Canvas:
    """Draw a dot for each number, over what was measured as high as what was computed; rings where the two differ.

    Args:
        measured: The numbers in one way, of any shape.
        computed: The same in the other way.
        names: What each is called.
        labels: What the two ways are called.
        bound: Up to which difference two numbers agree.
        title: What the figure shows.
        caption: What stands below it.
        width: How wide the drawing is; narrow ones stand beside each other.

    Raises:
        ValueError: When the numbers and their names are not as many.
    """
    across, up = (
        numbers(name, np.ravel(given), (len(names),))
        for name, given in (("measured", measured), ("computed", computed))
    )
    both = np.append(across, up)
    ticks = along(both, width - WIDTH + RIGHT - LEFT)  # those to the right: both axes have the same
    axes = Axes(both, both, labels, title, caption, equal=True, width=width, ticks=ticks)
    ends = np.array([max(axes.x_range[0], axes.y_range[0]), min(axes.x_range[1], axes.y_range[1])])
    axes.canvas.path(np.column_stack(axes.at(ends, ends)), "label", "thin dashed")
    apart = [name for name, a, b in zip(names, across, up, strict=True) if abs(a - b) > bound]
    for name, a, b in zip(names, across, up, strict=True):
        _dot(axes, a, b, name in apart)
    told = ", ".join(
        f"{name} {number(a, '3s')} and {number(b, '3s')}" for name, a, b in zip(names, across, up, strict=True)
    )
    axes.canvas.describe(
        f"{labels[0]} and {labels[1]}: {told}. {len(apart)} of {len(names)} differ by more than {bound:g}."
    )
    return axes.canvas


def _dot(axes: Axes, a: float, b: float, differs: bool) -> None:
    x, y = axes.at(a, b)
    axes.canvas.shape(
        "circle", "error" if differs else "output", cx=x, cy=y, r=3, klass="dot hollow" if differs else "dot solid"
    )
