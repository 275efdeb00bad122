"""The form that all blocks of a page have, and what is known while they are made."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from literate.grammar import rules
from literate.grammar.rows import Row
from literate.grammar.rules import Chunk

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
class BlockContext:
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


Maker = Callable[[Chunk, BlockContext], list[Block]]
