"""The paths along which a change travels: a chain that may split, and comes together again."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.digits import numbers
from literate.figures.lanes import (
    ROW,
    TALL,
    WIDTH,
    Link,
    Words,
    describe_lanes,
    product_of,
    tall,
    words_of,
    write_lanes,
)
from literate.figures.layout import Point

ROLE_OF = {"w": "weight", "x": "input", "h": "hidden", "o": "output", "m": "error"}  # in small letters
NARROW, BROAD = 19.0, 23.0  # half of a box
SPLIT, ALIKE = 2.4, 1.5  # how much longer arrows are where paths part and meet; with lanes nearly alike


def paths(
    chain: Sequence[Link],
    branches: Sequence[Sequence[Link]] = (),
    end: str = "MSE",
    form: str = "3s",
    title: str = "The paths to the error",
    caption: str = "",
    lanes: Sequence[str] = (),
    times: bool = False,
) -> Canvas:
    """Draw what depends on what, from left to right as the net stands, with the factor of each step at its arrow.

    Args:
        chain: The steps that all paths share: name and factor into it; the first has no factor (`None`).
        branches: The steps of each path after that; without any, the chain is the only path.
        end: Where all paths end; each path's last factor leads into it.
        form: How factors are formatted.
        title: What the figure shows.
        caption: What stands below it.
        lanes: What each branch is called; then its product stands with its name, and the sum below the end.
        times: Whether factors stand as `× 3`, where the boxes hold values; what they give is left to the reader.

    The factor into `end` is the last of each branch (or of the chain), named `end`.

    Raises:
        ValueError: When a path is empty or a factor is no number.
    """
    stem, ways = (chain, branches) if branches else (chain[:1], [chain[1:]])
    _check(stem, ways)
    sign = "× " if times else ""
    canvas = Canvas(WIDTH, tall(len(ways)), title, caption)
    at = lay_out(canvas, stem, ways, end, lambda steps: words_of(steps, form, sign), bool(lanes))
    if lanes:
        write_lanes(canvas, lanes, [product_of(stem, way) for way in ways], at, form)
    describe_lanes(canvas, stem, ways, end, form, sign)
    return canvas


def lay_out(
    canvas: Canvas,
    stem: Sequence[Link],
    ways: Sequence[Sequence[Link]],
    end: str,
    said: Callable[[Sequence[Link]], Sequence[Words | None]],
    lanes: bool = False,
) -> Point:
    """Draw boxes and arrows; `said` gives the factors of some steps as they stand there. Gives where the paths part."""
    half, across = _columns(len(stem), len(ways[0]), (ALIKE if lanes else SPLIT) if len(ways) > 1 else 1, lanes)
    middle = canvas.height / 2 + 2
    trunk, last = [(x, middle) for x in across[: len(stem)]], (across[-1], middle)
    _steps(canvas, trunk, said(stem[1:]), half, (None, None))
    boxes = [(name, place) for (name, _), place in zip(stem, trunk, strict=True)]
    ends = (trunk[-1], last) if len(ways) > 1 else (None, None)
    for n, way in enumerate(ways):
        y = middle + ROW * (n - (len(ways) - 1) / 2)
        route = [(x, y) for x in across[len(stem) : -1]]
        _steps(canvas, [trunk[-1], *route, last], said(way), half, ends)
        boxes += [(name, place) for (name, _), place in zip(way, route, strict=False)]
    for name, place in [*boxes, (end, last)]:
        _box(canvas, place, name, half)
    return across[len(stem)] - half, middle


def _columns(shared: int, apart: int, split: float, narrow: bool) -> tuple[float, list[float]]:
    """Half the width of a box, and where the columns stand; arrows are longer where paths part and meet."""
    arrows = [1.0] * (shared + apart - 1)
    arrows[shared - 1] = arrows[-1] = split
    half = BROAD if len(arrows) < 5 and not narrow else NARROW
    unit = (WIDTH - 2 * half * (len(arrows) + 1)) / sum(arrows)
    return half, [half + float(x) for x in np.cumsum([0, *(2 * half + unit * arrow for arrow in arrows)])]


def _check(stem: Sequence[Link], ways: Sequence[Sequence[Link]]) -> None:
    """Every path has a step, and every factor is a number or missing."""
    if not stem or not all(ways):
        raise ValueError("a path holds no step, needed: a name and a factor for each")
    for name, factor in [*stem, *(step for way in ways for step in way)]:
        if factor is not None:
            numbers(f"the factor into {name}", factor, ())


def _steps(
    canvas: Canvas, places: Sequence[Point], factors: Sequence[Words | None], half: float, aside: Sequence[Any]
) -> None:
    """Arrows from each place to the next, each with its factor; `aside` are the places where paths part and meet."""
    for (start, to), factor in zip(pairwise(places), factors, strict=True):
        canvas.line(start[0] + half, start[1], to[0] - half, to[1], klass="edge")
        canvas.arrow(to[0] - half, to[1], to[0] - start[0] - 2 * half, to[1] - start[1])
        if factor:
            _factor(canvas, start, to, factor, half, (aside[0] == start) - (aside[1] == to))


def _factor(canvas: Canvas, start: Point, to: Point, factor: Words, half: float, aside: int) -> None:
    """A factor above its arrow, or below where the path runs in the lower half: never on an arrow."""
    (x1, y1), (x2, y2), middle, wide = start, to, canvas.height / 2 + 2, factor.wide
    gap, upper, lower = x2 - x1 - 2 * half, min(y1, y2) - TALL - 5, max(y1, y2) + TALL + 14
    x, inside = (x1 + x2) / 2, y1 == y2 and wide + (26 if aside and y1 == middle else 6) < gap
    if y1 == y2 == middle and aside:  # others part here, or meet: the factor keeps to the side where they are far
        room = wide / 2 + (9 if inside else -half)
        x = x2 - half - room if aside > 0 else x1 + half + room - 5
    factor.write(canvas, x, y1 - 5 if inside else lower if max(y1, y2) > middle else upper)


def _box(canvas: Canvas, place: Point, name: str, half: float) -> None:
    x, y = place
    role = (
        "" if name[1:2] in ("", " ") else ROLE_OF.get(name[0].lower(), "")
    )  # a letter alone, `x = 2`, is any variable
    canvas.shape("rect", role, x=x - half, y=y - TALL, width=2 * half, height=2 * TALL, rx=4, klass="node")
    canvas.text(x, y + 4, name, role, "in-node")
