"""Start the process of a page, wait for what it says, and end it when it takes too long or is gone."""

import os
import signal
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil

from literate.reading.page import Page
from literate.running import starting
from literate.running.exchange import DIRECTORY, PLACE_FORMAT, Instruments, load_figures, serve_page
from literate.running.guard import killed_after
from literate.running.limits import OUTPUT_LIMIT, STOPS, WAITING, too_long
from literate.running.priority import PROCESSORS, has_begun, niceness

NOWHERE = -1.0  # where a process is that has begun no step
LOOK = 0.1  # seconds between two looks at a process that says nothing


class GoneError(Exception):
    """The process of a page has ended by itself, or had to be ended; the message says how."""


class PageProcess:
    """The process of one page."""

    def __init__(self, page: Page, limit: float, instruments: Instruments) -> None:
        """Start it."""
        self.limit = limit
        self.folder = Path(tempfile.mkdtemp(prefix="page-"))
        (self.folder / DIRECTORY).mkdir()
        (self.folder / "place").write_bytes(PLACE_FORMAT.pack(0, NOWHERE))
        self.process, self.connection = starting.start_process(
            serve_page, self.folder, replace(page), limit, niceness(page), instruments
        )
        self.close = weakref.finalize(self, starting.end_process, self.process, self.connection, self.folder)
        has_begun(self.close)

    def send(self, message: Any) -> None:
        """Send a request with its steps, or what a step has asked for.

        Raises:
            GoneError: When the process has ended.
        """
        with self._told():
            self.connection.send(message)

    def answer(self) -> tuple[str, Any]:
        """Wait for the next answer: one comes for each step.

        Raises:
            GoneError: When the process ends instead, or takes too long and does not stop when it is asked to.
        """
        begun = time.monotonic()
        with self._told():
            while not self.connection.poll(LOOK):
                self._look(time.monotonic() - begun)
            load_figures()
            # A page that breaks the very modules that speak for it may send half an answer.
            with killed_after(max(self.limit, starting.GRACE), self.process):
                return self.connection.recv()  # type: ignore[no-any-return]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell how the process has ended where it no longer speaks."""
        try:
            yield
        except (EOFError, OSError) as error:
            with starting.STARTING:  # a start looks whether others have ended, and only one can read with what code
                self.process.join(starting.GRACE)
            raise GoneError(_how_it_ended(self.process.exitcode)) from error

    @property
    def line(self) -> int:
        """The line of the page that runs, or ran last."""
        return int(PLACE_FORMAT.unpack((self.folder / "place").read_bytes())[0])

    def _look(self, waited: float) -> None:
        """Stop a step that has run, or waited, or printed too much."""
        # It cannot have used more than what all processors had; to ask the system for it takes a while.
        used = self._used() if waited * PROCESSORS > self.limit else 0.0
        if used > self.limit or (waited > max(WAITING * self.limit, starting.GRACE) and not self._is_ready()):
            self._stop(waiting=used <= self.limit)
        out = self.folder / "out"
        if out.is_file() and out.stat().st_size > 100 * OUTPUT_LIMIT:
            self._kill(f"it prints without end, needed: at most {OUTPUT_LIMIT:,} characters")

    def _used(self) -> float:
        """The seconds of processor time that the step has taken so far, with the processes that it has started."""
        _, began = PLACE_FORMAT.unpack((self.folder / "place").read_bytes())
        if began == NOWHERE:
            return 0.0
        try:
            times = [one.cpu_times() for one in self._processes()]
        except psutil.Error:
            return 0.0
        ended = times[0].children_user + times[0].children_system
        return float(sum(one.user + one.system for one in times) + ended - began)

    def _is_ready(self) -> bool:
        """Whether nothing but a processor is missing: on a busy machine that takes a while, and is no waiting."""
        try:
            return any(one.status() == psutil.STATUS_RUNNING for one in self._processes())
        except psutil.Error:
            return False

    def _processes(self) -> list[psutil.Process]:
        process = psutil.Process(self.process.pid)
        return [process, *process.children(recursive=True)]

    def _stop(self, waiting: bool) -> None:
        """Ask the step to stop; end the process where it does not, since no signal reaches a call in C."""
        if STOPS:
            os.kill(self.process.pid, STOPS[-1] if waiting else STOPS[0])
            left = starting.GRACE
            while left > 0:
                before = self._used()
                if self.connection.poll(LOOK):
                    return
                left -= self._used() - before if self._is_ready() else LOOK
        self._kill(f"TimeLimitError: {too_long(self.limit, waiting)}")

    def _kill(self, why: str) -> None:
        for child in psutil.Process(self.process.pid).children(recursive=True):
            child.kill()
        self.process.kill()
        self.process.join()
        raise GoneError(f"stopped: {why}")


def _how_it_ended(code: int | None) -> str:
    """What is said of a process that has ended by itself."""
    if code is not None and code < 0:
        return f"crashed Python: {signal.Signals(-code).name}"
    return f"ended Python, with exit code {code}: os._exit or the like"
