"""What is pointed at between two axes: single places with a large dot, and arrows from one place to another."""

from collections.abc import Iterator, Mapping, Sequence

from literate.figures.axes import Axes
from literate.figures.digits import number
from literate.figures.room import Anchor

At = tuple[float, float]
Named = tuple[str, str, str, Sequence[Anchor]]  # a name, its role and class, and where it may stand


def spots(axes: Axes, given: Mapping[str, At]) -> Iterator[Named]:
    """Draw a large dot at each place; gives back the names and where these may stand."""
    for words, (x, y) in given.items():
        a, b = axes.at(x, y)
        axes.canvas.shape("circle", "label", cx=a, cy=b, r=4.5, klass="spot solid")
        axes.room.cross([(a - 4, b), (a + 4, b)])
        axes.canvas.describe(f"{words} stands at {number(x, '.4g')}, {number(y, '.4g')}.")
        yield words, "label", "strong", around(a, b, 8)


def arrows(axes: Axes, given: Mapping[str, tuple[At, At]]) -> Iterator[Named]:
    """Draw an arrow for each name; gives back the names and where these may stand."""
    for words, (start, to) in given.items():
        (x1, y1), (x2, y2) = axes.at(*start), axes.at(*to)
        axes.canvas.line(x1, y1, x2, y2, "update", "arrow")
        axes.canvas.arrow(x2, y2, x2 - x1, y2 - y1, "update")
        axes.room.cross([(x1, y1), (x2, y2)])
        ends = [number(value, ".4g") for value in (*start, *to)]
        axes.canvas.describe(f"An arrow, {words}, from {ends[0]}, {ends[1]} to {ends[2]}, {ends[3]}.")
        ahead = [(x2 - 9, y2 + 4, "end") if x2 < x1 else (x2 + 9, y2 + 4, "start")]
        yield words, "update", "", [*around((x1 + x2) / 2, (y1 + y2) / 2, 6), *ahead]


def notes(axes: Axes, given: Mapping[str, At]) -> Iterator[Named]:
    """Words near a place: above or below it, or at a side."""
    for words, (x, y) in given.items():
        axes.canvas.describe(f"{words} stands at {number(x, '.4g')}, {number(y, '.4g')}.")
        yield words, "", "note", around(*axes.at(x, y), 7)


def around(x: float, y: float, away: float) -> list[Anchor]:
    """Above or below a place, or at a side of it."""
    return [
        (x, y - away, "middle"),
        (x, y + away + 9, "middle"),
        (x + away, y + 4, "start"),
        (x - away, y + 4, "end"),
    ]
