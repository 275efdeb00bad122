"""A deck of slides of each part: one file of HTML that needs nothing else, by keyboard, by touch, without a script."""

from pathlib import Path

from literate.kit import course
from literate.reading import sources
from literate.takeaway.built import Built
from literate.takeaway.chosen import Slide
from literate.takeaway.document import document
from literate.takeaway.fitting import WIDTH, fitted, rooms
from literate.takeaway.html_tree import Node, as_html
from literate.takeaway.plain import prefixed, unlinked
from literate.takeaway.slides import page_slides
from literate.takeaway.styles import FOLDER

ENDING = ".slides.html"


def deck(page: Built, site_name: str) -> str:
    """The deck of a part."""
    part = course.part(page.source, page.root)
    texts = _once([_first(page, part), *map(_slide, page_slides(page))])
    foot = f"{part.number}. {part.short} · {site_name}"
    count = len(texts)
    sections = [
        Node("section", {"id": f"s{n}", **({"class": "first"} if n == 1 else {})}, [*parts, _foot(foot, n, count)])
        for n, parts in enumerate(texts, 1)
    ]
    script = (FOLDER / "deck.js").read_text(encoding="utf-8")
    title = f"{part.number}. {part.short} - slides - {site_name}"
    body = "\n".join(["<main>", *map(as_html, sections), "</main>"])
    return document(page.root, title, ("base.css", "deck.css"), sections, body, script)


def write_decks(pages: list[Built], site_name: str) -> list[Path]:
    """Write the decks beside the parts."""
    made = []
    for page in pages:
        if page.number is not None:
            made.append(page.beside(ENDING))
            made[-1].write_text(deck(page, site_name), encoding="utf-8")
    return made


def _once(slides: list[list[Node | str]]) -> list[list[Node | str]]:
    """The slides with each place once: what stands on a second slide has other ids there."""
    seen, made = set[str](), []
    for number, parts in enumerate(slides, 1):
        elements = [part for part in parts if isinstance(part, Node)]
        ids = {node.id for part in elements for node in part.walk() if node.id}
        again = bool(ids & seen)
        made.append([prefixed(part, f"s{number}-") if again and isinstance(part, Node) else part for part in parts])
        seen |= ids
    return made


def _first(page: Built, part: course.Part) -> list[Node | str]:
    """The first slide: the title, the question of the part, its first picture, whose series it is."""
    lead = page.article.find(lambda node: node.tag == "p" and not {"facts", "post"} & {*node.classes})
    post = page.article.find(lambda node: "post" in node.classes)
    hero = page.article.find(lambda node: node.id == f"figure-{page.meta.get('hero')}")
    count = len(sources.part_pages(page.root))
    words: list[Node | str] = [_words("p", f"Part {part.number} of {count}", "above"), _words("h1", part.short)]
    words.append(Node("div", {"class": "rule"}))
    words += [Node("p", {"class": "lead"}, _plain(lead).children)] if lead else []
    words += [_plain(post)] if post else []
    shown: list[Node | str] = [Node("div", {}, words)]
    if hero and "panels" not in hero.classes and "switch" not in hero.classes:
        shown.append(fitted(prefixed(_plain(hero), "first-"), WIDTH / 2, 25))
    return [Node("div", {"class": "shown"}, shown)]


def _slide(slide: Slide) -> list[Node | str]:
    """What stands on one slide: the heading, and the one above it in rank; its things; its notes."""
    heading, above = slide.section.heading, slide.section.above
    title, over = _plain(heading).children, _plain(above).children if above else []
    if slide.over and above:
        title, over = over, []
    elif slide.place and (drawn := slide.things[0].find(lambda node: node.tag == "title")):
        title, over = drawn.children, title  # a second thing below a heading has a name of its own
    things = [_plain(thing) for thing in slide.things]
    beside = len(things) > 1 and any(thing.tag == "figure" for thing in things)
    pairs = zip(things, rooms(things, beside), strict=True)
    shown: list[Node | str] = [fitted(thing, *room) for thing, room in pairs]
    made: list[Node | str] = [
        Node("p", {"class": "above"}, over),
        Node("h2", {}, title),
        Node("div", {"class": "rule"}),
    ]
    made.append(Node("div", {"class": "shown two" if beside else "shown"}, shown))
    if slide.notes:
        notes = [_words("summary", "Notes"), *slide.notes]
        made.append(Node("details", {"class": "notes"}, [*notes]))
    return made


def _plain(node: Node) -> Node:
    """An element as slides show it."""
    made = unlinked(node) or Node("span")
    return made.copy(unlinked)


def _foot(words: str, number: int, count: int) -> Node:
    return Node("p", {"class": "foot"}, [_words("span", words), _words("span", f"{number} / {count}")])


def _words(tag: str, text: str, kind: str = "") -> Node:
    return Node(tag, {"class": kind} if kind else {}, [text])
