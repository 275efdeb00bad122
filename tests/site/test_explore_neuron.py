"""Figures that can be handled, in a browser: one node fires for the flowers that it fires for in Python."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hands import COPIES, PART_2, READ, STATES, awake, enter, opened, printed, shown_as, told, written  # noqa: F401


def _some(draws: random.Random) -> dict[str, float]:
    """A node that a reader might ask for."""
    weights = {f"w{n}": round(draws.uniform(-2, 2), 2) for n in (1, 2, 3, 4)}
    return weights | {"threshold": round(draws.uniform(-3, 8), 1), "flower": draws.randint(0, 2)}


def _counts(data: dict[str, Any], state: dict[str, float]) -> tuple[Any, Any, list[int]]:
    """The products of the flower that is shown, all sums, and for how many of each species the node fires."""
    x, labels = np.array(data["x"]), np.array(data["labels"])
    weights = [state[f"w{n}"] for n in (1, 2, 3, 4)]
    sums = sum(x[:, n] * weight for n, weight in enumerate(weights))
    products = x[data["shown"][int(state["flower"])]] * weights
    return products, sums, [int((sums[labels == kind] >= state["threshold"]).sum()) for kind in range(3)]


def test_every_text_is_pythons_in_random_states(opened: Any) -> None:  # noqa: F811
    page, said = opened(PART_2)
    figure, draws = awake(page, "threshold"), random.Random(2)
    data = told(figure)
    for _ in range(STATES):
        state = _some(draws)
        enter(page, "threshold", written([*state.items()]))
        products, _, fired = _counts(data, state)
        wanted = {f"product.{n}": one for n, one in enumerate(products)} | {"threshold": state["threshold"]}
        wanted |= {"sum": products.sum()} | {f"fires.{n}": count for n, count in enumerate(fired)}
        for of, form, _, _, text in figure.evaluate(READ):
            assert text in shown_as(wanted[of], form), (state, of)
        for kind, count in enumerate(fired):
            mark = figure.locator(f"[data-mark='{kind}.on']").get_attribute("d")
            assert mark.count("v10") == count
    assert not said


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("threshold:3.5", "It fires for every setosa, and for no other flower: setosa alone."),
        ("threshold:-20", "It always fires: it tells nothing apart."),
        ("threshold:20", "It never fires: it tells nothing apart."),
        ("w1:-0.5,w2:-0.5,w3:1.5,w4:1,threshold:4.5", "As a sign of virginica alone it would be right for "),
        ("flower:2", "For this flower it does not fire."),
    ],
)
def test_what_a_node_tells_apart_is_said(opened: Any, state: str, words: str) -> None:  # noqa: F811
    page, _ = opened(f"{PART_2}/?threshold={state}")
    figure = awake(page, "threshold")
    assert words in figure.locator("[data-verdict]").inner_text()
    assert words in figure.locator("[data-said]").inner_text()


def test_what_is_copied_prints_what_is_shown(opened: Any, tmp_path: Path) -> None:  # noqa: F811
    page, _ = opened(PART_2, permissions=["clipboard-read", "clipboard-write"])
    figure, draws = awake(page, "threshold"), random.Random(3)
    for _ in range(COPIES):
        enter(page, "threshold", written([*_some(draws).items()]))
        figure.get_by_role("button", name="Copy as NumPy").click()
        figure.locator("[data-said]", has_text="Copied").wait_for()
        out = printed(page.evaluate("navigator.clipboard.readText()"), tmp_path)
        shown = [text for of, _, _, _, text in figure.evaluate(READ) if of.startswith("fires")]
        assert [line.split()[1] for line in out.splitlines()] == shown
        page.evaluate("document.querySelector('#figure-threshold [data-said]').textContent = ''")


def test_a_node_is_set_by_keyboard_alone_and_is_told(opened: Any) -> None:  # noqa: F811
    page, _ = opened(PART_2)
    figure = awake(page, "threshold")
    said = figure.locator("[data-said]")
    field = figure.locator("[data-value=threshold]")
    field.fill("3,5")
    field.press("Tab")
    assert "setosa alone" in said.inner_text()
    figure.get_by_role("radio", name="virginica").press(" ")
    assert said.inner_text().startswith("The sum is 0.38.")
    figure.locator("[data-slide=w3]").press("ArrowRight")
    page.locator("#figure-threshold [data-slide=w3][aria-valuetext^='-0.95']").wait_for(state="attached")
    weight = figure.locator("[data-value=w1]")
    weight.fill("7")
    weight.press("Tab")
    assert said.inner_text() == "Needed: a weight from -5 to 5."
    for _ in range(3):
        figure.get_by_role("button", name="Undo").press("Enter")
        assert said.inner_text().startswith("Undone. The sum is")
    figure.get_by_role("button", name="Undo").press("Enter")
    assert said.inner_text() == "There is nothing to undo."
