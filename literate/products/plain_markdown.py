"""A page's prose as plain Markdown, for readers that know none of the site's extensions; nothing else is touched."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from literate.products.addresses import NOWHERE, Addresses
from literate.products.containers import Held, outdented
from literate.products.pieces import Piece, pieces
from literate.products.portable_links import Lead, Leads, definitions
from literate.running.values import as_entities, as_markdown, in_formula

TAG = re.compile(r"^ *</?(?:div|figure|section)\b[^>]*> *$")
ROLE = re.compile(r"\\r(?:in|hid|out|lab|err|wt|upd)(?=\{)")
ITEM = r"(?:[#.][\w:-]+|[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s}\"']+))"
LIST = rf"\{{:? *{ITEM}(?: +(?:{ITEM}|[\w-]+))* *\}}"
# Where an attribute list is one: at the end of a heading or of a cell of a table, on a line of its own below text.
LISTS = re.compile(
    rf"(?P<kept>^#{{1,6}}[^\n]*?) *{LIST} *$|\n *{LIST} *$| +{LIST}(?= *\|| *\n *(?:=+|-+) *$)", re.MULTILINE
)
DOLLAR = re.compile(r"(?<!\\)\$")
WRITTEN: dict[str, Callable[[str], str]] = {"code": str, "formula": str, "html": as_entities}
PLANES = (0xF0000, 0x100000)


def spare(text: str, plane: int) -> Iterator[str]:
    """Private characters that a text does not hold, to stand for something in it."""
    held = set(text)
    return (chr(code) for code in range(PLANES[plane], PLANES[plane] + 0xFFFE) if chr(code) not in held)


@dataclass(frozen=True)
class Surroundings:
    """What the plain Markdown of a part of a page needs to know of the whole.

    Attributes:
        values: The computed values, each by the character that stands for it.
        addresses: Where the links of the page lead.
        known: What the page defines for links that go by a label.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    addresses: Addresses = NOWHERE
    known: Mapping[str, Lead] = field(default_factory=dict)


class Hidden:
    """A text in which each piece that is no prose is one character; `text` is what remains to be read."""

    def __init__(self, text: str, indent: int = 0) -> None:
        """Hide them; the blanks in front of a block stay, as they say where it belongs."""
        self.pieces: dict[str, Piece] = {}
        self.columns: dict[str, int] = {}
        unused = spare(text, 1)
        self.text = "".join(self._hidden(piece, unused) for piece in pieces(text, indent))

    def _hidden(self, piece: Piece, unused: Iterator[str]) -> str:
        if piece.kind == "prose":
            return piece.text
        character, inside = next(unused), piece.text.lstrip(" \t")
        self.pieces[character] = Piece(piece.kind, inside)
        return piece.text[: len(piece.text) - len(inside)] + character

    def shown(self, text: str, values: Mapping[str, str] | None = None) -> str:
        """A text with its pieces again, each without the columns of the fold that it stood in."""
        return "".join(self._shown(one, values or {}) if one in self.pieces else one for one in text)

    def _shown(self, character: str, values: Mapping[str, str]) -> str:
        kind, text = self.pieces[character]
        text = ROLE.sub("", text) if kind == "formula" else text
        for one in values if kind == "formula" else ():
            text = in_formula(text, one, values[one])
        text = "".join(WRITTEN[kind](values[one]) if one in values else one for one in text)
        first, *below = text.split("\n")
        return "\n".join([first, *(outdented(line, self.columns.get(character, 0)) for line in below)])


def plain_markdown(lines: list[str], indent: int = 0, around: Surroundings | None = None) -> str:
    """Lines of a page as Markdown that any notebook shows: folds opened, attributes and colors taken out.

    Links to other parts become links to their notebooks; links to other pages lead to the site, or become their text.

    Args:
        lines: Lines of a page below its front matter.
        indent: How far the cell above is indented: what goes on in its fold or list is indented as well.
        around: What is known of the page.
    """
    around = around or Surroundings()
    hidden = Hidden("\n".join(lines), indent)
    text = _without_attributes("\n".join(_opened(hidden, indent)), hidden)
    text = Leads(around.addresses, around.known, hidden.shown)(text)
    text = re.sub(r"\n{3,}", "\n\n", DOLLAR.sub(r"\\$", text)).strip("\n")
    return hidden.shown("".join(_valued(text, around.values)), around.values)


def _opened(hidden: Hidden, indent: int) -> Iterator[str]:
    """The lines of a text with its folds opened, without the tags that hold others."""
    held = Held(indent)
    for line in hidden.text.split("\n"):
        held.at(line)
        column = held.floor
        hidden.columns |= dict.fromkeys(hidden.pieces.keys() & set(line), column)
        if fold := held.opened(line):
            title = fold["title"] or fold["tab"]
            yield f"**{title}**" if title else ""
        elif not TAG.match(text := outdented(line, column)):
            yield text if text.strip() else ""


def _without_attributes(text: str, hidden: Hidden) -> str:
    """Prose without attribute lists; one inside a line belongs to what ends right before it."""
    code = "".join(one for one, piece in hidden.pieces.items() if piece.kind == "code")
    text = re.sub(rf"(?<=[)\]*_>{code}]){LIST}", "", text)
    return LISTS.sub(lambda found: found["kept"] or "", text)


def _valued(text: str, values: Mapping[str, str]) -> Iterator[str]:
    """Prose with the computed values in it, as text; in HTML, up to an empty line, Markdown's escapes mean nothing."""
    for block in re.split(r"(?<=\n\n)", text):
        start = 0
        for at, character in enumerate(block):
            if character in values:
                yield block[start:at] + _value(values[character], block[:at], block[at + 1 :])
                start = at + 1
        yield block[start:]


def _value(value: str, before: str, after: str) -> str:
    """One value, between what stands before and behind it in its block."""
    if re.match(r" *</?[a-zA-Z]", before) or re.search(r"<[a-zA-Z][^<>]*\Z", before):
        return as_entities(value)
    if not re.fullmatch(r"[\s>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*", before.rpartition("\n")[2]):
        return as_markdown(value)
    if not value.strip():
        return "&#32;"  # an empty line would end the paragraph
    is_item = re.fullmatch(r"\s*\d{1,9}", value) and re.match(r"[.)](?:\s|\Z)", after)
    return as_markdown(value) + "\\" * bool(is_item)


def page_definitions(lines: list[str]) -> dict[str, Lead]:
    """What a page defines for links that go by a label, wherever it does."""
    hidden = Hidden("\n".join(lines))
    return definitions(hidden.text, hidden.shown)
