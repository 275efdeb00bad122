"""The symbols of the formulas: each stands in the legend, and none is used before the part that introduces it."""

import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from literate.errors import PageError
from literate.file_texts import file_text
from literate.kit.feature import Feature, Inputs
from literate.kit.legend_rows import LegendRow, legend_rows
from literate.maths.signs import symbols_of
from literate.reading.page import NUMBER, Page, blank
from literate.reading.sources import part_number
from literate.settings import docs_of, settings_of


def mistakes(page: Page) -> Iterator[PageError]:
    """The symbols of the page's formulas that are not in the legend, or are used before their part.

    A site without a legend has nothing to compare with.
    """
    page_of_legend = legend_of(page.root)
    if page_of_legend is None:
        return
    legend = introduced(page.root)
    number = part_number(page.path, page.root)
    part = math.inf if number is None else number
    for line, column, written, name in symbols(page):
        if name not in legend or legend[name] > part:
            late = f"comes with part {legend[name]}" if name in legend else "is not in the legend"
            where = page_of_legend.relative_to(page.root).as_posix()
            hint = f"add it to {where}, with its meaning and its part, or use a symbol that is there"
            yield page.error(f"the symbol {name} {late}", line, column, len(written), hint)


def legend_of(root: Path) -> Path | None:
    """The page that explains the symbols; None where there is none."""
    name = settings_of(root).legend
    path = docs_of(root) / name
    return path if name and path.is_file() else None


def _text(root: Path) -> str:
    path = legend_of(root)
    return file_text(path) if path else ""


def _places(path: Path, root: Path, text: str) -> Iterator[str]:
    """The addresses of the rows, on the legend's page."""
    if path == legend_of(root):
        yield from (row.address for row in legend_rows(text))


def explained(root: Path) -> dict[str, LegendRow]:
    """The row of the legend for each symbol, by its key, and by its name for one that stands without its color."""
    return _explained(_text(root))


@lru_cache(maxsize=1)
def _explained(legend: str) -> dict[str, LegendRow]:
    found: dict[str, LegendRow] = {}
    signs = [(sign, row) for row in legend_rows(legend) for sign in row.signs]
    for sign, row in signs:
        found.setdefault(sign.key, row)
    return {sign.name: row for sign, row in reversed(signs)} | found


def introduced(root: Path) -> dict[str, int]:
    """The symbols of the legend, each with the part that introduces it."""
    return _introduced(_text(root))


@lru_cache(maxsize=1)
def _introduced(legend: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in legend_rows(legend):
        for symbol in (one for formula in row.formulas for one in symbols_of(formula)):
            found[symbol.name] = min(row.part, found.get(symbol.name, row.part))
    return found


def symbols(page: Page) -> Iterator[tuple[int, int, str, str]]:
    """Each symbol in the formulas of a page: line, column, as it is written, and its name."""
    for formula in page.formulas:
        for symbol in symbols_of(NUMBER.sub(blank, formula.written)):
            yield *formula.scope.place(formula.start + symbol.offset), symbol.written, symbol.name


def _depends(page: Page, inputs: Inputs) -> object:
    """What the legend says of the symbols of a page."""
    rows, parts = explained(inputs.root), introduced(inputs.root)
    signs = [sign for formula in page.formulas for sign in symbols_of(formula.text)]
    found = [(rows.get(sign.key), rows.get(sign.name), parts.get(sign.name)) for sign in signs]
    said = [[row and (row.symbols, row.part, row.cells, row.address) for row in two] for *two, _ in found]
    return said, [part for *_, part in found]


FEATURE = Feature(check=mistakes, places=_places, depends=_depends)
