"""What the run of a page has made and its HTML does not have, or has twice: cells, figures, numbers, outputs; ids."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from literate.accounting.html_text import Shown
from literate.accounting.letters import words

NUMBERS, OUTPUTS = 0xF0000, 0x100000  # the characters that stand for the first number and the first output of a page
DEFINED = re.compile(r"[ >\t]*\*?\[[^\]^\n]+\]:")  # what stands wherever it is used: abbreviations, targets
NOWHERE: Mapping[str, int] = {}


class Imbalance(NamedTuple):
    """What does not balance, at its place in the file; a length of 0 means the whole line."""

    line: int
    column: int
    length: int
    message: str
    hint: str


def absent(
    lines: list[str],
    html: str | Shown,
    cells: Mapping[str, int],
    figures: Mapping[str, int],
    numbers: Mapping[int, tuple[int, int, int]] | None = None,
    outputs: Mapping[int, int] | None = None,
) -> Iterator[Imbalance]:
    """What the run has made and the page does not have, or has twice.

    Args:
        lines: The whole file, as it is written.
        html: The rendered page, as above.
        cells: The line of each cell, by its id.
        figures: The line of each figure, by its id.
        numbers: Line, column and length of the numbers by their place in the order, those in formulas left out.
        outputs: The line of each cell whose output is shown, by the cell's place in the order.
    """
    shown = html if isinstance(html, Shown) else Shown(html)
    for kind, places in ("cell", cells), ("figure", figures):
        for name, line in places.items():
            if not shown.ids[f"{kind}-{name}"]:
                hint = "leave an empty line above it, and take it out of what shows it as text"
                yield Imbalance(line, 1, 0, f'{kind} "{name}" ran, but the page does not show it', hint)
    for number, place in (numbers or {}).items():
        often = bool(DEFINED.match(lines[place[0] - 1]))
        yield from _held(shown, chr(NUMBERS + number), place, "this number", often)
    for number, line in (outputs or {}).items():
        if shown.held[chr(OUTPUTS + number)] != 1:
            yield Imbalance(line, 1, 0, "the output of this cell does not stand on the page once", "")
    for name in (name for name, count in shown.ids.items() if count > 1):
        line = _named(lines, name)
        yield Imbalance(
            line, 1, 0, f'the id "{name}" stands {shown.ids[name]} times on the page', "name one of them otherwise"
        )


def _named(lines: list[str], name: str) -> int:
    """The last line that an id may come from: one that has it, or whose words it is made of."""
    same = (n for n, text in enumerate(lines, 1) if text.startswith("#") and words(text).lower() == words(name))
    return max((n for n, text in enumerate(lines, 1) if name in text), default=max(same, default=1))


def _held(shown: Shown, held: str, place: tuple[int, int, int], what: str, often: bool) -> Iterator[Imbalance]:
    if held in shown.held_in_code:
        yield Imbalance(*place, f"{what} stands in what the site shows as code", "numbers are computed in text alone")
    elif shown.held[held] != 1 and not (often and shown.held[held]):
        message = (
            f"{what} stands {shown.held[held]} times on the page" if shown.held[held] else f"{what} is not on the page"
        )
        yield Imbalance(*place, message, "")
