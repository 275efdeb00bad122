"""What is said of a reader's function: at most two sentences, and none where nothing is wrong."""

from collections.abc import Callable
from typing import Any

import numpy as np

from tinynet.exercises.attempts import Call, attempt, called
from tinynet.exercises.comparing import ROUGH, differs, same
from tinynet.exercises.naming import name
from tinynet.exercises.overflow import OF_ZERO, infinite
from tinynet.exercises.repeats import repeat, state
from tinynet.exercises.tasks import Task
from tinynet.exercises.trials import NETS, probes, trial

Function = Callable[..., Any]
RESULTS = ("it", "its second result", "its third result", "its fourth result", "its fifth result", "its sixth result")
SQUARE = " Where all matrices are square it runs: look at the shapes."
DIGITS = " It agrees to some six digits: is it float32, or rounded on the way?"


def complaint(task: Task, function: Function) -> str:
    """At most two sentences on what is wrong; empty when nothing is."""
    trials = []
    for net in NETS:
        first, *rest = trial(task, net)
        calls = [attempt(task, function, first)]
        calls += [] if calls[0].endless else repeat(task, function, rest)
        if calls[-1].endless:
            return calls[-1].fault
        trials.append(calls)
    turns = [call for turn in zip(*trials, strict=True) for call in turn]
    wrong = state(trials) or any(one.fault or not same(one.came, one.needed) for one in turns)
    said = _wrong(task, function, trials, turns) if wrong else ""
    return " ".join([one for one in (said, _infinite(function, turns), _in_place(turns)) if one][:2])


def _wrong(task: Task, function: Function, trials: list[list[Call]], turns: list[Call]) -> str:
    """What is wrong with the numbers, or why there are none."""
    more = repeat(task, function, probes(task))
    optional = [one for one in more[2:] if not one.fault]
    named = name(task, [*[call for calls in trials for call in (calls[0], calls[-2])], *more[:2], *optional])
    named = named and f"The likely slip: {named}{'' if named.endswith('?') else '.'}"
    for call in [calls[0] for calls in trials]:
        if call.fault:
            hint = SQUARE if any(map(np.ndim, call.given.values())) and not more[0].fault else ""
            return f"{_fault(call, turns)} {named}".rstrip() if named else _fault(call, turns) + hint
    return named or _not_finite(turns) or state(trials) or _difference(turns, trials)


def _fault(call: Call, turns: list[Call]) -> str:
    """Why nothing came; None that comes in some calls alone comes by a way that has no return."""
    if "None" in call.fault and not all(one.fault for one in turns):
        return f"{called(call.given)} it returns None: is there a return for this case, too?"
    return call.fault


def _difference(calls: list[Call], trials: list[list[Call]]) -> str:
    """The first shape or number that is not what is needed, or why a further call gives none."""
    right = sum(all(same(one.came, one.needed) for one in trial) for trial in trials)
    close = all(same(one.came, one.needed, ROUGH) for one in calls)
    call = next(one for one in calls if one.fault or not same(one.came, one.needed))
    if call.fault:
        return _fault(call, calls)
    parts = zip(RESULTS, call.came, call.needed, strict=False)
    which, came, needed = next(part for part in parts if not same([part[1]], [part[2]]))
    names = called(call.given)
    if came.shape != needed.shape:
        turned = " It is transposed: rows and columns are swapped." * (came.shape == needed.shape[::-1])
        return f"{names} {which} has the shape {came.shape}, needed {needed.shape}.{turned}"
    place = np.argwhere(differs(came, needed))[0].tolist()
    text = f"{came[*place]:.10g}{f' at {place}' if place else ''}, needed {needed[*place]:.10g}"
    return f"{names} {which} is {text}; right in {right} of {len(trials)} trials.{DIGITS * close}"


def _not_finite(calls: list[Call]) -> str:
    """A result that holds inf or nan."""
    odd = [one for one in calls if not all(np.isfinite(came).all() for came in one.came)]
    return f"{called(odd[0].given)} it returns numbers that are not finite." if odd else ""


def _infinite(function: Function, calls: list[Call]) -> str:
    """Where infinity comes up on the way, though the arguments are finite."""
    for call in calls:
        if not call.fault:
            found = infinite(function, list(call.given.values()))
            if found:
                why = "it has been given 0" if found in OF_ZERO else "overflow, its number is too large"
                return f"On the way {found} gives infinity: {why}."
    return ""


def _in_place(calls: list[Call]) -> str:
    """The arguments that are not what they were."""
    names = ", ".join(dict.fromkeys(name for one in calls for name in one.changed))
    return names and f"It changes {names} in place: make new ones, and leave the arguments as they are."
