"""Two axes with round ticks, on which the data are drawn in their own units."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.canvas import Canvas, number

WIDTH, HEIGHT = 340.0, 224.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 326.0, 14.0, 186.0


class Axes:
    """A canvas with two axes; places are in the units of the data."""

    def __init__(self, x: Any, y: Any, labels: Sequence[str], title: str, caption: str, log_x: bool = False) -> None:
        """Axes that hold all of x and y, with round ticks."""
        self.canvas = Canvas(WIDTH, HEIGHT, title, caption)
        self.log = log_x
        self.x_ticks = _powers(x) if log_x else _ticks(x)
        self.y_ticks = _ticks(y)
        self.x_range = _range(np.log10(self.x_ticks) if log_x else self.x_ticks, np.log10(x) if log_x else x)
        self.y_range = _range(self.y_ticks, y)
        self._draw(labels)

    def at(self, x: Any, y: Any) -> tuple[float, float]:
        """Where a point lies on the canvas."""
        x = np.log10(x) if self.log else x
        across = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        up = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        return LEFT + float(across) * (RIGHT - LEFT), BOTTOM - float(up) * (BOTTOM - TOP)

    def _draw(self, labels: Sequence[str]) -> None:
        canvas = self.canvas
        canvas.path([(LEFT, TOP), (LEFT, BOTTOM), (RIGHT, BOTTOM)], klass="axis")
        for tick in self.x_ticks:
            x, _ = self.at(tick, self.y_range[0])
            canvas.line(x, BOTTOM, x, BOTTOM + 4, klass="axis")
            canvas.text(x, BOTTOM + 15, _tick(tick, self.x_ticks), klass="small")
        for tick in self.y_ticks:
            _, y = self.at(self.x_ticks[-1], tick)
            canvas.line(LEFT - 4, y, LEFT, y, klass="axis")
            canvas.text(LEFT - 6, y + 3.5, _tick(tick, self.y_ticks), klass="small end")
        canvas.text((LEFT + RIGHT) / 2, HEIGHT - 6, labels[0])
        canvas.text(11, (TOP + BOTTOM) / 2, labels[1], turn=-90)


def _ticks(values: Any, count: int = 5) -> list[float]:
    """Round numbers, four to eight, that span the values."""
    low, high = float(np.min(values)), float(np.max(values))
    rough = (high - low or 1.0) / count
    unit = 10.0 ** np.floor(np.log10(rough))
    step = next(unit * m for m in (1, 2, 2.5, 5, 10) if unit * m >= rough * 0.999)
    first, last = np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9)
    return [round(float(n * step), 10) for n in np.arange(first, last + 1)]


def _powers(values: Any) -> list[float]:
    low, high = np.floor(np.log10(np.min(values))), np.ceil(np.log10(np.max(values)))
    return [10.0**n for n in np.arange(low, high + 1)]


def _range(ticks: Any, values: Any) -> tuple[float, float]:
    """From the lowest to the highest of ticks and values, with a little air."""
    low, high = min(np.min(ticks), np.min(values)), max(np.max(ticks), np.max(values))
    air = (high - low) * 0.03
    return float(low - air), float(high + air)


def _tick(value: float, among: Sequence[float]) -> str:
    """A tick with as many decimals as the finest of its axis."""
    if max(map(abs, among)) >= 1000:
        return f"{value:,.0f}"
    return number(value, f".{max(len(f'{tick:g}'.partition('.')[2]) for tick in among)}f")
