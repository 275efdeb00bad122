"""What a run of the tests has shown: bound to the sources, on the page, and never claimed without such a run."""

import re
import subprocess
import sys

import pytest
from conftest import ROOT, build, copy_harness, in_the_gate
from run_counts import COUNTED, counts

from literate.kit import evidence
from literate.reading import sources

PAGE = 'a <span data-record="tests">not run in this build</span> b <span data-record="none">x</span>'


@pytest.fixture
def root(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("a")
    (tmp_path / "mkdocs.yml").write_text("b")
    return tmp_path


def test_counts_stand_on_the_page(root):
    evidence.write_counts(root, {"tests": "3 of 3"})
    assert evidence.insert_counts(root, PAGE) == PAGE.replace("not run in this build", "3 of 3").replace(
        ">x<", ">not run in this build<"
    )
    assert evidence.insert_counts(root, "no place") == "no place"


@pytest.mark.parametrize("file", ["docs/a.md", "mkdocs.yml", "tests/test_new.py", "docs/series/new.md"])
def test_an_edit_takes_them_away(root, file):
    evidence.write_counts(root, {"tests": "3 of 3"})
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text("c")
    assert (
        "3 of 3" not in evidence.insert_counts(root, PAGE)
        and evidence.insert_counts(root, PAGE).count("not run in this build") == 2
    )


def test_the_name_of_a_file_counts(root):
    before = evidence.digest(root)
    (root / "docs/a.md").rename(root / "docs/b.md")
    assert evidence.digest(root) != before


@pytest.mark.parametrize("file", ["docs/a.bin", "tests/browser/node_modules/a.js", "notes.md"])
def test_what_is_no_source_does_not_count(root, file):
    before = evidence.digest(root)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text("c")
    assert evidence.digest(root) == before


def test_without_a_record_the_page_says_so(root):
    for text in (None, "no JSON"):
        if text:
            (root / evidence.FILE).write_text(text)
        assert "not run in this build" in evidence.insert_counts(root, PAGE.replace("not run in this build", "9 of 9"))


def test_counts_say_how_many_of_how_many():
    passed = ["docs/a.md::x", "docs/a.md::says", "tests/t.py::test_axe_finds_nothing[a]"]
    left_out = ["tests/t.py::test_axe_finds_nothing[b]", "tests/t.py::test_the_html_checker_finds_nothing[b]"]
    assert counts(passed, left_out) == {"tests": "3 of 5", "cells": "1 of 1", "pages": "1 of 1", "audits": "1 of 2"}


def test_each_place_on_the_page_is_counted_and_each_count_counts_tests():
    in_the_gate("a collection of all tests")
    page = (ROOT / "docs/how-we-know.md").read_text(encoding="utf-8")
    assert re.findall(r'data-record="(\w+)">not run in this build<', page) == list(COUNTED)
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    tests = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    found = counts(tests, [])
    taken = sum(sources.is_taken_away(path, ROOT) for path in sources.pages(ROOT))
    assert list(found) == list(COUNTED)
    assert found["scripts"] == found["oldest"] == found["notebooks"] == f"{taken} of {taken}"


def test_only_a_whole_run_in_which_none_failed_is_kept(tmp_path):
    in_the_gate("runs of a small project")
    copy_harness(tmp_path / "tests")
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    test = tmp_path / "tests/test_a.py"

    def kept(*options):
        build("pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *options, root=tmp_path, PYTHONPATH=str(ROOT))
        return "1 of 1" in evidence.insert_counts(tmp_path, PAGE)

    test.write_text("def test_a():\n    assert 0\n")
    assert not kept()
    test.write_text("def test_a():\n    pass\n")
    assert not kept("tests/test_a.py")
    test.write_text("def test_a():\n    pass\n\n\ndef test_b():\n    pass\n")
    assert not kept("-k", "test_a")
    test.write_text("def test_a():\n    pass\n")
    assert kept()
