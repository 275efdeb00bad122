"""A product whose two sides grow a little: the rectangle, the strip that each growth adds, and the corner."""

from collections.abc import Sequence

from literate.figures.canvas import Canvas
from literate.figures.digits import counted, number, numbers

WIDTH, LEFT, TOP, STRIP, WIDE = 340.0, 66.0, 34.0, 26.0, 132.0


def grown_rectangle(
    sides: Sequence[float],
    growth: Sequence[float],
    names: Sequence[str] = ("a", "b"),
    form: str = "2s",
    title: str = "A product whose sides grow",
    caption: str = "",
) -> Canvas:
    """Draw a rectangle, and the strips by which it grows; the strips are drawn wider than they are.

    Args:
        sides: How wide and how high it is.
        growth: By how much each side grows.
        names: What the sides are called.
        form: How the strips are formatted.
        title: What the figure shows.
        caption: What stands below it.

    Raises:
        ValueError: When sides and growth are not two numbers each.
    """
    (a, b), (da, db) = numbers("sides", sides, (2,)).tolist(), numbers("growth", growth, (2,)).tolist()
    counted("names", names, 2)
    high = WIDE * b / a
    canvas, right, low = Canvas(WIDTH, TOP + STRIP + high + 24, title, caption), LEFT + WIDE, TOP + STRIP + high
    for role, x, y, wide, tall in (
        ("", LEFT, TOP + STRIP, WIDE, high),
        ("hidden", LEFT, TOP, WIDE, STRIP),
        ("input", right, TOP + STRIP, STRIP, high),
        ("error", right, TOP, STRIP, STRIP),
    ):
        canvas.shape("rect", role, x=x, y=y, width=wide, height=tall, klass="square")
    beside, shown = right + STRIP + 6, [number(area, form) for area in (a * db, da * b, da * db)]
    canvas.text((LEFT + right) / 2, TOP - 8, f"{names[1]} grows: {shown[0]}", "hidden", "grown")
    canvas.text(beside, (TOP + STRIP + low) / 2 + 4, f"{names[0]} grows: {shown[1]}", "input", "start grown")
    canvas.text(beside, TOP + STRIP / 2 + 4, f"both: {shown[2]}", "error", "start grown")
    canvas.text((LEFT + right) / 2, (TOP + STRIP + low) / 2 + 4, f"{number(a, 'g')} · {number(b, 'g')}", klass="whole")
    canvas.text((LEFT + right) / 2, low + 16, f"{names[0]} = {number(a, 'g')}", "input")
    canvas.text(LEFT - 6, (TOP + STRIP + low) / 2 + 4, f"{names[1]} = {number(b, 'g')}", "hidden", "end")
    canvas.describe(f"A rectangle of {names[0]} = {number(a, 'g')} by {names[1]} = {number(b, 'g')}.")
    canvas.describe(f"When {names[0]} grows, a strip of {shown[1]} comes on; when {names[1]} grows, one of {shown[0]}.")
    canvas.describe(f"When both grow, a corner of {shown[2]} as well.")
    return canvas
