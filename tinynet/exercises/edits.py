"""What an answer's text becomes when one thing in it is wrong: an operator, a name, a transpose, a parenthesis.

These slips need no list: every exercise has them, from the text of its answer. Each comes with its words.
"""

import io
import re
import tokenize
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from typing import NamedTuple

from tinynet.exercises.words import DOTTED

Edited = tuple[str, str]  # the words for a slip, and the text with it
MATRIX_PRODUCT = re.compile(r"(?P<left>\w+)(?P<turned>\.T)? @ (?P<right>\w+)(?P<too>\.T)?(?![\w.(])")
OPERATORS = {
    "@": ("*", "* (element by element) stands where the matrix product, @ or np.dot, belongs"),
    "*": ("@", DOTTED),
    "-": ("+", "a plus stands where a minus belongs"),
    "+": ("-", "a minus stands where a plus belongs"),
}


class Token(NamedTuple):
    """A word or sign of the text: what it is, and where."""

    kind: int
    text: str
    start: int
    end: int


def edits(source: str) -> Iterator[Edited]:
    """All of them, the likeliest first."""
    tokens = _tokens(source)
    yield from _operators(source, tokens)
    yield from _products(source)
    yield from _parentheses(source, tokens)
    yield from _names(source, tokens)
    yield from _orders(source)


def _tokens(source: str) -> list[Token]:
    """The tokens of the text, with their places in it."""
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    read = tokenize.generate_tokens(io.StringIO(source).readline)
    return [
        Token(one.type, one.string, *(lines[row - 1] + column for row, column in (one.start, one.end))) for one in read
    ]


def _put(source: str, start: int, end: int, new: str) -> str:
    return source[:start] + new + source[end:]


def _where(source: str, at: int) -> str:
    """The name that the line makes, for the words."""
    found = re.match(r" +(\w+) = ", source[source.rfind("\n", 0, at) + 1 :])
    return f", in {found[1]}" if found else ""


def _operators(source: str, tokens: list[Token]) -> Iterator[Edited]:
    """One operator in place of another."""
    for one in tokens:
        if one.kind == tokenize.OP and one.text in OPERATORS:
            new, words = OPERATORS[one.text]
            yield words + _where(source, one.start), _put(source, one.start, one.end, new)


def _products(source: str) -> Iterator[Edited]:
    """A matrix product with other transposes, or with its matrices in the other order."""
    for found in MATRIX_PRODUCT.finditer(source):
        right = (found["left"], found["right"]), (bool(found["turned"]), bool(found["too"]))
        for order, turned in product((right[0], right[0][::-1]), product((False, True), repeat=2)):
            swapped = order != right[0]
            text = " @ ".join(name + ".T" * turn for name, turn in zip(order, turned, strict=True))
            changed = [name for name, now, once in zip(right[0], turned, right[1], strict=True) if now != once]
            words = (
                _turned(changed, turned, right) if not swapped else "the matrices of a product are in the wrong order"
            )
            more = "; mind the transposes (.T)" * swapped
            yield words + more + _where(source, found.start()), _put(source, *found.span(), text)


def _turned(changed: list[str], turned: tuple[bool, ...], right: tuple[tuple[str, str], tuple[bool, bool]]) -> str:
    """The words for transposes that are missing or too many."""
    if len(changed) != 1:
        return "transposes (.T) are missing or too many at " + " and ".join(changed)
    missing = right[1][right[0].index(changed[0])]
    return f"a transpose (.T) is {'missing' if missing else 'one too many'} at {changed[0]}"


def _parentheses(source: str, tokens: list[Token]) -> Iterator[Edited]:
    """A pair of parentheses is missing that holds no arguments."""
    opened: list[tuple[Token, bool]] = []
    for before, one in pairwise(tokens):
        if one.text == "(":
            opened.append((one, before.kind == tokenize.NAME and before.text != "return"))
        elif one.text == ")":
            start, is_call = opened.pop()
            if not is_call:
                text = source[: start.start] + source[start.end : one.start] + source[one.end :]
                yield "parentheses are missing" + _where(source, one.start), text


def _names(source: str, tokens: list[Token]) -> Iterator[Edited]:
    """One name stands where another belongs, at one place of a line or at all of them."""
    body = source.index(":\n")
    known = list(dict.fromkeys(re.findall(r"\w+", source[source.index("(") : body])))
    for line in re.finditer(r"(?m)^ +(?:(\w+) = )?(.+)$", source[body:]):
        start, end = body + line.start(2), body + line.end(2)
        places = [one for one in tokens if start <= one.start < end and one.text in known and _is_read(source, one)]
        for old, new in product(dict.fromkeys(one.text for one in places), known):
            if old != new:
                yield from _named(source, [one for one in places if one.text == old], new)
        known += [line[1]] * bool(line[1] and line[1] not in known)


def _is_read(source: str, one: Token) -> bool:
    """Whether a name is read for its value: not filled by a method, and not what a loop goes through."""
    return not source.startswith(".append", one.end) and not source[: one.start].endswith((" in ", "for "))


def _named(source: str, places: list[Token], new: str) -> Iterator[Edited]:
    """One name for another, at each of the places, and at all."""
    words = f"{new} stands where {places[0].text} belongs" + _where(source, places[0].start)
    for chosen in [[one] for one in places] + [places] * (len(places) > 1):
        text = source
        for one in reversed(chosen):
            text = _put(text, one.start, one.end, new)
        yield words, text


def _orders(source: str) -> Iterator[Edited]:
    """Two arguments are taken for each other."""
    head, rest = source.split(":\n", 1)
    names = re.findall(r"\w+", head)[2:]
    for one, other in combinations(names, 2):
        order = [{one: other, other: one}.get(name, name) for name in names]
        yield (
            f"the arguments are taken in another order: {one} comes before {other}",
            f"def answer({', '.join(order)}):\n{rest}",
        )
