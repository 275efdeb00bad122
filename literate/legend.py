r"""Ways into the legend: an address for each of its rows, and links from the prose of the pages to them.

The first `$\alpha$` of a page becomes
`[$\alpha$](../legend.md#sym-alpha){: .symbol title="alpha: the learning rate" }`, which both builders resolve.
"""

import os
import re
from dataclasses import replace

from literate.links import LINK
from literate.maths import INLINE
from literate.page import Page, blank
from literate.symbols import LEGEND, Row, Symbol, addressed, explained, in_formula

FORMULA = re.compile(INLINE)
HOME = "docs/index.md"
# Links, display formulas, and lines that are a heading, a row of a table, the opening of a fold or a tab, or HTML.
LEFT_ALONE = re.compile(rf"{LINK.pattern}|\$\$.+?\$\$|^ *(?:#|\||!!!|\?\?\?|===|<)[^\n]*", re.DOTALL | re.MULTILINE)


def prepared(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter: the legend with its addresses, another page with links to them."""
    if page.name == LEGEND:
        return addressed("\n".join(lines)).split("\n")
    return _linked(page, lines) if page.name != HOME and (page.root / LEGEND).is_file() else lines


def link(page: Page, tex: str, row: Row, title: str) -> str:
    """A symbol that leads to its row of the legend; its title is its name for programs that cannot read formulas."""
    target = f"{os.path.relpath(page.root / LEGEND, page.path.parent)}#{row.address}"
    return f'[${tex}$]({target}){{: .symbol title="{in_words(tex)}{in_words(title)}" }}'


def in_words(text: str) -> str:
    """A text without the marks of its formulas, such as `the slope in O_in`."""
    text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"\1/\2", text)
    return re.sub(r"\\r[a-z]+|\\text|[\\${}\"]", "", text)


def _linked(page: Page, lines: list[str]) -> list[str]:
    """The first formula in the prose that is nothing but one symbol becomes a link, for each symbol."""
    known, seen, made = explained(page.root), set[str](), []
    text = replace(page, lines=[*page.lines[: page.first], *lines]).prose
    text = LEFT_ALONE.sub(blank, text)
    for line, visible in zip(lines, text.split("\n")[page.first :], strict=True):
        for found in reversed([one for one in FORMULA.finditer(visible) if _is_new(one[1], seen)]):
            if row := row_of(known, next(in_formula(found[1]))):
                leading = link(page, found[1], row, f": {row.cells['meaning']}")
                line = line[: found.start()] + leading + line[found.end() :]
        made.append(line)
    return made


def row_of(known: dict[str, Row], symbol: Symbol) -> Row | None:
    """The row that explains a symbol."""
    return known.get(symbol.key) or known.get(symbol.name)


def _is_new(tex: str, seen: set[str]) -> bool:
    """Whether a formula is one symbol alone, for the first time; remembers it."""
    symbols = list(in_formula(tex))
    if len(symbols) != 1 or symbols[0].written != tex or symbols[0].key in seen:
        return False
    seen.add(symbols[0].key)
    return True
