"""A decision tree: questions from top to bottom, and at the end of each way an answer with how often it is right."""

from typing import Any

from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers
from literate.figures.room import width_of

WIDTH, STEP, TALL, TOP = 340.0, 78.0, 15.0, 6.0

Question = tuple[
    Any, ...
]  # a question with what follows after yes and no; or an answer, perhaps with how often right, wrong


def tree(root: Question, title: str = "A decision tree", caption: str = "") -> Canvas:
    """Draw a tree of questions, yes to the left and no to the right.

    Args:
        root: A question, a tree for yes and a tree for no. A leaf is an answer, alone or with how often it
            is right and how often wrong.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When a leaf has something else than two counts.
    """
    deep, across = _depth(root), WIDTH / _leaves(root)
    canvas = Canvas(WIDTH, TOP + STEP * deep + 34 + 32 * _counts(root), title, caption)
    _draw(canvas, root, 0.0, across, TOP + TALL, "")
    return canvas


def _is_leaf(node: Question) -> bool:
    return len(node) == 1 or not isinstance(node[1], tuple)


def _depth(node: Question) -> int:
    """How many questions the longest way has."""
    return 0 if _is_leaf(node) else 1 + max(_depth(node[1]), _depth(node[2]))


def _counts(node: Question) -> bool:
    """Whether any leaf has counts."""
    return len(node) > 1 if _is_leaf(node) else _counts(node[1]) or _counts(node[2])


def _leaves(node: Question) -> int:
    return 1 if _is_leaf(node) else _leaves(node[1]) + _leaves(node[2])


def _draw(canvas: Canvas, node: Question, left: float, across: float, y: float, way: str) -> float:
    """Draw a node and what is below it; gives back where its middle stands."""
    if _is_leaf(node):
        return _leaf(canvas, node, left + across / 2, y, way)
    question, yes, no = node
    half = width_of(question) / 2 + 8
    parts = [_leaves(yes) * across, _leaves(no) * across]
    x = min(max(left + (parts[0] + (parts[0] + sum(parts)) / 2) / 2, half + 1), WIDTH - half - 1)
    for child, start, word in ((yes, left, "yes"), (no, left + parts[0], "no")):
        told = f"{way}{question} {word}; "
        to = _draw(canvas, child, start, across, y + STEP, told)
        begin = min(max(to, x - half + 12), x + half - 12)
        canvas.line(begin, y + TALL, to, y + STEP - TALL - 8, klass="edge")
        canvas.arrow(to, y + STEP - TALL, to - begin, STEP - 2 * TALL)
        canvas.text((begin + to) / 2 + 7, y + STEP / 2 + 2, word, klass="start halo")
    canvas.shape("rect", "input", x=x - half, y=y - TALL, width=2 * half, height=2 * TALL, klass="node")
    canvas.text(x, y + 4, question, "input")
    return x


def _leaf(canvas: Canvas, node: Question, x: float, y: float, way: str) -> float:
    name = str(node[0])
    half = width_of(name) / 2 + 10
    canvas.shape("rect", "output", x=x - half, y=y - TALL, width=2 * half, height=2 * TALL, rx=9, klass="node")
    canvas.text(x, y + 4, name, "output", "strong")
    told = ""
    if node[1:]:
        right, wrong = numbers(f"the counts of {name}", node[1:], (2,)).tolist()
        canvas.text(x, y + TALL + 17, f"{number(right, '.0f')} right", klass="right")
        canvas.text(x, y + TALL + 32, f"{number(wrong, '.0f')} wrong", klass="wrong")
        told = f": {number(right, '.0f')} right, {number(wrong, '.0f')} wrong"
    canvas.describe(f"{way}{name}{told}.")
    return x
