"""A call that may never end, or end Python: it comes back all the same, without a signal or a thread.

A browser has neither. Python tells a trace function of each line that it runs, and what that raises ends the call.
"""

import linecache
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np

NUMPY = str(Path(np.__file__).parent)  # no loop of a reader stands in there: its lines are not told one by one
LOOK = 0.02  # seconds between two looks at the processor time, which costs a call of the system
SECONDS = 4.0  # of processor time for one call, and ten times as much of waiting; the right ones take some thousandths


class EndlessError(BaseException):
    """A call has run too long; no `except Exception` of a reader's own catches it."""


class Deadline:
    """Ends what runs too long."""

    def __init__(self, file: str, seconds: float) -> None:
        """Count from now; `file` is where the function stands."""
        self.file, self.busy, self.waiting = file, time.process_time() + seconds, time.monotonic() + 10 * seconds
        self.look = 0.0

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        """What Python calls at each line, and where a function begins."""
        now = time.monotonic()
        if now > self.look:
            self.look = now + LOOK
            if now > self.waiting or time.process_time() > self.busy:
                raise EndlessError(self._line(frame))
        return self._inside(frame) if event == "call" else self

    def _inside(self, frame: FrameType) -> Any:
        """What is called at each line of a function that begins; nothing where it is NumPy's own.

        A notebook's `exit` asks its kernel to end and goes on; that is taken for the end of the call.
        """
        code = frame.f_code
        if code.co_name == "__call__" and type(frame.f_locals.get("self")).__name__.endswith("ExitAutocall"):
            raise SystemExit
        return None if code.co_filename.startswith(NUMPY) else self

    def _line(self, frame: FrameType | None) -> str:
        """The line of the reader's own file that runs, with its number; empty where none does."""
        while frame and frame.f_code.co_filename != self.file:
            frame = frame.f_back
        text = linecache.getline(self.file, frame.f_lineno).strip() if frame else ""
        return f" It was at line {frame.f_lineno}{f': {text}' if text else ''}." if frame else ""


def call(function: Callable[..., Any], values: list[Any], seconds: float | None = None) -> Any:
    """What a function returns.

    Raises:
        EndlessError: When it takes more than some seconds of its own lines, with the line that it was at.
    """
    code = getattr(function, "__code__", None)
    before = sys.gettrace()
    sys.settrace(Deadline(code.co_filename if code else "", SECONDS if seconds is None else seconds))
    try:
        return function(*values)
    finally:
        sys.settrace(before)
        _traced_again()


def _traced_again() -> None:
    """Let a tracer that was there before begin again: it does so at the next call of a function."""
