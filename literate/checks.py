"""All that can be wrong with a page before it runs: its given numbers, formulas, symbols, links, folds."""

from literate import fading, links, predict, recall, symbols
from literate.given import check_given
from literate.maths import FORMULA, to_mathml
from literate.page import NUMBER, Page


def check(page: Page) -> None:
    """Look at what is written.

    Raises:
        PageError: For the first mistake.
    """
    check_given(page)
    _check_formulas(page)
    symbols.check(page)
    links.check(page)
    fading.check(page)
    predict.check(page)
    recall.check(page)


def _check_formulas(page: Page) -> None:
    """Every formula is TeX that becomes MathML; a computed number in it counts as a digit."""
    for found in FORMULA.finditer(page.prose):
        try:
            to_mathml(NUMBER.sub("1", found[1] or found[2]), display=bool(found[1]))
        except ValueError as error:
            hint = "CONTRIBUTING.md says how formulas are written"
            raise page.error_at(found, f"this formula is not read: {error}", hint) from error
