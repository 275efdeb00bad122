"""Where cells cannot run: what is missing is named, what the page prints stands, and another press tries again."""

import re
from pathlib import Path
from typing import Any

import pytest
import runtime
from in_the_page import PART_3, edited, hosts, opened, said
from served import served

WHEEL = next(name for name in runtime.FILES if name.endswith(".whl"))
ELSEWHERE = {one["address"].split("/")[2] for one in runtime.SETTING["files"]}
STRICT = "script-src 'self' 'unsafe-inline' blob:{}; connect-src 'self'"
# What is wrong, and what the message names.
FAULTS = {
    "one wrong byte": "python_stdlib.zip",
    "a missing file": WHEEL,
    "a missing worker": "worker.js",
    "no network": "runner.py",
    "no WebAssembly": "WebAssembly",
    "a strict policy": "WebAssembly",
}


def settings(fault: str, folder: Path) -> dict[str, Any]:
    """How a server has to be for a fault."""
    wrong = b"?" + (folder / "python_stdlib.zip").read_bytes()[1:]
    return {
        "one wrong byte": {"swapped": {"/python_stdlib.zip": wrong}},
        "a missing file": {"swapped": {WHEEL: None}},
        "a missing worker": {"swapped": {"/worker.js": None}},
        "a strict policy": {"headers_too": {"Content-Security-Policy": STRICT.format("")}},
    }.get(fault, {})


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_is_named_and_the_page_stands(
    browser: Any, site: Path, python_of_the_browser: Path, fault: str
) -> None:
    more = settings(fault, python_of_the_browser)
    with served(site, runtime.handler(runtime=python_of_the_browser, **more)) as address:
        page, _ = opened(browser, f"{address}{PART_3}/")
        form = edited(page, "one-node", run=False)
        said(form, "The first run")
        if fault == "no network":
            page.context.set_offline(True)
        if fault == "no WebAssembly":
            script = (site / "assets/run/worker.js").read_text(encoding="utf-8")
            without = {"content_type": "text/javascript", "body": f"delete self.WebAssembly;\n{script}"}
            page.route("**/run/worker.js", lambda route: route.fulfill(**without))
        edited(page, "one-node")
        assert FAULTS[fault] in stands(page, form)
        page.context.close()


def stands(page: Any, form: Any) -> str:
    """What is said of a run that could not begin; what the page prints is there, and Run can be pressed again."""
    said(form, "cannot run here")
    words: str = form.locator(".fault").inner_text()
    assert "What the page prints above stands" in words
    assert page.locator("#cell-one-node .result").inner_text().strip() == "1"
    assert form.get_by_role("button", name="Run", exact=True).is_enabled()
    return words


@pytest.mark.parametrize("name", ["run.json", "run/runtime.json", "run/run.js"])
def test_what_an_editor_needs_is_named_and_asked_for_again(
    browser: Any, site: Path, python_of_the_browser: Path, name: str
) -> None:
    serving = runtime.handler(runtime=python_of_the_browser, swapped={f"/{name}": None})
    with served(site, serving) as address:
        page, _ = opened(browser, f"{address}{PART_3}/")
        button = page.get_by_role("button", name="Edit and run: one-node", exact=True)
        button.press("Enter")
        button.filter(has_text="Cannot run here").wait_for()
        assert name.rpartition("/")[2] in button.inner_text() and not page.locator("form.edit").count()
        serving.swapped.clear()
        if name == "run/run.js":  # a script that has not come once, a browser asks for with the page alone
            assert "load the page again" in button.inner_text()
            page.reload()
        button.press("Enter")
        page.locator("#cell-one-node form.edit").wait_for()
        assert button.inner_text() == "Edit and run"
        page.context.close()


def elsewhere(page: Any, folder: Path, **swapped: bytes | None) -> None:
    """Play the hosts that have Python where a site has none: with its files, or others in their place."""

    def answer(route: Any) -> None:
        name = route.request.url.rpartition("/")[2]
        body = swapped.get(name.partition(".")[0], (folder / name).read_bytes())
        if body is None:
            return route.abort()
        return route.fulfill(body=body, headers={"Access-Control-Allow-Origin": "*"})

    page.context.route(re.compile("|".join(f"^https://{re.escape(host)}/" for host in ELSEWHERE)), answer)


def test_without_a_folder_python_comes_from_its_publishers_and_what_they_fail_in_is_named(
    browser: Any, site: Path, python_of_the_browser: Path
) -> None:
    with served(site) as address:
        for swapped in ({"python_stdlib": b"another"}, {"pyodide": None}, {}):
            page, seen = opened(browser, f"{address}{PART_3}/")
            elsewhere(page, python_of_the_browser, **swapped)
            form = edited(page, "one-node", run=False)
            assert all(host in said(form, "The first run") for host in ELSEWHERE)
            assert hosts(seen) == {address.split("/")[2]}  # nothing before Run
            form.locator("textarea").press("Control+Enter")
            if swapped:
                words = stands(page, form)
                assert f"{next(iter(swapped))}." in words and any(host in words for host in ELSEWHERE)
            else:
                said(form, "The same as on the page")
                assert hosts(seen) == {address.split("/")[2], *ELSEWHERE}
            page.context.close()


@pytest.mark.night
def test_a_strict_policy_that_admits_webassembly_is_enough(
    browser: Any, site: Path, python_of_the_browser: Path
) -> None:
    headers = {"Content-Security-Policy": STRICT.format(" 'wasm-unsafe-eval'")}
    with served(site, runtime.handler(runtime=python_of_the_browser, headers_too=headers)) as address:
        page, _ = opened(browser, f"{address}{PART_3}/")
        said(edited(page, "one-node"), "The same as on the page")
        page.context.close()
