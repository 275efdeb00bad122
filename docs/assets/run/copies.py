"""True copies of the names of a page: what is one thing under two names stays one, and a view stays a view.

Modules, functions and classes stay themselves; what can be changed in those of the page and of its package is copied
and put back. Where there is no true copy (a generator that has begun, an exception with its traceback, a set in an
order of its own), there is none.
"""

import io
import pickle
from collections import namedtuple
from types import BuiltinFunctionType, CellType, FunctionType, GeneratorType, MemberDescriptorType, ModuleType
from typing import Any

import numpy as np

OF_CLASSES = (property, classmethod, staticmethod, MemberDescriptorType, type(namedtuple("One", "field").field))
THINGS = (ModuleType, type, CellType, FunctionType, BuiltinFunctionType, *OF_CLASSES)
# What a class has from Python itself.
OF_PYTHON = {"__dict__", "__weakref__", "__doc__", "__module__", "__firstlineno__", "__static_attributes__"} | {
    f"__annot{name}__" for name in ("ations", "ate_func", "ations_cache", "ate")
}
DRAWS: Any = np.random.mtrand._rand  # what `np.random.normal` and the like draw from


class UntrueError(Exception):
    """There is no true copy of this."""


class Copying(pickle.Pickler):
    """Writes names as bytes. Modules, functions and classes stay themselves, what can be changed in them is written.

    Attributes:
        things: What stays itself, in the order of the numbers that stand for it.
        changing: The functions and classes whose parts follow on the names.
    """

    def __init__(self, file: io.BytesIO, names: dict[str, Any], package: str) -> None:
        """Write into `file`."""
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.names, self.package = names, package
        self.things, self.changing = list[Any](), list[Any]()

    def all(self) -> None:
        """Write the names, and then the parts of what has been met, which may lead to more."""
        self.dump({name: value for name, value in self.names.items() if name != "__builtins__"})
        for thing in self.changing:
            self.dump(_parts(thing))

    def persistent_id(self, thing: Any) -> int | None:
        """The number of a thing that stays itself; None for what is copied."""
        if thing is self.names or isinstance(thing, BaseException):
            raise UntrueError
        if isinstance(thing, set | frozenset) and [*type(thing)([*thing])] != [*thing]:
            raise UntrueError
        if isinstance(thing, BuiltinFunctionType) and not isinstance(thing.__self__, ModuleType | None):
            return None  # of an object, which is copied
        is_over = isinstance(thing, GeneratorType) and thing.gi_frame is None  # which has no state anymore
        if not isinstance(thing, THINGS) and not is_over and thing is not DRAWS:
            return None
        is_own = getattr(thing, "__module__", "").split(".")[0] in ("__main__", self.package)
        if is_own and isinstance(thing, FunctionType | type) and not any(thing is one for one in self.changing):
            self.changing.append(thing)
        self.things.append(thing)
        return len(self.things) - 1

    def reducer_override(self, thing: Any) -> Any:
        """An array owns what it has owned, in the order that it has had; one that looks into another still does."""
        if not isinstance(thing, np.ndarray) or (thing.dtype.hasobject and thing.base is None):
            return NotImplemented
        whole = thing if thing.base is None else thing.base
        if (
            type(thing) is not np.ndarray
            or type(whole) is not np.ndarray
            or not whole.flags.forc
            or whole.dtype.hasobject
        ):
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
    """What can be changed in a function or a class."""
    if isinstance(thing, type):
        return {name: value for name, value in vars(thing).items() if name not in OF_PYTHON}
    found = {name: getattr(thing, name) for name in ("__defaults__", "__kwdefaults__", "__dict__")}
    return found | {"cells": [cell.cell_contents for cell in thing.__closure__ or ()]}


def put_back(thing: Any, code: Any, parts: dict[str, Any]) -> None:
    """Make a function or a class what it was."""
    if isinstance(thing, type):
        for name in set(vars(thing)) - set(parts) - OF_PYTHON:
            delattr(thing, name)
        for name, value in parts.items():
            if vars(thing).get(name) is not value:
                setattr(thing, name, value)
        return
    thing.__code__, thing.__defaults__, thing.__kwdefaults__ = code, parts["__defaults__"], parts["__kwdefaults__"]
    thing.__dict__.clear()
    thing.__dict__.update(parts["__dict__"])
    for cell, value in zip(thing.__closure__ or (), parts["cells"], strict=True):
        cell.cell_contents = value
