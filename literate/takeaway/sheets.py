"""Sheets for a class: what a part asks, with room to answer, and the same with the answers as a key.

Questions on earlier parts and predictions are folds of their own; an exercise is the item of a list in which a fold
holds the solution. Hints stay on the page: a teacher gives them. A prediction asks about what the page has said last,
so the sheet says it too, below the heading that the slide has as well, with the slide to stop after. What the exercises
speak of and do not show, the front matter names for the head of the sheet: `sheet: [figure-tree, cell-slope/code,
by-hand/words2]` are places of the page, as for slides, or a paragraph of a section by its number.
"""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple

from literate.kit import course
from literate.takeaway.built import Built
from literate.takeaway.chosen import chosen_thing, places
from literate.takeaway.document import document
from literate.takeaway.html_tree import Node, as_html
from literate.takeaway.plain import unlinked
from literate.takeaway.slides import SECTION_HEADINGS, page_slides, sections, stops

SHEET, KEY = ".sheet.html", ".key.html"
BODY = """\
<main>
<h1>{title}</h1>
{who}
{body}
</main>
<footer><p>{foot}</p></footer>"""
WHO = '<p class="who"><span>Name</span><span>Date</span></p>'
TITLES = {"recall": "What you know already", "predict": "Say before you look", "success": "Exercises"}


class Question(NamedTuple):
    """What is asked, of which kind it is, and the answer."""

    kind: str
    asked: list[Node | str]
    answer: list[Node | str]


def questions(article: Node, stop_after: Mapping[int, int]) -> Iterator[Question]:
    """What a page asks, in its order; a prediction with the slide to stop after."""
    said = dict(_said_before(article, stop_after))
    for node in article.walk():
        if node.tag == "details" and (kind := next((one for one in ("recall", "predict") if one in node.classes), "")):
            summary, *answer = node.elements
            yield Question(kind, [*said.get(id(node), []), Node("p", {"class": "asked"}, summary.children)], [*answer])
        elif node.tag == "li" and any(_is_solution(child) for child in node.elements):
            asked = [child for child in node.children if not (isinstance(child, Node) and child.tag == "details")]
            solutions = [child.elements[1:] for child in node.elements if _is_solution(child)]
            yield Question("success", asked, [part for parts in solutions for part in parts])


def _said_before(article: Node, stop_after: Mapping[int, int]) -> Iterator[tuple[int, list[Node]]]:
    """For each prediction the heading that it stands below, with the slide to stop after; the paragraph before it."""
    for parent in article.walk():
        heading: list[Node | str] = []
        before: list[Node] = []
        for node in parent.elements:
            if node.tag in SECTION_HEADINGS:
                heading, before = node.children, []
            elif node.tag == "p" and not node.classes:
                before = [node]
            elif "predict" in node.classes:
                stop = [f"Stop after slide {stop_after[id(node)]}"] if id(node) in stop_after else []
                words = [*heading, *([". "] if heading and stop else []), *stop]
                yield id(node), [Node("p", {"class": "from"}, words)] * bool(words) + before


def _is_solution(node: Node) -> bool:
    return node.tag == "details" and "success" in node.classes


def given(page: Built) -> Node:
    """What the front matter names for the head of the sheet: what the questions speak of."""
    names = page.meta.get("sheet")
    there = dict(places(page.article, [*sections(page.article)])) if names else {}
    things = [chosen_thing(str(name), there).copy(unlinked) for name in names or ()]
    return Node("section", {"class": "given"}, [Node("h2", {}, ["Given"]), *things] if things else [])


def sheet(page: Built, asked: list[Question], site_name: str, *, key: bool) -> str:
    """The sheet of a part, or its key."""
    part = course.part(page.source, page.root)
    made = (_section(kind, title, asked, key, part.number) for kind, title in TITLES.items())
    body = [section for section in (given(page), *made) if section.children]
    title = f"{part.name}: {'key' if key else 'worksheet'}"
    text = BODY.format(
        title=escape(title),
        who="" if key else WHO,
        body="\n".join(map(as_html, body)),
        foot=escape(f"{site_name}. Words and figures: CC BY 4.0."),
    )
    return document(page.root, title, ("base.css", "book.css", "sheet.css"), body, text)


def _section(kind: str, title: str, asked: list[Question], key: bool, part: int) -> Node:
    """The questions of one kind, each with room for an answer, or with the answer."""
    entries = []
    for question in asked:
        if question.kind == kind:
            room = Node("div", {"class": "answer"}, question.answer) if key else Node("div", {"class": "room"})
            entries.append(Node("li", {}, [*question.asked, room]).copy(unlinked))
    heading = Node("h2", {}, [title])
    named = {"class": "exercises", "style": f"--part: '{part}.'"} if kind == "success" else {}  # as teachers name them
    return Node("section", {}, [heading, Node("ol", named, [*entries])] if entries else [])


def write_sheets(pages: list[Built], site_name: str) -> list[Path]:
    """Write sheet and key of each part that asks something, beside it."""
    made = []
    for page in pages:
        asked = [*questions(page.article, stops(page.article, page_slides(page)))] if page.number is not None else []
        for ending in (SHEET, KEY) if asked else ():
            made.append(page.beside(ending))
            made[-1].write_text(sheet(page, asked, site_name, key=ending == KEY), encoding="utf-8")
    return made
