"""Start a process of its own for a page, or for one question, and let it end."""

import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any

from literate.running import isolation

# A process that has the libraries loaded is copied for each page; where a system cannot copy, each page loads them.
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
CONTEXT: Any = multiprocessing.get_context(METHOD)
LIBRARIES = ["literate.running.worker", "numpy.random"]  # which NumPy itself loads when it is asked for
STARTING = threading.Lock()
GRACE = 1.0  # seconds between asking a step to stop and ending its process


@contextmanager
def _without_program() -> Iterator[None]:
    """Start a process that imports what it needs, and not the program that runs here, for which it has no use."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _told_where() -> Iterator[None]:
    """Tell a new Python where this one has found its modules: it would look in the current directory first.

    It reads that from the variables of this process, and another program that starts in this moment fails: so they
    change where a Python begins, and not for its copies.
    """
    told = {"PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(str(Path(path).absolute()) for path in sys.path)}
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def load_libraries() -> None:
    """Let the process that is copied for each page load its libraries, before the first is asked for."""
    with STARTING:
        _begin_to_load(METHOD)


@cache
def _begin_to_load(method: str) -> None:
    if method == "forkserver":
        from multiprocessing import forkserver  # which only systems that can copy a process have

        CONTEXT.set_forkserver_preload(LIBRARIES)
        with _without_program(), _told_where():
            forkserver.ensure_running()


def end_process(process: BaseProcess, connection: Connection, folder: Path) -> None:
    """Let a process end, and take its folder away."""
    connection.close()
    process.join(GRACE)
    if process.is_alive():
        process.kill()
        process.join()
    shutil.rmtree(folder, ignore_errors=True)


def start_process(target: Callable[..., None], folder: Path, *given: Any) -> tuple[Any, Connection]:
    """Let a new process call `target` with a connection, its folder, the variables of this one, and what is given.

    Returns:
        The process, and the other end of its connection.
    """
    load_libraries()
    with STARTING, _without_program():
        environment = dict(os.environ)
        connection, other = CONTEXT.Pipe()
        process = CONTEXT.Process(target=target, args=(other, folder, environment, *given), daemon=True)
        with _told_where() if METHOD == "spawn" else nullcontext():
            process.start()
        other.close()
    return process, connection


def apart(function: Callable[[Path], Any], root: Path) -> Any:
    """What a function gives in a new process in which no page has run, with the imports of `root`."""
    return begun_apart(function, root)()


def begun_apart(function: Callable[[Path], Any], root: Path) -> Callable[[], Any]:
    """The same, begun: what comes back waits for what the function gives, and raises what it has raised.

    The process ends with it, even where nobody asks any more.
    """
    folder = Path(tempfile.mkdtemp(prefix="page-"))
    process, connection = start_process(_call, folder, function, root)

    def ended() -> Any:
        try:
            given, error = connection.recv()
        finally:
            close()
        if error is not None:
            raise error
        return given

    close = weakref.finalize(ended, end_process, process, connection, folder)
    return ended


def _call(
    connection: Connection,
    folder: Path,
    environment: dict[str, str],
    function: Callable[[Path], Any],
    root: Path,
) -> None:
    isolation.enter(root, folder, environment)
    try:
        connection.send((function(root), None))
    except Exception as error:
        connection.send((None, error))
