"""Each cell of a page is a pytest item, and so is what the page says: `pytest docs/series/13-….md::sigmoid`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest._code.code import ExceptionInfo, TerminalRepr

from literate.errors import MistakesError, PageError
from literate.integrations import renderer
from literate.integrations.pytest_asserts import instruments
from literate.kit import registry
from literate.products import transcript
from literate.reading import sources
from literate.reading.page import Fence
from literate.reading.reader import parse
from literate.running.cells import CellError
from literate.running.run import Run


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "PageFile | None":
    """Collect the pages."""
    if sources.is_page(file_path, parent.config.rootpath):
        return PageFile.from_parent(parent, path=file_path)
    return None


def _shown(error: BaseException) -> Any:
    """A mistake as it is told: what pytest made of it in its own process, or its place and its words; else None."""
    if isinstance(error, CellError) and error.shown is not None:
        return error.shown
    return str(error) if isinstance(error, PageError | MistakesError) else None


class PageFile(pytest.File):
    """A page; its items share one run, so that each cell finds what those before it made."""

    def collect(self) -> Iterator["CellItem | SaysItem"]:
        """One item a cell, and one for the rest of the page."""
        page = parse(self.path, self.config.rootpath)
        if page.mistakes:
            raise MistakesError(registry.mistakes(page))
        self.run = Run(page, instruments(self.config))
        for cell in self.run.page.cells:
            yield CellItem.from_parent(self, name=cell.id, cell=cell)
        yield SaysItem.from_parent(self, name="says")

    def teardown(self) -> None:
        """End the process of the page."""
        self.run.close()

    def repr_failure(self, excinfo: ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        """A page that cannot be read says where."""
        return _shown(excinfo.value) or super().repr_failure(excinfo)


class PageItem(pytest.Item):
    """What the items of a page have in common."""

    parent: PageFile

    def repr_failure(self, excinfo: ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        """The line of the page first, then those of the taught code; nothing of what runs them."""
        return _shown(excinfo.value) or super().repr_failure(excinfo, style)


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
    """What the page says: it is rendered as the site is, and all is as in the transcript."""

    def runtest(self) -> None:
        """Run what is left of the page, render it, and compare."""
        renderer.rendered(self.parent.run.page, self.parent.run)
        transcript.compare(self.parent.run)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The page."""
        return self.path, 0, "what the page says"
