"""A way through the source of a page and the words of its HTML, side by side.

Where the source may be read in more than one manner, the page decides: the way that leads to the end of both is taken.
"""

from typing import Any, NamedTuple

from literate.accounting.ambiguous import STRICT
from literate.accounting.letters import DETAILS, Stream
from literate.accounting.source_text import Choice, Written

GAPS = frozenset({"marker", "autodoc", "section"})
NEEDS = {"link": "link", "reference": "link", "fence": "pre"}


class Progress(NamedTuple):
    """How far a way has come: piece of the source, place on the page, letters that agreed, and how it came here."""

    piece: int
    at: int
    score: int
    choice: Choice | None
    before: Any


class Way:
    """The way through a part of the source and a stream of the page; `failed` is where the furthest one ends."""

    def __init__(self, written: Written, start: int, end: int, stream: Stream) -> None:
        """Go through both, choosing what the page itself has chosen."""
        self.written, self.stream, self.end = written, stream, end
        self.failed, self.best = (start, 0, 0), (-1, 0)
        self.last: Progress | None = None
        stack, seen = [Progress(start, 0, 0, None, None)], set[tuple[int, int]]()
        while stack and self.last is None:
            step = stack.pop()
            if (step.piece, step.at) not in seen:
                seen.add((step.piece, step.at))
                stack += self._on(step)

    def _on(self, step: Progress) -> list[Progress]:
        """The steps that this one may be followed by, the likeliest last."""
        text, piece, at, score = self.stream.text, step.piece, step.at, step.score
        if piece == self.end:
            if at == len(text):
                self.last = step
            else:
                self._fail(step, 0)
            return []
        choices, own = self.written.choices.get(piece, ()), self.written.pieces[piece]
        steps = []
        kinds = {choice.kind for choice in choices}
        if kinds & STRICT and not self.stream.in_code(at, edges=True, block="fence" in kinds):
            self._fail(step, _common(text, at, own), unread=True)
        elif text.startswith(own, at):
            steps.append(Progress(piece + 1, at + len(own), score + len(own), None, step))
        else:
            self._fail(step, _common(text, at, own))
        for choice in choices:
            if choice.end <= self.end and (choice.kind in GAPS or self._may(choice, at)):
                steps += [
                    Progress(choice.end, to, score + len(choice.instead), choice, step) for to in self._to(choice, at)
                ]
        return steps

    def _may(self, choice: Choice, at: int) -> bool:
        """Whether the page has at this place what a choice stands for."""
        if choice.kind == "number":
            return self.stream.text[at : at + 1] >= "\U000f0000"
        if not self.stream.text.startswith(choice.instead, at):
            return False
        if choice.kind == "fold" and not choice.instead.startswith(DETAILS):
            return at in self.stream.marks["admonition"]
        if choice.kind == "tab":
            return at in self.stream.marks["tab"]
        needs = NEEDS.get(choice.kind)
        if needs:
            return at + len(choice.instead) in self.stream.marks[needs]
        return not self.stream.in_code(at, edges=False)

    def _to(self, choice: Choice, at: int) -> list[int]:
        """The places of the page where it may go on after a choice, the likeliest last."""
        if choice.kind == "number":
            return [at + 1]
        if choice.kind not in GAPS:
            return [at + len(choice.instead)]
        if choice.kind == "section":
            return self.stream.lines_below(at)[::-1]
        further = {to for to in self.stream.starts if to >= at} | {len(self.stream.text)}
        return sorted(further, reverse=True)

    def _fail(self, step: Progress, common: int, unread: bool = False) -> None:
        if (step.score + common, step.piece) > self.best:
            self.best = step.score + common, step.piece
            self.failed = step.piece, -1 if unread else common, step.at + common

    def steps(self) -> list[Progress]:
        """The steps of the way, in order; none where it does not lead to the end."""
        steps, step = [], self.last
        while step is not None:
            steps.append(step)
            step = step.before
        return steps[::-1]


def _common(text: str, at: int, own: str) -> int:
    low, high = 0, len(own)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text.startswith(own[:middle], at) else (low, middle - 1)
    return low
