"""A page as a script of its cells, in the percent format: what stands before any cut between two cells runs alone."""

import re

from literate.products.addresses import addresses
from literate.products.openings import of_script
from literate.reading.page import Page
from literate.running.run import Run

CODING = re.compile(r"coding(?=[:=])")  # a first line with `coding: x` tells Python an encoding


def script(run: Run) -> str:
    """A finished run as a script: each cell below what it needs of the package and has not got."""
    text = f"# {_title(run.page)}\n"
    if address := addresses(run.page.path, run.page.root).of_file(run.page.path.name):
        text += f"# {address}\n"
    for cell, opening in zip(run.page.cells, of_script(run.page), strict=True):
        text += f"\n# %% preamble\n{opening}" * bool(opening) + f"\n# %% {cell.id}\n{cell.source}\n"
    return text


def _title(page: Page) -> str:
    """The title as one line of a comment: without line ends and controls, and never what names an encoding."""
    words = " ".join(str(page.meta.get("title") or page.path.stem).split())
    return CODING.sub(r"\g<0> ", "".join(sign for sign in words if sign.isprintable()))


def prefix(text: str, id: str) -> str:
    """The part of a script up to and including one cell."""
    title, *blocks = text.split("\n# %% ")
    names = [block.split("\n")[0] for block in blocks]
    return "\n# %% ".join([title, *blocks[: names.index(id) + 1]])
