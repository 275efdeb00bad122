"""The states of pages that a number may name besides its own: what they are to the expression that asks for them."""

from types import CodeType, SimpleNamespace
from typing import Any

import cloudpickle

Values = dict[str, bytes]  # the names at the end of a page, each pickled by itself


def names_in(code: CodeType) -> set[str]:
    """The names that code asks for, those in its generators and functions included."""
    inner = (names_in(one) for one in code.co_consts if isinstance(one, CodeType))
    return {*code.co_names}.union(*inner)


class State(SimpleNamespace):
    """The names of a page: `'page' object has no attribute …` is what Python says of one that is not there."""


State.__name__ = "page"


class Pickled:
    """The names of another page, each made from its bytes when it is asked for."""

    def __init__(self, values: Values) -> None:
        """Keep the bytes."""
        self._values = values

    def __getattr__(self, name: str) -> Any:
        """One value."""
        if name not in self._values:
            raise AttributeError(f"'page' object has no attribute {name!r}")
        return cloudpickle.loads(self._values[name])
