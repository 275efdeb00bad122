"""Measure side by side, in one run, what should stay small: `python tests/benchmark.py build`.

Machines differ and are noisy: the ratios count, no test asserts them, and what is compared is measured in turn.
`build` and `pages PAGE …` compare builds that run their cells with builds that are handed the outputs; `against
REVISION` compares cold builds with those of an earlier revision; `edit` waits for edits under `mkdocs serve`; `check`
times `python -m literate check`; `taken SITE` times and weighs what readers take away; `run SITE` runs cells in their
page, and beside it in JupyterLite; `weight` adds up first views; `figures SITE` times figures that can be handled;
`numpy` compares the two forms of part 5's net, and with `--record` keeps what it found for the page.
"""

import argparse
import ctypes
import datetime
import gzip
import json
import os
import pickle
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median
from urllib.parse import urljoin, urlsplit

import numpy as np

sys.path += [str(Path(__file__).parent / folder) for folder in ("support", "tools")]
from conftest import ROOT, build, copy_project
from live_server import Server
from project import BENCHMARK, LEDGER

from literate.reading.reader import read
from literate.reading.snippets import section
from literate.running.run import Run, worked_example
from literate.takeaway import book, cards, decks, epub, feed, printed, sheets
from literate.takeaway.make import Made, printed_book, uncollected
from tinynet import hand_made_weights, load_iris, step_function
from tinynet.pure_python import determine_layer_outputs

PARTS = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs/series").glob("*.md"))]
TIMES = (1, 3, 10, 30, 100, 400)  # so many times over are the flowers sent through part 5's net
PORTION = 1500  # the flowers of one call, where they come in portions
HANDED = {
    "running/runs": '''

def _finished(page):
    """Instead of running: what an earlier run has kept."""
    import pickle

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
    if hasattr(os, "waitid") and sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1)  # what a build leaves to end by itself is waited for here, and counted
    done = build("mkdocs", "build", "--site-dir", tempfile.mkdtemp(dir=root), root=root)
    assert done.returncode == 0, done.stderr
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


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
        times: dict[str, list[float]] = {"running": [], "handed": []}
        runs = []
        for number in range(rounds):
            for root in (running, handed)[:: -1 if number % 2 else 1]:
                times[root.name].append(seconds(lambda root=root: build_cold(root), processor))
            runs += [] if pages else [cells_of(running / PARTS[-1], running)]
    with_cells, without = median(times["running"]), median(times["handed"])
    print(f"{rounds} rounds, median processor time: {with_cells:.2f} s with execution, {without:.2f} s without")
    print(f"ratio {with_cells / without:.2f} ({', '.join(pages) or 'all pages'})")
    if runs:
        apart = median(sum(run.values()) for run in runs)
        long = {name: median(run[name] for run in runs) for name in runs[0]}
        print(f"part 14 runs for {apart:.2f} s:", *(f"{name} {s:.2f}" for name, s in long.items() if s >= 0.05))
        print(f"ratio {(with_cells - apart) / without:.2f} (all pages, part 14's execution taken off)")


class Site(Server):
    """A live server on the whole site, looked at on part 13."""

    path, patience = f"{LEDGER.removeprefix('docs/').removesuffix('.md')}/", 120


def measure_edits(edits: int) -> None:
    """Edits of a page, and of a file of tinynet whose value a cell prints, until the served page shows them."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(Path(folder) / "copy")
        page, taught = root / LEDGER, root / "tinynet/cost.py"
        written = {page: page.read_text(encoding="utf-8"), taught: taught.read_text(encoding="utf-8")}
        header = '```python exec="1" source="block" result="text" session="13" id="edit"'
        written[page] += f"\n{header}\nfrom tinynet.cost import EDIT\nprint(EDIT)\n```\n"
        lines = {page: "\nPage edit {}.\n", taught: '\nEDIT = "Code edit {}."\n'}

        def edit(path: Path, number: int) -> str:
            path.write_text(written[path] + lines[path].format(number), encoding="utf-8")
            return f"{'Page' if path == page else 'Code'} edit {number}."

        edit(taught, 0)
        live = Site(root)
        try:
            live.shows(edit(page, 0))
            time.sleep(2)
            for path in (page, taught):
                before = processor_of(live.process.pid)
                taken = [seconds(lambda n=n, path=path: live.shows(edit(path, n))) for n in range(1, edits + 1)]
                name = path.relative_to(root).as_posix()
                built = re.findall(r"built in ([\d.]+) seconds", live.log.read_text(encoding="utf-8"))[-edits:]
                print(f"{edits} edits of {name}: median {median(taken):.2f} s, worst {max(taken):.2f} s", end=", ")
                used = (processor_of(live.process.pid) - before) / edits
                print(f"{median(map(float, built)):.2f} s of it the rebuild; processor time {used:.2f} s an edit")
        finally:
            live.process.terminate()
            live.process.wait(10)


def measure_checks() -> None:
    """The check of each part, as a command: processor time, and how long it took on this machine as busy as it is."""
    taken = {}
    for page in PARTS:
        start, wall = processor(), time.perf_counter()
        done = build("literate", "check", page, root=ROOT)
        taken[page], wall = processor() - start, time.perf_counter() - wall
        print(f"{taken[page]:.2f} s ({wall:.2f} s waited)  {page}" if done.returncode == 0 else done.stderr)
    worst = max(PARTS[:-1], key=taken.__getitem__)
    print(f"worst but part 14: {taken[worst]:.2f} s, {worst}")


def first_view(site: Path, page: Path) -> dict[str, int]:
    """What a browser asks for to show a page, packed: by address, the bytes."""
    text = page.read_text(encoding="utf-8")
    tags = re.findall(r'<link [^>]*rel="(?:stylesheet|icon|preload)"[^>]*>|<(?:script|img) [^>]*src="[^>]*>', text)
    here = f"/{page.relative_to(site).as_posix()}"
    asked = {here, *(urljoin(here, re.search(r'(?:href|src)="([^"]+)"', tag)[1]) for tag in tags)}
    for style in [address for address in asked if address.endswith(".css")] if "<math" in text else []:
        faces = re.findall(r"@font-face *{[^}]*?url\([\"']?([^\"')]+)", (site / style[1:]).read_text(encoding="utf-8"))
        asked |= {urljoin(style, face) for face in faces}
    bodies = {address: (site / urlsplit(address).path[1:]).read_bytes() for address in asked if "data:" not in address}
    return {address: min(len(body), len(gzip.compress(body, 9))) for address, body in bodies.items()}


def measure_weight() -> None:
    """The first view of every page of a fresh build."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_project(Path(folder) / "copy")
        assert build("mkdocs", "build", root=root).returncode == 0
        views = {page: first_view(root / "site", page) for page in sorted((root / "site").rglob("*.html"))}
        totals = {page.relative_to(root / "site").as_posix(): view for page, view in views.items()}
    for name, view in totals.items():
        print(f"{sum(view.values()):7,} bytes, {len(view)} requests  {name}")
    worst = max(totals, key=lambda name: sum(totals[name].values()))
    print(f"worst: {sum(totals[worst].values()):,} bytes, {max(map(len, totals.values()))} requests at most, {worst}")


def measure_figures(site: Path) -> None:
    """What figures that can be handled cost, in a browser."""
    import measure_figures as figures  # it needs one

    figures.measure(site)


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
    found |= {"ratio": best[0] / best[1], "portions_ratio": best[0] / best[2]}
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


def measure_taken(site: Path, on_paper: bool) -> None:
    """What is made of a built site, in seconds of processor time, and what it weighs; on paper, in seconds."""
    made, scratch, day = Made(ROOT, site), Path(tempfile.mkdtemp()), datetime.date(2026, 1, 1)
    steps: dict[str, Callable[[], object]] = {
        "pages read": lambda: [page.article for page in made.pages],
        "decks": lambda: decks.write(made.pages, made.name),
        "sheets and keys": lambda: sheets.write(made.pages, made.name),
        "chapters": lambda: made.chapters,
        "book": lambda: book.book(ROOT, made.chapters, made.name, made.words),
        "e-book": lambda: epub.write(scratch / "book.epub", epub.epub(ROOT, made.chapters, made.name, made.words, day)),
        "feed": lambda: feed.atom(feed.entries(made.pages, made.address), made.name, made.words, made.address),
        "list of pages": lambda: feed.llms(made.pages, made.name, made.words, made.address),
    }
    with uncollected():
        taken = {name: seconds(step, time.process_time) for name, step in steps.items()}
    taken["all of these"] = sum(taken.values())
    for name, used in taken.items():
        print(f"{name:24} {used:5.2f} s of processor time")
    if on_paper:
        files = [page.beside(decks.ENDING) for page in made.pages if page.number is not None]
        print(f"{'slides as PDF':24} {seconds(lambda: printed.decks(files)):5.1f} s")
        print(f"{'cards':24} {seconds(lambda: cards.cards(made.pages, made.name)):5.1f} s")
        print(f"{'book as PDF':24} {seconds(lambda: printed_book(made, site / 'book.html')):5.1f} s")
    for kind in (
        "*.slides.html",
        "*.sheet.html",
        "*.key.html",
        "book.html",
        "*.epub",
        "feed.xml",
        "llms.txt",
        "*.slides.pdf",
        "book.pdf",
        "*.card.png",
    ):
        sizes = [path.stat().st_size for path in site.rglob(kind)]
        if sizes:
            print(f"{kind:24} {len(sizes):3} files {sum(sizes) / 1000:8,.0f} kB")


def measure_running(site: Path, rounds: int) -> None:
    """Cells that run in their page, beside JupyterLite; what that needs is fetched now."""
    sys.path.append(str(ROOT / "tests/tools"))
    from measure_running import measure

    measure(site, rounds)


def main() -> None:
    """Measure what is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build").set_defaults(measure=lambda options: measure_builds([], options.rounds))
    pages = commands.add_parser("pages")
    pages.add_argument("page", nargs="+")
    pages.set_defaults(measure=lambda options: measure_builds(options.page, options.rounds))
    for name in ("build", "pages"):
        commands.choices[name].add_argument("--rounds", type=int, default=3)
    against = commands.add_parser("against")
    against.add_argument("revision")
    against.add_argument("--rounds", type=int, default=5)
    against.set_defaults(measure=lambda options: measure_against(options.revision, options.rounds))
    edits = commands.add_parser("edit")
    edits.add_argument("--edits", type=int, default=20)
    edits.set_defaults(measure=lambda options: measure_edits(options.edits))
    commands.add_parser("check").set_defaults(measure=lambda _: measure_checks())
    taken = commands.add_parser("taken")
    taken.add_argument("site", type=Path)
    taken.add_argument("--paper", action="store_true", help="print it as well, with Chromium")
    taken.set_defaults(measure=lambda options: measure_taken(options.site, options.paper))
    handled = commands.add_parser("figures")
    handled.add_argument("site", type=Path)
    handled.set_defaults(measure=lambda options: measure_figures(options.site))
    running = commands.add_parser("run")
    running.add_argument("site", type=Path)
    running.add_argument("--rounds", type=int, default=3)
    running.set_defaults(measure=lambda options: measure_running(options.site, options.rounds))
    commands.add_parser("weight").set_defaults(measure=lambda _: measure_weight())
    forms = commands.add_parser("numpy")
    forms.add_argument("--record", action="store_true", help=f"write {BENCHMARK}")
    forms.set_defaults(measure=lambda options: measure_numpy(options.record))
    options = parser.parse_args()
    options.measure(options)


if __name__ == "__main__":
    main()
