"""Numbers as figures show them, and whether what was given is numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np

MINUS = "\N{MINUS SIGN}"
NOISE = 1e-12  # what is smaller is a zero that was computed


def number(value: Any, form: str = ".2f") -> str:
    """A number as figures show it; the form `2s` stands for two significant digits.

    What is not zero does not read as zero: it has decimals up to its first digit.
    """
    size = abs(float(value))
    if size < NOISE:
        return "0"
    if form.endswith("s"):
        form = _decimals(size, int(form[:-1]))
    text = format(float(value), form)
    if not float(text.replace(",", "")):
        text = format(float(value), _decimals(size, 1))
    return text.replace("-", MINUS)


def _decimals(size: float, digits: int) -> str:
    """The format that shows so many digits of a number from its first one on."""
    return f".{max(0, digits - 1 - int(np.floor(np.log10(size))))}f"


def numbers(what: str, given: Any, shape: tuple[int | None, ...]) -> Any:
    """What was given as an array of finite numbers of this shape, `None` for any length."""
    try:
        array = np.asarray(given, dtype=float)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{what} is not an array of numbers") from error
    if len(array.shape) != len(shape) or any(n not in (None, m) for n, m in zip(shape, array.shape, strict=True)):
        raise ValueError(f"{what} has the shape {array.shape}, needed: {shape}".replace("None", "any"))
    if not array.size or not np.isfinite(array).all():
        raise ValueError(f"{what} holds {'nan or inf' if array.size else 'nothing'}, needed: numbers")
    return array


def counted(what: str, given: Sequence[str], count: int) -> None:
    """Look whether as many names were given as there are things to name."""
    if isinstance(given, str) or len(given) != count:
        raise ValueError(f"{what} is {given!r}, needed: {count} names")


def steady(data: Any) -> Any:
    """Data for a script, floats with twelve digits: the last ones are not the same on every machine; 5.0 is 5 to it."""
    if isinstance(data, float):
        short = float(f"{data:.12g}")
        return int(short) if short.is_integer() and abs(short) < 1e12 else short
    if isinstance(data, dict):
        return {name: steady(value) for name, value in data.items()}
    return [steady(value) for value in data] if isinstance(data, list | tuple) else data
