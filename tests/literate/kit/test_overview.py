"""The course as cards, and as a table for teachers."""

import re

import pytest
from conftest import ROOT
from project import page_of, project

from literate.errors import UnknownError
from literate.kit import course, overview, part_lists
from literate.running.run import Run

PART = "---\ntitle: {0}. {1}\nshort: {1}\nline: {2}\nminutes: {3}\nneeds: {4}\n---\n# {1}\n{5}"
NOW = "\n## You can now { #now }\n\n- say\n  so;\n- do $x$.\n"
NOW += "\n## Check yourself { #check }\n\n1. One\n   more\n2. Two\n"
SETTINGS = "nav:\n  - index.md\n  - A & B: [series/01-a.md]\n"


@pytest.fixture
def run(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    texts = {"01-a": (1, "A", "about <a>", 10, "N", NOW), "02-b": (2, "B", "b", 5, "M", "\n## Next { #next }\n")}
    for name, said in texts.items():
        project(tmp_path, PART.format(*said), name=f"docs/series/{name}.md")
    return Run(page_of(tmp_path, "# T\n", name="docs/t.md"))


def test_the_cards_stand_in_their_groups(run):
    html = overview.course_cards(run, 1, "")
    assert re.findall("<h3>(.*?)</h3>", html) == ["A &amp; B <small>10 min</small>"]
    assert re.findall('<a href="(.*?)">(.*?)</a>', html) == [
        ("../series/01-a/", '<span class="no">1</span><b>A</b><span>about &lt;a&gt;</span><small>10 min</small>'),
        ("../series/02-b/", '<span class="no">2</span><b>B</b><span>b</span><small>5 min</small>'),
    ]
    home = Run(page_of(run.page.root, "# T\n", name="docs/index.md"))
    assert 'href="series/01-a/"' in overview.course_cards(home, 1, "")


def test_the_table_has_what_the_parts_say(run):
    rows = [line for line in overview.table(run, 1, "").split("\n") if line.startswith("|")]
    assert rows[2:] == [
        "| [1. A](series/01-a.md) | 10 | N | say so; do $x$ | 2 |",
        "| [2. B](series/02-b.md) | 5 | M |  | 0 |",
        "| all | **15** | | | 2 |",
    ]


def test_the_table_has_minutes_with_exercises_where_it_is_told_how_long_one_takes(run):
    rows = [line for line in overview.table(run, 1, "7").split("\n") if line.startswith("|")]
    assert [row.split(" | ")[1:3] for row in rows[2:]] == [["10", "24"], ["5", "5"], ["**15**", "**29**"]]
    assert "with exercises" in rows[0] and len({row.count("|") for row in rows}) == 1


@pytest.mark.parametrize(("made", "name"), [(overview.course_cards, "course"), (overview.table, "parts")])
def test_what_is_no_argument_is_told(run, made, name):
    with pytest.raises(UnknownError, match=rf"write \[\[{name}\]\]"):
        made(run, 1, "x")


def test_each_part_of_the_site_gives_and_asks_something():
    for part in course.parts(ROOT):
        assert len(part_lists.goals(part)) >= 2 and len(part_lists.exercises(part)) >= 3
        assert part_lists.core(part) and part_lists.predictions(part)


def test_a_page_with_a_table_depends_on_what_the_parts_give_and_ask(run):
    root, depends = run.page.root, overview.FEATURE.depends
    table = page_of(root, "# T\n\n[[parts]]\n", name="docs/t.md")
    before, part = depends(table, run.page), root / "docs/series/01-a.md"
    assert depends(run.page, run.page) is None and len(before) == 2
    part.write_text(part.read_text(encoding="utf-8").replace("- ", "- also ", 1), encoding="utf-8")
    assert depends(table, run.page) != before
