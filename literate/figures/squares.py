"""Errors as squares: what each counts, what all of them are together, and what they are on average."""

from collections.abc import Sequence
from typing import Any

from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers

WIDTH, TOP, WORDS, LARGEST = 340.0, 26.0, 34.0, 62.0


def error_squares(
    errors: Any,
    names: Sequence[str],
    form: str = "2s",
    title: str = "Errors as squares",
    caption: str = "",
) -> Canvas:
    """Draw the square of each error in a row, and below it the square that is as large as all, and as their mean.

    Args:
        errors: The errors, (n,).
        names: What each is the error of.
        form: How numbers are formatted.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When errors and names do not fit.
    """
    given = numbers("errors", errors, (len(names),))
    total, mean = float((given**2).sum()), float((given**2).mean())
    unit = min(LARGEST / max(total, 1e-9) ** 0.5, (WIDTH / len(names) - 14) / max(abs(given).max(), 1))
    side = unit * max(abs(given).max(), 1)
    second = TOP + side + WORDS + 36
    canvas = Canvas(WIDTH, second + unit * total**0.5 + 26, title, caption)
    step = WIDTH / len(names)
    for n, (name, error) in enumerate(zip(names, given.tolist(), strict=True)):
        _square(canvas, step * (n + 0.5), TOP + side, unit * abs(error), "error")
        canvas.text(step * (n + 0.5), 12, name)
        canvas.text(step * (n + 0.5), TOP + side + 16, f"error {number(error, form)}", "error", "n-error")
        canvas.text(step * (n + 0.5), TOP + side + 31, f"squared {number(error * error, form)}", "error", "n-square")
        canvas.describe(f"{name}: error {number(error, form)}, squared {number(error * error, form)}.")
    bottom = second + unit * total**0.5
    for x, words, area in ((WIDTH * 0.27, "sum (SSE)", total), (WIDTH * 0.73, "mean (MSE)", mean)):
        _square(canvas, x, bottom, unit * area**0.5, "output")
        canvas.text(x, bottom + 17, f"{words} {number(area, form)}", "output", "n-area strong")
        canvas.describe(f"{words}: {number(area, form)}.")
    canvas.line(10, second - 16, WIDTH - 10, second - 16, klass="axis")
    return canvas


def _square(canvas: Canvas, x: float, bottom: float, side: float, role: str) -> None:
    """A square that stands on a line; of nothing only the line is left."""
    canvas.line(x - 14, bottom, x + 14, bottom, klass="axis")
    canvas.shape("rect", role, x=x - side / 2, y=bottom - side, width=side, height=side, klass="square")
