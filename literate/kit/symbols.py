"""The symbols of the formulas: each stands in the legend, and none is used before the part that introduces it."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from literate.errors import PageError
from literate.grammar.patterns import FORMULA
from literate.kit.feature import Feature, Inputs
from literate.reading.page import NUMBER, Page, blank
from literate.reading.sources import part_of
from literate.settings import docs_of, settings_of

ROW = re.compile(r"^\| (?P<symbols>[^|]*\$[^|]*) \|.* (?P<part>\d+) \|$")
WRITTEN = re.compile(r"\{:? ?#(?P<address>[\w-]+) ?\}")
SIGN = r"(?:var)?(?:alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|sigma|phi|omega)|partial|nabla|odot|otimes|circ"
SYMBOL = re.compile(
    r"\\(?:begin|end)\{\w+\}|\\text\{(?P<text>[^}]*)\}|\\r[a-z]+\{(?P<role>[A-Za-z])\}"
    rf"|\\(?P<sign>{SIGN})(?![a-zA-Z])|\\[a-zA-Z]+|(?P<letter>[A-Za-z])"
)
SUBSCRIPT = re.compile(r"_(?:\{(?P<long>(?:[^{}]|\{[^{}]*\})*)\}|(?P<short>\w))")
INDEX = re.compile(r"-[\dkij]+$")
ROLE = re.compile(r"\\r[a-z]+(?=\{)")


class Symbol(NamedTuple):
    """One symbol in a formula: where it begins, how it is written there, and its name, such as `W_2`.

    `key` tells apart what shares a name: the label $y$ and any $y$, the function $f$ and its slope $f'$, the flower $e$
    and Euler's number, which stands before a power.
    """

    offset: int
    written: str
    name: str
    key: str


@dataclass(frozen=True)
class Row:
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
        return [found[0] for formula in self.formulas if (found := list(in_formula(formula)))]

    @property
    def address(self) -> str:
        """What a link to the row names: the id that is written in its first cell, or one made of its first symbol."""
        written = WRITTEN.search(self.symbols)
        return written["address"] if written else f"sym-{next((one.name for one in self.signs), self.line)}"


def rows(text: str) -> Iterator[Row]:
    """The rows of a legend that explain symbols, in order."""
    headings: list[str] = []
    lines = text.split("\n")
    for number, (line, below) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if below.startswith("|--"):
            headings = cells
        elif found := ROW.match(line):
            yield Row(number, found["symbols"], int(found["part"]), dict(zip(headings, cells, strict=False)))


def mistakes(page: Page) -> Iterator[PageError]:
    """The symbols of the page's formulas that are not in the legend, or are used before their part.

    A site without a legend has nothing to compare with.
    """
    page_of_legend = legend_of(page.root)
    if page_of_legend is None:
        return
    legend = introduced(page.root)
    number = part_of(page.path, page.root)
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
    return path.read_text(encoding="utf-8") if path else ""


def _places(path: Path, root: Path, text: str) -> Iterator[str]:
    """The addresses of the rows, on the legend's page."""
    if path == legend_of(root):
        yield from (row.address for row in rows(text))


def addressed(legend: str) -> str:
    """A legend with the address of each row in its first cell, as an attribute list."""
    lines = legend.split("\n")
    for row in rows(legend):
        if not WRITTEN.search(row.symbols):
            written = f"{row.symbols} {{ #{row.address} }}"
            lines[row.line - 1] = lines[row.line - 1].replace(row.symbols, written, 1)
    return "\n".join(lines)


def explained(root: Path) -> dict[str, Row]:
    """The row of the legend for each symbol, by its key, and by its name for one that stands without its color."""
    return _explained(_text(root))


@lru_cache(maxsize=1)
def _explained(legend: str) -> dict[str, Row]:
    found: dict[str, Row] = {}
    signs = [(sign, row) for row in rows(legend) for sign in row.signs]
    for sign, row in signs:
        found.setdefault(sign.key, row)
    return {sign.name: row for sign, row in reversed(signs)} | found


def introduced(root: Path) -> dict[str, int]:
    """The symbols of the legend, each with the part that introduces it."""
    return _introduced(_text(root))


@lru_cache(maxsize=1)
def _introduced(legend: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows(legend):
        for symbol in (one for formula in row.formulas for one in in_formula(formula)):
            found[symbol.name] = min(row.part, found.get(symbol.name, row.part))
    return found


def symbols(page: Page) -> Iterator[tuple[int, int, str, str]]:
    """Each symbol in the formulas of a page: line, column, as it is written, and its name."""
    for formula in page.formulas:
        for symbol in in_formula(NUMBER.sub(blank, formula.written)):
            yield *formula.scope.place(formula.start + symbol.offset), symbol.written, symbol.name


def in_formula(tex: str) -> Iterator[Symbol]:
    """The symbols of one formula, such as `W_2` for each weight between its layers."""
    offset = 0
    while found := SYMBOL.search(tex, offset):
        offset = found.end()
        word = found["text"] if (found["text"] or "").isupper() else None
        if name := found["role"] or found["sign"] or found["letter"] or word:
            if subscript := SUBSCRIPT.match(tex, offset):
                offset = subscript.end()
                inside = re.sub(r"\\text\{([^}]*)\}", r"\1", subscript["long"] or subscript["short"])
                name += f"_{INDEX.sub('', inside)}"
            role, after = ROLE.match(found[0]), tex[offset : offset + 1]
            mark = after if after == "'" or (name, after) == ("e", "^") else ""
            yield Symbol(found.start(), tex[found.start() : offset], name, f"{role[0] if role else ''}{name}{mark}")


def _depends(page: Page, inputs: Inputs) -> object:
    """What the legend says of the symbols of a page."""
    rows, parts = explained(inputs.root), introduced(inputs.root)
    signs = [sign for formula in page.formulas for sign in in_formula(formula.text)]
    found = [(rows.get(sign.key), rows.get(sign.name), parts.get(sign.name)) for sign in signs]
    said = [[row and (row.symbols, row.part, row.cells, row.address) for row in two] for *two, _ in found]
    return said, [part for *_, part in found]


FEATURE = Feature(check=mistakes, places=_places, depends=_depends)
