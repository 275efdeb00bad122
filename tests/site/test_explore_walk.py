"""Figures that can be handled, in a browser: the walk, by hand, by keyboard, and as a script to copy."""

import random
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import NIGHT, PART_13
from hands import (  # noqa: F401
    COPIES,
    FIGURES,
    READ,
    STATES,
    awake,
    enter,
    numbers_after,
    opened,
    printed,
    shown_as,
    some_acts,
    stops,
    told,
    value_of,
    written,
)
from views import until

FOCUSED = """(one => one.dataset.do || Object.keys(one.dataset).find(key => key !== 'focusVisibleAdded')
    || one.classList[0])(document.activeElement)"""
WALKS = [(on, name) for on, name, kind in FIGURES if kind == "walk_through"]
# The first and the last that end earlier, and the one that is whole; at night all.
COPIED = [
    pytest.param(*walk, id=walk[0][7:9], marks=[pytest.mark.night] if 0 < n < len(WALKS) - 2 else [])
    for n, walk in enumerate(WALKS)
]
CONTROLS = ["back", "scrub", "next", "weight", "slide", "value", "rate", "step", "hundred"]
CONTROLS += ["undo", "reset", "script", "link", "lines"]


@pytest.mark.parametrize(("on", "name"), WALKS, ids=[on[7:9] for on, _ in WALKS])
def test_every_text_is_pythons_in_random_states(opened: Any, on: str, name: str) -> None:  # noqa: F811
    """The walk that is whole in all states, those that end earlier in some of them; at night in all, too."""
    page, said = opened(on)
    figure, draws, compared = awake(page, name), random.Random(5), 0
    start, whole = told(figure), on == PART_13
    count = STATES if whole or NIGHT else STATES // 5
    for _ in range(count):
        acts = some_acts(draws, len(stops(start)), whole)
        enter(page, name, written(acts))
        looks, now = dict(acts[-2:]), numbers_after(start, acts)
        line = ([("", 0), *stops(start)])[int(looks["at"])][0]
        for of, form, before, all_rows, text in figure.evaluate(READ):
            compared += 1
            wanted = shown_as(value_of(of, all_rows, now, line, int(looks["flower"])), form)
            assert text.removeprefix(before) in wanted, (written(acts), of, text, wanted)
    print(f"{compared} texts in {count} states")
    assert not said and compared > (150 if whole else 70) * count


@pytest.mark.parametrize(("on", "name"), COPIED)
def test_what_is_copied_prints_what_is_shown(opened: Any, tmp_path: Path, on: str, name: str) -> None:  # noqa: F811
    page, _ = opened(on, permissions=["clipboard-read", "clipboard-write"])
    figure, draws, whole = awake(page, name), random.Random(6), on == PART_13
    lines = [line for line, *_ in told(figure)["lines"]]
    for _ in range(COPIES if whole or NIGHT else COPIES // 6 or 1):
        enter(page, name, written(some_acts(draws, len(stops(told(figure))), whole)))
        figure.get_by_role("button", name="Copy as NumPy").click()
        figure.locator("[data-said]", has_text="Copied").wait_for()
        script = page.evaluate("navigator.clipboard.readText()")
        page.evaluate(f"document.querySelector('#figure-{name} [data-said]').textContent = ''")
        out = printed(script, tmp_path)
        shown = figure.evaluate(READ)
        errors = {of: text for of, _, _, _, text in shown if of in ("mse", "mse_after")}
        assert f"MSE {errors['mse']}" in out and (f"after the step {errors.get('mse_after')}" in out) is whole
        for line in lines[:-2] if whole else lines:
            assert line == "mse" or _matrix(out, line) == [
                text.replace("−", "-") for of, _, _, all_rows, text in shown if all_rows and of.startswith(f"{line}.")
            ]


def _matrix(text: str, name: str) -> list[str]:
    """The numbers of a matrix that a script has printed, with six decimals."""
    block = re.search(rf"^{name}\n(\[\[.*?\]\])", text, re.DOTALL | re.MULTILINE)
    assert block, text
    return [f"{float(word) + 0:.6f}" for word in re.findall(r"-?\d[\d.e-]*", block[1])]


@pytest.mark.parametrize(
    ("typed", "kept"), [("1,5", "1.5"), ("−1", "-1"), ("30", None), ("1,5,0", None), ("", None), ("many", None)]
)
def test_what_is_typed_is_a_weight_or_is_refused_in_words(opened: Any, typed: str, kept: str | None) -> None:  # noqa: F811
    page, _ = opened()
    figure = awake(page, "walk")
    before, field = figure.evaluate(READ), figure.locator("[data-value]")
    field.fill(typed)
    field.press("Tab")
    said = figure.locator("[data-said]").inner_text()
    assert (figure.evaluate(READ) == before) == (kept is None)
    assert (said == "Needed: a weight from -20 to 20.") == (kept is None)
    assert field.get_attribute("aria-invalid") == ("true" if kept is None else None)


def test_the_walk_is_done_by_keyboard_alone_and_is_told(opened: Any) -> None:  # noqa: F811
    page, _ = opened()
    figure = awake(page, "walk")
    figure.get_by_role("radio", name="setosa").focus()
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        if "lines" in reached[-1]:
            break
    assert reached == CONTROLS
    figure.get_by_role("button", name="Next").press("Enter")
    assert figure.locator("[data-said]").inner_text().startswith("Line 1 of 13: hidden 1, for the setosa. sum 1.4")
    figure.get_by_role("button", name="Back").press("Enter")
    heard = "What the three outputs say to each flower. setosa wrong: virginica. versicolor wrong: virginica."
    assert figure.locator("[data-said]").inner_text().startswith(heard)
    scrub = figure.get_by_role("slider", name="Place on the walk")
    scrub.press("End")
    assert scrub.get_attribute("aria-valuetext").startswith("Line 13 of 13")
    slide = figure.locator("[data-slide]")
    slide.press("ArrowRight")
    until(page, "document.querySelector('#figure-walk [data-slide]').getAttribute('aria-valuetext').startsWith('0.01')")
    figure.get_by_role("button", name="Undo").press("Enter")
    figure.get_by_role("button", name="Undo").press("Enter")
    assert figure.locator("[data-said]").inner_text() == "There is nothing to undo."


def test_a_drag_turns_a_weight_and_is_undone_as_one(opened: Any) -> None:  # noqa: F811
    page, _ = opened(viewport={"width": 1280, "height": 1000})
    figure = awake(page, "walk")
    figure.evaluate("one => one.scrollIntoView({block: 'center'})")
    before, box = figure.evaluate(READ), figure.locator(".grip[data-wire='2-13'] rect").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for by in (10, 30, 50):
        page.mouse.move(x + by, y)
        page.wait_for_timeout(40)
    page.mouse.up()
    until(page, "document.querySelector('#figure-walk [data-said]').textContent.startsWith('With 0.72')")
    assert figure.locator("[data-weight]").input_value() == "2-13"
    figure.get_by_role("button", name="Undo").click()
    assert figure.evaluate(READ) == before


def test_a_finger_sideways_turns_a_weight_and_up_it_scrolls(opened: Any) -> None:  # noqa: F811
    page, _ = opened(viewport={"width": 375, "height": 800}, has_touch=True, is_mobile=True)
    figure = awake(page, "walk")
    figure.locator(".stage").evaluate("one => { one.scrollIntoView({block: 'start'}); scrollBy(0, -120); }")
    page.wait_for_timeout(300)
    box = figure.locator(".grip[data-wire='2-13'] rect").bounding_box()
    x, y, client = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, page.context.new_cdp_session(page)

    def swipe(across: float, down: float) -> list[Any]:
        for kind, share in [("touchStart", 0), *[("touchMove", n / 8) for n in range(1, 9)], ("touchEnd", None)]:
            points = [] if share is None else [{"x": x + across * share, "y": y + down * share}]
            client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
            page.wait_for_timeout(30)
        page.wait_for_timeout(500)
        return [page.evaluate("scrollY"), figure.locator("[data-value]").input_value()]

    start = page.evaluate("scrollY")
    aside = swipe(60, 0)
    assert aside == [start, "0.82"]
    assert figure.locator("[data-weight]").input_value() == "2-13"
    above = swipe(0, -150)
    assert above[0] > start + 50 and above[1] == "0.82"
    small = (
        "[...document.querySelectorAll('#figure-walk :is(button, select, label)')].filter(one => one.offsetHeight < 43)"
    )
    assert not page.evaluate(f"{small}.length")
