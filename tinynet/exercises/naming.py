"""The name of a slip: the wrong text of the answer that gives, in every call, what the reader's function has given."""

import warnings
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import lru_cache
from itertools import chain, combinations
from typing import Any

import numpy as np

from tinynet.exercises.attempts import Call, results
from tinynet.exercises.comparing import same
from tinynet.exercises.deadline import EndlessError
from tinynet.exercises.deadline import call as ended
from tinynet.exercises.edits import edits
from tinynet.exercises.tasks import Edits, Task, task

Function = Callable[..., Any]
ZERO = "every number is zero: a factor is 0, or cancels out, or nothing has been filled in"
OPPOSITE = "the sign is wrong: every number has the opposite sign"


def name(asked: Task, calls: list[Call]) -> str:
    """The words for the slip that does what was done in all calls, or for a pair of them; empty when none is known.

    Args:
        asked: The exercise.
        calls: What came of the calls. Where nothing came, a slip has to fail, too.
    """
    seen = sorted((one for one in calls), key=lambda one: bool(one.fault))
    if seen[0].fault or all(same(one.came, one.needed) or _turned(one) for one in seen):
        return ""
    candidates = listed(asked) if _constant(seen) else chain(listed(asked), derived(asked))
    return next((words for words, made in candidates if _does(made, seen)), "")


def _constant(calls: list[Call]) -> bool:
    """Whether all numbers that came are one: too many slips would give that."""
    return len({number for one in calls for part in one.came for number in part.ravel().tolist()}) <= 1


def _turned(call: Call) -> bool:
    """Whether what came is transposed: that is told by its shape."""
    return not call.fault and same([part.T for part in call.came], call.needed)


def listed(asked: Task) -> Iterator[tuple[str, Function]]:
    """The slips that the exercise lists, and those of all, each with its words and a function that makes it."""
    for words, ways in asked.slips.items():
        yield from ((words, made) for way in ways if (made := function(asked, way)))
    yield ZERO, _zero(asked.answer)
    yield OPPOSITE, _opposite(asked.answer)


def derived(asked: Task) -> Iterator[tuple[str, Function]]:
    """The slips that any text can have, and two at once."""
    for words, source in edits(asked.source):
        if made := compiled(asked.name, source):
            yield words, made
    yield from _pairs(asked)
    yield from ((f"{words}; and the sign is wrong", _opposite(made)) for words, made in listed(asked))


def _pairs(asked: Task) -> Iterator[tuple[str, Function]]:
    """Two slips of the list at once, where the text has room for both."""
    named = [(words, way) for words, ways in asked.slips.items() for way in ways]
    for (one, first), (other, second) in combinations(named, 2):
        for edit, more in ((first, second), (second, first)):
            text = edited(edited(asked.source, edit), more)
            if text and (made := compiled(asked.name, text)):
                yield f"{one}; and {other}", made
                break


def edited(source: str, way: Edits) -> str:
    """The answer's text with an edit; empty where a text that it replaces is not there."""
    if callable(way):
        return ""
    for old, new in zip(way[::2], way[1::2], strict=True):
        if not source or old not in source:
            return ""
        source = source.replace(old, new)
    return source


def function(asked: Task, way: Edits) -> Function | None:
    """The function that makes a slip."""
    return way if callable(way) else compiled(asked.name, edited(asked.source, way))


@lru_cache(maxsize=10000)
def compiled(exercise: str, source: str) -> Function | None:
    """The answer with another text; None where that is no Python, or no text."""
    names: dict[str, Any] = dict(task(exercise).space)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(source, "<slip>", "exec"), names)
    except SyntaxError:
        return None
    return names["answer"] if source else None


def _opposite(made: Function) -> Function:
    return lambda *given: tuple(-part for part in results(made(*given)))


def _zero(answer: Function) -> Function:
    return lambda *given: tuple(0 * part for part in results(answer(*given)))


def _does(slip: Function, calls: list[Call]) -> bool:
    """Whether a slip gives what came, call by call."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return all(same(call.came, _of(slip, call)) for call in calls)


def _of(slip: Function, one: Call) -> list[Any]:
    """What a slip gives in a call, those results that came; nothing when it fails."""
    try:
        given = results(ended(slip, deepcopy(list(one.given.values())), 1))
        return [given[place] for place in one.which]
    except (Exception, EndlessError):
        return []
