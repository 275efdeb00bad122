"""Cells that readers edit and run in the page: in a browser, with the real NumPy for it."""

import ast
import random
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import runtime
from conftest import PART_13, REQUIRED, in_the_gate, need
from native_runner import as_built, native, pages
from served import served

PART_3 = "series/03-feedforward-in-pure-python-1"
LONG = {"series/14-how-to-train-a-neural-net", "beyond/not-learning", "beyond/xor", "beyond/zeros", "bug-museum", "."}
# One worker, asked for one cell after the other: what each printed, and how it ended.
ASK = """async ([folder, runtime, plan]) => {
    const worker = new Worker(folder + 'worker.js', {type: 'module'}), ended = [];
    const own = ['runner.py', 'states.py', 'package.zip'].map((name) => ({name, address: folder + name}));
    const files = runtime.files.map((file) => ({...file, address: new URL(runtime.folder + file.name, folder).href}));
    let text = '', done;
    worker.onmessage = ({data: [kind, value]}) => {
        if (kind === 'text') text += value;
        if (kind === 'end') done({...value, text});
        if (kind === 'broken') done({broken: value});
    };
    let message = {start: {files, own, lock: runtime.lock, packageName: 'tinynet'}};
    for (const cells of plan) {
        text = '';
        const end = new Promise((resolve) => { done = resolve; });
        worker.postMessage({...message, cells});
        message = {};
        ended.push(await end);
        if (ended.at(-1).broken) break;
    }
    worker.terminate();
    return ended;
}"""


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


def asked(browser: Any, home: str, plan: list[Any]) -> list[dict[str, Any]]:
    """What a worker says to a plan."""
    page = browser.new_page()
    page.goto(f"{home}questions/", wait_until="load")
    folder = f"../{runtime.FOLDER}/"
    page.set_default_timeout(400_000)
    ended: list[dict[str, Any]] = page.evaluate(
        ASK, [f"{home}assets/run/", {**runtime.SETTING, "folder": folder}, plan]
    )
    page.close()
    return ended


def test_every_cell_of_every_page_prints_in_the_browser_what_the_build_has_printed(
    browser: Any, home: str, site: Path
) -> None:
    plan, needed = [], []
    for page, cells in pages(site).items():
        for last, cell in enumerate(cells, 1):
            plan.append(as_built(cells)[:last])
            needed.append((page, cell["id"], cell["output"], None))
    ended = asked(browser, home, plan)
    came = [(*need[:2], one.get("text"), one.get("error", one)) for need, one in zip(needed, ended, strict=False)]
    assert [pair for pair in zip(came, needed, strict=True) if pair[0] != pair[1]] == [] and len(plan) > 300


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


def test_every_cell_with_a_number_changed_gives_what_it_gives_without_a_browser(
    browser: Any, home: str, site: Path
) -> None:
    draws, plan = random.Random(18), []
    for page, cells in pages(site).items():
        for last, cell in enumerate(cells if page not in LONG else []):
            if text := changed(cell["source"], draws):
                plan.append((page, [*as_built(cells)[:last], [cell["id"], text]]))
    with native(site / "assets/run") as runner:
        needed = [runner.run(page, cells) for page, cells in plan]
    ended = asked(browser, home, [cells for _, cells in plan])
    parts = ("text", "error")
    found = [
        (page, cells[-1], [one.get(part) for part in parts], [two[part] for part in parts])
        for (page, cells), one, two in zip(plan, ended, needed, strict=True)
        if [one.get(part) for part in parts] != [two[part] for part in parts]
    ]
    assert found == [] and len(plan) > 150
