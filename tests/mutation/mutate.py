"""Break the code in one place at a time and see whether a test fails: `python tests/mutation/mutate.py tinynet`.

Each break is one edit of one place of one file of a copy of the repository (breaks.py says which). The tests that
run the line are asked first, then the files that run the module, then all. A break that no test notices is printed; so
is the count at the end. A break that can change nothing that matters is named, with its reason, in
equivalent.txt: `file | line's text | edit | reason`. Without any break all tests have to pass, else each break
would seem noticed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from subprocess import PIPE

from breaks import Break, breaks
from line_coverage import SECONDS, Covering, own_tests

ROOT = Path(__file__).parent.parent.parent
ALL = ["tests", "docs", "--ignore=tests/site/test_browser.py", "--ignore=tests/literate/serving/test_serve.py"]


class Copy:
    """A copy of the repository, and the process that runs tests in it."""

    def __init__(self, root: Path) -> None:
        """Copy the repository to `root`."""
        self.root = root
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(".*_cache", "node_modules"))
        command = [sys.executable, "tests/mutation/forked_pytest.py"]
        self.tester = subprocess.Popen(command, cwd=root, env=_settings(root), stdin=PIPE, stdout=PIPE, text=True)

    def passes(self, selected: list[str], limit: float) -> bool:
        """Whether all of the selected tests pass in time."""
        assert self.tester.stdin and self.tester.stdout
        print(json.dumps([selected, limit]), file=self.tester.stdin, flush=True)
        return self.tester.stdout.readline() == "0\n"

    def close(self) -> None:
        """End the process."""
        self.tester.communicate()


def survives(broken: Break, copy: Copy, rounds: Iterable[tuple[list[str], float]]) -> bool:
    """Whether all rounds of tests still pass with this break, each in its time."""
    path = copy.root / broken.file
    source = path.read_text(encoding="utf-8")
    path.write_text(source[: broken.start] + broken.new + source[broken.end :], encoding="utf-8")
    try:
        return all(copy.passes(selected, limit) for selected, limit in rounds)
    finally:
        path.write_text(source, encoding="utf-8")


def _rounds(broken: Break, covering: Covering, near: bool, limit: float) -> list[tuple[list[str], float]]:
    """The tests to ask, the likeliest to notice a break first, and how long each round may take."""
    own = own_tests(broken.file)
    first = covering.tests(broken.file, broken.lines) or [own] * (ROOT / own).exists()
    rounds = [(first, 10 * SECONDS), (covering.files(broken.file), limit), ([] if near else ALL, limit)]
    return [(selected, limit) for selected, limit in rounds if selected]


def _settings(root: Path) -> dict[str, str]:
    """The environment of the tests in a copy."""
    environment = os.environ | {"HYPOTHESIS_STORAGE_DIRECTORY": str(root / ".hypothesis")}
    environment["PYTHONPATH"] = os.pathsep.join([str(root), str(root / "tests"), str(root / "tests/mutation")])
    environment["PYTHONDONTWRITEBYTECODE"] = "1"  # a cache file is kept by second and size, so it can hide a break
    environment.pop("LITERATE_REQUIRE", None)
    return environment


def _covering(root: Path) -> Covering:
    """Run all tests once, and note which of them run which lines."""
    command = [
        sys.executable,
        "-m",
        "coverage",
        "run",
        "--branch",
        "--source=.",
        "--omit=tests/*",
        "--data-file=.covering",
    ]
    command += ["-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "line_coverage", *ALL]
    if subprocess.run(command, cwd=root, env=_settings(root), capture_output=True).returncode:
        sys.exit("the tests fail without any break: mend them first")
    combine = [sys.executable, "-m", "coverage", "combine", "-q", "--data-file=.covering"]
    if any(path.name != ".covering.json" for path in root.glob(".covering.*")):  # a page runs in a process of its own
        subprocess.run(combine, cwd=root, check=True, capture_output=True)
    return Covering(root)


def main() -> int:
    """Break, test, mend; print what no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="+", help="files or folders of the repository")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--near", action="store_true", help="only ask the tests that run the file")
    parser.add_argument("--list", action="store_true", help="only count the breaks")
    options = parser.parse_args()
    files = [f for p in options.path for f in (sorted((ROOT / p).rglob("*.py")) if (ROOT / p).is_dir() else [ROOT / p])]
    todo = [b for f in files for b in breaks(ROOT, f.relative_to(ROOT).as_posix())]
    known = {tuple(part.strip() for part in line.split(" | ")[:3]) for line in _equivalent()}
    if options.list:
        print(len(todo), "breaks")
        return 0
    alive = _run([b for b in todo if (b.file, b.text, b.edit) not in known], options.jobs, options.near)
    print(f"{len(todo)} breaks, {len(todo) - len(alive)} noticed or equivalent, {len(alive)} alive")
    return 1 if alive else 0


def _equivalent() -> list[str]:
    path = ROOT / "tests/mutation/equivalent.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _run(todo: list[Break], jobs: int, near: bool) -> list[Break]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        copies: SimpleQueue[Copy] = SimpleQueue()
        made = [Copy(Path(folder) / str(number)) for number in range(jobs)]
        for copy in made:
            stack.callback(copy.close)
            copies.put(copy)
        start = time.monotonic()
        covering = _covering(made[0].root)
        limit = 10 + (2 + jobs) * (time.monotonic() - start)

        def look(broken: Break) -> Break | None:
            copy = copies.get()
            try:
                return broken if survives(broken, copy, _rounds(broken, covering, near, limit)) else None
            finally:
                copies.put(copy)

        pool, alive = stack.enter_context(ThreadPoolExecutor(jobs)), []
        for result in pool.map(look, todo):
            if result:
                print(result, flush=True)
                alive.append(result)
        return alive


if __name__ == "__main__":
    sys.exit(main())
