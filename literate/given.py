"""Typed numbers are given, not computed: each is declared in the front matter, with where it comes from."""

from literate.errors import PageError
from literate.numbers import NUMBER, error_at, prose
from literate.page import Page
from literate.typed import blank, typed


def check_given(page: Page) -> None:
    """Every typed number is declared as given, with where it comes from, and every declared one is used.

    Raises:
        PageError: For the first number that is not declared, or no longer used, or declared without its source.
    """
    given, text = _given(page), prose(page)
    used = list(typed(NUMBER.sub(blank, text)))
    for found in used:
        if found[0] not in given:
            hint = f'compute it, {{{{ … }}}}, or declare it in the front matter: given: {{"{found[0]}": "its source"}}'
            raise error_at(page, text, found, f"{found[0]} is typed, not computed", hint)
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
    lines = list(enumerate(page.lines[: page.first], 1))
    start = next(line for line, text in lines if text.startswith("given"))
    line = next((line for line, text in lines if line >= start and word in text), start)
    return page.error(message, line, hint='write given: {"0.5": "where it comes from"}')
