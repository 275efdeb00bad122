"""Start the process of a page, wait for what it says, and end it when it takes too long or is gone."""

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import psutil

from literate.reading.page import Page
from literate.running import isolation
from literate.running.limits import OUTPUT_LIMIT, STOPS, WAITING, too_long
from literate.running.worker import DIRECTORY, PLACE, Instruments, serve

# A process that has the libraries loaded is copied for each page; where a system cannot copy, each page loads them.
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
CONTEXT: Any = multiprocessing.get_context(METHOD)
LIBRARIES = ["literate.running.worker", "numpy"]
STARTING = threading.Lock()
NOWHERE = -1.0  # where a process is that has begun no step
PROCESSORS = os.cpu_count() or 1
LOOK = 0.1  # seconds between two looks at a process that says nothing
GRACE = 1.0  # seconds between asking a step to stop and ending its process


class GoneError(Exception):
    """The process of a page has ended by itself, or had to be ended; the message says how."""


@contextmanager
def _apart() -> Iterator[dict[str, str]]:
    """Start a process that imports what this one does, and not the program that runs here, for which it has no use.

    The process that is copied for each page looks for modules in the current directory first, wherever this one has
    found its own; so it is told where. Gives the variables that the new process is to have.
    """
    paths = os.pathsep.join(str(Path(path).absolute()) for path in sys.path)
    with STARTING:
        environment = dict(os.environ)
        main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
        CONTEXT.set_forkserver_preload(LIBRARIES)
        try:
            with patch.dict(os.environ, {"PYTHONSAFEPATH": "1", "PYTHONPATH": paths}):
                yield environment
        finally:
            sys.modules["__main__"] = main


class PageProcess:
    """The process of one page."""

    def __init__(self, page: Page, limit: float, instruments: Instruments) -> None:
        """Start it."""
        self.limit = limit
        self.folder = Path(tempfile.mkdtemp(prefix="page-"))
        (self.folder / DIRECTORY).mkdir()
        (self.folder / "place").write_bytes(PLACE.pack(0, NOWHERE))
        with _apart() as environment:
            self.connection, other = CONTEXT.Pipe()
            arguments = (other, replace(page), self.folder, environment, limit, instruments)
            self.process = CONTEXT.Process(target=serve, args=arguments, daemon=True)
            self.process.start()
            other.close()
        self.close = weakref.finalize(self, _end, self.process, self.connection, self.folder)

    def ask(self, request: Any) -> tuple[str, Any]:
        """Send a request, or what the process has asked for, and wait for what comes back.

        Raises:
            GoneError: When the process ends instead, or takes too long and does not stop when it is asked to.
        """
        try:
            self.connection.send(request)
            return self._answer()
        except (EOFError, OSError) as error:
            self.process.join(GRACE)
            raise GoneError(_how_it_ended(self.process.exitcode)) from error

    def _answer(self) -> tuple[str, Any]:
        """The next that it says."""
        begun = time.monotonic()
        while not self.connection.poll(LOOK):
            self._look(time.monotonic() - begun)
        # A page that breaks the very modules that speak for it may send half an answer.
        guard = threading.Timer(max(self.limit, GRACE), self.process.kill)
        guard.start()
        try:
            answer: tuple[str, Any] = self.connection.recv()
        finally:
            guard.cancel()
        return answer

    @property
    def line(self) -> int:
        """The line of the page that runs, or ran last."""
        return int(PLACE.unpack((self.folder / "place").read_bytes())[0])

    def _look(self, waited: float) -> None:
        """Stop a step that has run, or waited, or printed too much."""
        # It cannot have used more than what all processors had; to ask the system for it takes a while.
        used = self._used() if waited * PROCESSORS > self.limit else 0.0
        if used > self.limit or waited > max(WAITING * self.limit, GRACE):
            self._stop(waiting=used <= self.limit)
        out = self.folder / "out"
        if out.is_file() and out.stat().st_size > 100 * OUTPUT_LIMIT:
            self._kill(f"it prints without end, needed: at most {OUTPUT_LIMIT:,} characters")

    def _used(self) -> float:
        """The seconds of processor time that the step has taken so far, with the processes that it has started."""
        _, began = PLACE.unpack((self.folder / "place").read_bytes())
        if began == NOWHERE:
            return 0.0
        try:
            process = psutil.Process(self.process.pid)
            times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
        except psutil.Error:
            return 0.0
        ended = times[0].children_user + times[0].children_system
        return float(sum(one.user + one.system for one in times) + ended - began)

    def _stop(self, waiting: bool) -> None:
        """Ask the step to stop; end the process where it does not, since no signal reaches a call in C."""
        if STOPS:
            os.kill(self.process.pid, STOPS[-1] if waiting else STOPS[0])
            if self.connection.poll(GRACE):
                return
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


def _end(process: BaseProcess, connection: Connection, folder: Path) -> None:
    """Let a process end, and take its folder away."""
    connection.close()
    process.join(GRACE)
    if process.is_alive():
        process.kill()
        process.join()
    shutil.rmtree(folder, ignore_errors=True)


def apart(function: Callable[[Path], Any], root: Path) -> Any:
    """What a function gives in a new process in which no page has run, with the imports of `root`."""
    folder = Path(tempfile.mkdtemp(prefix="page-"))
    with _apart() as environment:
        connection, other = CONTEXT.Pipe()
        process = CONTEXT.Process(target=_call, args=(other, function, root, folder, environment), daemon=True)
        process.start()
        other.close()
    try:
        return connection.recv()
    finally:
        _end(process, connection, folder)


def _call(
    connection: Connection,
    function: Callable[[Path], Any],
    root: Path,
    folder: Path,
    environment: dict[str, str],
) -> None:
    isolation.enter(root, folder, environment)
    connection.send(function(root))
