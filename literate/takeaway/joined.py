"""All pages as chapters of one book: places that do not clash, links that stay inside, folds open."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urljoin

from literate.reading.site_settings import site_address
from literate.takeaway.built import Built
from literate.takeaway.fitting import table_width
from literate.takeaway.html_tree import Node
from literate.takeaway.plain import ELSEWHERE, plain

NAMES = {"id", "aria-labelledby", "aria-describedby", "for"}
WIDE = 40  # letters of a table that the page of an e-book does not hold
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
    nodes = {place: [*body.walk()] for place, body in made.items()}
    there = {node.id for found in nodes.values() for node in found}
    for place, page in bodies.values():
        for node in nodes[place]:
            if node.tag == "a":
                _link(node, page, bodies, there)
    return [Chapter(place, page.title, made[place], _heads(nodes[place])) for place, page in bodies.values()]


def _heads(nodes: list[Node]) -> list[tuple[str, str]]:
    return [(node.id, node.text()) for node in nodes if node.tag == "h2" and node.id]


def _body(place: str, page: Built) -> Node:
    """The article of a page with its ids prefixed."""
    body = page.article.copy(_on_paper)
    for node in body.walk():
        said = node.attributes
        if node.tag == "table" and table_width(node) > WIDE:
            said["data-wide"] = ""
        for name, value in said.items():
            if name in NAMES:
                said[name] = " ".join(f"{place}-{one}" for one in value.split())
            elif "url(#" in value:
                said[name] = USE.sub(rf"url(#{place}-\1)", value)
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
    if address is None or address.startswith(ELSEWHERE):
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
    elif site := site_address(page.root):
        node.attributes["href"] = urljoin(urljoin(site, f"{page.folder}/"), address)
    else:
        node.tag = "span"
