"""Scripts: each of their beginnings runs alone, prints what the page shows, and carries what it needs and no more."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from statistics import median

import pytest
from conftest import alone, need
from project import cell, project, run_of
from taken_away import PAGES, ROOT, STEMS, run_of_page, sampled

from literate.products.published import publish
from literate.products.scripts import prefix, script
from literate.reading.package import imports
from literate.reading.reader import read
from literate.running.run import Run

MARK = "\x01"
ANSWERS = "tinynet/exercises/tasks/"


def test_a_script_whose_first_cell_needs_nothing_has_no_opening(tmp_path):
    plain = run_of(tmp_path, cell("x = 1", "a") + cell("y = 2", "b"), name="docs/series/01-a.md")
    assert prefix(script(plain), "b") == script(plain)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ('"15. The \\"Case\\""  # why', '# 15. The "Case"'),
        ("'It''s'", "# It's"),
        ("|\n  one\n  two", "# one two"),
        ('"a\\r\\n\\u2028b\\fc\\0d"', "# a b cd"),
        ('"Encoding: latin-9, coding=x"', "# Encoding : latin-9, coding =x"),
        ("15", "# 15"),
        ("", "# 01-a"),
        ('\'"""\'', '# """'),
    ],
)
def test_the_first_line_of_a_script_is_a_comment_of_the_title(tmp_path, title, line):
    page = f"---\ntitle: {title}\n---\n\n{cell('print(1)')}"
    text = script(run_of(tmp_path, page, name="docs/series/01-a.md"))
    assert text == f"{line}\n\n# %% a\nprint(1)\n"
    (tmp_path / "run").mkdir()
    assert outputs(text, tmp_path / "run", sys.executable) == {"a": "1\n"}


def test_an_archive_is_of_all_parts_or_left_alone(tmp_path):
    one = run_of(tmp_path, cell("print(1)"), name="docs/series/01-a.md")
    two = run_of(tmp_path, "text\n", name="docs/series/02-b.md")
    archive = publish([one, two], tmp_path / "site")[-1]
    before = archive.read_bytes()
    other = run_of(tmp_path, cell("print(2)"), name="docs/series/01-a.md")
    made = publish([other], tmp_path / "site", complete=False)
    assert [path.name for path in made] == ["01-a.ipynb", "01-a.py"] and archive.read_bytes() == before
    assert "print(2)" in (tmp_path / "site/series/01-a.py").read_text(encoding="utf-8")


def marked(text: str) -> str:
    """A script that prints a mark and a name before each of its cells."""
    title, *blocks = text.split("\n# %% ")
    return title + "".join(f"\nprint({MARK + block.split(chr(10))[0]!r})\n# %% {block}" for block in blocks)


def outputs(text: str, folder: Path, python: str) -> dict[str, str]:
    """What each cell of a script prints, run in an empty folder."""
    (folder / "empty").mkdir()
    (folder / "script.py").write_text(marked(text), encoding="utf-8")
    command = [python, "-I", "-W", "error", str(folder / "script.py")]
    done = subprocess.run(command, cwd=folder / "empty", env=alone(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert not list((folder / "empty").iterdir())
    return dict(block.split("\n", 1) for block in done.stdout.split(MARK)[1:])


@pytest.mark.parametrize("stem", STEMS)
def test_every_prefix_of_a_script_runs_alone_and_prints_what_the_page_shows(stem, tmp_path):
    """A prefix is what stands before a cut, so one run with marks between the cells proves them all."""
    sampled(stem, "scripts of all pages")
    said = outputs(script(run_of_page(stem)), tmp_path, sys.executable)
    assert said.pop("preamble", "") == ""
    assert said == run_of_page(stem).outputs


@pytest.mark.parametrize("stem", STEMS)
def test_every_prefix_runs_with_the_oldest_numpy(stem, tmp_path):
    python = need("oldest NumPy", os.environ.get("LITERATE_OLDEST", "LITERATE_OLDEST"), "a Python with NumPy 1.24")
    said = outputs(script(run_of_page(stem)), tmp_path, python)
    assert said.pop("preamble", "") == ""
    assert said == run_of_page(stem).outputs


@pytest.mark.parametrize("stem", STEMS)
def test_a_prefix_has_a_preamble_where_it_is_needed_and_only_there(stem):
    page = read(PAGES[stem], ROOT)
    text = script(Run(page))
    for place, one in enumerate(page.cells):
        start = prefix(text, one.id)
        assert start.endswith(one.source + "\n") or start.endswith(one.source)
        needed = any(imports(before.source, "tinynet") for before in page.cells[: place + 1])
        assert ("# %% preamble" in start) == needed


def test_scripts_are_short_and_have_answers_only_where_an_exercise_is_asked():
    lengths = []
    for path in PAGES.values():
        page = read(path, ROOT)
        text, asked = script(Run(page)), False
        for one in page.cells:
            asked = asked or "tinynet.exercises" in one.source
            start = prefix(text, one.id)
            assert (ANSWERS in start) == asked
            lengths.append(start.count("\n"))
    assert median(lengths) < 400


def test_a_prefix_without_preamble_runs(tmp_path):
    code = cell("x = 1\nprint(x)") + cell("from tinynet import double", "b")
    text = script(run_of(tmp_path, code, name="docs/series/01-a.md"))
    (tmp_path / "run").mkdir()
    assert "# %% preamble" in text
    assert outputs(prefix(text, "a"), tmp_path / "run", sys.executable) == {"a": "1\n"}


def test_the_archive_is_the_same_at_any_time(tmp_path):
    run = run_of(tmp_path, cell("print(1)"), name="docs/series/01-a.md")
    other = run_of(tmp_path, "text\n", name="docs/series/02-b.md")
    one, two = (publish([run, other], tmp_path / name)[-1].read_bytes() for name in ("x", "y"))
    assert one == two
    assert {one.date_time for one in zipfile.ZipFile(io.BytesIO(one)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert zipfile.ZipFile(io.BytesIO(one)).namelist() == [
        f"series/{name}" for name in ("01-a.ipynb", "01-a.py", "02-b.ipynb", "02-b.py")
    ]
    assert json.loads((tmp_path / "x/series/01-a.ipynb").read_text())["nbformat_minor"] == 5


def test_the_settings_say_which_pages_besides_the_parts_have_products(tmp_path):
    names = ("page.md", "series/01-a.md", "series/other.md", "beyond/c.md", "beyond/deep/d.md", "museum.md", "mu.md")
    project(tmp_path, "text\n")
    settings = (tmp_path / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(settings + 'notebooks = ["beyond", "museum.md"]\n', encoding="utf-8")
    runs = [run_of(tmp_path, cell("print(1)"), name=f"docs/{name}") for name in names]
    made = [path.relative_to(tmp_path / "site").as_posix() for path in publish(runs, tmp_path / "site")]
    stems = ("beyond/c", "beyond/deep/d", "museum", "series/01-a")
    assert made == [f"{stem}{end}" for stem in stems for end in (".ipynb", ".py")] + [
        "series/basics-of-deep-learning.zip"
    ]


def test_a_script_says_where_its_page_is(tmp_path):
    run = run_of(tmp_path, f"---\ntitle: T\n---\n{cell('1')}", name="docs/series/01-a.md")
    (tmp_path / "mkdocs.yml").write_text("site_url: https://a.org/n", encoding="utf-8")
    assert script(run).startswith("# T\n# https://a.org/n/series/01-a/\n\n# %% a\n")
