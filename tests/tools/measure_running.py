"""What it costs to run a cell in its page, beside JupyterLite on the same cells: `python tests/benchmark.py run site`.

Both are served by this machine, with the same Python and NumPy, and are measured in turn, each time in a new browser
without a cache. Bytes are as a host sends them that compresses; memory is that of all processes of the browser beyond
what it has with the page, or an empty one, open. JupyterLite is its console, the lightest of its apps, and is handed
the cells with its address.
"""

import gzip
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

import jupyterlite
import psutil
import runtime
from conftest import PART_13
from native_runner import as_built, pages
from served import served

WANTED = "mse-after"
ENDLESS = "while True:\n    pass"
PATIENCE = 120_000  # ms that something may take
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
Figures = dict[str, float]


class Counting(runtime.WithRuntime):
    """Serves a site, and counts what a host would send that compresses."""

    sent: list[int]

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file."""
        data = source.read()
        self.sent.append(min(len(data), len(gzip.compress(data))))
        outputfile.write(data)


def seconds(act: Callable[[], Any]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def memory() -> float:
    """Megabytes of all processes of the browser, what they share counted once."""
    browsers = [one for one in psutil.Process().children(recursive=True) if "chrom" in one.name()]
    return sum(one.memory_full_info().pss for one in browsers) / 1e6


@contextmanager
def new_page(playwright: Any) -> Iterator[Any]:
    """A page of a new browser."""
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
    yield browser.new_page()
    browser.close()


def here(page: Any, home: str, cells: list[list[str]], sent: list[int]) -> Figures:
    """The site's own."""
    page.goto(f"{home}{PART_13}/", wait_until="networkidle")
    form = page.locator(f"#cell-{WANTED} form.edit")
    area, before = form.locator("textarea"), (memory(), sum(sent))

    def run(text: str, said: str) -> None:
        area.fill(text)
        area.press("Control+Enter")
        form.locator(".note", has_text=said).first.wait_for(timeout=PATIENCE)

    def first() -> None:
        page.get_by_role("button", name=f"Edit and run: {WANTED}", exact=True).click()
        run(cells[-1][1], "The same as on the page")

    found = {"first output, s": seconds(first), "bytes, kB": (sum(sent) - before[1]) / 1000}
    found["memory, MB"] = memory() - before[0]
    found["second run, s"] = seconds(lambda: run(cells[-1][1], "The same as on the page"))
    run(ENDLESS, "Running.")
    stop = form.get_by_role("button", name="Stop")
    found["stop, s"] = seconds(lambda: (stop.click(), form.locator(".note", has_text="Stopped").first.wait_for()))
    found["run after a restart, s"] = seconds(lambda: run(cells[-1][1], "The same as on the page"))
    return found


def there(page: Any, home: str, cells: list[list[str]], sent: list[int], needed: str) -> Figures:
    """JupyterLite's. A cell that does not end can be ended by a restart alone, which its figure includes."""
    before = (memory(), sum(sent))
    outputs = page.locator(".jp-OutputArea-output", has_text=needed)
    texts = [("code", text) for _, text in cells]
    asked = urlencode([("kernel", "python"), ("toolbar", "1"), ("execute", "1"), *texts])

    def came(count: int) -> None:
        outputs.nth(count - 1).wait_for(timeout=PATIENCE)

    def typed(text: str) -> None:
        page.locator(".jp-CodeConsole-input .cm-content").click()
        page.keyboard.insert_text(text)
        page.keyboard.press("Shift+Enter")

    def first() -> None:
        page.goto(f"{home}repl/index.html?{asked}")
        came(1)

    def again() -> None:
        page.locator("[data-command*=restart], [title*=estart]").first.click()
        page.locator(".jp-Dialog .jp-mod-accept").click()
        outputs.first.wait_for(state="detached")  # a restart empties the console
        typed("\n\n".join(text for _, text in cells))
        came(1)

    found = {"first output, s": seconds(first), "bytes, kB": (sum(sent) - before[1]) / 1000}
    found["memory, MB"] = memory() - before[0]
    found["second run, s"] = seconds(lambda: (typed(cells[-1][1]), came(2)))
    typed(ENDLESS)
    page.wait_for_timeout(1000)
    found["run after a restart, s"] = seconds(again)
    return found


def measure(site: Path, rounds: int) -> None:
    """Print the figures of both, in turn."""
    from playwright.sync_api import sync_playwright

    cells = pages(site)[PART_13]
    last = next(place for place, cell in enumerate(cells, 1) if cell["id"] == WANTED)
    texts, output = as_built(cells)[:last], cells[last - 1]["output"].strip()
    figures: dict[str, list[Figures]] = {"here": [], "JupyterLite": []}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        lite = jupyterlite.made(Path(folder), next(site.rglob("tinynet-*.whl")))
        for _ in range(rounds):
            for name, root in (("here", site), ("JupyterLite", lite)):
                counting = type("Handler", (Counting,), {"runtime": runtime.fetched(), "sent": []})
                with served(root, counting) as home, new_page(playwright) as page:
                    measured = here if name == "here" else partial(there, needed=output)
                    figures[name].append(measured(page, home, texts, counting.sent))
    show(figures)


def show(figures: dict[str, list[Figures]]) -> None:
    """A table of medians."""
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    print(f"part 13 to the cell {WANTED}, Pyodide {runtime.VERSION}, {load}, median of {len(figures['here'])}")
    print(f"{'':24}{''.join(f'{name:>14}' for name in figures)}")
    for what in figures["here"][0]:
        of_each = [[one[what] for one in each if what in one] for each in figures.values()]
        told = [f"{median(found):.2f}" if found else "none" for found in of_each]
        print(f"{what:24}{''.join(f'{one:>14}' for one in told)}")
