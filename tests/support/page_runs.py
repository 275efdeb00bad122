"""The runs of this project's pages: each page runs once in a session, for its own items and for all that look at it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import ROOT, in_the_gate

from literate.integrations.pytest import PageItem
from literate.reading.page import Fence
from literate.reading.reader import read
from literate.running.limits import asks_for_time
from literate.running.run import Run

COLLECTED: dict[Path, Run] = {}  # of the pages whose items this session has


class Walk(NamedTuple):
    """A run that is over, and the names that its page had made above each figure, and above lines that plot."""

    run: Run
    names: dict[int, dict[str, Any]]


def collected(items: Iterable[pytest.Item]) -> None:
    """Take the runs of the pages that are tested, too."""
    COLLECTED.update({item.path: item.parent.run for item in items if isinstance(item, PageItem)})


@cache
def walk(path: Path) -> Walk:
    """Run a page of this project from its beginning to its end."""
    run, names = COLLECTED.pop(path, None), {}
    if run is None or run.outputs or run.failed:
        run = Run(read(path, ROOT))
    looked_at = sorted(filter(_is_looked_at, run.page.fences), key=lambda fence: fence.is_late)
    for fence in looked_at:
        run.all() if fence.is_late else run.until(fence.line)
        names[fence.line] = run.names
    for mistake in run.every_mistake():
        raise mistake
    return Walk(run.close(), names)


def leave_long(path: Path) -> None:
    """Leave another run of a page that takes long to the gate: its cells are tests already."""
    if asks_for_time(read(path, ROOT)):
        in_the_gate("a page that takes long, run once more")


def _is_looked_at(fence: Fence) -> bool:
    return fence.is_figure or (not fence.is_cell and "import matplotlib" in fence.source)
