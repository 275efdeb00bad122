"""The last touches to the HTML of a page: values in their places, a span around each line of code, links to cells."""

import re

from literate.running.values import with_minus_signs

CODE = re.compile(r"<(code|samp)\b[^>]*>.*?</\1>", re.DOTALL)
PYTHON = re.compile(r'(?<=<div class="language-python highlight">).*?</pre>', re.DOTALL)
LISTING = re.compile(r"(?<=<code>).*(?=</code>)", re.DOTALL)
CELL = re.compile(r'<div class="cell" id="(cell-[\w-]+)"(?: data-sealed="")?>')
DEEPEST = 12  # columns of indentation that the style sheet knows, in fours


def placed(text: str, values: dict[str, str], outputs: dict[str, str]) -> str:
    """The page with its values and outputs, each in place of its character; in words a minus is a minus."""
    plain = str.maketrans(values | outputs)
    said = str.maketrans({character: with_minus_signs(value) for character, value in values.items()})
    return CODE.sub(lambda code: code[0].translate(plain), text).translate(said)


def in_lines(text: str) -> str:
    """The page with each line of Python in a span that says how far it is indented: on a phone it hangs from there."""
    return PYTHON.sub(lambda block: LISTING.sub(lambda code: _lines(code[0]), block[0]), text)


def with_links(text: str) -> str:
    """The page with a link to each cell, beside it: what a reader sends to another who is to look there."""
    return CELL.sub(r'\g<0><a class="here" href="#\1">#</a>', text)


def _lines(code: str) -> str:
    return "".join(f'<span class="line in-{_depth(line)}">{line}</span>' for line in code.splitlines(keepends=True))


def _depth(line: str) -> int:
    """The columns that a line is indented by, in fours; its blanks may stand in a span of their own."""
    bare = re.sub(r"<[^>]+>", "", line)
    return min((len(bare) - len(bare.lstrip(" "))) // 4 * 4, DEEPEST)
