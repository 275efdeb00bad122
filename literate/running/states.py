"""The names of a page as the numbers of a page ask for them: those of its own end, and those of another page."""

from types import SimpleNamespace
from typing import Any

import cloudpickle

Values = dict[str, bytes]  # the names at the end of a page, each pickled by itself


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
