"""What is nearly something is a mistake at its place, and what only looks so is none."""

import pytest
from project import cell, page_of, project

from literate.checking import near_misses, unclosed
from literate.errors import PageError
from literate.kit import registry
from literate.reading.reader import parse

OPEN = 'python exec="1" source="block" session="s" id="a"'


def said(root, text):
    """Line, column and message of each mistake of the form of a page."""
    page = parse(project(root, text), root)
    found = [*page.mistakes, *near_misses.mistakes(page), *unclosed.mistakes(page)]
    return [(one.line, one.column, one.message) for one in found]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (f"- ```{OPEN}\nx\n```\n", 1, 13),
        (f"12. ```{OPEN}\nx\n", 1, 15),
        (f"- - ~~~{OPEN}\nx\n", 1, 15),
        (f"a\n\n'''{OPEN}\nx\n'''\n", 3, 11),
        (f"´´´{OPEN}\nx\n", 1, 11),
        (f"``{OPEN}\nx\n``\n", 1, 10),
        (f"`{OPEN}\nx\n", 1, 9),
        (f"a\n\n\ufeff```{OPEN}\nx\n```\n", 3, 12),
        (f"a\n\n\u200b```{OPEN}\nx\n```\n", 3, 12),
        (f"> - ```{OPEN}\n> x\n", 1, 15),
        (f"A\n: ```{OPEN}\n", 2, 13),
        ("'''python exec = 1\n", 1, 11),
    ],
)
def test_what_would_run_but_opens_no_fence(tmp_path, text, line, column):
    assert (line, column, "this opens no fence, so no cell runs") in said(tmp_path, text)


def test_the_option_is_underlined(tmp_path):
    (one,) = near_misses.mistakes(page_of(tmp_path, f"'''{OPEN}\n"))
    assert (one.column, one.length) == (11, len('exec="1"'))


@pytest.mark.parametrize("text", ['`exec="1"` runs it\n', '``python exec="1"`` and\n\n- `exec="1"`\n', "a exec=1\n"])
def test_what_only_names_the_option(tmp_path, text):
    assert said(tmp_path, text) == []


@pytest.mark.parametrize("character", ["\u200b", "\ufeff", "\x00", "\x02", "\x03", "\x1b", "\U000f0000", "\U00100001"])
def test_characters_that_are_not_shown_or_that_the_engine_keeps(tmp_path, character):
    what = f"this character is not shown: U+{ord(character):04X}"
    assert said(tmp_path, f"a\n\nb {character}c\n") == [(3, 3, what)]
    assert (3, 3, what) in said(tmp_path, f"```text\na\nb {character}c\n```\n")


@pytest.mark.parametrize("text", ["- a\n\n\tb\n", "a\n\n>\tb\n", "-\ta\n", "1.\ta\n"])
def test_a_tab_that_indents(tmp_path, text):
    line = text[: text.index("\t")].count("\n") + 1
    assert [(one[0], one[2]) for one in said(tmp_path, text)] == [(line, "a tab indents this line")]


def test_a_tab_elsewhere(tmp_path):
    assert said(tmp_path, "a\tb\n\n```text\n\tc\n```\n") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a\n\n    === "One"\n\n        b\n', 3),
        ('a\n\n    ??? note "N"\n\n        b\n', 3),
        ("- a\n\nb\n\n    !!! tip\n        c\n", 5),
        ('> a\n\n    ???+ note "N"\n', 3),
    ],
)
def test_what_is_indented_below_nothing(tmp_path, text, line):
    assert (line, 5, "this is indented, but below nothing") in said(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n```text\nb\n```\n", 2),
        ("```text\nb\n```\na\n", 1),
        ("- a\n```text\nb\n```\n", 2),
        ("    a\n```text\nb\n```\n", 2),
        ("- a\n\n    b\n    ```text\n    c\n    ```\n", 4),
        ("- a\n\n    ```text\n    b\n    ```\n- c\n", 3),
    ],
)
def test_a_glued_fence(tmp_path, text, line):
    assert (line, 1, "this fence is glued to a paragraph") in said(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "# A\n```text\nb\n```\n# C\n",
        "??? note\n    ```text\n    b\n    ```\n",
        "***\n```text\nb\n```\n",
    ],
)
def test_a_fence_beside_what_is_no_paragraph(tmp_path, text):
    assert said(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("a[^1]\n\n[^1]: b\n\n[^1]: c\n", [(5, 1, "the footnote [^1] stands twice")]),
        ("a[^1] b[^2]\n\n[^1]: c\n[^1]: d\n[^2]: e\n", [(4, 1, "the footnote [^1] stands twice")]),
        ("a[^x] `[^y]`\n", [(1, 2, "there is no footnote [^x]")]),
        ("| a |\n|---|\n| [^x] |\n", [(3, 3, "there is no footnote [^x]")]),
        ("a\n\n[^1]: b\n\n    c\n", [(3, 1, "nothing refers to the footnote [^1]")]),
        ("a[^1]\n\n[^1]: b[^2]\n[^2]: c\n", []),
    ],
)
def test_footnotes(tmp_path, text, mistakes):
    assert said(tmp_path, text) == mistakes


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("| a | b |\n|---|\n| c | d |\n", [(1, 1, "this is no table: its head does not fit the line below")]),
        ("| a |\n|---|---|\n", [(1, 1, "this is no table: its head does not fit the line below")]),
        ("| a | b |\n|---|---|\n| c | d | e |\n", [(3, 10, "this row has 3 cells, its head 2")]),
        ("a | b\n--|--\nc | d | |\n", [(3, 8, "this row has 4 cells, its head 2")]),
        ("| a | b |\n|---|---|\n| c | `d|e` |\n| f |\n", []),
    ],
)
def test_tables(tmp_path, text, mistakes):
    assert said(tmp_path, text) == mistakes


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (": a\n", 1, "this definition has no term"),
        ("# A\n\n:   b\n", 3, "this definition has no term"),
        ("A\n:   b\nC\n:   d\n", 2, "the line above this definition goes on with the one before"),
        ("- a\n\n[r]: b.md\n\n    c\n", 5, "whether this goes on with the list above is not clear"),
        ("> a\n\n[r]: b.md\n\n> c\n", 5, "whether this goes on with the quotation above is not clear"),
        ("- # A\n    b\n", 1, "to what the line below this item belongs is not clear"),
        ("    a\n***\n```text\nb\n```\n", 1, "a fence in the lines below indented code is not read"),
        ("<!-- a --> &amp; b\n", 1, "this stands right behind HTML"),
        ("<div>\na\n</div>     b\n", 3, "this stands right behind HTML"),
    ],
)
def test_what_is_not_clear(tmp_path, text, line, message):
    assert (line, message) in [(one[0], one[2]) for one in said(tmp_path, text)]


@pytest.mark.parametrize(
    ("text", "place", "tag"),
    [
        ("<div markdown>\n\na\n\n<div>\n\nb\n\n# C\n", [(5, 1), (1, 1)], "div"),
        ("<div markdown>\n\n<section markdown>\n\na\n\n</div>\n", [(3, 1)], "section"),
        ("a\n\n<details markdown>\n\nb\n\n</ details>\n", [(3, 1)], "details"),
        ("<div>\na\n", [(1, 1)], "div"),
        ("a\n\n<p>b\n", [(3, 1)], "p"),
        ("a\n\n<style>\nb {}\n", [(3, 1)], "style"),
        ("<script>\nb < c\n</ script>\n", [(1, 1)], "script"),
        ("a <script>b\n\nc\n", [(1, 3)], "script"),
        ("- a\n\n    <div>\n\n    b\n", [(3, 5)], "div"),
        ("a <b>c\n\n<i>d</b></i>\n", [(3, 1)], "i"),
        ("---\ntitle: T\n---\n\n<div>\n", [(5, 1)], "div"),
    ],
)
def test_html_that_is_never_closed(tmp_path, text, place, tag):
    found = [(line, column) for line, column, message in said(tmp_path, text) if message == f"<{tag}> is never closed"]
    assert found == place


def test_html_that_closes_nothing_and_html_that_is_well(tmp_path):
    assert said(tmp_path, "a</b>\n") == [(1, 2, "</b> closes nothing")]
    text = '<div markdown>\n\n<p>a</p>\n\n</div>\n\na <br> <img src="i"> <i\nb="c">d</i> `<u>` <p>\n\n<!-- <div> -->\n'
    assert said(tmp_path, text + "\n<hr>\n\n<div>\n<br>\n<p>b\n</div>\n\n1 < 2 and <a@b.c> <?x?>\n") == []


@pytest.mark.parametrize(
    ("code", "column"),
    [("x = 1  # markdown-exec: hide", 25), ("# markdown-exec:hide", 17), ("y #markdown-exec : hide", 20)],
)
def test_a_line_that_would_be_hidden(tmp_path, code, column):
    assert said(tmp_path, cell(code)) == [(2, column, "a fence hides no line")]


def test_all_mistakes_of_a_page_are_said_in_order_of_their_lines(tmp_path):
    text = "---\ntitle: T\n---\n# A {{ 1 }}\n\n0.5 [a](none.md)\n\n```text hl_lines='x'\n```\n\n"
    text += "$\\fraq$ {{x}} [[none]]\n\n- ??? x\n"
    page = parse(project(tmp_path, text), tmp_path)
    found = [(one.line, one.column) for one in registry.mistakes(page)]
    assert found == sorted(found) and {4, 6, 8, 11} <= {line for line, _ in found} and len(found) == 7
    with pytest.raises(PageError, match="a heading holds no number"):
        registry.check(page)
    registry.check(page_of(tmp_path, "a\n"))
