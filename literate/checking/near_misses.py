"""What is nearly something, and would be shown as text, or not at all: each is a mistake, not a guess."""

import re
from collections.abc import Iterator

from literate.errors import PageError
from literate.grammar.rows import INDENT
from literate.grammar.rules import HOLDER
from literate.grammar.ticks import name_of
from literate.reading.fences import NEARLY_CELL, ends_none
from literate.reading.page import Page

INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u2060\ufeff\U000f0000-\U0010ffff]")
QUOTED = re.compile(r" *>[> \t]*(?:```|~~~)")  # which the reader refuses
EXEC = re.compile(r"\bexec *= *[\"“”]1[\"“”]")
BELOW_HEAD = re.compile(r"(?=.*-)(?=.*\|)[|: -]+")
TAB = re.compile(r"^[ >]*(?:(?:\d+\.|[*+-]) *)?(?P<tab>\t)")
BELOW_NOTHING = "take the indentation away, or indent by four spaces below `===`, `!!!`, `???` or a list item"


def mistakes(page: Page) -> Iterator[PageError]:
    """All of them; what is nearly a fence or a section is found by the reader."""
    yield from _cells(page)
    yield from _characters(page)
    yield from _indented(page)
    yield from _glued(page)
    yield from _stray(page)
    yield from _tables(page)
    yield from _notes(page)
    yield from _defined_twice(page)


def _cells(page: Page) -> Iterator[PageError]:
    """Lines with `exec="1"` that open no fence."""
    prose = page.prose.split("\n")
    for number, text in enumerate(page.contents.code, 1):
        found, plain = NEARLY_CELL.match(text), EXEC.search(prose[number - 1])
        if (found or plain) and not QUOTED.match(text):
            hint = "begin a line with ```python, indented by four spaces in a list item"
            start, end = found.span("word") if found else plain.span() if plain else (0, 0)
            yield page.error("this opens no fence, so no cell runs", number, start + 1, end - start, hint)


def _characters(page: Page) -> Iterator[PageError]:
    """Characters that nobody sees, or that the engine keeps for itself; tabs that indent."""
    fenced = {number for fence in page.contents.fences for number in fence}
    for number, text in enumerate(page.lines[page.first :], page.first + 1):
        for found in INVISIBLE.finditer(text):
            what = f"this character is not shown: U+{ord(found[0]):04X}"
            yield page.error(what, number, found.start() + 1, 1, "take it away")
        if number not in fenced and (tab := TAB.match(text)):
            yield page.error("a tab indents this line", number, tab.start("tab") + 1, 1, "indent by four spaces")


def _indented(page: Page) -> Iterator[PageError]:
    """Folds and tabs that are indented, but below nothing: they are code."""
    for block in page.contents.blocks_of("code block"):
        for row in block.rows:
            text = row.text.lstrip()
            if HOLDER.match(text):
                column = row.column + len(row.text) - len(text) + 1
                yield page.error("this is indented, but below nothing", row.number, column, len(text), BELOW_NOTHING)


def _glued(page: Page) -> Iterator[PageError]:
    """Fences right above or below a line of text, and those in a text."""
    closed = {fence.line for fence in page.fences if fence.last > fence.line and not ends_none(page, fence)}
    for block in page.contents.blocks_of("fence"):
        if block.glued and block.line in closed:
            hint = "leave an empty line above it and below it"
            yield page.error("this fence is glued to a paragraph", block.line, hint=hint)


def _stray(page: Page) -> Iterator[PageError]:
    """Blocks of which it is not clear what they belong to."""
    for block in page.contents.blocks:
        if block.stray:
            yield page.error(
                block.stray, block.line, hint="part it by an empty line, or a paragraph, from what is above"
            )
    for element in page.contents.tree.elements.values():
        behind = page.contents.tree.whole.text[element.end :].split("\n")[0]
        if behind.startswith(INDENT) or re.search("&|<(?!/)", behind):
            line, column = page.contents.tree.whole.place(element.end)
            yield page.error("this stands right behind HTML", line, column, len(behind), "begin a new line with it")


def _tables(page: Page) -> Iterator[PageError]:
    """Rows that are longer than the head of their table, and heads that do not fit the line below them."""
    for block in page.contents.blocks_of("table", "paragraph"):
        if block.kind == "paragraph":
            if block.rows[1:] and BELOW_HEAD.fullmatch(block.rows[1].text.strip()):
                hint = "write as many cells in both, with | between them"
                yield page.error("this is no table: its head does not fit the line below", block.line, hint=hint)
            continue
        rows = [[cell for cell in block.blocks if cell.line == row.number] for row in block.rows]
        for row in rows[2:]:
            if len(row) > len(rows[0]):
                cell = row[len(rows[0])].rows[0]
                what = f"this row has {len(row)} cells, its head {len(rows[0])}"
                yield page.error(
                    what, cell.number, cell.column + 1, max(1, len(cell.text)), "write \\| for a bar in a text"
                )


def _notes(page: Page) -> Iterator[PageError]:
    """Footnotes that are defined twice, used but not defined, defined but not used."""
    defined: dict[str, int] = {}
    used = {note.text for note in page.contents.of("note")}
    for block in page.contents.blocks_of("footnote"):
        name = page.contents.tree.part(block, "name")
        if name in defined:
            hint = f"line {defined[name]} has it already"
            yield page.error(f"the footnote [^{name}] stands twice", block.line, hint=hint)
        elif not any(row.text.strip() for one in block.blocks for row in one.rows):
            yield page.error(f"the footnote [^{name}] says nothing", block.line, hint="write its text behind it")
        elif block.blocks[-1].kind == "fence":
            hint = "write a sentence below it"
            yield page.error(f"the footnote [^{name}] ends with a fence", block.blocks[-1].line, hint=hint)
        elif " " in name:
            hint = "write a - in place of each blank"
            yield page.error(f"the name of the footnote [^{name}] has blanks", block.line, hint=hint)
        elif name not in used:
            hint = f"write [^{name}] where it belongs, or take it away"
            yield page.error(f"nothing refers to the footnote [^{name}]", block.line, hint=hint)
        defined.setdefault(name, block.line)
    for note in page.contents.of("note"):
        if note.text not in defined:
            hint = f"write [^{note.text}]: and its text, on a line of its own"
            yield page.error(f"there is no footnote [^{note.text}]", *note.place, len(note.written), hint)


def _defined_twice(page: Page) -> Iterator[PageError]:
    """Targets of links and abbreviations that are defined twice, of which one would be lost; text that looks so."""
    seen, used = dict[tuple[str, str], int](), {link.target for link in page.links}
    for block in page.contents.blocks_of("reference"):
        target = page.contents.tree.part(block, "target").strip("<>")
        if target not in used and not re.search(r"[/.:#]", target):
            hint = "begin the line with a word, if it is text"
            yield page.error("this is read as the target of a link, and not shown", block.line, hint=hint)
    for block in page.contents.blocks_of("reference", "abbreviation"):
        written = "\n".join(row.text for row in block.rows)  # a name may go over a line
        name = name_of(written.partition("[")[2].partition("]")[0])
        line = seen.setdefault((block.kind, name), block.line)
        if line < block.line and not name.startswith("//"):  # which is used for remarks
            yield page.error(f"[{name}] is defined twice", block.line, hint=f"line {line} has it already")
