"""What a reader's function makes of numbers that are not on the pages: what it gives back, or why nothing came."""

import warnings
from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

import numpy as np

from tinynet.exercises.answers import ANSWERS

OVERFLOW = " The likely slip: overflow, a number is too large for exp."


class Call(NamedTuple):
    """What the reader's function made of one set of arguments."""

    given: dict[str, Any]
    needed: list[Any]
    parts: tuple[Any, ...]  # what came, as it came
    came: list[Any]
    fault: str  # why nothing came
    warned: str
    changed: list[str]


def attempt(exercise: str, function: Callable[..., Any], given: dict[str, Any]) -> Call:
    """What comes of new copies of the arguments; warnings are heard, whatever the reader has set."""
    right, handed = ANSWERS[exercise](*given.values()), deepcopy(given)
    pair = isinstance(right, tuple)
    with warnings.catch_warnings(record=True) as heard, np.errstate(over="warn", invalid="warn", divide="warn"):
        warnings.simplefilter("always")
        parts, came, fault = _try(function, handed, pair)
    warned = [str(one.message) for one in heard if issubclass(one.category, RuntimeWarning)]
    changed = [name for name in given if _plain(handed[name]) != _plain(given[name])]
    return Call(given, arrays(right, pair), parts, came, fault, "".join(warned[:1]), changed)


def _try(function: Callable[..., Any], handed: dict[str, Any], pair: bool) -> tuple[tuple[Any, ...], list[Any], str]:
    """What the function gives back, as it is and as arrays; or why there is none."""
    names = called(handed)
    try:
        value = function(*handed.values())
    except Exception as error:
        said = f"{type(error).__name__}: {error}".splitlines()[0].rstrip(" :.")
        return (), [], f"{names} it raises {said}.{OVERFLOW * isinstance(error, OverflowError)}"
    if value is None:
        return (), [], "It gives back None: is the return missing?"
    try:
        parts = _parts(value, pair)
        if text := _text(parts):
            return (), [], f"{names} it gives back text, {text}, needed: numbers."
        return parts, read(parts), ""
    except (TypeError, ValueError):
        needed = "a pair of arrays" if pair else "numbers, in rows of one length"
        return (), [], f"{names} it gives back a {type(value).__name__}, needed: {needed}."


def arrays(value: Any, pair: bool) -> list[Any]:
    """What was given back as a list of arrays: one, or the two of a pair."""
    return read(_parts(value, pair))


def read(parts: tuple[Any, ...]) -> list[Any]:
    """Each part as a new array."""
    return [np.array(part, dtype=float) for part in parts]


def _parts(value: Any, pair: bool) -> tuple[Any, ...]:
    """What was given back, or the two of a pair."""
    parts = tuple(value) if pair else (value,)
    if len(parts) != 1 + pair:
        raise ValueError
    return parts


def _text(parts: tuple[Any, ...]) -> str:
    """The beginning of the first text in what was given back: NumPy would read a number in it."""
    every = (one for part in parts for one in np.array(part, dtype=object).flat)
    return next((f"{one!r:.20}" for one in every if isinstance(one, str | bytes)), "")


def same(came: list[Any], needed: list[Any]) -> bool:
    """Whether shapes and numbers agree; nothing that came agrees with no number."""
    pairs = zip(came, needed, strict=False)
    alike = all(one.shape == right.shape and not differs(one, right).any() for one, right in pairs)
    return len(came) == len(needed) and alike


def differs(came: Any, needed: Any) -> Any:
    """Where two arrays of one shape differ by more than 1e-9 of the largest number."""
    return ~(abs(came - needed) <= 1e-9 * abs(needed).max())


def called(given: dict[str, Any]) -> str:
    """The arguments, each by its shape, or by its value when it is a number."""
    values = {name: np.shape(value) or ("" if callable(value) else value) for name, value in given.items()}
    return f"Called with {', '.join(f'{name} {value}'.strip() for name, value in values.items())},"


def _plain(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value
