"""One node and its weights: how its sum grows for a flower, and for which of many flowers it fires."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures import neuron_around
from literate.figures.canvas import coordinate
from literate.figures.digits import counted, number, numbers
from literate.figures.explorable import Explorable
from literate.figures.layout import NAMES

WIDTH, LEFT, RIGHT, ROW, TOP = 340.0, 96.0, 300.0, 24.0, 8.0
SPAN = (-12.0, 14.0)  # the sums that the picture has room for
FROM, STEP = 62, 5.5  # where the marks of the flowers begin, and how far apart they stand


class Neuron(Explorable):
    """The figure that `fire_by_hand` draws."""

    module, beside = "neuron", "side"
    flowers: Sequence[str] = ()
    fires: Any = None

    def head(self, id: str) -> str:
        """Which flower."""
        return neuron_around.head(self, id)

    def side(self, id: str) -> str:
        """For how many flowers it fires, what that means, and its weights."""
        return neuron_around.side(self)


def fire_by_hand(
    x: Any,
    labels: Any,
    weights: Sequence[float],
    threshold: float,
    shown: Sequence[int],
    inputs: Sequence[str] = NAMES[0],
    names: Sequence[str] = NAMES[-1],
    title: str = "One node, and for which flowers it fires",
    caption: str = "",
) -> Neuron:
    """Draw a node with its weights: the way to its sum for one flower, and a mark for each flower.

    Args:
        x: All flowers, (flowers, inputs).
        labels: The number of the species of each.
        weights: A weight for each input.
        threshold: From which sum on the node fires.
        shown: Of each species the row of a flower whose sum can be seen; the first is drawn.
        inputs: The names of the inputs.
        names: The names of the species.
        title: What the figure shows.
        caption: What stands below it; true whatever the reader changes.

    Raises:
        ValueError: When the numbers do not fit the names.
    """
    x, kinds = numbers("x", x, (None, len(inputs))), numbers("labels", labels, (len(x),)).astype(int)
    given = numbers("weights", weights, (len(inputs),))
    counted("names", names, len(shown))
    canvas = Neuron(WIDTH, TOP + ROW * (len(inputs) + 2) + 22 + 16 * len(names) + 12, title, caption)
    sums = [_sum(row, given) for row in x]
    canvas.flowers, canvas.fires = names, np.array([sum >= threshold for sum in sums])
    canvas.data = {
        **{"x": x.tolist(), "labels": kinds.tolist(), "weights": given.tolist(), "threshold": float(threshold)},
        **{"shown": [int(row) for row in shown], "names": names, "inputs": inputs, "span": SPAN},
        "places": [LEFT, RIGHT],
    }
    _way(canvas, x[shown[0]], given, float(threshold), inputs)
    _marks(canvas, kinds, names)
    fired = [int(canvas.fires[kinds == kind].sum()) for kind in range(len(names))]
    canvas.describe(f"The way to the sum of a node for the {names[0]}, {number(sums[shown[0]], '.2f')}.")
    told = ", ".join(f"{count} of {(kinds == kind).sum()} {names[kind]}" for kind, count in enumerate(fired))
    canvas.describe(f"With a threshold of {number(threshold, 'g')} it fires for {told}.")
    return canvas


def _sum(row: Any, weights: Any) -> float:
    """The weighted sum, added up in the order of the inputs as a script does it: to the last bit the same."""
    total = 0.0
    for value, weight in zip(row.tolist(), weights.tolist(), strict=True):
        total = total + value * weight
    return total


def across(value: float) -> float:
    """How far to the right a sum lies; what there is no room for lies at the end."""
    low, high = SPAN
    return LEFT + (min(max(value, low), high) - low) / (high - low) * (RIGHT - LEFT)


def _way(canvas: Neuron, row: Any, weights: Any, threshold: float, inputs: Sequence[str]) -> None:
    """A bar for each product, from the sum before to the sum after it; the sum, and the threshold across."""
    before = 0.0
    canvas.line(across(0), TOP, across(0), TOP + ROW * (len(inputs) + 1), klass="axis zero")
    for n, name in enumerate(inputs):
        y, product = TOP + ROW * n, float(row[n] * weights[n])
        canvas.text(LEFT - 8, y + 16, name, "", "end")
        _bar(canvas, f"{n}", y, before, before + product, "input")
        canvas.bound(WIDTH - 2, y + 16, f"product.{n}", product, ".2f", "input", "end")
        before += product
    y = TOP + ROW * len(inputs)
    canvas.text(LEFT - 8, y + 16, "sum", "", "end strong")
    _bar(canvas, "sum", y, 0, before, "hidden")
    canvas.bound(WIDTH - 2, y + 16, "sum", before, ".2f", "hidden", "end strong")
    at, low = coordinate(across(threshold)), coordinate(TOP + ROW * (len(inputs) + 1))
    canvas.parts.append(f'<path data-threshold="" class="m-label curve dashed" d="M{at} {coordinate(TOP)}V{low}"/>')
    canvas.text(LEFT - 8, y + 37, "threshold", "label", "end")
    canvas.bound(across(threshold), y + 37, "threshold", threshold, ".2f", "label", "")


def _bar(canvas: Neuron, name: str, y: float, start: float, end: float, role: str) -> None:
    a, b = across(start), across(end)
    d = f"M{coordinate(a)} {coordinate(y + 4)}H{coordinate(b)}V{coordinate(y + 20)}H{coordinate(a)}z"
    canvas.parts.append(f'<path data-bar="{name}" data-y="{coordinate(y)}" class="m-{role} solid" d="{d}"/>')


def _marks(canvas: Neuron, kinds: Any, names: Sequence[str]) -> None:
    """A row for each species: a full mark for each flower that the node fires for, a dot for the others."""
    y = canvas.height - 16 * len(names) - 2
    for kind, name in enumerate(names):
        canvas.text(FROM - 6, y + 16 * kind + 9, name, "", "end small")
        fires = canvas.fires[kinds == kind]
        for which, role in (("on", "output"), ("off", "")):
            d = fired_marks(fires == (which == "on"), y + 16 * kind, which)
            klass = f"m-{role} solid" if role else "quiet"
            place_of = f'data-mark="{kind}.{which}" data-y="{coordinate(y + 16 * kind)}"'
            canvas.parts.append(f'<path {place_of} class="{klass}" d="{d}"/>')


def fired_marks(these: Any, y: float, which: str) -> str:
    """The marks of those flowers that have it, as a path; M0 0 for none."""
    box = "v10h4v-10z" if which == "on" else "v1h1v-1z"
    down = 0 if which == "on" else 5
    return (
        "".join(f"M{coordinate(FROM + STEP * int(n))} {coordinate(y + down)}{box}" for n in np.flatnonzero(these))
        or "M0 0"
    )
