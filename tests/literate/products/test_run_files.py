"""What is written for cells that run in a browser."""

import io
import json
import zipfile

import pytest
from project import cell, project, run_of

from literate.products import run_here
from literate.products.finished_site import finish

SETTINGS = '[tool.literate]\npackage = "small"\nrun_here = "assets/run"\nexercises = "small.judge"\n'
TASK = '"""Half."""\n\n\ndef answer(x, by=2):\n    return x / by\n'


@pytest.fixture
def small(root):
    """A project whose cells run in a browser, with one exercise."""
    for name, text in {"pyproject.toml": SETTINGS, "small/__init__.py": "", "small/judge/tasks/half.py": TASK}.items():
        project(root, text, name)
    project(root, "def check(name, function):\n    print(name)\n", "small/judge/__init__.py")
    return root


def written(root, *cells, name="docs/series/01-a.md"):
    made = run_here.write_run_here(root, root / "site", [run_of(root, "\n\n".join(cells), name=name)])
    return json.loads(made[0].read_text()) if made else None


def test_cells_stand_beside_their_page_with_what_they_print(small):
    said = written(small, cell("x = 1", id="a"), cell("print(x)", id="b"))
    assert said["package"] == "small" and said["stubs"] == {}
    assert said["cells"] == [
        {"id": "a", "source": "x = 1", "output": ""},
        {"id": "b", "source": "print(x)", "output": "1\n"},
    ]


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("series/01-a.md", "series/01-a/run.json"),
        ("index.md", "run.json"),
        ("a/README.md", "a/run.json"),
        ("a.md", "a/run.json"),
    ],
)
def test_the_file_lies_where_the_page_is_published(small, page, file):
    written(small, cell("x = 1"), name=f"docs/{page}")
    assert (small / "site" / file).is_file()


@pytest.mark.parametrize(
    "stops", ["import literate", "from literate import errors", "import psutil", "print('RuntimeWarning: overflow')"]
)
def test_what_cannot_run_in_a_browser_ends_what_can(small, stops):
    said = written(small, cell("import math, numpy\nimport small", id="a"), cell(stops, id="b"), cell("x = 1", id="c"))
    assert [one["id"] for one in said["cells"]] == ["a"]
    assert written(small, cell(stops)) is None


def test_an_exercise_begins_with_its_function_and_the_judge(small):
    said = written(
        small, cell('from small.judge import check\ncheck("half", len)\ncheck("other", len)\ncheck(str(1), len)')
    )
    assert said["cells"][0]["asks"] == ["half"] and [*said["stubs"]] == ["half"]
    text = said["stubs"]["half"]
    assert "def half(x, by=2):\n" in text and text.endswith('check("half", half)') and "return" not in text
    compile(text, "stub", "exec")


def test_the_package_is_one_file_the_same_at_any_time(small):
    project(small, "1,2\n", "small/data.csv")
    (small / "small/odd.pyc").write_bytes(b"1")
    (small / "small/._data.csv").write_bytes(b"\xff")
    project(small, "half\n", "small/.ipynb_checkpoints/data-checkpoint.csv")
    data = run_here.importable_zip(small / "small")
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert names == ["small/__init__.py", "small/data.csv", "small/judge/__init__.py", "small/judge/tasks/half.py"]
    assert data == run_here.importable_zip(small / "small")


def test_the_package_beside_the_pages_is_the_one_of_now(small):
    run = run_of(small, cell("x = 1"), name="docs/page.md")
    packed = []
    for text in ("1,2\n", "3,4\n"):
        project(small, text, "small/data.csv")
        (folder,) = run_here.write_run_here(small, small / "site", [run])[0].parent.parent.glob("**/package.zip")
        packed.append(zipfile.ZipFile(folder).read("small/data.csv").decode())
    assert packed == ["1,2\n", "3,4\n"]


def test_nothing_is_written_where_nothing_is_set_and_no_package_where_there_is_none(root):
    run = run_of(root, cell("x = 1"))
    finish(root, root / "site", [run])
    assert not [*root.glob("site/**/run.json")]
    project(root, '[tool.literate]\nrun_here = "run"\nexercises = ""\n', "pyproject.toml")
    assert written(root, cell('def check(*_): pass\ncheck("half", len)'))["stubs"] == {}
    assert not [*root.glob("site/**/package.zip")]
