"""The end of a page: what it prints only then is shown by no cell, so it is an error."""

import atexit
import gc
import re

from literate.reading.page import Page
from literate.running.output import Streams
from literate.running.steps import Steps

LATE = re.compile(r"\b(?:atexit|finalize|__del__)\b")


def end_page(steps: Steps) -> None:
    """End a page as Python would: call what is registered for its exit, then let go of its names.

    Raises:
        PageError: When something is printed meanwhile.
    """
    page, streams = steps.page, steps.streams
    with steps.alarm, steps.builtins:
        atexit._run_exitfuncs()
        steps.names.clear()
        steps.later.clear()
        gc.collect()
    if said := _said(streams):
        hint = "let a cell do it: call what ends it there, or del the name"
        raise page.error(f"this prints when the page ends, where no cell shows it: {said}", _line(page), hint=hint)


def _said(streams: Streams) -> str:
    """The last line that was printed, on standard error above all; empty for none."""
    if streams.printed.closed or streams.errors.closed:
        return "standard output is closed"
    said = streams.complaint() or streams.taken().decode("utf-8", "replace")
    return said.strip().split("\n")[-1] or (repr(said) if said else "")


def _line(page: Page) -> int:
    """The line of a cell that leaves something for the end, where its words tell; else that of the last cell."""
    lines = [line for cell in page.cells for line in cell.lines if LATE.search(line.text)]
    return next((line.call or line.number for line in lines), page.cells[-1].line)
