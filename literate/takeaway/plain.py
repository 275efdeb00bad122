"""Elements of a page as they stand where nothing runs: no buttons, no folds to open, no links that lead nowhere."""

from literate.takeaway.html_tree import Node

LEFT_OUT = {
    "headerlink",
    "live",
    "opening",
    "fill",
    "contents",
    "footnote-backref",
    "reference",
    "touch",
    "here",
    "talk",
}
HANDS = {"button", "fieldset", "script", "input", "select", "form"}
ELSEWHERE = ("http://", "https://", "mailto:")


def plain(node: Node) -> Node | None:
    """One element for paper and for slides; None where it is of no use there."""
    if node.tag in HANDS:
        return None
    if not node.attributes:
        return node
    kinds = node.classes
    if not LEFT_OUT.isdisjoint(kinds):
        return None
    if "explore" in kinds:
        return as_picture(node)
    if kinds == ["result"] and not node.text().strip():
        return None
    if "data-sealed" in node.attributes or "sealed" in kinds:
        said = {name: value for name, value in node.attributes.items() if name != "data-sealed"}
        return Node(node.tag, said, node.children)
    return node


def unlinked(node: Node) -> Node | None:
    """The same, and of the links only those that lead to another site."""
    made = plain(node)
    if made is None or made.tag != "a" or made.attributes.get("href", "").startswith(ELSEWHERE):
        return None if made is not None and made.tag == "sup" and _is_note(made) else made
    in_drawing = any(child.tag in {"text", "path", "rect", "circle", "line", "g"} for child in made.elements)
    return Node("g" if in_drawing else "span", {}, made.children)


def _is_note(node: Node) -> bool:
    """Whether this is the mark of a footnote."""
    return node.id.startswith("fnref")


def as_picture(figure: Node) -> Node:
    """A figure to handle as its picture: the drawing that Python made, or all to choose from, and its words."""
    drawing = figure.find(lambda node: node.tag == "svg" or "frames" in node.classes)
    words = figure.find(lambda node: node.tag == "figcaption")
    kinds = [name for name in figure.classes if name != "explore"]
    said = figure.attributes | {"class": " ".join([*kinds, "still"])}
    said = {name: value for name, value in said.items() if not name.startswith("data-")}
    return Node("figure", said, [part for part in (drawing, words) if part])


def prefixed(node: Node, prefix: str) -> Node:
    """A copy whose ids, and what names them, begin otherwise: the same element stands twice in one file."""
    made = node.copy()
    for one in made.walk():
        for name in ("id", "aria-labelledby", "aria-describedby", "for"):
            if name in one.attributes:
                one.attributes[name] = " ".join(prefix + place for place in one.attributes[name].split())
        for name, value in one.attributes.items():
            if value.startswith("url(#"):
                one.attributes[name] = value.replace("url(#", f"url(#{prefix}")
    return made
