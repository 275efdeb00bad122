"""What a slide is, and the slides that the front matter of a page chooses by ids."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from literate.takeaway.html_tree import Node


@dataclass
class Section:
    """A heading, what stands below it up to the next, and the heading that is above it in rank.

    Attributes:
        things: What slides show, in order.
        words: The paragraphs and lists, each with the number of things before it.
    """

    heading: Node
    above: Node | None = None
    things: list[Node] = field(default_factory=list)
    words: list[tuple[int, Node]] = field(default_factory=list)


@dataclass
class Slide:
    """One slide: the section it belongs to, what it shows, which thing of the section comes first, its notes.

    Attributes:
        over: Whether its things are of several sections, so that the heading above theirs is its own.
    """

    section: Section
    things: list[Node]
    place: int = 0
    notes: list[Node] = field(default_factory=list)
    over: bool = False


class UnknownSlideError(ValueError):
    """An entry of the front matter names nothing that the page has."""


def places(article: Node, found: list[Section]) -> Iterator[tuple[str, tuple[Node, Section]]]:
    """Each place of the page, with the section in which it stands, in a fold as well."""
    headings, last = {one.heading.id: one for one in found}, found[0] if found else Section(Node("h2"))
    for node in article.walk():
        last = headings.get(node.id, last)
        if node.id:
            yield node.id, (node, last)


def chosen_slide(entry: str, there: dict[str, tuple[Node, Section]]) -> Slide:
    """The slide that an entry of the front matter names.

    Raises:
        UnknownSlideError: When a name of it is no place with something to show.
    """
    things, owners = zip(*(_named(name, there) for name in entry.split()), strict=True)
    first, _, part = entry.split()[0].partition("/")
    place = next((n for n, thing in enumerate(owners[0].things) if thing.id == first), 0)
    place = int(part) - 1 if part and first == owners[0].heading.id else place
    return Slide(owners[0], [*things], place, over=len({id(one) for one in owners}) > 1)


def chosen_thing(name: str, there: dict[str, tuple[Node, Section]]) -> Node:
    """The thing that a name of the front matter names, or with `/words2` the second paragraph or list of a section.

    Raises:
        UnknownSlideError: When it names nothing that the page has.
    """
    place, _, part = name.partition("/")
    node, section = there.get(place, (None, Section(Node("h2"))))
    number = int(part.removeprefix("words")) if part.startswith("words") else 0
    if number and node is section.heading and number <= len(section.words):
        return section.words[number - 1][1]
    return _named(name, there)[0]


def _named(name: str, there: dict[str, tuple[Node, Section]]) -> tuple[Node, Section]:
    """The thing of one id, or a part of it, or the thing of that number below a heading; and its section."""
    place, _, part = name.partition("/")
    node, section = there.get(place, (None, Section(Node("h2"))))
    thing = node if not part else chosen_part(node, part) if node else None
    if node is section.heading:
        number = int(part) if part.isdigit() else 0 if part else 1
        thing = section.things[number - 1] if 0 < number <= len(section.things) else None
    if thing is None:
        raise UnknownSlideError(f"{name} is no place with something to show")
    return thing, section


def chosen_part(thing: Node, part: str) -> Node | None:
    """A cell with its `code` alone or with its `output` alone; or a figure with some of its frames, such as `1+5`."""
    if "cell" not in thing.classes:
        return _framed(thing, part.split("+"))
    kept = [one for one in thing.elements if ("result" in one.classes) == (part == "output")]
    return Node(thing.tag, thing.attributes, [*kept]) if part in {"code", "output"} and kept else None


def _framed(figure: Node, wanted: list[str]) -> Node | None:
    frames = {str(n): one for n, one in enumerate((one for one in figure.walk() if "frame" in one.classes), 1)}
    if not {*wanted} <= {*frames}:
        return None
    kept = Node("div", {"class": "frames"}, [frames[number] for number in wanted])
    return Node(figure.tag, figure.attributes, [kept if "frames" in one.classes else one for one in figure.elements])
