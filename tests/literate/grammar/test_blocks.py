"""The blocks of a page are those that Python-Markdown makes."""

import pytest
from conftest import REQUIRED, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdowns import agree, page_of, refused

from literate.reading import sources

PIECES = """a|b c|`x`|`|``|$x$|$|$5|\\$|*|**|_|[a](b.md)|![i](i.png)|[a]|[r]|[a][r]|(|<b>|</b>|<br>|\\|#|{ #p }|<http://x.y>
- |1. |* |> |# H|## T|##x|===|---|<!-- c -->|<!--|-->|: d|$$x$$|<p>|    |  |&amp;|\t|~|x_y|)|"|'""".replace(
    "\n", "|"
).split("|")
PIECES += [
    "|",
    "a | b",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\n    ",
    "\n\n    ",
    "\n        ",
    "\n---\n",
    "\n===\n",
    "\n[r]: t.md\n",
]
PIECES += [
    "\n| a | b |\n|---|---|\n| c | d |\n",
    '??? note "T"\n',
    '??? note "T"\n\n    ',
    "!!! tip\n    ",
    '=== "Tab"\n\n    ',
]
PIECES += [
    "\n```text\nf\n```\n",
    "\n\n```text\nf\n\ng\n```\n\n",
    "~~~\nq\n~~~\n",
    "<div>\n",
    "</div>\n",
    "<div markdown>\n",
]
PIECES += [
    "\n\n$$\nx\n$$\n\n",
    "</p>\n",
    "\n:   d\n",
    "\n*[ab]: c\n",
    "<hr>\n",
    "- [ ] ",
    "\n\n- a\n\n    b\n\n",
    "\n> q\n",
]


@settings(max_examples=1500 if REQUIRED else 300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12).map("".join).map(lambda text: text.strip("\n")))
def test_random_pages_are_read_as_python_markdown_reads_them_or_refused(text):
    if text.split("\n")[0].strip():  # where a page begins with blanks, Python-Markdown keeps them
        agree(text)


TEXTS = {
    "items": "- a\n- b\n    - c\n\n    d\n\n1. e\n\n        code\n\nend",
    "lists that follow": "- a\n\n* b\n\n1. c\n\n\n- d",
    "an item that goes on": "- a\nb\n  c\n    d\n",
    "lists in lists": "- a\n    - b\n        - c\n            text\n\n        - d\n\n            e\n",
    "an item without text": "- \n    a\n\n- b",
    "folds": '??? note "A"\n\n    a\n\n    ```text\n    f\n    ```\n\n    ??? tip\n        b\n\nend',
    "a fold that ends": '??? note "T"\n\n    a\nb\n\n    c',
    "a fold in a paragraph": 'text\n??? note "T"\n    a\nb\n\n    code',
    "tabs": '=== "A"\n\n    a\n\n=== "B"\n\n    - b\n\n        c\n\nend\n\n===! "C"\n\n    d',
    "admonitions": '!!! tip "T"\n    a\n\n    b\n\n!!! note\n\n    - c\n',
    "quotations": "> a\nb\n\n> c\n>\n>     code\n\n> - d\n> - e\n\nf\n> g",
    "headings": "A\n===\n\nB\n---\ntext\n##x\ntext\n# C #\n\n- # D\n\n> ## E\n\n#hash\n\n####### F",
    "rules": "a\n\n---\n\n* * *\nb\n___\n\n- - -\n",
    "tables": "| a | `b|c` |\n|:--|--:|\n| \\| | $x$ |\n| d |\n\na | b\n--|--\n1 | 2\n\n|x|\n|-|\n|y|",
    "a table without rows": "| a | b |\n|---|---|",
    "definitions": "A\nB\n:   c\n\n    d\n:   e\n\nF\n\n:   g\n\n    - h\n",
    "indented code": "a\n\n    b `c`\n\n    d\n\ne\n    f\n\n    ????",
    "code then text": "    a\nb",
    "references": "[a][r] [r] [b][] ![c][r] ![r]\n\n[r]: t.md 'T'\n[b]: <u.md>\n[c d]:\n[c d]: v.md (W)",
    "words of links": '[a `]` b](c.md) [a ![i](j.png) b](c.md "T")\n[a [b] c](d.md)'
    " [e](f(g).md) [h](<i j.md>) ![k]( l.png 'm' )",
    "addresses": "<http://a.b/c> <d@e.f> <https://g.h?i=j&k>",
    "code spans": "`a` ``b ` c`` \\`d\\` `e\nf` ```g` h``` \\\\`i` `` j",
    "formulas": "$a$ $5 and $6, \\$b\\$ $c\nd$ `$e$` x$f$ $g $ $ h$\n\n$$\ni\n$$\n\n- $$j$$",
    "html": "<div>\n\n**a** `b`\n\n</div>\n\n"
    "<div markdown>\n\n**c** `d`\n\n- e\n\n</div>\ntext <b>f</b>\n\n<p>`g`</p> h",
    "html in html": '<div class="a" markdown>\n\n<div markdown>\n\n`a`\n\n</div>\n\n'
    "<div>\n`b`\n</div>\n\n<p markdown>c `d`</p>\n\n</div>",
    "html at once": "<div markdown><p>\n`a`\n</p></div>\n\n<hr>\n# A\n\n<hr/>`b`\n\n<br>\n- c",
    "comments": "a <!-- `b` --> c\n\n<!-- `d`\n\n`e` -->\n\n`<!--` f `-->`\n\n- g <!-- h\n  i -->",
    "code in html": "<pre>\n*a*\n</pre>\n\n<script>\nif (a < b) `c`\n</script>\n\n<style>\n`d`\n</style>\n\nb",
    "abbreviations": "a HTML\n\n*[HTML]: the language\n\nb",
    "fences": '~~~\na\n\n    b\n~~~\n\n````text title="t"\n```\nb\n```\n````\n\n'
    "- c\n\n    ```text\n    d\n    ```\n\n# E\n```text\nf\n```\n# G",
    "escapes": "\\[a](b.md) \\![c](d.md) \\# e\n\n\\- f\n\n1\\. g",
    "ends": "a",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_blocks_and_texts_are_those_of_python_markdown(text):
    assert not (wrong := refused(page_of(text))), wrong
    assert agree(text)


@pytest.mark.parametrize("path", sources.pages(ROOT), ids=lambda path: path.stem)
def test_each_page_of_the_site_is_nothing_of_which_the_form_is_in_doubt(path):
    page = page_of(path.read_text(encoding="utf-8"))
    assert not page.contents.tree.unclosed and not [
        block for block in page.contents.blocks if block.stray or block.glued
    ]


def lines_of(text, *kinds):
    return [(block.kind, block.line, block.last) for block in page_of(text).contents.blocks_of(*kinds)]


def test_a_block_knows_its_lines():
    text = '# A\n\n??? note "T"\n\n    a\n\n    ```text\n    b\n\n    ```\n\n- c\n\n    d\n\n'
    text += "<div>\n\ne\n</div>\n\n    f\n\n    g\n"
    assert lines_of(text, "heading", "fold", "fence", "list", "html", "code block") == [
        ("heading", 1, 1),
        ("fold", 3, 10),
        ("fence", 7, 10),
        ("list", 12, 14),
        ("html", 16, 19),
        ("code block", 21, 23),
    ]


def test_a_page_holds_blocks_in_blocks():
    (outer,) = page_of('- a\n\n    ??? note "T"\n\n        > b\n').blocks
    assert [block.kind for block in outer.walk()] == [
        "list",
        "item",
        "paragraph",
        "fold",
        "title",
        "quotation",
        "paragraph",
    ]
    assert [block.line for block in outer.walk()] == [1, 1, 1, 3, 3, 5, 5]


def test_documented_names_are_blocks():
    assert lines_of("# A\n\n::: a.b.c\n    options:\n      x: 1\n\ntext", "documented", "paragraph") == [
        ("documented", 3, 5),
        ("paragraph", 7, 7),
    ]
