"""Blocks that hold others: what is indented by four columns below them, or marked on each line, stands in them."""

import re
from dataclasses import replace

from literate.grammar import rules
from literate.grammar.block import Block, BlockContext, Maker
from literate.grammar.rows import Row
from literate.grammar.rules import Chunk


def _empty(row: Row) -> Row:
    return Row(row.number, row.column, "")


def _moved(chunk: Chunk) -> Chunk:
    """Rows as their holder has them: those that are indented lose that."""
    return [row.cut(4) if row.is_indented else row for row in chunk]


def _below(rest: list[Chunk], strict: bool) -> list[Row]:
    """The rows of the chunks below that stand in a holder; in a strict one each row of them is indented."""
    rows: list[Row] = []
    while rest and rest[0][0].is_indented:
        chunk = rest.pop(0)
        end = next((at for at, row in enumerate(chunk) if not row.is_indented), len(chunk)) if strict else len(chunk)
        rows += [_empty(chunk[0]), *_moved(chunk[:end])]
        if chunk[end:]:
            rest.insert(0, chunk[end:])
    return rows


def _holder(chunk: Chunk, state: BlockContext) -> list[Block]:
    """A fold, an admonition or a tab, with its title."""
    found = rules.HOLDER.match(chunk[0].text)
    assert found is not None
    end = next((at for at, row in enumerate(chunk[1:], 1) if not row.is_indented), len(chunk))
    state.again(chunk[end:])
    rows = _moved(chunk[1:end]) + ([] if chunk[end:] else _below(state.rest, strict=True))
    kind = "tab" if found["tab"] else "fold" if found["fold"] else "admonition"
    block = _made(kind, chunk[0], found, rows, state)
    part = "label" if found["tab"] else "title"
    if found[part]:
        words = Row(chunk[0].number, chunk[0].column + found.start(part), found[part])
        block.blocks.insert(0, Block("title", [words], last=words.number))
    return [block]


def _made(kind: str, own: Row, found: re.Match[str] | None, rows: list[Row], state: BlockContext) -> Block:
    """One holder with what stands in it."""
    seen = [row.number for row in rows if not row.is_blank]
    return Block(kind, [own], found, state.parse(rows), max([own.number, *seen]))


def _list(chunk: Chunk, state: BlockContext) -> list[Block]:
    """A list with its items; one that follows, of whatever kind, is part of it."""
    items: list[list[Row]] = []
    own: list[Row] = []
    while True:
        for row in chunk:
            if found := rules.ITEM.match(row.text):
                items.append([row.cut(found.end())])
                own.append(row)
            else:
                items[-1] += _continued(row, items[-1])
        items[-1] += _below(state.rest, strict=False)
        if not state.goes_on("list"):
            break
        chunk = state.rest.pop(0)
    made = [_made("item", row, None, rows, state) for row, rows in zip(own, items, strict=True)]
    for item, rows in zip(made, items, strict=True):
        plain = rows[0].is_blank or rules.split(rows[:1])[0] == "paragraph"
        if not plain and rows[1:2] and rows[1].is_indented:
            item.stray = "to what the line below this item belongs is not clear"
    return [Block("list", own[:1], blocks=made, last=made[-1].last)]


def _continued(row: Row, above: list[Row]) -> list[Row]:
    """A further line of an item: of its text, or of a list in it."""
    if above[0].is_blank and row.is_indented:
        return [row.cut(4)]
    if rules.NESTED.match(row.text):
        return [_empty(row), row.cut(4)] if not any(one.is_blank for one in above[1:]) else [row.cut(4)]
    nested = any(not one.text for one in above[1:])
    return [row.cut(4) if nested and row.is_indented else row]


def _definition(chunk: Chunk, state: BlockContext) -> list[Block]:
    """A definition; the paragraph above it holds its terms."""
    above = state.above
    if above and above.kind == "paragraph" and not above.stray:
        at = state.made.index(above)
        state.made[at : at + 1] = [Block("term", [row], last=row.number) for row in above.rows]
    elif not above or above.kind != "definition":
        return [Block("paragraph", chunk, last=chunk[-1].number, stray="this definition has no term")]
    found = rules.DEFINITION.match(chunk[0].text)
    assert found is not None
    end = next((at for at, row in enumerate(chunk) if at and rules.DEFINITION.match(row.text)), len(chunk))
    state.again(chunk[end:])
    below = [] if chunk[end:] else _below(state.rest, strict=False)
    rows = [chunk[0].cut(found.end()), *_moved(chunk[1:end]), *below]
    lazy = chunk[end:] and any(not row.is_indented for row in chunk[1:end])
    stray = "the line above this definition goes on with the one before" if lazy else ""
    return [replace(_made("definition", chunk[0], found, rows, state), stray=stray)]


def _quotation(chunk: Chunk, state: BlockContext) -> list[Block]:
    """A quotation; a line without its mark goes on with it."""
    rows = _unquoted(chunk)
    while state.goes_on("quotation"):
        below = state.rest.pop(0)
        rows += [_empty(below[0]), *_unquoted(below)]
    return [_made("quotation", chunk[0], None, rows, state)]


def _unquoted(chunk: Chunk) -> list[Row]:
    marks = [(row, rules.QUOTE.match(row.text)) for row in chunk]
    return [row.cut(found.end()) if found else row for row, found in marks]


def _note(chunk: Chunk, state: BlockContext) -> list[Block]:
    """The text of a footnote."""
    found = rules.NOTE.match(chunk[0].text)
    assert found is not None
    end = next((at for at, row in enumerate(chunk) if at and rules.NOTE.match(row.text)), len(chunk))
    state.again(chunk[end:])
    below = [] if chunk[end:] else _below(state.rest, strict=False)
    rows = [chunk[0].cut(found.end()), *_moved(chunk[1:end]), *below]
    return [_made("footnote", chunk[0], found, rows, state)]


HOLDERS: dict[str, Maker] = {
    "holder": _holder,
    "list": _list,
    "definition": _definition,
    "quotation": _quotation,
    "note": _note,
}
