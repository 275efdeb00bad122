"""A page's prose as plain Markdown, for readers that know none of the site's extensions; nothing else is touched."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from literate.products.addresses import NOWHERE, Addresses
from literate.products.containers import Held, outdented
from literate.products.hidden import Hidden
from literate.products.portable_links import Lead, Leads, definitions
from literate.running.values import as_entities, as_markdown, with_minus_signs

TAG = re.compile(r"^ *</?(?:div|figure|section)\b[^>]*> *$")
ITEM = r"(?:[#.][\w:-]+|[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s}\"']+))"
LIST = rf"\{{:? *{ITEM}(?: +(?:{ITEM}|[\w-]+))* *\}}"
# Where an attribute list is one: at the end of a heading or of a cell of a table, on a line of its own below text.
LISTS = re.compile(
    rf"(?P<kept>^#{{1,6}}[^\n]*?) *{LIST} *$|\n *{LIST} *$| +{LIST}(?= *\|| *\n *(?:=+|-+) *$)", re.MULTILINE
)
# A footnote that other readers take for the target of a link, and show nowhere.
NOTE = re.compile(
    r"^(?=\[\^[^\]\n]+\]:[ ]*(?:<[^<>\n]*>|\S+)(?:[ ]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ ]*$)",
    re.MULTILINE,
)
EMPTY = re.compile(r"<details(?: open)?><summary>[^\n]*</summary>\s*</details>")  # what held nothing but cells
DOLLAR = re.compile(r"(?<!\\)\$")


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


def plain_markdown(lines: list[str], indent: int = 0, around: Surroundings | None = None) -> str:
    """Lines of a page as Markdown that any notebook shows: folds in HTML, attributes and colors taken out.

    Links to other parts become links to their notebooks; links to other pages lead to the site, or become their text.

    Args:
        lines: Lines of a page below its front matter.
        indent: How far the cell above is indented: what goes on in its fold or list is indented as well.
        around: What is known of the page.
    """
    around = around or Surroundings()
    hidden = Hidden("\n".join(lines), indent)
    text = NOTE.sub(r"\\", _without_attributes("\n".join(_opened(hidden, indent)), hidden))
    text = Leads(around.addresses, around.known, hidden.shown)(text)
    while EMPTY.search(text):
        text = EMPTY.sub("", text)
    text = re.sub(r"\n{3,}", "\n\n", DOLLAR.sub(r"\\$", text)).strip("\n")
    return hidden.shown("".join(_valued(text, around.values)), around.values)


def _opened(hidden: Hidden, indent: int) -> Iterator[str]:
    """The lines of a text, its folds as those of HTML, without the tags that hold others."""
    held, open_at = Held(indent), list[tuple[int, str]]()
    for line in hidden.text.split("\n"):
        held.at(line)
        while open_at and open_at[-1][0] not in held.columns:
            yield from ("", f"{open_at.pop()[1]}</details>", "")
        column = held.shift
        hidden.columns |= dict.fromkeys(hidden.pieces.keys() & set(line), column)
        if fold := held.opened(line):
            inside = " " * (held.columns[-2] - column)  # of the item that holds it
            if (fold["mark"] or "").startswith("???"):
                open_at.append((held.columns[-1], inside))
                opened, title = " open" * fold["mark"].endswith("+"), fold["title"] or fold["kind"].capitalize()
                yield from ("", f"{inside}<details{opened}><summary>{hidden.in_html(title)}</summary>", "")
            else:
                title = fold["tab"] if fold["title"] is None else fold["title"]
                title = (fold["kind"] or "").capitalize() if title is None else title  # as the site has it
                yield f"{inside}**{title}**" if title else ""
        elif not TAG.match(text := outdented(line, column)):
            yield text if text.strip() else ""
    for _, inside in reversed(open_at):
        yield from ("", f"{inside}</details>")


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
    value = with_minus_signs(value)
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
