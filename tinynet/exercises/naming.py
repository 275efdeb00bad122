"""The name of a slip: the wrong text of the answer that gives, in every call, what the reader's function has given."""

import pickle
import warnings
from collections.abc import Callable, Iterator
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
Given = tuple[Any, ...]  # arguments: functions as they are, all else pickled
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
    given = [tuple(v if callable(v) else pickle.dumps(v) for v in one.given.values()) for one in seen]
    return next((words for words, made in candidates if _does(made, seen, given)), "")


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


@lru_cache(maxsize=1000)
def _opposite(made: Function) -> Function:
    return lambda *given: tuple(-part for part in results(made(*given)))


@lru_cache(maxsize=1000)
def _zero(answer: Function) -> Function:
    return lambda *given: tuple(0 * part for part in results(answer(*given)))


def _does(slip: Function, calls: list[Call], given: list[Given]) -> bool:
    """Whether a slip gives what came, call by call."""
    return all(same(one.came, _those(one.which, _of(slip, values))) for one, values in zip(calls, given, strict=True))


def _those(which: tuple[int, ...], results: list[Any]) -> list[Any]:
    """The results at some places; nothing where there are fewer."""
    return [results[place] for place in which] if len(results) > max(which, default=0) else []


# A learner tries again, and the calls stay the same: what the slips give in them is known after the first time.
@lru_cache(maxsize=20000)
def _of(slip: Function, given: Given) -> list[Any]:
    """All that a slip gives, its arguments made anew; nothing when it fails."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return results(ended(slip, [v if callable(v) else pickle.loads(v) for v in given], 1))
        except (Exception, EndlessError):
            return []
