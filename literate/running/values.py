r"""A computed value where Markdown, HTML or TeX would read it: it stays text, whatever it holds.

A notebook has its Markdown read again, so values are escaped there; in a formula a number such as 1.5e-09 is written
as $1.5 \times 10^{-9}$.
"""

import re

MINUS = re.compile(r"(?<![\w.])-(?=\.?\d)")
BLANKS = re.compile(r"[ \t\n\r\f\v]+")
# What is markup anywhere on a line; the last ones make an address a link.
MARKUP = re.compile(r"[\\`*<|~$]|(?<!\w)_|_(?!\w)|@|:(?=//)|(?<=\bwww)\.")
BRACKETS = re.compile(r"[\[\]]")
# Brackets that could be a link, a note, a box to tick or a definition, with what may stand behind the value.
LINKED = re.compile(r"\A ?\[|\[\^|\] ?(?:[(\[]|\Z)")
# What begins a list, a heading or a quotation, underlines the line above, or is a rule, when it is first on its line.
FIRST = re.compile(r"\A( ?)(?=[-+](?: |\Z)|#|>|(?:=+|:?-+:?) ?\Z|(?:- ?){3,}\Z)")
LISTED = re.compile(r"\A( ?\d{1,9})(?=[.)](?: |\Z))")
NO_TEXT = re.compile(r"[^\w .,()/+%=:-]|_")
SCIENTIFIC = re.compile(r"(?<![\w.])(?P<digits>\d+(?:\.\d*)?|\.\d+)[eE](?P<power>[-+]?\d+)(?![\w.])")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
SIGNS = {sign: f"\\{sign}" for sign in "%#&_${}"} | {"\\": r"{\backslash}", "~": r"{\sim}", "^": r"{\wedge}"}
TAKES = r"(?:[\^_]|\\[a-zA-Z]+|[}\]])"  # behind an index, a command or what it has taken already
WORDS = {"inf": r"\infty", "nan": r"\text{nan}"}


def with_minus_signs(text: str) -> str:
    """A value in a sentence, where a minus is a minus and no hyphen."""
    return MINUS.sub("\u2212", text)


def as_markdown(text: str) -> str:
    r"""A value as Markdown that shows it: blanks are one space as on a page, and what could be markup has a `\`."""
    text = re.sub(r"&(?=#?\w+;)", "&amp;", BLANKS.sub(" ", text))
    linked = LINKED.search(text) or text.count("[") != text.count("]")
    text = MARKUP.sub(r"\\\g<0>", text)
    text = BRACKETS.sub(r"\\\g<0>", text) if linked else text
    return LISTED.sub(r"\1\\", FIRST.sub(r"\1\\", text))


def as_entities(text: str) -> str:
    """A value as Markdown and HTML alike show it: in a tag, or in what a tag begins."""
    return NO_TEXT.sub(lambda found: f"&#{ord(found[0])};", BLANKS.sub(" ", text))


def in_formula(tex: str, sign: str, text: str) -> str:
    r"""A formula with a value in it: a group where TeX would take one digit, in parentheses where it has a power."""
    value = as_tex(text)
    own = re.compile(rf"(?P<before>{TAKES}\s*)?{re.escape(sign)}(?=(?P<power>\s*\^)?)")
    return own.sub(lambda found: _grouped(value, found), tex)


def _grouped(value: str, found: re.Match[str]) -> str:
    alone = re.fullmatch(r"[\w.]+", value)
    value = rf"\left({value}\right)" if found["power"] and not alone else value
    return f"{found['before']}{{{value}}}" if found["before"] else value


def as_tex(text: str) -> str:
    r"""A value as TeX shows it in a formula: 1.5e-09 is `1.5 \times 10^{-9}`, and no sign of it means anything."""
    parts, last = [], 0
    for found in SCIENTIFIC.finditer(text):
        parts += [_plain(text[last : found.start()]), rf"{found['digits']} \times 10^{{{int(found['power'])}}}"]
        last = found.end()
    return "".join([*parts, _plain(text[last:])])


def _plain(text: str) -> str:
    """Text without a power of ten: signs of TeX are escaped, a comma between digits is no list."""
    text = re.sub(r"[%#&_${}\\~^]", lambda found: SIGNS[found[0]], text)
    text = re.sub(r"\b(?:inf|nan)\b", lambda found: WORDS[found[0]], text)
    return THOUSANDS.sub("{,}", text)
