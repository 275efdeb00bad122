"""A step of gradient descent with a slip in it: its code, its error over many steps, its slopes and measured ones."""

import difflib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from literate.figures import slips_around
from literate.figures.axes import Axes
from literate.figures.digits import number, numbers
from literate.figures.explorable import Explorable
from literate.figures.plan import named_lines
from literate.figures.program import Program

STEPS, BOUND = 100, 1e-9
StepFunction = Callable[..., tuple[Any, Any]]


class Watched(NamedTuple):
    """A step that was watched.

    Attributes:
        program: Its code.
        errors: The error after 0, 1, … steps.
        slopes: What the first step takes off each weight, divided by the rate, first those of the first matrix.
    """

    program: Program
    errors: list[float]
    slopes: list[float]

    def agree(self, measured: list[float]) -> int:
        """How many of its slopes are those that were measured."""
        return sum(abs(one - other) < BOUND for one, other in zip(self.slopes, measured, strict=True))


class Slips(Explorable):
    """The figure that `find_the_slip` draws."""

    module, beside, near = "slips", "side", BOUND
    source = ""
    watched: Mapping[str, Watched]
    measured: list[float]
    shown = 0

    def fill(self, root: Path) -> None:
        """Read the code that a copied program is made of."""
        self.data |= named_lines(root, self.source)

    def head(self, id: str) -> str:
        """All steps, to choose from."""
        return slips_around.head(self, id)

    def side(self, id: str) -> str:
        """The slopes, one by one."""
        return slips_around.side(self)

    def foot(self, id: str) -> str:
        """The code."""
        return slips_around.foot(self)


def find_the_slip(
    source: str,
    programs: Mapping[str, tuple[str, StepFunction]],
    net: tuple[Any, Any, Any, Any],
    learning_rate: float,
    cost: Callable[..., float],
    measured: tuple[Any, Any],
    shown: int = 1,
    title: str = "A step with a slip in it",
    caption: str = "",
) -> Slips:
    """Draw what one slip does: to the error over many steps, and to the slopes.

    Args:
        source: The file with the code of the net, below the root of the project.
        programs: For each name the text of a step and the step itself; the first is right.
        net: x, y, and the weights to start from.
        learning_rate: How far a step goes.
        cost: The error of (x, y, weights_1, weights_2).
        measured: The slopes of the error in the weights, measured.
        shown: Which of the programs is drawn.
        title: What the figure shows.
        caption: What stands below it; true whatever the reader changes.

    Raises:
        ValueError: When a program is more than a script can follow, or a number is missing.
    """
    x, y, *weights = (numbers(name, one, (None, None)) for name, one in zip(("x", "y", "w", "w"), net, strict=True))
    slopes = [float(slope) for one in measured for slope in np.ravel(numbers("measured", one, (None, None)))]
    watched = {
        name: _watched(Program.read(text), step, (x, y, *weights), learning_rate, cost)
        for name, (text, step) in programs.items()
    }
    chosen, highest = [*watched.values()][shown], max(max(one.errors) for one in watched.values())
    axes = Axes([0, STEPS], [highest], ("steps", "MSE"), "", "", zero=True)
    canvas = Slips(axes.canvas.width, axes.canvas.height, title, caption)
    canvas.source, canvas.watched, canvas.measured, canvas.shown = source, watched, slopes, shown
    right = next(iter(watched.values())).errors
    axes.line(range(STEPS + 1), right, "label", "dashed")
    axes.label("right", [(axes.across(60), axes.up(right[60]) - 7, "middle")], "label")
    canvas.parts += axes.canvas.parts
    canvas.framed(axes, [axes.at(n, error) for n, error in enumerate(chosen.errors)])
    canvas.data = _told(canvas, net, learning_rate)
    _describe(canvas, [*watched][shown], chosen)
    return canvas


def _watched(program: Program, step: StepFunction, net: Any, rate: float, cost: Callable[..., float]) -> Watched:
    """Take a step many times, on copies."""
    x, y, *start = net
    places = [start]
    for _ in range(STEPS):
        places.append([*step(x, y, *(one.copy() for one in places[-1]), rate)])
    errors = [float(cost(x, y, *weights)) for weights in places]
    slopes = [float(slope) for old, new in zip(start, places[1], strict=True) for slope in np.ravel((old - new) / rate)]
    return Watched(program, errors, slopes)


def _told(canvas: Slips, net: Any, rate: float) -> dict[str, Any]:
    """What a script needs to take the steps, and the code of each with the lines that differ from the right one."""
    right, *_ = (one.program.text for one in canvas.watched.values())
    programs = [
        {"lines": lines_of(one.program.text, right), "made": one.program.made, "gives": one.program.gives}
        for one in canvas.watched.values()
    ]
    names = ("x", "y", "weights_1", "weights_2")
    given = {name: np.asarray(one).tolist() for name, one in zip(names, net, strict=True)}
    return {**given, "rate": rate, "steps": STEPS, "slip": canvas.shown, "programs": programs}


def lines_of(text: str, right: str) -> list[tuple[str, bool]]:
    """The lines of a program, each with whether the right one has it not."""
    return [
        (line[2:], line[0] == "+")
        for line in difflib.ndiff(right.splitlines(), text.splitlines())
        if line[0] in " +" and line[2:].strip()
    ]


def _describe(canvas: Slips, name: str, one: Watched) -> None:
    """What is true in every state, and the step that is drawn."""
    canvas.describe("The error over 100 steps of gradient descent, of the right step and of one with a slip in it.")
    agree = f"{one.agree(canvas.measured)} of {len(canvas.measured)} slopes agree with those that are measured"
    canvas.describe(
        f"Drawn is: {name}. It goes from {number(one.errors[0], '.4f')} to {number(one.errors[-1], '.4f')}; {agree}."
    )
