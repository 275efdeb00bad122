"""Numbers as they are typed into prose: what is one, and what only looks like one."""

import re
from collections.abc import Iterator

# What is exempt besides code: comments and tags, link targets, attribute lists, dates.
EXEMPT = re.compile(
    r"<!--.*?-->|</?[a-zA-Z][^<>]*>|\]\([^)\n]*\)|^ *\[[^\]\n]+\]: .*$|\{:? ?[#.][^}\n]*\}|\bhttps?://\S+"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},)? \d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{4}\b",
    re.DOTALL | re.MULTILINE,
)
POWER = r"\^\{?-?\d+\}?|\*\*-?\d+|[⁰¹²³⁴-⁹⁻]+|e[-+]?\d+| ?(?:\\?%|percent)"
TYPED = re.compile(
    r"(?<![\w.])(?:\d[\d,]*(?:\.\d+)+|\.\d+|\d[\d,]*(?= ?(?:%|\\%|percent\b))"
    r"|\d+(?:\.\d+)?(?=\^|\*\*|[⁰¹²³⁴-⁹⁻]|e[-+]?\d)|\d{1,3}(?:,\d{3})+|\d{3,})"
    rf"(?:{POWER})?"
)


def typed(text: str) -> Iterator[re.Match[str]]:
    """Each number in prose that a computation could have yielded, with its power or its percent sign."""
    return TYPED.finditer(EXEMPT.sub(blank, text))


def blank(found: re.Match[str]) -> str:
    """Spaces in place of what was found, as many lines and columns as it has."""
    return re.sub(r"[^\n]", " ", found[0])
