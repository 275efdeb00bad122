"""The blocks of a page that hold text or code, and the form that all blocks have."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from literate import rules
from literate.patterns import MARKER
from literate.rows import Row
from literate.rules import Chunk

UNSEEN = {"abbreviation", "reference", "footnote"}
TEXT = {"paragraph", "heading", "cell", "term", "title"}  # in these stand links, formulas and the like


@dataclass
class Block:
    """One block: its kind, its own rows, what was found in its first row, and the blocks that it holds.

    Attributes:
        last: Its last line.
        glued: Whether a fence has a line of text, or code, right above or below it.
        stray: Why it is not clear what it belongs to; empty where it is.
    """

    kind: str
    rows: list[Row]
    found: re.Match[str] | None = None
    blocks: list["Block"] = field(default_factory=list)
    last: int = 0
    glued: bool = False
    stray: str = ""

    @property
    def line(self) -> int:
        """Its first line, from 1."""
        return self.rows[0].number

    def walk(self) -> Iterator["Block"]:
        """The block and all that it holds, in order."""
        yield self
        for block in self.blocks:
            yield from block.walk()


@dataclass
class State:
    """What stands below, in groups of rows; the blocks above, in the same holder; how to read what a block holds.

    `inside` gives the rows of an HTML element whose content is read, for the row that stands for it.
    """

    rest: list[Chunk]
    made: list[Block]
    parse: Callable[[list[Row]], list[Block]]
    inside: Callable[[Row], list[Row]]

    @property
    def above(self) -> Block | None:
        """The block above that is shown, if there is one: definitions of links and the like are not."""
        return next((block for block in reversed(self.made) if block.kind not in UNSEEN), None)

    def again(self, rows: Chunk) -> None:
        """Look at these rows next."""
        if rows:
            self.rest.insert(0, rows)

    def goes_on(self, kind: str) -> bool:
        """Whether the group of rows below is more of the same block."""
        return bool(self.rest) and rules.split(self.rest[0])[:2] == (kind, [])


Maker = Callable[[Chunk, State], list[Block]]


def _whole(kind: str) -> Maker:
    """All rows are one block."""
    return lambda chunk, state: [Block(kind, chunk, last=chunk[-1].number)]


def _rows(kind: str, pattern: re.Pattern[str], count: int = 1) -> Maker:
    """The first rows are one block, what stands below is looked at anew."""

    def make(chunk: Chunk, state: State) -> list[Block]:
        state.again(chunk[count:])
        return [Block(kind, chunk[:count], pattern.match(chunk[0].text), last=chunk[count - 1].number)]

    return make


def _fence(chunk: Chunk, state: State) -> list[Block]:
    """A fence; glued when something stands right above or below it."""
    state.again(chunk[1:])
    texts = {"paragraph", "code block"}
    above = bool(state.made) and state.made[-1].kind in texts and state.made[-1].last == chunk[0].number - 1
    return [Block("fence", chunk[:1], last=chunk[0].number, glued=above or len(chunk) > 1)]


def _html(chunk: Chunk, state: State) -> list[Block]:
    """A block of HTML: with its content, if that is read."""
    state.again(chunk[1:])
    content = state.inside(chunk[0])
    last = content[-1].number if content else chunk[0].number
    return [Block("html", chunk[:1], blocks=state.parse(content), last=last)]


def _code(chunk: Chunk, state: State) -> list[Block]:
    """Indented code, which goes on below an empty line."""
    end = next((at for at, row in enumerate(chunk) if not row.is_indented), len(chunk))
    state.again(chunk[end:])
    if (above := state.above) and above.kind == "code block":
        above.rows += chunk[:end]
        above.last = chunk[end - 1].number
        return []
    return [Block("code block", chunk[:end], last=chunk[end - 1].number)]


def _reference(chunk: Chunk, state: State) -> list[Block]:
    """The definition of a link, of which target and title may stand on lines of their own."""
    found = rules.REFERENCE.match(rules.text_of(chunk))
    assert found is not None
    count = found[0].rstrip("\n").count("\n") + 1
    state.again(chunk[count:])
    return [Block("reference", chunk[:count], found, last=chunk[count - 1].number)]


def _table(chunk: Chunk, state: State) -> list[Block]:
    """A table: its cells, row by row; those beyond the head's are not shown."""
    head = chunk[0].text.strip(" ")
    border = bool(head.startswith("|") or rules.BORDER.search(head))
    found = []
    for row in (chunk[0], *chunk[2:]):
        left = len(row.text) - len(row.text.lstrip(" "))
        for offset, text in rules.cells(row.text.strip(" "), border):
            cell = Row(row.number, row.column + left + offset, text)
            found.append(Block("cell", [cell], last=row.number))
    return [Block("table", chunk, blocks=found, last=chunk[-1].number)]


LEAVES: dict[str, Maker] = {
    "formula": _whole("formula"),
    "html": _html,
    "code block": _code,
    "table": _table,
    "documented": lambda chunk, state: [
        Block("documented", chunk, rules.DOCUMENTED.match(chunk[0].text), last=chunk[-1].number)
    ],
    "heading": _rows("heading", rules.HEADING),
    "underlined": _rows("heading", re.compile(".*"), 2),
    "marker": _rows("marker", MARKER),
    "rule": _rows("rule", rules.RULE),
    "abbreviation": _rows("abbreviation", rules.ABBREVIATION),
    "reference": _reference,
    "fence": _fence,
    "paragraph": _whole("paragraph"),
}
