"""The site under another arithmetic: no file of it differs.

`python tests/tools/same_bytes.py` compares with other versions of NumPy, one and two threads, and more draws.
"""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT, build, copy_project, in_the_gate

LAST_DIGIT = ROOT / "tests/tools/last_digit"
sys.path.append(str(ROOT / "tests/tools"))
from same_bytes import differing  # noqa: E402


def asked(code: str, draw: str = "1") -> str:
    settings = os.environ | {"PYTHONPATH": f"{LAST_DIGIT}{os.pathsep}{ROOT}", "LAST_DIGIT": draw}
    command = [sys.executable, "-c", f"import numpy as np\nx = np.linspace(0.1, 3, 50)\nprint({code})"]
    return subprocess.run(command, env=settings, capture_output=True, text=True, timeout=60, check=True).stdout.strip()


def test_the_other_arithmetic_moves_last_digits_and_nothing_else() -> None:
    as_it_is = [float(number).hex() for number in np.exp(np.linspace(0.1, 3, 50))]
    before = f"np.array([float.fromhex(one) for one in {as_it_is}])"
    ulps = eval(asked(f"((np.exp(x) - {before}) / np.spacing({before})).round().astype(int).tolist()"))
    assert set(ulps) == {-1, 0, 1} and all(ulps.count(by) > 5 for by in (-1, 0, 1))
    assert asked("(np.exp(x) == np.exp(x.copy())).all(), np.exp(0.0), np.dot([1.0, 2], [3.0, 4])") == "True 1.0 11.0"
    assert len({asked("np.exp(x).tobytes().hex()", draw) for draw in "123"}) == 3


def test_a_file_that_differs_or_is_missing_is_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_text("1")
        (tmp_path / name / "other").write_text(name)
    (tmp_path / "a/more").write_text("1")
    assert differing(tmp_path / "a", tmp_path / "b") == ["more", "other"]


@pytest.mark.night
def test_no_file_of_the_site_differs_when_each_last_digit_is_another(site: Path, tmp_path: Path) -> None:
    in_the_gate("the site in another arithmetic")
    root = copy_project(tmp_path / "other")
    done = build("mkdocs", "build", "--strict", root=root, PYTHONPATH=f"{LAST_DIGIT}{os.pathsep}{root}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert differing(site, root / "site") == []
