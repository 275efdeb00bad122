"""Whether the reader and the site take the same for code, headings, links, formulas, folds and the like, in order.

A page on which they differ is refused: what is checked is what is shown.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from pathlib import PurePosixPath

from literate.accounting.html_inventory import HEADINGS, Finder, Found
from literate.accounting.letters import words
from literate.accounting.presence import Imbalance
from literate.grammar.block import Block
from literate.grammar.inventory import Item
from literate.reading.page import Page

KINDS = ("code", "code span", "heading", "link", "image", "formula", "fold", "tab", "footnote", "comment")
RAW = {"code": "code span", "pre": "code", "summary": "fold", "math": "formula"} | dict.fromkeys(HEADINGS, "heading")
ANY = "\0"  # a text that is not compared
HINT = "write it so that both read the same: with empty lines around it, or in backticks where it is only shown"
MARKED = re.compile(r"[\[<{$&\\`*_:]")
ABSOLUTE = re.compile(r"\s*[a-zA-Z][\w+.-]*:")
OPEN = re.compile(r"\[\[cards\]\]|^::: ", re.MULTILINE)  # these stand for more than is written
HELD = re.compile(r"\{\{ .+? \}\}|[\U000f0000-\U000fffff]")


def differing(page: Page, html: str) -> Iterator[Imbalance]:
    """The first difference of each kind, at the line of the source.

    Args:
        page: The page as the reader has it.
        html: The rendered page, its numbers and outputs still the characters that stand for them.
    """
    found = Finder(html).found
    order = {one.part: at for at, one in reversed(list(enumerate(found))) if one.part}
    parts = _parts(page)
    ours = sorted(_ours(page), key=lambda item: (order.get(parts.get(item.line, ""), 0), item.line, item.column))
    for kind in KINDS:
        theirs = sorted((one for one in found if one.kind == kind), key=lambda one: order.get(one.part, 0))
        # Code that holds nothing says nothing: a cell that prints nothing has such a box, too.
        theirs = [one for one in theirs if kind != "code" or one.text.strip()]
        mine = [item for item in ours if item.kind == kind and (kind != "code" or item.text.strip())]
        if kind == "tab":
            labels = [block.line for block in _labels(page.blocks)]
            mine.sort(key=lambda item: labels.index(item.line))
        yield from _compared(page, kind, mine, theirs)


def _parts(page: Page) -> dict[int, str]:
    """The lines that stand elsewhere on the page: those of footnotes, and of labels."""
    notes = [(block, block.found["name"]) for block in page.contents.blocks_of("footnote") if block.found]
    parts = {line: name for block, name in notes for line in range(block.line, block.last + 1)}
    return parts | {block.line: "=" for block in page.contents.blocks_of("tab")}


def _labels(blocks: list[Block]) -> Iterator[Block]:
    """The tabs in the order of their labels: those of one group stand together, before all that the tabs hold."""
    for is_tab, group in groupby(blocks, key=lambda block: block.kind == "tab"):
        held = [*group]
        yield from held if is_tab else ()
        for block in held:
            yield from _labels(block.blocks)


def _ours(page: Page) -> Iterator[Item]:
    """The things that the reader has found, and HTML that stands for such."""
    for item in page.inventory:
        if item.kind == "code block":
            yield item._replace(kind="code")
        elif item.kind == "comment":
            if page.lines[item.line - 1].startswith("<!--", item.column - 1):  # the site shows `<!DOCTYPE>` as it is
                yield item
        elif item.kind != "fence":
            yield item
        else:
            header = page.lines[item.line - 1]
            if not re.search(r"[`~] *figure\b", header) and (" exec=" not in header or " source=" in header):
                yield item._replace(kind="code", text=ANY if "8<" in item.text else item.text)
    for tag in page.contents.of("tag"):
        if tag.text in RAW:
            yield Item(RAW[tag.text], ANY, *tag.place)


def _compared(page: Page, kind: str, ours: list[Item], theirs: list[Found]) -> Iterator[Imbalance]:
    """Where the two lists part."""
    levels = {heading.line: heading.level for heading in page.headings}
    more, at = bool(OPEN.search(page.prose)), 0
    for item in ours:
        while more and at < len(theirs) - 1 and not _same(item, theirs[at], levels):
            at += 1
        if at == len(theirs) or not _same(item, theirs[at], levels):
            has = f"has {_short(theirs[at].text)} there" if at < len(theirs) else "has none there"
            yield _entry(page, item.line, item.column, f"this is read as a {kind}: {_short(item.text)}; the site {has}")
            return
        at += 1
    if at < len(theirs) and not more:
        text = theirs[at].text.strip().split("\n")[0]
        line = _line(page, text, ours[-1].line if ours else page.first + 1)
        yield _entry(page, line, 1, f"the site reads a {kind} that is not read as one here: {_short(text)}")


def _same(item: Item, other: Found, levels: dict[int, int]) -> bool:
    if item.text == ANY or item.kind == "formula":
        return True
    if item.kind == "code":
        return _lines(item.text) == _lines(other.text)
    if item.kind in {"heading", "fold", "tab"}:
        level = item.kind != "heading" or levels.get(item.line) == other.level
        return level and (bool(MARKED.search(item.text)) or not item.text or words(item.text) == words(other.text))
    if item.kind in {"link", "image"} and not ABSOLUTE.match(item.text):
        return _same_page(_plain(item.text), _plain(other.text))
    return _plain(item.text) == _plain(other.text)


def _same_page(file: str, address: str) -> bool:
    """Whether a file as a page names it, and an address as a builder writes it, have one name and one place."""
    (path, _, place), (there, _, anchor) = file.partition("#"), address.partition("#")
    name, other = PurePosixPath(path).stem, PurePosixPath(there).stem
    return place == anchor and ("index" in (name, other) or not name or not other or name == other or other == "..")


def _lines(code: str) -> list[str]:
    return [line.rstrip() for line in code.expandtabs(4).split("\n") if line.strip()]


def _plain(text: str) -> str:
    return "".join(unescape(HELD.sub("", text)).split())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return "HTML" if text == ANY else f"“{line[:40]}{'…' * (len(line) > 40)}”"


def _line(page: Page, text: str, start: int) -> int:
    """The first line from one on that holds a text, or the one."""
    found = [line for line in range(start, len(page.lines) + 1) if text and text in page.lines[line - 1]]
    return found[0] if found else min(start, len(page.lines))


def _entry(page: Page, line: int, column: int, message: str) -> Imbalance:
    return Imbalance(line, column, max(1, len(page.lines[line - 1]) - column + 1), message, HINT)
