"""Where code spans and brackets end."""

import re
from collections.abc import Iterator

from literate.grammar.patterns import TICKS


def code_spans(text: str) -> Iterator[tuple[int, int, int]]:
    """Each code span: where it begins, how many backticks it has on each side, where it ends.

    It goes from backticks to as many; where there are none, to the most that there are, if these are fewer.
    """
    at = 0
    while opening := TICKS.search(text, at):
        (begin, at), count = opening.span("ticks"), len(opening["ticks"])
        runs = [(at + one.start(), len(one[0])) for one in re.finditer("`+", text[at:])]
        equal = [start for start, size in runs if size == count]
        size = count if equal else max((size for _, size in runs), default=0)
        if 0 < size <= count:
            start = (equal or [start for start, found in runs if found == size])[0]
            at = start + size
            yield begin, size, at


def closing(text: str, at: int) -> int:
    """Where the bracket closes that has been opened before."""
    depth = 1
    for place in range(at, len(text)):
        depth += {"[": 1, "]": -1}.get(text[place], 0)
        if not depth:
            return place
    return -1


def name_of(label: str) -> str:
    """A label as definitions have it."""
    return " ".join(label.lower().split())
