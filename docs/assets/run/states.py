"""The state of a page between two cells: kept so that it can come back, and never untrue.

A state is all that the next cell can tell: the names, with what is one thing under two names; the random numbers to
come; how NumPy prints and what it does with errors; the filters of warnings; what the modules of NumPy, of the taught
package and of the built-in names hold. Where there is no true copy (a generator that has begun, an exception with its
traceback, a set in an order of its own), no state is kept, and a run begins further up.
"""

import builtins
import io
import math
import pickle
import random
import sys
import warnings
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any, NamedTuple

import numpy as np

PLAIN = (int, float, complex, str, bytes, bool, type(None), type(...), np.generic, np.ufunc, np.dtype)
FIXED = (*PLAIN, ModuleType, type, BuiltinFunctionType)
WATCHED = (math, random, np, np.linalg, np.random)
BUILTINS, OWN = vars(builtins), dict(vars(builtins))
DRAWS: Any = np.random.mtrand._rand  # what `np.random.normal` and the like draw from


class State(NamedTuple):
    """What has been after some cells: the names as bytes, what they name by its own self, and all around them."""

    cells: list[tuple[str, str]]
    names: bytes
    things: list[Any]
    parts: list[tuple[Any, dict[str, Any]]]
    around: dict[str, Any]
    builtins: dict[str, Any]
    modules: dict[str, dict[str, Any]]


class UntrueError(Exception):
    """There is no true copy of this."""


class Copying(pickle.Pickler):
    """Writes names as bytes. Modules, functions and classes stay what they are; an array that looks into another, too."""

    def __init__(self, file: io.BytesIO, names: dict[str, Any]) -> None:
        """Write into `file`."""
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.names, self.things, self.parts = names, list[Any](), list[tuple[Any, dict[str, Any]]]()

    def persistent_id(self, thing: Any) -> int | None:
        """The place of a thing that is kept by its own self; None for what is copied."""
        if thing is self.names or isinstance(thing, BaseException):
            raise UntrueError
        if isinstance(thing, set | frozenset) and [*type(thing)([*thing])] != [*thing]:
            raise UntrueError
        if isinstance(thing, BuiltinFunctionType) and not isinstance(thing.__self__, ModuleType | None):
            return None  # of an object, which is copied
        if not isinstance(thing, ModuleType | type | FunctionType | BuiltinFunctionType) and thing is not DRAWS:
            return None
        if isinstance(thing, FunctionType) or (isinstance(thing, type) and thing.__module__ == "__main__"):
            self.parts.append((thing, _parts(thing)))
        self.things.append(thing)
        return len(self.things) - 1

    def reducer_override(self, thing: Any) -> Any:
        """An array owns what it has owned, in the order that it has had; one that looks into another still does."""
        if not isinstance(thing, np.ndarray) or (thing.dtype.hasobject and thing.base is None):
            return NotImplemented
        whole = thing if thing.base is None else thing.base
        if type(thing) is not np.ndarray or type(whole) is not np.ndarray or not whole.flags.forc or whole.dtype.hasobject:
            raise UntrueError
        if whole is thing:
            order = "C" if thing.flags.c_contiguous else "F"
            return _whole, (thing.tobytes(order), thing.shape, thing.dtype, order, thing.flags.writeable)
        start = thing.__array_interface__["data"][0] - whole.__array_interface__["data"][0]
        return _view, (whole, thing.shape, thing.dtype, start, thing.strides, thing.flags.writeable)


def _whole(data: bytes, shape: Any, dtype: Any, order: Any, writeable: bool) -> Any:
    """An array that owns its numbers."""
    made = np.ndarray(shape, dtype, data, order=order).copy(order)
    made.flags.writeable = writeable
    return made


def _view(whole: Any, shape: Any, dtype: Any, start: int, strides: Any, writeable: bool) -> Any:
    """An array that looks into another one."""
    rows = whole if whole.flags.c_contiguous else whole.T
    made = np.ndarray(shape, dtype, rows, start, strides)
    made.flags.writeable = writeable
    return made


def _parts(thing: Any) -> dict[str, Any]:
    """What can be changed in a function or a class, as long as it can be put back."""
    if isinstance(thing, type):
        found = {name: value for name, value in vars(thing).items() if name not in ("__dict__", "__weakref__")}
        values = [value for name, value in found.items() if not name.startswith("__") and not _is_of_class(value)]
    else:
        cells = tuple(cell.cell_contents for cell in thing.__closure__ or ())
        found = {name: getattr(thing, name) for name in ("__code__", "__defaults__", "__kwdefaults__")}
        found |= {"__dict__": dict(thing.__dict__), "cells": cells}
        values = [*cells, *(thing.__defaults__ or ()), *(thing.__kwdefaults__ or {}).values(), *thing.__dict__.values()]
    for value in values:
        if not isinstance(value, FIXED) and not (isinstance(value, FunctionType) and _parts(value)):
            raise UntrueError
    return found


def _is_of_class(value: Any) -> bool:
    """Whether this is what a class is made of, such as a property, or the fields of a named tuple."""
    is_descriptor = hasattr(value, "__get__") and not isinstance(value, FunctionType)
    return is_descriptor or value == {} or (isinstance(value, tuple) and all(isinstance(one, FIXED) for one in value))


def _put_back(thing: Any, parts: dict[str, Any]) -> None:
    """Make a function or a class what it was."""
    if isinstance(thing, type):
        for name in set(vars(thing)) - set(parts) - {"__dict__", "__weakref__"}:
            delattr(thing, name)
        for name in [name for name, value in parts.items() if vars(thing).get(name) is not value]:
            setattr(thing, name, parts[name])
        return
    for cell, value in zip(thing.__closure__ or (), parts["cells"], strict=True):
        cell.cell_contents = value
    thing.__code__, thing.__defaults__, thing.__kwdefaults__ = (
        parts[name] for name in ("__code__", "__defaults__", "__kwdefaults__")
    )
    thing.__dict__.clear()
    thing.__dict__.update(parts["__dict__"])


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
        copying = Copying(file, self.names)
        try:
            copying.dump({name: value for name, value in self.names.items() if name != "__builtins__"})
            around = _around()
        except Exception:  # a pickler says in many ways that it cannot; and a cell may have broken what tells all this
            return None
        modules = {name: dict(vars(module)) for name, module in self._modules().items()}
        return State([*cells], file.getvalue(), copying.things, copying.parts, around, self.builtins, modules)

    def restore(self, state: State) -> None:
        """Make all as it was."""
        self.builtins = state.builtins.copy()
        for name, module in self._modules().items():
            if name in state.modules:
                _set(vars(module), state.modules[name])
            else:
                del sys.modules[name]  # it was not there yet
        for thing, parts in state.parts:
            _put_back(thing, parts)
        copied = pickle.Unpickler(io.BytesIO(state.names))
        copied.persistent_load = state.things.__getitem__  # type: ignore[method-assign, assignment]
        self.names.clear()
        self.names.update(copied.load())
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
