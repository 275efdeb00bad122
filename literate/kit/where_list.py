"""`[[where]]` below a display formula: a fold with its symbols, in order, with what the legend says of them.

Each symbol is explained once on a page, below the first formula that asks for it.
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
    known, used = explained(run.page.root), dict[str, list[Symbol]]()
    told = {
        one.name
        for mark in run.page.marks
        if mark.name == "where" and mark.line < line
        for one in _signs(run, mark.line)
    }
    for symbol in _signs(run, line):
        if row := row_of(known, symbol):
            used.setdefault(row.address, []).append(symbol)
    of = {row.address: row for row in known.values()}
    fresh = {address: symbols for address, symbols in used.items() if any(one.name not in told for one in symbols)}
    entries = [f"    {line}" for address, symbols in fresh.items() for line in _entry(run.page, of[address], symbols)]
    return "\n".join(["", OPENING, "", *entries, ""]) if entries else ""


def _signs(run: Run, line: int) -> list[Symbol]:
    """The symbols of the formula above a line."""
    return list(symbols_of(_formula(run.page, line)))


def _formula(page: Page, line: int) -> str:
    """The display formula that ends above a line, with at most empty lines between."""
    formulas = [one for one in page.formulas if one.kind == "display" and one.last < line]
    if not formulas or any(text.strip() for text in page.lines[formulas[-1].last : line - 1]):
        raise UnknownError("write [[where]] on the line below the $$ that ends a display formula")
    return NUMBER.sub("", formulas[-1].text)


def _entry(page: Page, row: LegendRow, symbols: list[Symbol]) -> list[str]:
    """One symbol, or a matrix and its numbers: as a link to the legend, what it means, its shape."""
    names = {symbol.name for symbol in symbols}
    formulas = [tex for tex in row.formulas if any(one.name in names for one in list(symbols_of(tex))[:1])]
    shown = ", ".join(legend_link(page, tex, row, " in the legend") for tex in formulas)
    shape = row.cells.get("shape") or row.cells.get("values") or ""
    shape = shape.replace(" ", "\u00a0") if shape.startswith("(") else shape
    if shape and formulas[0] != row.formulas[0] and row.signs[0].name.lower() == symbols[0].name:
        shape = f"one number of ${row.formulas[0]}$, {shape}"
    return [f"- {shown}: {row.cells['meaning']}{f'; {shape}' if shape else ''}", "{: .where }"]


FEATURE = Feature(markers={"where": expand})
