"""The connections of a net: each as wide as its weight is large, dashed where it is negative, some with a number."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.digits import number
from literate.figures.layout import Edge, Point, connections
from literate.figures.room import Anchor, Room, sampled, width_of

WIDEST, THINNEST = 5.0, 0.7
NAME_ABOVE = 23
KEY = 20.0  # how much room the words take that say what wide and dashed mean
# How far along its line the number of a weight may stand, as long as nothing else is there.
SHARES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7)


def draw_edges(
    canvas: Canvas, places: Sequence[Sequence[Point]], weights: Sequence[Any], lit: set[str], full: float | None
) -> list[Edge]:
    """Draw all connections, and give them back.

    Args:
        canvas: What is drawn on.
        places: The middle of each node, layer by layer.
        weights: The matrices of weights that are known, (from, to).
        lit: The names of those to follow; the others step back, unless `all` is among them.
        full: The size of a weight that has the full width; the largest one when left out.
    """
    edges = [*connections(places)]
    full = full or max((float(np.abs(matrix).max()) for matrix in weights), default=0) or 1
    dims = bool(lit - {"all"}) and "all" not in lit and bool(weights)
    for edge in edges:
        weight = float(weights[edge.layer][edge.a, edge.b]) if edge.layer < len(weights) else None
        klass = "edge lit" if edge.name in lit else "edge dim" if dims else "edge"
        _edge(canvas, edge, klass, weight, full)
    return edges


def _edge(canvas: Canvas, edge: Edge, klass: str, weight: float | None, full: float) -> None:
    """One connection: a hair for a weight that is nearly nothing, so that it is still seen."""
    (x1, y1), (x2, y2), role = edge.start, edge.end, "" if "dim" in klass else "weight"
    wide = {} if weight is None else {"stroke_width": max(THINNEST, WIDEST * min(abs(weight) / full, 1))}
    dashed = " dashed" if weight is not None and weight < 0 else ""
    canvas.shape("line", role, x1=x1, y1=y1, x2=x2, y2=y2, klass=klass + dashed, **wide)


def draw_key(canvas: Canvas, y: float) -> None:
    """What wide and dashed mean."""
    for x, dashed, words in ((16, "", "wide: large weight"), (182, " dashed", "dashed: negative")):
        canvas.shape("line", "weight", x1=x, y1=y - 4, x2=x + 26, y2=y - 4, klass=f"key{dashed}")
        canvas.text(x + 32, y, words, klass="start")


def free(canvas: Canvas, names: Any, places: Any, edges: Sequence[Edge], said: dict[Edge, str]) -> dict[Edge, Anchor]:
    """For each number of a weight a place on its line, away from the other lines, from names and other numbers."""
    room, chosen = Room((0, 0, canvas.width, canvas.height)), dict[Edge, Anchor]()
    for layer, nodes in zip(names, places, strict=True):
        for name, (x, y) in zip(layer, nodes, strict=True):
            room.choose((x, y), [(x, y - NAME_ABOVE, "middle")], name)
    others = {edge: np.concatenate([sampled((e.start, e.end)) for e in edges if e != edge]) for edge in said}
    for _ in range(3):  # what comes later makes what came first think again
        for edge, words in said.items():
            options = [(x, y + 4, "middle") for x, y in map(edge.at, SHARES)]
            chosen[edge] = room.choose(edge, options, words, others[edge])
    return chosen


def write_weight(canvas: Canvas, x: float, y: float, name: str, said: str, links: str) -> None:
    """The number of a weight on its line; with `links` it leads somewhere."""
    named = said == f"w_{name}"
    if links:
        canvas.link(links.format(name), f"weight w{name}" if named else f"weight w[{name}], {said}")
    canvas.text(x, y, said, "weight", "halo" if named else "n halo")
    if links:  # underlined by a line: a halo would cut what the style sheet draws
        half, low = width_of(said) / 2, y + (6.5 if named else 2.5)
        canvas.line(x - half, low, x + half, low, "weight", "under")
        canvas.end_link()


def told_of(name: str, said: str, ends: str) -> str:
    """What stands on the line of a weight; where the lines are no weights of a net, with their ends."""
    if ends:
        return f"On the line from {ends} stands {said}."
    return f"On its line stands the name of w[{name}]." if said == f"w_{name}" else f"The weight w[{name}] is {said}."


def weights_as_text(edges: Sequence[Edge], weights: Sequence[Any], lit: set[str], form: str) -> dict[Edge, str]:
    """The numbers of those weights that are lit, or of all; without a form their names."""
    shown = [edge for edge in edges if edge.layer < len(weights) and lit & {edge.name, "all"}]
    if not form:
        return {edge: f"w_{edge.name}" for edge in shown}
    return {edge: number(weights[edge.layer][edge.a, edge.b], form) for edge in shown}
