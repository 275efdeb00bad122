"""What the end of a build asks for, done beforehand: while a builder waits for a page that still runs, there is time.

It is done by the thread that builds. Another would take turns with it, and a processor from the page that runs.
"""

from collections import deque
from collections.abc import Callable
from contextlib import suppress

WAITING: deque[Callable[[], object]] = deque()  # each keeps what it gives for the one that asks later


def do_next() -> bool:
    """Do the next piece of work, and say whether there was one. A mistake in it is told where it is asked for."""
    if not WAITING:
        return False
    with suppress(Exception):
        WAITING.popleft()()
    return True
