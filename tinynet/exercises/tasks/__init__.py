"""The exercises that have a judge, a file each: the answer, the slips, and the numbers that it is tried with.

A file has the name of the exercise. In it are

- `answer`, the function in the form of the pages, which gives what is needed;
- `SLIPS`, the words for each slip and what it makes of the answer's text: `(old, new, old, new, …)`; where several ways
  of writing have one name, a list of such edits, or of functions;
- `NUMBERS`, where it takes single numbers: for each argument the first and the new value in each of three trials;
- `given(known)`, where an argument is made of the net of a trial: its values by name, `known["new"]` for the new ones;
- `FEWER`, where not all results have to be given back: which of them stand for the whole, by their number.
"""

import inspect
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

Edits = tuple[str, ...] | Callable[..., Any]


class Task(NamedTuple):
    """An exercise, as its file says."""

    name: str
    answer: Callable[..., Any]
    source: str  # the text of the answer
    space: dict[str, Any]  # the names that it may use
    slips: dict[str, list[Edits]]
    numbers: dict[str, tuple[tuple[Any, Any], ...]]
    given: Callable[[dict[str, Any]], dict[str, Any]]
    fewer: dict[int, tuple[int, ...]]

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its arguments."""
        return tuple(inspect.signature(self.answer).parameters)


def names() -> list[str]:
    """The names of all exercises."""
    return [module.name for module in iter_modules(__path__)]


@lru_cache(maxsize=100)
def task(name: str) -> Task:
    """An exercise by its name, which has to be one of `names`."""
    space = vars(import_module(f"{__name__}.{name}"))
    words = vars(import_module("tinynet.exercises.words"))
    slips = {said: edits if isinstance(edits, list) else [edits] for said, edits in space["SLIPS"].items()}
    rest = space.get("NUMBERS", {}), space.get("given", lambda known: {}), space.get("FEWER", {})
    return Task(name, space["answer"], inspect.getsource(space["answer"]), words | space, slips, *rest)
