"""Figures that can be handled, in a browser: the steps on the home page are those of tinynet."""

import random
import re
from pathlib import Path
from typing import Any

import numpy as np
from hands import COPIES, READ, STATES, awake, enter, opened, printed, settled, shown_as, told  # noqa: F401

from tinynet import feedforward, gradient_step, mean_squared_error

TALL, MOST = 72, 2000  # a full bar, in units of the picture; the steps of a state


def test_every_text_answer_and_bar_is_pythons_in_random_states(opened: Any) -> None:  # noqa: F811
    page, said = opened(".")
    figure, draws, taken = awake(page, "three"), random.Random(7), 0
    data = told(figure)
    x, y, *weights = (np.array(data[name]) for name in ("x", "y", "weights_1", "weights_2"))
    last = len(data["rows"])
    for steps in sorted(draws.randint(0, MOST) for _ in range(STATES)):
        for _ in range(steps - taken):
            weights = [*gradient_step(x, y, *weights, data["rate"])]
        taken = steps
        enter(page, "three", f"step:{steps}")
        says = feedforward(x, *weights).output_layer_outputs
        shown = {of: (form, text) for of, form, _, _, text in figure.evaluate(READ)}
        assert shown[f"steps.{last}"][1] == f"{steps}"
        form, text = shown[f"mse.{last}"]
        assert text in shown_as(mean_squared_error(says, y), form), steps
        for k, outputs in enumerate(says):
            best = int(np.argmax(outputs))
            answer = figure.locator(f"[data-answer='{last}.{k}']").text_content()
            assert answer == f"{data['names'][best]} {'✓' if best == k else '✗'}", steps
            bars = figure.locator(f"[data-bars='{k}']").get_attribute("d")
            heights = [float(tall) for tall in re.findall(r"v-([\d.]+)", bars)]
            assert np.allclose(heights, TALL * outputs, atol=0.051), steps
    assert not said


def test_what_is_copied_prints_what_is_shown(opened: Any, tmp_path: Path) -> None:  # noqa: F811
    page, _ = opened(".", permissions=["clipboard-read", "clipboard-write"])
    figure, draws = awake(page, "three"), random.Random(3)
    last = len(told(figure)["rows"])
    for _ in range(COPIES):
        steps = draws.randint(0, MOST)
        enter(page, "three", f"step:{steps}")
        figure.get_by_role("button", name="Copy as NumPy").click()
        figure.locator("[data-said]", has_text="Copied").wait_for()
        mse, names = printed(page.evaluate("navigator.clipboard.readText()"), tmp_path).splitlines()
        shown = {of: text for of, _, _, _, text in figure.evaluate(READ)}
        assert mse == f"MSE after {steps} steps: {shown[f'mse.{last}']}"
        answers = figure.locator(f"[data-answer^='{last}.']").all_text_contents()
        assert names.split() == [answer.split()[0] for answer in answers]
        page.evaluate("document.querySelector('#figure-three [data-said]').textContent = ''")


def test_steps_are_taken_by_keyboard_alone_and_are_told(opened: Any) -> None:  # noqa: F811
    page, _ = opened(".")
    figure = awake(page, "three")
    said = figure.locator("[data-said]")
    figure.get_by_role("button", name="Take a step").press("Enter")
    assert said.inner_text().startswith("After 1 step the MSE is 0.")
    figure.get_by_role("button", name="Take 100").press("Enter")
    settled(page, "three")
    assert said.inner_text().startswith("After 101 steps the MSE is 0.")
    assert re.search(r", and [0-3] of 3 flowers are named right\.$", said.inner_text())
    figure.get_by_role("button", name="Undo").press("Enter")
    assert said.inner_text().startswith("Undone. After 1 step the MSE is 0.")
    figure.get_by_role("button", name="Reset").press("Enter")
    assert said.inner_text().startswith("After 0 steps the MSE is 0.")
    enter(page, "three", "step:100000")
    figure.get_by_role("button", name="Take a step").press("Enter")
    assert said.inner_text() == "100,000 steps are the most."
