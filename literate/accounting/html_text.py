"""What a rendered page says: its words, those of its footnotes and labels. It knows HTML and nothing of Markdown."""

import re
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from literate.accounting.letters import CELL, DETAILS, DISPLAY, FIGURE, FORMULA, IMAGE, NOTE, Stream, words

HELD = re.compile("[\U000f0000-\U0010ffff]")  # the numbers and the outputs that stand for their values
# Spans carry no meaning but a title's or a line number's; drawings and formulas are read as one thing.
BARE = re.compile(r"</?span(?![^<>]*linenos)[^<>]*>|<(?P<one>svg|math)\b.*?</(?P=one)>", re.DOTALL)
UNSEEN = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1>", re.DOTALL)
ID = re.compile(r"<[a-zA-Z][^<>]*?\sid=\"([^\"]*)\"")
ONES = {"math": FORMULA, "img": IMAGE, "details": DETAILS}
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
SILENT = frozenset({"script", "style", "svg", "math", "template"})
BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "pre"}
    | {"blockquote", "details", "summary", "figure", "hr"}
)
# What the engine and the theme's extensions add of themselves, by tag and class.
ADDED = {("a", "headerlink"), ("a", "footnote-backref"), ("p", "reference"), ("div", "toc")}
ADDED |= {("td", "linenos"), ("span", "linenos"), ("div", "opening"), ("p", "post"), ("p", "products")}


def _emptied(found: re.Match[str]) -> str:
    """A formula without what is in it; of others nothing."""
    return f"{found[0].partition('>')[0]}></math>" if found["one"] == "math" else ""


@lru_cache(maxsize=2)  # the account and the agreement look at the same page, one after the other
def bare(html: str) -> str:
    """A page without what is not read: spans, what is in drawings and formulas."""
    return BARE.sub(_emptied, html)


class Shown(HTMLParser):
    """The words of a rendered page, `page`, of its footnotes by name, and of the labels of its tabs."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.page, self.notes, self.labels = Stream(), dict[str, Stream](), list[Stream]()
        self.ids, self.classes = Counter(ID.findall(html)), Counter[str]()
        self.held, self.held_in_code = Counter(HELD.findall(UNSEEN.sub("", html))), set[str]()
        self.stream, self.back = self.page, list[list[Any]]()  # the element that was turned to, where from, how deep
        self.silent, self.depth = "", 0
        self.open: list[int] = []
        self.pre, self.fresh = 0, True
        self.feed(bare(html))
        self.close()
        for stream in [self.page, *self.notes.values(), *self.labels]:
            stream.finished()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what begins here."""
        if self.silent:
            self.depth += tag == self.silent
            return
        if self.back and self.back[-1][0] == tag:
            self.back[-1][2] += 1
        self.fresh = tag in BLOCKS
        if self.fresh:
            self.stream.starts.append(self.stream.at)
        if tag in ONES:
            self.stream.add(DISPLAY if ("display", "block") in attributes else ONES[tag])
        elif tag in {"pre", "code"}:
            self.open.append(self.stream.at)
            self.pre += tag == "pre"
            if tag == "pre":
                self.stream.marks["pre"].add(self.stream.at)
        if attributes:
            self._named(tag, {name: value or "" for name, value in attributes})
        if tag in SILENT:
            self._leave_out(tag)

    def _named(self, tag: str, has: dict[str, str]) -> None:
        """Note what the class or the id of an element says."""
        name, classes = has.get("id", ""), has.get("class", "").split()
        if "markdown" in has:
            self.stream.marks["unread"].add(self.stream.at)
        self.classes.update(classes)
        if tag == "figure" and name.startswith("figure-"):
            self.stream.add(FIGURE)
            self._leave_out(tag)
        elif tag == "a" and "footnote-ref" in classes:
            self.stream.add(NOTE)
            self._leave_out(tag)
        elif any((tag, one) in ADDED for one in classes):
            self._leave_out(tag)
        elif tag == "li" and name.startswith("fn:"):
            self._turn_to(tag, self.notes.setdefault(name[3:], Stream()))
        elif tag == "label" and self.classes["tabbed-labels"]:
            self._turn_to(tag, Stream())
            self.labels.append(self.stream)
        elif tag == "div" and name.startswith("cell-"):
            self.stream.add(CELL)
        for one in {"admonition", "tabbed-block"} & set(classes):
            self.stream.marks[one.removesuffix("bed-block")].add(self.stream.at)

    def _leave_out(self, tag: str) -> None:
        self.silent, self.depth = (tag, 1) if tag not in VOID else ("", 0)

    def _turn_to(self, tag: str, stream: Stream) -> None:
        self.back.append([tag, self.stream, 1])
        self.stream = stream

    def handle_endtag(self, tag: str) -> None:
        """Note what ends here."""
        if self.silent:
            self.depth -= tag == self.silent
            self.silent = self.silent if self.depth else ""
        elif tag == "a":
            self.stream.marks["link"].add(self.stream.at)
        elif tag in {"pre", "code"} and self.open:
            self.stream.code.append((self.open.pop(), self.stream.at, self.pre > 0))
            self.pre -= tag == "pre"
        elif self.back and tag == self.back[-1][0]:
            self.back[-1][2] -= 1
            self.stream = self.stream if self.back[-1][2] else self.back.pop()[1]

    def handle_data(self, data: str) -> None:
        """Go on with the words of a text."""
        if self.silent:
            return
        if self.open:
            self.held_in_code.update(HELD.findall(data))
        else:
            self.stream.said.append((self.stream.at, "\n" * self.fresh + data))
            self.fresh = False
        if self.pre:
            for line in data.split("\n"):
                self.stream.lines.append(self.stream.at)
                self.stream.add(words(line))
        else:
            self.stream.add(words(data))
