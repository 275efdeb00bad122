"""A walk through one gradient step: a net with every number of the step on it, and the lines that made them.

What the lines are, and what stands at each place, is written in a file of the course, which the page names.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from literate.figures import walk_around
from literate.figures.digits import number, numbers
from literate.figures.explorable import Explorable
from literate.figures.layout import NAMES
from literate.figures.plan import Plan
from literate.figures.walk_net import HEIGHT, WIDTH, draw_net


class Walk(Explorable):
    """The figure that `walk_through` draws; `pieces` is the module of what stands around its picture."""

    module, links = "walk", ""
    pieces: ModuleType = walk_around
    plan: Plan

    def __init__(
        self, source: str, values: Mapping[str, Any], rate: float, names: Any, last: str, title: str, caption: str
    ) -> None:
        """Keep what was given: the file is read later, when it is known where the project stands."""
        super().__init__(WIDTH, HEIGHT, title, caption)
        shapes = {name: (None,) * len(getattr(value, "shape", ())) for name, value in values.items()}
        self.values = {name: numbers(name, value, shapes[name]) for name, value in values.items()}
        self.source, self.names, self.last = source, names, last
        self.data["rate"] = float(numbers("learning_rate", rate, ()))

    def fill(self, root: Path) -> None:
        """Read the plan of the walk, and draw.

        Raises:
            ValueError: When there is no such plan or line, or a number is missing or of another shape.
        """
        self.plan = Plan(root, self.source, self.last, self.names)
        self._fit()
        self.draw()
        self.data |= {name: self.values[name].tolist() for name in self.plan["given"]}
        self.data |= {
            "names": self.names,
            "lines": [(line.name, line.code, len([*line.places()])) for line in self.plan.lines],
            "definitions": self.plan.definitions,
        }

    def draw(self) -> None:
        """The picture; in words what is true in every state, and the error as the page has it."""
        draw_net(self)
        back = any(self.plan.shows(name) for names in self.plan["below"] for name in names)
        slopes = any(self.plan.shows(update) for _, update in self.plan["wires"])
        flows, slope = (", what flows back" if back else ""), (" and the slope of the error in it" if slopes else "")
        self.describe(f"A net with one flower in it: what each node takes in and puts out{flows},")
        self.describe(f"and on each connection its weight{slope}.")
        if (total := self.plan["total"]) in self.values:
            self.describe(f"As the page has it, the error is {number(self.values[total], '.6f')}.")
        self.describe("The table below has every number.")

    def _fit(self) -> None:
        """Every number that is shown is there, as many as the net has places for it."""
        counts = [len(layer) for layer in self.names]
        flowers = len(numbers("x", self.values.get(self.plan["given"][0], ()), (None, counts[0])))
        if flowers != counts[-1]:
            raise ValueError(f"the input has {flowers} rows, needed {counts[-1]}: one for each name of the last layer")
        for name in self.plan.needs():
            if name not in self.values:
                raise ValueError(f"{name} is missing, needed: all numbers of the step")
        for layer, (weights, update) in enumerate(self.plan["wires"]):
            numbers(weights, self.values[weights], (counts[layer], counts[layer + 1]))
            if update in self.values:
                numbers(update, self.values[update], (counts[layer], counts[layer + 1]))

    def head(self, id: str) -> str:
        """Which flower, and the error."""
        return str(self.pieces.head(self, id))

    def side(self, id: str) -> str:
        """Where the walk is, and what can be changed."""
        return str(self.pieces.side(self))

    def foot(self, id: str) -> str:
        """The lines, every number as a table, and the formulas of the places."""
        return str(self.pieces.foot(self))


def walk_through(
    source: str,
    values: Mapping[str, Any],
    learning_rate: float,
    last: str = "",
    names: Sequence[Sequence[str]] = NAMES,
    title: str = "One gradient step",
    caption: str = "",
    links: str = "",
) -> Walk:
    """Draw one gradient step on a net, for the first row of the input.

    Args:
        source: The file with the plan of the walk, below the root of the project.
        values: All numbers of the step by their names in the plan: matrices, and errors as numbers.
        learning_rate: How far the step goes.
        last: The line with which the walk ends; empty for the whole plan.
        names: The names of the nodes, layer by layer; those of the last also name the rows of the input.
        title: What the figure shows.
        caption: What stands below it; true whatever the reader changes.
        links: Where more is told of the slope in each weight, with `{}` for its name: `#w-{}`.

    Raises:
        ValueError: When a value is no array of finite numbers.
    """
    drawn = Walk(source, values, learning_rate, names, last, title, caption)
    drawn.links = links
    return drawn
