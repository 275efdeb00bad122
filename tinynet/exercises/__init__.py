"""A check that judges what a reader has written, by value, and names the likely slip."""

import textwrap
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from tinynet.exercises.tasks import names, task
from tinynet.exercises.verdict import complaint

WIDTH = 84  # what fits into the box of a page, in a fold of a list


def check(exercise: str, function: Callable[..., Any]) -> None:
    """Try a function in three trials with numbers that are not on the pages, and print whether it is right.

    Each trial has its own shapes. In it the function is called with first numbers, with one argument new at a time,
    with all of them new, and with the first numbers again: what it gives has to come from its arguments alone. A call
    that does not end is ended after some seconds, and the line is told that it was at.

    Args:
        exercise: The name of the exercise: that of the function that the page asks for.
        function: Your function, whatever its name. Its arguments are new copies, in the order of the page.

    What it returns is compared by value, to 1e-9 of the largest number; lists, tuples and arrays are taken alike. If
    it is not right, the likely slip is printed, never the solution. Nothing is given back: what is printed is the
    verdict, and a notebook would show a value below it.

    Raises:
        ValueError: When there is no such exercise, or `function` is not a function.
    """
    if exercise not in names():
        raise ValueError(f"exercise is {exercise!r}{_meant(exercise)}, needed one of: {', '.join(names())}")
    if not callable(function):
        raise ValueError(f"function is {function!r}, needed: the function itself, without parentheses after its name")
    said = complaint(task(exercise), function)
    right = f"Right: {exercise} gives what it should in three trials with other numbers."
    print(textwrap.fill(f"Not yet. {said}" if said else right, WIDTH, break_on_hyphens=False))


def _meant(exercise: Any) -> str:
    """The name that is most like what was asked for."""
    like = "_".join(str(exercise).lower().replace("-", " ").split())
    near = get_close_matches(like, names(), 1)
    return f" (is {near[0]!r} meant?)" if near else ""
