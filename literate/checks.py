"""All that can be wrong with a page before it runs: its front matter, numbers, formulas, symbols, links, folds."""

import re

from literate import fading, folds, front, links, predict, recall, symbols
from literate.errors import PageError
from literate.given import check_given
from literate.maths import FORMULA, LEFT_OVER, to_mathml
from literate.numbers import find_numbers
from literate.page import NUMBER, Page, blank, place


def mistakes(page):
    try:
        check(page)
    except PageError as error:
        yield error


def check(page: Page) -> None:
    """Look at what is written.

    Raises:
        PageError: For the first mistake.
    """
    find_numbers(page)
    check_given(page)
    front.check(page)
    _check_formulas(page)
    symbols.check(page)
    links.check(page)
    folds.check(page)
    fading.check(page)
    predict.check(page)
    recall.check(page)


def _check_formulas(page: Page) -> None:
    """Every formula is TeX that becomes MathML; a computed number in it counts as a digit. No TeX stands outside."""
    if found := LEFT_OVER.search(FORMULA.sub(blank, NUMBER.sub(blank, page.prose))):
        raise page.error_at(found, "this formula is not read", "it has no $ on one side, or stands where none can")
    for found in FORMULA.finditer(page.prose):
        line, _ = place(page.prose, found.start())
        if page.lines[line - 1].lstrip().startswith("|") and re.search(r"(?<!\\)\|", found[0]):
            raise page.error_at(found, "in a table | ends the cell", r"write \lvert and \rvert, or \mid")
        try:
            to_mathml(NUMBER.sub("1", found[1] or found[2]), display=bool(found[1]))
        except ValueError as error:
            hint = "CONTRIBUTING.md says how formulas are written"
            raise page.error_at(found, f"this formula is not read: {error}", hint) from error
