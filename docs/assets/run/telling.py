"""What is told of a cell: the error that it has stopped with, and the names that hold inf or nan."""

import sys
import traceback
from typing import Any

from numpy import inexact, isinf, isnan, issubdtype, ndarray


def told(id: str, error: BaseException) -> dict[str, Any]:
    """The error of a cell: the `cell`, its `line`, the `kind` and `message`, and the places `below` in other code."""
    file = f"cell {id}"
    frames = traceback.extract_tb(error.__traceback__)
    own = max((n for n, frame in enumerate(frames) if frame.filename == file), default=len(frames))
    line = frames[own].lineno if own < len(frames) else None
    if isinstance(error, SyntaxError) and error.filename == file:
        line = error.lineno
    below = [f"{_short(frame.filename)}:{frame.lineno}: {frame.line}" for frame in frames[own + 1 :]]
    try:
        message = error.msg if isinstance(error, SyntaxError) else str(error)
    except BaseException:
        message = "its message cannot be read"
    return {"cell": id, "line": line, "kind": type(error).__name__, "message": message, "below": below}


def _short(file: str) -> str:
    """The file of a frame without the folder, or archive, that its package lies in."""
    for folder in sorted(sys.path, key=len, reverse=True):
        if folder and file.startswith(f"{folder}/"):
            return file[len(folder) + 1 :]
    return file


def not_finite(names: dict[str, Any]) -> dict[str, str]:
    """The arrays and numbers among some names that hold inf or nan, each with which of the two."""
    found = {}
    for name, value in names.items():
        if isinstance(value, ndarray | inexact) and issubdtype(value.dtype, inexact):
            if isnan(value).any():
                found[name] = "nan"
            elif isinf(value).any():
                found[name] = "inf"
    return found
