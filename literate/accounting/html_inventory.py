"""What stands on a rendered page, as its HTML has it: code, headings, links, images, formulas, folds, tabs, notes."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from literate.accounting.html_text import ADDED, SILENT, VOID, bare

MADE = ADDED | {("details", "where"), ("p", "checked"), ("div", "ledger"), ("div", "course"), ("div", "install")}
OWN = frozenset({"symbol", "headerlink", "footnote-ref", "footnote-backref"})  # links that nobody writes
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
OUTPUT = re.compile("[\U00100000-\U0010ffff]")


class Found(NamedTuple):
    """One thing of a rendered page; `level` is that of a heading, `part` the footnote or label that it stands in."""

    kind: str
    text: str
    level: int
    part: str


class Finder(HTMLParser):
    """Finds the things of a rendered page, in order."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.found: list[Found] = []
        self.part, self.parts = "", 0
        self.open: list[tuple[str, str, list[str]]] = []  # elements with text to take: tag, kind, the text
        self.silent, self.depth = "", 0
        self.note = 0
        self.feed(bare(html))
        self.close()
        while self.open:
            self._take()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what begins here."""
        if self.silent:
            self.depth += tag == self.silent
            return
        has = {name: value or "" for name, value in attributes}
        name, classes = has.get("id", ""), has.get("class", "").split()
        self.note += tag == "li" and bool(self.note)
        if tag == "li" and name.startswith("fn:"):
            self.part, self.note = name[3:], 1
        if "href" in has and not {"symbol", "headerlink", "footnote-ref", "footnote-backref"} & {*classes}:
            self._add("link", has["href"])
        elif tag == "img" or "src" in has:
            self._add("image", has.get("src", ""))
        elif tag == "math":
            self._add("formula", "")
        elif tag == "sup" and name.startswith("fnref"):
            self._add("footnote", name.partition(":")[2])
        kind = self._kind(tag)
        if kind:
            self.open.append((tag, kind, []))
        made = any((tag, one) in MADE for one in classes) or (tag == "figure" and name.startswith("figure-"))
        if tag in SILENT or made or (tag == "sup" and name.startswith("fnref")):
            self.silent, self.depth = (tag, 1) if tag not in VOID else ("", 0)

    def _kind(self, tag: str) -> str:
        """The kind of an element whose text is taken."""
        if tag in HEADINGS:
            return "heading"
        if tag == "code":
            return "" if any(kind == "code" for _, kind, _ in self.open) else "code span"
        return {"pre": "code", "summary": "fold", "label": "tab"}.get(tag, "")

    def _add(self, kind: str, text: str, level: int = 0) -> None:
        part = "=" if any(one == "tab" for _, one, _ in self.open) else self.part
        self.found.append(Found(kind, text, level, part))

    def handle_endtag(self, tag: str) -> None:
        """Take the text of what ends here."""
        if self.silent:
            self.depth -= tag == self.silent
            self.silent = self.silent if self.depth else ""
            return
        if tag == "li" and self.note:
            self.note -= 1
            self.part = self.part if self.note else ""
        while any(tag == one for one, _, _ in self.open):
            if self._take() == tag:
                break

    def _take(self) -> str:
        tag, kind, parts = self.open.pop()
        text = "".join(parts)
        if not OUTPUT.search(text) or kind != "code":
            self._add(kind, text, int(tag[1]) if kind == "heading" else 0)
        return tag

    def handle_data(self, data: str) -> None:
        """The text of what is open."""
        if not self.silent:
            for _, _, parts in self.open:
                parts.append(data)

    def handle_comment(self, data: str) -> None:
        """A comment."""
        if not self.silent:
            self._add("comment", data)
