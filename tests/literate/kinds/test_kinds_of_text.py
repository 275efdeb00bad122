"""Kinds of troubles in the text of a page: each page is refused at its place, or says what is written, in all ways."""

from pathlib import Path

import pytest
from kinds import HEAD, Well, Wrong, built, cell, in_order, plain, refused, relative, site
from refused_text import WRONG

pytestmark = pytest.mark.sampled(6)
MAP = "</nav>"  # of the series, below title and credit
WELL = [
    Well(
        1,
        "one in another",
        "<div markdown>\n\n<div markdown>\n\na {{ 6 * 7 }}\n\n</div>\n\n</div>\n\nb\n",
        ("<p>a 42</p></div></div>", "<p>b</p>"),
    ),
    Well(
        1,
        "HTML that ends by itself",
        "a<br/>b <i>c</i>\n\n<ul>\n<li>d\n<li>e\n</ul>\n",
        ("a<br/>b <i>c</i>", "<li>d <li>e </ul>"),
    ),
    Well(
        1, "a drawing", '<svg aria-hidden="true"><path d="M0 0"/></svg>\n\na\n', ('<path d="M0 0"/></svg>', "<p>a</p>")
    ),
    Well(1, "what is no tag", "<nobody a\n\nb\n", ("<p>&lt;nobody a</p><p>b</p>",)),
    Well(
        3,
        "in two cells",
        "| a | b |\n|---|---|\n| ` | {{ 1 + 1 }} |\n| c | ` |\n",
        ("<td>`</td><td>2</td>", "<td>c</td><td>`</td>"),
    ),
    Well(3, "a term and its definition", "Press `\n:   {{ 1 + 1 }} and `\n", ("<dt>Press `</dt>", "<dd>2 and `</dd>")),
    Well(
        3,
        "a fold and its answer",
        '??? note "Press `"\n\n    {{ 1 + 1 }} and `\n',
        ("<summary>Press `</summary>", "<p>2 and `</p>"),
    ),
    Well(3, "code over two lines", "a `{{ none }}\nb` {{ 3 }}\n", ("<code>{{ none }} b</code> 3",)),
    Well(
        3,
        "code that holds a backtick",
        "- ``a ` {{ none }}`` {{ 3 }}\n- b ` c\n",
        ("<code>a ` {{ none }}</code> 3", "b ` c"),
    ),
    Well(5, "in an item", "- a\n\n        {{ 1 }} 0.75 [a](none.md)\n", ("<code>{{ 1 }} 0.75 [a](none.md) </code>",)),
    Well(
        5,
        "in a tab",
        '=== "A"\n\n    so:\n\n        ## {{ 1 }}\n        $\\fraq{$\n',
        ("<code>## {{ 1 }} $\\fraq{$ </code>",),
    ),
    Well(
        5,
        "in HTML",
        "<pre>\n{{ 1 }} 0.75\n\n[[cards]]\n</pre>\n\na <code>{{ 1 }}</code>\n",
        ("{{ 1 }} 0.75 [[cards]] </pre>", "<code>{{ 1 }}</code>"),
    ),
    Well(
        5,
        "a section and a marker",
        'so:\n\n    --8<-- "a.py:b"\n    [[where]]\n',
        ('<code>--8&lt;-- "a.py:b" [[where]] </code>',),
    ),
    Well(5, "in a quotation", ">     {{ 1 }}\n\n{{ 2 }}\n", ("<code>{{ 1 }} </code>", "<p>2</p>")),
    Well(17, "a bar in a table", '| a | b |\n|---|---|\n| {{ "c|d" }} | e |\n', ("<td>c|d</td><td>e</td>",)),
    Well(
        17,
        "what begins a block",
        '{{ "# a" }}\n\n{{ "- b" }}\n\n{{ "c" * 4:>9 }} d\n',
        ("<p># a</p>", "<p>- b</p>", "cccc d</p>"),
    ),
    Well(
        17,
        "marks of Markdown",
        '*{{ "a*b" }}* {{ "[c](d)" }} {{ "`e" }} {{ "&amp;" }}\n',
        ("<em>a*b</em> [c](d) `e &amp;amp;",),
    ),
    Well(
        17,
        "a quotation mark in a tag",
        '<b title="{{ chr(34) }}">a</b> {{ "<b>" }}\n',
        ('<b title="&quot;">a</b> &lt;b&gt;',),
    ),
    Well(
        17,
        "ten to a power",
        "${{ 1.5e-9:.1e }}$ {{ 1.5e-9:.1e }}\n",
        ("<mn>1.5</mn>", "<mn>10</mn>", "<mn>9</mn>", "1.5e-09"),
    ),
    Well(
        17,
        "below zero as a power, and to a power",
        "$x^{{ -2.5 }}$ ${{ -2.5 }}^2$\n",
        ("<msup><mi>x</mi><mrow>", "<mn>2.5</mn></mrow></msup>", "(</mo>", ")</mo></mrow><mn>2</mn>"),
    ),
    Well(
        18,
        "small numbers are parts, and code is none",
        "## Part 13 and `{{ 1 }}`\n",
        ("Part 13 and <code>{{ 1 }}</code></h2>",),
    ),
    Well(
        19,
        "one note for two words",
        "a[^1] b[^1] `[^2]`\n\n[^1]: c\n\n    d\n",
        ("<code>[^2]</code>", "<p>c</p>", "<p>d"),
    ),
    Well(
        20,
        "a fold in an item",
        '1. a\n\n    ??? note "N"\n\n        {{ 1 + 1 }}\n\n2. b\n',
        ("<summary>N</summary><p>2</p></details></li><li><p>b</p>",),
    ),
    Well(
        23,
        "where nothing is glued",
        "## H { #h }\n```text\na\n```\n\n<p>b</p>\n\n```text\nc\n```\n",
        ("<code>a </code>", "<p>b</p>", "<code>c </code>"),
    ),
    Well(
        26,
        "a paragraph in whatever",
        "- a\n\n    $$\n    x\n    $$\n\n> $$\n> x\n> $$\n",
        ("<li><p>a</p><div", "</math></div></li>", "<blockquote><div", "</math></div></blockquote>"),
    ),
    Well(35, "in items", "- `<!--`\n- b\n", ("<code>&lt;!--</code></li><li>b</li>",)),
    Well(
        35,
        "in a heading and a table",
        "## Of `<!--` { #h }\n\n| `<!--` |\n|---|\n| {{ 2 }} |\n",
        ("<code>&lt;!--</code></h2>", "<th><code>&lt;!--</code></th>", "<td>2</td>"),
    ),
    Well(
        35,
        "over two lines",
        f"a `b\n<!-- c` d\n\n{cell('print(7)')}",
        ("<code>b &lt;!-- c</code> d", "<code>7 </code>"),
    ),
    Well(
        35,
        "in a sample and in a cell",
        f"```text\n<!--\n```\n\n{cell('print(1)  # <!--')}\n`-->` {{{{ 2 }}}}\n",
        ("<code>&lt;!-- </code>", "# &lt;!--", "<code>--&gt;</code> 2"),
    ),
    Well(
        36,
        "formulas between underlines",
        "_$x$_, __$y$__ and a_$x$ b\n",
        ("<em><math><mi>x</mi></math></em>", "<strong><math><mi>y</mi></math></strong>", "a_<math>"),
    ),
    Well(
        37,
        "what leads somewhere",
        '[a](15-case.md "b") [c](<15-case.md>) [d](HTTPS://e.org) [f](//e.org)'
        ' <a name="g"></a>[h](#g) [i](15-case.ipynb)\n',
        (">a</a>", ">c</a>", 'href="HTTPS://e.org"', 'href="#g"', ">i</a>"),
    ),
    Well(
        1,
        "elements that HTML closes in others",
        "<div><p>a</div>\n\n<table><tr><td>b<td>c</table>\n",
        ("<div><p>a</div>", "<td>b<td>c</table>"),
    ),
    Well(
        3,
        "tags in code",
        "The tags `<pre>` and `<code>` show {{ 6 * 7 }} things, <code-block>{{ 1 }}</code-block>.\n",
        ("<code>&lt;code&gt;</code> show 42 things", "<code-block>1</code-block>"),
    ),
    Well(
        4,
        "a list that counts by itself",
        "1. a\n1. b\n\nc\n\n1. d\n2. e\n",
        ("<ol><li>a</li><li>b</li></ol>", "<li>e</li>"),
    ),
    Well(
        17,
        "tags in a value",
        '{{ "<code>x</code>".count("x") }} {{ "<!-- x -->".count("x") }} {{ "<script>a</script>" }}\n',
        ("<p>1 1 &lt;script&gt;a&lt;/script&gt;</p>",),
    ),
    Well(
        17,
        "behind a command",
        "$\\sqrt{{ 12 }} \\frac{{ 10 }}{{ 20 }} \\hat {{ 34 }}$\n",
        ("<msqrt><mn>12</mn></msqrt>", "<mfrac><mn>10</mn><mn>20</mn></mfrac>", "<mn>34</mn>"),
    ),
    Well(
        17,
        "in what stands wherever it is used",
        'MSE, MSE, [a][q] [b][q].\n\n*[MSE]: of {{ 6 * 7 }}\n\n[q]: https://a.org "in {{ 41 }}"\n',
        ('title="of 42">MSE', 'title="of 42">MSE', 'title="in 41">a', 'title="in 41">b'),
    ),
    Well(18, "signs that close, and one that does not", "## A ##\n\n## C\\# { #c }\n", (">A</h2>", ">C#</h2>")),
    Well(
        19,
        "a note before a colon and before a link",
        "As he wrote[^n]: so[^n] [a][q].\n\n[q]: https://a.org\n\n[^n]: Note.\n",
        ("</sup>: so", '<a href="https://a.org">a</a>'),
    ),
    Well(
        20,
        "tabs in a tab",
        '=== "A"\n\n    === "C"\n\n        x\n\n    === "D"\n\n        y\n\n=== "B"\n\n    z\n',
        (">A</label>",),
    ),
    Well(22, "a set", "The set {x=1} and *it* {x=1}.\n", ("The set {x=1} and <em>it</em> {x=1}.",)),
    Well(22, "signs by their number", "a&#160;b, don&#8217;t.\n", ("a&#160;b, don&#8217;t.",)),
    Well(
        37,
        "mail",
        "<me@a.org>, <mailto:me@a.org>\n",
        ("<a href=", "&#109;&#101;&#64;", "<a href=", "&#109;&#101;&#64;"),
    ),
    Well(37, "code in the words of an image", "![The `x` line](../assets/icon.svg)\n", ('alt="The x line"',)),
    Well(
        19,
        "notes wherever they are defined",
        '??? note "T"\n\n    a[^1]\n\n    [^1]: Folded.\n\n- b[^2]\n\n    [^2]: Listed.\n\n> c[^3]\n>\n> [^3]: C.\n',
        ("Folded.", "Listed.", "C."),
    ),
    Well(
        19,
        "a note that holds blocks, on a page with a cell",
        "a[^1]\n\n[^1]: First.\n\n    $$x$$\n\n    Term\n    :   Words.\n\n" + cell("print(1)"),
        ("First.", "<math", "<dt>Term</dt>"),
    ),
    Well(19, "what looks like a note", "a \\[^1] b\n", ("a [^1] b",)),
    Well(22, "words in braces", "Set {step-by-step} and {fig-a} more.\n", ("Set {step-by-step} and {fig-a} more.",)),
    Well(
        36,
        "other dollars",
        "$5 and US_DOLLAR $6, from $HOME/my_dir on.\n",
        ("$5 and US_DOLLAR $6, from $HOME/my_dir on.",),
    ),
    Well(37, "brackets side by side", "x in [0, 1] [2, 3] here.\n", ("x in [0, 1] [2, 3] here.",)),
    Well(
        37, "a blank before the colon", "W3C MSE\n\n*[MSE]: mean\n*[W3C] : World\n", ('title="World"', 'title="mean"')
    ),
    Well(
        37,
        "words and a target with a blank between",
        "[words] [a] b.\n\n[a]: https://a.org\n",
        ('href="https://a.org">words</a> b',),
    ),
    Well(37, "remarks", '[//]: # "one"\n\na\n\n[//]: # "two"\n', ("<p>a</p>",)),
]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case.kind} {case.name}")
def test_a_page_that_is_refused(
    case: Wrong, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert tuple(map(relative, refused(site(tmp_path, HEAD + case.text), tmp_path, capsys))) == case.mistakes


@pytest.mark.parametrize("case", WELL, ids=lambda case: f"{case.kind} {case.name}")
def test_a_page_that_is_built(
    case: Well, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    html = plain(built(site(tmp_path, HEAD + case.text), tmp_path, capsys))
    assert in_order(html, case.shows), html


FIRST = {
    "tabs": (
        '=== "A"\n\n    a\n\n=== "B"\n\n    b\n',
        '<p>a</p></div><div class="tabbed-block"><p>b</p></div></div></div>',
    ),
    "terms": ("A\n\n:   a\n\n    b\n\nC\n:   c\n", "<p>b</p></dd><dt>C</dt><dd>c</dd></dl>"),
    "a comment": ("<!-- a\n\nb -->\n", "<!-- a b -->"),
    "a nested list": ("- a\n\n    - b\n\n        c\n\n- d\n", "<p>d</p></li></ul>"),
    "a quotation": ("> a\n\n> b\n", "<p>b</p></blockquote>"),
    "code": ("    a\n\n    b\n", "<code>a b </code></pre></div>"),
    "a cell": (cell("x = 1\n\nprint(x)"), "</div></div>"),
    "a fold": ('??? note "N"\n\n    a\n\n    b\n', "<p>b</p></details>"),
    "HTML": ("<div markdown>\n\na\n\nb\n\n</div>\n", "<p>b</p></div>"),
}


SECTIONS = "\n## A { #a }\n\n## B { #b }\n\n## C { #c }\n"
LIST = '<div class="opening" data-search-exclude><details class="contents">'


@pytest.mark.parametrize("name", FIRST)
def test_2_the_list_stands_below_the_whole_block(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    block, end = FIRST[name]
    html = built(site(tmp_path, f"# Case\n\n{block}\nWhere we are.\n{SECTIONS}"), tmp_path, capsys)
    assert html.count(LIST) == 1
    assert plain(html.split(LIST)[0]).strip().endswith(end)


def test_2_a_sample_above_the_title_holds_no_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    html = built(
        site(tmp_path, f"<div markdown>\n\n```text\n# a\n\nb\n```\n\n# Case\n\nc\n\n</div>\n\nd\n{SECTIONS}"),
        tmp_path,
        capsys,
    )
    assert in_order(plain(html.replace(LIST, "LIST<nav")), ("<code># a b </code>", "<p>c</p></div><p>d</p>", "LIST"))
