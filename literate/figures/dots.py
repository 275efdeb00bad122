"""Counts as dots in rows, one row a way of doing it, all on one scale."""

from collections import Counter
from collections.abc import Mapping, Sequence

from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers
from literate.figures.scale import HIGH, Scale

WIDTH, LEFT, RIGHT, SIZE, AIR = 340.0, 16.0, 324.0, 4.0, 30.0


def dots(
    rows: Mapping[str, Sequence[float]],
    scale: str,
    highest: float,
    title: str = "Dots in rows",
    caption: str = "",
) -> Canvas:
    """Draw each number as a dot on its row, and a line at the mean of the row; dots pile up instead of covering others.

    Args:
        rows: The numbers of each row, by the name of the row.
        scale: What the scale shows.
        highest: Where the scale ends; it begins at 0.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When a row holds no number.
    """
    given = {name: numbers(f"row {name}", list(row), (None,)).tolist() for name, row in rows.items()}
    ruler = Scale([highest], LEFT, RIGHT)
    heights = [AIR + 2 * SIZE * max(Counter(_bin(ruler, value) for value in row).values()) for row in given.values()]
    bottom = sum(heights) + 4
    canvas = Canvas(WIDTH, bottom + HIGH, title, caption)
    for n, (name, row) in enumerate(given.items()):
        _row(canvas, ruler, sum(heights[: n + 1]), heights[n] - AIR + 6, name, row)
    ruler.draw(canvas, bottom - 6, bottom, scale)
    return canvas


def _bin(ruler: Scale, value: float) -> int:
    """Values in the same bin would cover each other, so their dots stand on top of each other."""
    return round(ruler.at(value) / (2 * SIZE))


def _row(canvas: Canvas, ruler: Scale, bottom: float, high: float, name: str, row: Sequence[float]) -> None:
    """The dots of a row, its name above them, and its mean."""
    mean, seen = sum(row) / len(row), Counter[int]()
    canvas.text(LEFT, bottom - high - 8, f"{name}, mean {number(mean, '.1f')}", klass="start row-name")
    canvas.line(LEFT, bottom, RIGHT, bottom, klass="axis")
    for value in row:
        column = _bin(ruler, value)
        seen[column] += 1
        canvas.shape(
            "circle",
            "output",
            cx=ruler.at(value),
            cy=bottom - SIZE * (2 * seen[column] - 1),
            r=SIZE - 0.4,
            klass="dot solid",
        )
    canvas.line(ruler.at(mean), bottom - high, ruler.at(mean), bottom, "label", "dashed mean")
    canvas.describe(f"{name}: {', '.join(number(value, '.3g') for value in row)}; mean {number(mean, '.1f')}.")
