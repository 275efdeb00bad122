"""What the cells of a notebook or a script begin with, as it was while what it is made of is the same.

A live server asks for the openings of all pages after each edit.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from literate.file_texts import file_text
from literate.products.bundled_package import Carried
from literate.products.needed import Needed
from literate.products.yours import all_cells
from literate.reading.package import Files
from literate.reading.page import Page

ASKED = re.compile(r'"(\w+)"')  # what a page invites to write in quotes comes along, too
MOST = 1000  # as many as are kept: of each page a notebook and a script


class Opened(NamedTuple):
    """The openings of pieces of code, one below the other, and what was read for them."""

    texts: tuple[str, ...]
    needed: Needed
    beside: Files


KEPT: dict[object, Opened] = {}


def of_notebook(page: Page) -> str:
    """What the cells of a notebook need of the taught package; empty where they need nothing."""
    code = "\n".join(cell.source for cell in all_cells(page))
    return preambles(page, (code,), ASKED.findall(page.body))[0]


def of_script(page: Page) -> tuple[str, ...]:
    """What each cell of a script needs of the taught package that those above it have not got."""
    return preambles(page, tuple(cell.source for cell in page.cells))


def preambles(page: Page, codes: tuple[str, ...], words: Iterable[str] = ()) -> tuple[str, ...]:
    """What each of some pieces of code needs that those above it have not got; `words` may come in quotes."""
    carried, asked = Carried(page), frozenset(words)
    key = page.root, carried.package, codes, asked
    kept = KEPT.get(key)
    if kept is None or kept.beside != _beside(kept.needed) or not kept.needed.is_current():
        while len(KEPT) >= MOST:
            KEPT.pop(next(iter(KEPT)))
        texts = tuple(carried.preamble(code, asked) for code in codes)
        kept = KEPT[key] = Opened(texts, carried.needed, _beside(carried.needed))
    return kept.texts


def _beside(needed: Needed) -> Files:
    """What lies in the package, and in those of its packages that are needed: names, with the texts of data."""
    inside = {name for name, found in needed.read.items() if found and found.is_package} | {needed.package}
    folders = [needed.root.joinpath(*name.split(".")) for name in sorted(inside - {""})]
    found = [entry for folder in folders if folder.is_dir() for entry in os.scandir(folder) if entry.is_file()]
    return tuple(
        (entry.path, "" if entry.name.endswith(".py") else file_text(Path(entry.path), "latin-1"))
        for entry in sorted(found, key=lambda entry: entry.path)
    )
