"""What a reader's function makes of numbers that are not on the pages: what it returns, or why nothing came."""

import warnings
from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

import numpy as np

from tinynet.exercises.deadline import EndlessError, call
from tinynet.exercises.plain_words import plain
from tinynet.exercises.tasks import Task


class Call(NamedTuple):
    """What the reader's function made of one set of arguments."""

    given: dict[str, Any]
    needed: list[Any]
    which: tuple[int, ...]  # the results that came, by their places
    parts: tuple[Any, ...]  # what came, as it came
    came: list[Any]
    fault: str  # why nothing came
    endless: bool
    changed: list[str]


def attempt(task: Task, function: Callable[..., Any], given: dict[str, Any]) -> Call:
    """What comes of new copies of the arguments. What it warns of is not heard here."""
    right, handed = results(task.answer(*given.values())), deepcopy(given)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        which, parts, came, fault, endless = _try(task, function, handed, len(right))
    changed = [name for name in given if _plain(handed[name]) != _plain(given[name])]
    return Call(given, [right[place] for place in which], which, parts, came, fault, endless, changed)


Tried = tuple[tuple[int, ...], tuple[Any, ...], list[Any], str, bool]


def _try(task: Task, function: Callable[..., Any], handed: dict[str, Any], count: int) -> Tried:
    """What the function returns, as it is and as arrays; or why there is none."""
    names, none = called(handed), (tuple(range(count)), (), [])
    try:
        value = call(function, list(handed.values()))
    except EndlessError as error:
        return *none, f"{names} it is still at work after some seconds: it seems endless.{error}", True
    except SystemExit:
        return *none, f"{names} it ends Python, with exit or quit: give a value back with return.", False
    except Exception as error:
        return *none, f"{names} it raises {plain(error)}", False
    if value is None:
        return *none, "It returns None: is the return missing?", False
    try:
        which, parts = _parts(task, value, count)
        _shallow(parts)
        if text := _text(parts):
            return *none, f"{names} it returns text, {text}, needed: numbers.", False
        return which, parts, read(parts), "", False
    except (TypeError, ValueError):
        return *none, f"{names} it returns a {type(value).__name__}, needed: {_needed(value, count)}.", False


def _needed(value: Any, count: int) -> str:
    """What is needed in place of a value that cannot be read."""
    many = f"{count} arrays" if count > 2 else "a pair of arrays"
    lazy = hasattr(value, "__next__") * "; list(…) makes a list of it"
    return (many if count > 1 else "numbers, in rows of one length") + lazy


def results(value: Any) -> list[Any]:
    """What the answer gives, as a list of arrays."""
    parts = value if isinstance(value, tuple) else (value,)
    _shallow(parts)
    return read(parts)


def _shallow(value: Any, left: int = 5) -> None:
    """Refuse a list in a list in a list: one that holds itself would have no end."""
    if isinstance(value, list | tuple):
        if not left:
            raise ValueError
        for one in value:
            _shallow(one, left - 1)


def read(parts: tuple[Any, ...]) -> list[Any]:
    """Each part as a new array."""
    return [np.array(part, dtype=float) for part in parts]


def _parts(task: Task, value: Any, count: int) -> tuple[tuple[int, ...], tuple[Any, ...]]:
    """What was given back, part by part, and which results these are."""
    if count > 1 and isinstance(value, np.ndarray) and 1 in task.fewer:
        return task.fewer[1], (value,)
    parts = (value,) if count == 1 else tuple(value)
    which = tuple(range(count)) if len(parts) == count else task.fewer.get(len(parts)) if len(parts) > 1 else None
    if which is None:
        raise ValueError
    return which, parts


def _text(parts: tuple[Any, ...]) -> str:
    """The beginning of the first text in what was given back: NumPy would read a number in it."""
    every = (one for part in parts for one in np.array(part, dtype=object).flat)
    return next((f"{one!r:.20}" for one in every if isinstance(one, str | bytes)), "")


def called(given: dict[str, Any]) -> str:
    """The arguments, each by its shape, or by its value when it is a number."""
    values = {name: np.shape(value) or ("" if callable(value) else value) for name, value in given.items()}
    return f"Called with {', '.join(f'{name} {value}'.strip() for name, value in values.items())},"


def _plain(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value
