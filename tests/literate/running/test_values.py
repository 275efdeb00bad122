"""A computed value is text wherever it stands: Markdown, HTML and TeX find no mark in it."""

import html
import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from literate.maths.converter import to_mathml
from literate.running.values import as_entities, as_markdown, as_tex

BITS = [
    "a",
    "b c",
    "1",
    "1.",
    "12)",
    "-",
    "+",
    "*",
    "_",
    "`",
    "#",
    "|",
    "<b>",
    "&lt;",
    "[",
    "](x)",
    "!",
    "$",
    "~~",
    "=",
]
VALUES = st.lists(st.sampled_from([*BITS, " ", "    ", "\n", "\t", "\\", ">", ":", "{: .b }"]), max_size=6).map("".join)


def shown(text: str) -> list[str]:
    """What a reader sees of Markdown in which each punctuation can be escaped, as CommonMark says: its paragraphs."""
    markdown = Markdown(extensions=["tables"])
    markdown.ESCAPED_CHARS = list(string.punctuation)
    found = re.findall(r"<(?:p|td)>(.*?)</(?:p|td)>", markdown.convert(text), re.DOTALL)
    return [" ".join(html.unescape(re.sub("<[^>]*>", "", one)).split()) for one in found]


@settings(deadline=None)
@given(VALUES)
def test_a_value_in_markdown_is_shown_as_it_is(value):
    words = " ".join(value.split())
    assert shown(f"x {as_markdown(value)} y") == [" ".join(f"x {value} y".split())]
    assert shown(f"{as_markdown(value)} y") == [" ".join(f"{value} y".split())]
    assert not words or shown(f"x\n{as_markdown(value)}\ny") == [" ".join(f"x {value} y".split())]
    assert shown(f"| a | b |\n|---|---|\n| {as_markdown(value)} | z |") == [words, "z"]


@settings(deadline=None)
@given(VALUES)
def test_a_value_in_html_is_shown_as_it_is(value):
    words = " ".join(value.split())
    assert shown(f"x <b>{as_entities(value)}</b> y") == [" ".join(f"x {value} y".split())]
    assert html.unescape(as_entities(value)).split() == words.split()
    assert not re.search(r"[<>\"'*_`\[\]|$]", as_entities(value))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0.1383", "0.1383"),
        ("-0.5", "-0.5"),
        ("(3, 2)", "(3, 2)"),
        ("+2", "+2"),
        ("true_slopes, any_labels", "true_slopes, any_labels"),
        ("the weight w[1-11] is 2.", "the weight w[1-11] is 2."),
        ("1e-09", "1e-09"),
        ("    3.14", " 3.14"),
        ("a|b", r"a\|b"),
        ("#", r"\#"),
        ("[1, 2]", r"\[1, 2\]"),
        ("a[0]", r"a\[0\]"),
        ("]", r"\]"),
        ("1. a", r"1\. a"),
        ("---", r"\---"),
        ("_a_ b", r"\_a\_ b"),
        ("$5", r"\$5"),
    ],
)
def test_a_value_is_escaped_where_it_must_be_and_nowhere_else(value, written):
    assert as_markdown(value) == written


@pytest.mark.parametrize(
    ("value", "tex"),
    [
        ("0.1383", "0.1383"),
        ("1.5e-09", r"1.5 \times 10^{-9}"),
        ("-1E+20", r"-1 \times 10^{20}"),
        ("2.e3", r"2. \times 10^{3}"),
        (".5e0", r".5 \times 10^{0}"),
        ("(1e-3, 2e-3)", r"(1 \times 10^{-3}, 2 \times 10^{-3})"),
        ("1,234,567", "1{,}234{,}567"),
        ("(3, 2)", "(3, 2)"),
        ("84%", r"84\%"),
        ("a_b#&${}", r"a\_b\#\&\$\{\}"),
        ("-inf", r"-\infty"),
        ("nan", r"\text{nan}"),
        ("info", "info"),
        ("0x1e5", "0x1e5"),
        ("\\", r"{\backslash}"),
    ],
)
def test_a_value_in_a_formula_is_text(value, tex):
    assert as_tex(value) == tex
    assert "<math" in to_mathml(tex, display=False)


def test_signs_without_a_place_in_formulas_are_not_commands():
    assert as_tex("a^b~c") == r"a{\wedge}b{\sim}c"
