"""Which tests run which lines: a pytest plugin that notes it under coverage, and its notes, read again."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

DATA, TIMES = ".covering", ".covering.json"
SECONDS = 10  # what the tests of one line may take together, the fastest first
times: Counter[str] = Counter()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Note lines under the test that runs."""
    current = coverage.Coverage.current()
    assert current is not None, "this plugin notes nothing without coverage"
    current.switch_context(item.nodeid)
    return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what a test takes; one that was left out notices nothing."""
    times[report.nodeid] += report.duration if not report.skipped else 1000


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep what each test took."""
    (session.config.rootpath / TIMES).write_text(json.dumps(times))


def own_tests(file: str) -> str:
    """The tests that have the name of a file, where there are any."""
    return (Path("tests") / Path(file).with_name(f"test_{Path(file).stem.strip('_')}.py")).as_posix()


class Covering:
    """The notes of a run in `root`."""

    def __init__(self, root: Path) -> None:
        """Read them."""
        self.root, self.data = root, coverage.CoverageData(str(root / DATA))
        self.data.read()
        self.times: dict[str, float] = json.loads((root / TIMES).read_text())

    def _noted(self, file: str) -> dict[int, list[str]]:
        return self.data.contexts_by_lineno(str((self.root / file).resolve()))

    def tests(self, file: str, lines: range) -> list[str]:
        """The tests that run one of the lines, as many as fit the time: those of its own name, then the fastest."""
        noted = self._noted(file)
        found = {test for line in lines for test in noted.get(line, []) if test in self.times}
        own = f"{own_tests(file)}::"
        chosen, left = [], float(SECONDS)
        for test in sorted(found, key=lambda test: (not test.startswith(own), self.times[test], test)):
            left -= self.times[test]
            if left < 0:
                break
            chosen.append(test)
        return chosen

    def files(self, file: str) -> list[str]:
        """The files of the tests that run the file at all, those that run most of it first."""
        counts: Counter[str] = Counter()
        for tests in self._noted(file).values():
            counts.update({test.split("::")[0] for test in tests if test in self.times})
        return [name for name, _ in counts.most_common()]
