"""Questions on earlier parts, and the page that gathers them."""

import pytest
from project import LEDGER, cell, first, page_of, project, run_of

from literate.errors import PageError, UnknownError
from literate.kit import recall
from literate.reading.reader import read
from literate.running.run import Run

LINKS = "[two](02-b.md#c), [l](../legend.md), [h](#d), [e](https://e.f)"
QUESTION = f'??? recall "How many?"\n\n    It is {{{{ ledger.n * 2:.1f }}}}, or {{{{ len("abc") }}}}; see {LINKS}.\n'


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("??? recall\n\n    Yes.\n", 1, "this is not a question with its answer"),
        ('??? recall "One?"\n\nafter\n', 1, "this is not a question with its answer"),
        ('??? recall "One?"\n\n    Yes,\n    {{ x + y }}.\n', 4, "the review cards do not know x, y"),
        ('??? recall "{{ end.x }}?"\n\n    Yes.\n', 1, "the review cards do not know end"),
        ('??? recall "One?"\n\n    ```text\n    a\n    ```\n', 3, "this cannot stand on the review cards"),
        ('??? recall "One?"\n\n    Yes [a][b].\n\n[b]: c.md\n', 3, "this cannot stand on the review cards"),
        ('??? recall "One?"\n\n    Yes[^1].\n\n[^1]: c\n', 3, "this cannot stand on the review cards"),
        ('??? recall "One?"\n\n    <a href="c">c</a>.\n', 3, "this cannot stand on the review cards"),
        ('??? recall "One?"\n\n    Yes.\n\n    [[where]]\n', 5, "this cannot stand on the review cards"),
    ],
)
def test_an_answer_that_cannot_stand_elsewhere(tmp_path, text, line, message):
    with pytest.raises(PageError, match=message) as caught:
        first(recall.mistakes(page_of(tmp_path, text)))
    assert caught.value.line == line


def test_an_answer_that_can_stand_anywhere(tmp_path):
    first(recall.mistakes(page_of(tmp_path, QUESTION + '\n??? recall "A?"\n\n    {{ 2 ** 3:.0f }} and {{ 1 + }}\n')))


def cards(tmp_path, argument=""):
    return recall.expand(run_of(tmp_path, "[[cards]]\n", name="docs/cards.md"), 1, argument)


def test_the_cards_of_all_parts_stand_in_order_with_their_numbers(tmp_path):
    project(tmp_path, cell("n = 7"), name=LEDGER)
    project(tmp_path, '# Two\n\n- item\n\n    ??? recall "Two?"\n\n        No.\n', name="docs/series/02-b.md")
    project(tmp_path, f"---\ntitle: 1. One\n---\n# One\n\n{{{{ own }}}}\n\n{QUESTION}", name="docs/series/01-a.md")
    project(tmp_path, "# None\n", name="docs/series/03-c.md")
    answer = (
        "    It is 14.0, or 3; see [two](series/02-b.md#c), [l](legend.md), [h](series/01-a.md#d), [e](https://e.f)."
    )
    one = ["## 1. One { #part-1 }", "", '??? recall "How many?"', "", answer, ""]
    two = ["## 02-b { #part-2 }", "", '??? recall "Two?"', "", "    No.", ""]
    ends = [[f"Asked at the head of [part {n}](series/{stem}.md).", ""] for n, stem in ((1, "01-a"), (2, "02-b"))]
    assert cards(tmp_path).split("\n") == ["", *one, *ends[0], "", *two, *ends[1]]


def test_the_part_of_the_worked_example_has_cards_too(tmp_path):
    project(tmp_path, cell("n = 1") + "\n" + QUESTION.replace("02-b.md", "01-b.md"), name=LEDGER)
    first(recall.mistakes(read(tmp_path / LEDGER, tmp_path)))
    assert "It is 2.0, or 3" in cards(tmp_path)
    assert list(Run(read(tmp_path / LEDGER, tmp_path)).all().numbers.values()) == ["3", "2.0"]


def test_an_answer_that_does_not_evaluate_is_named_on_its_own_page(tmp_path):
    project(tmp_path, '??? recall "One?"\n\n    {{ 1 / 0 }}\n', name="docs/series/01-a.md")
    with pytest.raises(PageError, match="does not evaluate: ZeroDivisionError") as caught:
        cards(tmp_path)
    assert str(caught.value).startswith("docs/series/01-a.md:3:5:")


def test_the_marker_has_no_argument(tmp_path):
    with pytest.raises(UnknownError, match=r"write \[\[cards\]\], without an argument"):
        cards(tmp_path, "one")
