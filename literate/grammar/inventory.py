"""What stands on a page and has to be found on its finished form: each with its kind, its text and its place."""

from collections.abc import Iterator
from typing import NamedTuple

from literate.grammar.block import Block
from literate.grammar.contents import LINKS, Contents
from literate.grammar.headings import Heading
from literate.grammar.inlines import Inline
from literate.grammar.patterns import ATTRIBUTES

INLINE = {"code span": "code span", "formula": "formula", "link": "link", "image": "image", "comment": "comment"}
INLINE |= {"html link": "link", "html image": "image", "note": "footnote"}


class Item(NamedTuple):
    """One thing of a page.

    Attributes:
        kind: fence, code block, code span, heading, link, image, formula, fold, tab, footnote or comment.
        text: The code, the words of a heading or a title, the target of a link, the TeX, the name of a note.
        line: Its line, from 1.
        column: Its column, from 1.
    """

    kind: str
    text: str
    line: int
    column: int


def inventory(contents: Contents, lines: list[str]) -> list[Item]:
    """The items of a page, in order."""
    images = contents.of("image")
    shown = [one for one in contents.inlines if one.kind in INLINE and not _is_in_words(one, images)]
    found = [Item(INLINE[one.kind], _text(one), *one.place) for one in shown]
    found += [Item("formula", one.text.strip(), *one.place) for one in contents.formulas if one.kind == "display"]
    found += [_heading(one) for one in contents.headings]
    for block in contents.blocks:
        found += _of_block(contents, block)
    for fence in contents.fences:
        found.append(_fence(lines[fence[0] - 1 : fence[-1]], fence[0]))
    for element in contents.tree.elements.values():
        if not element.tag:
            span = contents.tree.spans(element.start, element.end)[0]
            text = contents.tree.text(element.start, element.end)
            found.append(Item("comment", text[4:-3].strip(), span.number, span.start + 1))
    return sorted(found, key=lambda item: (item.line, item.column))


def _is_in_words(one: Inline, images: list[Inline]) -> bool:
    """Whether this is code in the words of an image, which are text alone."""
    return one.kind == "code span" and any(
        one.scope is other.scope and other.start < one.start and one.end <= other.end for other in images
    )


def _text(one: Inline) -> str:
    if one.kind in LINKS:
        return one.target
    return one.written[4:-3].strip() if one.kind == "comment" else one.text


def _heading(one: Heading) -> Item:
    return Item("heading", ATTRIBUTES.sub("", one.words).strip(), one.line, one.column)


def _fence(lines: list[str], line: int) -> Item:
    """A fence, with its code as written: sections are not expanded."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    return Item("fence", "\n".join(text[indent:] for text in lines[1:-1]), line, indent + 1)


def _of_block(contents: Contents, block: Block) -> Iterator[Item]:
    row = block.rows[0]
    if block.kind == "code block":
        yield Item(
            "code block",
            "\n".join(one.text[4:] for one in contents.tree.written(block.rows)),
            row.number,
            row.column + 5,
        )
    elif block.kind in {"fold", "tab"}:
        title = contents.tree.part(block, "label" if block.kind == "tab" else "title")
        yield Item(block.kind, title, row.number, row.column + 1)
