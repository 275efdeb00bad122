"""A text in which each piece that is no prose is one character, so that what changes prose leaves it alone."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import takewhile

from literate.products.containers import outdented
from literate.products.pieces import ROW, Piece, pieces
from literate.running.values import as_entities, in_formula

ROLE = re.compile(r"\\r(?:in|hid|out|lab|err|wt|upd)(?=\{)")
BAR = re.compile(r"(?<!\\)\|")  # which ends a cell of a table, in code as well
WRITTEN: dict[str, Callable[[str], str]] = {"code": str, "formula": str, "html": as_entities}
PLANES = (0xF0000, 0x100000)


def spare(text: str, plane: int) -> Iterator[str]:
    """Private characters that a text does not hold, to stand for something in it."""
    held = set(text)
    return (chr(code) for code in range(PLANES[plane], PLANES[plane] + 0xFFFE) if chr(code) not in held)


def _rows(lines: list[str]) -> Iterator[str]:
    """The rows of the tables in a text."""
    for number, line in enumerate(lines):
        if number and "|" in lines[number - 1] and ROW.match(line):
            yield from (lines[number - 1], *takewhile(str.strip, lines[number:]))


class Hidden:
    """A text in which each piece that is no prose is one character; `text` is what remains to be read."""

    def __init__(self, text: str, indent: int = 0) -> None:
        """Hide them; the blanks in front of a block stay, as they say where it belongs."""
        self.pieces: dict[str, Piece] = {}
        self.columns: dict[str, int] = {}
        unused = spare(text, 1)
        self.text = "".join(self._hidden(piece, unused) for piece in pieces(text, indent))
        self.in_rows = {one for row in _rows(self.text.split("\n")) for one in row if one in self.pieces}

    def _hidden(self, piece: Piece, unused: Iterator[str]) -> str:
        if piece.kind == "prose":
            return piece.text
        character, inside = next(unused), piece.text.lstrip(" \t")
        self.pieces[character] = Piece(piece.kind, inside)
        return piece.text[: len(piece.text) - len(inside)] + character

    def shown(self, text: str, values: Mapping[str, str] | None = None) -> str:
        """A text with its pieces again, each without the columns of the fold that it stood in."""
        return "".join(self._shown(one, values or {}) if one in self.pieces else one for one in text)

    def in_html(self, text: str) -> str:
        """A text whose code is HTML, for the words of a fold, in which no Markdown is read."""
        codes = {one: piece.text.strip("`") for one, piece in self.pieces.items() if piece.kind == "code"}
        return "".join(f"<code>{escape(codes[one], quote=False)}</code>" if one in codes else one for one in text)

    def _shown(self, character: str, values: Mapping[str, str]) -> str:
        kind, text = self.pieces[character]
        text = ROLE.sub("", text) if kind == "formula" else text
        for one in [one for one in values if one in text] if kind == "formula" else ():
            text = in_formula(text, one, values[one])
        text = BAR.sub(r"\\|", text) if kind == "code" and character in self.in_rows else text
        text = "".join(WRITTEN[kind](values[one]) if one in values else one for one in text)
        first, *below = text.split("\n")
        return "\n".join([first, *(outdented(line, self.columns.get(character, 0)) for line in below)])
