"""A built page as a tree of elements, and back as HTML or XHTML; made of the standard library alone."""

import re
from collections.abc import Callable, Iterator
from html import escape
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
RAW = {"script", "style"}
# The parser lowers all names, and XHTML heeds them: what SVG writes otherwise.
CASED = {
    name.lower(): name
    for name in (
        *("viewBox", "preserveAspectRatio", "clipPath", "clipPathUnits", "linearGradient", "radialGradient"),
        *("gradientUnits", "gradientTransform", "markerWidth", "markerHeight", "markerUnits", "refX", "refY"),
        *("patternUnits", "patternTransform", "textLength", "lengthAdjust", "textPath", "foreignObject", "pathLength"),
    )
}
SPACES = {"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}


class Node:
    """An element: its tag, its attributes, and its children, which are elements and texts."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str] | None = None, children: "list[Node | str] | None" = None):
        """Take what is given; nothing is copied."""
        self.tag, self.attributes, self.children = tag, attributes or {}, children if children is not None else []

    @property
    def id(self) -> str:
        """Its place; empty for none."""
        return self.attributes.get("id", "")

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def elements(self) -> "list[Node]":
        """Its children that are elements."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> "Iterator[Node]":
        """The element itself and all below it, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    def find(self, wanted: "Callable[[Node], bool]") -> "Node | None":
        """The first element, this one or below it, that is wanted."""
        return next((node for node in self.walk() if wanted(node)), None)

    def text(self) -> str:
        """All of its text."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def copy(self, changed: "Callable[[Node], Node | str | None] | None" = None) -> "Node":
        """A copy; what is below it may be changed on the way: None leaves it out, a text stands in its place."""
        children: list[Node | str] = []
        for child in self.children:
            made = child if isinstance(child, str) or changed is None else changed(child)
            if isinstance(made, str):
                children.append(made)
            elif made is not None:
                children.append(made.copy(changed))
        return Node(self.tag, dict(self.attributes), children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attributes)
        if tag not in VOID:
            self.open.append(self.open[-1].elements[-1])

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {CASED.get(name, name): value or "" for name, value in attributes}
        self.open[-1].children.append(Node(CASED.get(tag, tag), said))

    def handle_endtag(self, tag: str) -> None:
        name = CASED.get(tag, tag)
        place = next((n for n in range(len(self.open) - 1, 0, -1) if self.open[n].tag == name), 0)
        if place:
            del self.open[place:]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(text: str) -> Node:
    """The tree of a text in HTML; its root has no tag."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root


def article(text: str) -> Node:
    """The article of a built page, without what stands around it."""
    found = re.search(r"<article\b.*?</article>", text, re.DOTALL)
    return read(found[0]).elements[0] if found else Node("article")


def written(node: Node | str, *, xml: bool = False, link: Callable[[str], str] = str) -> str:
    """A tree as HTML, or as XHTML; its links may lead elsewhere there."""
    made: list[str] = []
    _write(node, made, xml, link, False)
    return "".join(made)


def _write(node: Node | str, made: list[str], xml: bool, link: Callable[[str], str], raw: bool) -> None:
    if isinstance(node, str):
        made.append(node if raw else escape(node, quote=False))
        return
    if node.tag:
        said = "".join(
            f' {name}="{escape(link(value) if name == "href" else value)}"' for name, value in node.attributes.items()
        )
        space = f' xmlns="{SPACES[node.tag]}"' if xml and node.tag in SPACES and "xmlns" not in node.attributes else ""
        made.append(f"<{node.tag}{space}{said}{'/' if xml and not node.children else ''}>")
    for child in node.children:
        _write(child, made, xml, link, node.tag in RAW and not xml)
    if node.tag and not (xml and not node.children) and node.tag not in VOID:
        made.append(f"</{node.tag}>")
