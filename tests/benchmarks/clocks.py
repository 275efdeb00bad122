"""How long a call takes, and how much of the processor."""

import os
import time
from collections.abc import Callable
from pathlib import Path


def seconds(what: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long a call takes."""
    start = clock()
    what()
    return clock() - start


def processor() -> float:
    """The processor time of this process and of those it has waited for: a busy machine does not stretch it."""
    return sum(os.times()[:4])


def processor_of(process: int) -> float:
    """The processor time of another process, where the system tells it."""
    told = Path(f"/proc/{process}/stat")
    fields = told.read_text(encoding="utf-8").rpartition(")")[2].split() if told.is_file() else []
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK") if fields else float("nan")
