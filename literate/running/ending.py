"""The end of a page: what it prints only then is shown by no cell, so it is an error."""

import atexit
import gc
import re

from literate.reading.page import Page
from literate.running.output import Streams
from literate.running.steps import Steps

LATE = r"\b(?:atexit|finalize|__del__)\b"
# What Python says of what a page has left open, and how a line that opens such a thing looks.
LEFT = {"TemporaryDirectory": r"\bTemporaryDirectory\b", "unclosed file": r"\bopen\(", "unclosed": r"\bsocket\("}


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
        what = f"this prints when the page ends, where no cell shows it: {said}"
        raise page.error(what, _line(page, said), hint=hint)


def _said(streams: Streams) -> str:
    """The last line that was printed, on standard error above all; empty for none."""
    if streams.printed.closed or streams.errors.closed:
        return "standard output is closed"
    said = streams.complaint() or streams.taken().decode("utf-8", "replace")
    return said.strip().split("\n")[-1] or (repr(said) if said else "")


def _line(page: Page, said: str) -> int:
    """The line of a cell that leaves something for the end, where its words tell; else that of the last cell."""
    late = next((form for word, form in LEFT.items() if word in said), LATE)
    lines = [line for cell in page.cells for line in cell.lines if re.search(late, line.text)]
    return next((line.call or line.number for line in lines), page.cells[-1].line)
