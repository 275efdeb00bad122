"""Run a page, with what it reads of the worked example: the page whose end state others name as `{{ ledger.x }}`."""

from functools import lru_cache
from pathlib import Path

from literate.errors import PageError, text_of
from literate.reading.expressions import Number
from literate.reading.package import Files, taught_files
from literate.reading.reader import read
from literate.running.conversation import ONE_AT_A_TIME, Step
from literate.running.limits import time_limit_of
from literate.running.page_run import PageRun
from literate.running.states import Values
from literate.settings import docs_of, settings_of


class Run(PageRun):
    """One run of one page."""

    def ledger(self, step: Step) -> Values | PageError | None:
        """What a step gets that asks for the worked example; None where its own page is the example."""
        root, path = self.page.root, example_of(self.page.root)
        if path == self.page.path and self.whole:
            return None
        if path is None or not path.is_file():
            assert isinstance(step, Number)
            missing = path.relative_to(root).as_posix() if path else "its setting"
            return step.error(self.page, f"there is no ledger: {missing} is missing")
        try:
            return worked_example(root)
        except PageError as error:
            return error


def example_of(root: Path) -> Path | None:
    """The page of the worked example; None for a project without one."""
    name = settings_of(root).worked_example
    return docs_of(root) / name if name else None


def worked_example(root: Path) -> Values:
    """The names at the end of the worked example. It runs once, until its code or the taught code changes.

    Raises:
        PageError: For what is wrong with its page.
    """
    taught = taught_files(root)
    with ONE_AT_A_TIME:
        return _worked_example(root, _code(root, text_of(_page(root), root), taught), taught)


def _page(root: Path) -> Path:
    page = example_of(root)
    assert page is not None, "the project has a worked example"
    return page


@lru_cache(maxsize=1)
def _worked_example(root: Path, code: tuple[object, ...], taught: Files) -> Values:
    run = Run(read(_page(root), root)).all()
    values = run.values()
    run.close()
    return values


@lru_cache(maxsize=1)
def _code(root: Path, text: str, taught: Files) -> tuple[object, ...]:
    page = read(_page(root), root)
    return time_limit_of(page), *(cell.source for cell in page.cells)
