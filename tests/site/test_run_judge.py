"""What the judge says of an attempt in the browser is what it says without one."""

import json
import re
from pathlib import Path
from typing import Any

import attempts
import pytest
from in_the_page import asked
from native_runner import native

# What is said in other words there, and why; the help of the editor says so to readers. Nothing else is.
OTHERWISE = {("sigmoid", "rare__long_double"): "functions of a long double, such as exp, reach no further than others"}
HELP = Path(__file__).parent.parent.parent / "docs/assets/run/editor.js"


@pytest.mark.parametrize("every", [10, pytest.param(1, marks=pytest.mark.night)])
def test_each_attempt_has_the_verdict_and_the_name_in_the_browser_that_it_has_without_one(
    browser: Any, home: str, site: Path, every: int
) -> None:
    plan = [(exercise, cells) for exercise, cells in attempts.cells(every).items()]
    with native(site / "assets/run") as runner:
        here = [runner.run("judge", cells) for _, cells in plan]
    there = asked(browser, home, plan)
    assert [one["error"] for one in (*here, *there)] == [None] * 2 * len(plan)
    differ, count = {}, 0
    for (exercise, _), ours, theirs in zip(plan, map(_verdicts, here), map(_verdicts, there), strict=True):
        assert list(ours) == list(theirs)
        count += len(ours)
        differ |= {(exercise, name): (said, theirs[name]) for name, said in ours.items() if said != theirs[name]}
    assert {one: differ[one] for one in differ if one not in OTHERWISE} == {}
    assert count > 650 / every and (every > 1 or differ.keys() == OTHERWISE.keys())


def _verdicts(ended: dict[str, Any]) -> dict[str, str]:
    """What was said, by the names of the attempts; at which of its lines an endless one was ended is chance."""
    found: dict[str, str] = json.loads(ended["text"])
    return {name: re.sub(r"(seems endless\. It was at) .*", r"\1 a line", said) for name, said in found.items()}


def test_what_differs_is_told_to_readers() -> None:
    told = HELP.read_text(encoding="utf-8")
    assert all(why in " ".join(told.split()) for why in OTHERWISE.values())
