r"""Ways into the legend: an address for each of its rows, and links from the prose of the pages to them.

The first `$\alpha$` of a page becomes
`[$\alpha$](../legend.md#sym-alpha){: .symbol title="alpha: the learning rate" }`, which both builders resolve.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace

from literate.grammar.inlines import Inline
from literate.grammar.patterns import OPENS
from literate.kit.feature import Feature
from literate.kit.legend_rows import LegendRow, addressed
from literate.kit.symbols import explained, legend_of
from literate.maths.signs import Symbol, symbols_of
from literate.reading.page import Page
from literate.settings import docs_of, settings_of

DOLLAR = re.compile(OPENS)
TEXTS = {"paragraph", "term"}  # not headings, cells of tables, titles of folds


def prepared(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter: the legend with its addresses, another page with links to them."""
    legend = legend_of(page.root)
    if page.path == legend:
        return addressed("\n".join(lines)).split("\n")
    return _linked(page, lines) if legend and page.address not in settings_of(page.root).unlinked else lines


def legend_link(page: Page, tex: str, row: LegendRow, title: str) -> str:
    """A symbol that leads to its row of the legend; its title is its name for programs that cannot read formulas."""
    target = f"{os.path.relpath(docs_of(page.root) / settings_of(page.root).legend, page.path.parent)}#{row.address}"
    return f'[${tex}$]({target}){{: .symbol title="{without_tex(tex)}{without_tex(title)}" }}'


def without_tex(text: str) -> str:
    """A text without the marks of its formulas, such as `the slope in O_in`."""
    text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"\1/\2", text)
    return re.sub(r"\\r[a-z]+|\\text|[\\${}\"]", "", text)


def _linked(page: Page, lines: list[str]) -> list[str]:
    """The first formula in the prose that is nothing but one symbol becomes a link, for each symbol."""
    known, seen, made = explained(page.root), set[str](), page.lines[: page.first] + lines
    filled, edits = replace(page, lines=made), dict[tuple[int, int], tuple[int, str]]()
    for one in _alone(filled):
        if _is_new(one.text, seen) and (row := row_of(known, symbols_of(one.text)[0])):
            edits |= {place: (1, r"\$") for place in _dollars(filled, one)}
            edits[one.place] = len(one.written), legend_link(page, one.text, row, f": {row.cells['meaning']}")
    for (number, column), (length, new) in sorted(edits.items(), reverse=True):
        line = made[number - 1]
        made[number - 1] = line[: column - 1] + new + line[column - 1 + length :]
    return made[page.first :]


def _dollars(page: Page, link: Inline) -> Iterator[tuple[int, int]]:
    """The places above a link, in its text, of dollars that are text: they could begin a formula that ends in it."""
    found = next(text.found for _, text in page.contents.texts if text.scope is link.scope)
    taken = {at for one in found for at in range(one.start, one.end)}
    for sign in DOLLAR.finditer(link.scope.text, 0, link.start):
        if sign.start() not in taken:
            yield link.scope.place(sign.start())


def _alone(page: Page) -> Iterator[Inline]:
    """The formulas that may become a link, in order: not those in links, nor on lines of HTML."""
    for block, text in page.contents.texts:
        links = [range(one.start, one.end) for one in text.found if "link" in one.kind]
        for one in text.found if block.kind in TEXTS else []:
            begins = page.lines[one.place[0] - 1].lstrip()
            if one.kind == "formula" and not begins.startswith("<") and not any(one.start in link for link in links):
                yield one


def row_of(known: dict[str, LegendRow], symbol: Symbol) -> LegendRow | None:
    """The row that explains a symbol."""
    return known.get(symbol.key) or known.get(symbol.name)


def _is_new(tex: str, seen: set[str]) -> bool:
    """Whether a formula is one symbol alone, for the first time; remembers it."""
    symbols = symbols_of(tex)
    if len(symbols) != 1 or symbols[0].written != tex or symbols[0].key in seen:
        return False
    seen.add(symbols[0].key)
    return True


FEATURE = Feature(link=prepared)
