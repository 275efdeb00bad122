"""Two axes with round ticks, on which the data are drawn in their own units."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, counted, number
from literate.figures.room import Place, Room

WIDTH, HEIGHT = 340.0, 224.0
LEFT, RIGHT, BOTTOM, AIR = 44.0, 326.0, 38.0, 0.03


class Axes:
    """A canvas with two axes; places are in the units of the data.

    Attributes:
        canvas: What is drawn on.
        room: Which places of it are free for words.
    """

    def __init__(
        self, x: Any, y: Any, labels: Sequence[str], title: str, caption: str, log_x: bool = False, head: float = 0
    ) -> None:
        """Axes that hold all of x and y, with round ticks; `head` is kept free above them."""
        counted("labels", labels, 2)
        if log_x and np.min(x) <= 0:
            raise ValueError(f"log_x needs places above 0, the lowest is {np.min(x):g}")
        self.canvas = Canvas(WIDTH, HEIGHT + head, title, caption)
        self.top, self.bottom, self.log = 14 + head, self.canvas.height - BOTTOM, log_x
        self.room = Room((LEFT, head, WIDTH, self.bottom))
        self.x_ticks = _powers(x) if log_x else _ticks(x)
        self.y_ticks = _ticks(y)
        across = np.append(self.x_ticks, x)
        self.x_range = _range(np.log10(across) if log_x else across, AIR)
        self.y_range = _range(np.append(self.y_ticks, y), AIR)
        self._draw(labels)

    def at(self, x: Any, y: Any) -> tuple[Any, Any]:
        """Where a point lies on the canvas, or each of many."""
        return self.across(x), self.up(y)

    def across(self, x: Any) -> Any:
        """How far to the right it lies."""
        share = ((np.log10(x) if self.log else x) - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        return LEFT + share * (RIGHT - LEFT)

    def up(self, y: Any) -> Any:
        """How far down it lies."""
        share = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        return self.bottom - share * (self.bottom - self.top)

    def line(self, x: Any, y: Any, role: str, klass: str) -> Any:
        """Draw a line through many points; gives back where they lie, (points, 2)."""
        places = np.column_stack(self.at(np.asarray(x), np.asarray(y)))
        self.room.cross(self.canvas.path(places, role, klass))
        return places

    def walk(self, steps: Any, joined: bool = True) -> None:
        """Draw the steps of a walk, (steps, 2): dots, and if they are joined a line from each to the next."""
        if len(steps) == 0:
            return
        if joined:
            self.line(steps[:, 0], steps[:, 1], "update", "thin")
        for x, y in (self.at(a, b) for a, b in steps):
            self.canvas.shape("circle", "update", cx=x, cy=y, r=2.6, klass="solid")
        said = ", then ".join(f"({number(a, '.4g')}, {number(b, '.4g')})" for a, b in steps[:6])
        self.canvas.describe(f"Marked: {said}{' and on' if len(steps) > 6 else ''}.")

    def label(self, words: str, places: Sequence[Place], role: str, klass: str = "") -> None:
        """Write words at the first of the places where they cover least."""
        x, y, end = self.room.choose(words, places, words)
        self.canvas.text(x, y, words, role, f"{klass} {end} halo".strip())

    def _draw(self, labels: Sequence[str]) -> None:
        canvas, bottom = self.canvas, self.bottom
        canvas.path([(LEFT, self.top), (LEFT, bottom), (RIGHT, bottom)], klass="axis")
        for tick in self.x_ticks:
            x = self.across(tick)
            canvas.line(x, bottom, x, bottom + 4, klass="axis")
            words = _power(tick) if self.log and min(self.x_ticks) < 0.001 else _tick(tick, self.x_ticks)
            canvas.text(x, bottom + 15, words, klass="small x-tick")
        said = [_tick(tick, self.y_ticks) for tick in self.y_ticks]
        for y, words in zip(map(self.up, self.y_ticks), said, strict=True):
            canvas.line(LEFT - 4, y, LEFT, y, klass="axis")
            canvas.text(LEFT - 6, y + 3.5, words, klass="small end y-tick")
        canvas.text((LEFT + RIGHT) / 2, canvas.height - 6, labels[0])
        # Ticks of five signs, such as 0.125, reach to where the label stands elsewhere.
        canvas.text(11 if max(map(len, said)) < 5 else 8.5, (self.top + bottom) / 2, labels[1], turn=-90)


def beside(places: Any) -> list[Place]:
    """Where the name of a line may stand: above or below it, near its end first."""
    shares = np.linspace(0, 1, len(places))
    found: list[Place] = []
    for share in (1, 0.97, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):
        x, y = (float(np.interp(share, shares, places[:, n])) for n in (0, 1))
        found += [(x, y - 6, "end"), (x, y + 13, "end"), (x + 5, y - 4, "start"), (x - 5, y + 10, "end")]
    return found


def _ticks(values: Any, count: int = 6) -> list[float]:
    """Round numbers, four to eight, that span the values."""
    low, high = _range(values)
    rough = (high - low) / count
    unit = 10.0 ** np.floor(np.log10(rough))
    step = next(unit * m for m in (1, 2, 2.5, 5, 10) if unit * m >= rough * 0.999)
    first, last = np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9)
    return [round(float(n * step), 10) for n in np.arange(first, last + 1)]


def _powers(values: Any) -> list[float]:
    low, high = np.floor(np.log10(np.min(values))), np.ceil(np.log10(np.max(values)))
    return [10.0**n for n in np.arange(low, max(high, low + 1) + 1)]


def _power(value: float) -> str:
    """A power of ten by its exponent, such as 1e−6."""
    return f"1e{number(np.log10(value), '.0f')}"


def _range(values: Any, air: float = 0) -> tuple[float, float]:
    """From the lowest to the highest value, and a little air; a half to both sides where they are all the same."""
    low, high = float(np.min(values)), float(np.max(values))
    more = (high - low) * air or (low == high) / 2
    return low - more, high + more


def _tick(value: float, among: Sequence[float]) -> str:
    """A tick with as many decimals as the finest of its axis."""
    if max(map(abs, among)) >= 1000:
        return number(value, ",.0f")
    return number(value, f".{max(len(f'{tick:g}'.partition('.')[2]) for tick in among)}f")
