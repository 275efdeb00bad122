"""The state of a page between two cells: kept so that it can come back, and never untrue.

A state is all that the next cell can tell: the names; the random numbers to come; how NumPy prints and what it does
with errors; the filters of warnings; what the modules of NumPy, the taught package and the built-in names hold. Where
the names have no true copy, no state is kept, and a run begins further up.
"""

import builtins
import io
import math
import pickle
import random
import sys
import warnings
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from copies import Copying, put_back

WATCHED = (math, random, np, np.linalg, np.random)
BUILTINS, OWN = vars(builtins), dict(vars(builtins))


class State(NamedTuple):
    """What has been after some cells: the names as bytes, what they name by its own self, and all around them."""

    cells: list[tuple[str, str]]
    names: bytes
    things: list[Any]
    changing: list[tuple[Any, Any]]  # functions and classes, with the code of each function
    around: dict[str, Any]
    builtins: dict[str, Any]
    modules: dict[str, dict[str, Any]]


class Keeper:
    """Keeps the states of one page, and brings them back."""

    def __init__(self, names: dict[str, Any], package: str) -> None:
        """The names are one object for good: the functions of the page look into it."""
        self.names, self.package, self.builtins = names, package, OWN.copy()

    def __enter__(self) -> None:
        """A cell begins: it has the built-in names as the cells above it have left them."""
        BUILTINS.clear()
        BUILTINS.update(self.builtins)

    def __exit__(self, *_: object) -> None:
        """A cell has ended. What runs cells needs Python's own names, to say this as well."""
        self.builtins = BUILTINS.copy()
        BUILTINS.clear()
        BUILTINS.update(OWN)

    def state(self, cells: list[tuple[str, str]]) -> State | None:
        """The state after some cells; None where there is no true copy."""
        file = io.BytesIO()
        copying = Copying(file, self.names, self.package)
        try:
            copying.all()
            around = _around()
        except Exception:  # a pickler says in many ways that it cannot; and a cell may have broken what tells all this
            return None
        modules = {name: dict(vars(module)) for name, module in self._modules().items()}
        changing = [(thing, getattr(thing, "__code__", None)) for thing in copying.changing]
        return State([*cells], file.getvalue(), copying.things, changing, around, self.builtins, modules)

    def restore(self, state: State) -> None:
        """Make all as it was."""
        self.builtins = state.builtins.copy()
        for name, module in self._modules().items():
            if name in state.modules:
                _set(vars(module), state.modules[name])
            else:
                del sys.modules[name]  # it was not there yet
        copied = pickle.Unpickler(io.BytesIO(state.names))
        copied.persistent_load = state.things.__getitem__  # type: ignore[method-assign, assignment]
        self.names.clear()
        self.names.update(copied.load())
        for thing, code in state.changing:
            put_back(thing, code, copied.load())
        _put_around(state.around)

    def _modules(self) -> dict[str, ModuleType]:
        """The modules whose names belong to the state."""
        own = {n: module for n, module in sys.modules.items() if self.package and n.split(".")[0] == self.package}
        return {module.__name__: module for module in WATCHED} | own


def _set(names: dict[str, Any], to: dict[str, Any]) -> None:
    """Change a namespace where it differs. A module that a package has fetched meanwhile stays: that is no change."""
    for name in [name for name, value in names.items() if name not in to and not isinstance(value, ModuleType)]:
        del names[name]
    names.update({name: value for name, value in to.items() if name not in names or names[name] is not value})


def _around() -> dict[str, Any]:
    return {
        "draws": np.random.get_state(legacy=False),
        "random": random.getstate(),
        "print": np.get_printoptions(),
        "errors": np.geterr(),
        "filters": warnings.filters[:],
        "stdout": (sys.stdout, sys.stderr),
    }


def _put_around(around: dict[str, Any]) -> None:
    np.random.set_state(around["draws"])
    random.setstate(around["random"])
    np.set_printoptions(**around["print"])
    np.seterr(**around["errors"])
    warnings.resetwarnings()
    warnings.filters.extend(around["filters"])  # type: ignore[attr-defined]
    sys.stdout, sys.stderr = around["stdout"]
