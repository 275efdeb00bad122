"""The breaks that `tests/mutation/mutate.py` makes, and what it says about them."""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from breaks import breaks
from conftest import ROOT, in_the_gate

SOURCE = '''"""One - two."""
# --8<-- [start:a]
def a(x: int | None, y=2) -> int | None:
    """x - y."""
    if x is None:
        return None
    return x - y  # x - y, not x + y
# --8<-- [end:a]
'''


def test_a_break_edits_one_place_and_no_comment_docstring_or_type(tmp_path: Path) -> None:
    """A mutator that writes all variants of a function at once, marks included, breaks the page and not the code."""
    (tmp_path / "one.py").write_text(SOURCE)
    found = list(breaks(tmp_path, "one.py"))
    assert sorted(broken.edit for broken in found) == [
        "- -> +",
        "2 -> 3",
        "is -> is not",
        "x - y -> None",
        "x is None -> False",
        "x is None -> True",
    ]
    for broken in found:
        text = SOURCE[: broken.start] + broken.new + SOURCE[broken.end :]
        lines = zip(SOURCE.splitlines(), text.splitlines(), strict=True)
        assert [before for before, after in lines if before != after] == [SOURCE.splitlines()[broken.line - 1]]
        assert text.count("# x - y, not x + y") == text.count('"""x - y."""') == 1
        ast.parse(text)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one function and one test."""
    for name in ("tests/mutation", "docs"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("mutate.py", "breaks.py", "line_coverage.py", "forked_pytest.py"):
        shutil.copy(ROOT / "tests/mutation" / name, tmp_path / "tests/mutation")
    (tmp_path / "one.py").write_text("def add(a, b):\n    return a + b\n\n\ndef spare():\n    return 1\n")
    (tmp_path / "tests/test_one.py").write_text("from one import add\n\n\ndef test_add():\n    assert add(2, 1) == 3\n")
    return tmp_path


def run(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tests/mutation/mutate.py", "one.py"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)


def test_what_no_test_notices_is_named_and_what_changes_nothing_is_not(project: Path) -> None:
    in_the_gate("breaks of a small project")
    done = run(project)
    assert done.returncode == 1 and "one.py:6: 1 -> 2\n    return 1\n" in done.stdout
    assert done.stdout.endswith("\n4 breaks, 2 noticed or equivalent, 2 alive\n")
    assert (project / "one.py").read_text().count("a + b") == 1
    known = "one.py | return 1 | 1 -> 2 | nobody asks\none.py | return 1 | 1 -> None | nobody asks\n"
    (project / "tests/mutation/equivalent.txt").write_text(known)
    done = run(project)
    assert (done.returncode, done.stdout) == (0, "4 breaks, 4 noticed or equivalent, 0 alive\n")


def test_where_the_tests_fail_already_no_break_counts_as_noticed(project: Path) -> None:
    (project / "tests/test_other.py").write_text("def test_other():\n    assert 0\n")
    done = run(project)
    assert done.returncode == 1 and "the tests fail without any break" in done.stderr and not done.stdout


def test_what_hangs_is_stopped(project: Path) -> None:
    in_the_gate("breaks of a small project")
    text = "import time\n\n\ndef test_hangs():\n    time.sleep(60)\n\n\ndef test_well():\n    pass\n"
    (project / "tests/test_one.py").write_text(text)
    runs = [([], 2), (["-k", "well"], 60), (["-k", "none"], 60)]
    lines = "\n".join(json.dumps([["tests/test_one.py", *more], limit]) for more, limit in runs)
    command = [sys.executable, "tests/mutation/forked_pytest.py"]
    done = subprocess.run(command, cwd=project, input=lines, capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout == "-1\n0\n5\n"
