"""Claims: `{{ holds: expression }}` behind a sentence is what makes it true, evaluated at its place; it shows nothing.

A sentence with one of the project's `claim_words`, such as *only* or *largest*, claims something. Those that carry no
claim are listed, not refused: `python -m literate claims`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from literate.errors import PageError
from literate.grammar.inlines import Inline
from literate.grammar.rows import Scope
from literate.kit.feature import Feature
from literate.reading.expressions import CLAIM, find_numbers
from literate.reading.page import NUMBER, Page
from literate.settings import settings_of

SAID = {"paragraph", "cell", "term"}  # the texts that make sentences; a heading holds no number, a title asks
UNSAID = {"code span", "formula", "comment"}
END = re.compile(r"[.!?]+[\"'”’)\]*_]*(?=\s|$)")
HINT = "write it behind the words that it makes true, on their line"


class Sentence(NamedTuple):
    """One sentence of a page with words that claim something, and the claims that it carries."""

    line: int
    text: str
    words: tuple[str, ...]
    claims: tuple[str, ...]


def mistakes(page: Page) -> Iterator[PageError]:
    """Claims that stand behind no words, or in a formula."""
    formulas = {span for one in page.formulas for span in one.scope.spans(one.start, one.end)}
    for number in find_numbers(page) if CLAIM in page.body else []:
        before = NUMBER.sub(_hidden, page.lines[number.line - 1][: number.column - 1])
        if number.claim and not re.search(r"\w", before):
            yield page.error("no words stand before this claim", number.line, number.column, number.length, HINT)
        inside = any(row == number.line and start < number.column <= end for row, start, end in formulas)
        if number.claim and inside:
            yield page.error("this claim stands in a formula", number.line, number.column, number.length, HINT)


def sentences(page: Page) -> Iterator[Sentence]:
    """The sentences that claim something, or that carry a claim, in order."""
    pattern = _pattern(settings_of(page.root).claim_words)
    for block, text in page.contents.texts:
        if block.kind in SAID and pattern:
            yield from _of(text.scope, text.found, pattern)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds these words, in any case, each of them whole."""
    written = [r"\s+".join(map(re.escape, word.split())) for word in words]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])", re.IGNORECASE) if written else None


def _of(scope: Scope, found: list[Inline], pattern: re.Pattern[str]) -> Iterator[Sentence]:
    """The sentences of one text."""
    text = NUMBER.sub(_hidden, scope.text)
    for one in found:
        if one.kind in UNSAID:
            text = text[: one.start] + "0" * (one.end - one.start) + text[one.end :]
    claims = [(one.start(), one["expression"]) for one in NUMBER.finditer(scope.text)]
    claims = [(at, claim.removeprefix(CLAIM)) for at, claim in claims if claim.startswith(CLAIM)]
    parts = [*_parts(text)]
    for at, (start, end) in enumerate(parts):
        after = parts[at + 1][0] if at + 1 < len(parts) else len(text)
        words = tuple(" ".join(word.lower().split()) for word in pattern.findall(text, start, end))
        carried = tuple(claim for place, claim in claims if start <= place < after)
        if words or carried:
            yield Sentence(scope.place(start)[0], " ".join(scope.text[start:end].split()), words, carried)


def _hidden(number: re.Match[str]) -> str:
    """A claim is blank, as it belongs to the sentence before it; any other number is a word of its sentence."""
    return (" " if number["expression"].startswith(CLAIM) else "0") * len(number[0])


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    start = 0
    for end in [*(one.end() for one in END.finditer(text)), len(text)]:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end:
            yield start, end
        start = end


def unbound(page: Page) -> list[Sentence]:
    """The sentences that claim something and carry no claim."""
    return [one for one in sentences(page) if one.words and not one.claims]


FEATURE = Feature(check=mistakes)
