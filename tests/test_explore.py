"""Figures that can be handled, in a browser: they wake, show Python's numbers, and stay a drawing where they cannot."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import MODULES, REQUIRED, ROOT, need
from hands import READ, awake, enter, numbers_after, shown_as, some_acts, value_of, written
from test_site import PART_13

EXPLORE = ROOT / "docs/assets/explore"
STATES = 200 if REQUIRED else 40
FOCUSED = """(one => one.dataset.do || Object.keys(one.dataset).find(key => key !== 'focusVisibleAdded')
    || one.className)(document.activeElement)"""
LOOKS = "one => one.querySelector('.place').textContent + one.querySelector('.errors').textContent"
# In net.js: a slip, as a text and what it is replaced by.
BREAKS = {
    "no 1/N": ("sum / N", "sum"),
    "the slope of the wrong number": ("error * out * (1 - out)", "error * out"),
    "a transpose": ("dot(output_layer_delta, transposed(weights_2))", "dot(output_layer_delta, weights_2)"),
    "the sign of the step": ("w - learning_rate * slope", "w + learning_rate * slope"),
    "not halved": ("sum / (2 * y.at.length)", "sum / y.at.length"),
    "the error reversed": ("(said, label) => said - label", "(said, label) => label - said"),
    "another sigmoid": ("1 / (1 + Math.exp(", "1 / (1.001 + Math.exp("),
    "rows for columns": ("=> entry(a, c, r)", "=> entry(a, r, c)"),
    "the last of a sum left out": ("n < a.cols; n++) sum", "n < a.cols - 1; n++) sum"),
    "a digit that is cut, not rounded": ("size.toFixed(digits), halves", "String(size).slice(0, digits + 2), halves"),
    "no module": ("", None),
}


@pytest.fixture(scope="module")
def opened(browser: Any, address: str) -> Iterator[Any]:
    """Opens a page of the site, with what its console says."""
    contexts: list[Any] = []

    def open_page(page: str = f"{PART_13}/", before: Any = None, **options: Any) -> tuple[Any, list[str]]:
        contexts.append(browser.new_context(reduced_motion="reduce", **options))
        tab, said = contexts[-1].new_page(), list[str]()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        if before:
            before(tab)
        tab.goto(address + page, wait_until="load")
        return tab, said

    yield open_page
    for context in contexts:
        context.close()


def _sampled(name: str, some: set[str]) -> None:
    if name not in some and not REQUIRED:
        pytest.skip("every way to break a figure: two of them are tried, unless LITERATE_REQUIRE=1")


def _told(figure: Any) -> dict[str, Any]:
    return dict(json.loads(figure.locator("script").text_content()))


def test_nothing_is_fetched_before_a_figure_is_near(opened: Any) -> None:
    asked: list[str] = []
    page, said = opened(before=lambda tab: tab.on("request", lambda request: asked.append(request.url)))
    page.wait_for_timeout(300)
    assert not [url for url in asked if "/explore/" in url]
    figure = awake(page, "walk")
    assert "alive" in figure.get_attribute("class") and not said
    assert [url for url in asked if url.endswith("/explore/walk.js")]


def test_waking_changes_no_text_and_moves_nothing(opened: Any) -> None:
    shift = """new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, one) =>
        sum + one.value, 0))).observe({type: 'layout-shift', buffered: true})) """
    plain, _ = opened(java_script_enabled=False)
    page, _ = opened()
    before = plain.locator("#figure-walk").evaluate(READ)
    tall = page.locator("#figure-walk").bounding_box()["height"]
    figure = awake(page, "walk")
    assert figure.evaluate(READ) == before and len(before) > 150
    assert figure.bounding_box()["height"] == tall
    shifts = page.evaluate(f"Promise.race([{shift}, new Promise(done => setTimeout(done, 500, 0))])")
    assert shifts < 0.001


def _broken(old: str, new: str | None) -> Any:
    """Serves the scripts with a slip in them, or without the engine."""

    def answer(route: Any) -> None:
        text = (EXPLORE / Path(route.request.url).name).read_text(encoding="utf-8")
        route.fulfill(content_type="text/javascript", body=text.replace(old, new or ""), status=200 if old else 404)

    return lambda tab: tab.route("**/explore/*.js" if old else "**/explore/net.js", answer)


@pytest.mark.parametrize("slip", BREAKS)
def test_a_broken_engine_leaves_the_drawing(opened: Any, slip: str) -> None:
    _sampled(slip, {"no 1/N", "no module"})
    assert BREAKS[slip][0] in "".join(path.read_text(encoding="utf-8") for path in EXPLORE.glob("*.js"))
    page, said = opened(before=_broken(*BREAKS[slip]))
    plain, _ = opened(java_script_enabled=False)
    figure = awake(page, "walk")
    assert "still" in figure.get_attribute("class") and any("stays a drawing" in text for text in said)
    assert figure.evaluate(READ) == plain.locator("#figure-walk").evaluate(READ)
    assert not page.locator("#figure-walk .live").first.is_visible()


@pytest.mark.parametrize(
    "hook",
    ["[data-scrub]", "[data-do=undo]", "[data-wire='2-13']", "[data-line=mse]", "template", "[data-said]", "[data-of]"],
)
def test_a_page_of_another_build_stays_a_drawing(opened: Any, hook: str) -> None:
    _sampled(hook, {"[data-scrub]", "[data-of]"})
    gone = f"document.querySelectorAll(`#figure-walk {hook}`).forEach(one => one.remove())"
    script = f"addEventListener('DOMContentLoaded', () => {{ {gone} }})"
    page, _ = opened(before=lambda tab: tab.add_init_script(script))
    figure = awake(page, "walk")
    assert "still" in figure.get_attribute("class")


def test_every_text_is_pythons_in_random_states(opened: Any) -> None:
    page, said = opened()
    figure, draws, compared = awake(page, "walk"), random.Random(5), 0
    start = _told(figure)
    for _ in range(STATES):
        acts = some_acts(draws, len(start["stops"]))
        enter(page, "walk", written(acts))
        looks, now = dict(acts[-2:]), numbers_after(start, acts)
        line = ([["", 0], *start["stops"]])[int(looks["at"])][0]
        for of, form, before, whole, text in figure.evaluate(READ):
            compared += 1
            wanted = shown_as(value_of(of, whole, now, line, int(looks["flower"])), form)
            assert text.removeprefix(before) in wanted, (written(acts), of, text, wanted)
    print(f"{compared} texts in {STATES} states")
    assert not said and compared > 150 * STATES


def test_what_is_copied_prints_what_is_shown(opened: Any, tmp_path: Path) -> None:
    page, _ = opened(permissions=["clipboard-read", "clipboard-write"])
    figure, draws = awake(page, "walk"), random.Random(6)
    last = len(_told(figure)["stops"])
    for _ in range(50 if REQUIRED else 5):
        enter(page, "walk", written(some_acts(draws, last)))
        figure.get_by_role("button", name="Copy as NumPy").click()
        figure.locator("[data-said]", has_text="Copied").wait_for()
        script = page.evaluate("navigator.clipboard.readText()")
        page.evaluate("document.querySelector('#figure-walk [data-said]').textContent = ''")
        command = [sys.executable, "-W", "error", "-I", "-c", script]
        printed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        shown = figure.evaluate(READ)
        errors = [text for of, _, _, _, text in shown if of in ("mse", "mse_after")]
        assert f"MSE {errors[0]}" in printed and f"after the step {errors[1]}" in printed
        assert _printed(printed, "weights_1_update") == [
            t.replace("−", "-") for of, _, _, whole, t in shown if whole and of.startswith("weights_1_update")
        ]


def _printed(text: str, name: str) -> list[str]:
    """The numbers of a matrix that a script has printed, with six decimals."""
    block = re.search(rf"^{name}\n(\[\[.*?\]\])", text, re.DOTALL | re.MULTILINE)
    assert block, text
    return [f"{float(word) + 0:.6f}" for word in re.findall(r"-?\d[\d.e-]*", block[1])]


@pytest.mark.parametrize(
    "state",
    [
        "w9-99:1",
        "rate:1e99",
        "step:-1",
        "step:10001",
        "step:2.5",
        "at:99",
        "flower:3",
        "x",
        "w1-11:",
        ",".join(["rate:1"] * 500),
        "constructor:1",
    ],
)
def test_nonsense_in_an_address_is_the_start_and_a_sentence(opened: Any, state: str) -> None:
    page, _ = opened(f"{PART_13}/?walk={state}")
    figure = awake(page, "walk")
    assert "cannot be read" in figure.locator("[data-said]").inner_text()
    plain, _ = opened(java_script_enabled=False)
    assert figure.evaluate(READ) == plain.locator("#figure-walk").evaluate(READ)


@pytest.mark.parametrize(
    ("typed", "kept"), [("1,5", "1.5"), ("−1", "-1"), ("30", None), ("1,5,0", None), ("", None), ("many", None)]
)
def test_what_is_typed_is_a_weight_or_is_refused_in_words(opened: Any, typed: str, kept: str | None) -> None:
    page, _ = opened()
    figure = awake(page, "walk")
    before, field = figure.evaluate(READ), figure.locator("[data-value]")
    field.fill(typed)
    field.press("Tab")
    said = figure.locator("[data-said]").inner_text()
    assert (figure.evaluate(READ) == before) == (kept is None)
    assert (said == "Needed: a weight from -20 to 20.") == (kept is None)
    assert field.get_attribute("aria-invalid") == ("true" if kept is None else None)


def test_the_walk_is_done_by_keyboard_alone_and_is_told(opened: Any) -> None:
    page, _ = opened()
    figure = awake(page, "walk")
    figure.get_by_role("radio", name="setosa").focus()
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        if "lines" in reached[-1]:
            break
    controls = [
        "back",
        "scrub",
        "next",
        "weight",
        "slide",
        "value",
        "rate",
        "step",
        "hundred",
        "undo",
        "reset",
        "script",
        "link",
        "lines",
    ]
    assert reached == controls
    figure.get_by_role("button", name="Next").press("Enter")
    assert figure.locator("[data-said]").inner_text().startswith("Line 1 of 13: hidden 1, for the setosa. sum 1.4")
    scrub = figure.get_by_role("slider", name="Place on the walk")
    scrub.press("End")
    assert scrub.get_attribute("aria-valuetext").startswith("Line 13 of 13")
    slide = figure.locator("[data-slide]")
    slide.press("ArrowRight")
    page.wait_for_function(
        "document.querySelector('#figure-walk [data-slide]').getAttribute('aria-valuetext').startsWith('0.01')"
    )
    figure.get_by_role("button", name="Undo").press("Enter")
    figure.get_by_role("button", name="Undo").press("Enter")
    assert figure.locator("[data-said]").inner_text() == "There is nothing to undo."


def test_a_drag_turns_a_weight_and_is_undone_as_one(opened: Any) -> None:
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
    page.wait_for_function("document.querySelector('#figure-walk [data-said]').textContent.startsWith('With 0.72')")
    assert figure.locator("[data-weight]").input_value() == "2-13"
    figure.get_by_role("button", name="Undo").click()
    assert figure.evaluate(READ) == before


def test_the_height_is_the_same_in_every_state(opened: Any) -> None:
    for width in (320, 375, 768, 1280):
        page, _ = opened(viewport={"width": width, "height": 800})
        figure, draws = awake(page, "walk"), random.Random(7)
        last, heights = len(_told(figure)["stops"]), set()
        for at in range(0, last + 1, 1 if REQUIRED else 3):
            enter(page, "walk", written([*some_acts(draws, last)[:-2], ("at", at)]))
            heights.add(round(figure.bounding_box()["height"]))
        enter(page, "walk", "rate:1e99")
        assert {*heights, round(figure.bounding_box()["height"])} == {heights.pop()}, width
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_links_of_the_prose_set_the_figure(opened: Any) -> None:
    page, _ = opened()
    figure = awake(page, "walk")
    links = page.locator("article a[href*='?walk=']")
    seen = set()
    for n in range(links.count()):
        links.nth(n).click()
        seen.add(figure.evaluate(LOOKS))
        assert "cannot be read" not in figure.locator("[data-said]").inner_text()
    assert len(seen) == len({link.get_attribute("href") for link in links.all()}) >= 4
    page.wait_for_timeout(500)
    assert "walk=step:100" in page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state(opened: Any, width: int, scheme: str) -> None:
    axe = Path(need("browser", MODULES / "axe-core/axe.min.js", "npm install --prefix tests/browser")).read_text(
        encoding="utf-8"
    )
    page, _ = opened(viewport={"width": width, "height": 800}, color_scheme=scheme)
    figure = awake(page, "walk")
    last = len(_told(figure)["stops"])
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    for state in ("", f"at:{last // 2},flower:1", f"at:{last}", "at:-1"):
        enter(page, "walk", state)
        found = page.evaluate(f"{axe}; axe.run('#figure-walk').then(found => found.violations)")
        assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]
