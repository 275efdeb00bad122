"""The net: its nodes with what they put out, its weights, and what flows back."""

from collections.abc import Iterable, Sequence
from typing import Any

from literate.figures.canvas import Canvas
from literate.figures.digits import number
from literate.figures.edges import (
    KEY,
    NAME_ABOVE,
    draw_edges,
    draw_key,
    free,
    told_of,
    told_of_names,
    weights_as_text,
    write_weight,
)
from literate.figures.inside import write_inside
from literate.figures.layout import HALF, NAMES, ROLES, WIDTH, as_arrays, check_lit, connections, lowest, node_middles
from literate.figures.room import width_of


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
    full: float | None = None,
    width: float = WIDTH,
    named: bool = False,
    inside: Sequence[Sequence[str]] = (),
    targets: Sequence[float] = (),
    back_name: str = "",
    roles: Sequence[str] = (),
    takes_in: Iterable[int] = (),
) -> Canvas:
    """Draw the net with its layers from left to right.

    Where weights are given, each connection is as wide as its weight is large, and dashed where it is negative.

    Args:
        values: What each layer puts out, one sequence a layer from the left; fewer layers leave nodes empty.
        weights: `weights_1` and `weights_2`, (from, to); without them all lines are alike.
        lit: Weights to show with their number, such as `2-11`, before the others; with `all` every one has its number.
        back: What flows back, one sequence a layer from the right (outputs, then hidden nodes), below each node.
        names: The names of the nodes, one sequence a layer; two or three layers.
        forms: How the numbers of each layer are formatted.
        links: Where each weight leads, with `{}` for its name: `#w-{}`.
        title: What the figure shows.
        caption: What stands below it.
        weight_form: How weights are formatted.
        back_form: How what flows back is formatted.
        full: The weight that has the full width, where two nets are compared; the largest one when left out.
        width: How wide the drawing is; narrow ones stand beside each other.
        named: Whether those weights that are lit have their names in place of their numbers.
        inside: Words that stand in the nodes in place of numbers, one sequence a layer.
        targets: What the last layer should put out, to the right of it.
        back_name: What the numbers below the nodes are called; without it they have an arrow.
        roles: The role of each layer, where it is not the one of a whole net.
        takes_in: The layers, counted from 0, whose numbers are what they take in, not what they put out.

    Raises:
        ValueError: When numbers do not fit the nodes, or a weight is lit that the net does not have.
    """
    values, weights, back = as_arrays(values, weights, back, names)
    whole, roles = not roles, roles or ROLES[len(names)]
    places, chosen, all_forms = node_middles(names, width), {*lit}, [*forms, back_form]
    check_lit(chosen, [*connections(places)])
    bottom, key = lowest(names, bool(back)), bool(weights) and width == WIDTH and whole
    canvas = Canvas(width, bottom + KEY * key, title, caption)
    _describe(canvas, values, back, names, all_forms, roles, {*takes_in})
    edges = draw_edges(canvas, places, weights, chosen, full)
    said = weights_as_text(edges, weights, chosen, "" if named else weight_form)
    for edge, (x, y, _) in free(canvas, names, places, edges, said).items():
        write_weight(canvas, x, y, edge.name, said[edge], links)
        ends = f"{names[edge.layer][edge.a]} to {names[edge.layer + 1][edge.b]}"
        if not named:
            canvas.describe(told_of(edge.name, said[edge], "" if whole else ends))
    if named and said:
        canvas.describe(told_of_names([*said], edges))
    _nodes(canvas, places, names, values, back, all_forms, roles, back_name)
    write_inside(canvas, places, inside, targets, roles)
    if key:
        draw_key(canvas, bottom + KEY - 4)
    return canvas


def _nodes(
    canvas: Canvas,
    places: Any,
    names: Any,
    values: Any,
    back: Any,
    forms: Sequence[str],
    roles: Sequence[str],
    called: str,
) -> None:
    """The nodes, with their numbers in them, and what flows back to them below."""
    for layer, (role, nodes) in enumerate(zip(roles, places, strict=True)):
        for i, (x, y) in enumerate(nodes):
            _node(canvas, x, y, role, names[layer][i])
            if layer < len(values):
                canvas.number(x, y + 4, values[layer][i], forms[layer], role, "in-node")
            if len(names) - layer <= len(back):
                _back(canvas, x, y, back[len(names) - 1 - layer][i], forms[-1], called)


def _node(canvas: Canvas, x: float, y: float, role: str, name: str) -> None:
    """An input is a square, a hidden node a circle, an output a box with round corners."""
    if role == "hidden":
        canvas.shape("circle", role, cx=x, cy=y, r=HALF, klass="node")
    else:
        round_by = 0 if role == "input" else 9
        canvas.shape("rect", role, x=x - HALF, y=y - 15, width=2 * HALF, height=30, rx=round_by, klass="node")
    canvas.text(x, y - NAME_ABOVE, name, role, "name halo")


def _back(canvas: Canvas, x: float, y: float, value: Any, form: str, called: str) -> None:
    """What flows back to a node: a number below it, with its name or an arrow to the left."""
    half = width_of(number(value, form)) / 2 + 2
    canvas.number(x + 5, y + 32, value, form, "error", "back halo")
    if called:
        return canvas.text(x + 3 - half, y + 32, called, "error", "end halo")
    return canvas.arrow(x + 5 - half - 7, y + 28.5, -1, 0, "error")


def _describe(
    canvas: Canvas, values: Any, back: Any, names: Any, forms: Sequence[str], roles: Sequence[str], sums: set[int]
) -> None:
    counts = ", ".join(
        f"{len(layer)} {role} node{'s' * (len(layer) > 1)}" for layer, role in zip(names, roles, strict=True)
    )
    canvas.describe(f"A net with {counts}; every node is connected to every node of the next layer.")
    for layer, said in enumerate(values):
        does = "take in" if layer in sums else "put out"
        canvas.describe(f"The {roles[layer]} nodes {does}: {_listed(names[layer], said, forms[layer])}.")
    for layer, said in enumerate(back, 1):
        canvas.describe(f"Back to the {roles[-layer]} nodes flows: {_listed(names[-layer], said, forms[-1])}.")


def _listed(names: Sequence[str], said: Any, form: str) -> str:
    return ", ".join(f"{name} {number(value, form)}" for name, value in zip(names, said, strict=True))
