"""Two axes with round ticks, on which the data are drawn in their own units."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.digits import counted, number, numbers
from literate.figures.room import Anchor, Room
from literate.figures.ticks import along, power_in_words, powers, range_of, tick_in_words, ticks_of

WIDTH, HEIGHT = 340.0, 236.0
LEFT, RIGHT, TOP, BOTTOM, AIR = 52.0, WIDTH - 14, 14.0, 42.0, 0.03


class Axes:
    """A canvas with two axes; places are in the units of the data.

    Attributes:
        canvas: What is drawn on.
        room: Which places of it are free for words.
    """

    def __init__(
        self,
        x: Any,
        y: Any,
        labels: Sequence[str],
        title: str,
        caption: str,
        log_x: bool = False,
        head: float = 0,
        equal: bool = False,
        zero: bool = False,
        width: float = WIDTH,
        ticks: Sequence[float] = (),
    ) -> None:
        """Axes that hold all of x and y, with round ticks; `head` is kept free above them.

        Args:
            x: What the axis to the right holds.
            y: What the axis upward holds.
            labels: What the two axes show.
            title: What the figure shows.
            caption: What stands below it.
            log_x: Whether x counts in powers of ten.
            head: The room above the axes.
            equal: Whether one unit is as long to the right as upward.
            zero: Whether y begins at 0, as the heights of errors do.
            width: How wide the drawing is.
            ticks: Where y has its ticks; round numbers when left out.
        """
        counted("labels", labels, 2)
        if log_x and np.min(x) <= 0:
            raise ValueError(f"log_x needs places above 0, the lowest is {np.min(x):g}")
        self.left, self.right, self.log = LEFT, width - WIDTH + RIGHT, log_x
        y = np.append(y, 0) if zero else y
        self.x_ticks, self.y_ticks = powers(x) if log_x else along(x, self.right - self.left), [*ticks] or ticks_of(y)
        across = np.append(self.x_ticks, x)
        self.x_range = range_of(np.log10(across) if log_x else across, AIR)
        low, high = range_of(np.append(self.y_ticks, y), AIR)
        self.y_range = (0.0 if zero and low < 0 <= np.min(y) else low), high
        self.top = TOP + head
        self.bottom = self.top + (self._as_long() if equal else HEIGHT - TOP - BOTTOM)
        self.canvas = Canvas(width, self.bottom + BOTTOM, title, caption)
        self.room = Room((self.left, head, width, self.bottom))
        self._draw(labels)

    def _as_long(self) -> float:
        """How high the axes are when a unit upward is as long as one to the right."""
        (left, right), (low, high) = self.x_range, self.y_range
        return (self.right - self.left) * (high - low) / (right - left)

    def at(self, x: Any, y: Any) -> tuple[Any, Any]:
        """Where a point lies on the canvas, or each of many."""
        return self.across(x), self.up(y)

    def across(self, x: Any) -> Any:
        """How far to the right it lies."""
        share = ((np.log10(x) if self.log else x) - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        return self.left + share * (self.right - self.left)

    def up(self, y: Any) -> Any:
        """How far down it lies."""
        share = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        return self.bottom - share * (self.bottom - self.top)

    def line(self, x: Any, y: Any, role: str, klass: str) -> Any:
        """Draw a line through many points; gives back where they lie, (points, 2).

        Where a place stands twice in a row, the line jumps: it has a gap there, which dots bridge.
        """
        places = np.column_stack(self.at(np.asarray(x, dtype=float), np.asarray(y, dtype=float)))
        jumps = [n for n in range(1, len(places)) if len(places) > 2 and places[n - 1, 0] == places[n, 0]]
        self.room.cross(self.canvas.path(places, role, klass, jumps))
        for n in jumps:
            (x1, y1), (x2, y2) = places[n - 1], places[n]
            self.canvas.line(x1, y1, x2, y2, role, "jump")
        return places

    def walk(self, steps: Any, joined: bool = True) -> None:
        """Draw the steps of a walk, (steps, 2): dots, and if they are joined a line from each to the next."""
        if len(steps) == 0:
            return
        if joined:
            self.room.cross(self.canvas.path(np.column_stack(self.at(*steps.T)), "update", "thin"))
        for x, y in (self.at(a, b) for a, b in steps):
            self.canvas.shape("circle", "update", cx=x, cy=y, r=2.6, klass="solid")
        said = ", then ".join(f"({number(a, '.4g')}, {number(b, '.4g')})" for a, b in steps[:6])
        self.canvas.describe(f"Marked: {said}{' and on' if len(steps) > 6 else ''}.")

    def label(self, words: str, places: Sequence[Anchor], role: str, klass: str = "") -> None:
        """Write words at the first of the places where they cover least."""
        x, y, end = self.room.choose(words, places, words)
        self.canvas.text(x, y, words, role, f"{klass} {end} halo".strip())

    def _draw(self, labels: Sequence[str]) -> None:
        canvas, bottom = self.canvas, self.bottom
        left, right = self.left, self.right
        canvas.path([(left, self.top), (left, bottom), (right, bottom)], klass="axis")
        for tick in self.x_ticks:
            x = self.across(tick)
            canvas.line(x, bottom, x, bottom + 4, klass="axis")
            words = (
                power_in_words(tick) if self.log and min(self.x_ticks) < 0.001 else tick_in_words(tick, self.x_ticks)
            )
            canvas.text(x, bottom + 16, words, klass="x-tick")
        for tick in self.y_ticks:
            y = self.up(tick)
            canvas.line(left - 4, y, left, y, klass="axis")
            canvas.text(left - 6, y + 4, tick_in_words(tick, self.y_ticks), klass="end y-tick")
        canvas.text((left + right) / 2, canvas.height - 7, labels[0])
        canvas.text(10, (self.top + bottom) / 2, labels[1], turn=-90)


def beside(places: Any) -> list[Anchor]:
    """Where the name of a line may stand: above or below it, near its end first."""
    shares = np.linspace(0, 1, len(places))
    found: list[Anchor] = []
    for share in (1, 0.97, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):
        x, y = (float(np.interp(share, shares, places[:, n])) for n in (0, 1))
        found += [(x, y - 6, "end"), (x, y + 13, "end"), (x + 5, y - 4, "start"), (x - 5, y + 10, "end")]
    return found


def walked(what: str, given: Any) -> Any:
    """Places of a walk, or none."""
    return numbers(what, given, (None, 2)) if len(given) else np.empty((0, 2))
