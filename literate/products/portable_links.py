"""Links and images of a page as a notebook needs them: what it cannot reach is left as words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from literate.products.addresses import NOWHERE, Addresses

TEXT = r"(?:\\.|[^\\\[\]])*+"
for _ in range(3):  # brackets in brackets; none of them gives back what it has taken
    TEXT = rf"(?:\\.|[^\\\[\]]|\[{TEXT}\])*+"
TITLE = r"\"[^\"]*\"|'[^']*'|\([^()]*\)"
TARGET = r"<[^<>\n]*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*"
LINK = re.compile(
    rf"(?P<image>(?<!\\)!)?(?<!\\)\[(?!\^)(?P<text>{TEXT})\]"
    rf"(?P<behind>\(\s*(?P<target>{TARGET})(?:\s+(?P<title>{TITLE}))?\s*\)|[ ]?\[(?P<label>[^\[\]]*)\])?"
)
DEFINITION = re.compile(
    rf"^ *\[(?!\^)(?P<label>[^\[\]]+)\]: *\n? *(?P<target><[^<>\n]*>|\S+)(?: *\n? *(?<=\s)(?P<title>{TITLE}))? *$\n?",
    re.MULTILINE,
)
PICTURE = re.compile(r"<img\b[^>]*>")
ANCHOR = re.compile(r"(?P<tag><a\b[^>]*>)(?P<text>.*?)</a>", re.DOTALL)
ATTRIBUTE = r"\b{}=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
SOURCE, WORDS, HREF = (re.compile(ATTRIBUTE.format(name)) for name in ("src", "alt", "href"))


class Lead(NamedTuple):
    """Where a link that goes by a label leads, and its title with the marks around it."""

    target: str
    title: str


@dataclass(frozen=True)
class Leads:
    """What the links of a page need in a notebook.

    Attributes:
        addresses: Where they lead.
        known: What the page defines for links that go by a label; they are written out, as a cell knows no other.
        raw: A text of the page as it is written, when something in it is hidden.
    """

    addresses: Addresses = NOWHERE
    known: Mapping[str, Lead] = field(default_factory=dict)
    raw: Callable[[str], str] = str

    def __call__(self, text: str) -> str:
        """Prose with its links and images as a notebook needs them."""
        blocks = re.split(r"(?<=\n\n)", DEFINITION.sub("", text))
        text = "".join(LINK.sub(self._link, block) for block in blocks)
        return ANCHOR.sub(self._anchor, PICTURE.sub(self._picture, text))

    def _link(self, found: re.Match[str]) -> str:
        """One link or image; brackets that are neither stay, with what is in them."""
        mark, inside, lead = found["image"] or "", LINK.sub(self._link, found["text"]), self._lead(found)
        if lead is None:
            return f"{mark}[{inside}]{LINK.sub(self._link, found['behind'] or '')}"
        target = lead.target.strip("<>")
        address = self.addresses.of_file(target) if mark else self.addresses.of(target)
        written = f"<{address}>" if re.search(r"\s", address) or address.count("(") != address.count(")") else address
        return f"{mark}[{inside}]({' '.join([written, *[lead.title] * bool(lead.title)])})" if address else inside

    def _lead(self, found: re.Match[str]) -> Lead | None:
        if found["target"] is not None:
            return Lead(found["target"], found["title"] or "")
        return self.known.get(label_key(self.raw(found["label"] or found["text"])))

    def _picture(self, found: re.Match[str]) -> str:
        """A picture in HTML: with its address on the site, or its words."""
        source, words = SOURCE.search(found[0]), WORDS.search(found[0])
        if source and (address := self.addresses.of_html(_value(source))):
            return found[0].replace(source[0], f'src="{address}"')
        return _value(words) if words else ""

    def _anchor(self, found: re.Match[str]) -> str:
        """A link in HTML: with its address on the site, or its text; one without an address is a place."""
        href = HREF.search(found["tag"])
        if not href:
            return found[0]
        address = self.addresses.of_html(_value(href))
        return found[0].replace(href[0], f'href="{address}"', 1) if address else found["text"]


def _value(attribute: re.Match[str]) -> str:
    return attribute[attribute.lastindex or 0]


def label_key(label: str) -> str:
    """A label as others of it are written: neither case nor blanks count."""
    return " ".join(label.casefold().split())


def definitions(text: str, raw: Callable[[str], str] = str) -> dict[str, Lead]:
    """What the prose of a page defines for links that go by a label; the first one counts."""
    found = [
        (label_key(raw(one["label"])), Lead(one["target"], one["title"] or "")) for one in DEFINITION.finditer(text)
    ]
    return dict(reversed(found))
