"""Round numbers along an axis, as many as there is room for."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from literate.figures.digits import number
from literate.figures.room import width_of


def ticks_of(values: Any, count: int = 6) -> list[float]:
    """Round numbers, four to eight, that span the values."""
    low, high = range_of(values)
    rough = (high - low) / count
    unit = 10.0 ** np.floor(np.log10(rough))
    step = next(unit * m for m in (1, 2, 2.5, 5, 10) if unit * m >= rough * 0.999)
    first, last = np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9)
    return [round(float(n * step), 10) for n in np.arange(first, last + 1)]


def along(values: Any, length: float) -> list[float]:
    """As many round numbers as have room beside each other along an axis."""
    tried = (ticks_of(values, count) for count in range(7, 2, -1))
    fine = ticks_of(values)
    return next((ticks for ticks in tried if _fit(ticks, values, length)), [fine[0], fine[-1]])


def _fit(ticks: Sequence[float], values: Any, length: float) -> bool:
    """Whether there is room for the words of all ticks."""
    if len(ticks) < 2:
        return False
    low, high = range_of(values)
    step = length * (ticks[-1] - ticks[0]) / (len(ticks) - 1) / (high - low)
    return max(width_of(tick_in_words(tick, ticks)) for tick in ticks) + 9 < step


def powers(values: Any) -> list[float]:
    """The powers of ten that span the values."""
    low, high = np.floor(np.log10(np.min(values))), np.ceil(np.log10(np.max(values)))
    return [10.0**n for n in np.arange(low, max(high, low + 1) + 1)]


def range_of(values: Any, air: float = 0) -> tuple[float, float]:
    """From the lowest to the highest value, and a little air; a half to both sides where they are all the same."""
    low, high = float(np.min(values)), float(np.max(values))
    more = (high - low) * air or (low == high) / 2
    return low - more, high + more


def tick_in_words(value: float, among: Sequence[float]) -> str:
    """A tick with as many decimals as the finest of its axis."""
    if max(map(abs, among)) >= 1000:
        return number(value, ",.0f")
    form = f".{max(len(f'{tick:g}'.partition('.')[2]) for tick in among)}f"
    return number(value, form) if value else format(0, form)


def power_in_words(value: float) -> str:
    """A power of ten by its exponent, such as 1e−6."""
    return f"1e{number(np.log10(value), '.0f')}"
