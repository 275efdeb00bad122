"""Figures that can be handled, in a browser: the lab trains as tinynet does, and says where its digits end."""

import random
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hands import COPIES, PART_14, READ, STATES, awake, enter, opened, printed, settled, shown_as, told, written  # noqa: F401

from tinynet import accuracy, add_bias, feedforward, mean_squared_error, scale, train

ENDS = re.compile(r"From epoch ([\d,]+) on, a difference as small as a rounding")


def _some(draws: random.Random) -> dict[str, float]:
    """A training that a reader might ask for."""
    return {
        "rate": float(f"{10 ** draws.uniform(-3, 1.5):.2g}"),
        "seed": draws.randint(0, 10),
        "flowers": draws.choice((0, 0, 1)),
        "prepared": draws.randint(0, 1),
        "step": draws.choice((0, 1, 10, draws.randint(0, 1000))),
    }


def _given(data: dict[str, Any], state: dict[str, float]) -> list[Any]:
    """Rows and weights of a state, by tinynet."""
    rows, (start_1, start_2) = data["sets"][int(state["flowers"])], data["starts"][str(int(state["seed"]))]
    x, x_test = np.array(rows["x"]), np.array(rows["x_test"]).reshape(-1, 4)
    if state["prepared"]:
        start_1 = [*start_1, [0, 0]]
        x_test = add_bias(scale(x, x_test)) if len(x_test) else x_test
        x = add_bias(scale(x, x))
    return [x, np.eye(3)[rows["y"]], np.array(start_1), np.array(start_2), x_test, np.eye(3)[rows.get("y_test", [])]]


def _numbers(data: dict[str, Any], state: dict[str, float], epochs: int) -> dict[str, float]:
    """The numbers of the lab after so many epochs, by tinynet."""
    x, y, start_1, start_2, x_test, y_test = _given(data, state)
    weights = train(x, y, start_1, start_2, state["rate"], epochs)[:2]
    said = feedforward(x, *weights).output_layer_outputs
    tested = feedforward(x_test, *weights).output_layer_outputs if len(x_test) else np.zeros((0, 3))
    right = round(accuracy(tested, y_test) * len(y_test)) if len(x_test) else 0
    return {
        **{"step": epochs, "mse": mean_squared_error(said, y), "right.train": round(accuracy(said, y) * len(y))},
        **{"of.train": len(y), "right.test": right, "of.test": len(y_test)},
    }


def test_every_text_is_pythons_in_random_states_as_far_as_digits_are_promised(opened: Any) -> None:  # noqa: F811
    page, said = opened(PART_14)
    figure, draws, ended = awake(page, "lab"), random.Random(3), []
    data = told(figure)
    for n in range(STATES):
        state = _some(draws) | ({} if n % 5 else {"rate": draws.choice((5, 10, 20)), "step": 3000})
        enter(page, "lab", written([*state.items()]))
        verdict = figure.locator("[data-verdict]").inner_text()
        if end := ENDS.match(verdict):
            ended.append((state, int(end[1].replace(",", ""))))
            enter(page, "lab", written([*(state | {"step": ended[-1][1] - 1}).items()]))
            state["step"] = ended[-1][1] - 1
        wanted = _numbers(data, state, int(state["step"]))
        for of, form, _, _, text in figure.evaluate(READ):
            hangs = of.startswith("right") and "hangs on the last digit" in verdict
            assert hangs or text in shown_as(wanted[of], form), (state, of, text, wanted[of])
    print(f"{STATES} trainings; digits end in {len(ended)}")
    assert not said and ended and len(ended) < STATES / 2
    assert all(state["rate"] > 0.5 for state, _ in ended)


def test_where_the_digits_end_two_nets_a_nudge_apart_do_so_too(opened: Any) -> None:  # noqa: F811
    page, _ = opened(f"{PART_14}/?lab=rate:20,step:3000")
    figure = awake(page, "lab")
    end = int(ENDS.match(figure.locator("[data-verdict]").inner_text())[1].replace(",", ""))
    x, y, start_1, start_2, *_ = _given(told(figure), {"flowers": 0, "seed": 10, "prepared": 0})
    both = (start_1, start_1 * (1 + 1e-10))
    one, other = (np.array(train(x, y, w, start_2, 20, end + 1).monitoring["mean_squared_error"]) for w in both)
    parted = int(np.argmax(abs(one - other) > 1e-6))
    print(f"the lab says {end}; a larger nudge has parted at {parted}")
    assert 0 < parted <= end


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("step:0", "Nothing is learned yet"),
        ("step:10", "It is still above that of a net that knows nothing"),
        ("step:10000", "hardly anything. Yet"),
        ("rate:100,step:1000", "Both hidden nodes are dead"),
        ("rate:20,step:5000", "From epoch"),
        ("step:3000", "the right answers went from"),
        ("flowers:1,step:1000", "as many answers are right as then"),
    ],
)
def test_what_a_training_does_is_said(opened: Any, state: str, words: str) -> None:  # noqa: F811
    page, said = opened(f"{PART_14}/?lab={state}")
    figure = awake(page, "lab")
    assert words in figure.locator("[data-verdict]").inner_text() and not said
    assert words in figure.locator("[data-said]").inner_text()
    assert words in figure.locator("[data-slide]").get_attribute("aria-valuetext")


def test_what_is_copied_prints_what_is_shown(opened: Any, tmp_path: Path) -> None:  # noqa: F811
    page, _ = opened(PART_14, permissions=["clipboard-read", "clipboard-write"])
    figure, draws = awake(page, "lab"), random.Random(4)
    for _ in range(COPIES):
        state = _some(draws) | {"rate": draws.choice((0.01, 0.1, 0.5))}
        enter(page, "lab", written([*state.items()]))
        figure.get_by_role("button", name="Copy as NumPy").click()
        figure.locator("[data-said]", has_text="Copied").wait_for()
        out = printed(page.evaluate("navigator.clipboard.readText()"), tmp_path)
        shown = {of: text for of, _, _, _, text in figure.evaluate(READ)}
        lines = [f"MSE after {shown['step']} epochs: {shown['mse']}"]
        lines += [f"right: {shown['right.train']} of {shown['of.train']}"]
        lines += [f"right in the test: {shown['right.test']} of {shown['of.test']}"] * (shown["of.test"] != "0")
        assert out.splitlines() == lines
        page.evaluate("document.querySelector('#figure-lab [data-said]').textContent = ''")


def test_the_lab_is_worked_by_keyboard_alone_and_is_told(opened: Any) -> None:  # noqa: F811
    page, _ = opened(PART_14)
    figure = awake(page, "lab")
    said = figure.locator("[data-said]")
    figure.get_by_role("button", name="1,000", exact=True).press("Enter")
    settled(page, "lab")
    assert said.inner_text().startswith("2,000 epochs: MSE 0.0")
    rate = figure.get_by_role("textbox", name="Learning rate")
    rate.fill("0,5")
    rate.press("Tab")
    settled(page, "lab")
    assert said.inner_text().startswith("2,000 epochs: MSE 0.05")
    rate.fill("101")
    rate.press("Tab")
    assert said.inner_text() == "Needed: a learning rate from 0.001 to 100." and rate.get_attribute("aria-invalid")
    figure.get_by_label("Train on").last.select_option("1")
    settled(page, "lab")
    assert "of 3 right." in said.inner_text()
    kept = "one => one.querySelector('[data-kept]').getAttribute('d').length"
    figure.get_by_role("button", name="Keep this line").press("Enter")
    assert figure.evaluate(kept) > 100
    for words in ("of 130 right", "of 130 right", "of 130 right", "There is nothing to undo."):
        figure.get_by_role("button", name="Undo").press("Enter")
        settled(page, "lab")
        assert words in said.inner_text()
    for _ in range(2):
        figure.get_by_role("button", name="Reset").press("Enter")
        settled(page, "lab")
    assert figure.evaluate(kept) < 10 and figure.evaluate(READ)[0][-1] == "1000"


def test_a_training_is_drawn_while_it_goes_on_and_ends_where_it_ends_at_once(opened: Any) -> None:  # noqa: F811
    page, _ = opened(PART_14, before=lambda tab: tab.emulate_media(reduced_motion="no-preference"))
    figure = awake(page, "lab")
    page.evaluate("""() => {
        const step = document.querySelector("#figure-lab [data-of='step']");
        window.steps_seen = new Set();
        const watch = new MutationObserver(() => steps_seen.add(step.textContent));
        watch.observe(step, {childList: true, characterData: true, subtree: true});
    }""")
    figure.get_by_role("button", name="10,000", exact=True).click()
    settled(page, "lab")
    assert page.evaluate("steps_seen.size") > 2
    shown = figure.evaluate(READ)
    assert shown[0][-1] == "11000"
    enter(page, "lab", "")
    enter(page, "lab", "step:11000")
    assert figure.evaluate(READ) == shown


def test_no_more_is_trained_than_is_promised(opened: Any) -> None:  # noqa: F811
    page, _ = opened(f"{PART_14}/?lab=flowers:1,step:99999")
    figure = awake(page, "lab")
    figure.get_by_role("button", name="1,000", exact=True).click()
    assert figure.locator("[data-said]").inner_text() == "100,000 epochs are the most."
    figure.get_by_role("button", name="1 epoch").click()
    settled(page, "lab")
    assert figure.evaluate(READ)[0][-1] == "100000"
