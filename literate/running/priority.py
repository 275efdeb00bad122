"""Which pages give way to the one that is waited for: those that are not likely to be the last to end."""

import os
import weakref
from pathlib import Path
from threading import Lock
from typing import Any

from literate.reading.page import Page
from literate.running.limits import asks_for_time

PROCESSORS = os.cpu_count() or 1
GIVES_WAY = 15  # of 19
LOAD = Path("/proc/loadavg")  # on Linux; elsewhere nobody says
_LOCK = Lock()
_RUNNING: list["weakref.finalize[..., Any]"] = []  # what ends the processes of pages


def niceness(page: Page) -> int:
    """How far a page that begins now gives way; 0 where it gives way to none.

    A process gives way to all that the machine does, not to other pages alone: where others keep the processors busy
    it would not come to its end.
    """
    gives_way = hasattr(os, "nice") and not asks_for_time(page) and _others_run() and not _others_are_busy()
    return GIVES_WAY if gives_way else 0


def has_begun(end: "weakref.finalize[..., Any]") -> None:
    """The process of a page runs until it is ended so."""
    with _LOCK:
        _RUNNING.append(end)


def _others_run() -> bool:
    """Whether another page runs."""
    with _LOCK:
        _RUNNING[:] = [end for end in _RUNNING if end.alive]
        return bool(_RUNNING)


def _others_are_busy() -> bool:
    """Whether more wants to run in this moment than a build and its pages, of which each has a processor."""
    try:
        running = LOAD.read_text(encoding="utf-8").split()[3].partition("/")[0]
    except OSError:
        return False
    return int(running) > PROCESSORS + 1
