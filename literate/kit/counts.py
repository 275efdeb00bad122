"""How much the pages of a project hold: for a page that says how many cells, numbers or formulas there are.

Its cell asks `counts()`, and reads no file itself. So the page is made again when a number that it names changes, not
at each edit of another page.
"""

import re
from collections.abc import Callable, Collection, Hashable
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

from literate.kit import course
from literate.kit.derivations import named_equations, registered, set_apart
from literate.kit.feature import Feature, Inputs
from literate.kit.holds import sentences, unbound
from literate.kit.symbols import symbols
from literate.reading import sources
from literate.reading.expressions import Number, find_numbers
from literate.reading.page import Page
from literate.reading.reader import parse
from literate.running import isolation


def _shown(page: Page) -> list[Number]:
    return [number for number in find_numbers(page) if not number.claim]


def _sections(page: Page) -> set[tuple[Path, int]]:
    """The lines of other files that stand in its cells."""
    lines = [line for cell in page.cells for line in cell.lines]
    return {(line.file, line.number) for line in lines if line.call and line.text.strip()}


# How many of each kind a page holds.
HELD: dict[str, Callable[[Page], int]] = {
    "pages": lambda page: 1,
    "cells": lambda page: len(page.cells),
    "numbers": lambda page: len(_shown(page)),
    "records": lambda page: sum("benchmark." in number.expression for number in _shown(page)),
    "given": lambda page: len(page.meta.get("given") or {}),
    "claims": lambda page: sum(len(one.claims) for one in sentences(page)),
    "bound": lambda page: sum(bool(one.claims) for one in sentences(page)),
    "unbound": lambda page: len(unbound(page)),
    "figures": lambda page: len(page.figures),
    "formulas": lambda page: len(page.formulas),
    "symbols": lambda page: len([*symbols(page)]),
    "links": lambda page: sum(not link.target.startswith("http") for link in page.links),
    "set_apart": lambda page: len(set_apart(page)),
    "set_apart_checked": lambda page: sum("checked:" in below for below in set_apart(page)),
}
# What counts once, however many pages hold it.
SHARED: dict[str, Callable[[Page], Collection[Hashable]]] = {"sections": _sections, "equations": named_equations}


def counts(root: Path | None = None) -> SimpleNamespace:
    """How many of each kind of `HELD` and `SHARED` the pages of a project hold.

    Args:
        root: The root of the project; without it, the project of the page that this process runs.

    Returns:
        Each count by its name. Besides, `minutes`, which all parts take together; `registered`, the number of equations
        that tests check; `nets` and `points`, on how many of them.
    """
    root = root or isolation.project_root()
    return _counted(root, [parse(path, root) for path in sources.pages(root)])


def _counted(root: Path, pages: list[Page]) -> SimpleNamespace:
    held = [_held(page) for page in pages]
    added = {name: sum(one[name] for one, _ in held) for name in HELD}
    shared = {name: set[Hashable]().union(*(one[name] for _, one in held)) for name in SHARED}
    equations, checked_on = registered(root)
    shared["equations"] &= equations.keys()
    once = {name: len(items) for name, items in shared.items()}
    minutes = sum(part.minutes for part in course.parts(root))
    return SimpleNamespace(**added, **once, **checked_on, minutes=minutes, registered=len(equations))


@lru_cache(maxsize=500)
def _held(page: Page) -> tuple[dict[str, int], dict[str, Collection[Hashable]]]:
    return {name: of(page) for name, of in HELD.items()}, {name: of(page) for name, of in SHARED.items()}


def _depends(page: Page, inputs: Inputs) -> object:
    """The counts that a page may name, where its cells ask for them."""
    if not any(__name__ in cell.source for cell in page.cells):
        return None
    counted = _counted(inputs.root, inputs.pages)
    return {name: count for name, count in vars(counted).items() if re.search(rf"\b{name}\b", page.body)}


FEATURE = Feature(depends=_depends, modules=(__name__,))
