"""Typed numbers are given, not computed: each is declared in the front matter, with where it comes from."""

import re
from collections.abc import Iterator

from literate.errors import PageError
from literate.page import NUMBER, Page, blank

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


def check_given(page: Page) -> None:
    """Every typed number is declared as given, with where it comes from, and every declared one is used.

    Raises:
        PageError: For the first number that is not declared, or no longer used, or declared without its source.
    """
    given, used = _given(page), list(typed(NUMBER.sub(blank, page.prose)))
    for found in used:
        if found[0] not in given:
            hint = f'compute it, {{{{ … }}}}, or declare it in the front matter: given: {{"{found[0]}": "its source"}}'
            raise page.error_at(found, f"{found[0]} is typed, not computed", hint)
    for written in sorted(given.keys() - {found[0] for found in used}):
        raise _error(page, f'given: "{written}" is not on the page', written)


def _given(page: Page) -> dict[str, str]:
    given = page.meta.get("given", {})
    if not isinstance(given, dict):
        raise _error(page, "given is not a list of numbers with their sources", "given")
    for written, source in given.items():
        if not isinstance(written, str) or not isinstance(source, str) or not source.strip():
            raise _error(page, f'given: {written} needs the form "number": "its source"', str(written))
    return given


def _error(page: Page, message: str, word: str) -> PageError:
    """A mistake in the list of given numbers, on the line that holds it."""
    start = next(line for line, text in enumerate(page.lines, 1) if text.startswith("given"))
    below = enumerate(page.lines[start - 1 : page.first], start)
    line = next((line for line, text in below if word in text), start)
    return page.error(message, line, hint='write given: {"0.5": "where it comes from"}')
