"""The process of one page: it runs the steps that it is asked for, and says what each of them gave.

`serve` is its whole life. The other end of the connection is `literate.running.run.Run`.
"""

import gc
import mmap
import os
import traceback
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from literate.errors import PageError
from literate.reading.expressions import Number
from literate.reading.page import Fence, Page
from literate.running import ending, isolation
from literate.running.cells import CellError
from literate.running.exchange import DIRECTORY, PLACE_FORMAT, Instruments
from literate.running.limits import Alarm
from literate.running.output import Streams
from literate.running.states import Values
from literate.running.steps import Steps


class Place:
    """Where this process is: in memory that the process which waits for it can read, whatever happens to this one."""

    def __init__(self, file: Path) -> None:
        """Write into `file`, which is as long as a place."""
        with file.open("r+b") as opened:
            self.memory = mmap.mmap(opened.fileno(), PLACE_FORMAT.size)
        self.began = 0.0

    def step(self, line: int) -> None:
        """A step begins."""
        times = os.times()
        self.began = times.user + times.system + times.children_user + times.children_system
        self.line(line)

    def line(self, line: int) -> None:
        """A statement begins."""
        self.memory[:] = PLACE_FORMAT.pack(line, self.began)


def serve(
    connection: Connection,
    folder: Path,
    environment: dict[str, str],
    page: Page,
    limit: float,
    niceness: int,
    instruments: Instruments,
) -> None:
    """Answer requests until the other end closes.

    Args:
        connection: Requests come from it, each a name and steps; for each step, `(name, value)` is sent back.
        folder: Where this process may write: its place, its output.
        environment: The variables of the process that asks.
        page: The page.
        limit: The seconds that a step may take.
        niceness: How far it gives way to other pages.
        instruments: What pytest adds.
    """
    if niceness:
        os.nice(niceness)
    gc.freeze()  # the libraries stay: to look for garbage among them would copy their memory
    place, streams, alarm = Place(folder / "place"), Streams(folder), Alarm(limit)
    isolation.enter(page.root, folder / DIRECTORY, environment)

    @cache  # a page may ask for each of its numbers, and the one that answers has others to wait for
    def ledger() -> Values | None:
        connection.send(("ledger", None))
        values = connection.recv()
        if isinstance(values, PageError):
            raise values
        return values  # type: ignore[no-any-return]

    steps = Steps(page, streams, alarm, folder / DIRECTORY, place.line, ledger, instruments.transform)
    owner = os.getpid()
    while True:
        try:
            request, asked = connection.recv()
        except EOFError:
            return
        for step in asked:
            try:
                answer = _answer(steps, place, request, step, instruments)
            except BaseException:
                answer = "broken", traceback.format_exc()
            if os.getpid() != owner:  # a copy of this process, made by a cell: it has no page to run
                os._exit(1)  # pragma: no cover (which ends what counts, too)
            connection.send(answer)
            if answer[0] != "done" and isinstance(step, Fence) and step.is_cell:
                break  # what stands below needs what this cell has not made


def _answer(steps: Steps, place: Place, request: str, step: Any, instruments: Instruments) -> tuple[str, Any]:
    """Do one thing; what it gives, or the mistake of the page that came of it."""
    if request == "names":
        return "done", steps.pickled()
    place.step(step.line)
    try:
        return "done", _done(steps, request, step)
    except PageError as error:
        return "mistake", _described(error, instruments)


def _done(steps: Steps, request: str, step: Number | Fence) -> Any:
    if request == "end":
        return ending.end_page(steps)
    if isinstance(step, Number):
        return steps.at_the_end(step) if request == "later" else steps.number(step)
    return steps.figure(step) if step.is_figure else steps.cell(step)


def _described(error: PageError, instruments: Instruments) -> PageError:
    """The error, ready to be sent; with what pytest prints of its cause."""
    if isinstance(error, CellError) and instruments.describe and error.__cause__ is not None:
        error.shown = instruments.describe(error.__cause__)
    return error
