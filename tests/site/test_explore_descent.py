"""Figures that can be handled, in a browser: descent shows Python's numbers and says what it does."""

import math
import random
from pathlib import Path
from typing import Any

import pytest
from hands import COPIES, PART_7, PART_14, READ, STATES, awake, enter, opened, printed, shown_as, told, written  # noqa: F401

from tinynet import gradient_descent

CURVES = {
    "descent": (lambda w: math.exp(w) + w**2 - 4 * w, lambda w: math.exp(w) + 2 * w - 4),
    "two-valleys": (lambda w: w**4 - 3 * w**2 + w, lambda w: 4 * w**3 - 6 * w + 1),
    "parabola": (lambda x: x**2, lambda x: 2 * x),
}
WHERE = {"parabola": (PART_14, "descent")}


def _some(draws: random.Random, frame: list[float]) -> list[tuple[str, float]]:
    """A walk that a reader might ask for, which stays where float64 can follow it."""
    start, rate = round(draws.uniform(*frame), 2), float(f"{10 ** draws.uniform(-3, -0.4):.2g}")
    return [("start", start), ("rate", rate), ("step", draws.randint(0, 100))]


def _followed(slope: Any, acts: list[tuple[str, float]]) -> list[float]:
    """The walk by tinynet; none where it leaves the numbers that are shown digit by digit."""
    try:
        path = gradient_descent(slope, *(value for _, value in acts))
    except OverflowError:
        return []
    return path if max(map(abs, path)) < 50 else []


@pytest.mark.parametrize("curve", CURVES)
def test_every_text_is_pythons_in_random_states(opened: Any, curve: str) -> None:  # noqa: F811
    on, name = WHERE.get(curve, (PART_7, curve))
    page, said = opened(on)
    figure, draws, (f, slope) = awake(page, name), random.Random(8), CURVES[curve]
    frame, compared, wanders = told(figure)["frames"][-1], 0, 0
    for _ in range(STATES):
        acts = _some(draws, frame)
        enter(page, name, written(acts))
        path = _followed(slope, acts)
        if not path:
            continue
        twin = _followed(slope, [("start", acts[0][1] + 1e-12), *acts[1:]])
        if not twin or max(abs(a - b) for a, b in zip(path[-6:], twin[-6:], strict=True)) > 1e-8:
            wanders += "It wanders." in figure.locator("[data-verdict]").inner_text()
            continue
        first = max(len(path) - 6, 0)
        for of, form, _, _, text in figure.evaluate(READ):
            what, _, row = of.partition(".")
            step = first + int(row or 0)
            if step >= len(path):
                assert text == "\N{NO-BREAK SPACE}"
                continue
            w = path[step]
            value = {"last": max(10, len(path) - 1), "step": step, "w": w, "slope": slope(w), "value": f(w)}[what]
            assert text in shown_as(value, form), (acts, of, text)
            compared += 1
    print(f"{compared} texts; of {STATES} walks {wanders} wander")
    assert not said and compared > 20 * STATES / 2
    assert curve != "two-valleys" or wanders


@pytest.mark.parametrize(
    ("name", "state", "word"),
    [
        ("descent", "step:100", "has arrived"),
        ("descent", "rate:0.001,step:10", "crawls"),
        ("descent", "rate:0.01,step:20", "crawls"),
        ("descent", "step:5", "walks down"),
        ("descent", "rate:0.4,step:5", "jumps across"),
        ("descent", "rate:0.5,step:100", "bounces"),
        ("descent", "rate:1,step:2", "diverges"),
        ("descent", "rate:10,step:100", "diverges"),
        ("descent", "step:0", "stands at the start"),
        ("two-valleys", "start:0.2,step:10", "walks down"),
        ("two-valleys", "start:0.2,step:60", "walks down"),  # on the side of the hill, where it is nearly straight
        ("two-valleys", "start:-1.23,rate:0.29,step:74", "wanders"),
    ],
)
def test_what_a_walk_does_is_said_in_a_word(opened: Any, name: str, state: str, word: str) -> None:  # noqa: F811
    page, said = opened(f"{PART_7}/?{name}={state}")
    figure = awake(page, name)
    sentence = figure.locator("[data-verdict]").inner_text()
    assert sentence.startswith(f"It {word}") and not said
    assert figure.locator("[data-scrub]").get_attribute("aria-valuetext").endswith(sentence)


def test_what_is_copied_prints_what_is_shown(opened: Any, tmp_path: Path) -> None:  # noqa: F811
    page, _ = opened(PART_7, permissions=["clipboard-read", "clipboard-write"])
    figure, draws = awake(page, "descent"), random.Random(9)
    for _ in range(COPIES):
        enter(page, "descent", written(_some(draws, [-1, 2])))
        figure.get_by_role("button", name="Copy as NumPy").click()
        figure.locator("[data-said]", has_text="Copied").wait_for()
        script = page.evaluate("navigator.clipboard.readText()")
        page.evaluate("document.querySelector('#figure-descent [data-said]').textContent = ''")
        out = printed(script, tmp_path)
        shown = [text.replace("−", "-") for of, _, _, _, text in figure.evaluate(READ) if of != "last"]
        rows = [row for row in (shown[n : n + 4] for n in range(0, 24, 4)) if row[0].strip()]
        assert [line.split() for line in out.splitlines()[-len(rows) :]] == rows


def test_descent_is_done_by_keyboard_alone_and_is_told(opened: Any) -> None:  # noqa: F811
    page, _ = opened(PART_7)
    figure = awake(page, "descent")
    told_now = figure.locator("[data-said]")
    figure.get_by_role("button", name="Step").press("Enter")
    assert told_now.inner_text().startswith("Step 7: w 0.8")
    figure.get_by_role("button", name="Run").press("Enter")  # with reduced motion it ends at once
    assert told_now.inner_text().startswith("Step ") and "has arrived" in told_now.inner_text()
    rate = figure.get_by_role("textbox", name="Learning rate")
    rate.fill("0,5")
    rate.press("Tab")
    assert "bounces" in figure.locator("[data-verdict]").inner_text()
    rate.fill("11")
    rate.press("Tab")
    assert told_now.inner_text() == "Needed: a learning rate from 0.001 to 10."
    for said in ("has arrived", "Step 7", "Undone", "nothing to undo"):
        figure.get_by_role("button", name="Undo").press("Enter")
        assert said in told_now.inner_text() or "Undone" in told_now.inner_text()
    figure.get_by_role("button", name="Reset").press("Enter")
    assert figure.evaluate(READ)[1][-1] == "1"


def test_a_run_goes_on_by_itself_until_it_is_stopped_and_is_undone_as_one(opened: Any) -> None:  # noqa: F811
    page, _ = opened(PART_7)
    figure = awake(page, "descent")
    page.emulate_media(reduced_motion="no-preference")
    before, step = figure.evaluate(READ), figure.locator("[data-of='step.5']")
    figure.get_by_role("button", name="Run").click()
    begun = int(step.inner_text())
    for _ in range(100):
        if int(step.inner_text()) > begun + 1:
            break
        page.wait_for_timeout(50)
    figure.get_by_role("button", name="Pause").click()
    reached = step.inner_text()
    page.wait_for_timeout(400)
    assert step.inner_text() == reached and int(reached) > begun + 1
    assert figure.get_by_role("button", name="Run").is_visible()
    figure.get_by_role("button", name="Undo").click()
    assert figure.evaluate(READ) == before


def test_a_drag_on_the_picture_moves_the_start(opened: Any) -> None:  # noqa: F811
    page, _ = opened(PART_7, viewport={"width": 1280, "height": 900})
    figure = awake(page, "descent")
    figure.evaluate("one => one.scrollIntoView({block: 'center'})")
    before, box = figure.evaluate(READ), figure.locator("svg").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 40)
    page.mouse.down()
    for by in (20, 60):
        page.mouse.move(box["x"] + box["width"] / 2 - by, box["y"] + 40)
        page.wait_for_timeout(60)
    page.mouse.up()
    assert float(figure.get_by_role("textbox", name="Start").input_value()) < 1
    figure.get_by_role("button", name="Undo").click()
    assert figure.evaluate(READ) == before
