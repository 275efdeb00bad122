"""A check that judges what a reader has written, by value, and names the likely slip."""

from collections.abc import Callable
from typing import Any

import numpy as np

from tinynet.exercises.answers import ANSWERS
from tinynet.exercises.attempts import OVERFLOW, Call, arrays, attempt, called, differs, same
from tinynet.exercises.backward_slips import SLIPS as BACKWARD
from tinynet.exercises.forward_slips import EVERYWHERE
from tinynet.exercises.forward_slips import SLIPS as FORWARD
from tinynet.exercises.repeats import repeat, state
from tinynet.exercises.trials import NETS, SQUARE, arguments

SLIPS = {**FORWARD, **BACKWARD}
TRANSPOSE = "Where all matrices are square it runs: a transpose (.T) is missing or one too many, or a size is fixed."


def check(exercise: str, function: Callable[..., Any]) -> None:
    """Try a function in three trials with numbers that are not on the pages, and print whether it is right.

    Each trial has its own shapes. In it the function is called with first numbers, with one argument new at a time,
    with all of them new, and with the first numbers again: what it gives has to come from its arguments alone.

    Args:
        exercise: The name of the exercise: that of the function that the page asks for.
        function: Your function, whatever its name. Its arguments are new copies, in the order of the page.

    What it gives back is compared by value, to 1e-9 of the largest number; lists, tuples and arrays are taken alike. If
    it is not right, the likely slip is printed, never the solution. Nothing is given back: what is printed is the
    verdict, and a notebook would show a value below it.

    Raises:
        ValueError: When there is no such exercise, or `function` is not a function.
    """
    if exercise not in ANSWERS:
        raise ValueError(f"exercise is {exercise!r}, needed one of: {', '.join(ANSWERS)}")
    if not callable(function):
        raise ValueError(f"function is {function!r}, needed: the function itself, without parentheses after its name")
    complaint = _complaint(exercise, function)
    right = f"Right: {exercise} gives what it should in three trials with other numbers."
    print(f"Not yet. {complaint}" if complaint else right)


def _complaint(exercise: str, function: Callable[..., Any]) -> str:
    """At most two sentences on what is wrong; empty when nothing is."""
    firsts = [attempt(exercise, function, arguments(exercise, net)) for net in NETS]
    for call in firsts:
        if call.fault:
            return call.fault + _hint(exercise, function, call)
    if named := _not_finite(firsts) or _slip(exercise, firsts):
        return _sentences(named, _warning(firsts), _in_place(firsts))
    trials = [[first, *repeat(exercise, function, net)] for first, net in zip(firsts, NETS, strict=True)]
    calls = [call for turn in zip(*trials, strict=True) for call in turn]
    wrong = _not_finite(calls) or state(trials) or _difference(calls, trials)
    return _sentences(wrong, _warning(calls), _in_place(calls))


def _sentences(*found: str) -> str:
    """The first two that are not empty."""
    return " ".join([sentence for sentence in found if sentence][:2])


def _hint(exercise: str, function: Callable[..., Any], call: Call) -> str:
    """What is said of a fault that square matrices do not have; nothing where all arguments are single numbers."""
    if not any(np.ndim(value) for value in call.given.values()):
        return ""
    return f" {TRANSPOSE}" * (not attempt(exercise, function, arguments(exercise, SQUARE)).fault)


def _slip(exercise: str, calls: list[Call]) -> str:
    """The slip whose values are those that came, in all trials."""
    for slip, value in SLIPS[exercise].items():
        if all(same(one.came, arrays(value(*one.given.values()), len(one.needed) > 1)) for one in calls):
            return f"The likely slip: {slip}."
    for slip, value in EVERYWHERE.items():
        if all(same(one.came, [value(right) for right in one.needed]) for one in calls):
            return f"The likely slip: {slip}."
    return ""


def _difference(calls: list[Call], trials: list[list[Call]]) -> str:
    """The first shape or number that is not what is needed, or why a further call gives none."""
    right = sum(all(same(one.came, one.needed) for one in trial) for trial in trials)
    for call in calls:
        names = called(call.given)
        for which, came, needed in zip(("it", "its second result"), call.came, call.needed, strict=False):
            if came.shape != needed.shape:
                turned = " It is transposed: rows and columns are swapped." * (came.shape == needed.shape[::-1])
                return f"{names} {which} has the shape {came.shape}, needed {needed.shape}.{turned}"
            if not same([came], [needed]):
                place = np.argwhere(differs(came, needed))[0].tolist()
                text = f"{came[*place]:.10g}{f' at {place}' if place else ''}, needed {needed[*place]:.10g}"
                return f"{names} {which} is {text}; right in {right} of {len(trials)} trials."
        if call.fault:
            return call.fault
    return ""


def _not_finite(calls: list[Call]) -> str:
    """A result that holds inf or nan."""
    odd = [one for one in calls if not all(np.isfinite(came).all() for came in one.came)]
    return f"{called(odd[0].given)} it gives back numbers that are not finite." if odd else ""


def _warning(calls: list[Call]) -> str:
    """The first warning, of an overflow or a division by zero."""
    heard = "".join([one.warned for one in calls if one.warned][:1])
    return f"NumPy warns: {heard}.{OVERFLOW * ('overflow' in heard)}" if heard else ""


def _in_place(calls: list[Call]) -> str:
    """The arguments that are not what they were."""
    names = ", ".join(dict.fromkeys(name for one in calls for name in one.changed))
    return names and f"It changes {names} in place: make new ones, and leave the arguments as they are."
