"""`[[where]]` below a display formula: a fold with its symbols, in order, with what the legend says of them.

Each symbol is explained once on a page, below the first formula that asks for it; below a later one it is named.
"""

from literate.errors import UnknownError
from literate.kit.feature import Feature
from literate.kit.legend import legend_link, row_of
from literate.kit.legend_rows import LegendRow
from literate.kit.symbols import explained, legend_of
from literate.maths.signs import Symbol, symbols_of
from literate.reading.page import NUMBER, Page
from literate.running.run import Run

OPENING = '??? where "What the symbols mean"'


def expand(run: Run, line: int, argument: str) -> str:
    """The list of the symbols of the formula above, as Markdown.

    Raises:
        UnknownError: When no display formula ends right above the line, or the marker has an argument.
    """
    if argument:
        raise UnknownError("write [[where]], without an argument")
    if legend_of(run.page.root) is None:
        raise UnknownError("there is no legend")
    rows, used = {row.address: row for row in explained(run.page.root).values()}, _used(run, line)
    above = [mark.line for mark in run.page.marks if mark.name == "where" and mark.line < line]
    told = {(address, one.name) for at in above for address, symbols in _used(run, at).items() for one in symbols}
    fresh = {address: of for address, of in used.items() if any((address, one.name) not in told for one in of)}
    entries = [_entry(run.page, rows[address], symbols) for address, symbols in fresh.items()]
    if entries and (again := [address for address in used if address not in fresh]):
        links = (_links(run.page, rows[address], used[address]) for address in again)
        entries.append(f"- {', '.join(links)}: as above")
    lines = [line for entry in entries for line in (f"    {entry}", "    {: .where }")]
    return "\n".join(["", OPENING, "", *lines, ""]) if lines else ""


def _used(run: Run, line: int) -> dict[str, list[Symbol]]:
    """The symbols of the formula above a line, by the address of their row in the legend."""
    known, used = explained(run.page.root), dict[str, list[Symbol]]()
    for symbol in symbols_of(_formula(run.page, line)):
        if row := row_of(known, symbol):
            used.setdefault(row.address, []).append(symbol)
    return used


def _formula(page: Page, line: int) -> str:
    """The display formula that ends above a line, with at most empty lines between."""
    formulas = [one for one in page.formulas if one.kind == "display" and one.last < line]
    if not formulas or any(text.strip() for text in page.lines[formulas[-1].last : line - 1]):
        raise UnknownError("write [[where]] on the line below the $$ that ends a display formula")
    return NUMBER.sub("", formulas[-1].text)


def _entry(page: Page, row: LegendRow, symbols: list[Symbol]) -> str:
    """One symbol, or a matrix and its numbers: as a link to the legend, what it means, its shape."""
    shape = row.cells.get("shape") or row.cells.get("values") or ""
    shape = shape.replace(" ", "\u00a0") if shape.startswith("(") else shape
    if shape and _formulas(row, symbols)[0] != row.formulas[0] and row.signs[0].name.lower() == symbols[0].name:
        shape = f"one number of ${row.formulas[0]}$, {shape}"
    return f"- {_links(page, row, symbols)}: {row.cells['meaning']}{f'; {shape}' if shape else ''}"


def _links(page: Page, row: LegendRow, symbols: list[Symbol]) -> str:
    """The symbols as the row writes them, each a link to it."""
    return ", ".join(legend_link(page, tex, row, " in the legend") for tex in _formulas(row, symbols))


def _formulas(row: LegendRow, symbols: list[Symbol]) -> list[str]:
    """Those of the row's formulas that begin with one of the symbols."""
    names = {symbol.name for symbol in symbols}
    return [tex for tex in row.formulas if any(one.name in names for one in symbols_of(tex)[:1])]


FEATURE = Feature(markers={"where": expand})
