"""Cold builds: with and without their cells, and beside those of an earlier revision."""

import ctypes
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import psutil
from benchmarks.clocks import processor, seconds
from conftest import ROOT, build, copy_project
from project import LEDGER

from literate.reading.reader import read
from literate.running.run import Run, worked_example

PARTS = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs/series").glob("*.md"))]
HANDED = {
    "running/runs": '''

def _finished(page):
    """Instead of running: what an earlier run has kept."""
    import pickle

    from literate.running.exchange import load_figures

    load_figures()
    run = Run(page)
    kept = page.root / "kept" / page.name.replace("/", "-")
    run.outputs, run.figures, run.numbers = pickle.loads(kept.read_bytes())
    run.steps, run.later, run.ended = [], [], True
    return run
''',
    "kit/ledger": '''

def worked_example(root):
    """The same for the worked example."""
    import pickle

    return pickle.loads((root / "kept/ledger").read_bytes())
''',
}


def copies(folder: Path, pages: list[str]) -> tuple[Path, Path]:
    """Two copies of the project, with the pages named or all: one runs its cells, one is handed their outputs."""
    running, handed = copy_project(folder / "running"), copy_project(folder / "handed")
    only = "".join(f"  !/{page.removeprefix('docs/')}\n" for page in pages)
    for root in (running, handed):
        with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"\nexclude_docs: |\n  *.md\n{only}" if pages else "")
    (handed / "kept").mkdir()
    for path in (
        [running / page for page in dict.fromkeys([*pages, LEDGER])]
        if pages
        else sorted((running / "docs").rglob("[!.]*.md"))
    ):
        run = Run(read(path, running)).all().close()
        kept = pickle.dumps((run.outputs, run.figures, run.numbers))
        (handed / "kept" / run.page.name.replace("/", "-")).write_bytes(kept)
    (handed / "kept/ledger").write_bytes(pickle.dumps(worked_example(running)))
    for name, code in HANDED.items():
        with (handed / f"literate/{name}.py").open("a", encoding="utf-8") as module:
            module.write(code)
    return running, handed


def build_cold(root: Path) -> None:
    """Build in a process of its own, into no folder."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1)  # what a build leaves to end by itself is waited for here, and counted
    mine = {*psutil.Process().children()}  # which copies pages for this process, and stays
    done = build("mkdocs", "build", "--site-dir", tempfile.mkdtemp(dir=root), root=root)
    assert done.returncode == 0, done.stderr
    while left := {*psutil.Process().children()} - mine:
        psutil.wait_procs(left)


def measure_against(revision: str, rounds: int) -> None:
    """Cold builds of this tree and of an earlier revision, in turn: how long they take, and what they use."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before", copy_project(Path(folder) / "after")
        before.mkdir()
        archive = subprocess.run(["git", "archive", revision], cwd=ROOT, capture_output=True, check=True).stdout
        subprocess.run(["tar", "-x"], cwd=before, input=archive, check=True)
        waited: dict[Path, list[float]] = {before: [], after: []}
        used: dict[Path, list[float]] = {before: [], after: []}
        for number in range(rounds):
            for root in (before, after)[:: -1 if number % 2 else 1]:
                start, wall = processor(), time.perf_counter()
                build_cold(root)
                used[root].append(processor() - start)
                waited[root].append(time.perf_counter() - wall)
    for what, times in (("waited", waited), ("processor time", used)):
        ratio = median(a / b for a, b in zip(times[after], times[before], strict=True))
        seconds_of = ", ".join(f"{root.name} {median(taken):.2f} s" for root, taken in times.items())
        print(f"cold build, {rounds} rounds, {what}: {seconds_of}, ratio {ratio:.2f}")


def cells_of(page: Path, root: Path) -> dict[str, float]:
    """How long each cell of a page is waited for, and its numbers."""
    run = Run(read(page, root))
    taken = {cell.id: seconds(lambda cell=cell: run.to(cell)) for cell in run.page.cells}
    return taken | {"numbers": seconds(run.all)}


def measure_builds(pages: list[str], rounds: int) -> None:
    """Builds with and without execution, in turn; where all pages are built, part 14's runs are timed apart."""
    with tempfile.TemporaryDirectory() as folder:
        running, handed = copies(Path(folder), pages)
        used, waited = ({"running": list[float](), "handed": list[float]()} for _ in range(2))
        runs = []
        for number in range(rounds):
            for root in (running, handed)[:: -1 if number % 2 else 1]:
                start = processor()
                waited[root.name].append(seconds(lambda root=root: build_cold(root)))
                used[root.name].append(processor() - start)
            runs += [] if pages else [cells_of(running / PARTS[-1], running)]
    for what, times in (("processor time", used), ("waited for", waited)):
        with_cells, without = median(times["running"]), median(times["handed"])
        print(f"{rounds} rounds, median, {what}: {with_cells:.2f} s with execution, {without:.2f} s without")
        print(f"ratio {with_cells / without:.2f} ({', '.join(pages) or 'all pages'})")
    if runs:
        apart, with_cells, without = median(sum(run.values()) for run in runs), *map(median, used.values())
        long = {name: median(run[name] for run in runs) for name in runs[0]}
        print(f"part 14 runs for {apart:.2f} s:", *(f"{name} {s:.2f}" for name, s in long.items() if s >= 0.05))
        print(f"ratio {(with_cells - apart) / without:.2f} (processor time, part 14's execution taken off)")
