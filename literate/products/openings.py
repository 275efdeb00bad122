"""What the cells of a notebook or a script begin with, as it was while what it is made of is the same.

A live server asks for the openings of all pages after each edit.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from literate.products.bundled_package import Carried
from literate.products.needed import Needed
from literate.products.yours import all_cells
from literate.reading.package import Files, taught_files
from literate.reading.page import Page

ASKED = re.compile(r'"(\w+)"')  # what a page invites to write in quotes comes along, too
MOST = 1000  # as many as are kept: of each page a notebook and a script


class Opened(NamedTuple):
    """The openings of pieces of code, one below the other, and what was read for them."""

    texts: tuple[str, ...]
    needed: Needed
    others: Files


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
    others = tuple((name, "" if name.endswith(".py") else text) for name, text in taught_files(page.root))
    kept = KEPT.get(key)
    if kept is None or kept.others != others or not kept.needed.is_current():
        while len(KEPT) >= MOST:
            KEPT.pop(next(iter(KEPT)))
        texts = tuple(carried.preamble(code, asked) for code in codes)
        kept = KEPT[key] = Opened(texts, carried.needed, others)
    return kept.texts
