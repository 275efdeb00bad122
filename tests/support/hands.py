"""What the tests of figures that can be handled share: opening one, setting it, and reading it back."""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import pytest
from conftest import NIGHT, PART_13, REQUIRED, ROOT
from svg_reader import HANDLED

from literate.figures.explorable import rounded
from literate.reading import sources
from tinynet import backpropagation, feedforward, gradient_step, mean_squared_error

READ = """figure => [...figure.querySelectorAll('[data-of]')].map(one => [one.dataset.of, one.dataset.form,
    one.dataset.before || '', 'whole' in one.dataset, one.textContent])"""
ENTER = """([key, state]) => {
    history.replaceState(null, '', `?${key}=${state}`);
    dispatchEvent(new PopStateEvent('popstate'));
}"""
Act = tuple[str, float]
# Every figure that can be handled: the page and the figure's name, and what draws it.
FIGURES = [
    (re.sub("^index$", ".", path.relative_to(ROOT / "docs").with_suffix("").as_posix()), *found)
    for path in sources.pages(ROOT)
    for found in re.findall(
        rf'^```figure id="([\w-]+)".*\n({"|".join(HANDLED)})\(', path.read_text(encoding="utf-8"), re.MULTILINE
    )
]
PART_7 = next(page for page, name, _ in FIGURES if name == "two-valleys")
PART_2, PART_5, PART_9 = (
    next(page for page, _, _ in FIGURES if page.startswith(f"series/{n}-")) for n in ("02", "05", "09")
)
DERIVATIVES = "derivatives"
PART_14 = next(page for page, name, _ in FIGURES if name == "lab")
# How many random states a figure is set to, and how many copied programs are run.
STATES = 200 if NIGHT else 40
COPIES = 50 if NIGHT else 12 if REQUIRED else 4
# Of each kind some states, and a button that says what it did.
ASKED = {
    "walk_through": (["w1-11:-2,at:8", "w2-13:3,at:11,flower:2"], "next"),
    "walk_down": (["step:30", "rate:0.3,step:4"], "next"),
    "train_by_hand": (["step:3000", "rate:0.5,seed:3,prepared:1"], "hundred"),
    "find_the_slip": (["slip:2", "slip:9"], "undo"),
    "steps_by_hand": (["step:1", "step:500"], "one"),
    "multiply_by_hand": (["at:2", "left:1", "right:1"], "next"),
    "fire_by_hand": (["threshold:3", "w1:-1,flower:2"], "undo"),
    "derive_by_hand": (["at:1,w1-12:2", "at:10,w2-13:-1,flower:2"], "undo"),
}
SAMPLE = {(PART_13, "walk"), (PART_7, "descent")}


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Any]:
    """Opens a page of the site, with what its console says."""
    contexts: list[Any] = []

    def open_page(page: str = PART_13, before: Any = None, **options: Any) -> tuple[Any, list[str]]:
        contexts.append(browser.new_context(reduced_motion="reduce", **options))
        tab, said = contexts[-1].new_page(), list[str]()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        if before:
            before(tab)
        tab.goto(f"{address}{page}/" if "?" not in page else address + page, wait_until="load")
        tab.evaluate("document.querySelectorAll('.sealed').forEach(one => one.classList.remove('sealed'))")
        return tab, said

    yield open_page
    for context in contexts:
        context.close()


def told(figure: Any) -> dict[str, Any]:
    """What Python has told the script of a figure."""
    return dict(json.loads(figure.locator("script").text_content()))


def stops(data: dict[str, Any]) -> list[tuple[str, int]]:
    """The places of a walk: the name of each line, and which of its numbers."""
    return [(line, item) for line, _, count in data["lines"] for item in range(count)]


def plain_texts(opened: Any, page: str, name: str) -> Any:
    """The texts of a figure as they are without a script."""
    tab, _ = opened(page, java_script_enabled=False)
    return tab.locator(f"#figure-{name}").evaluate(READ)


def awake(page: Any, name: str) -> Any:
    """A figure that has come near the screen, and whether its script has taken it over."""
    figure = page.locator(f"#figure-{name}")
    figure.scroll_into_view_if_needed()
    page.locator(f"#figure-{name}:is(.alive, .still)").wait_for(state="attached", timeout=10_000)
    settled(page, name)
    return figure


def enter(page: Any, name: str, state: str) -> None:
    """Set a figure as a link or the browser's history does."""
    page.evaluate(ENTER, [name, quote(state, safe=":,.-")])
    settled(page, name)


def settled(page: Any, name: str) -> None:
    """Wait until a figure has finished what it does in slices."""
    page.locator(f"#figure-{name}:not([aria-busy])").wait_for(state="attached", timeout=30_000)


def printed(script: str, folder: Path) -> str:
    """What a copied program prints, alone in a folder; with the oldest NumPy too, where that is at hand.

    What rounds to zero has no sign here, as on the pages: two versions may round to it from two sides.
    """
    oldest = os.environ.get("LITERATE_OLDEST")
    said = []
    for python in [sys.executable, *([oldest] if oldest else [])]:
        command = [python, "-W", "error", "-I", "-c", script]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert not done.returncode, done.stderr + script
        said.append(re.sub(r"-(0\.0+)\b", r" \1", done.stdout))
    assert len({*said}) == 1
    return said[0]


def written(acts: list[Act]) -> str:
    """A list of acts as an address has it."""
    return ",".join(f"{name}:{value:g}" for name, value in acts)


def some_acts(draws: random.Random, last: int, whole: bool = True) -> list[Act]:
    """What a reader might do to the walk; steps are taken where it is whole."""
    weights = [f"w1-{a}{b}" for a in (1, 2, 3, 4) for b in (1, 2)] + [f"w2-{a}{b}" for a in (1, 2) for b in (1, 2, 3)]
    kinds = {
        "weight": lambda: (draws.choice(weights), round(draws.uniform(-4, 4), draws.choice((0, 2, 4)))),
        "rate": lambda: ("rate", draws.choice((0.001, 0.01, 0.1, 0.5, 1))),
        "step": lambda: ("step", draws.choice((1, 2, 10, 100, 300))),
    }
    if not whole:
        kinds = {"weight": kinds["weight"]}
    acts = [kinds[draws.choice([*kinds])]() for _ in range(draws.randint(0, 6))]
    return [*acts, ("at", draws.randint(0, last)), ("flower", draws.randint(0, 2))]


def numbers_after(start: dict[str, Any], acts: list[Act]) -> dict[str, Any]:
    """All numbers of the step that follows on some acts, by tinynet."""
    x, y, weights_1, weights_2 = (np.array(start[name]) for name in ("x", "y", "weights_1", "weights_2"))
    rate = start["rate"]
    for name, value in acts:
        if name == "rate":
            rate = value
        elif name == "step":
            for _ in range(int(value)):
                weights_1, weights_2 = gradient_step(x, y, weights_1, weights_2, rate)
        elif name.startswith("w"):
            (weights_1 if name[1] == "1" else weights_2)[int(name[3]) - 1, int(name[4]) - 1] = value
    layers, new = feedforward(x, weights_1, weights_2), gradient_step(x, y, weights_1, weights_2, rate)
    return {
        **{"x": x, "y": y, "weights_1": weights_1, "weights_2": weights_2, "new_1": new[0], "new_2": new[1]},
        **layers._asdict(),
        **backpropagation(x, y, weights_1, weights_2)._asdict(),
        "mse": mean_squared_error(layers.output_layer_outputs, y),
        "mse_after": mean_squared_error(feedforward(x, *new).output_layer_outputs, y),
    }


def value_of(of: str, whole: bool, now: dict[str, Any], line: str, flower: int) -> float:
    """The number that a text of the walk has to show."""
    name, _, item = of.partition(".")
    if not item:
        return float(now[name])
    if (
        not whole
        and (name == line or (name == "weights_2" and line == "weights_1"))
        and name in ("weights_1", "weights_2")
    ):
        return float(now[f"new_{name[-1]}"].ravel()[int(item)])
    by_flower = not whole and not name.startswith("weights")
    return float((now[name][flower] if by_flower else now[name].ravel())[int(item)])


def shown_as(value: float, form: str) -> set[str]:
    """How a number may be shown: both ways where a rounding boundary lies within the bound of the engine."""
    near = 1e-12 * max(1.0, abs(value))
    return {rounded(value + by, form) for by in (-near, 0, near)}
