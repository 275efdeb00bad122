"""What begins a block, in the order in which it is tried: each rule finds its first line in rows without an empty one.

The order and the forms are those of Python-Markdown with the extensions of mkdocs.yml.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from literate.grammar.patterns import MARKER
from literate.grammar.rows import INDENT, Row

STAND_IN = "\x02"  # stands for a fence, or for a block of HTML, in the rows of a page

KINDS = r"[\w-]+(?: +[\w-]+)*"
HOLDER = re.compile(
    rf'(?:(?P<fold>\?\?\?\+?)(?! *$)|(?P<box>!!!)(?= ?[\w-])) ?(?P<kinds>{KINDS})?(?: +"(?P<title>.*?)")? *$'
    r'|(?P<tab>===(?:\+!?|!\+?)?) +"(?P<label>.*?)" *$'
)
HEADING = re.compile(r"(?P<level>#{1,6})(?P<words>(?:\\.|[^\\#]|#+(?=[^#]))*?)#*$")
UNDERLINE = re.compile(r"(?:=+|-+) *$")
RULE = re.compile(r" {0,3}(?>(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}) *$")
ITEM = re.compile(r" {0,3}(?:\d+\.|[*+-]) +(?=(?P<words>.*))")
NESTED = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
DEFINITION = re.compile(r" {0,3}: {1,3}(?=(?P<words>.*))")
QUOTE = re.compile(r" {0,3}> ?")
NOTE = re.compile(r" {0,3}\[\^(?P<name>[^\]]*)\]: *(?=(?P<words>.*))")
ABBREVIATION = re.compile(r"\*\[[^\\]*?\] ?: *")
REFERENCE = re.compile(
    r" {0,3}\[(?P<name>[^\[\]]*)\]: *(?:\n *)?(?P<target>\S+) *(?:\n *)?"
    r"(?:(?P<quote>[\"'])(?P<title>.*)(?P=quote) *|\((?P<words>.*)\) *)?$",
    re.MULTILINE,
)
DOCUMENTED = re.compile(r"(?:#{1,6} *|)::: ?(?P<name>.+?) *$")
BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")
PIPES = re.compile(r"\\\\|\\(?P<hidden>`+)|(?P<ticks>`+)|\\\||(?P<pipe>\|)")

Chunk = list[Row]
Rule = Callable[[Chunk], int | None]  # the place of the first row, if there is one


def first_row(pattern: re.Pattern[str]) -> Rule:
    """The first row that a pattern matches at its start."""
    return lambda chunk: next((at for at, row in enumerate(chunk) if pattern.match(row.text)), None)


def at_once(pattern: re.Pattern[str]) -> Rule:
    """The first row of all, if a pattern matches it."""
    return lambda chunk: 0 if pattern.match(chunk[0].text) else None


def joined_rows(chunk: Chunk) -> str:
    """The rows as one text."""
    return "\n".join(row.text for row in chunk)


def is_table(chunk: Chunk) -> int | None:
    """Whether the first two rows are the head of a table and the line below it."""
    rows = [row.text.strip(" ") for row in chunk]
    border = bool(rows[0].startswith("|") or BORDER.search(rows[0]))
    if len(rows) < 2:
        return None
    head, below = cells(rows[0], border), cells(rows[1], border)
    alone = border and all(row.startswith("|") or BORDER.search(row) for row in rows[1:])
    if (len(head) > 1 or alone) and len(head) == len(below) and set("".join(text for _, text in below)) <= set("|:- "):
        return 0
    return None


def cells(row: str, border: bool) -> list[tuple[int, str]]:
    """The cells of a row, each with its offset; a bar in a code span, or behind a backslash, is text."""
    start = 1 if border and row.startswith("|") else 0
    end = len(row) - 1 if border and BORDER.search(row[start:]) else len(row)
    marks = list(PIPES.finditer(row, start, end))
    spans, at = [], 0
    while at < len(marks):
        size = len(marks[at]["ticks"] or (marks[at]["hidden"] or "`")[1:])
        later = [n for n, one in enumerate(marks[at + 1 :], at + 1) if size and len(_ticks(one)) == size]
        if _ticks(marks[at]) and later:
            spans.append(range(marks[at].start(), marks[later[0]].end()))
            at = later[0]
        at += 1
    bars = [one.start() for one in marks if one["pipe"] and not any(one.start() in span for span in spans)]
    edges = [start - 1, *bars, end]
    return [(left + 1, row[left + 1 : right]) for left, right in pairwise(edges)]


def _ticks(mark: re.Match[str]) -> str:
    return mark["ticks"] or mark["hidden"] or ""


def underlined(chunk: Chunk) -> int | None:
    """Whether the second row underlines the first."""
    return 0 if len(chunk) > 1 and UNDERLINE.match(chunk[1].text) else None


RULES: dict[str, Rule] = {
    "marker": lambda chunk: None if chunk[0].is_indented else first_row(MARKER)(chunk),
    "formula": lambda chunk: 0 if chunk[0].text.startswith("$$") else None,
    "html": at_once(re.compile(STAND_IN + "<")),
    "holder": first_row(HOLDER),
    "code block": at_once(re.compile(INDENT)),
    "table": is_table,
    "documented": first_row(DOCUMENTED),
    "heading": first_row(HEADING),
    "underlined": underlined,
    "rule": first_row(RULE),
    "list": at_once(ITEM),
    "definition": first_row(DEFINITION),
    "quotation": first_row(QUOTE),
    "note": first_row(NOTE),
    "abbreviation": first_row(ABBREVIATION),
    "reference": lambda chunk: next((at for at in range(len(chunk)) if REFERENCE.match(joined_rows(chunk[at:]))), None),
    "fence": first_row(re.compile(rf"\s*{STAND_IN}\Z")),
    "paragraph": lambda chunk: 0,
}


def split(chunk: Chunk) -> tuple[str, Chunk, Chunk]:
    """The rule that applies to a chunk, the rows above what it finds, and the rows from there on."""
    tried = ((kind, rule(chunk)) for kind, rule in RULES.items())
    kind, at = next((kind, at) for kind, at in tried if at is not None)  # a paragraph is always found
    return kind, chunk[:at], chunk[at:]
