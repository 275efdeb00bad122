"""The paths along which a change travels: a chain that may split, and comes together again."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, number

Link = tuple[str, Any]
ROLE_OF = {"w": "weight", "x": "input", "h": "hidden", "o": "output", "M": "error"}
WIDTH, STEP = 340.0, 54.0


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
    """
    inner = [list(branch[:-1]) for branch in branches] or [list(chain[1:-1])]
    into = [branch[-1][1] for branch in branches] or [chain[-1][1]]
    stem = list(chain) if branches else list(chain[:1])
    rows = len(stem) + max(map(len, inner)) + 1
    canvas = Canvas(WIDTH, STEP * rows - 18, title, caption)
    xs = [WIDTH * (2 * i + 1) / (2 * len(inner)) for i in range(len(inner))]
    middle, y = WIDTH / 2, 18.0
    for row, (_, factor) in enumerate(stem):
        _step(canvas, middle, y + STEP * (row - 1) if row else None, middle, y + STEP * row, factor, form)
    last = y + STEP * (len(stem) - 1)
    bottom = y + STEP * (rows - 1)
    for x, steps, factor in zip(xs, inner, into, strict=True):
        before = (middle, last)
        for row, (_, slope) in enumerate(steps, 1):
            _step(canvas, before[0], before[1], x, last + STEP * row, slope, form)
            before = (x, last + STEP * row)
        _step(canvas, *before, middle, bottom, factor, form)
        for row, (name, _) in enumerate(steps, 1):
            _box(canvas, x, last + STEP * row, name)
    for row, (name, _) in enumerate(stem):
        _box(canvas, middle, y + STEP * row, name)
    _box(canvas, middle, bottom, end)
    _describe(canvas, stem, inner, into, end, form)
    return canvas


def _step(canvas: Canvas, x1: float, y1: float | None, x2: float, y2: float, factor: Any, form: str) -> None:
    """An arrow down, with its factor; on slanting arrows near the end that stands apart from the others."""
    if y1 is None:
        return
    canvas.line(x1, y1 + 12, x2, y2 - 12, klass="edge")
    canvas.arrow(x2, y2 - 12, x2 - x1, y2 - y1 - 24)
    if factor is not None:
        apart = 0.5 if x1 == x2 else 0.68 if abs(x2 - WIDTH / 2) > 1 else 0.32
        left = x1 != x2 and min(x1, x2) < WIDTH / 2
        x = x1 + apart * (x2 - x1) + (-6 if left else 6)
        canvas.number(x, (y1 + y2) / 2 + 4, factor, form, klass="end halo" if left else "start halo")


def _box(canvas: Canvas, x: float, y: float, name: str) -> None:
    role = ROLE_OF.get(name[0], "")
    canvas.shape("rect", role, x=x - 27, y=y - 12, width=54, height=24, rx=4, klass="node")
    canvas.text(x, y + 4, name, role, "in-node")


def _describe(canvas: Canvas, stem: Any, inner: Any, into: Any, end: str, form: str) -> None:
    """Each path as its factors and their product."""
    start = [factor for _, factor in stem if factor is not None]
    total = 0.0
    for steps, last in zip(inner, into, strict=True):
        factors = [*start, *(factor for _, factor in steps), last]
        names = ", ".join([*(name for name, _ in stem), *(name for name, _ in steps), end])
        if all(factor is not None for factor in factors):
            product = float(np.prod([float(factor) for factor in factors]))
            total += product
            said = " times ".join(number(factor, form) for factor in factors)
            canvas.describe(f"Path {names}: {said} is {number(product, '.6f')}.")
        else:
            canvas.describe(f"Path {names}.")
    if total and len(inner) > 1:
        canvas.describe(f"The sum over the {len(inner)} paths is {number(total, '.6f')}.")
