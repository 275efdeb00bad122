"""Computed numbers in prose: found, filled in, and refused where they cannot stand."""

import pytest
from project import cell, first, page_of, run_of

from literate.errors import PageError
from literate.reading.expressions import find_numbers, mistakes, substitute


def filled(tmp_path, text):
    run = run_of(tmp_path, text)
    return "\n".join(substitute(run.page, run.numbers.__getitem__))


def test_numbers_are_filled_in_wherever_there_is_prose(tmp_path):
    text = (
        "---\ntitle: '{{ 1 }}'\n---\n# T\n\nOne {{ 1 }}, {{ 1 + 1 }} and {{ 3:.1f }}.\n\n| a | {{ 4 }} |\n|---|---|\n"
        '| {{ 5 }} | 6 |\n\n$x_{ {{ 7 }} }$ and $\\frac{{{ 8 }}}{{x}}$\n\n=== "{{ 9 }}"\n\n    in {{ 10 }}\n'
    )
    assert filled(tmp_path, text) == (
        "# T\n\nOne 1, 2 and 3.0.\n\n| a | 4 |\n|---|---|\n| 5 | 6 |\n\n$x_{ 7 }$ and $\\frac{8}{{x}}$\n\n"
        '=== "9"\n\n    in 10\n'
    )


def test_code_is_left_alone(tmp_path):
    text = "`{{ 1 }}` and `` a ` {{ 2 }} `` and\n`{{ 3\n}}`\n\n" + cell("x = '{{ 4 }}'") + "\n```text\n{{ 5 }}\n```\n"
    assert filled(tmp_path, text) == text
    assert filled(tmp_path, "a ` b\n\n{{ 1 }} ` c {{ 2 }}\n") == "a ` b\n\n1 ` c 2\n"
    assert filled(tmp_path, "\\`{{ 1 }}`\n") == "\\`1`\n"


def test_places(tmp_path):
    found = find_numbers(page_of(tmp_path, "---\na: b\n---\nx {{ 1 }} {{  2  }}\n\n`{{ 3 }}` {{ {1: 2}[1] }}\n"))
    assert [(n.line, n.column, n.expression) for n in found] == [(4, 3, "1"), (4, 11, "2"), (6, 11, "{1: 2}[1]")]
    assert found[0].written == "{{ 1 }}"


def test_an_expression_may_hold_quotes_and_braces(tmp_path):
    assert filled(tmp_path, "{{ {'a': 1}['a'] }} {{ \"b\" }} {{ f'{1}' }}\n") == "1 b 1\n"


@pytest.mark.parametrize(
    ("text", "line", "column", "length"),
    [("a {{x}} b\n", 1, 3, 5), ("\n{{ x}} b\n", 2, 1, 6), ("{{ x\n}}\n", 1, 1, 4), ("see {{ }}\n", 1, 5, 5)],
)
def test_braces_that_are_nearly_a_number(tmp_path, text, line, column, length):
    with pytest.raises(PageError) as caught:
        first(mistakes(page_of(tmp_path, text)))
    assert caught.value.message == "this is nearly a number"
    assert (caught.value.line, caught.value.column, caught.value.length) == (line, column, length)
    assert caught.value.hint == "write {{ expression:format }}, with a space inside each pair of braces"


@pytest.mark.parametrize(
    ("heading", "column"), [("# A {{ 1 }}", 5), ("### The 0.5", 9), ("## 12 % of", 4), ("###### 150", 8)]
)
def test_a_heading_holds_no_number(tmp_path, heading, column):
    with pytest.raises(PageError) as caught:
        first(mistakes(page_of(tmp_path, f"text\n\n{heading}\n")))
    assert caught.value.message == "a heading holds no number"
    assert (caught.value.line, caught.value.column) == (3, column)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("text\n\n##Two is {{ 2 }}\n", 3, 10),
        ("Two is {{ 2 }}\n---\n", 1, 8),
        ("A 0.5\n=====\n", 1, 3),
        ("??? note\n\n    ## T {{ 1 }}\n", 3, 10),
        ("- # L {{ 3 }}\n", 1, 7),
        ("> - ## Q 12 %\n", 1, 10),
        ("text\n# B {{ 1 }}\n", 2, 5),
    ],
)
def test_headings_of_other_forms_hold_none_either(tmp_path, text, line, column):
    with pytest.raises(PageError, match="a heading holds no number") as caught:
        first(mistakes(page_of(tmp_path, text)))
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize("heading", ["# Part 13", "## 2 by 3", "## A { #w-2-11 }", "# `x = 0.5`"])
def test_a_heading_may_hold_a_small_integer(tmp_path, heading):
    first(mistakes(page_of(tmp_path, f"{heading}\n")))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("- a `\n- {{ 1 }}\n- ` b\n", ["1"]),
        ("| ` | {{ 1 }} |\n|---|---|\n| {{ 2 }} | ` |\n", ["1", "2"]),
        ("# a `\n\n{{ 1 }} ` b\n", ["1"]),
        ("> a `\n\n{{ 1 }} ` b\n", ["1"]),
        ("a\n\n    {{ 1 }}\n\n{{ 2 }}\n", ["2"]),
        ("<pre>{{ 1 }}</pre> <code>{{ 2 }}</code>\n", []),
        ("a <code>{{ 1 }}</code> <!-- {{ 2 }} --> {{ 3 }}\n", ["3"]),
        ("`<!--` {{ 1 }}\n\n{{ 2 }}\n", ["1", "2"]),
        ("<div>{{ 1 }}</div>\n\n<div markdown>\n\n{{ 2 }}\n\n</div>\n", ["1", "2"]),
        ("a `b\n   \n{{ 1 }} ` c\n", ["1"]),
    ],
)
def test_a_number_is_computed_outside_of_code_alone(tmp_path, text, numbers):
    assert [number.expression for number in find_numbers(page_of(tmp_path, text))] == numbers
