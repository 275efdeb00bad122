"""Run one cell: what it prints, or the error that it stops with."""

import re
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from literate.errors import PageError
from literate.reading.page import Fence, Page
from literate.running import left_running
from literate.running.compiling import Transform, compile_cell
from literate.running.output import Streams

ENGINE = str(Path(__file__).parent.parent)
# Controls, what has no width or changes the direction, line ends of other systems, what stands for no character, the
# engine's own characters. What joins letters stays.
CONTROL = re.compile(
    r"[^\n\t\x20-\x7e\xa0-\U0010ffff]|[\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
    r"|[\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000f0000-\U0010ffff]"
)
# What Python itself knows of a class and an exception, whatever their own code says of them.
NAME: Callable[[type], str] = type.__dict__["__name__"].__get__
TRACEBACK: Callable[[BaseException], Any] = BaseException.__dict__["__traceback__"].__get__
BROKEN = (SyntaxError, IndentationError, TabError)  # none of a page's own
MOST = 2000  # characters of a message
NAMES = {"\r": "a carriage return", "\x1b": "an escape, as for colors", "\x00": "a null byte", "\x08": "a backspace"}


class CellError(PageError):
    """A cell that stopped. `shown` is what pytest prints of it, where pytest asked for it."""

    shown: Any = None


def run_cell(
    page: Page,
    cell: Fence,
    names: dict[str, Any],
    streams: Streams,
    at: Callable[[int], None],
    transform: Transform | None = None,
) -> str:
    """What a cell prints.

    Args:
        page: The page of the cell.
        cell: The cell.
        names: What the cells before it have made; it adds its own.
        streams: Where this process prints.
        at: Is told the line of each statement before it runs.
        transform: Changes its statements before they are compiled.

    Raises:
        PageError: When it is not Python, stops, whatever it raises, or leaves something behind that a page cannot show.
    """
    streams.begin()
    failed = left_running.stopped_threads()
    try:
        for step in compile_cell(page, cell, transform):
            at(step.line)
            run = partial(exec, step.code, names)
            exec(step.call, {"__run_section__": run}) if step.call else run()
            _check_threads(page, cell, failed)
            if complaint := streams.complaint():
                hint = "print to standard output, and let no warning pass"
                raise page.error(f'cell "{cell.id}" wrote to standard error: {complaint}', step.line, hint=hint)
    except PageError:
        raise
    except BaseException as error:
        raise stopped(page, cell, error) from error
    left_running.check_nothing_runs_on(page, cell)
    _check_threads(page, cell, failed)
    if streams.printed.closed:
        raise page.error(f'cell "{cell.id}" closes standard output', cell.line, hint="leave it open: others print, too")
    return _text(page, cell, streams.taken())


def _check_threads(page: Page, cell: Fence, failed: list[BaseException]) -> None:
    """A thread that has stopped is told at its own line, whenever that is seen."""
    for error in failed:
        raise stopped(page, cell, error) from error


def _text(page: Page, cell: Fence, printed: bytes) -> str:
    """What was printed as text that every product shows alike."""
    try:
        text = printed.decode("utf-8")
    except UnicodeDecodeError as error:
        raise page.error(f'cell "{cell.id}" prints bytes that are not UTF-8', cell.line) from error
    if found := CONTROL.search(text):
        what = NAMES.get(found[0], f"the character {found[0]!r}")
        raise page.error(f'cell "{cell.id}" prints {what}, which a page cannot show', cell.line)
    return text


def stopped(page: Page, cell: Fence, error: BaseException) -> CellError:
    """The error of a cell: its deepest line on the page, then the lines below it in the taught code."""
    frames = traceback.extract_tb(TRACEBACK(error))
    own = max((n for n, frame in enumerate(frames) if frame.filename == str(page.path)), default=len(frames))
    line = next((frame.lineno for frame in frames[own:]), None) or cell.line
    below = [frame for frame in frames[own + 1 :] if not frame.filename.startswith((ENGINE, "<frozen"))]
    if type(error) in BROKEN and isinstance(error, SyntaxError) and error.filename:
        below.append(traceback.FrameSummary(error.filename, error.lineno or 1, "", colno=error.offset))
    places = "".join(f"\n  in {_place(page, frame)}: {frame.line}" for frame in below)
    text = page.lines[line - 1]
    what = f'cell "{cell.id}" stopped: {exception_as_text(error)}{places}'
    column = len(text) - len(text.lstrip()) + 1
    return CellError(what, page.name, line, column, len(text.strip()), text)


def _place(page: Page, frame: traceback.FrameSummary) -> str:
    """File and line of a frame; the column of what is no Python."""
    column = f":{frame.colno}" if not frame.name and frame.colno else ""
    return f"{frame.filename.removeprefix(f'{page.root}/')}:{frame.lineno}{column}"


def exception_as_text(error: BaseException) -> str:
    """The class of an exception and its message; an exception may fail to say its own, or have signs in it."""
    kind = NAME(type(error))
    try:
        words = f"{kind}: {error}".removesuffix(": ")
    except BaseException:
        words = f"{kind}, whose message cannot be read"
    words = words if len(words) <= MOST else f"{words[:MOST]} … ({len(words):,} characters)"
    return CONTROL.sub(lambda found: repr(found[0])[1:-1], words)
