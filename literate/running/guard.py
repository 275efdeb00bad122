"""Ends processes that stop in the middle of an answer: one thread for all, since to start one outlasts most answers."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

LOOK = 0.5  # seconds between two looks
ENDS: dict[BaseProcess, float] = {}  # when each that is being heard is ended
STARTING = threading.Lock()


@contextmanager
def killed_after(seconds: float, process: BaseProcess) -> Iterator[None]:
    """Kill a process when what is done with it takes longer than `seconds`."""
    ENDS[process] = time.monotonic() + seconds
    _start()
    try:
        yield
    finally:
        del ENDS[process]


def _start() -> None:
    """Start to look, once in this process."""
    with STARTING:
        if not any(thread.name == __name__ for thread in threading.enumerate()):
            threading.Thread(target=_look, name=__name__, daemon=True).start()


def _look() -> None:
    while True:
        time.sleep(LOOK)
        for process, end in [*ENDS.items()]:
            if time.monotonic() > end:
                process.kill()
