"""Cells that readers edit and run in the page: in a browser, with the real NumPy for it."""

import ast
import random
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import runtime
from conftest import MODULES, PART_13, in_the_gate, need
from native_runner import as_built, native, pages
from served import served

PART_3 = "series/03-feedforward-in-pure-python-1"
LONG = {"series/14-how-to-train-a-neural-net", "beyond/not-learning", "beyond/xor", "beyond/zeros", "bug-museum", "."}
# Two workers take one page after the other, and are asked for its cells in order: what each printed, how it ended.
ASK = """async ([folder, runtime, pages]) => {
    const own = await Promise.all(runtime.own.map(
        async (name) => [name, await (await fetch(folder + name)).arrayBuffer()]));
    const files = runtime.files.map((file) => ({...file, address: new URL(runtime.folder + file.name, folder).href}));
    const ended = pages.map(() => []), left = [...pages.keys()];
    const lane = async () => {
        const worker = new Worker(folder + 'worker.js', {type: 'module'});
        let message = {start: {files, own, lock: runtime.lock, packageName: 'tinynet'}}, text = '', done;
        worker.onmessage = ({data: [kind, value]}) => {
            if (kind === 'text') text += value;
            if (kind === 'end') done({...value, text});
            if (kind === 'broken') done({broken: value});
        };
        while (left.length) {
            const page = left.shift();
            for (const cells of pages[page]) {
                text = '';
                const end = new Promise((resolve) => { done = resolve; });
                worker.postMessage({...message, cells});
                message = {};
                ended[page].push(await end);
            }
        }
        worker.terminate();
    };
    await Promise.all([lane(), lane()]);
    return ended.flat();
}"""
Plan = list[tuple[str, list[list[str]]]]  # pages and cells, of which the last is the wanted one


@pytest.fixture(scope="module")
def real() -> Path:
    """The folder with the runtime."""
    in_the_gate("cells in the browser")
    need("browser", "npm", "install npm")
    found = runtime.fetched()
    return Path(need("browser", found or runtime.CACHE, "the registries have to be reached"))


@pytest.fixture(scope="module")
def home(site: Path, real: Path) -> Iterator[str]:
    """The address of the site with a folder of its own for the runtime."""
    with served(site, runtime.handler(runtime=real)) as found:
        yield found


def asked(browser: Any, home: str, plan: Plan) -> list[dict[str, Any]]:
    """What workers say to a plan, in its order."""
    page = browser.new_page()
    page.goto(f"{home}questions/", wait_until="load")
    setting = {**runtime.SETTING, "folder": f"../{runtime.FOLDER}/"}
    pages = [[cells for _, cells in some] for _, some in groupby(plan, lambda one: one[0])]
    ended: list[dict[str, Any]] = page.evaluate(ASK, [f"{home}assets/run/", setting, pages])
    page.close()
    return ended


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


def opened(browser: Any, address: str, **options: Any) -> tuple[Any, SimpleNamespace]:
    """A page, with what it has asked for and what its console has said."""
    context = browser.new_context(reduced_motion="reduce", **options)
    page, seen = context.new_page(), SimpleNamespace(asked=[], said=[])
    context.on("request", lambda request: seen.asked.append(request.url))
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.goto(address, wait_until="load")
    return page, seen


def edited(page: Any, cell: str, text: str | None = None, run: bool = True) -> Any:
    """Open the editor of a cell, write into it, and run it by the keyboard alone."""
    form = page.locator(f"#cell-{cell} form.edit")
    if not form.count():
        page.get_by_role("button", name=f"Edit and run: {cell}", exact=True).press("Enter")
        form.wait_for()
    if text is not None:
        form.locator("textarea").fill(text)
    if run:
        form.locator("textarea").press("Control+Enter")
    return form


def said(form: Any, words: str, seconds: int = 90) -> str:
    """What stands in the note of an editor once it has these words."""
    form.locator(".note", has_text=words).first.wait_for(timeout=1000 * seconds)
    found: str = form.locator(".note").first.inner_text()
    return found


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
    assert {url.split("/")[2] for url in seen.asked} == {home.split("/")[2]}
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
    page, _ = opened(
        browser, f"{home}{PART_3}/", has_touch=True, viewport={"width": 375, "height": 700}, accept_downloads=True
    )
    page.get_by_role("button", name="Answer it here: step_function").tap()
    form = page.locator("form.edit")
    form.wait_for()
    stub = form.locator("textarea").input_value()
    assert "def step_function(number, threshold):" in stub and 'check("step_function", step_function)' in stub
    form.locator("textarea").fill(stub.replace("...  # write here", "return int(number > threshold)"))
    form.get_by_role("button", name="Run").tap()
    said(form, "Done")
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


def test_a_link_makes_an_edit_and_runs_it(browser: Any, home: str) -> None:
    page, _ = opened(browser, f"{home}{PART_13}/")
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
    settings.get_by_role("button", name="Start afresh").click()
    edited(page, "mse-after")
    said(form, "The same as on the page")  # without a network, in the same visit
    page.context.close()


@pytest.mark.parametrize(
    "fault", ["one wrong byte", "a missing file", "no WebAssembly", "a strict policy", "no network"]
)
def test_what_goes_wrong_is_named_and_the_page_stands(browser: Any, site: Path, real: Path, fault: str) -> None:
    wheel = next(name for name in runtime.FILES if name.endswith(".whl"))
    wrong = b"?" + (real / "python_stdlib.zip").read_bytes()[1:]
    policy = "script-src 'self' 'unsafe-inline' blob:; connect-src 'self'"
    settings: dict[str, Any] = {
        "one wrong byte": {"swapped": {"/python_stdlib.zip": wrong}},
        "a missing file": {"swapped": {wheel: None}},
        "a strict policy": {"headers_too": {"Content-Security-Policy": policy}},
    }.get(fault, {})
    named = {"one wrong byte": "python_stdlib.zip", "a missing file": wheel, "no network": "runner.py"}
    with served(site, runtime.handler(runtime=real, **settings)) as address:
        page, _ = opened(browser, f"{address}{PART_3}/")
        form = edited(page, "one-node", run=False)
        said(form, "The first run")
        if fault == "no network":
            page.context.set_offline(True)
        if fault == "no WebAssembly":
            page.route("**/run/worker.js", lambda route: route.fulfill(
                content_type="text/javascript",
                body="delete self.WebAssembly;\n" + (site / "assets/run/worker.js").read_text(encoding="utf-8"),
            ))  # fmt: skip
        edited(page, "one-node")
        said(form, "cannot run here")
        words = form.locator(".fault").inner_text()
        assert named.get(fault, "WebAssembly") in words and "What the page prints above stands" in words
        assert page.locator("#cell-one-node .result").inner_text().strip() == "1"
        assert form.get_by_role("button", name="Run", exact=True).is_enabled()
        page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_with_the_editor_open(browser: Any, home: str, width: int, scheme: str) -> None:
    axe = need("browser", MODULES / "axe-core/axe.min.js", "npm install --prefix tests/browser")
    page, _ = opened(browser, f"{home}{PART_3}/", viewport={"width": width, "height": 800}, color_scheme=scheme)
    form = edited(page, "one-node", "print('x' * 400)\nprint(nothing)")
    said(form, "It stops")
    form.locator("summary").click()
    page.evaluate(f"{Path(axe).read_text(encoding='utf-8')}; 0")
    found = page.evaluate("axe.run('form.edit').then(found => found.violations)")
    assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.context.close()
