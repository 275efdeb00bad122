"""Lines of a page that stand for more than they say."""

import pytest
from project import cell, page_of, project, run_of

from literate.errors import MistakesError
from literate.kit import registry
from literate.kit.markers import expanded
from literate.products.pipeline import prepare, with_sections
from literate.running.run import Run

RECALL = '??? recall "One?"\n\n    Yes.\n'


def test_a_marker_keeps_its_indentation_and_its_line(tmp_path):
    project(tmp_path, RECALL, name="docs/series/01-a.md")
    text = "- a\n\n    [[cards]]\n\n```text\n[[none]]\n```\n"
    run = run_of(tmp_path, text)
    lines = expanded(run, run.page.lines)
    assert len(lines) == len(run.page.lines) and lines[:2] == ["- a", ""] and lines[3:] == run.page.lines[3:]
    assert lines[2].split("\n")[1:4] == ["    ## 01-a { #part-1 }", "", '    ??? recall "One?"']


def test_a_faded_fence_shows_what_it_stands_for(tmp_path):
    run = run_of(tmp_path, cell("x = 1") + '```python title="T" fade="gaps"\n--8<-- "tinynet/__init__.py:inner"\n```\n')
    assert with_sections(run.page, run.page.lines)[3:6] == ['```python title="T"', "c = b * ____", "```"]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "[[none]]",
            "this marker is not known",
            "write one of cards, checked, course, handouts, ledger, lessons, parts, wheel, where",
        ),
        ("see [[where]] here", "this marker is not known", "on a line of its own"),
        ("- [[where]]", "this marker is not known", "on a line of its own"),
        ("[[Cards", "this marker is not known", "write one of cards"),
        ("[[cards: all]]", "this marker names nothing that is there", "without an argument"),
    ],
)
def test_a_marker_that_makes_nothing(tmp_path, text, message, hint):
    with pytest.raises(MistakesError, match=message) as caught:
        prepare(Run(page_of(tmp_path, f"a\n\n  {text}\n")))
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.column) == (3, 3 + text.index("[[")) and hint in mistake.hint
    assert mistake.length == len(text[text.index("[[") : (text + "]]").index("]]") + 2])


def test_a_marker_right_below_a_fence_is_one(tmp_path):
    with pytest.raises(MistakesError, match=r"docs/page\.md:4:1: this marker is not known"):
        prepare(Run(page_of(tmp_path, "```text\n[[none]]\n```\n[[none]]\n")))


def test_brackets_in_a_number_are_python(tmp_path):
    prepare(Run(page_of(tmp_path, cell("row = 1") + "\nIt is {{ len([[row]]) }}. {{ holds: [[row]][0] == [1] }}\n")))


def test_a_truth_of_another_kind_stops_the_page(tmp_path):
    run = run_of(tmp_path, '??? predict shape "What?"\n\n    <b class="truth">{{ 1 }}</b>\n')
    with pytest.raises(MistakesError, match="needed: a shape"):
        expanded(run, run.page.lines)


def test_all_markers_of_a_page_are_told_at_once(tmp_path):
    run = run_of(tmp_path, "[[cards: one]]\n\n[[cards: two]]\n")
    with pytest.raises(MistakesError) as caught:
        expanded(run, run.page.lines)
    assert [mistake.line for mistake in caught.value.mistakes] == [1, 3]


def test_a_package_that_is_not_python_is_told_with_its_place(tmp_path):
    page = page_of(tmp_path, "# T\n", name="docs/series/01-a.md", taught="x = 1\ny = 3 +\n")
    with pytest.raises(MistakesError, match=r"tinynet/__init__\.py:2:8: this is not Python: invalid syntax"):
        prepare(Run(page))


def test_a_mistake_of_the_engine_is_not_told_as_one_of_the_page(tmp_path, monkeypatch):
    def broken(run, line, argument):
        return {}["key"]

    monkeypatch.setattr(registry, "markers", lambda root: {"cards": broken})
    run = run_of(tmp_path, "[[cards]]\n")
    with pytest.raises(KeyError, match="key"):
        expanded(run, run.page.lines)
