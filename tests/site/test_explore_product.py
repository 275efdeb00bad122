"""Figures that can be handled, in a browser: a product says what NumPy says, and what NumPy cannot notice."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hands import FIGURES, READ, awake, enter, opened, printed, shown_as, told  # noqa: F401

PRODUCTS = [(page, name) for page, name, kind in FIGURES if kind == "multiply_by_hand"]
TURNS = [(left, right) for left in (0, 1) for right in (0, 1)]


def _turned(data: dict[str, Any], left: int, right: int) -> Any:
    """The factors as they lie, and their product where NumPy makes one."""
    one, other = np.array(data["left"]), np.array(data["right"])
    one, other = one.T if left else one, other.T if right else other
    return one, other, one @ other / data["by"] if one.shape[1] == other.shape[0] else None


@pytest.mark.parametrize(("page", "name"), PRODUCTS)
def test_every_cell_and_every_turn_is_numpys(opened: Any, page: str, name: str) -> None:  # noqa: F811
    tab, said = opened(page)
    figure = awake(tab, name)
    data = told(figure)
    for left, right in TURNS:
        one, other, product = _turned(data, left, right)
        drawn = product is not None and product.shape == (len(data["rows"]), len(data["columns"]))
        drawn = drawn and one.shape == np.shape(data["left"])
        for at in range(len(data["rows"]) * len(data["columns"])):
            enter(tab, name, f"at:{at},left:{left},right:{right}")
            work = [text for text in figure.locator("[data-work] td:last-child").all_inner_texts() if text.strip()]
            assert bool(work) == drawn
            if drawn:
                assert work[-1] in shown_as(product.flat[at], ".4f")
                r, c = divmod(at, product.shape[1])
                for line, term in zip(work, one[r] * other[:, c], strict=False):
                    assert line in shown_as(term, ".4f")
        for of, form, _, _, text in figure.evaluate(READ):
            part, n = of.split(".")
            if part == "product":
                assert text in (shown_as(product.flat[int(n)], form) if drawn else {"?"})
        verdict = figure.locator("[data-verdict]").inner_text()
        assert ("NumPy refuses" in verdict) == (product is None)
        if product is not None:
            kinds = data["axes"][0 if left else 1], data["axes"][2 if right else 1]
            assert ("does not belong together" in verdict) == (kinds[0] != kinds[1])
    assert not said


def test_what_is_copied_prints_the_product_or_what_numpy_says(opened: Any, tmp_path: Path) -> None:  # noqa: F811
    for page, name in PRODUCTS[:2]:
        tab, _ = opened(page, permissions=["clipboard-read", "clipboard-write"])
        figure = awake(tab, name)
        for left, right in TURNS:
            enter(tab, name, f"left:{left},right:{right}")
            figure.get_by_role("button", name="Copy as NumPy").click()
            figure.locator("[data-said]", has_text="Copied").wait_for()
            out = printed(tab.evaluate("navigator.clipboard.readText()"), tmp_path)
            product = _turned(told(figure), left, right)[2]
            if product is None:
                assert "not aligned" in out
            else:
                found = [float(word) for word in re.findall(r"-?\d[\d.e-]*", out)]
                assert np.allclose(found, product.ravel(), atol=1e-6)
            tab.evaluate(f"document.querySelector('#figure-{name} [data-said]').textContent = ''")


def test_a_product_is_followed_by_keyboard_alone_and_is_told(opened: Any) -> None:  # noqa: F811
    page, name = PRODUCTS[0]
    tab, _ = opened(page)
    figure = awake(tab, name)
    said = figure.locator("[data-said]")
    figure.get_by_role("button", name="Next").press("Enter")
    assert said.inner_text().startswith("Row setosa, column hidden 2: ")
    figure.get_by_role("slider").press("End")
    assert figure.get_by_role("slider").get_attribute("aria-valuetext").startswith("Row virginica, column hidden 2: ")
    figure.get_by_role("checkbox").last.press(" ")
    assert "(3, 4) times (2, 4): the inner sizes, 4 and 2, clash. NumPy refuses." in said.inner_text()
    for words in ("(3, 4) times (4, 2) gives (3, 2)", "setosa", "column hidden 1", "There is nothing to undo."):
        figure.get_by_role("button", name="Undo").press("Enter")
        assert words in said.inner_text()


def test_a_click_on_a_cell_follows_it(opened: Any) -> None:  # noqa: F811
    page, name = PRODUCTS[0]
    tab, _ = opened(page, viewport={"width": 1280, "height": 900})
    figure = awake(tab, name)
    figure.locator("[data-of='product.5']").click()
    assert figure.locator("[data-place]").inner_text() == "Row virginica, column hidden 2"
