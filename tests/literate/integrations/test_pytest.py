"""Cells as pytest items."""

import pytest
from conftest import ROOT
from project import cell, project

from literate.command.main import main
from literate.reading import sources

pytest_plugins = ["pytester"]

PAGE = (
    "# T\n\n" + cell("from tinynet import checked\nx = 1", "start") + "\n" + cell("x += 1\nprint(x)", "more") + "\n"
    "{{ x }}\n\n" + cell("assert x == 2", "sure")
)


@pytest.fixture
def tests(pytester, monkeypatch):
    """Run pytest on the page in a project of its own; gives back its output lines."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\naddopts = ["-p", "literate.integrations.pytest"]\n')

    def run(page, *arguments, update=True):
        project(pytester.path, page)
        if update:
            monkeypatch.chdir(pytester.path)
            main(["update"])
        return pytester.runpytest_inprocess("-p", "no:cacheprovider", *arguments)

    return run


def test_one_item_a_cell_and_one_for_the_page(tests):
    result = tests(PAGE, "--collect-only", "-q")
    assert [line for line in result.outlines if "::" in line] == [
        "docs/page.md::start",
        "docs/page.md::more",
        "docs/page.md::sure",
        "docs/page.md::says",
    ]
    tests(PAGE, "-q").assert_outcomes(passed=4)


def test_each_item_has_its_line(tests, pytester):
    tests(PAGE, "--collect-only")
    items, _ = pytester.inline_genitems("docs")
    assert [item.location[1] for item in items] == [2, 7, 14, 0]


def test_a_cell_alone_by_id(tests):
    tests(PAGE, "docs/page.md::sure").assert_outcomes(passed=1)


def test_a_cell_alone_by_line(tests):
    result = tests(PAGE, "-k", "L8", "-v")
    result.assert_outcomes(passed=1, deselected=3)
    result.stdout.fnmatch_lines(["docs/page.md::more PASSED*"])


def test_only_pages_below_docs_are_collected(tests, pytester):
    (pytester.path / "README.md").write_text(cell("1/0"))
    (pytester.path / "docs").mkdir()
    (pytester.path / "docs/notes.txt").write_text(cell("1/0"))
    tests(PAGE).assert_outcomes(passed=4)


def test_a_failure_reads_the_line_of_the_page_then_that_of_the_taught_code(tests):
    result = tests(PAGE.replace("x += 1", "checked(-x)"), update=False)
    out = result.outlines
    page = next(i for i, line in enumerate(out) if line.startswith("docs/page.md:9: "))
    taught = next(i for i, line in enumerate(out) if line.startswith("tinynet/__init__.py:17: ValueError"))
    assert page < taught
    assert ">   checked(-x)" in out[:page] and "a = -1" in out[page:taught]
    assert not [line for line in out if "literate/running/run.py" in line and ":" in line]
    assert "E           ValueError: a is -1" in out


def test_an_assert_shows_its_values(tests):
    result = tests(PAGE.replace("x == 2", "x == 3"))
    result.stdout.fnmatch_lines([">   assert x == 3", "E   assert 2 == 3", "docs/page.md:16: AssertionError"])


def test_an_assert_shows_how_values_differ(tests):
    result = tests(cell("assert [1, 2] == [1, 3]"), update=False)
    result.stdout.fnmatch_lines(["E   assert [[]1, 2[]] == [[]1, 3[]]", "E*At index 1 diff: 2 != 3"])


def test_an_assert_whose_error_is_caught_says_what_a_page_says(tests):
    page = cell("try:\n    assert 1 == 2\nexcept AssertionError as error:\n    print(repr(error))")
    tests(page).assert_outcomes(passed=2)


def test_an_assert_in_a_section_shows_its_values(tests):
    page = cell('a = 2\n--8<-- "tinynet/__init__.py:body"\nassert d == 4')
    tests(page).stdout.fnmatch_lines([">   assert d == 4", "E   assert 4.5 == 4"])


def test_items_after_a_failed_cell_say_which(tests):
    tests(PAGE)
    result = tests(PAGE.replace("x += 1", "1 / 0"), update=False)
    result.assert_outcomes(passed=1, failed=3)
    result.stdout.fnmatch_lines(['*not run, since cell "more" on line 8 failed*'])


@pytest.mark.parametrize(("above", "shown"), [(4, 4), (6, 5), (40, 5)])
def test_a_long_page_shows_the_lines_near_the_failure_alone(tests, above, shown):
    result = tests("line\n" * above + cell("assert 1 == 2"), "docs/page.md::a", update=False)
    assert result.outlines.count("    line") == shown


def test_the_traceback_style_is_kept(tests):
    result = tests(PAGE.replace("x == 2", "x == 3"), "--tb=short")
    result.stdout.fnmatch_lines(["docs/page.md:16: in <module>", "    assert x == 3"])
    assert "docs/page.md" in tests(PAGE.replace("x == 2", "x == 3"), "--tb=line").stdout.str()


def test_a_cell_that_prints_something_else_fails_at_its_line(tests):
    tests(PAGE)
    result = tests(PAGE.replace("print(x)", "print(x, x)"), update=False)
    result.assert_outcomes(passed=2, failed=2)
    result.stdout.fnmatch_lines(['docs/page.md:8:1: cell "more" says something else than its transcript'])


def test_a_number_that_changed_fails_the_page(tests):
    tests(PAGE)
    result = tests(PAGE.replace("{{ x }}", "{{ x + 1 }}"), update=False)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["docs/page.md:13:1: this page says something else than its transcript"])


def test_a_number_that_does_not_evaluate_is_told_by_its_place_alone(tests):
    result = tests(PAGE.replace("{{ x }}", "{{ none }}"), update=False)
    result.stdout.fnmatch_lines(["docs/page.md:13:1: this number does not evaluate: NameError*"])
    assert "Traceback" not in result.stdout.str() and "literate/running/run.py" not in result.stdout.str()


def test_a_typed_number_fails_the_page(tests):
    tests(PAGE)
    result = tests(PAGE + "\nIt is 0.5.\n", update=False)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["docs/page.md:19:7: 0.5 is typed, not computed"])


def test_a_page_that_cannot_be_read_is_an_error_with_its_place(tests):
    result = tests("# T\n\n```python\nx\n```\n", update=False)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["docs/page.md:3:4: Python that is not executed says so by its title"])
    assert "Traceback" not in result.stdout.str()


def test_a_mistake_of_the_machinery_is_shown_whole(tests, monkeypatch):
    monkeypatch.setattr("literate.products.transcript.compare", lambda run: 1 / 0)
    tests(PAGE, "docs/page.md::says").stdout.fnmatch_lines(["E*ZeroDivisionError*"])
    monkeypatch.setattr("literate.integrations.pytest.parse", lambda path, root: 1 / 0)
    tests(PAGE).stdout.fnmatch_lines(["E*ZeroDivisionError*"])


def test_the_pages_of_this_project_have_as_many_items_as_fences(pytestconfig):
    from literate.reading.reader import read

    found = 0
    for path in sources.pages(ROOT):
        written = path.read_text(encoding="utf-8").count('exec="1"')
        assert len(read(path, ROOT).cells) == written, path
        found += written
    assert found > 20
