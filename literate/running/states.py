"""The states of pages that a number may name besides its own: what they are to the expression that asks for them."""

import copy
import dis
import json
from pathlib import Path
from types import CodeType, FunctionType, ModuleType, SimpleNamespace
from typing import Any

import cloudpickle

from literate.errors import PageError, text_of

Values = dict[str, bytes]  # the names at the end of a page, each pickled by itself


def names_in(code: CodeType) -> set[str]:
    """The names that code asks for, those in its generators and functions included; those behind a dot are none."""
    own = {one.argval for one in dis.get_instructions(code) if one.opname in {"LOAD_NAME", "LOAD_GLOBAL"}}
    return own.union(*(names_in(one) for one in code.co_consts if isinstance(one, CodeType)))


def as_it_is(names: dict[str, Any], asked: set[str]) -> dict[str, Any]:
    """Those names that are asked for, as they are now: copies, and functions that see nothing later either.

    Raises:
        Exception: What Python, or a class, says when there can be no copy of one: of a file, of keys.
    """
    kept, memo, due = dict[str, Any](), dict[int, Any](), sorted(asked & names.keys())
    while due:
        if (name := due.pop()) not in kept:
            value = names[name]
            own = isinstance(value, FunctionType) and value.__globals__ is names
            kept[name] = value if isinstance(value, ModuleType) else copy.deepcopy(value, memo)
            if own:
                kept[name] = FunctionType(value.__code__, kept, name, value.__defaults__, value.__closure__)
                kept[name].__kwdefaults__ = value.__kwdefaults__
                due += names_in(value.__code__) & names.keys()
    return kept


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


def benchmark_of(path: Path, root: Path) -> Any:
    """What was measured, from the JSON that keeps it.

    Raises:
        PageError: When it is no JSON, at its line.
    """
    text = text_of(path, root)
    try:
        return json.loads(text, object_hook=lambda values: SimpleNamespace(**values))
    except json.JSONDecodeError as error:
        name, line = path.relative_to(root).as_posix(), text.split("\n")[error.lineno - 1]
        raise PageError(f"this is not JSON: {error.msg}", name, error.lineno, error.colno, 1, line) from error
