"""Figures that can be handled, in Firefox: each wakes, shows the same numbers, and is worked by keyboard."""

import json
import subprocess
from typing import Any

from conftest import MODULES, ROOT, in_the_gate, need
from hands import ASKED, FIGURES, READ, awake, enter, opened  # noqa: F401


def test_firefox_shows_the_same_numbers_and_is_worked_by_keyboard(opened: Any, address: str) -> None:  # noqa: F811
    in_the_gate("Firefox")
    firefox = need("Firefox", "firefox-esr", "install Debian's firefox-esr")
    need("Firefox", MODULES / "puppeteer-core", "npm install --prefix tests/browser")
    asked = [
        {"page": page, "name": name, "states": ASKED[kind][0], "button": ASKED[kind][1]} for page, name, kind in FIGURES
    ]
    done = subprocess.run(
        [need("Firefox", "node", "install Debian's npm"), str(ROOT / "tests/browser/firefox.mjs")],
        input=json.dumps({"address": address, "path": firefox, "figures": asked}),
        **{"capture_output": True, "text": True, "timeout": 300, "check": False},
    )
    assert done.returncode == 0, done.stderr
    for one, found in zip(asked, json.loads(done.stdout), strict=True):
        where = (one["page"], one["name"])
        assert "alive" in found["state"].split() and not found["said"], where
        assert found["plain"] == found["awake"] and found["told"], where
        page, _ = opened(one["page"])
        figure = awake(page, one["name"])
        for state, texts in zip(one["states"], found["texts"], strict=True):
            enter(page, one["name"], state)
            assert texts == [text for *_, text in figure.evaluate(READ)], (*where, state)
        page.close()
