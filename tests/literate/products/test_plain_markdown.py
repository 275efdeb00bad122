"""Plain Markdown for notebooks: what is no prose stands there as on the page, whatever it holds."""

import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from literate.products.addresses import Addresses
from literate.products.pieces import pieces
from literate.products.plain_markdown import Surroundings, page_definitions, plain_markdown
from literate.products.portable_links import Lead

# What has a meaning in prose, and so must have none in code.
BITS = [
    "a", " ", "  ", "\n", "\n\n", "\n\n\n\n", "    ", "{.5}", "{#h}", "{: .b }", " { #a }", "\n{: .b }\n", "\\rin{X}",
    "*", "[i](x)", "![an icon](a.svg)", "[a](09-a.md#b)", "[a][b]", "[b]: x.md", "\n[b]: x.md\n", "\n<div>\n",
    "\n</div>\n", "\n!!! note\n", '\n??? note "N"\n', '\n=== "T"\n', "<img src='a'>", "<a href='b'>c</a>", "\n- ",
    "\n# ", "\n| ", "\t", "é", '"{:.4f}".format(loss)', "_", "<b>", "|", ">", "\\", "!", "\U00100000", "\U000F0000",
    "\n> ", "\n$$\n", "`", "$",
]  # fmt: skip
SITE = Surroundings({}, Addresses("series/15-case.md", "https://a.org/n/", parts="series"), {"b": Lead("x.md", "")})
NO_SITE = Surroundings({}, Addresses("series/15-case.md", parts="series"), {"b": Lead("x.md", "")})
AROUND = st.sampled_from([SITE, NO_SITE])


def text_of(*left_out: str) -> st.SearchStrategy[str]:
    """Text of these bits, without what would end the piece that it is put in."""
    kept = [bit for bit in BITS if not any(one in bit for one in left_out)]
    return st.lists(st.sampled_from(kept), max_size=8).map("".join)


PROSE = text_of()
CODE = text_of("`")
SPAN = text_of("`", "\n").filter(str.strip)
TEX = text_of("`", "\n", "$", "\\", "<").filter(lambda text: text == text.strip() != "")


@settings(deadline=None)
@given(PROSE)
def test_the_pieces_of_a_text_are_the_text(text):
    assert "".join(piece.text for piece in pieces(text)) == text


@settings(deadline=None)
@given(CODE, AROUND)
def test_a_fence_stands_as_it_is(code, around):
    for fence in (f"```text\n{code}\n```", f'~~~python title="a"\n{code}\n~~~'):
        assert fence in plain_markdown(f"above\n\n{fence}\n\nbelow".split("\n"), 0, around)


@settings(deadline=None)
@given(CODE, AROUND)
def test_a_fence_in_a_fold_or_an_item_keeps_its_own_indentation(code, around):
    fence = f"```\n{code}\n```"
    inside = textwrap.indent(fence, "    ", lambda line: True)
    assert fence in plain_markdown(f'??? note "N"\n\n{inside}\n\nbelow'.split("\n"), 0, around)
    assert fence in plain_markdown(f"more\n\n{inside}".split("\n")[1:], 4, around)
    assert inside in plain_markdown(f"- a\n\n{inside}\n".split("\n"), 0, around)


@settings(deadline=None)
@given(CODE, AROUND)
def test_an_indented_block_stands_as_it_is(code, around):
    block = textwrap.indent(f"a\n{code}\na", "    ")
    assert block in plain_markdown(f"above\n\n{block}\n\nbelow".split("\n"), 0, around)


@settings(deadline=None)
@given(SPAN, TEX, SPAN, AROUND)
def test_code_spans_and_formulas_stand_as_they_are(first, tex, last, around):
    tex = tex.replace("\\rin", "")
    holders = [
        "{}",
        "- {}",
        "> {}",
        "| {} | b |\n|---|---|\n| c | d |",
        "**{}**",
        "a {} b",
        "[{}](https://a.org)",
        "## {}",
    ]
    for holder in holders:
        if holder.startswith("|"):  # where a bar ends the cell
            first, last = (re.sub(r"(?<!\\)\|", r"\\|", one) for one in (first, last))
        spans = f"`{first}` and ${tex}$ or ``{last}``"
        assert spans in plain_markdown(["above", "", *holder.replace("{}", spans).split("\n")], 0, around)


@settings(deadline=None)
@given(text_of("`", "$", "<").filter(lambda text: all(line.strip() for line in text.split("\n"))), AROUND)
def test_a_formula_on_its_own_stands_as_it_is(tex, around):
    formula = f"$$\n{tex}\n$$".replace("\\rin", "")
    assert formula in plain_markdown(f"above\n\n{formula}\n\nbelow".split("\n"), 0, around)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("## A { #a }", "## A"),
        ("## A {#a .b}", "## A"),
        ("A { #a }\n===", "A\n==="),
        ("text\n{: .b }", "text"),
        ('- a\n{: title="{b" .c }\n- d', "- a\n- d"),
        ("| a { #b } | c |\n|---|---|", "| a | c |\n|---|---|"),
        ("**a**{ .b } `a`{.b}", "**a** `a`"),
        ("![a](https://b.org/c.svg){ width=20 }", "![a](https://b.org/c.svg)"),
        ("the set {.5} or {#h}", "the set {.5} or {#h}"),
        ("write {:.4f} or {.25 x}", "write {:.4f} or {.25 x}"),
        ("$x${.5}", "$x${.5}"),
        ("text{: .b } more", "text{: .b } more"),
    ],
)
def test_attribute_lists_are_taken_out_where_they_are_some(written, plain):
    assert plain_markdown(written.split("\n")) == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("$\\rwt{w}_{1}$ and $$\\rin{X}$$", "${w}_{1}$ and $${X}$$"),
        ("`\\rwt{w}` and \\rin{X}", "`\\rwt{w}` and \\rin{X}"),
        ("$5 today and $6", "\\$5 today and \\$6"),
        ("\\$5 and $x^{.5}$", "\\$5 and $x^{.5}$"),
        ("`a $x$` \\`[b](c)\\`", "`a $x$` \\`b\\`"),
        ("| ` | [i](x) |\n|---|---|\n| `[i](x)` | ` |", "| ` | i |\n|---|---|\n| `[i](x)` | ` |"),
        ("- a ` b\n- `[i](x)` [i](x)", "- a ` b\n- `[i](x)` i"),
        ("# a ` b\n`[i](x)`", "# a ` b\n`[i](x)`"),
        ("text `a\n> b`", "text `a\n> b`"),
        ("<code>[i](x)</code> [i](x)", "<code>[i](x)</code> i"),
        ("<!-- [i](x)\n\n[i](x) -->\n\n[i](x)", "<!-- [i](x)\n\n[i](x) -->\n\ni"),
        ("<pre>\n[i](x)\n\n\n\n[i](x)</pre>", "<pre>\n[i](x)\n\n\n\n[i](x)</pre>"),
        ("<pre>\na ` b\n> c\n\n    d\n\n- e [i](x)\n</pre>", "<pre>\na ` b\n> c\n\n    d\n\n- e [i](x)\n</pre>"),
        ("```\n[i](x)", "```\ni"),
    ],
)
def test_only_prose_is_changed(written, plain):
    assert plain_markdown(written.split("\n")) == plain


@pytest.mark.parametrize(
    ("written", "known", "unknown"),
    [
        ("[a](09-a-b.md#c)", "[a](09-a-b.ipynb)", "[a](09-a-b.ipynb)"),
        ("[a](../series/09-a-b.md)", "[a](09-a-b.ipynb)", "[a](09-a-b.ipynb)"),
        ("[a](09-a-b.ipynb)", "[a](09-a-b.ipynb)", "[a](09-a-b.ipynb)"),
        ("[a](09-a-b.py)", "[a](https://a.org/n/series/09-a-b.py)", "a"),
        ("[a](#b)", "[a](https://a.org/n/series/15-case/#b)", "a"),
        ("[a](?q=1)", "[a](https://a.org/n/series/15-case/?q=1)", "a"),
        ("[a](../legend.md#b 'c')", "[a](https://a.org/n/legend/#b 'c')", "a"),
        ("[`a`](../index.md)", "[`a`](https://a.org/n/)", "`a`"),
        ("[a](../reference/index.md)", "[a](https://a.org/n/reference/)", "a"),
        ("[a](<../b c.md>)", "[a](https://a.org/n/b%20c/)", "a"),
        ("[a [b [e]]](../d_(e).md)", "[a [b [e]]](https://a.org/n/d_%28e%29/)", "a [b [e]]"),
        ("[a](HTTPS://b.org/c_(d)) [a](//b.org)", "[a](HTTPS://b.org/c_(d)) [a](//b.org)", None),
        ("[a](<https://b.org/c d>)", "[a](<https://b.org/c d>)", None),
        ("[a](<https://b.org/c(d>)", "[a](<https://b.org/c(d>)", None),
        ("[a](mailto:b@c.org) <https://b.org/_c_>", "[a](mailto:b@c.org) <https://b.org/_c_>", None),
        ("![a](b.svg)", "![a](https://a.org/n/series/b.svg)", "a"),
        ("![a](09-a-b.md)", "![a](https://a.org/n/series/09-a-b/)", "a"),
        ('![a](../b.svg "c")', '![a](https://a.org/n/b.svg "c")', "a"),
        ("![a](https://b.org/c.svg)", "![a](https://b.org/c.svg)", None),
        ("[![a](b.svg)](09-a-b.md)", "[![a](https://a.org/n/series/b.svg)](09-a-b.ipynb)", "[a](09-a-b.ipynb)"),
        ("[![a](b.svg)](c.md)", "[![a](https://a.org/n/series/b.svg)](https://a.org/n/series/c/)", "a"),
        ("![a][c]", "![a](https://b.org 'd')", None),
        ("[a][c], [C][], [c]", "[a](https://b.org 'd'), [C](https://b.org 'd'), [c](https://b.org 'd')", None),
        ("[a][b] [a][no] [^1] [x]", "[a](https://a.org/n/series/x/) [a][no] [^1] [x]", "a [a][no] [^1] [x]"),
        ("[a [b](c.md)] !", "[a [b](https://a.org/n/series/c/)] !", "[a b] !"),
        ("\\[a](b.md) \\![a](b.md)", "\\[a](b.md) \\![a](https://a.org/n/series/b/)", "\\[a](b.md) \\!a"),
        ("[a\n\nb](c.md)", "[a\n\nb](c.md)", None),
        ("<img alt='a' src=\"../b.svg\">", "<img alt='a' src=\"https://a.org/n/series/b.svg\">", "a"),
        ("<img src=b.svg> <img>", '<img src="https://a.org/n/series/15-case/b.svg"> ', " "),
        ('<a href="../b/">c</a>', '<a href="https://a.org/n/series/b/">c</a>', "c"),
        ('<a id="b">c</a> <a href="https://b.org">c</a>', '<a id="b">c</a> <a href="https://b.org">c</a>', None),
    ],
)  # fmt: skip
def test_links_and_images_are_reached_from_a_notebook_or_are_words(written, known, unknown):
    leads = {"b": Lead("x.md", ""), "c": Lead("<https://b.org>", "'d'")}
    for site, plain in (("https://a.org/n/", known), ("", known if unknown is None else unknown)):
        around = Surroundings({}, Addresses("series/15-case.md", site, parts="series"), leads)
        assert plain_markdown(written.split("\n"), 0, around) == plain.strip("\n")


def test_what_a_label_leads_to_is_found_on_the_whole_page_outside_of_code():
    text = "`[a]: x`\n\n    [b]: x\n\n[C  d]: <y> 'z'\n[c D]: later\n[`e`]: f\n    (g)\n[^1]: note\n\ntext"
    assert page_definitions(text.split("\n")) == {"c d": Lead("<y>", "'z'"), "`e`": Lead("f", "(g)")}
    assert plain_markdown(text.split("\n")) == "`[a]: x`\n\n    [b]: x\n\n\\[^1]: note\n\ntext"
    around = Surroundings(
        {}, Addresses("series/15-case.md", "https://a.org/", parts="series"), page_definitions(text.split("\n"))
    )
    assert plain_markdown(["[`e`]"], 0, around) == "[`e`](https://a.org/series/f (g))"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("x {} y", r"x a\|b* y"),
        ("| {} |\n|---|", "| a\\|b* |\n|---|"),
        ("${}$", "$a|b*$"),
        ("<b title='{}'>", "<b title='a&#124;b&#42;'>"),
        ("<p>\nx {}\n\n{}", "<p>\nx a&#124;b&#42;\n\na\\|b\\*"),
        ("<code>{}</code>", "<code>a&#124;b&#42;</code>"),
        ("`{}`", "`a|b*`"),
    ],
)
def test_a_value_is_written_as_its_place_wants_it(written, plain):
    around = Surroundings({"\U000f0000": "a|b*"})
    plain = plain.replace("b* y", r"b\* y").replace("b* |", r"b\* |")
    assert plain_markdown(written.replace("{}", "\U000f0000").split("\n"), 0, around) == plain


@pytest.mark.parametrize(
    ("value", "written", "plain"),
    [
        ("19", "{}. So", "19\\. So"),
        ("19", "- {}) So", "- 19\\) So"),
        ("19", "> {}.", "> 19\\."),
        ("19", "{} So 19. {}. So", "19 So 19. 19. So"),
        ("19", "{}.5", "19.5"),
        ("0.5", "{}. So", "0.5. So"),
        ("-0.5", "{} So", "−0.5 So"),
        ("-", "a\n{} b", "a\n\\- b"),
        ("    2.5", "a\n\n{} b", "a\n\n 2.5 b"),
        (" ", "a\n{}\nb", "a\n&#32;\nb"),
        ("[a](b.md) {#h}", "{}", r"\[a\](b.md) {#h}"),
        ("# a\n\n- b", "{}", r"\# a - b"),
        ("1.5e-09", "${}$ and {}", r"$1.5 \times 10^{-9}$ and 1.5e-09"),
    ],
)
def test_a_value_begins_no_list_and_no_block(value, written, plain):
    around = Surroundings({"\U000f0000": value})
    assert plain_markdown(written.replace("{}", "\U000f0000").split("\n"), 0, around) == plain
