"""Each cell of a page is a pytest item, and so is what the page says: `pytest docs/series/13-….md::sigmoid`."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest._code.code import ExceptionInfo, TerminalRepr
from _pytest.assertion.rewrite import rewrite_asserts

from literate import checks, transcript
from literate.cells import HERE, CellError
from literate.errors import PageError
from literate.executor import Run
from literate.page import Fence
from literate.reader import read


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "PageFile | None":
    """Collect the pages."""
    if file_path.suffix == ".md" and parent.config.rootpath / "docs" in file_path.parents:
        return PageFile.from_parent(parent, path=file_path)
    return None


class PageFile(pytest.File):
    """A page; its items share one run, so that each cell finds what those before it made."""

    def collect(self) -> Iterator["CellItem | SaysItem"]:
        """One item a cell, and one for the rest of the page."""
        root = self.config.rootpath
        self.run = Run(read(self.path, root), transform=self.rewrite)
        for cell in self.run.page.cells:
            yield CellItem.from_parent(self, name=cell.id, cell=cell)
        yield SaysItem.from_parent(self, name="says")

    def rewrite(self, module: ast.Module, file: str) -> None:
        """Let asserts show their values as in any test."""
        rewrite_asserts(module, Path(file).read_bytes(), file, self.config)

    def repr_failure(self, excinfo: ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        """A page that cannot be read says where."""
        return str(excinfo.value) if isinstance(excinfo.value, PageError) else super().repr_failure(excinfo)


class PageItem(pytest.Item):
    """What the items of a page have in common."""

    parent: PageFile

    def repr_failure(self, excinfo: ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        """The line of the page first, then those of the taught code; nothing of what runs them."""
        error = excinfo.value
        if isinstance(error, CellError) and error.__cause__ is not None:
            cause = ExceptionInfo.from_exception(error.__cause__)
            cause.traceback = cause.traceback.filter(lambda entry: not str(entry.path).startswith(HERE))
            return _shorter(self._repr_failure_py(cause, style=self.config.option.tbstyle))
        return str(error) if isinstance(error, PageError) else super().repr_failure(excinfo, style)


def _shorter(shown: Any) -> TerminalRepr:
    """Leave out what stands far above a failing line: a page, to pytest, is one long function."""
    for entry in shown.reprtraceback.reprentries:
        at = next((i for i, line in enumerate(getattr(entry, "lines", [])) if line.startswith(">")), 0)
        if at > 6 and entry.reprfileloc and not (entry.reprfuncargs and entry.reprfuncargs.args):
            del entry.lines[: at - 6]
    return shown  # type: ignore[no-any-return]


class CellItem(PageItem):
    """One cell; selected alone, those before it run first."""

    def __init__(self, *, cell: Fence, **options: Any) -> None:
        """Keep the cell; `-k L120` selects it by its line."""
        super().__init__(**options)
        self.cell = cell
        self.extra_keyword_matches.add(f"L{cell.line}")

    def runtest(self) -> None:
        """Run it, and compare what it prints."""
        self.parent.run.to(self.cell)
        transcript.check_cell(self.parent.run, self.cell)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The line of the fence, and the cell's name."""
        return self.path, self.cell.line - 1, f"cell {self.name}"


class SaysItem(PageItem):
    """What the page says: every number evaluates, no other is typed, all is as in the transcript."""

    def runtest(self) -> None:
        """Run what is left of the page, and compare."""
        checks.check(self.parent.run.page)
        transcript.check(self.parent.run.all())

    def reportinfo(self) -> tuple[Path, int, str]:
        """The page."""
        return self.path, 0, "what the page says"
