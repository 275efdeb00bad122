"""What stands in the nodes of a net beside its numbers: words, and what its last layer should put out."""

from collections.abc import Sequence
from typing import Any

from literate.figures.canvas import Canvas
from literate.figures.layout import HALF


def write_inside(canvas: Canvas, places: Any, inside: Any, targets: Sequence[float], roles: Sequence[str]) -> None:
    """Write words into the nodes, layer by layer, and targets at the right of the last layer."""
    for role, nodes, words in zip(roles, places, inside, strict=False):
        for (x, y), word in zip(nodes, words, strict=False):
            if word:
                canvas.text(x, y + 4, word, role, "in-node")
        if any(words):
            canvas.describe(f"In the {role} nodes stands: {', '.join(filter(None, words))}.")
    for (x, y), target in zip(places[-1], targets, strict=False):
        canvas.number(x + HALF + 9, y + 4, target, ".0f", "label", "target")
    if len(targets):
        told = ", ".join(format(target, ".0f") for target in targets)
        canvas.describe(f"The last layer should put out: {told}.")
