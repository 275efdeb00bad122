"""Walking down a curve: the curve near and from afar, the steps of a walk on it, and the value after each."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from literate.figures import descent_around
from literate.figures.axes import Axes
from literate.figures.canvas import Canvas, coordinate
from literate.figures.digits import number, numbers, steady
from literate.figures.explorable import Explorable
from literate.figures.terms import Terms
from literate.reading.snippets import section

BELOW, MOST, PLACES = 112.0, 100, 91


class Descent(Explorable):
    """The figure that `walk_down` draws."""

    module = "descent"
    beside = "side"
    code = ""
    rows: Sequence[Sequence[str]] = ()

    def fill(self, root: Path) -> None:
        """Read the code that a copied program begins with."""
        file, _, name = self.code.rpartition(":")
        self.data["definitions"] = "\n".join(line.text for line in section(root, file, name, 0)) if self.code else ""

    def side(self, id: str) -> str:
        """What can be changed, what the walk does, and its last steps."""
        return descent_around.side(self)


def walk_down(
    curve: str,
    f: Callable[[Any], Any],
    slope: Callable[[Any], Any],
    frames: Sequence[tuple[float, float]],
    start: float,
    learning_rate: float,
    steps: int,
    code: str = "",
    variable: str = "w",
    title: str = "Walking downhill",
    caption: str = "",
    letter: str = "f",
) -> Descent:
    """Draw a curve near and from afar, and gradient descent on it.

    Args:
        curve: What f computes, as a sum of powers of w and of `np.exp(w)`: a script and a copied program work with it.
        f: The function of the page.
        slope: Its slope.
        frames: From where to where w goes, the nearest first; shown is the first that holds the walk.
        start: Where the walk begins, within the last frame.
        learning_rate: How far each step goes.
        steps: How many steps are drawn.
        code: The section with `gradient_descent`, such as `tinynet/gradient_descent.py:gradient_descent`.
        variable: The letter that the page has for w.
        title: What the figure shows.
        caption: What stands below it; true whatever the reader changes.
        letter: The letter that the page has for the curve.

    Raises:
        ValueError: When the curve is none, is not f, or has not this slope.
    """
    terms = Terms.read(curve)
    sample = [[float(w), float(f(w)), float(slope(w))] for w in np.linspace(*frames[0], 7)]
    _check(terms, sample)
    labels = (variable, f"{letter}({variable})")
    path = _path(slope, start, learning_rate, steps)
    drawn = [_frame(f, low, high, labels) for low, high in frames]
    canvas = Descent(drawn[0].canvas.width, drawn[0].canvas.height + BELOW, title, caption)
    for n, axes in enumerate(drawn):
        _add(canvas, axes, away=n > 0)
    _steps(canvas, drawn[0], path, [float(f(w)) for w in path], labels[1])
    canvas.code, canvas.rows = code, descent_around.last_steps(path, f, slope)
    canvas.data = {
        **{"start": float(start), "rate": float(learning_rate), "step": steps, "most": MOST, "frames": frames},
        **{"variable": variable, "letter": letter, "powers": terms.powers, "exp": terms.exp, "sample": sample},
        "python": [terms.python(), terms.slope().python()],
    }
    canvas.describe("Below the curve, the value after each step.")
    walked = ", then ".join(f"{number(w, '.4f')}" for w in path[:7])
    canvas.describe(f"As the page has it, it begins at {number(start, 'g')} and goes by a learning rate of")
    canvas.describe(f"{number(learning_rate, 'g')}: {walked}. The table has the last steps.")
    return canvas


def _check(terms: Terms, sample: Sequence[Sequence[float]]) -> None:
    """The curve that a script works with is that of the page."""
    for w, value, slope in sample:
        for what, found, wanted in (("value", terms, value), ("slope", terms.slope(), slope)):
            own = sum(factor * w**n for n, factor in enumerate(found.powers)) + found.exp * float(np.exp(w))
            if abs(own - wanted) > 1e-9 * max(1, abs(wanted)):
                raise ValueError(f"at {w:g} the {what} of {terms.python()} is {own:g}, that of the page {wanted:g}")


def _path(slope: Callable[[Any], Any], start: float, rate: float, steps: int) -> list[float]:
    path = [float(numbers("start", start, ()))]
    for _ in range(steps):
        path.append(path[-1] - rate * float(slope(path[-1])))
    return path


def _frame(f: Callable[[Any], Any], low: float, high: float, labels: Sequence[str]) -> Axes:
    w = np.linspace(low, high, PLACES)
    axes = Axes(w, f(w), labels, "A frame", "")
    axes.line(w, f(w), "error", "")
    return axes


def _add(canvas: Canvas, axes: Axes, away: bool) -> None:
    """A frame with its ends, (from, to, and where they lie), so that a script can place a step in it."""
    x, y = [*axes.x_range, axes.left, axes.right], [*axes.y_range, axes.bottom, axes.top]
    ends = json.dumps(steady({"x": [float(n) for n in x], "y": [float(n) for n in y]}))
    klass = ' class="away"' if away else ""
    canvas.parts.append(f"<g data-frame='{ends}'{klass}>{''.join(axes.canvas.parts)}</g>")


def _steps(canvas: Descent, axes: Axes, path: Sequence[float], values: Sequence[float], label: str) -> None:
    """The steps on the curve, and below the values alone: all that one sees where there is no picture of the curve."""
    dots = "".join(
        f'<circle class="m-update solid" cx="{coordinate(axes.across(w))}" cy="{coordinate(axes.up(v))}" r="2.6"/>'
        for w, v in zip(path, values, strict=True)
    )
    left, right = axes.left, axes.right
    top, low = axes.canvas.height + 8, canvas.height - 24
    last = max(10, len(path) - 1)
    share = [(v - axes.y_range[0]) / (axes.y_range[1] - axes.y_range[0]) for v in values]
    points = [(left + n / last * (right - left), low - s * (low - top)) for n, s in enumerate(share)]
    canvas.parts.append(f'<g class="steps" data-steps>{dots}</g>')
    canvas.path([(left, top), (left, low), (right, low)], klass="axis")
    canvas.text(11, (top + low) / 2, label, turn=-90)
    canvas.text(left, low + 15, "0", klass="small")
    canvas.text((left + right) / 2, low + 18, "step")
    canvas.bound(right, low + 15, "last", last, ".0f", "", "small")
    line = "L".join(f"{coordinate(a)} {coordinate(b)}" for a, b in points)
    canvas.parts.append(
        f"<path data-values='{json.dumps(steady([left, right, low, top]))}' class='m-update curve' d='M{line}'/>"
    )
