"""The picture of a training: its error on axes that a reader may fill, and below them each flower, right or wrong."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from literate.figures.axes import Axes, beside
from literate.figures.digits import number

if TYPE_CHECKING:
    from literate.figures.lab import Lab

HIGH, LEFT, STEP, ROW = 122.0, 62, 6, 15
PER_POWER = 12  # so many epochs between 1 and 10, 10 and 100 … are drawn
HEADS = {"train": "to learn from", "test": "set aside for the test"}
MARKS = {"right": "l1 2l3-5", "wrong": "m0-2l4 4m0-4l-4 4"}  # from the left end of the line on which they stand


def draw_trainings(canvas: "Lab", axes: Axes, courses: Mapping[str, Any], baselines: Mapping[str, float]) -> None:
    """Draw the trainings, their names, and the flowers."""
    for level in baselines.values():
        y = axes.up(level)
        axes.canvas.line(axes.left, y, axes.right, y, "label", "dotted")
        axes.room.cross([(axes.left, y), (axes.right, y)])
    axes.room.cross(_places(axes, courses[""]))
    for name, course in courses.items():
        if name:
            _beside(axes, name, course)
    for name, level in baselines.items():
        _level(axes, name, level)
    canvas.parts += axes.canvas.parts
    canvas.described += axes.canvas.described
    canvas.parts.append('<path data-kept="" class="m-update curve dashed" d="M0 0"/>')
    canvas.framed(axes, _places(axes, courses[""]))
    _flowers(canvas, axes.canvas.height)


def _level(axes: Axes, name: str, level: float) -> None:
    """The name of an error to compare with."""
    y, sides = axes.up(level), ((axes.right, "end"), (axes.left + 4, "start"))
    axes.label(name, [(x, y + down, side) for x, side in sides for down in (-4, 12)], "label")
    axes.canvas.describe(f"{name} lies at {number(level, '.4g')}.")


def drawn_epochs(last: int) -> list[int]:
    """The epochs that are drawn: so many a power of ten, and the last."""
    found = {round(10 ** (n / PER_POWER)) for n in range(5 * PER_POWER + 1)}
    return sorted({n for n in found if n < last} | {last} - {0})


def _places(axes: Axes, course: Any) -> list[tuple[float, float]]:
    epochs = drawn_epochs(len(course) - 1)
    return [axes.at(n, min(course[n], axes.y_range[1])) for n in epochs]


def _beside(axes: Axes, name: str, course: Any) -> None:
    """Another training, thin and named at its end."""
    places = np.array(_places(axes, course))
    axes.room.cross(axes.canvas.path(places, "weight", "thin"))
    x, y = places[-1]
    axes.label(name, [(x + 5, y + 4, "start"), *beside(places)], "weight")
    axes.canvas.describe(f"{name}: {number(course[-1], '.4g')} after {len(course) - 1:,} epochs.")


def _flowers(canvas: "Lab", top: float) -> None:
    """A mark for each flower: a row for each species, first those to learn from, then those set aside."""
    y = round(top)
    for which, rows in canvas.rows.items():
        y += ROW + 3
        canvas.text(LEFT, y - 3, HEADS[which], klass="start small")
        for kind, name in enumerate(canvas.names):
            y += ROW - 1
            canvas.text(LEFT - 6, y + 1, name, klass="end small")
            right = rows.right[rows.y.argmax(axis=1) == kind]
            for which_mark, role in (("right", "output"), ("wrong", "error")):
                mark = f'data-marks="{which}.{kind}.{which_mark}" data-at="{LEFT} {y}"'
                d = right_marks(right == (which_mark == "right"), y, which_mark)
                canvas.parts.append(f'<path {mark} class="m-{role} tick" d="{d}"/>')


def right_marks(these: Any, y: int, which: str) -> str:
    """The marks of those flowers that have it, as a path; M0 0 for none."""
    return "".join(f"M{LEFT + STEP * int(n)} {y - 3}{MARKS[which]}" for n in np.flatnonzero(these)) or "M0 0"
