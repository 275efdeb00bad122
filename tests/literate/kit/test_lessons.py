"""The parts cut into lessons: what is read before, what is kept for class, what is done there."""

import pytest
from conftest import ROOT
from project import page_of, project

from literate.errors import PageError, UnknownError
from literate.kit import course, lessons, part_lists
from literate.kit.registry import check
from literate.reading.reader import parse
from literate.running.run import Run

PART = "---\ntitle: {0}. {1}\nminutes: {2}\n{3}---\n# {1}\n{4}"
ASKED = """
??? predict number "How many?"

    <b class="truth">{{ 1 }}</b>

## Check yourself { #check }

1. **Trace.** One
   more
2. Two
3. **Find it**, then say so.

    ??? success "Solution"

        Run check("two", find)

4. **Write** three

    ```python title="Your cell"
    check("three", write)
    ```
5. Work it out, then run it.
6. It runs, and the check says so.

## Next { #next }

Run it.
"""


@pytest.fixture
def run(tmp_path):
    texts = {"01-a": (1, "A", 10, "core: [2, 3]\n", ASKED), "02-b": (2, "B", 5, "", "\n## Next { #next }\n")}
    for name, said in texts.items():
        project(tmp_path, PART.format(*said), name=f"docs/series/{name}.md")
    return Run(page_of(tmp_path, "# T\n\n[[lessons: 1, 2]]\n", name="docs/t.md"))


def rows(run, argument):
    return [line for line in lessons.lessons(run, 1, argument).split("\n") if line.startswith("|")]


def test_a_lesson_has_what_its_parts_ask(run):
    first, second = rows(run, "1, 2")[2:]
    assert first == "| 1 | [1. A](series/01-a.md) | 10 | How many? | 1.2<br>1.3 Find it | 4 |"
    assert second == "| 2 | [2. B](series/02-b.md) | 5 |  |  | 0 |"
    (both,) = rows(run, "1-2")[2:]
    assert both == "| 1 | [1. A](series/01-a.md), [2. B](series/02-b.md) | 15 | How many? | 1.2<br>1.3 Find it | 4 |"
    assert len({row.count("|") for row in rows(run, "1, 2")}) == 1


@pytest.mark.parametrize("argument", ["1", "2, 1", "1-2, 2", "1-3", "all", ""])
def test_lessons_name_all_parts_once(run, argument):
    with pytest.raises(UnknownError, match=r"\[\[lessons: 1"):
        lessons.lessons(run, 1, argument)


def test_a_lesson_may_go_on_to_the_last_part(run):
    assert rows(run, "1-") == rows(run, "1-2")


def test_a_short_plan_leaves_parts_out_and_chooses_of_the_core(run):
    head, _, row = rows(run, "1 1/3 1/2")
    assert row == "| 1 | [1. A](series/01-a.md) | 10 | 1.3 Find it<br>1.2 |" and head.count("|") == row.count("|")
    part = run.page.root / "docs/series/02-b.md"
    part.write_text(PART.format(2, "B", 5, "core: [4]\n", ASKED), encoding="utf-8")
    (row,) = rows(run, "1+2 1/2 2/4")[2:]
    assert row == "| 1 | [1. A](series/01-a.md), [2. B](series/02-b.md) | 15 | 1.2<br>2.4 Write (computer) |"
    assert len(rows(run, "1 1/2, 2 2/4")) == 4 and len(rows(run, "2 2/4")) == 3
    with pytest.raises(UnknownError, match=r"1/4 is no core exercise of this lesson: choose of 1/2, 1/3"):
        lessons.lessons(run, 1, "1 1/4")
    for argument in ("2 2/4, 1 1/2", "1+1 1/2", "1 1/2, 1 1/3", "1+2 1/2, 2", "1 1/2, 3"):
        with pytest.raises(UnknownError):
            lessons.lessons(run, 1, argument)


def test_an_exercise_that_asks_outside_of_its_folds_to_run_something_takes_a_computer(run):
    part, _ = course.parts(run.page.root)
    assert [number for number in range(1, 7) if part_lists.is_run(part, number)] == [4, 5]


def test_a_core_names_exercises_of_its_part(run):
    root, name = run.page.root, "docs/series/01-a.md"
    text = (root / name).read_text(encoding="utf-8")
    assert not [*lessons.mistakes(page_of(root, text, name=name)), *lessons.mistakes(run.page)]
    wrong = page_of(root, text.replace("[2, 3]", "[2, 7]"), name=name)
    with pytest.raises(PageError, match=r"01-a\.md:4:1: there is no exercise 7[\s\S]*the exercises are 1 to 6"):
        check(wrong)


def test_a_page_with_lessons_depends_on_what_the_parts_ask(run):
    depends, part = lessons.FEATURE.depends, run.page.root / "docs/series/01-a.md"
    before = depends(run.page, run.page)
    assert len(before) == 2 and depends(page_of(run.page.root, "# T\n", name="docs/u.md"), run.page) is None
    part.write_text(part.read_text(encoding="utf-8").replace("How many", "How few"), encoding="utf-8")
    assert depends(run.page, run.page) != before


def test_each_lesson_of_the_site_has_three_or_four_core_exercises():
    page = parse(ROOT / "docs/teachers.md", ROOT)
    whole, short = (mark.argument for mark in page.marks if mark.name == "lessons")
    counts = [row.split(" | ")[4].count("<br>") + 1 for row in rows(Run(page), whole)[2:]]
    assert {*counts} <= {3, 4} and sum(counts) < 40
    assert [row.split(" | ")[3].count("<br>") + 1 for row in rows(Run(page), short)[2:]] == [2] * 6
