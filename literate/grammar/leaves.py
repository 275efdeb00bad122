"""The blocks of a page that hold text or code."""

import re

from literate.grammar import rules
from literate.grammar.block import Block, BlockContext, Maker
from literate.grammar.patterns import MARKER
from literate.grammar.rows import Row
from literate.grammar.rules import Chunk

DEFINED = {"abbreviation", "reference"}


def _whole(kind: str) -> Maker:
    """All rows are one block."""
    return lambda chunk, state: [Block(kind, chunk, last=chunk[-1].number)]


def _rows(kind: str, pattern: re.Pattern[str], count: int = 1) -> Maker:
    """The first rows are one block, what stands below is looked at anew."""

    def make(chunk: Chunk, state: BlockContext) -> list[Block]:
        state.again(chunk[count:])
        return [Block(kind, chunk[:count], pattern.match(chunk[0].text), last=chunk[count - 1].number)]

    return make


def _fence(chunk: Chunk, state: BlockContext) -> list[Block]:
    """A fence; glued when something stands right above or below it."""
    state.again(chunk[1:])
    texts = {"paragraph", "code block", "table"}
    above = bool(state.made) and state.made[-1].kind in texts and state.made[-1].last == chunk[0].number - 1
    return [Block("fence", chunk[:1], last=chunk[0].number, glued=above or len(chunk) > 1)]


def _html(chunk: Chunk, state: BlockContext) -> list[Block]:
    """A block of HTML: with its content, if that is read."""
    state.again(chunk[1:])
    content = state.inside(chunk[0])
    last = content[-1].number if content else chunk[0].number
    return [Block("html", chunk[:1], blocks=state.parse(content), last=last)]


def _code(chunk: Chunk, state: BlockContext) -> list[Block]:
    """Indented code, which goes on below an empty line."""
    end = next((at for at, row in enumerate(chunk) if not row.is_indented), len(chunk))
    state.again(chunk[end:])
    if (above := state.above) and above.kind == "code block":
        above.rows += chunk[:end]
        above.last = chunk[end - 1].number
        return []
    fenced = any(row.text.endswith(rules.STAND_IN) for row in chunk[end + 1 :])  # one right below is glued
    stray = "a fence in the lines below indented code is not read" if fenced else ""
    if state.made and state.made[-1].kind in DEFINED and state.made[-1].last == chunk[0].number - 1:
        stray = "this does not go on with the definition above"
    return [Block("code block", chunk[:end], last=chunk[end - 1].number, stray=stray)]


def _reference(chunk: Chunk, state: BlockContext) -> list[Block]:
    """The definition of a link, of which target and title may stand on lines of their own."""
    found = rules.REFERENCE.match(rules.joined_rows(chunk))
    assert found is not None
    count = found[0].rstrip("\n").count("\n") + 1
    state.again(chunk[count:])
    return [Block("reference", chunk[:count], found, last=chunk[count - 1].number)]


def _table(chunk: Chunk, state: BlockContext) -> list[Block]:
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
