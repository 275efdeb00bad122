"""The net: its nodes with what they put out, its weights, and what flows back."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, number
from literate.figures.layout import HALF, NAMES, ROLES, WIDTH, Edge, check_lit, connections, fitted, lowest, placed
from literate.figures.room import LETTER, Place, Room, sampled

NAME_ABOVE = 22
# How far along its line the number of a weight may stand, as long as nothing else is there.
SHARES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7)


def network(
    values: Sequence[Any] = (),
    weights: Sequence[Any] = (),
    lit: Iterable[str] = (),
    back: Sequence[Any] = (),
    names: Sequence[Sequence[str]] = NAMES,
    forms: Sequence[str] = (".1f", ".2f", ".2f"),
    links: str = "",
    title: str = "The net",
    caption: str = "",
    weight_form: str = ".2f",
    back_form: str = ".3f",
) -> Canvas:
    """Draw the net with its layers from left to right.

    Args:
        values: What each layer puts out, one sequence a layer from the left; fewer layers leave nodes empty.
        weights: `weights_1` and `weights_2`, (from, to); without them lines have no numbers.
        lit: Weights to show thick and with their number, such as `2-11`; with `all` every one has its number.
        back: What flows back, one sequence a layer from the right (outputs, then hidden nodes), below each node.
        names: The names of the nodes, one sequence a layer; two or three layers.
        forms: How the numbers of each layer are formatted.
        links: Where each weight leads, with `{}` for its name: `#w-{}`.
        title: What the figure shows.
        caption: What stands below it.
        weight_form: How weights are formatted.
        back_form: How what flows back is formatted.

    Raises:
        ValueError: When numbers do not fit the nodes, or a weight is lit that the net does not have.
    """
    values, weights, back = fitted(values, weights, back, names)
    edges, chosen = [*connections(placed(names))], {*lit}
    check_lit(chosen, edges)
    canvas = Canvas(WIDTH, lowest(names, bool(back)), title, caption)
    _describe(canvas, values, back, names, [*forms, back_form])
    for edge in edges:
        canvas.line(*edge.start, *edge.end, "weight", "edge lit" if edge.name in chosen else "edge")
    shown = [edge for edge in edges if len(weights) > edge.layer and chosen & {edge.name, "all"}]
    said = {edge: _said(weights[edge.layer][edge.a, edge.b], weight_form) for edge in shown}
    for edge, (x, y, _) in _free(canvas, names, edges, said).items():
        _weight(canvas, x, y, edge.name, said[edge], links)
    _nodes(canvas, names, values, back, [*forms, back_form])
    return canvas


def _nodes(canvas: Canvas, names: Any, values: Any, back: Any, forms: Sequence[str]) -> None:
    """The nodes, with their numbers in them, and what flows back to them below."""
    for layer, (role, places) in enumerate(zip(ROLES[len(names)], placed(names), strict=True)):
        for i, (x, y) in enumerate(places):
            _node(canvas, x, y, role, names[layer][i])
            if layer < len(values):
                canvas.number(x, y + 4, values[layer][i], forms[layer], role, "in-node")
            if len(names) - layer <= len(back):
                _back(canvas, x, y, back[len(names) - 1 - layer][i], forms[-1])


def _free(canvas: Canvas, names: Any, edges: Sequence[Edge], said: dict[Edge, str]) -> dict[Edge, Place]:
    """For each number of a weight a place on its line, away from the other lines, from names and other numbers."""
    room, chosen = Room((0, 0, canvas.width, canvas.height)), dict[Edge, Place]()
    for layer, places in zip(names, placed(names), strict=True):
        for name, (x, y) in zip(layer, places, strict=True):
            room.choose((x, y), [(x, y - NAME_ABOVE, "middle")], name)
    others = {edge: np.concatenate([sampled((e.start, e.end)) for e in edges if e != edge]) for edge in said}
    for _ in range(3):  # what comes later makes what came first think again
        for edge, words in said.items():
            options = [(x, y + 4, "middle") for x, y in map(edge.at, SHARES)]
            chosen[edge] = room.choose(edge, options, words, others[edge])
    return chosen


def _said(weight: float, form: str) -> str:
    """A weight in digits. One that would read as zero, and is not, keeps its sign and its first digit."""
    rounded = number(weight, form)
    return rounded if {*rounded} & {*"123456789"} or not weight else number(weight, ".1g")


def _weight(canvas: Canvas, x: float, y: float, name: str, said: str, links: str) -> None:
    if links:
        canvas.link(links.format(name), f"weight w[{name}], {said}")
    canvas.text(x, y, said, "weight", "n halo")
    if links:  # underlined by a line: a halo would cut what the style sheet draws
        half = LETTER / 2 * len(said)
        canvas.line(x - half, y + 2.5, x + half, y + 2.5, "weight", "under")
        canvas.end_link()
    canvas.describe(f"The weight w[{name}] is {said}.")


def _node(canvas: Canvas, x: float, y: float, role: str, name: str) -> None:
    """An input is a square, a hidden node a circle, an output a box with round corners."""
    if role == "hidden":
        canvas.shape("circle", role, cx=x, cy=y, r=HALF, klass="node")
    else:
        round_by = 0 if role == "input" else 9
        canvas.shape("rect", role, x=x - HALF, y=y - 15, width=2 * HALF, height=30, rx=round_by, klass="node")
    canvas.text(x, y - NAME_ABOVE, name, role, "name halo")


def _back(canvas: Canvas, x: float, y: float, value: Any, form: str) -> None:
    """What flows back to a node: a number with an arrow to the left, below it."""
    half = 3 * len(number(value, form)) + 3
    canvas.number(x + 5, y + 32, value, form, "error", "back halo")
    canvas.arrow(x + 5 - half - 7, y + 28.5, -1, 0, "error")


def _describe(canvas: Canvas, values: Any, back: Any, names: Any, forms: Sequence[str]) -> None:
    roles = ROLES[len(names)]
    counts = ", ".join(f"{len(layer)} {role} nodes" for layer, role in zip(names, roles, strict=True))
    canvas.describe(f"A net with {counts}; every node is connected to every node of the next layer.")
    for layer, said in enumerate(values):
        canvas.describe(f"The {roles[layer]} nodes put out: {_listed(names[layer], said, forms[layer])}.")
    for layer, said in enumerate(back, 1):
        canvas.describe(f"Back to the {roles[-layer]} nodes flows: {_listed(names[-layer], said, forms[-1])}.")


def _listed(names: Sequence[str], said: Any, form: str) -> str:
    return ", ".join(f"{name} {number(value, form)}" for name, value in zip(names, said, strict=True))
