"""What the process of a page and the one that waits for it know of each other; to load it takes no time."""

import struct
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from literate.running.compiling import Transform

if TYPE_CHECKING:
    from literate.figures import Canvas, Frames

Drawn: TypeAlias = "Canvas | Frames"
PLACE_FORMAT = struct.Struct("<qd")  # the line that runs, and the processor time at which its step began
DIRECTORY = "cells"


class Instruments(NamedTuple):
    """What pytest adds to a run: it changes statements, and describes what a cell raised."""

    transform: Transform | None = None
    describe: Callable[[BaseException], Any] | None = None


class EngineError(Exception):
    """A mistake of the engine itself, with its traceback as text: never told as a mistake of the page."""


def load_figures() -> None:
    """Load what drawings are made of, before one comes.

    A drawing loads one module alone, and threads that load several at once would each find a half of what they need;
    here each waits for the whole.
    """
    import literate.figures  # noqa: F401


def serve_page(*given: Any) -> None:
    """Be the process of a page. What runs and draws is loaded there alone."""
    from literate.running import worker

    worker.serve(*given)
