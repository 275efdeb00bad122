"""The connections of a net: each as wide as its weight is large, dashed where it is negative, some with a number."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.digits import number
from literate.figures.layout import Edge, Point, connections
from literate.figures.room import Anchor, Box, Room, box_of, sampled, shared, width_of

WIDEST, THINNEST = 5.0, 0.7
NAME_ABOVE = 23
KEY = 20.0  # how much room the words take that say what wide and dashed mean
# How far along its line the number of a weight may stand, as long as nothing else is there.
SHARES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7)
NEARER = (0.25, 0.75, 0.2, 0.8)  # near a node lines lie apart, if the words stand clear of it


class Spot(NamedTuple):
    """A place for words: what it costs in lines and names that it covers, its box, and where the words stand."""

    cost: float
    box: Box
    anchor: Anchor


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
    for n in range(len(places) - 1):
        if mine := [edge for edge in said if edge.layer == n]:
            spots = [_spots(room, edge, said[edge], edges) for edge in mine]
            chosen |= zip(mine, [spot.anchor for spot in _settled(spots)], strict=True)
    return chosen


def _spots(room: Room, edge: Edge, words: str, edges: Sequence[Edge]) -> list[Spot]:
    """Where on its line the words may stand, the best places first, each with what it costs."""
    lines = np.concatenate([sampled((other.start, other.end)) for other in edges if other != edge])
    clear, low = width_of(words) / 2 / (edge.end[0] - edge.start[0]), 4 * words.startswith("w_")
    found = []
    for share in SHARES + tuple(share for share in NEARER if clear <= min(share, 1 - share)):
        x, y = edge.at(share)
        left, top, right, bottom = box_of((x, y + 4, "middle"), words)
        box = left, top, right, bottom + low
        found.append(Spot(room.cost(box, lines), box, (x, y + 4, "middle")))
    return found


def _settled(spots: Sequence[Sequence[Spot]]) -> list[Spot]:
    """One spot for each, at which they cost least: several ways to begin are tried."""
    flat = [spot for of in spots for spot in of]
    costs, over = np.array([spot.cost for spot in flat]), 9 * shared([spot.box for spot in flat])
    places = np.split(np.arange(len(flat)), np.cumsum([len(of) for of in spots])[:-1])
    ways = [_improved(places, costs, over, start) for start in range(0, len(SHARES + NEARER), 3)]
    return [flat[n] for n in min(ways, key=lambda chosen: _cost(chosen, costs, over))]


def _improved(places: Sequence[Any], costs: Any, over: Any, start: int) -> Any:
    """All begin at the same share, and in three rounds each looks for a better one."""
    chosen = np.array([of[min(start, len(of) - 1)] for of in places])
    for _ in range(3):
        for n, of in enumerate(places):
            others = np.delete(chosen, n)
            chosen[n] = of[(costs[of] + over[np.ix_(of, others)].sum(axis=1)).round(3).argmin()]
    return chosen


def _cost(chosen: Any, costs: Any, over: Any) -> float:
    """What spots cost: each by itself, and what they cover of each other."""
    return round(float(costs[chosen].sum() + np.triu(over[np.ix_(chosen, chosen)], 1).sum()), 3)


def write_weight(canvas: Canvas, x: float, y: float, name: str, said: str, links: str) -> None:
    """The number of a weight on its line, or its name on a plate; with `links` it leads somewhere."""
    named, half = said == f"w_{name}", width_of(said) / 2
    if named:  # a halo around its lower letters would cut the one before them
        canvas.shape("rect", x=x - half - 1, y=y - 11, width=2 * half + 2, height=18, klass="plate")
    if links:
        canvas.link(links.format(name), f"weight w{name}" if named else f"weight w[{name}], {said}")
    canvas.text(x, y, said, "weight", "" if named else "n halo")
    if links:  # underlined by a line: a halo would cut what the style sheet draws
        low = y + (6.5 if named else 2.5)
        canvas.line(x - half, low, x + half, low, "weight", "under")
        canvas.end_link()


def told_of(name: str, said: str, ends: str) -> str:
    """What stands on the line of a weight; where the lines are no weights of a net, with their ends."""
    if ends:
        return f"On the line from {ends} stands {said}."
    return f"The weight w[{name}] is {said}."


def told_of_names(said: Sequence[Edge], of: Sequence[Edge]) -> str:
    """Whose names stand on the lines, in one sentence."""
    if len(said) == len(of):
        return f"On each line stands the name of its weight, from w[{of[0].name}] to w[{of[-1].name}]."
    return f"On their lines stand the names of {' and '.join(f'w[{edge.name}]' for edge in said)}."


def weights_as_text(edges: Sequence[Edge], weights: Sequence[Any], lit: set[str], form: str) -> dict[Edge, str]:
    """The numbers of those weights that are lit, or of all; without a form their names."""
    shown = [edge for edge in edges if edge.layer < len(weights) and lit & {edge.name, "all"}]
    if not form:
        return {edge: f"w_{edge.name}" for edge in shown}
    return {edge: number(weights[edge.layer][edge.a, edge.b], form) for edge in shown}
