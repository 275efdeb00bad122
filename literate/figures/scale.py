"""One named scale from left to right, for what is compared by its length."""

from typing import Any

import numpy as np

from literate.figures.canvas import Canvas
from literate.figures.ticks import along, range_of, tick_in_words

HIGH = 44.0  # how much room the scale takes below what it measures


class Scale:
    """A scale that holds all values and 0."""

    def __init__(self, values: Any, left: float, right: float) -> None:
        """A scale between two places of the canvas."""
        held = np.append(np.asarray(values, dtype=float), 0)
        self.left, self.right = left, right
        self.ticks = along(held, right - left)
        self.low, self.high = range_of(np.append(self.ticks, held))

    def at(self, value: float) -> float:
        """How far to the right a value lies."""
        return self.left + (float(value) - self.low) / (self.high - self.low) * (self.right - self.left)

    def draw(self, canvas: Canvas, top: float, bottom: float, name: str) -> None:
        """Draw it below what it measures, with a line at 0 through all of it."""
        canvas.line(self.left, bottom, self.right, bottom, klass="axis")
        canvas.line(self.at(0), top, self.at(0), bottom, klass="axis zero")
        for tick in self.ticks:
            x = self.at(tick)
            canvas.line(x, bottom, x, bottom + 4, klass="axis")
            canvas.text(x, bottom + 16, tick_in_words(tick, self.ticks), klass="x-tick")
        canvas.text((self.left + self.right) / 2, bottom + 34, name)
