"""The picture of a walk: nodes with what they take in, put out and get back, wires with weight and slope."""

from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any

from literate.figures.canvas import coordinate
from literate.figures.layout import ROLES, Edge, Point

if TYPE_CHECKING:
    from literate.figures.walk import Walk

COLUMNS, LABEL_X, WIDTH, HEIGHT, TOP = (36.0, 166.0, 290.0), 334.0, 350.0, 400.0, 8.0
HALF = (19.0, 23.0, 23.0)  # half a node, layer by layer
SHARES = (0.66, 0.36)  # where on its wire a weight stands: there eight and six wires lie apart
SLOPE = "\N{BLACK LEFT-POINTING SMALL TRIANGLE}"


def draw_net(canvas: "Walk") -> None:
    """Draw the net with the numbers of the first flower."""
    places, edges = _placed(canvas.names), _edges(canvas.names)
    for edge in edges:
        _wire(canvas, edge)
    for layer, (role, names) in enumerate(zip(ROLES[len(places)], canvas.names, strict=True)):
        for item, (name, at) in enumerate(zip(names, places[layer], strict=True)):
            canvas.group(f"m-{role}", at, node=f"{role}-{item + 1}")
            _node(canvas, layer, role, name)
            _numbers(canvas, layer, item, role)
            canvas.end_group()
    for edge in edges:
        _labels(canvas, edge)
    total = canvas.plan["total"]
    if canvas.plan.shows(total):
        _name(canvas, COLUMNS[1], HEIGHT - 17, f"{total}.0", "MSE", "")
        canvas.bound(COLUMNS[1], HEIGHT - 5, total, canvas.values[total], ".6f", "error", "strong")


def _placed(names: Any) -> list[list[Point]]:
    whole = HEIGHT - TOP - 6
    return [
        [(x, TOP + whole * (i + 0.5) / len(layer)) for i in range(len(layer))]
        for x, layer in zip(COLUMNS, names, strict=True)
    ]


def _edges(names: Any) -> list[Edge]:
    places = _placed(names)
    return [
        Edge(layer, a, b, (x1 + HALF[layer], y1), (x2 - HALF[layer + 1], y2))
        for layer in range(len(places) - 1)
        for a, (x1, y1) in enumerate(places[layer])
        for b, (x2, y2) in enumerate(places[layer + 1])
    ]


def _wire(canvas: "Walk", edge: Edge) -> None:
    """A line to take hold of, the line that is seen, and a head for either direction, along an axis of its own.

    So nearly the same words draw every wire, which a page that is sent packed has once.
    """
    (x, y), (x2, y2) = edge.start, edge.end
    length, turned = coordinate(hypot(x2 - x, y2 - y)), f"{degrees(atan2(y2 - y, x2 - x)):.2f}"
    canvas.parts.append(
        f'<g class="m-weight" data-wire="{edge.name}" '
        f'transform="translate({coordinate(x)} {coordinate(y)})rotate({turned})">'
        f'<path class="touch" d="M0 0h{length}"/><path class="edge" d="M0 0h{length}"/>'
        f'<path class="solid ahead" d="M{length} 0m1 0l-7 3.5v-7z"/>'
        '<path class="solid homeward" d="M-1 0l7 3.5v-7z"/></g>'
    )


def _labels(canvas: "Walk", edge: Edge) -> None:
    """The weight of a wire, and below it the slope of the error in it.

    All places count from the middle of a label, and of a node: so nearly the same words draw each.
    """
    weights, update = canvas.plan["wires"][edge.layer]
    item = edge.a * len(canvas.names[edge.layer + 1]) + edge.b
    x, y = edge.at(SHARES[edge.layer])
    canvas.group("grip", (x + 5 * edge.layer, y), wire=edge.name)  # clear of what flows back to the node at its left
    canvas.shape("rect", x=-22, y=-14, width=44, height=28, klass="touch")
    canvas.bound(0, -3, f"{weights}.{item}", canvas.values[weights][edge.a, edge.b], ".2f", "weight", "halo")
    if canvas.plan.shows(update):
        slope = canvas.values[update][edge.a, edge.b]
        canvas.bound(0, 11.5, f"{update}.{item}", slope, ".4f", "update", "halo", SLOPE)
    canvas.end_group()


def _node(canvas: "Walk", layer: int, role: str, name: str) -> None:
    """A square for an input, a circle for a hidden node, a box with round corners for an output."""
    half = HALF[layer]
    height = {"input": 15.0, "output": half - 3}.get(role, half)
    canvas.text(0, -height - 7, name, "", "name halo")
    if role == "hidden":
        canvas.shape("circle", r=half, klass="node")
    else:
        corner = 9 if role == "output" else 0
        canvas.shape("rect", x=-half, y=-height, width=2 * half, height=2 * height, rx=corner, klass="node")


def _numbers(canvas: "Walk", layer: int, item: int, role: str) -> None:
    """What a node takes in, above what it puts out; below it what flows back, at the right what is wanted."""
    inside, plan = canvas.plan["inside"][layer], canvas.plan
    kinds = [(4.0, ".1f", "")] if len(inside) == 1 else [(-3.0, ".2f", ""), (13.0, ".2f", "strong")]
    for name, (down, form, klass) in zip(inside, kinds, strict=True):
        canvas.bound(0, down, f"{name}.{item}", canvas.values[name][0, item], form, role, klass)
    if len(inside) > 1:
        canvas.line(-14, 0.5, 14, 0.5, klass="rule")
    for name, down in zip(plan["below"][layer], (13, 27.5), strict=False):
        if plan.shows(name):
            _name(canvas, -14, HALF[layer] + down, f"{name}.{item}", name.rpartition("_")[2], "end")
            canvas.bound(
                -10,
                HALF[layer] + down,
                f"{name}.{item}",
                canvas.values[name][0, item],
                ".3f",
                "error",
                "start halo",
            )
    if role == "output":
        wanted = plan["wanted"]
        aside = LABEL_X - COLUMNS[-1]
        canvas.shape("rect", "label", x=aside - 9, y=-9, width=18, height=18, rx=2, klass="node")
        canvas.bound(aside, 4, f"{wanted}.{item}", canvas.values[wanted][0, item], ".0f", "label", "")


def _name(canvas: "Walk", x: float, y: float, of: str, words: str, klass: str) -> None:
    """The word beside a number: it is there as soon as the number is."""
    names = f"m-error halo {klass}".strip()
    canvas.parts.append(
        f'<text x="{coordinate(x)}" y="{coordinate(y)}" class="{names}" data-name="{of}">{words}</text>'
    )
