"""The rows of a legend that explain symbols, with the addresses that links name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from literate.grammar.patterns import FORMULA
from literate.maths.signs import Symbol, symbols_of

ROW = re.compile(r"^\| (?P<symbols>[^|]*\$[^|]*) \|.* (?P<part>\d+) \|$")
WRITTEN = re.compile(r"\{:? ?#(?P<address>[\w-]+) ?\}")


@dataclass(frozen=True)
class LegendRow:
    """One row of the legend: its line, its first cell, the part that introduces it, all its cells by their headings."""

    line: int
    symbols: str
    part: int
    cells: dict[str, str]

    @property
    def formulas(self) -> list[str]:
        """The symbols as the row writes them, without their dollars."""
        return [formula[0].strip("$") for formula in FORMULA.finditer(self.symbols)]

    @property
    def signs(self) -> list[Symbol]:
        """The symbols that the row explains: the first of each of its formulas."""
        return [found[0] for formula in self.formulas if (found := symbols_of(formula))]

    @property
    def address(self) -> str:
        """What a link to the row names: the id that is written in its first cell, or one made of its first symbol."""
        written = WRITTEN.search(self.symbols)
        return written["address"] if written else f"sym-{next((one.name for one in self.signs), self.line)}"


def legend_rows(text: str) -> Iterator[LegendRow]:
    """The rows of a legend that explain symbols, in order."""
    headings: list[str] = []
    lines = text.split("\n")
    for number, (line, below) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if below.startswith("|--"):
            headings = cells
        elif found := ROW.match(line):
            yield LegendRow(number, found["symbols"], int(found["part"]), dict(zip(headings, cells, strict=False)))


def addressed(legend: str) -> str:
    """A legend with the address of each row in its first cell, as an attribute list."""
    lines = legend.split("\n")
    for row in legend_rows(legend):
        if not WRITTEN.search(row.symbols):
            written = f"{row.symbols} {{ #{row.address} }}"
            lines[row.line - 1] = lines[row.line - 1].replace(row.symbols, written, 1)
    return "\n".join(lines)
