"""The headings of a page, of every form: `# words`, `#words`, words with a line of `===` or `---` below."""

from typing import NamedTuple

from literate.grammar.block import Block
from literate.grammar.rows import Scope


class Heading(NamedTuple):
    """A heading of any form: its level, its words as written, its attribute list among them; where they stand."""

    level: int
    words: str
    line: int
    column: int
    scope: Scope


def heading(block: Block, scope: Scope) -> Heading:
    """The heading that a block is, with its text."""
    first = scope.rows[0]
    if block.found and "level" in block.found.groupdict():
        words = block.found["words"]
        start, level = block.found.start("words") + len(words) - len(words.lstrip()), len(block.found["level"])
        return Heading(level, first.text[start : block.found.end("words")].rstrip(), *scope.place(start), scope)
    level = 1 if scope.rows[1].text.startswith("=") else 2
    start = len(first.text) - len(first.text.lstrip())
    return Heading(level, first.text.strip(), *scope.place(start), scope)
