"""The derivative of one weight: its paths to the error with their factors, one of several drawings to choose from.

A script may take over all of them at once: the row of the input, and the weights, are then the reader's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from literate.figures import derivative_around
from literate.figures.canvas import Canvas
from literate.figures.explorable import Explorable
from literate.figures.lanes import WIDTH, describe_lanes, tall
from literate.figures.layout import NAMES, ROLES
from literate.figures.paths import lay_out
from literate.figures.room import width_of
from literate.figures.walk import Walk

Weight = tuple[int, int, int]  # its matrix, its row and its column, from 1


@dataclass(frozen=True)
class Factor:
    """A factor that a script keeps up to date: its name there, and its form."""

    of: str
    value: float
    form: str

    @property
    def wide(self) -> float:
        """The room that it may come to need: weights go to 20, and some factors below 0."""
        most = -20 if self.of.startswith("weights") else -1 if self.of.endswith("share") else 1
        return width_of(format(most, self.form))

    def write(self, canvas: Canvas, x: float, y: float) -> None:
        """Write it around a place, with its hook."""
        assert isinstance(canvas, Explorable)
        canvas.bound(x, y, self.of, self.value, self.form, "", "")


class Derivative(Walk):
    """The figure that `derive_by_hand` draws for one weight."""

    module, kinds, beside, of_many = "derivative", "walk derivative", "side live", True
    pieces = derivative_around
    weight: Weight = (1, 1, 1)
    shown, links = 0, ""

    def draw(self) -> None:
        """The paths with their factors, on as much room as the most paths take."""
        self.width, self.height = WIDTH, tall(len(self.names[-1]))
        self.data["flower"] = self.shown
        stem, ways = self._stem(), self._ways()
        lay_out(self, stem, ways, self.plan["errors"][self.plan["total"]], lambda steps: [one for _, one in steps])
        self.describe(f"As the page has it, for the {self.names[-1][self.shown]}:")
        plain = [[(name, factor and factor.value) for name, factor in steps] for steps in (stem, *ways)]
        describe_lanes(self, plain[0], plain[1:], self.plan["errors"][self.plan["total"]], "3s", "")

    def _stem(self) -> list[tuple[str, Any]]:
        """The weight, and where all its paths lead."""
        layer, a, b = self.weight
        start = [(f"w_{layer}-{a}{b}", None)]
        return start if layer == len(self.names) - 1 else [*start, *self._into(layer, self._flow(layer, a), b)]

    def _ways(self) -> list[list[tuple[str, Any]]]:
        """Each path after that."""
        layer, a, b = self.weight
        last, weights = len(self.names) - 1, self.plan["wires"][-1][0]
        if layer == last:
            return [[*self._into(last, self._flow(last, a), b), self._missed(b)]]
        columns = range(1, len(self.names[-1]) + 1)
        over = [
            Factor(f"{weights}.{(b - 1) * len(columns) + j - 1}", self.values[weights][b - 1, j - 1], ".3f")
            for j in columns
        ]
        return [[*self._into(last, factor, j), self._missed(j)] for j, factor in zip(columns, over, strict=True)]

    def _flow(self, layer: int, node: int) -> Factor:
        """What comes to a weight from the node before it."""
        return self._factor(self.plan["inside"][layer - 1][-1], node, ".1f" if layer == 1 else ".4f")

    def _into(self, layer: int, factor: Factor, node: int) -> list[tuple[str, Any]]:
        """Into a node, and through it: the slope of its sigmoid."""
        letter, out = ROLES[len(self.names)][layer][0], self.plan["inside"][layer][-1]
        value = self._factor(out, node, ".4f").value
        through = Factor(f"{out}.{node - 1}.slope", value * (1 - value), ".4f")
        return [(f"{letter}_in[{node}]", factor), (f"{letter}_out[{node}]", through)]

    def _missed(self, node: int) -> tuple[str, Factor]:
        """From an output to the error: what it is off, over the number of all outputs."""
        wanted, error = self.plan["wanted"], self.plan["below"][-1][0]
        value = self._factor(error, node, ".4f").value / self.values[wanted].size
        return self.plan["errors"][self.plan["total"]], Factor(f"{error}.{node - 1}.share", value, ".4f")

    def _factor(self, name: str, node: int, form: str) -> Factor:
        return Factor(f"{name}.{node - 1}", float(self.values[name][self.shown, node - 1]), form)

    def under(self) -> str:
        """The formula of this weight, and which number of the matrix it is."""
        return derivative_around.under(self)


def derive_by_hand(
    source: str,
    values: Mapping[str, Any],
    learning_rate: float,
    weight: Weight,
    shown: int = 0,
    names: Sequence[Sequence[str]] = NAMES,
    links: str = "",
    title: str = "The paths from a weight to the error",
    caption: str = "",
) -> Derivative:
    """Draw the paths from one weight to the error, with their factors for one row of the input.

    Args:
        source: The file with the plan of the walk, below the root of the project.
        values: All numbers of the step by their names in the plan: matrices, and errors as numbers.
        learning_rate: How far the step goes.
        weight: The matrix of the weight, its row and its column, each from 1.
        shown: For which row of the input the factors are drawn.
        names: The names of the nodes, layer by layer; those of the last also name the rows of the input.
        links: Where more is told of each weight, with `{}` for its name: `#w-{}`.
        title: What the figure shows.
        caption: What stands below it; true whatever the reader changes.

    Raises:
        ValueError: When a value is no array of finite numbers.
    """
    drawn = Derivative(source, values, learning_rate, names, "", title, caption)
    drawn.weight, drawn.shown, drawn.links = weight, shown, links
    return drawn
