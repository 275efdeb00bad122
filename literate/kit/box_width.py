"""Code and output fit into their boxes: at most 88 columns, fewer in a fold of a list."""

from collections.abc import Iterator

from literate.errors import PageError
from literate.kit.feature import Feature
from literate.reading.page import Fence, Page
from literate.running.run import Run

WIDEST, SPARED = 88, 4  # what a list takes off its box is less than what the box has over


def mistakes(page: Page) -> Iterator[PageError]:
    """Lines of code that would be cut at the right edge of their box; drawings show no code."""
    for fence in page.fences:
        if fence.is_figure or (fence.is_cell and "source" not in fence.options):
            continue
        for line in fence.lines:
            if (width := len(line.text) + _lost(fence)) > WIDEST:
                hint = f"break it: {WIDEST} columns fit, of them {_lost(fence)} are lost in a fold of a list"
                yield page.error(f"this line of code has {width} columns", line.call or line.number, hint=hint)


def cut(run: Run) -> Iterator[PageError]:
    """Cells of a finished run that print a line which would be cut."""
    for cell in (cell for cell in run.page.cells if "result" in cell.options):
        width = max((len(line) for line in run.outputs[cell.id].splitlines()), default=0) + _lost(cell)
        if width > WIDEST:
            hint = f"{WIDEST} columns fit, of them {_lost(cell)} are lost in a fold of a list; show numbers as a table"
            yield run.page.error(f'cell "{cell.id}" prints a line of {width} columns', cell.line, hint=hint)


def _lost(fence: Fence) -> int:
    """The columns that a box is narrower by, for what it stands in."""
    return max(fence.indent - SPARED, 0)


FEATURE = Feature(check=mistakes, check_run=cut)
