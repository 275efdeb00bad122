"""Run one cell: what it prints, or the error that it stops with."""

import traceback
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

from literate.compiling import Transform, compile_cell
from literate.errors import PageError
from literate.limits import Output, time_limit
from literate.page import Fence, Page

HERE = str(Path(__file__).parent)


class CellError(PageError):
    """A cell that stopped; its cause is what the cell raised."""


def run_cell(page: Page, cell: Fence, names: dict[str, Any], limit: float, transform: Transform | None = None) -> str:
    """What a cell prints.

    Args:
        page: The page of the cell.
        cell: The cell.
        names: What the cells before it have made; it adds its own.
        limit: The seconds that it may take.
        transform: Changes its statements before they are compiled.

    Raises:
        PageError: When it is not Python, or stops, whatever it raises; an interrupt alone is let through.
    """
    output = Output()
    try:
        with redirect_stdout(output), time_limit(limit):
            for step in compile_cell(page, cell, transform):
                run = partial(exec, step.code, names)
                exec(step.call, {"__run_section__": run}) if step.call else run()
    except (KeyboardInterrupt, PageError):
        raise
    except BaseException as error:
        raise stopped(page, cell, error) from error
    return output.getvalue()


def stopped(page: Page, cell: Fence, error: BaseException) -> CellError:
    """The error of a cell: its deepest line on the page, then the lines below it in the taught code."""
    frames = traceback.extract_tb(error.__traceback__)
    own = max((n for n, frame in enumerate(frames) if frame.filename == str(page.path)), default=len(frames))
    line = next((frame.lineno for frame in frames[own:]), None) or cell.line
    below = [frame for frame in frames[own + 1 :] if not frame.filename.startswith((HERE, "<frozen"))]
    if isinstance(error, SyntaxError) and error.filename:
        below.append(traceback.FrameSummary(error.filename, error.lineno or 1, ""))
    places = "".join(f"\n  in {f.filename.removeprefix(f'{page.root}/')}:{f.lineno}: {f.line}" for f in below)
    text = page.lines[line - 1]
    what = f'cell "{cell.id}" stopped: {type(error).__name__}: {error}{places}'
    column = len(text) - len(text.lstrip()) + 1
    return CellError(what, page.name, line, column, len(text.strip()), text)
