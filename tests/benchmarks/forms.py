"""The two forms of part 5's net, pure Python and NumPy, and the record of their times that the page reads."""

import datetime
import json
import os
import platform
import re
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from conftest import ROOT
from project import BENCHMARK

from literate.reading.snippets import section
from tinynet import hand_made_weights, load_iris, step_function
from tinynet.pure_python import determine_layer_outputs

TIMES = (1, 3, 10, 30, 100, 400)  # so many times over are the flowers sent through part 5's net
PORTION = 1500  # the flowers of one call, where they come in portions


def pure_python(rows: list[list[float]], lists: list[list[list[float]]]) -> list[list[int]]:
    """Both layers of the net of parts 3 to 5, with loops."""
    return determine_layer_outputs(determine_layer_outputs(rows, lists[0]), lists[1])


def four_lines() -> Callable[..., np.ndarray]:
    """Both layers as part 5 teaches them: its lines alone, since nothing checks the arguments of the loops either."""
    lines = section(ROOT, "tinynet/step_net.py", "feedforward", 0)
    body = "".join(f"    {line.text}\n" for line in lines)
    names = {"np": np, "step_function": step_function}
    exec(f"def net(x, weights_1, weights_2):\n{body}    return output_layer_outputs\n", names)
    return names["net"]


def best_of(forms: list[Callable[[], object]], rows: int) -> list[float]:
    """The least processor time of each form, in turn: several calls at a time, after one that warms the memory."""
    calls, rounds = range(max(1, 30_000 // rows)), []
    for _ in range(60):
        for form in forms:
            form()
            start = time.process_time()
            for _ in calls:
                form()
            rounds.append((time.process_time() - start) / len(calls))
    return [min(rounds[first :: len(forms)]) for first in range(len(forms))]


def compare_forms(times: int) -> dict[str, float]:
    """The flowers, so many times over, through both forms, and through the four lines in portions of PORTION."""
    x, weights, net = np.tile(load_iris().x, (times, 1)), hand_made_weights(), four_lines()
    rows, lists = x.tolist(), [matrix.T.tolist() for matrix in weights]
    starts = range(0, len(x), PORTION)
    forms = [
        lambda: pure_python(rows, lists),
        lambda: net(x, *weights),
        lambda: [net(x[start : start + PORTION], *weights) for start in starts],
    ]
    assert forms[0]() == forms[1]().tolist() == np.concatenate(forms[2]()).tolist()
    best = best_of(forms, len(rows))
    found = dict(zip(("pure_python", "numpy", "portions"), best, strict=True))
    print(f"{len(rows):,} rows:", *(f"{name} {value:.4g}" for name, value in found.items()))
    return {"rows": len(rows)} | {name: float(f"{value:.3g}") for name, value in found.items()}


def machine() -> str:
    """The name of this machine's processor."""
    cpus = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*: (.+)", cpus.read_text(encoding="utf-8")) if cpus.is_file() else None
    return named[1].strip() if named else platform.processor() or platform.machine()


def measure_numpy(keep: bool) -> None:
    """Pure Python against NumPy, for all flowers and for many times as many."""
    found = {"portion": PORTION, "sizes": [compare_forms(times) for times in TIMES]}
    if keep:
        about = {
            "command": "python tests/benchmark.py numpy --record",
            "machine": f"{machine()}, {os.cpu_count()} cores",
            "date": datetime.date.today().isoformat(),
            "python": platform.python_version(),
            "numpy": np.__version__,
        }
        (ROOT / BENCHMARK).write_text(json.dumps(about | found, indent=2) + "\n", encoding="utf-8")
