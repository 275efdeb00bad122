"""The account of a rendered page: each word of its source stands on it once, in order, and nothing is left unread.

It shares nothing with what reads a page: words of the source are held against words of the HTML.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from literate.accounting.balance import Way
from literate.accounting.html_text import Shown
from literate.accounting.letters import Stream, words
from literate.accounting.presence import NOWHERE, Imbalance, absent
from literate.accounting.source_text import Written

BEGINS = r"\?\?\?|!!! |===[!+]* \"|#{1,6} |: |[-*+] (?=\w)|>|(?:-{3,}|\*{3,})\s*(?:\n|$)"  # lines of the source
LEFT = re.compile(rf"\{{\{{|\}}\}}|\[\[|\]\]|-+8<-+|\$\$|```|~~~|(?<=\n)[ \t]*(?:{BEGINS})|\|[ ]*:?-{{3,}}")
IN_BACKTICKS = "write it as what it is meant to be, or in backticks"


def balanced(
    lines: list[str],
    first: int,
    html: str,
    cells: Mapping[str, int] = NOWHERE,
    figures: Mapping[str, int] = NOWHERE,
    numbers: Mapping[int, tuple[int, int, int]] | None = None,
    outputs: Mapping[int, int] | None = None,
) -> list[Imbalance]:
    """Everything that does not balance, in the order of the file; see `missing` and `absent`."""
    shown = Shown(html)
    return sorted({*missing(lines, first, shown), *absent(lines, shown, cells, figures, numbers, outputs)})


def missing(lines: list[str], first: int, html: str | Shown) -> Iterator[Imbalance]:
    """What of the source does not stand on the page once and in order, and what stands there unread.

    Args:
        lines: The whole file, as it is written.
        first: How many of its lines are front matter.
        html: The rendered page, its numbers still characters of plane 15, its outputs of plane 16.
    """
    written = Written("\n".join([""] * first + lines[first:]))
    shown = html if isinstance(html, Shown) else Shown(html)
    ways, labels = [Way(written, 0, len(written.pieces), shown.page)], list(shown.labels)
    for way in ways:
        if way.last is None:
            yield _parting(way)
            continue
        for step in way.steps():
            if step.choice and step.choice.kind == "footnote":
                note = shown.notes.get(step.choice.name) or Stream().finished()
                ways.append(Way(written, *step.choice.inner, note))
            elif step.choice and step.choice.kind == "tab":
                tried = [Way(written, *step.choice.inner, label) for label in labels] or [ways[0]]
                fits = next((number for number, one in enumerate(tried) if one.last), 0)
                ways.append(tried[fits])
                del labels[fits : fits + 1]
        yield from _left(way)


def _left(way: Way) -> Iterator[Imbalance]:
    """Marks that stand as text outside of code, and blocks that say that they are Markdown and were not read."""
    steps = way.steps()
    at = [step.at for step in steps]
    for start, text in way.stream.said:
        for found in LEFT.finditer(text):
            mark, before = found[0].strip(), start + len(words(text[: found.start()]))
            step = steps[min(bisect_right(at, before), len(steps) - 1) - 1]  # at the last there is no word any more
            offset = way.written.between(step.piece, before - step.at, mark)
            if way.written.source[offset - 1 : offset] != "\\":  # what is escaped is meant as text
                yield _at(way.written, offset, f"{mark} stands on the page as text", IN_BACKTICKS)
    for place in way.stream.marks["unread"]:
        offset = way.written.places[steps[bisect_right(at, place) - 1].piece]
        yield _at(way.written, offset, "what this holds is not read as Markdown", "")


def _parting(way: Way) -> Imbalance:
    """The place where source and page part."""
    piece, length, at = way.failed
    written, text = way.written, way.stream.text
    if piece == way.end:
        return _at(written, written.places[piece] - 1, "the page goes on where the source ends", "")
    offset = written.offset(piece, length)
    rest = words(written.source[offset : offset + 200])[:24]
    if rest and text.find(rest, at) > at:
        what = "above these words the page has others, that are not written here or that stand twice"
        return _at(written, offset, what, "")
    return _at(written, offset, "these words do not stand on the page as they are written", IN_BACKTICKS)


def _at(written: Written, offset: int, message: str, hint: str) -> Imbalance:
    """An entry from a place of the source to the end of its line."""
    source, offset = written.source, max(0, offset)
    column = offset - source.rfind("\n", 0, offset)
    end = source.find("\n", offset)
    length = max(1, (end if end >= 0 else len(source)) - offset)
    return Imbalance(source.count("\n", 0, offset) + 1, column, length, message, hint)
