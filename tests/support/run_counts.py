"""What a run of all tests has shown, in counts, for the page that says how we know."""

import re
from pathlib import Path
from typing import Any

import pytest

from literate.kit import evidence

COUNTED = {
    "tests": r"",
    "cells": r"\.md::(?!says$)",
    "pages": r"\.md::says$",
    "scripts": r"::test_every_prefix_of_a_script_runs_alone",
    "oldest": r"::test_every_prefix_runs_with_the_oldest_numpy",
    "notebooks": r"::test_a_notebook_runs_again",
    "gradients": r"::test_(matrices_scalar_sums_and_complex_step|central_differences|four_implementations).*_agree",
    "equations": r"::test_equation\[",
    "audits": r"::test_axe_finds_nothing",
    "html": r"::test_the_html_checker_finds_nothing",
    "hosts": r"::test_no_other_host_is_asked",
}


def counts(passed: list[str], left_out: list[str]) -> dict[str, str]:
    """How many of how many tests of each kind have passed; a kind of which none has is left out."""
    found = {}
    for name, kind in COUNTED.items():
        done, missing = (sum(bool(re.search(kind, test)) for test in tests) for tests in (passed, left_out))
        if done:
            found[name] = f"{done:,} of {done + missing:,}"
    return found


def keep(root: Path, config: pytest.Config) -> None:
    """Write what this run has shown, if it was a run of all tests in which none failed."""
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    stats = reporter.stats if reporter else {}
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS and not stats.get("deselected"):
        done, left_out = ([report.nodeid for report in stats.get(kind, [])] for kind in ("passed", "skipped"))
        evidence.write_counts(root, counts(done, left_out))
