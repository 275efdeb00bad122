"""The symbols of the formulas: each stands in the legend, and none is used before the part that introduces it."""

import re
from collections.abc import Iterator
from pathlib import Path

from literate.numbers import MATHS, NUMBER, prose
from literate.reader import Page

LEGEND = "docs/legend.md"
ROW = re.compile(r"^\| (?P<symbols>[^|]*\$[^|]*) \|.* (?P<part>\d+) \|$", re.MULTILINE)
SIGN = r"(?:var)?(?:alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|sigma|phi|omega)|partial|nabla|odot|otimes|circ"
SYMBOL = re.compile(
    r"\\(?:begin|end)\{\w+\}|\\text\{(?P<text>[^}]*)\}|\\r[a-z]+\{(?P<role>[A-Za-z])\}"
    rf"|\\(?P<sign>{SIGN})(?![a-zA-Z])|\\[a-zA-Z]+|(?P<letter>[A-Za-z])"
)
SUBSCRIPT = re.compile(r"_(?:\{(?P<long>(?:[^{}]|\{[^{}]*\})*)\}|(?P<short>\w))")
INDEX = re.compile(r"-[\dkij]+$")


def check(page: Page) -> None:
    """Every symbol of the page's formulas is in the legend, and not used before its part.

    Raises:
        PageError: For the first symbol that is not. A site without a legend has nothing to compare with.
    """
    if not (page.root / LEGEND).is_file():
        return
    legend = introduced(page.root)
    part = int(page.path.stem[:2]) if page.path.parent.name == "series" else max(legend.values())
    for line, column, written, name in symbols(page):
        if legend.get(name, part + 1) > part:
            late = f"comes with part {legend[name]}" if name in legend else "is not in the legend"
            hint = f"add it to {LEGEND}, with its meaning and its part, or use a symbol that is there"
            raise page.error(f"the symbol {name} {late}", line, column, len(written), hint)


def introduced(root: Path) -> dict[str, int]:
    """The symbols of the legend, each with the part that introduces it."""
    found: dict[str, int] = {}
    for row in ROW.finditer((root / LEGEND).read_text(encoding="utf-8")):
        for formula in MATHS.findall(row["symbols"]):
            for _, _, name in _in_formula(formula):
                found[name] = min(int(row["part"]), found.get(name, int(row["part"])))
    return found


def symbols(page: Page) -> Iterator[tuple[int, int, str, str]]:
    """Each symbol in the formulas of a page: line, column, as it is written, and its name."""
    text = NUMBER.sub(lambda found: " " * len(found[0]), prose(page))
    for formula in MATHS.finditer(text):
        for offset, written, name in _in_formula(formula[0]):
            start = formula.start() + offset
            yield text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), written, name


def _in_formula(tex: str) -> Iterator[tuple[int, str, str]]:
    """The symbols of one formula: offset, as written, and name, such as `W_2` for each weight between its layers."""
    offset = 0
    while found := SYMBOL.search(tex, offset):
        offset = found.end()
        word = found["text"] if (found["text"] or "").isupper() else None
        if name := found["role"] or found["sign"] or found["letter"] or word:
            if subscript := SUBSCRIPT.match(tex, offset):
                offset = subscript.end()
                inside = re.sub(r"\\text\{([^}]*)\}", r"\1", subscript["long"] or subscript["short"])
                name += f"_{INDEX.sub('', inside)}"
            yield found.start(), tex[found.start() : offset], name
