"""Numbers that are typed in prose: those that a computation could have yielded."""

import re
from collections.abc import Iterator

from literate.grammar.patterns import ATTRIBUTES
from literate.grammar.rows import blank

# What is exempt besides code, comments and the targets of links: tags, attribute lists, signs that go by a number,
# addresses, dates.
EXEMPT = re.compile(
    r"</?[a-zA-Z][\w-]*(?:\s+[\w:-]+(?:=\"[^\"]*\"|='[^']*'|=[^\s\"'<>]+)?)*\s*/?>"
    rf"|{ATTRIBUTES.pattern}|&#?\w+;|\bhttps?://\S+"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},)? \d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{4}\b"
)
POWER = r"\^\{?-?\d+\}?|\*\*-?\d+|[⁰¹²³⁴-⁹⁻]+|e[-+]?\d+| ?(?:\\?%|percent)"
TYPED = re.compile(
    r"(?<![\w.])(?:\d[\d,]*(?:\.\d+)+|\.\d+|\d[\d,]*(?= ?(?:%|\\%|percent\b))"
    r"|\d+(?:\.\d+)?(?=\^|\*\*[-\w({]|[⁰¹²³⁴-⁹⁻]|e[-+]?\d)|\d{1,3}(?:,\d{3})+|\d{3,})"
    rf"(?:{POWER})?"
)


def typed(text: str) -> Iterator[re.Match[str]]:
    """Each number in prose that a computation could have yielded, with its power or its percent sign."""
    return TYPED.finditer(EXEMPT.sub(blank, text))
