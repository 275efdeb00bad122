"""What the project promises about itself."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import conftest
import pytest
import side_by_side
import yaml
from conftest import ROOT, copy_project, in_the_gate
from mkdocs.config import load_config
from mkdocs.utils.yaml import get_yaml_loader
from project import LEDGER

from literate.reading import sources
from literate.reading.reader import read
from literate.running.run import Run

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_wheel_holds_tinynet_and_its_data_alone(tmp_path: Path) -> None:
    in_the_gate("a wheel")
    copy_project(tmp_path / "copy")
    (tmp_path / "copy/LICENSE").write_text("x")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        ".",
        "--no-deps",
        "--no-build-isolation",
        "-q",
        "-w",
        str(tmp_path),
    ]
    subprocess.run(command, cwd=tmp_path / "copy", check=True, capture_output=True, text=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name]
    assert names and all(re.fullmatch(r"tinynet/((exercises/(tasks/)?)?\w+\.py|iris\.csv)", name) for name in names)
    assert "tinynet/iris.csv" in names and len(names) == len([*(ROOT / "tinynet").rglob("*.py")]) + 1


def test_the_package_needs_numpy_alone() -> None:
    project = SETTINGS["project"]
    assert project["dependencies"] == ["numpy>=1.24"] and project["requires-python"] == ">=3.11"
    found = {
        line.split()[1].split(".")[0]
        for path in (ROOT / "tinynet").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"(from|import) ", line)
    }
    assert found <= {"tinynet", "numpy", *sys.stdlib_module_names}


def test_the_numbers_of_the_readme_are_those_of_the_ledger() -> None:
    marks = re.findall(r"<!-- \{\{ ledger\.(\w+):(\S+) \}\} -->(\S+?)[.,]?\s", README)
    names = Run(read(ROOT / LEDGER, ROOT)).all().names
    assert len(marks) == 2
    for name, form, text in marks:
        assert format(names[name], form) == text


def test_the_readme_has_two_commands_and_a_picture() -> None:
    commands = [line.strip() for line in README.splitlines() if line.startswith("    ")]
    assert commands == ["pip install -e '.[docs]' && mkdocs serve", "pip install -e '.[test]' && pytest"]
    (picture,) = re.findall(r"!\[.{30,}\]\((\S+)\)", README)
    assert (ROOT / picture).is_file()


def test_the_settings_of_the_site_are_short_and_complete() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert len(text.partition("\nnav:")[0].splitlines()) <= 60
    settings = yaml.load(text, get_yaml_loader())
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in sources.pages(ROOT)}
    assert pages == set(re.findall(r"\S+\.md", yaml.safe_dump(settings["nav"])))
    assert {"tinynet", "literate"} <= set(settings["watch"])


def test_addresses_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.setenv(name, f"https://example.org/{name.lower()}/")
    settings = load_config(str(ROOT / "mkdocs.yml"))
    assert settings["site_url"] == "https://example.org/site_url/"
    assert settings["repo_url"] == "https://example.org/repo_url/"


def test_who_cites_names_the_version_and_the_series() -> None:
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    series = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), get_yaml_loader())["extra"]["series"]
    assert said["version"] == project["version"] and {"cff-version", "message", "authors"} <= {*said}
    (mirrored,) = said["references"]
    names = [" ".join((one["given-names"], one["family-names"])) for one in mirrored["authors"]]
    assert (mirrored["title"], names, mirrored["url"]) == (series["name"], [series["author"]], series["address"])


def test_the_seed_is_a_literal() -> None:
    assert "seed(10)" in (ROOT / LEDGER).read_text(encoding="utf-8")


def test_taught_lines_check_nothing_and_change_nothing_in_place() -> None:
    count = 0
    for path in sorted((ROOT / "tinynet").rglob("*.py")):
        for section in re.findall(r"\[start:\w+\](.*?)# --8<-- \[end", path.read_text(encoding="utf-8"), re.DOTALL):
            count += 1
            assert not re.search(r"_checks|raise|assert|[-+*/]=|out=", section)
    assert count >= 6


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"])
def test_no_line_speaks_of_one_machine(name: str) -> None:
    assert not re.search(r"/work/|/opt/|/root/|/tmp/", (ROOT / name).read_text(encoding="utf-8"))


def test_the_pages_run_most_of_the_taught_code() -> None:
    """Each section of the package that is marked for a page is on a page."""
    marked = {
        (path.name, name)
        for path in (ROOT / "tinynet").rglob("*.py")
        for name in re.findall(r"\[start:(\w+)\]", path.read_text(encoding="utf-8"))
    }
    shown = {
        (file, name)
        for path in sources.pages(ROOT)
        for file, name in re.findall(r'--8<-- "tinynet/(\w+\.py):(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert marked == shown


def outside(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements of a cell, those inside its loops and conditions too, but not those of its functions."""
    kept = [one for one in body if not isinstance(one, ast.FunctionDef | ast.ClassDef)]
    return kept + [inner for one in kept for inner in outside(getattr(one, "body", []))]


def stored(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


@pytest.mark.parametrize("page", sorted((ROOT / "docs/series").glob("0[1-8]-*.md")), ids=lambda page: page.stem)
def test_no_loop_takes_a_name_that_a_cell_above_has_given(page: Path) -> None:
    """Who goes on in the prompt below such a loop has its last value in place of what the page shows."""
    given: set[str] = set()
    for cell in read(page, ROOT).cells:
        statements = outside(ast.parse(cell.source).body)
        taken = {name for one in statements if isinstance(one, ast.For) for name in stored(one.target)}
        assert not taken & given, cell.id
        given |= {name for one in statements if isinstance(one, ast.Assign) for name in stored(one)}


@pytest.mark.parametrize(("required", "left_out"), [(False, [1, 2, 4]), (True, [])])
def test_of_like_cases_a_run_without_the_gate_takes_one_of_several(
    required: bool, left_out: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Case:
        nodeid = "tests/test_a.py::test_a[case]"

        def __init__(self) -> None:
            self.marks: list[pytest.MarkDecorator] = []

        def get_closest_marker(self, name: str) -> pytest.Mark | None:
            return pytest.mark.sampled(3).mark if name == "sampled" else None

        def add_marker(self, mark: pytest.MarkDecorator) -> None:
            self.marks.append(mark)

    cases = [Case() for _ in range(5)]
    monkeypatch.setattr(conftest, "REQUIRED", required)
    conftest._sample(cases)  # type: ignore[arg-type]
    assert [number for number, case in enumerate(cases) if case.marks] == left_out


@pytest.mark.parametrize(("required", "processors", "has"), [(None, 2, False), (None, 4, True), ("1", 2, True)])
def test_the_site_is_tested_where_all_is_required_or_there_are_processors_for_it(
    required: str | None, processors: int, has: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LITERATE_REQUIRE", raising=False)
    if required:
        monkeypatch.setenv("LITERATE_REQUIRE", required)
    monkeypatch.setattr(side_by_side.os, "cpu_count", lambda: processors)
    assert side_by_side.has_site() is has


def test_no_module_is_longer_than_150_lines() -> None:
    modules = [path for package in ("literate", "tinynet") for path in (ROOT / package).rglob("*.py")]
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert lengths and not [name for name, lines in lengths.items() if lines > 150]
