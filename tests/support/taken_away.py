"""The pages of this project that are notebooks and scripts as well, and how a notebook is read."""

from typing import Any

import nbformat
from conftest import ROOT, in_the_gate
from page_runs import leave_long, walk

from literate.products.notebooks import TITLED
from literate.products.notebooks import notebook as notebook_of
from literate.reading import sources
from literate.running.run import Run

PAGES = {path.stem: path for path in sources.pages(ROOT) if sources.is_taken_away(path, ROOT)}
STEMS = [*PAGES]
FIRST = next(stem for stem in STEMS if stem.startswith("13"))


def run_of_page(stem: str) -> Run:
    """The run of a page, which all tests share."""
    leave_long(PAGES[stem])
    return walk(PAGES[stem]).run


def sampled(stem: str, group: str) -> None:
    """Part 13 in every run, the others in the gate."""
    if stem != FIRST:
        in_the_gate(group)


def cells_of(run: Run) -> list[Any]:
    """The cells of the notebook of a run."""
    notebook = nbformat.reads(notebook_of(run), as_version=4)
    nbformat.validate(notebook)
    return list(notebook.cells)


def code_of(cell: Any) -> str:
    """The code of a cell, without the line that folded cells begin with."""
    begins = TITLED.partition("{")[0]
    return str(cell.source.partition("\n")[2] if cell.source.startswith(begins) else cell.source)


def is_answer(cell: Any) -> bool:
    """Whether a cell is folded with what it prints."""
    return "hide-cell" in cell.metadata.get("tags", [])


def texts(cell: Any) -> str:
    """What a cell has printed; a kernel may hand it over in several pieces."""
    return "".join(output.text for output in cell.get("outputs", []))
