"""What the source of a page says: its words, and the places where the page may say something else than is written.

Nothing here decides how a page is read: what may be no text is offered as a choice, and the page itself takes one.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from literate.accounting.ambiguous import PATTERNS
from literate.accounting.letters import CELL, DETAILS, DISPLAY, FIGURE, FORMULA, IMAGE, NOTE, words

TITLE = re.compile(r'title="([^"]*)"')
ONES = {"img": IMAGE, "details": DETAILS}


class Choice(NamedTuple):
    """From one place of the source the page may go on at another, having shown something else, or nothing.

    Attributes:
        kind: What this may be, a name of `ambiguous.PATTERNS`.
        end: Where the source goes on; at first an offset, then the number of a piece.
        instead: The words that the page has for it.
        inner: Offsets of the text that stands elsewhere on the page: that of a footnote or of a label.
        name: That of a footnote.
    """

    kind: str
    end: int
    instead: str = ""
    inner: tuple[int, int] = (0, 0)
    name: str = ""


class Written:
    """The source in pieces: the words between two places, and at some places choices that the page has."""

    def __init__(self, source: str) -> None:
        """Cut the source where something begins or ends that may be no text."""
        self.source = source
        found = [(start, choice) for start, choice in _found(source)]
        places = {0, len(source)} | {start for start, _ in found} | {choice.end for _, choice in found}
        places |= {place for _, choice in found for place in choice.inner}
        self.places = sorted(places)
        self.number = {place: number for number, place in enumerate(self.places)}
        self.pieces = [words(source[a:b]) for a, b in zip(self.places, self.places[1:], strict=False)]
        self.choices: dict[int, list[Choice]] = {}
        for start, choice in found:
            moved = choice._replace(
                end=self.number[choice.end], inner=(self.number[choice.inner[0]], self.number[choice.inner[1]])
            )
            self.choices.setdefault(self.number[start], []).append(moved)

    def offset(self, piece: int, length: int) -> int:
        """The offset in the source of the word in which a piece differs after so many letters; of all of it below 0."""
        seen, start = 0, self.places[piece]
        for found in re.finditer(r"[^\W_]+" if length >= 0 else "\0", self.source[start : self._end(piece)]):
            seen += len(found[0])
            if seen > length:
                return start + found.start()
        return start

    def between(self, piece: int, length: int, mark: str) -> int:
        """The offset of a mark behind so many letters of a piece; of a word beside it where it is written otherwise."""
        start, below = self.offset(piece, length - 1), self.offset(piece, length)
        end = below + len(mark) if below > start else self._end(piece)  # a mark may have a digit in it
        found = self.source.rfind(mark, start, end)
        return found if found >= 0 else max(start, below)

    def _end(self, piece: int) -> int:
        return self.places[min(piece + 1, len(self.pieces))]


def _found(source: str) -> Iterator[tuple[int, Choice]]:
    """The choices, each with the offset at which it begins; a link that names no target is text."""
    named = {_label(found["name"]) for found in PATTERNS["target"].finditer(source)}
    for kind, pattern in PATTERNS.items():
        for found in pattern.finditer(source):
            if kind == "reference" and _label(found["gone"][1:-1]) not in named | {""}:
                continue
            start, end = found.span("gone" if "gone" in pattern.groupindex else 0)
            if start < 0:
                continue
            if kind == "footnote" or kind == "tab":
                yield start, Choice(kind, end, "", found.span("words"), found.groupdict().get("name") or "")
            else:
                yield start, Choice(kind, end, _instead(kind, found))


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _instead(kind: str, found: re.Match[str]) -> str:
    """The words that the page has in place of this."""
    if kind == "tag":
        return ONES.get((found["tag"] or "").lower(), "") if not found[0].startswith("</") else ""
    if kind == "raw":
        return ("", DISPLAY if 'display="block"' in found[0] else FORMULA)[found["tag"].lower() == "math"]
    if kind == "entity":
        return words(html.unescape(found[0]))
    if kind == "fence":
        title = TITLE.search(found["gone"])
        return (CELL if "exec=" in found["gone"] else "") + words(title[1] if title else "")
    if kind == "hidden":
        return FIGURE if "exec=" not in found["gone"].split("\n")[0] else CELL
    if kind == "fold":
        fold = DETAILS if found["gone"].startswith("?") else ""
        return fold + ("" if found["title"] else found["kind"].capitalize())
    if kind == "formula":
        return DISPLAY if found["gone"].startswith("$$") else FORMULA
    return {"image": IMAGE, "note": NOTE}.get(kind, "")
