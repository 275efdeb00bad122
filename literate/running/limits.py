"""How long a cell may take, and how much it may print."""

import signal
from typing import Any

from literate.reading.page import Page

TIME_LIMIT = 20.0  # seconds of processor time
WAITING = 10  # how many times as long it may wait: for a lock, a thread, a sleep
OUTPUT_LIMIT = 100_000
# What asks a step to stop: one that has run too long, one that has waited too long. Where a system has no such
# signals, the process of the page is ended instead.
STOPS = [getattr(signal, name) for name in ("SIGALRM", "SIGUSR1") if hasattr(signal, name)]


class TimeLimitError(BaseException):
    """A cell took longer than its page allows. Not an Exception, so that `except Exception` does not hold it."""


def time_limit_of(page: Page) -> float:
    """The seconds that each cell may take: `time_limit` in the front matter, or the default.

    Raises:
        PageError: When it is no such number.
    """
    limit = page.meta.get("time_limit", TIME_LIMIT)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not 0 < limit < 3600:
        line = next((n for n, text in enumerate(page.lines, 1) if text.startswith("time_limit")), 1)
        raise page.error(f"time_limit is {limit!r}, needed: seconds, above 0 and below 3600", line)
    return float(limit)


def asks_for_time(page: Page) -> bool:
    """Whether a page allows its cells more than the default, so that it is likely to be the last to end."""
    limit = page.meta.get("time_limit")
    return isinstance(limit, int | float) and limit > TIME_LIMIT


def too_long(seconds: float, waited: bool = False) -> str:
    """What is said of a step that met its limit: of processor time, or of waiting."""
    return f"it waited longer than {WAITING * seconds:g} s" if waited else f"it ran longer than {seconds:g} s"


class Alarm:
    """Turns the signal that asks a step to stop into a TimeLimitError, while a step runs and at no other time."""

    def __init__(self, seconds: float) -> None:
        """Listen for the signal; `seconds` is the limit that the message names."""
        self.seconds, self.running = seconds, False
        for stop in STOPS:
            signal.signal(stop, self._ring)

    def __enter__(self) -> None:
        """A step begins."""
        self.running = True

    def __exit__(self, *_: object) -> None:
        """A step has ended: a signal that comes late finds nothing to stop."""
        self.running = False

    def _ring(self, stop: int, _: Any) -> None:
        if self.running:
            raise TimeLimitError(too_long(self.seconds, stop == STOPS[-1]))
