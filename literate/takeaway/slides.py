"""Which slides a page has: by rule from its headings, or as its front matter chooses by ids.

A slide is a heading with one thing that stands below it: a table, a figure, a cell or a formula, which takes the cell
that follows it along. The words of the section are its notes. Folds and the sections that the settings name stay out.
A page may choose: `slides: [result, cell-forward/code, equations/2, figure-net/1+5]` are ids of the page, with half of
a cell, the number of a thing below a heading, or some frames of a figure; several ids in one entry share a slide.
"""

from collections.abc import Iterator

from literate.settings import settings_of
from literate.takeaway.built import Built
from literate.takeaway.chosen import Section, Slide, chosen_slide, places
from literate.takeaway.html_tree import Node
from literate.takeaway.plain import unlinked

SECTION_HEADINGS = ("h2", "h3")
WORDS = {"p", "ul", "ol", "blockquote"}


def page_slides(page: Built) -> list[Slide]:
    """The slides of a part after the first, which has its title."""
    said = page.meta.get("slides")
    chosen = [str(entry) for entry in said] if isinstance(said, list) else None
    return slides(page.article, chosen, {*settings_of(page.root).slides_without})


def stops(article: Node, made: list[Slide]) -> dict[int, int]:
    """For each prediction, by its identity, the slide to stop after: the next has what stands first below it."""
    shown = {thing.id or id(thing): number for number, slide in enumerate(made, 2) for thing in slide.things}
    found, open_ = dict[int, int](), list[int]()
    for node in article.walk():
        if "predict" in node.classes:
            open_.append(id(node))
        elif number := shown.get(node.id or id(node)):
            found |= dict.fromkeys(open_, number - 1)
            open_ = []
    return found


def slides(article: Node, chosen: list[str] | None, left_out: set[str]) -> list[Slide]:
    """The slides of a page.

    Args:
        article: The article of the built page.
        chosen: What the front matter chooses; None for the rule.
        left_out: The ids of the headings whose sections the rule leaves out.

    Raises:
        UnknownSlideError: For an entry that names nothing.
    """
    found = [*sections(article)]
    if chosen is None:
        made = [slide for one in found if one.heading.id not in left_out for slide in _by_rule(one)]
    else:
        there = dict(places(article, found))
        made = [chosen_slide(entry, there) for entry in chosen]
    for section in found:
        _noted(section, [slide for slide in made if slide.section is section])
    return made


def sections(article: Node) -> Iterator[Section]:
    """The sections of a page, with what stands open in them."""
    section, above = Section(Node("h2")), None
    for node in _open(article):
        if node.tag in SECTION_HEADINGS:
            if section.heading.id:
                yield section
            above = node if node.tag == "h2" else above
            section = Section(node, above if node is not above else None)
        elif is_thing(node):
            section.things.append(node)
        elif node.tag in WORDS and "checked" not in node.classes and "reference" not in node.classes:
            section.words.append((len(section.things), node))
    if section.heading.id:
        yield section


def _open(node: Node) -> Iterator[Node]:
    """What stands open on a page: holders without a meaning of their own are opened, folds are not."""
    for child in node.elements:
        if child.tag in {"div", "section"} and not is_thing(child) and "opening" not in child.classes:
            yield from _open(child)
        else:
            yield child


def is_thing(node: Node) -> bool:
    """Whether a slide can show this by itself."""
    figure = node.tag == "figure" and "hero" not in node.classes
    return figure or node.tag == "table" or bool({"cell", "maths", "mse"} & {*node.classes})


def _by_rule(section: Section) -> Iterator[Slide]:
    taken = 0
    for place, thing in enumerate(section.things):
        if place >= taken:
            with_next = "maths" in thing.classes and "cell" in [*section.things, thing][place + 1].classes
            taken = place + 1 + with_next
            yield Slide(section, section.things[place:taken], place)


def _noted(section: Section, made: list[Slide]) -> None:
    """The words of a section go to the slide of the thing above them; those above the first go with the first."""
    for before, words in section.words:
        above = [slide for slide in made if slide.place < before]
        if made:
            (above or made[:1])[-1].notes.append(words.copy(unlinked))
