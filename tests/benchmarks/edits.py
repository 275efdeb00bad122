"""What a contributor waits for: edits under a live server, and the check of a page."""

import re
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.builds import PARTS
from benchmarks.clocks import processor, processor_of, seconds
from conftest import ROOT, build, copy_project
from live_server import Server
from project import LEDGER


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
