"""Cells that readers edit and run, in another browser, and on pages that another builder has made."""

import json
import subprocess
from pathlib import Path
from typing import Any

import runtime
from conftest import MODULES, PART_13, ROOT, in_the_gate, need
from in_the_page import ASK, PART_3, Plan, asked, edited, opened, said, task
from native_runner import as_built, pages
from served import served


def whole(site: Path, *names: str) -> tuple[Plan, list[tuple[str, Any]]]:
    """All cells of some pages, and what each has to print."""
    found = [(name, cells) for name, cells in pages(site).items() if name in names]
    plan = [(name, as_built(cells)[: n + 1]) for name, cells in found for n in range(len(cells))]
    return plan, [(cell["output"], None) for _, cells in found for cell in cells]


def came(ended: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """What each run has printed, and its error."""
    return [(one.get("text", ""), one.get("error", one)) for one in ended]


def test_two_pages_print_in_firefox_what_the_build_has_printed(site: Path, home: str) -> None:
    in_the_gate("Firefox")
    firefox = need("Firefox", "firefox-esr", "install Debian's firefox-esr")
    need("Firefox", MODULES / "puppeteer-core", "npm install --prefix tests/browser")
    plan, needed = whole(site, PART_3, PART_13)
    asking = f"({ASK})({json.dumps(task(home, plan))})"
    done = subprocess.run(
        [need("Firefox", "node", "install Debian's npm"), str(ROOT / "tests/browser/firefox_run.mjs")],
        input=json.dumps({"address": home, "path": firefox, "ask": asking, "page": PART_3, "cell": "one-node"}),
        **{"capture_output": True, "text": True, "timeout": 300, "check": False},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert came(found["ended"]) == needed and len(plan) > 20
    assert "The same as on the page" in found["note"] and found["printed"] == "1\n" and not found["said"]


def test_a_page_of_the_other_builder_prints_what_it_shows(
    browser: Any, zensical_site: Path, python_of_the_browser: Path
) -> None:
    plan, needed = whole(zensical_site, PART_13)
    with served(zensical_site, runtime.handler(runtime=python_of_the_browser)) as address:
        assert came(asked(browser, address, plan)) == needed and len(plan) > 10
        page, seen = opened(browser, f"{address}{PART_13}/")
        form = edited(page, "mse-before")
        said(form, "The same as on the page")
        shown = page.locator("#cell-mse-before .result").inner_text()
        assert form.locator(".ran").inner_text().strip() == shown.strip() and not seen.said
        page.context.close()
