"""A built page as a tree of elements, written as HTML or XHTML; made of the standard library alone."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape

from literate.grammar.markup import VOID

RAW = {"script", "style"}
# Names are read in small letters, and XHTML heeds them: what SVG writes otherwise.
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
            if node.children:
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


def as_html(node: Node | str, *, xml: bool = False, link: Callable[[str], str] = str) -> str:
    """A tree as HTML, or as XHTML; its links may lead elsewhere there."""
    made: list[str] = []
    _write(node, made, xml, link, False)
    return "".join(made)


def _write(node: Node | str, made: list[str], xml: bool, link: Callable[[str], str], raw: bool) -> None:
    if isinstance(node, str):
        made.append(node if raw else escape(node, quote=False))
        return
    tag, closed = node.tag, xml and not node.children
    if tag:
        made.append(f"<{tag}{_attributes(node, xml, link)}{'/' if closed else ''}>")
    for child in node.children:
        _write(child, made, xml, link, tag in RAW and not xml)
    if tag and not closed and tag not in VOID:
        made.append(f"</{tag}>")


def _attributes(node: Node, xml: bool, link: Callable[[str], str]) -> str:
    said = node.attributes
    if xml and node.tag in SPACES:
        said = {"xmlns": SPACES[node.tag]} | said
    if "href" in said:
        said = said | {"href": link(said["href"])}
    return "".join(map(_attribute, said, said.values())) if said else ""


@lru_cache(maxsize=10_000)  # the same ones stand in many places
def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'
