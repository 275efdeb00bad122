"""Cells that readers edit and run in the page: in a browser, with the real NumPy for it."""

import ast
import random
import re
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import runtime
from conftest import MODULES, PART_13, need
from in_the_page import PART_3, Plan, asked, edited, hosts, opened, said
from native_runner import as_built, native, pages
from served import served
from views import SCHEMES, in_scheme

LONG = {"series/14-how-to-train-a-neural-net", "beyond/not-learning", "beyond/xor", "beyond/zeros", "bug-museum", "."}


def test_every_cell_of_every_page_prints_in_the_browser_what_the_build_has_printed(
    browser: Any, home: str, site: Path
) -> None:
    plan: Plan = []
    needed = []
    for page, cells in pages(site).items():
        for last, cell in enumerate(cells, 1):
            plan.append((page, as_built(cells)[:last]))
            needed.append((page, cell["id"], cell["output"], None))
    ended = asked(browser, home, plan)
    came = [(*need[:2], one.get("text"), one.get("error", one)) for need, one in zip(needed, ended, strict=True)]
    assert [pair for pair in zip(came, needed, strict=True) if pair[0] != pair[1]] == [] and len(plan) > 300
    # Where a state has no true copy, the cells above run once more: right, and slower.
    assert sum(one["kept"] for one in ended) >= 0.99 * len(plan)


def changed(source: str, draws: random.Random) -> str | None:
    """A cell with one of its numbers changed; None where it has none."""
    numbers = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.lineno == node.end_lineno
    ]
    if not numbers:
        return None
    one, lines = draws.choice(numbers), source.split("\n")
    line = lines[one.lineno - 1].encode()
    value = one.value + 1 if isinstance(one.value, int) else one.value * 1.5
    lines[one.lineno - 1] = (line[: one.col_offset] + repr(value).encode() + line[one.end_col_offset :]).decode()
    return "\n".join(lines)


@pytest.mark.night
def test_every_cell_with_a_number_changed_gives_what_it_gives_without_a_browser(
    browser: Any, home: str, site: Path
) -> None:
    draws, plan = random.Random(18), list[Any]()
    for page, cells in pages(site).items():
        for last, cell in enumerate(cells if page not in LONG else []):
            if text := changed(cell["source"], draws):
                plan.append((page, [*as_built(cells)[:last], [cell["id"], text]]))
    with native(site / "assets/run") as runner:
        needed = [runner.run(page, cells) for page, cells in plan]
    ended = asked(browser, home, plan)
    found = [
        (page, cells[-1], theirs, ours)
        for (page, cells), theirs, ours in zip(plan, map(_told, ended), map(_told, needed), strict=True)
        if theirs != ours and not _is_silent(theirs, ours)
    ]
    assert found == [] and len(plan) > 150


def _told(ended: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """What a run has printed, and its error; of lines of NumPy, whose versions differ, the file alone."""
    error = dict(ended.get("error") or {})
    error["below"] = [re.sub(r"^(numpy/[^:]*):\d+", r"\1", line) for line in error.get("below", ())]
    return ended.get("text", ""), error


def _is_silent(theirs: tuple[str, dict[str, Any]], ours: tuple[str, dict[str, Any]]) -> bool:
    """Whether a browser goes on where NumPy warns elsewhere: it has no warnings of numbers, as the help text says."""
    warned = ours[1].get("kind") == "RuntimeWarning" and "encountered in" in ours[1]["message"]
    return warned and not theirs[1].get("kind") and ("nan" in theirs[0] or "inf" in theirs[0])


def test_a_visit_by_keyboard(browser: Any, home: str) -> None:
    page, seen = opened(browser, f"{home}{PART_3}/", viewport={"width": 320, "height": 700})
    assert not [url for url in seen.asked if "/run/" in url or url.endswith("run.json")]
    form = edited(page, "one-node", run=False)
    area, status = form.locator("textarea"), page.locator(".copy-status[role=status]").last
    assert "9 MB, from this site" in said(form, "The first run fetches")
    assert page.evaluate("document.activeElement.id") == "edit-one-node"
    area.press("Control+Enter")
    said(form, "The same as on the page")
    assert form.locator(".ran").inner_text().strip() == "1" and "The same" in status.inner_text()
    assert hosts(seen) == {home.split("/")[2]}
    page.keyboard.press("Tab")  # leaves the field
    assert page.evaluate("document.activeElement.textContent") == "Run"
    page.keyboard.press("Enter")
    said(form, "The same as on the page")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "edit-one-node"
    # An edit above is seen below, and named.
    above = edited(page, "weighted-sum", "def weighted_sum(inputs, weights):\n    return -1\n")
    said(above, "The same as on the page")  # it prints nothing, before as well
    edited(page, "one-node")
    said(form, "Differs from the page")
    assert "weighted-sum" in form.locator(".note").nth(1).inner_text() and "0" in form.locator(".ran").inner_text()
    # An error has its line, which is selected; one above is named, and leads there.
    edited(page, "one-node", "print(1)\nprint(nothing)")
    said(form, "It stops")
    assert "Line 2: NameError: name 'nothing' is not defined" in form.locator(".fault").inner_text()
    assert area.get_attribute("aria-invalid") == "true"
    assert area.evaluate("a => a.value.slice(a.selectionStart, a.selectionEnd)") == "print(nothing)"
    edited(page, "weighted-sum", "def weighted_sum(")
    said(above, "It stops")
    edited(page, "one-node", "print(1)")
    said(form, "weighted-sum above stops")
    assert "weighted-sum above stops at line 1: SyntaxError" in form.locator(".fault").inner_text()
    above.get_by_role("button", name="Undo my edit").press("Enter")
    # What does not end is ended; the lines before it are seen; the next run begins afresh.
    edited(page, "one-node", "print('before')\nwhile True:\n    pass")
    form.locator(".ran", has_text="before").wait_for(timeout=60_000)
    form.get_by_role("button", name="Stop").press("Enter")
    said(form, "Stopped.")
    assert (
        page.evaluate("document.activeElement.textContent") == "Run" and "before" in form.locator(".ran").inner_text()
    )
    edited(page, "one-node", "while True:\n    print('again')")
    said(form, "It stops")
    assert "at most 100,000 characters" in form.locator(".fault").inner_text()
    assert sum(url.endswith(".wasm") for url in seen.asked) == 1  # what is compiled goes on to the next worker
    # Enter keeps the indent; what is written is there after a reload, until it is undone.
    area.fill("")
    area.type("for n in range(2):\nprint(n)")
    assert area.input_value() == "for n in range(2):\n    print(n)"
    page.reload()
    form = edited(page, "one-node", run=False)
    assert form.locator("textarea").input_value() == "for n in range(2):\n    print(n)"
    form.get_by_role("button", name="Undo my edit").press("Enter")
    assert "weighted_sum(inputs, weights)" in form.locator("textarea").input_value()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('edit'))") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    form.get_by_role("button", name="Close").press("Enter")
    assert not page.locator("form.edit").count() and "Edit and run" in page.evaluate(
        "document.activeElement.textContent"
    )
    assert not seen.said
    page.context.close()


def test_an_exercise_is_judged_where_it_stands_and_what_is_solved_is_kept(browser: Any, home: str) -> None:
    phone = {"has_touch": True, "is_mobile": True, "viewport": {"width": 320, "height": 640}}
    page, _ = opened(browser, f"{home}{PART_3}/", accept_downloads=True, **phone)
    page.get_by_role("button", name="Answer it here: step_function").tap()
    form = page.locator("form.edit")
    form.wait_for()
    assert form.locator("textarea").evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 16  # no zoom
    form.locator("textarea").fill("while True:\n    pass")
    form.get_by_role("button", name="Run").tap()
    said(form, "Running.")
    form.get_by_role("button", name="Stop").tap()
    said(form, "Stopped.")
    form.get_by_role("button", name="Undo my edit").tap()
    stub = form.locator("textarea").input_value()
    assert "def step_function(number, threshold):" in stub and 'check("step_function", step_function)' in stub
    form.locator("textarea").fill(stub.replace("...  # write here", "return int(number > threshold)"))
    form.get_by_role("button", name="Run").tap()
    said(form, "Not yet. What may be wrong is said below.")
    box = form.locator(".ran").evaluate("one => [one.scrollWidth, one.clientWidth]")
    assert box[0] == box[1]  # the verdict is read without scrolling sideways
    assert "fires above the threshold only" in form.locator(".ran").inner_text().replace("\n", " ")
    form.locator("textarea").fill(stub.replace("def step_function", "def other"))
    form.get_by_role("button", name="Run").tap()
    said(form, "It stops: NameError")  # the page's own function is not judged
    assert page.evaluate("localStorage.getItem('solved')") is None
    form.locator("textarea").fill(stub.replace("...  # write here", "return int(number >= threshold)"))
    form.get_by_role("button", name="Run").tap()
    said(form, "Right. It is kept")
    page.locator(".facts .solved-here", has_text="1 of 2 exercises solved").wait_for()
    assert page.locator(".map a.solved").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    with page.expect_download() as download:
        page.get_by_role("button", name="Save what I have solved").tap()
    path = download.value.path()
    kind, place, what, answer, date = Path(path).read_text(encoding="utf-8").splitlines()[1].split("\t")
    assert (kind, what, answer) == ("exercise", "step_function", "solved") and PART_3 in place and date.count("-") == 2
    page.goto(home)
    page.locator(".way .solved-here", has_text="1 exercise solved").wait_for()
    page.get_by_role("button", name="Forget what I have solved").tap()
    assert page.evaluate("localStorage.getItem('solved')") is None and not page.locator(".solved-here").count()
    page.locator(".progress input[type=file]").set_input_files(path)
    page.locator(".way .solved-here", has_text="1 exercise solved").wait_for()
    page.context.close()


def test_a_link_makes_an_edit_and_runs_it_and_what_has_run_once_runs_without_a_network(
    browser: Any, site: Path, python_of_the_browser: Path
) -> None:
    serving = runtime.handler(runtime=python_of_the_browser, swapped={})
    with served(site, serving) as address:
        _a_link_and_then_no_network(*opened(browser, f"{address}{PART_13}/"), serving)


def _a_link_and_then_no_network(page: Any, seen: SimpleNamespace, serving: Any) -> None:
    page.get_by_role("link", name="Run it and see").click()
    form = page.locator("#cell-mse-after form.edit")
    said(form, "Differs from the page")
    assert (
        "0.134965687" in form.locator(".ran").inner_text() and "settings" in form.locator(".note").nth(1).inner_text()
    )
    edited(
        page,
        "settings",
        "learning_rate = 0.1\nn_input_nodes, n_hidden_nodes, n_output_nodes = 4, 2, 3\n"
        "import numpy as np\nbig = np.exp(np.array([1000.0]))",
    )
    settings = page.locator("#cell-settings form.edit")
    said(settings, "page")
    assert "big holds inf" in settings.locator(".note").nth(1).inner_text()
    edited(page, "settings", settings.locator("textarea").input_value().partition("import")[0])
    page.context.set_offline(True)
    serving.swapped[""] = None  # and whatever is asked for all the same does not come
    settings.get_by_role("button", name="Start afresh").click()
    edited(page, "mse-after")
    said(form, "The same as on the page")  # without a network, in the same visit
    page.context.close()


def test_axe_finds_nothing_with_the_editor_open(browser: Any, home: str) -> None:
    axe = need("browser", MODULES / "axe-core/axe.min.js", "npm install --prefix tests/browser")
    page, _ = opened(browser, f"{home}{PART_3}/", viewport={"width": 320, "height": 800})
    form = edited(page, "one-node", "print('x' * 400)\nprint(nothing)")
    said(form, "It stops")
    form.locator("summary").click()
    page.get_by_role("button", name="Answer it here: step_function").click()
    page.locator("form.edit").nth(1).wait_for()
    page.evaluate("localStorage.setItem('predict /somewhere/ What?', '3'); document.dispatchEvent(new Event('solved'))")
    page.get_by_role("button", name="Save what I have solved to a file").wait_for()
    page.evaluate(f"{Path(axe).read_text(encoding='utf-8')}; 0")
    for width, scheme in product((320, 1280), SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        in_scheme(page, scheme)
        for part in (".edit", ".progress"):
            found = page.evaluate(f"axe.run('{part}').then(found => found.violations)")
            assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.context.close()
