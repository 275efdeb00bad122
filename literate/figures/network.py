"""The net: its nodes with what they put out, its weights, and what flows back."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, number

NAMES = (
    ("sepal length", "sepal width", "petal length", "petal width"),
    ("hidden 1", "hidden 2"),
    ("setosa", "versicolor", "virginica"),
)
ROLES = ("input", "hidden", "output")
WIDTH, TOP, STEP = 340.0, 18.0, 70.0
COLUMNS = (44.0, 170.0, 296.0)
# How far along its line a weight's number stands, by the node that it comes from and the one that it leads to.
PLACES = {"1": ((0.36, 0.66, 0.5), (0.36, 0.66, 0.5)), "2": ((0.32, 0.45, 0.76), (0.76, 0.45, 0.32))}


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
) -> Canvas:
    """Draw the net with its layers from left to right.

    Args:
        values: What each layer puts out, one sequence a layer from the left; fewer layers leave nodes empty.
        weights: `weights_1` and `weights_2`, (from, to); without them lines have no numbers.
        lit: Weights to show thick and with their number, such as `2-11`; with `all` every one has its number.
        back: What flows back, one sequence a layer from the right (outputs, then hidden nodes), below each node.
        names: The names of the nodes, one sequence a layer.
        forms: How the numbers of each layer are formatted.
        links: Where each weight leads, with `{}` for its name: `#w-{}`.
        title: What the figure shows.
        caption: What stands below it.
    """
    chosen = {*lit} - {"all"}
    canvas = Canvas(WIDTH, TOP + STEP * max(map(len, names)) - 8, title, caption)
    _describe(canvas, values, back, names, forms)
    places = [
        [(x, _height(i, len(layer), names)) for i in range(len(layer))] for x, layer in zip(COLUMNS, names, strict=True)
    ]
    labels = [(n, a, b) for n in (0, 1) for a in range(len(names[n])) for b in range(len(names[n + 1]))]
    for layer, a, b in labels:
        thick = f"{layer + 1}-{a + 1}{b + 1}" in chosen
        canvas.line(*places[layer][a], *places[layer + 1][b], "weight", "edge lit" if thick else "edge")
    for layer, a, b in labels:
        name = f"{layer + 1}-{a + 1}{b + 1}"
        if len(weights) > layer and (name in chosen or "all" in {*lit}):
            _weight(canvas, places[layer][a], places[layer + 1][b], b, name, np.asarray(weights[layer])[a, b], links)
            canvas.describe(f"The weight w[{name}] is {number(np.asarray(weights[layer])[a, b])}.")
    for layer, role in enumerate(ROLES):
        for i, (x, y) in enumerate(places[layer]):
            _node(canvas, x, y, role, names[layer][i])
            if len(values) > layer:
                canvas.number(x, y + 4, values[layer][i], forms[layer], role, "in-node")
            if layer > 0 and len(back) > 2 - layer:
                canvas.number(x, y + 34, back[2 - layer][i], ".3f", "error", "back")
                canvas.arrow(x - 25, y + 30, -1, 0, "error")
    return canvas


def _height(place: int, count: int, names: Sequence[Sequence[str]]) -> float:
    """Each layer takes the whole height, in equal shares."""
    return TOP - 10 + STEP * max(map(len, names)) * (place + 0.5) / count


def _node(canvas: Canvas, x: float, y: float, role: str, name: str) -> None:
    """An input is a square, a hidden node a circle, an output a box with round corners."""
    if role == "hidden":
        canvas.shape("circle", role, cx=x, cy=y, r=19, klass="node")
    else:
        round_by = 0 if role == "input" else 9
        canvas.shape("rect", role, x=x - 19, y=y - 15, width=38, height=30, rx=round_by, klass="node")
    canvas.text(x, y - 22, name, role, "name halo")


def _weight(canvas: Canvas, start: Any, end: Any, to: int, name: str, value: float, links: str) -> None:
    """The number of a weight, on its line; nearer to the start or to the end, so that lines that cross keep theirs."""
    part = PLACES[name[0]][(int(name[2]) - 1) % 2][to % 3]
    x, y = (a + part * (b - a) for a, b in zip(start, end, strict=True))
    if links:
        canvas.link(links.format(name), f"weight w[{name}], {number(value)}")
    canvas.number(x, y + 4, value, role="weight", klass="halo")
    if links:
        canvas.end_link()


def _describe(canvas: Canvas, values: Any, back: Any, names: Any, forms: Any) -> None:
    counts = ", ".join(f"{len(layer)} {role} nodes" for layer, role in zip(names, ROLES, strict=True))
    canvas.describe(f"A net with {counts}; every node is connected to every node of the next layer.")
    for layer, said in enumerate(values):
        parts = (f"{name} {number(value, forms[layer])}" for name, value in zip(names[layer], said, strict=True))
        canvas.describe(f"The {ROLES[layer]} nodes put out: {', '.join(parts)}.")
    for layer, said in zip((2, 1), back, strict=False):
        parts = (f"{name} {number(value, '.3f')}" for name, value in zip(names[layer], said, strict=True))
        canvas.describe(f"Back to the {ROLES[layer]} nodes flows: {', '.join(parts)}.")
