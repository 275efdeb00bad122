"""HTML as a tree of elements: read as `html.parser` reads it, in half of its time. A test compares them."""

import re
from collections.abc import Iterator
from html import unescape

from literate.grammar.markup import VOID
from literate.takeaway.html_tree import CASED, RAW, Node

# A tag, or what is none: a comment, the kind of a document.
MARK = re.compile(r"""<(?:(/?)([a-zA-Z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|!--.*?-->|[!?][^>]*>)""", re.DOTALL)
ENDS = {tag: re.compile(f"<(/)({tag})()>", re.IGNORECASE) for tag in RAW}  # in these nothing else is a mark
SAID = re.compile(r"""([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")


class _Reader:
    """A tree that grows by one mark after the other."""

    def __init__(self) -> None:
        self.root = Node("")
        self.open = [self.root]

    def words(self, text: str) -> None:
        """Text; characters that are named stand in it as they are."""
        if text:
            last = self.open[-1]
            last.children.append(unescape(text) if "&" in text and last.tag not in RAW else text)

    def begun(self, name: str, said: str) -> None:
        """An element; it stays open where something can stand in it."""
        node = Node(CASED.get(name, name), dict(_said(said)) if said else {})
        self.open[-1].children.append(node)
        if name not in VOID and said[-1:] != "/":
            self.open.append(node)

    def ended(self, name: str) -> None:
        """The end of an element, and of all that stands open in it; an end without a beginning is none."""
        tag = CASED.get(name, name)
        if self.open[-1].tag == tag:
            self.open.pop()
        elif place := next((n for n in range(len(self.open) - 1, 0, -1) if self.open[n].tag == tag), 0):
            del self.open[place:]


def _said(text: str) -> Iterator[tuple[str, str]]:
    """The attributes of a tag."""
    for name, double, single, bare in SAID.findall(text):
        lower, value = name.lower(), double or single or bare
        yield CASED.get(lower, lower), unescape(value) if "&" in value else value


def read_html(text: str) -> Node:
    """The tree of a text in HTML; its root has no tag."""
    reader, place = _Reader(), 0
    while found := ENDS.get(reader.open[-1].tag, MARK).search(text, place):
        reader.words(text[place : found.start()])
        place = found.end()
        end, name, said = found.groups()
        if name:
            reader.ended(name.lower()) if end else reader.begun(name.lower(), said)
    reader.words(text[place:])
    return reader.root


def article(text: str) -> Node:
    """The article of a built page, without what stands around it."""
    found = re.search(r"<article\b.*?</article>", text, re.DOTALL)
    return read_html(found[0]).elements[0] if found else Node("article")
