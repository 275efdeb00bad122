"""The paths along which a change travels: a chain that may split, and comes together again."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, number, numbers

Link = tuple[str, Any]
ROLE_OF = {"w": "weight", "x": "input", "h": "hidden", "o": "output", "M": "error"}
WIDTH, STEP, FIRST = 340.0, 54.0, 18.0
MIDDLE = WIDTH / 2


def paths(
    chain: Sequence[Link],
    branches: Sequence[Sequence[Link]] = (),
    end: str = "MSE",
    form: str = ".4f",
    title: str = "The paths to the error",
    caption: str = "",
) -> Canvas:
    """Draw what depends on what, from top to bottom, with the factor of each step at its arrow.

    Args:
        chain: The steps that all paths share: name and factor into it; the first has no factor (`None`).
        branches: The steps of each path after that; without any, the chain is the only path.
        end: Where all paths end; each path's last factor leads into it.
        form: How factors are formatted.
        title: What the figure shows.
        caption: What stands below it.

    The factor into `end` is the last of each branch (or of the chain), named `end`.

    Raises:
        ValueError: When a path is empty or a factor is no number.
    """
    stem, ways = (chain, branches) if branches else (chain[:1], [chain[1:]])
    _check(stem, ways)
    rows = len(stem) + max(map(len, ways))
    canvas = Canvas(WIDTH, STEP * rows - FIRST, title, caption)
    bottom = FIRST + STEP * (rows - 1)
    trunk = [(MIDDLE, FIRST + STEP * row) for row in range(len(stem))]
    _steps(canvas, trunk, [factor for _, factor in stem[1:]], form)
    routes = []
    for n, way in enumerate(ways):
        x, y = WIDTH * (2 * n + 1) / (2 * len(ways)), trunk[-1][1]
        routes.append([(x, y + STEP * row) for row in range(1, len(way))])
        _steps(canvas, [trunk[-1], *routes[-1], (MIDDLE, bottom)], [factor for _, factor in way], form)
    for (name, _), place in [*zip(stem, trunk, strict=True), ((end, None), (MIDDLE, bottom))]:
        _box(canvas, *place, name)
    for way, route in zip(ways, routes, strict=True):
        for (name, _), place in zip(way, route, strict=False):
            _box(canvas, *place, name)
    _describe(canvas, stem, ways, end, form)
    return canvas


def _check(stem: Sequence[Link], ways: Sequence[Sequence[Link]]) -> None:
    """Every path has a step, and every factor is a number or missing."""
    if not stem or not all(ways):
        raise ValueError("a path holds no step, needed: a name and a factor for each")
    for name, factor in [*stem, *(step for way in ways for step in way)]:
        if factor is not None:
            numbers(f"the factor into {name}", factor, ())


def _steps(canvas: Canvas, places: Sequence[tuple[float, float]], factors: Sequence[Any], form: str) -> None:
    """Arrows from each place to the next, each with its factor."""
    for (start, to), factor in zip(pairwise(places), factors, strict=True):
        canvas.line(start[0], start[1] + 12, to[0], to[1] - 12, klass="edge")
        canvas.arrow(to[0], to[1] - 12, to[0] - start[0], to[1] - start[1] - 24)
        if factor is not None:
            _factor(canvas, start, to, factor, form)


def _factor(canvas: Canvas, start: tuple[float, float], to: tuple[float, float], factor: Any, form: str) -> None:
    """A factor at its arrow; on slanting arrows near the end that stands apart from the others."""
    apart = 0.32 if to[0] == MIDDLE else 0.68
    at_left = start[0] != to[0] and min(start[0], to[0]) < MIDDLE
    outward, end = (-6, "end") if at_left else (6, "start")
    x = start[0] + apart * (to[0] - start[0]) + outward
    canvas.number(x, (start[1] + to[1]) / 2 + 4, factor, form, klass=f"{end} halo")


def _box(canvas: Canvas, x: float, y: float, name: str) -> None:
    role = "" if name[1:2] in ("", " ") else ROLE_OF.get(name[0], "")  # a letter alone, `x = 2`, is any variable
    canvas.shape("rect", role, x=x - 27, y=y - 12, width=54, height=24, rx=4, klass="node")
    canvas.text(x, y + 4, name, role, "in-node")


def _describe(canvas: Canvas, stem: Sequence[Link], ways: Sequence[Sequence[Link]], end: str, form: str) -> None:
    """Each path as its factors and their product."""
    total = 0.0
    for way in ways:
        names = ", ".join([*(name for name, _ in (*stem, *way[:-1])), end])
        factors = [factor for _, factor in (*stem, *way)][1:]
        if any(factor is None for factor in factors):
            canvas.describe(f"Path {names}.")
            continue
        product = float(np.prod([float(factor) for factor in factors]))
        total += product
        said = " times ".join(number(factor, form) for factor in factors)
        canvas.describe(f"Path {names}: {said} is {number(product, '.6f')}.")
    if total and len(ways) > 1:
        canvas.describe(f"The sum over the {len(ways)} paths is {number(total, '.6f')}.")
