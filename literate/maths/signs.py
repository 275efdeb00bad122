"""The symbols in a formula: each with its subscript, and what tells it apart from others of its name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

SIGN = (
    r"(?:var)?(?:alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|sigma|phi|omega)|partial|nabla|odot|otimes|circ|sum"
)
WRITTEN = {"∂": "partial", "⊙": "odot", "∑": "sum"}  # the same signs as characters
SYMBOL = re.compile(
    r"\\(?:begin|end)\{\w+\}|\\text\{(?P<text>[^}]*)\}|\\r[a-z]+\{(?P<role>[A-Za-z])\}"
    rf"|\\(?P<sign>{SIGN})(?![a-zA-Z])|\\[a-zA-Z]+|(?P<letter>[A-Za-z])|[∂⊙∑]"
)
SUBSCRIPT = re.compile(r"_(?:\{(?P<long>(?:[^{}]|\{[^{}]*\})*)\}|(?P<short>\w))")
INDEX = re.compile(r"-[\dkij]+$")
ROLE = re.compile(r"\\r[a-z]+(?=\{)")


class Symbol(NamedTuple):
    """One symbol in a formula: where it begins, how it is written there, and its name, such as `W_2`.

    `key` tells apart what shares a name: the label $y$ and any $y$, the function $f$ and its slope $f'$, the flower $e$
    and Euler's number, which stands before a power.
    """

    offset: int
    written: str
    name: str
    key: str


@lru_cache(maxsize=5000)  # a live server asks for those of all pages at each edit
def symbols_of(tex: str) -> tuple[Symbol, ...]:
    """The symbols of one formula, such as `W_2` for each weight between its layers."""
    return tuple(_symbols(tex))


def _symbols(tex: str) -> Iterator[Symbol]:
    offset = 0
    while found := SYMBOL.search(tex, offset):
        offset = found.end()
        word = found["text"] if (found["text"] or "").isupper() else None
        name = found["role"] or found["sign"] or found["letter"] or WRITTEN.get(found[0]) or word
        if name:
            if name != "sum" and (subscript := SUBSCRIPT.match(tex, offset)):
                offset = subscript.end()
                inside = re.sub(r"\\text\{([^}]*)\}", r"\1", subscript["long"] or subscript["short"])
                name += f"_{INDEX.sub('', inside)}"
            role, after = ROLE.match(found[0]), tex[offset : offset + 1]
            mark = after if after == "'" or (name, after) == ("e", "^") else ""
            yield Symbol(found.start(), tex[found.start() : offset], name, f"{role[0] if role else ''}{name}{mark}")
