"""All pages as chapters of one book: places that do not clash, links that stay inside, folds open."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urljoin

from literate.takeaway.built import Built, address_of
from literate.takeaway.html_tree import Node
from literate.takeaway.plain import WHOLE, plain

NAMES = ("aria-labelledby", "aria-describedby", "for")
USE = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True)
class Chapter:
    """A page of the book.

    Attributes:
        place: Its id; those of the page begin with it. It does not begin with a digit: some readers stop at such ids.
        title: Its title.
        body: What it says.
        sections: The places and words of its sections.
    """

    place: str
    title: str
    body: Node
    sections: list[tuple[str, str]]


def chapters(pages: list[Built]) -> list[Chapter]:
    """The chapters, in the order of the pages."""
    bodies = {page.folder: (f"p{n}", page) for n, page in enumerate(pages, 1)}
    made = {place: _body(place, page) for place, page in bodies.values()}
    there = {node.id for body in made.values() for node in body.walk()}
    found = []
    for place, page in bodies.values():
        body = made[place]
        for node in body.walk():
            _link(node, page, bodies, there)
        heads = [(node.id, node.text()) for node in body.walk() if node.tag == "h2" and node.id]
        found.append(Chapter(place, page.title, body, heads))
    return found


def _body(place: str, page: Built) -> Node:
    """The article of a page with its ids prefixed."""
    body = page.article.copy(_on_paper)
    for node in body.walk():
        if node.id:
            node.attributes["id"] = f"{place}-{node.id}"
        for name in NAMES:
            if name in node.attributes:
                named = node.attributes[name].split()
                node.attributes[name] = " ".join(f"{place}-{one}" for one in named)
        for name, value in node.attributes.items():
            if "url(#" in value:
                node.attributes[name] = USE.sub(rf"url(#{place}-\1)", value)
    return Node("section", {"id": place, "class": "chapter"}, body.children)


def _on_paper(node: Node) -> Node | None:
    """An element as paper has it: folds are open, and what is drawn only where it was made is not."""
    made = plain(node)
    if made is None or "hidden" in made.attributes or made.tag == "template":
        return None
    if made.tag == "details":
        return Node("details", made.attributes | {"open": "open"}, made.children)
    return made


def _link(node: Node, page: Built, bodies: dict[str, tuple[str, Built]], there: set[str]) -> None:
    """A link whose page is in the book leads there; one to another file of the site is whole, or none."""
    address = node.attributes.get("href")
    if node.tag != "a" or address is None or address.startswith(WHOLE):
        return
    for name in ("href", "download", "data-script"):
        node.attributes.pop(name, None)
    file, _, fragment = address.partition("#")
    folder = normpath(PurePosixPath(page.folder) / unquote(file.partition("?")[0]))
    own = "." if folder == "." else folder
    if own in bodies:
        place = bodies[own][0]
        inside = f"{place}-{unquote(fragment)}"
        node.attributes["href"] = f"#{inside if inside in there else place}"
    elif site := address_of(page.root):
        node.attributes["href"] = urljoin(urljoin(site, f"{page.folder}/"), address)
    else:
        node.tag = "span"
