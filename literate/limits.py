"""How long a cell may take, and how much it may print."""

import ctypes
import faulthandler
import io
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from literate.page import Page

TIME_LIMIT = 20.0
OUTPUT_LIMIT = 100_000
STDERR = os.dup(2)  # which pytest and builders may redirect


class TimeLimitError(BaseException):
    """A cell took longer than its page allows. Not an Exception, so that `except Exception` does not hold it."""


class Output(io.StringIO):
    """What a cell prints, up to a limit that no reader would miss."""

    def write(self, text: str) -> int:
        """Take one piece of output."""
        if self.tell() + len(text) > OUTPUT_LIMIT:
            raise OverflowError(f"a cell prints at most {OUTPUT_LIMIT:,} characters")
        return super().write(text)


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


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop what runs inside with a TimeLimitError after that many seconds.

    The main thread is stopped by a signal, even while it sleeps. Any other thread (a builder may use several) is
    stopped at its next line of Python. Neither stops a single call that never comes back from C, such as `10**10**10`:
    there Python ends, a little later, and says on which line it was.
    """

    def stop(*_: object) -> None:
        raise TimeLimitError(f"it ran longer than {seconds:g} s")

    with ExitStack() as afterwards:
        faulthandler.dump_traceback_later(2 * seconds + 1, exit=True, file=STDERR)
        afterwards.callback(faulthandler.cancel_dump_traceback_later)
        if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
            afterwards.callback(signal.signal, signal.SIGALRM, signal.signal(signal.SIGALRM, stop))
            afterwards.callback(signal.setitimer, signal.ITIMER_REAL, 0)
            signal.setitimer(signal.ITIMER_REAL, seconds)
        else:
            arguments = ctypes.c_ulong(threading.get_ident()), ctypes.py_object(TimeLimitError)
            timer = threading.Timer(seconds, ctypes.pythonapi.PyThreadState_SetAsyncExc, arguments)
            afterwards.callback(timer.cancel)
            timer.start()
        yield
