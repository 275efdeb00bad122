"""What code can change in this process besides its own names, kept apart for each page."""

import builtins
import os
import random
import shutil
import sys
import tempfile
import warnings
import weakref
from collections.abc import Callable
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

PACKAGE = "tinynet"


def _taught() -> dict[str, Any]:
    return {name: module for name, module in sys.modules.items() if name.split(".")[0] == PACKAGE}


def _set_taught(modules: dict[str, Any]) -> None:
    for name in _taught():
        del sys.modules[name]
    sys.modules.update(modules)


def _set_environment(values: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(values)


def _restore(module: Any) -> Callable[[dict[str, Any]], None]:
    """Put back the names of a module that is there for all, as they were."""

    def restore(values: dict[str, Any]) -> None:
        for name in vars(module).keys() - values.keys():
            # NumPy loads some of its modules when they are asked for.
            if not isinstance(vars(module)[name], ModuleType):
                delattr(module, name)
        vars(module).update(values)

    return restore


def _into(name: str, module: Any) -> Callable[[Any], None]:
    return lambda values: getattr(module, name).__setitem__(slice(None), values)


# How each piece of state is read, and how it is put back.
Access = tuple[Callable[[], Any], Callable[[Any], Any]]
NUMPY: list[Access] = [
    (np.get_printoptions, lambda options: np.set_printoptions(**options)),
    (np.geterr, lambda kinds: np.seterr(**kinds)),
    (np.geterrcall, np.seterrcall),
]
STATE: list[Access] = [
    (os.getcwd, os.chdir),
    (lambda: dict(os.environ), _set_environment),
    (lambda: sys.path[:], _into("path", sys)),
    (lambda: sys.meta_path[:], _into("meta_path", sys)),
    (lambda: warnings.filters[:], _into("filters", warnings)),
    (_taught, _set_taught),
    (sys.getrecursionlimit, sys.setrecursionlimit),
    (lambda: dict(vars(builtins)), _restore(builtins)),
    (lambda: dict(vars(np)), _restore(np)),
    (random.getstate, random.setstate),
    (np.random.get_state, np.random.set_state),
    *NUMPY,
]
DEFAULTS = [(write, read()) for read, write in NUMPY]


def _read() -> list[Any]:
    return [read() for read, _ in STATE]


def _write(values: list[Any]) -> None:
    for (_, write), value in zip(STATE, values, strict=True):
        write(value)


class World:
    """The state that cells share with the rest of the process: swapped in around each run, swapped out after.

    Inside, warnings are errors, NumPy stands at its defaults, the working directory is a new empty one, and the
    taught package is imported anew from its sources, so that no rebuild shows what an older edit computed.
    """

    def __init__(self, root: Path) -> None:
        """Prepare the state that a page starts with; `root` is where its imports are looked for first."""
        self.root, self.inside = root, list[Any]()
        self.directory = Path(tempfile.mkdtemp(prefix="cells-"))
        weakref.finalize(self, shutil.rmtree, self.directory, ignore_errors=True)

    def __enter__(self) -> None:
        """Put the page's state in place."""
        self.outside, self.warnings = _read(), warnings.catch_warnings()
        self.warnings.__enter__()
        _write(self.inside) if self.inside else self._start()

    def __exit__(self, *_: object) -> None:
        """Keep the page's state and put back what was there."""
        self.inside = _read()
        _write(self.outside)
        self.warnings.__exit__(None, None, None)

    def _start(self) -> None:
        os.chdir(self.directory)
        sys.path.insert(0, str(self.root))
        sys.meta_path.insert(0, Sources)
        _set_taught({})
        for write, value in DEFAULTS:
            write(value)
        random.seed()
        np.random.seed()
        warnings.simplefilter("error")


class Sources(PathFinder):
    """Compiles the taught package at each import: a cache file is kept by second and size, so it can hide an edit."""

    @classmethod
    def find_spec(cls, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find the taught package and its modules; leave the rest to the other finders."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname.split(".")[0] == PACKAGE else None
        if spec and isinstance(loader := spec.loader, SourceFileLoader):
            source, path = loader.get_data, loader.path
            loader.get_code = lambda _: loader.source_to_code(source(path), path)  # type: ignore[method-assign,assignment]
        return spec
