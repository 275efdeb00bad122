"""A page as a tree of blocks: fences first, then HTML, then all else, as the builders take them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from literate.grammar import markup
from literate.grammar.block import TEXT, Block
from literate.grammar.blocks import parse_blocks
from literate.grammar.markup import Element
from literate.grammar.patterns import NUMBER
from literate.grammar.rows import Row, Scope, Span
from literate.grammar.rules import STAND_IN

COVERED = "\x03"  # stands for a computed number: whatever is in it is no Markdown


def covered(text: str) -> str:
    """A text with its computed numbers covered, each as long as it is written."""
    return NUMBER.sub(lambda found: COVERED * len(found[0]), text)


@dataclass
class Tree:
    """The blocks of a page, its HTML, and where each piece of HTML stands.

    Attributes:
        blocks: The outermost blocks, in order.
        elements: The blocks of HTML by the place that their stand-in has: line, and column from 0.
        unclosed: Those that are never closed.
        ajar: Tags in blocks whose content is not read that end with what holds them.
    """

    lines: list[str]
    whole: Scope
    blocks: list[Block] = field(default_factory=list)
    elements: dict[tuple[int, int], Element] = field(default_factory=dict)
    unclosed: list[Element] = field(default_factory=list)
    ajar: list[Element] = field(default_factory=list)

    def walk(self) -> Iterator[Block]:
        """All blocks, in order."""
        for block in self.blocks:
            yield from block.walk()

    def scopes(self) -> Iterator[tuple[Block, Scope]]:
        """Each block with text in it, and its text as it is written."""
        for block in self.walk():
            if block.kind in TEXT:
                yield block, Scope(self.written(block.rows))

    def part(self, block: Block, name: str) -> str:
        """What was found in the rows of a block, as the page has it."""
        text, found = Scope(self.written(block.rows)).text, block.found
        span = found.span(name) if found and name in found.groupdict() else (0, 0)
        return text[max(span[0], 0) : max(span[1], 0)]

    def written(self, rows: list[Row]) -> list[Row]:
        """Rows as the page has them."""
        return [Row(n, left, self.lines[n - 1][left : left + len(text)]) for n, left, text in rows]

    def spans(self, start: int, end: int) -> list[Span]:
        """The parts of the lines between two offsets of the text that the HTML was read from."""
        return list(self.whole.spans(start, end))

    def text(self, start: int, end: int) -> str:
        """What stands there, as the page has it."""
        return "\n".join(self.lines[number - 1][left:right] for number, left, right in self.spans(start, end))


def tree_of(lines: list[str], first: int, fences: list[range]) -> Tree:
    """Read a page.

    Args:
        lines: Its lines, the front matter included.
        first: How many lines the front matter takes.
        fences: The lines of each fence.
    """
    bare = [""] * first + [line.replace("\t", " ") for line in lines[first:]]
    for fence in fences:
        mark = bare[fence[0] - 1]
        bare[fence[0] - 1] = mark[: len(mark) - len(mark.lstrip())] + STAND_IN
        bare[fence[0] : fence[-1]] = [""] * (len(fence) - 1)
    text = covered("\n".join(bare))
    whole = Scope(Row(n, 0, line) for n, line in enumerate(text.split("\n"), 1))
    tree = Tree(lines, whole)
    html = markup.Reader(text)
    tree.unclosed, tree.ajar = html.open, html.ajar

    def rows(start: int, end: int, children: list[Element]) -> list[Row]:
        return _rows(tree, start, end, children, hidden)

    def inside(row: Row) -> list[Row]:
        element = tree.elements[row.number, row.column]
        if not element.has_markdown:
            return []
        return rows(element.inside, element.outside, element.children)

    hidden = {number for fence in fences for number in fence[1:]}
    tree.blocks = parse_blocks(rows(0, len(text), html.top), inside)
    ends = {fence[0]: fence[-1] for fence in fences}
    ends |= {at[0]: whole.place(max(one.end - 1, 0))[0] for at, one in tree.elements.items()}
    for block in tree.blocks:
        _end(block, ends)
    return tree


def _end(block: Block, ends: dict[int, int]) -> int:
    """Set the last line of a block, and of all that it holds: a fence or HTML in it counts whole."""
    own = ends.get(block.line, 0) if block.kind in {"fence", "html"} else 0
    block.last = max([block.last, own, *(_end(one, ends) for one in block.blocks)])
    return block.last


def _rows(tree: Tree, start: int, end: int, children: list[Element], hidden: set[int]) -> list[Row]:
    """The rows between two offsets, each block of HTML in them as one row of its own."""
    found: list[Row] = []
    for child in children:
        found += _text(tree.whole, start, child.start, hidden)
        line, column = tree.whole.place(child.start)
        tree.elements[line, column - 1] = child
        found += [Row(line, 0, ""), Row(line, column - 1, STAND_IN + "<"), Row(line, 0, "")]
        start = child.end
    return found + _text(tree.whole, start, end, hidden)


def _text(whole: Scope, start: int, end: int, hidden: set[int]) -> list[Row]:
    rows = []
    (first, left), (last, right) = whole.place(start), whole.place(end)
    for number in range(first, last + 1):
        if number not in hidden:
            text = whole.rows[number - 1].text
            begin, stop = left - 1 if number == first else 0, right - 1 if number == last else len(text)
            rows.append(Row(number, begin, text[begin:stop]))
    return rows
