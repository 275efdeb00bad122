"""Figures that can be handled, in a browser: a slip does what Python's does, and the check sees it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hands import READ, awake, enter, opened, printed, told  # noqa: F401

from literate.figures.explorable import rounded
from tinynet import feedforward, mean_squared_error, sigmoid

MUSEUM = "bug-museum"


def _function(program: dict[str, Any]) -> Any:
    """The step, by Python, from the text that the page shows."""
    names: dict[str, Any] = {"np": np, "sigmoid": sigmoid}
    exec("\n".join(text for text, _ in program["lines"]), names)
    return names["answer"]


def _ends(data: dict[str, Any], step: Any) -> tuple[list[float], float]:
    """The slopes by a step, and the error after all steps."""
    x, y, *start = (np.array(data[name]) for name in ("x", "y", "weights_1", "weights_2"))
    weights, taken = start, list[float]()
    for _ in range(data["steps"]):
        new = step(x, y, *weights, data["rate"])
        taken = taken or [
            float(slope) for a, b in zip(start, new, strict=True) for slope in ((a - b) / data["rate"]).ravel()
        ]
        weights = new
    return taken, mean_squared_error(feedforward(x, *weights).output_layer_outputs, y)


def test_every_slip_is_pythons(opened: Any) -> None:  # noqa: F811
    page, said = opened(MUSEUM)
    figure = awake(page, "slips")
    data = told(figure)
    for n, program in enumerate(data["programs"]):
        enter(page, "slips", f"slip:{n}")
        taken, end = _ends(data, _function(program))
        shown = {of: text for of, _, _, _, text in figure.evaluate(READ)}
        assert shown[f"ends.{n}"] == rounded(end, ".4f")
        assert [shown[f"taken.{k}"] for k in range(len(taken))] == [rounded(slope, ".6f") for slope in taken]
        marks = figure.locator("[data-mark]").all_inner_texts()
        assert marks.count("✓") == int(shown[f"agree.{n}"])
        lines = figure.locator(".lines code").all_inner_texts()
        assert [line for line in lines if line.strip()] == [text for text, _ in program["lines"]]
    assert not said


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        (0, "The error falls at every step, and the check agrees: all 14"),
        (1, "ends where the right step does. But the check refuses: 8 of 14 slopes are wrong, all in weights_1"),
        (2, "ends below that of the right step. But the check refuses: 14 of 14 slopes are wrong, in both matrices"),
        (10, "The error rises at every step. But the check refuses"),
    ],
)
def test_what_a_slip_does_is_said(opened: Any, slip: int, words: str) -> None:  # noqa: F811
    page, _ = opened(f"{MUSEUM}/?slips=slip:{slip}")
    figure = awake(page, "slips")
    assert words in figure.locator("[data-verdict]").inner_text()
    assert words in figure.locator("[data-said]").inner_text() or slip == 1


def test_what_is_copied_prints_what_is_shown(opened: Any, tmp_path: Path) -> None:  # noqa: F811
    page, _ = opened(MUSEUM, permissions=["clipboard-read", "clipboard-write"])
    figure = awake(page, "slips")
    for n in range(len(told(figure)["programs"])):
        enter(page, "slips", f"slip:{n}")
        figure.get_by_role("button", name="Copy as NumPy").click()
        figure.locator("[data-said]", has_text="Copied").wait_for()
        out = printed(page.evaluate("navigator.clipboard.readText()"), tmp_path).splitlines()
        shown = {of: text.replace("−", "-") for of, _, _, _, text in figure.evaluate(READ)}
        assert [line.strip() for line in out[:-1]] == [shown[f"taken.{k}"] for k in range(14)]
        assert out[-1] == f"MSE after 100 steps {shown[f'ends.{n}']}"
        page.evaluate("document.querySelector('#figure-slips [data-said]').textContent = ''")


def test_slips_are_switched_by_keyboard_alone_and_are_told(opened: Any) -> None:  # noqa: F811
    page, _ = opened(MUSEUM)
    figure = awake(page, "slips")
    said = figure.locator("[data-said]")
    figure.get_by_role("radio").nth(1).focus()
    page.keyboard.press("ArrowDown")
    assert "ends below that of the right step" in said.inner_text()
    figure.get_by_role("button", name="Undo").press("Enter")
    assert said.inner_text().startswith("Undone. The error falls")
    figure.get_by_role("button", name="Undo").press("Enter")
    assert said.inner_text() == "There is nothing to undo."
    figure.get_by_role("radio").nth(10).check()
    figure.get_by_role("button", name="Reset").press("Enter")
    assert figure.get_by_role("radio").nth(1).is_checked()
