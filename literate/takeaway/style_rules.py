"""A style sheet as rules in rules, read as far as leaving out rules needs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# A string, a comment and an address in brackets are one piece each: signs in them are none of the language.
PIECE = re.compile(
    r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*.*?\*/|url\([^)"']*\)|\\.|[{};]|[^"'/{};u\\]+|.""", re.DOTALL
)
STRING = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class StyleRule:
    """A rule, or what ends with a semicolon.

    Attributes:
        head: What stands before the braces; a whole declaration or statement.
        inside: What stands in the braces; nothing where there are none.
    """

    head: str
    inside: "list[StyleRule] | None" = None


def parsed(text: str) -> list[StyleRule]:
    """The rules of a style sheet, without comments; one that begins `/*!` asks to be kept."""
    return [*_rules(iter(PIECE.findall(text)))]


def _rules(pieces: Iterator[str]) -> Iterator[StyleRule]:
    head = ""
    for piece in pieces:
        if piece == "{":
            yield StyleRule(_tidy(head), [*_rules(pieces)])
        elif piece in ("}", ";"):
            if head.strip():
                yield StyleRule(_tidy(head))
        elif piece.startswith("/*"):
            head += piece * piece.startswith("/*!") + " "
            continue
        else:
            head += piece
            continue
        head = ""
        if piece == "}":
            return
    if head.strip():
        yield StyleRule(_tidy(head))


def _tidy(head: str) -> str:
    """One blank where there are several, none at the ends; strings stay as they are."""
    strings = STRING.findall(head)
    blanks = (BLANK.sub(" ", between) for between in STRING.split(head))
    return "".join(part for pair in zip(blanks, [*strings, ""], strict=True) for part in pair).strip()


@lru_cache(maxsize=2000)  # each product asks for all of them
def selectors(head: str) -> list[str]:
    """The selectors of a list; a comma in brackets or in a string is none of it."""
    found, depth = [""], 0
    for piece in re.findall(rf"{STRING.pattern}|.", head, re.DOTALL):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(piece, 0)
        if piece == "," and not depth:
            found.append("")
        else:
            found[-1] += piece
    return [one.strip() for one in found]


def as_css(rules: list[StyleRule]) -> str:
    """The text of rules, as short as it can be."""
    texts = (rule.head + (";" if rule.inside is None else f"{{{as_css(rule.inside)}}}") for rule in rules)
    return "".join(texts).replace(";}", "}")
