"""What figures that can be handled cost, side by side in one run: `python tests/benchmark.py figures site` calls this.

For a built site: the script and the layout of one change of the walk and of the descent, as shares of a frame; 10,000
epochs of the lab while it draws, and the frames meanwhile; and steps of the engine beside those of `tinynet.train`. The
ratios count, machines differ.
"""

import sys
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "support"))
from playwright.sync_api import sync_playwright
from served import served

from tinynet import load_iris, train, train_test_split

FRAME, CHANGES = 1000 / 60, 60
FIGURES = {
    "series/13-implementing-backpropagation-with-numpy": ("walk", "w2-13:{:.2f},at:19"),
    "series/07-gradient-descent-and-partial-derivatives": ("descent", "start:{:.2f},step:20"),
    "derivatives": ("choose-paths", "at:10,w2-13:{:.2f}"),
}
LAB, EPOCHS = "series/14-how-to-train-a-neural-net", 10_000
CHANGED = """([key, state]) => {
    history.replaceState(null, '', `?${key}=${state}`);
    const start = performance.now();
    dispatchEvent(new PopStateEvent('popstate'));
    const script = performance.now();
    document.querySelector(`#figure-${key}`).getBoundingClientRect();
    return [script - start, performance.now() - script];
}"""
WATCHED = """() => {
    window.frames_seen = [];
    const watch = (now) => { frames_seen.push(now); requestAnimationFrame(watch); };
    requestAnimationFrame(watch);
}"""
STEPS = """async ([x, y, weights_1, weights_2, epochs]) => {
    const base = new URL('../../assets/explore/', location.href);
    const named = (name) => import(new URL(name, base));
    const [{ matrix }, { training }] = await Promise.all(['net.js', 'training.js'].map(named));
    const fast = training(...[x, y, weights_1, weights_2].map(matrix)), start = performance.now();
    fast.steps(epochs, 0.1, () => {});
    return performance.now() - start;
}"""


def opened(browser: Any, address: str, page: str, name: str) -> Any:
    """A page whose figure has been taken over."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(f"{address}{page}/", wait_until="load")
    tab.locator(f"#figure-{name}").scroll_into_view_if_needed()
    tab.locator(f"#figure-{name}.alive:not([aria-busy])").wait_for(state="attached", timeout=60_000)
    return tab


def measure_changes(browser: Any, address: str) -> None:
    """One change after the other, as a slider makes them."""
    for page, (name, state) in FIGURES.items():
        tab = opened(browser, address, page, name)
        times = [tab.evaluate(CHANGED, [name, state.format(n / 100)]) for n in range(CHANGES)]
        script, layout = (median(one[k] for one in times) for k in (0, 1))
        print(
            f"{name}, a change: {script:.2f} ms of script, {layout:.2f} layout, {(script + layout) / FRAME:.2f} frame"
        )
        tab.close()


def measure_training(browser: Any, address: str) -> None:
    """10,000 epochs by the button, and how long the frames are meanwhile; then the engine alone beside tinynet."""
    tab = opened(browser, address, LAB, "lab")
    tab.evaluate(WATCHED)
    start = time.perf_counter()
    tab.get_by_role("button", name="10,000").click()
    tab.locator("#figure-lab:not([aria-busy])").wait_for(state="attached", timeout=60_000)
    taken = time.perf_counter() - start
    seen = tab.evaluate("frames_seen")
    frames = [b - a for a, b in pairwise(seen)]
    print(f"lab, {EPOCHS:,} epochs of two nets, drawn: {taken:.2f} s, {len(frames)} frames, {median(frames):.1f} ms")
    iris = load_iris()
    x, _, y, _ = train_test_split(iris.x, iris.y, 20, 4)
    weights = tab.evaluate("JSON.parse(document.querySelector('#figure-lab script').textContent).starts['10']")
    own, there = [], []
    for _ in range(3):
        own.append(tab.evaluate(STEPS, [x.tolist(), y.tolist(), *weights, EPOCHS]) / 1000)
        start = time.perf_counter()
        train(x, y, *weights, 0.1, EPOCHS)
        there.append(time.perf_counter() - start)
    ratio = median(a / b for a, b in zip(own, there, strict=True))
    print(f"steps: {median(own):.2f} s by the script, {median(there):.2f} by tinynet.train, ratio {ratio:.2f}")


def measure(site: Path) -> None:
    """Serve a built site, and measure."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        measure_changes(browser, address)
        measure_training(browser, address)
        browser.close()
