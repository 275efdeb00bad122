"""Figures that can be handled, in a browser: the derivative of any weight, its factors, its sum, and what follows."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import NIGHT
from hands import (  # noqa: F401
    COPIES,
    DERIVATIVES,
    READ,
    STATES,
    awake,
    enter,
    numbers_after,
    opened,
    printed,
    shown_as,
    told,
    written,
)
from views import until

from tinynet import central_differences, feedforward, mean_squared_error

NAME = "choose-paths"
WEIGHTS = [f"1-{a}{b}" for a in (1, 2, 3, 4) for b in (1, 2)] + [f"2-{a}{b}" for a in (1, 2) for b in (1, 2, 3)]
ROWS = "figure => [...figure.querySelectorAll('.work tr')].map(row => [...row.children].map(one => one.textContent))"
LIT = "figure => [...figure.querySelectorAll('.lines .on')].map(one => [one.dataset.line, one.ariaCurrent])"
CONTROLS = ["slide", "value", "rate", "undo", "reset", "script", "link", "lines"]


def _some(draws: random.Random) -> list[tuple[str, float]]:
    """What a reader might ask for."""
    turned = draws.sample(WEIGHTS, draws.randint(0, 4))
    weights = [(f"w{name}", round(draws.uniform(-4, 4), draws.choice((0, 2, 4)))) for name in turned]
    rate = draws.choice((0.001, 0.1, 1))
    return [*weights, ("rate", rate), ("at", draws.randrange(14)), ("flower", draws.randrange(3))]


def _shown(of: str, now: dict[str, Any], flower: int) -> float:
    """The number that a text of the pictures has to show."""
    name, *rest = of.split(".")
    if not rest:
        return float(now[name])
    value = float(now[name].ravel()[int(rest[0])] if name.startswith("weights") else now[name][flower][int(rest[0])])
    how = rest[1] if rest[1:] else ""
    return {"": value, "slope": value * (1 - value), "share": value / now["y"].size}[how]


def _cost(now: dict[str, Any], layer: int, weights: Any) -> float:
    """The error with other weights in one of the layers."""
    both = [now["weights_1"], now["weights_2"]]
    both[layer - 1] = weights
    return mean_squared_error(feedforward(now["x"], *both).output_layer_outputs, now["y"])


def _sum(now: dict[str, Any], weight: str, rate: float) -> list[list[float]]:
    """The factors and the product of each flower; the sum, the same measured, and the step."""
    layer, a, b = int(weight[0]), int(weight[2]) - 1, int(weight[3]) - 1
    error, out, into = (
        ("hidden_layer_error", "hidden_layer_outputs", "x"),
        ("output_layer_error", "output_layer_outputs", "hidden_layer_outputs"),
    )[layer - 1]
    share, said = now[error][:, b] / now["y"].size, now[out][:, b]
    factors = np.column_stack([share, said * (1 - said), now[into][:, a]])
    weights, slope = now[f"weights_{layer}"], now[f"weights_{layer}_update"][a, b]
    measured = central_differences(lambda moved: _cost(now, layer, moved), weights)[a, b]
    w = weights[a, b]
    step = [[slope], [measured], [w], [-rate * slope], [w - rate * slope]]
    return [*([*row, np.prod(row)] for row in factors.tolist()), *step]


def test_every_number_is_pythons_in_random_states(opened: Any) -> None:  # noqa: F811
    page, said = opened(DERIVATIVES)
    figure, draws, compared = awake(page, NAME), random.Random(21), 0
    start = told(figure)
    for _ in range(STATES):
        acts = _some(draws)
        enter(page, NAME, written(acts))
        looks, now = dict(acts), numbers_after(start, [act for act in acts if act[0] not in ("at", "flower")])
        for of, form, _, _, text in figure.evaluate(READ):
            wanted = shown_as(_shown(of, now, int(looks["flower"])), form)
            assert text in wanted, (written(acts), of, text, wanted)
            compared += 1
        weight = WEIGHTS[int(looks["at"])]
        rows, wanted = figure.evaluate(ROWS)[1:], _sum(now, weight, looks["rate"])
        for (_, *cells), numbers in zip(rows, wanted, strict=True):
            for words, value in zip(" · ".join(cells).split(" · "), numbers, strict=True):
                near = 1e-10 if len(numbers) == 1 else 1e-12  # a measured slope is a difference of two near numbers
                shown = {
                    one for by in (-near, 0, near) for one in shown_as(value + by, f".{len(words.partition('.')[2])}f")
                }
                assert words in shown, (written(acts), weight, words, value)
                compared += 1
        lit = dict(figure.evaluate(LIT))
        assert lit[f"weights_{weight[0]}_update"] == "step" and len(lit) == (6 if weight[0] == "1" else 4)
        frame = figure.locator(".frame:visible")
        assert frame.count() == 1 and f"weights_{weight[0]}_update" in frame.locator("code").inner_text()
        assert frame.locator("a").get_attribute("href") == f"#w-{weight}"
    print(f"{compared} texts in {STATES} states")
    assert not said and compared > 100 * STATES


def test_what_is_copied_prints_what_is_shown(opened: Any, tmp_path: Path) -> None:  # noqa: F811
    page, _ = opened(DERIVATIVES, permissions=["clipboard-read", "clipboard-write"])
    figure, draws = awake(page, NAME), random.Random(22)
    for _ in range(COPIES if NIGHT else COPIES // 2):  # the walk copies with the same script
        acts = _some(draws)
        enter(page, NAME, written(acts))
        figure.get_by_role("button", name="Copy as NumPy").click()
        figure.locator("[data-said]", has_text="Copied").wait_for()
        out = printed(page.evaluate("navigator.clipboard.readText()"), tmp_path)
        page.evaluate(f"document.querySelector('#figure-{NAME} [data-said]').textContent = ''")
        errors = [text for of, *_, text in figure.evaluate(READ) if of in ("mse", "mse_after")]
        assert f"MSE {errors[0]}" in out and f"after the step {errors[1]}" in out
        weight = WEIGHTS[int(dict(acts)["at"])]
        block = out.partition(f"weights_{weight[0]}_update\n")[2].partition("]]")[0]
        slopes = [float(word) for word in block.replace("[", " ").replace("]", " ").split()]
        at = [name for name in WEIGHTS if name[0] == weight[0]].index(weight)
        shown = figure.evaluate(ROWS)[4][1].replace("\N{MINUS SIGN}", "-")
        assert f"{slopes[at] + 0:.6f}" == shown


def test_any_weight_is_turned_by_keyboard_alone_and_is_told(opened: Any) -> None:  # noqa: F811
    page, _ = opened(DERIVATIVES)
    figure = awake(page, NAME)
    said = figure.locator("[data-said]")
    figure.get_by_role("radio", name="versicolor").focus()
    page.keyboard.press("ArrowRight")
    assert said.inner_text().startswith("w[1-11], from sepal length to hidden 1, is 0.6658. Its derivative is 0.0025")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert said.inner_text().startswith("w[1-12], from sepal length to hidden 2, is 0.3576. Its derivative is 0.0326")
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(one => one.dataset.do || Object.keys(one.dataset).find(key => key !== 'focusVisibleAdded')"
                "|| one.classList[0] || one.tagName)(document.activeElement)"
            )
        )
        if "lines" in reached[-1]:
            break
    assert [one for one in reached if one not in ("A", "focus-visible")] == CONTROLS
    slide = figure.locator("[data-slide]")
    slide.press("End")
    page.locator(f"#figure-{NAME} [data-slide][aria-valuetext^='3.00. Its derivative is']").wait_for(state="attached")
    field = figure.locator("[data-value]")
    field.fill("1,5")
    field.press("Tab")
    assert "is 1.5000. Its derivative is 0.0000" in said.inner_text()
    field.fill("21")
    field.press("Tab")
    assert said.inner_text() == "Needed: a weight from -20 to 20." and field.get_attribute("aria-invalid") == "true"
    for words in (
        "w[1-12], from sepal length to hidden 2, is 3",
        "hidden 2, is 0.3576",
        "hidden 1, is 0.66",
        "hidden 1",
    ):
        figure.get_by_role("button", name="Undo").press("Enter")
        assert said.inner_text().startswith("Undone. ") and words in said.inner_text()
    figure.get_by_role("button", name="Undo").press("Enter")
    assert said.inner_text() == "There is nothing to undo."
    rate = figure.locator("[data-rate]")
    rate.fill("1")
    rate.press("Tab")
    figure.get_by_role("button", name="Reset").press("Enter")
    assert rate.input_value() == "0.1" and said.inner_text() == "As at the start."


def test_a_finger_chooses_a_weight_and_turns_it(opened: Any) -> None:  # noqa: F811
    page, _ = opened(DERIVATIVES, viewport={"width": 375, "height": 800}, has_touch=True, is_mobile=True)
    figure = awake(page, NAME)
    figure.get_by_role("radio", name="w[2-13]").tap()
    assert figure.locator("[data-place]").inner_text().startswith("w[2-13]")
    slide = figure.locator("[data-slide]")
    slide.scroll_into_view_if_needed()
    box = slide.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2)
    page.locator(f"#figure-{NAME} [data-slide][aria-valuetext^='1.']").wait_for(state="attached")
    small = "one => [...one.querySelectorAll('button, label')].filter(it => it.offsetHeight < 43).length"
    assert not figure.evaluate(small)


@pytest.mark.parametrize("weight", ["1-11", "2-23"])
def test_a_weight_and_its_section_lead_to_each_other(opened: Any, weight: str) -> None:  # noqa: F811
    """And a place of the page stays a place of the page, whatever the address has before it."""
    page, _ = opened(DERIVATIVES)
    figure, at = awake(page, NAME), WEIGHTS.index(weight)
    section = page.locator(f"#w-{weight}")
    section.locator(f"xpath=following::a[starts-with(@href, '?{NAME}=')][1]").click()
    assert figure.get_by_role("radio", name=f"w[{weight}]").is_checked()
    figure.locator("[data-value]").fill("2")
    figure.locator("[data-value]").press("Tab")
    until(page, f"/^[?]{NAME}=.*:2(,|$)/.test(decodeURIComponent(location.search))")
    figure.locator(".frame:visible a").click()
    until(page, f"location.hash === '#w-{weight}'")
    assert -1 < section.bounding_box()["y"] < 200
    assert figure.get_by_role("radio", name=f"w[{weight}]").is_checked() and at >= 0
    assert figure.locator("[data-value]").input_value() == "2"
