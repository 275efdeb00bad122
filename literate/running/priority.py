"""Which pages give way to the one that is waited for: those that are not likely to be the last to end."""

import os
from pathlib import Path

from literate.reading.page import Page
from literate.running.limits import asks_for_time

PROCESSORS = os.cpu_count() or 1
GIVES_WAY = 15  # of 19
LOAD = Path("/proc/loadavg")  # on Linux; elsewhere nobody says


def niceness(page: Page) -> int:
    """How far a page gives way; 0 where it gives way to none.

    It gives way to all that the machine does: so where others keep the processors busy it would not come to its end.
    """
    gives_way = hasattr(os, "nice") and not asks_for_time(page) and not _others_are_busy()
    return GIVES_WAY if gives_way else 0


def _others_are_busy() -> bool:
    """Whether more wants to run in this moment than a build and its pages, of which each has a processor."""
    try:
        running = LOAD.read_text(encoding="utf-8").split()[3].partition("/")[0]
    except OSError:
        return False
    return int(running) > 2 * PROCESSORS
