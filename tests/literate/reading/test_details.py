"""The folds of a page, each with its lines."""

import pytest
from project import first, page_of

from literate.errors import PageError
from literate.reading.details import folds, mistakes

TEXT = """---
title: T
---
??? recall "One?"

    It is {{ 1 }}.

    More.

after {{ 2 }}

- item

    ???+ recall other "Two {{ 3 }}?"
        Yes.

??? recall
??? note "recall"

    ```text
    ??? recall "shown"
    ```
"""


def test_the_folds_of_a_kind_with_their_lines_and_numbers(tmp_path):
    page = page_of(tmp_path, TEXT)
    one, two, three = folds(page, "recall")
    assert (one.line, one.last, one.indent, one.kinds, one.title) == (4, 8, 0, ("recall",), "One?")
    assert one.text == "\n    It is {{ 1 }}.\n\n    More."
    assert [number.expression for number in one.numbers] == ["1"]
    assert (two.line, two.last, two.indent, two.kinds, two.title) == (14, 15, 4, ("recall", "other"), "Two {{ 3 }}?")
    assert [number.expression for number in two.numbers] == ["3"]
    assert (three.line, three.last, three.title, three.text) == (17, 17, "", "")
    assert [fold.title for fold in folds(page, "note")] == ["recall"]


def test_a_fold_may_stand_right_below_a_fence(tmp_path):
    (fold,) = folds(page_of(tmp_path, '```text\n??? recall "shown"\n```\n??? recall "One?"\n'), "recall")
    assert fold.line == 4


def test_a_mistake_in_a_fold_has_its_place(tmp_path):
    fold = next(folds(page_of(tmp_path, TEXT), "recall"))
    assert str(fold.error("wrong", "mend it")).startswith("docs/page.md:4:1: wrong")
    assert str(fold.error("wrong", "mend it", 6)).startswith("docs/page.md:6:1: wrong")


@pytest.mark.parametrize(
    "text",
    [
        '??? recall "One?"\n\n    It is.\n',
        "- item\n\n    ???+ note\n        Yes.\n",
        '!!! warning "W"\n    Yes.\n\n=== "Tab"\n\n    one\n\n===! "Tab"\n\n    two\n',
        '??? predict number "How?"\n\n    One.\n',
        "```text\n??? nota\n```\n\nA title\n=======\n\nwhat??\n",
    ],
)
def test_folds_that_are_well(tmp_path, text):
    first(mistakes(page_of(tmp_path, text)))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('??? recal "Q?"\n\n    A.\n', "a fold of the kind recal is not known here"),
        ('??? recall "Q?\n\n    A.\n', "this fold is not read"),
        ("??? recall “Q?”\n\n    A.\n", "this fold is not read"),
        ('?? recall "Q?"\n\n    A.\n', "this fold is not read"),
        ('!! note "N"\n\n    A.\n', "this fold is not read"),
        ("??? success Solution\n\n    A.\n", "this fold is not read"),
        ("=== Tab\n\n    A.\n", "this fold is not read"),
        ('??? success "S"\n\nA.\n', "this fold holds nothing"),
        ('!!! note "N"\n\n  A.\n', "this fold holds nothing"),
        ('=== "Tab"\n', "this fold holds nothing"),
    ],
)
def test_what_is_nearly_a_fold_is_a_mistake(tmp_path, text, message):
    with pytest.raises(PageError, match=message) as caught:
        first(mistakes(page_of(tmp_path, f"---\na: 1\n---\none\n\n{text}")))
    assert caught.value.line == 6


def test_the_first_line_of_a_page_is_looked_at_as_well(tmp_path):
    for text, line in (("?? what\n", 1), ("---\na: 1\n---\n?? what\n", 4)):
        with pytest.raises(PageError, match="this fold is not read") as caught:
            first(mistakes(page_of(tmp_path, text)))
        assert caught.value.line == line
