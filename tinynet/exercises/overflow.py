"""Arrays that notice where finite numbers become infinite: NumPy warns of it, but not in a browser.

A warning needs a flag of the processor, which WebAssembly has not. These arrays look at the numbers.
"""

import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout, suppress
from copy import deepcopy
from io import StringIO
from typing import Any

import numpy as np

from tinynet.exercises.deadline import EndlessError, call

OF_ZERO = ("log", "log2", "log10", "divide", "reciprocal")  # these give infinity of zero; others, of what is too large


class InfiniteWarning(RuntimeWarning):
    """A NumPy function has made infinity, or no number, of finite numbers."""


class Watched(np.ndarray):
    """An array that warns as NumPy does, and is as quiet as NumPy is told to be."""

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Do what NumPy does, and look at what comes out."""
        plain = [np.asarray(one) if isinstance(one, Watched) else one for one in inputs]
        if "out" in options:
            options["out"] = tuple(one.view(np.ndarray) if isinstance(one, Watched) else one for one in options["out"])
        written = "out" in options  # then what goes in has to be looked at before it is written over
        finite = written and _finite(plain)
        value = getattr(ufunc, method)(*plain, **options)
        made_infinite = not _finite([value]) and (finite if written else _finite(plain))
        if made_infinite and np.geterr()["divide" if ufunc.__name__ in OF_ZERO else "over"] == "warn":
            warnings.warn(ufunc.__name__, InfiniteWarning, stacklevel=2)
        return _watched(value)

    def __getitem__(self, key: Any) -> Any:
        """A part of the array is watched, too, even where it is one number."""
        return _watched(self.view(np.ndarray)[key])

    def __iter__(self) -> Iterator[Any]:
        """The parts of the array, each watched."""
        return (self[place] for place in range(len(self)))


def _finite(values: list[Any]) -> bool:
    """Whether all numbers among the values are finite."""
    arrays = [np.asarray(one) for one in values]
    return all(np.isfinite(one).all() for one in arrays if one.dtype.kind == "f")  # whole numbers are finite


def _watched(value: Any) -> Any:
    return np.asarray(value).view(Watched) if isinstance(value, np.ndarray | np.floating) else value


def infinite(function: Callable[..., Any], values: list[Any]) -> str:
    """The first NumPy function that makes infinity of finite numbers when `function` has the values; empty for none."""
    watched = [_watched(one.copy()) if isinstance(one, np.ndarray) else deepcopy(one) for one in values]
    with warnings.catch_warnings(record=True) as heard, np.errstate(over="warn", divide="warn", invalid="ignore"):
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", InfiniteWarning)
        # It need not take such arrays; what it prints is printed already.
        with suppress(Exception, SystemExit, EndlessError), redirect_stdout(StringIO()):
            call(function, watched)
    return "".join([str(one.message) for one in heard if issubclass(one.category, InfiniteWarning)][:1])
