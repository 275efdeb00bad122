"""All that stands on a page, by its kinds: its blocks, the elements of its texts, and its prose without code."""

from functools import cached_property, lru_cache
from typing import NamedTuple

from literate.grammar.block import Block
from literate.grammar.headings import Heading, heading
from literate.grammar.inlines import Inline, Text
from literate.grammar.markup import verbatim
from literate.grammar.patterns import MARKER
from literate.grammar.rows import Row, Scope, Span, blanked
from literate.grammar.ticks import name_of
from literate.grammar.tree import tree_of

LINKS = ("link", "image", "html link", "html image")


class Mark(NamedTuple):
    """A line `[[name: argument]]`, and the columns left of it."""

    line: int
    indent: int
    name: str
    argument: str


class Contents:
    """What stands on one page.

    Attributes:
        tree: Its blocks.
        inlines: The elements of its texts and of its HTML, in order.
    """

    def __init__(self, lines: list[str], first: int, fences: list[range]) -> None:
        """Read the page."""
        self.lines, self.first, self.fences = lines, first, fences
        self.tree = tree_of(lines, first, fences)
        self.blocks = list(self.tree.walk())
        self.references = {
            name_of(self.tree.part(one, "name")): self.tree.part(one, "target").strip("<>")
            for one in self.blocks_of("reference")
        }
        self.texts = [(block, Text(scope, self.references)) for block, scope in self.tree.scopes()]
        html = [Text(scope, {}, tags_alone=True).found for scope in self._html]
        found = [one for _, text in self.texts for one in text.found] + [one for found in html for one in found]
        self.inlines = sorted(found, key=lambda one: one.place)

    def of(self, *kinds: str) -> list[Inline]:
        """The elements of these kinds, in order."""
        return [one for one in self.inlines if one.kind in kinds]

    def blocks_of(self, *kinds: str) -> list[Block]:
        """The blocks of these kinds, in order."""
        return [one for one in self.blocks if one.kind in kinds]

    @cached_property
    def _html(self) -> list[Scope]:
        """The HTML that stands outside of texts: blocks without what is code in them, and the tags of containers."""
        scopes = []
        for element in self.tree.elements.values():
            ends = (element.start, element.inside) if element.has_markdown else (element.start, element.end)
            spans = self.tree.spans(*ends) if element.tag else []
            rows = [Row(number, left, self._bare[number - 1][left:right]) for number, left, right in spans]
            scopes.append(Scope(rows, of_blocks=True))
        return scopes

    @cached_property
    def _bare(self) -> list[str]:
        """The lines without what is code in HTML."""
        text, spans = self.tree.whole.text, list[Span]()
        for element in self.tree.elements.values():
            if not element.tag:
                spans += self.tree.spans(element.start, element.end)
            elif not element.has_markdown:
                for start, end in verbatim(text[element.start : element.end]):
                    spans += self.tree.spans(element.start + start, element.start + end)
        return blanked(self.lines, spans)

    @cached_property
    def code(self) -> list[str]:
        """The lines without front matter, fences, indented code and what is code in HTML: code spans are left."""
        lines = [""] * self.first + self._bare[self.first :]
        for fence in self.fences:
            lines[fence[0] - 1 : fence[-1]] = [""] * len(fence)
        rows = [row for block in self.blocks_of("code block") for row in block.rows]
        return blanked(lines, [Span(row.number, 0, row.column + len(row.text)) for row in rows])

    @cached_property
    def prose(self) -> str:
        """The lines without code of any form and without comments, each line and column kept."""
        spans = [span for one in self.of("code span", "comment") for span in one.scope.spans(one.start, one.end)]
        for _, text in self.texts:
            spans += [span for start, end in verbatim(text.bare) for span in text.scope.spans(start, end)]
        return "\n".join(blanked(self.code, spans))

    @cached_property
    def marks(self) -> list[Mark]:
        """The lines that stand for what one of the kit's modules makes."""
        lines = enumerate(self.prose.split("\n"), 1)
        found = [(number, MARKER.match(line)) for number, line in lines]
        return [Mark(number, len(one["indent"]), one["name"], one["argument"] or "") for number, one in found if one]

    @cached_property
    def headings(self) -> list[Heading]:
        """The headings, in order, wherever they stand."""
        return [heading(block, text.scope) for block, text in self.texts if block.kind == "heading"]

    @cached_property
    def formulas(self) -> list[Inline]:
        """The formulas, in order: those in a text, and those that are a paragraph."""
        own = []
        for block in self.blocks_of("formula"):
            scope = Scope(self.tree.written(block.rows))
            own.append(
                Inline(
                    "display", 0, len(scope.text), scope.text.strip().removeprefix("$$").removesuffix("$$"), "", scope
                )
            )
        return sorted([*self.of("formula"), *own], key=lambda one: one.place)


@lru_cache(maxsize=200)
def contents(text: str, first: int, fences: tuple[tuple[int, int], ...]) -> Contents:
    """What stands on a page, read once for each text.

    Args:
        text: The whole file.
        first: How many lines its front matter takes.
        fences: The first and the last line of each fence.
    """
    return Contents(text.split("\n"), first, [range(line, last + 1) for line, last in fences])
