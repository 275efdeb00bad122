"""What a run of all tests has shown, in counts, for the page that says how we know."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from literate import record

COUNTED = {
    "tests": r"",
    "cells": r"\.md::(?!says$)",
    "pages": r"\.md::says$",
    "scripts": r"::test_every_prefix_of_a_script_runs_alone",
    "oldest": r"::test_every_prefix_runs_with_the_oldest_numpy",
    "notebooks": r"::test_a_notebook_runs_again",
    "gradients": r"::test_all_ways_to_the_gradient_agree",
    "audits": r"::test_axe_finds_nothing",
    "checked": r"::test_the_html_checker_finds_nothing",
    "alone": r"::test_no_other_host_is_asked",
}


def counts(passed: Iterable[str], left_out: Iterable[str]) -> dict[str, str]:
    """How many of how many tests of each kind have passed; a kind of which none has is left out."""
    done, all_ = list(passed), [*passed, *left_out]
    found = {}
    for name, kind in COUNTED.items():
        if number := sum(bool(re.search(kind, test)) for test in done):
            found[name] = f"{number:,} of {sum(bool(re.search(kind, test)) for test in all_):,}"
    return found


def keep(root: Path, config: pytest.Config) -> None:
    """Write what this run has shown, if it was a run of all tests."""
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    stats = reporter.stats if reporter else {}
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not stats.get("deselected")
    if whole:
        names = {kind: [report.nodeid for report in stats.get(kind, [])] for kind in ("passed", "skipped")}
        record.write(root, counts(names["passed"], names["skipped"]))
