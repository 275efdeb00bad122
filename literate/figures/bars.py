"""Numbers with a sign as bars on one named scale: side by side, or each beginning where the last one ended."""

from collections.abc import Mapping, Sequence

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.digits import number, numbers
from literate.figures.room import width_of
from literate.figures.scale import HIGH, Scale

WIDTH, ROW, CLOSE, THICK, TOP, MANY = 340.0, 24.0, 19.0, 13.0, 18.0, 8

Bar = tuple[str, float, float]  # its name, and where it begins and ends


def bars(
    values: Mapping[str, float],
    scale: str,
    total: str = "",
    running: bool = False,
    marks: Mapping[str, float] | None = None,
    roles: Sequence[str] = ("update",),
    form: str = "2s",
    title: str = "Numbers as bars",
    caption: str = "",
    span: Sequence[float] = (),
    grouped: bool = False,
    lit: Sequence[str] = (),
    wanted: Sequence[float] = (),
    width: float = WIDTH,
) -> Canvas:
    """Draw each number as a bar from 0, full where it is positive, hollow and dashed where it is negative.

    Args:
        values: The numbers by their names.
        scale: What the scale shows.
        total: The name of their sum, drawn as one more bar; without it there is none.
        running: Whether each bar begins where the one before ended, as a sum grows.
        marks: Places on the scale to compare with, by their names.
        roles: The role of each bar, in turn; that of the sum is the last.
        form: How numbers are formatted.
        title: What the figure shows.
        caption: What stands below it.
        span: What the scale holds as well, so that several drawings have the same.
        grouped: Whether names are `group, name`: then each group has its name once, above its bars.
        lit: The names of those bars that stand out; the others are pale.
        wanted: What each number should be, a ring on its row.
        width: How wide the drawing is; narrow ones stand beside each other.

    Raises:
        ValueError: When there is no number to draw.
    """
    given = numbers("values", list(values.values()), (None,))
    ends = np.cumsum(given) if running else given
    starts = ends - given if running else np.zeros(len(given))
    drawn: list[Bar] = list(zip(values, starts.tolist(), ends.tolist(), strict=True))
    drawn += [(total, 0.0, float(given.sum()))] * bool(total)
    rows, heads, bottom = _rows([*values, *[total] * bool(total)], grouped)
    canvas, marked = Canvas(width, bottom + HIGH, title, caption), dict(marks or {})
    places = [place for _, *both in drawn for place in both] + [*marked.values(), *span, *wanted]
    widest = max(width_of(number(end - start, form)) for _, start, end in drawn) + 6
    beside = 20 if len(wanted) else 12  # a ring at zero takes room
    names = max(width_of(name) * (1.15 if name == total else 1) for name, _ in rows) + beside
    ruler = Scale(places, names + widest * (min(places) < 0), width - widest)
    for name, place in marked.items():
        _mark(canvas, ruler, bottom, name, place)
    for head, y in heads:
        canvas.text(6, y + 4, head, klass="start strong")
    for n, (bar, (name, y)) in enumerate(zip(drawn, rows, strict=True)):
        role = roles[-1] if bar[0] == total else roles[n % len(roles)]
        klass = " pale" if lit and bar[0] not in lit else ""
        _bar(canvas, ruler, y, (name, *bar[1:]), role, form, bar[0] == total, klass)
    for name, (_, y), place in zip(values, rows, wanted, strict=False):
        canvas.shape("circle", "label", cx=ruler.at(place), cy=y, r=4, klass="wanted hollow")
        canvas.describe(f"{name} should be {number(place, 'g')}.")
    ruler.draw(canvas, TOP, bottom, scale)
    canvas.describe(f"{scale}: {', '.join(f'{name} {number(end - start, form)}' for name, start, end in drawn)}.")
    return canvas


def _rows(names: Sequence[str], grouped: bool) -> tuple[list[tuple[str, float]], list[tuple[str, float]], float]:
    """What stands at each bar and where, the heads of the groups and where, and where all ends; many stand closer."""
    high, y, last = CLOSE if len(names) > MANY else ROW, TOP, ""
    rows, heads = list[tuple[str, float]](), list[tuple[str, float]]()
    for name in names:
        group, _, own = name.rpartition(", ") if grouped else ("", "", name)
        if group != last:
            heads.append((group, y + high / 2))
            y, last = y + high, group
        rows.append((own, y + high / 2))
        y += high
    return rows, heads, y + 4


def _bar(canvas: Canvas, ruler: Scale, y: float, bar: Bar, role: str, form: str, last: bool, more: str) -> None:
    """One bar, its name before all of them and its number at its end."""
    name, start, end = bar
    left, right = sorted((ruler.at(start), ruler.at(end)))
    klass = f"bar{' negative' if end < start else ''}{more}"
    if last:
        canvas.line(6, y - ROW / 2, canvas.width - 6, y - ROW / 2, klass="axis")
    canvas.shape("rect", role, x=left, y=y - THICK / 2, width=max(right - left, 0.2), height=THICK, klass=klass)
    canvas.text(6, y + 4, name, klass="start strong" if last else "start")
    place, side = (left - 4, "end") if end < start else (right + 4, "start")
    canvas.number(place, y + 4, end - start, form, role, f"{side} halo{' strong' if last else ''}")


def _mark(canvas: Canvas, ruler: Scale, bottom: float, name: str, place: float) -> None:
    """A place to compare with."""
    canvas.line(ruler.at(place), TOP - 4, ruler.at(place), bottom, "label", "dotted")
    canvas.text(ruler.at(place), TOP - 7, name, "label", "mark-name")
    canvas.describe(f"{name} lies at {number(place, 'g')}.")
