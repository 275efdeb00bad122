"""Ways in which all could look well and not be: each has a guard, and here is the test that fails without it.

Others stand where they belong, in the folder of the room that they guard.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, build, copy_harness, in_the_gate
from project import TAUGHT, cell, project, run_of
from small_site import small_site

from literate.reading import sources
from literate.reading.reader import read

GATE = (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.parametrize("builder", [["mkdocs", "build"], ["zensical", "build", "--clean"]])
def test_a_missing_section_in_a_fence_that_is_only_shown(tmp_path: Path, builder: list[str]) -> None:
    """Without check_paths such a fence is an empty block, and the build is well."""
    if builder[0] == "zensical":
        in_the_gate("kinds of troubles in the builders")
    text = '# T\n\n```python title="shown"\n--8<-- "tinynet/__init__.py:none"\n```\n'
    done = build(*builder, root=small_site(tmp_path, text), PYTHONPATH=f"{tmp_path}:{ROOT}")
    assert done.returncode != 0 and "none" in done.stdout + done.stderr


def test_as_many_items_as_fences() -> None:
    """Stock plugins skip fences in silence."""
    in_the_gate("a collection of all tests")
    command = [sys.executable, "-m", "pytest", "docs", "--collect-only", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    items = [line for line in done.stdout.splitlines() if ".md::" in line and not line.endswith("::says")]
    pages = [path.read_text(encoding="utf-8") for path in sources.pages(ROOT)]
    assert len(items) == sum(page.count('exec="1"') for page in pages) > 20
    assert done.stdout.count("::says") == len(pages)


def test_no_output_depends_on_the_version_of_numpy() -> None:
    """A list of NumPy scalars prints otherwise in NumPy 1 and 2."""
    for path in (ROOT / "tests/transcripts").rglob("*.txt"):
        assert not re.search(r"np\.(float|int|uint|bool|str)\w*\(", path.read_text(encoding="utf-8")), path


def test_the_gate_measures_coverage_from_the_first_import() -> None:
    """The engine is a plugin of pytest, so that the count begins with Python itself, in each of the processes."""
    assert re.search(r'^export .*COVERAGE_PROCESS_START="\$PWD/pyproject.toml"\npytest\n', GATE, re.M)
    command = [sys.executable, "-c", "import coverage; print(coverage.Coverage.current() is not None)"]
    for name, begun in (("COVERAGE_PROCESS_START", "True"), ("ELSEWHERE", "False")):
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
        environment = inherited | {name: str(ROOT / "pyproject.toml"), "COVERAGE_FILE": os.devnull}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.stdout.strip() == begun


def test_the_gate_wants_every_line_covered() -> None:
    assert "coverage report --fail-under=100\n" in GATE


def test_taught_functions_give_back_and_pages_print() -> None:
    """With the stock way to run a page, what an imported function prints does not reach the page."""
    for path in (ROOT / "tinynet").rglob("*.py"):
        for section in re.findall(r"\[start:\w+\](.*?)# --8<-- \[end", path.read_text(encoding="utf-8"), re.DOTALL):
            assert "print(" not in section, path


def test_nothing_draws_with_matplotlib() -> None:
    """Its figures have clashing ids, a date in each file and black lines on a dark page; its import is slow."""
    paths = [path for name in ("tinynet", "literate") for path in (ROOT / name).rglob("*.py")]
    code = {path: path.read_text(encoding="utf-8") for path in paths}
    code |= {path: "\n".join(cell.source for cell in read(path, ROOT).cells) for path in sources.pages(ROOT)}
    assert not [path for path, text in code.items() if re.search(r"^\s*(import|from) (matplotlib|pylab)", text, re.M)]


def test_the_end_of_life_of_the_theme_is_not_announced_at_each_build() -> None:
    """A notice that is always there hides the one that is new."""
    notes = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "export NO_MKDOCS_2_WARNING=1" in GATE and "export NO_MKDOCS_2_WARNING=1" in notes


def test_the_settings_hold_nothing_that_the_next_builder_refuses() -> None:
    """Zensical rejects `!relative` and ignores hooks, so that what shapes a page is an extension."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "!relative" not in settings and "hooks: [literate/integrations/mkdocs.py]\n" in settings


def test_zensical_builds_an_imported_module_anew(tmp_path: Path) -> None:
    """It keeps a page whose imports have changed, so each of its builds here is a clean one."""
    in_the_gate("kinds of troubles in the builders")
    text = "# T\n\n" + cell("from tinynet import double\nprint(double(21))", more=' result="text"')
    for factor, shown in ((2, ">42"), (3, ">63")):
        root = small_site(tmp_path, text)
        project(root, text, "docs/index.md", taught=TAUGHT.replace("2 * a", f"{factor} * a"))
        build("zensical", "build", "--clean", root=root, PYTHONPATH=f"{root}:{ROOT}")
        assert shown in (root / "site/index.html").read_text(encoding="utf-8")
    for path in (ROOT / "tests").glob("*.py"):
        found = re.findall(r'["]zensical["], ["]build["](, "--clean")?', path.read_text(encoding="utf-8"))
        assert all(found), path


def test_the_gate_does_not_silence_the_builder() -> None:
    """With -q, a strict build counts no warnings."""
    builds = [line for line in GATE.splitlines() if "mkdocs build" in line]
    assert builds and all("--strict" in line and "-q" not in line.split() for line in builds)


def test_the_gate_requires_every_group() -> None:
    assert 'LITERATE_REQUIRE="${LITERATE_REQUIRE:-1}"' in GATE


def test_a_test_that_is_left_out_fails_where_all_is_required(tmp_path: Path) -> None:
    in_the_gate("runs of a small project")
    (tmp_path / "test_a.py").write_text("import pytest\ndef test_a():\n    pytest.skip('tool: it is missing')\n")
    copy_harness(tmp_path)
    for required, outcome in (("1", "1 failed"), ("0", "1 skipped")):
        done = build(
            "pytest", "-q", "-p", "no:cacheprovider", root=tmp_path, LITERATE_REQUIRE=required, PYTHONPATH=str(ROOT)
        )
        assert outcome in done.stdout
        assert ("not run (1): tool: it is missing" in done.stdout) == (required == "0")


def test_a_strict_build_fails_on_a_dead_link(tmp_path: Path) -> None:
    root = small_site(tmp_path, "# T\n\n[a](none.md)\n")
    assert build("mkdocs", "build", "--strict", root=root, PYTHONPATH=f"{tmp_path}:{ROOT}").returncode != 0


def test_an_unseeded_page_does_not_repeat_itself(tmp_path: Path) -> None:
    """A hidden seed would let a page claim what its script does not print."""
    for draw in ("np.random.random()", "random.random()"):
        page = cell("import numpy as np, random") + f"{{{{ {draw}:.9f }}}}\n"
        assert len({str(run_of(tmp_path, page).numbers) for _ in range(3)}) == 3
