"""Cells run in a page as readers run them: the site with the Python of the browser, an editor, and workers alone."""

from itertools import groupby
from types import SimpleNamespace
from typing import Any

import runtime

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
PART_3 = "series/03-feedforward-in-pure-python-1"
Plan = list[tuple[str, list[list[str]]]]  # pages and cells, of which the last is the wanted one


def task(home: str, plan: Plan) -> list[Any]:
    """A plan as a page of the site is given it: where the runner is, where Python is, the cells by pages."""
    setting = {**runtime.SETTING, "folder": f"../{runtime.FOLDER}/"}
    return [
        f"{home}assets/run/",
        setting,
        [[cells for _, cells in some] for _, some in groupby(plan, lambda one: one[0])],
    ]


def asked(browser: Any, home: str, plan: Plan) -> list[dict[str, Any]]:
    """What workers say to a plan, in its order."""
    page, seen = opened(browser, f"{home}questions/")
    ended: list[dict[str, Any]] = page.evaluate(ASK, task(home, plan))
    page.context.close()
    assert any(url.endswith(".wasm") for url in seen.asked) and hosts(seen) == {home.split("/")[2]}
    return ended


def hosts(seen: SimpleNamespace) -> set[str]:
    """The hosts that a page and its workers have asked."""
    return {url.split("/")[2] for url in seen.asked}


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
