"""What shows only when a reader's function is called again: what it keeps, and what it does not look at."""

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

from tinynet.exercises.attempts import Call, attempt, read
from tinynet.exercises.comparing import same
from tinynet.exercises.tasks import Task

KEPT = "Called again with the same numbers, it gives others: something is kept from call to call, or drawn at random."
SHARED = "What it has given back changes when it is called again: make a new list or array in each call."


def repeat(task: Task, function: Callable[..., Any], calls: list[dict[str, Any]]) -> list[Call]:
    """Further calls, until one does not end. What they print is not shown: the first call has printed it."""
    made: list[Call] = []
    with redirect_stdout(io.StringIO()):
        for given in calls:
            made.append(attempt(task, function, given))
            if made[-1].endless:
                break
    return made


def state(trials: list[list[Call]]) -> str:
    """What the calls of a trial say together; empty when each stands for itself."""
    if any(not calls[-1].fault and not same(calls[-1].came, calls[0].came) for calls in trials):
        return KEPT
    if any(not same(_now(call), call.came) for calls in trials for call in calls):
        return SHARED
    return _not_looked_at(trials)


def _now(call: Call) -> list[Any]:
    """What a call has given back, as it is after all calls."""
    try:
        return read(call.parts)
    except (TypeError, ValueError):
        return []


def _not_looked_at(trials: list[list[Call]]) -> str:
    """The first argument that makes no difference where it should make one."""
    for place, name in enumerate(trials[0][0].given, start=1):
        pairs = [(calls[0], calls[place]) for calls in trials]
        makes = any(not same(first.needed, new.needed) for first, new in pairs)
        if makes and all(same(first.came, new.came) for first, new in pairs):
            return f"With another {name} it gives the same: it is not looked at, or a result is kept."
    return ""
