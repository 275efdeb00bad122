"""Links lead somewhere, images have words, pages stand in the nav; each mistake by file and line."""

import pytest
from project import cell, first, page_of

from literate.checking import links
from literate.errors import PageError

NAV = "nav:\n  - page.md\n"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "docs/series").mkdir(parents=True)
    (tmp_path / "docs/i.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# I { #x }\n", encoding="utf-8")
    text = '# O { #top }\n\n<p id="free"></p> `{ #code }`\n\n    { #code }\n\n'
    text += f"{cell('1')}\n::: tinynet.cost.accuracy\n"
    (tmp_path / "docs/series/01-other.md").write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: S\n\n{NAV}", encoding="utf-8")
    return tmp_path


def check(root, text):
    first(links.mistakes(page_of(root, text)))


@pytest.mark.parametrize(
    "text",
    [
        "[a](series/01-other.md) [b](series/01-other.md#top) [c](series/01-other.md#free)",
        "[`d`](series/01-other.md#cell-a)",
        "[a](series/01-other.md#tinynet.cost.accuracy) [b](https://example.org/#x) [c](mailto:a@example.org)",
        "## Here { #here }\n\n[a](#here) [b [c]](page.md#here) [n](series/01-other.ipynb)",
        "[z](series/basics-of-deep-learning.zip)",
        '![a](series/01-other.md "title") <img src="../i.svg" alt="a"> <svg aria-hidden="true"></svg>',
        "`[a](none.md)` <svg\n aria-label='x' aria-label=\"a\">",
        "```text\n[a](none.md)\n```",
        "[a](<series/01-other.md>) [b](series/01%2Dother.md#top) [c](HTTPS://a.b) [d](//a.b/c) [e](?q) [f](#)",
        "[a](series/01-other.md 'words') [b][r] [r] ![c][r]\n\n[r]: series/01-other.md#free",
        '<a href="../series/01-other/#top">a</a> <a href="../">b</a> <a href="../#x">c</a> <a id="d">d</a>',
        '<a href="../series/01-other/index.html#top">a</a> <a href="../i.svg">i</a>',
        '<a href="#e" id="e">e</a> <a href="../series/01-other.ipynb">f</a>',
        '<object data="../i.svg"></object> <form action="../#x"></form> <form action=""></form> <form></form>',
        '<button formaction="">b</button> <video poster="../i.svg"></video> <q cite="https://example.org/#x">q</q>',
        '<img src="../i.svg" alt="a" srcset="../i.svg 1x, ../i.svg 2x">',
        '<p data="none" action="none" cite="none"></p>\n\n`<object data="none">` <!-- <form action="none"> -->',
        "    [a](none.md)\n\n<pre>[b](none.md)</pre> <!-- [d](none.md) -->",
    ],
)
def test_what_leads_somewhere_is_well(root, text):
    check(root, text)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("x\n\nsee [a](none.md)", "3:5", "none.md is not there"),
        ("\nsee [a](none.md)", "2:5", "none.md is not there"),
        ("[a](/series/01-other.md)", "1:1", "/series/01-other.md is not there"),
        ("[a](../mkdocs.yml)", "1:1", "../mkdocs.yml is not there"),
        ("[a](series/01-other.md#cell)", "1:1", "has no place #cell\n"),
        ("[a](#none)", "1:1", "this page has no place #none"),
        ("x ![](series/01-other.md)", "1:3", "say in the square brackets what it shows"),
        ("x ![](series/01-other.md)", "1:3", "this image has no alternative text"),
        ("[](series/01-other.md)", "1:1", "this link has no text"),
        ("[](series/01-other.md)", "1:1", "say where it leads"),
        ("x [a](none.md 'words')", "1:3", "none.md is not there"),
        ("x [a [b [c]]](none.md)", "1:3", "none.md is not there"),
        ("x [a][r]\n\n[r]: none.md", "1:3", "none.md is not there"),
        ("x [r]\n\n[r]: <none.md> 'T'", "1:3", "none.md is not there"),
        ("x ![r]\n\n[r]: none.png", "1:3", "none.png is not there"),
        ("- a\n- ![b](none.png)", "2:3", "none.png is not there"),
        ("| [a](none.md) |\n|---|", "1:3", "none.md is not there"),
        ("# [a](none.md)", "1:3", "none.md is not there"),
        ('x <a href="../none/">a</a>', "1:3", "../none/ is not there"),
        ('x <a href="series/01-other.md">a</a>', "1:3", "as seen from the address of this page"),
        ('x <a href="../series/01-other.md">a</a>', "1:3", "../series/01-other.md is not there"),
        ('x <a href="../../">a</a>', "1:3", "../../ is not there"),
        ('x <a href="../series/01-other/#none">a</a>', "1:3", "has no place #none"),
        ('<div>\n<a href="../none/">a</a>\n</div>', "2:1", "../none/ is not there"),
        ('x <img src="none.png" alt="a">', "1:3", "none.png is not there"),
        ('x <A HREF="../none/">a</A>', "1:3", "../none/ is not there"),
        ('x <object data="none.svg"></object>', "1:3", "none.svg is not there"),
        (
            '<object\ndata="series/01-other.md" type="text/html"></object>',
            "1:1",
            "as seen from the address of this page",
        ),
        ('x <object data=""></object>', "1:3", "this link leads nowhere"),
        ('<div>\n<form method="get" action="../none/">\n</form>\n</div>', "2:1", "../none/ is not there"),
        ("x <form action='../series/01-other/#none'></form>", "1:3", "has no place #none"),
        ("- a\n- <button formaction=#none>b</button>", "2:3", "has no place #none"),
        ('x <video poster="none.png"></video>', "1:3", "none.png is not there"),
        ('<img src="../i.svg" alt="a" srcset="../i.svg 1x, none.svg 2x">', "1:1", "none.svg is not there"),
        ('<svg aria-label="a"><use xlink:href="#none"/></svg>', "1:21", "has no place #none"),
        ("[a](series/01-other.md#code)", "1:1", "has no place #code"),
        ("[a](b c.md)", "1:1", "this link is not read"),
        ("[a][b]", "1:1", "this link has no target"),
        ("x\n<img src='a.png'>", "2:1", "this image has no words"),
        ('<img src="a.png" alt="">', "1:1", "this image has no words"),
        ("<svg\nviewBox='0 0 1 1'>", "1:1", "this image has no words"),
    ],
)
def test_what_leads_nowhere_is_a_mistake(root, text, place, what):
    with pytest.raises(PageError) as caught:
        check(root, text)
    assert str(caught.value).startswith(f"docs/page.md:{place}: ") and what in str(caught.value)


def test_the_places_of_a_page_are_named(root):
    with (root / "docs/series/01-other.md").open("a") as other:
        other.write("\n| $x$ | a row as the legend has them | 2 |\n")
    assert links.anchors(root / "docs/series/01-other.md", root) == {"top", "free", "cell-a", "tinynet.cost.accuracy"}
    with pytest.raises(PageError, match=r"places there: cell-a, free, tinynet\.cost\.accuracy, top"):
        check(root, "[a](series/01-other.md#none)")
    with pytest.raises(PageError, match="places there: none"):
        check(root, "[a](#none)")


FOUND = [
    "nav:\n  - Home: page.md\n",
    NAV,
    "nav: [page.md]\n",
    'nav:\n- "page.md"\n',
    "nav:\n  - Part:\n      - Case: 'page.md'\n",
    "nav:\n  - page.md  # words\n",
    "nav:\n  - page.md \n",
    "nav:\n  - ./page.md\n",
    "nav:\n  Home: page.md\n",
    "nav: !ENV [NO_SUCH, [page.md]]\nplugins: [{tags: {by: !!python/name:no.such }}]\n",
]


@pytest.mark.parametrize("nav", FOUND)
def test_a_page_in_the_nav_is_found(root, nav):
    (root / "mkdocs.yml").write_text(f"site_name: S\n{nav}", encoding="utf-8")
    check(root, "x")


NOT_FOUND = [
    "nav:\n  - Home: other-page.md\n",
    "nav:\n  - page.md.txt\n",
    "nav:\n  - pagexmd\n",
    "nav:\n  - other.md\n  # - page.md\n",
    "nav:\n  - page.md: other.md\n",
    "nav:\n  - other.md\nextra:\n  home: page.md\n",
]


@pytest.mark.parametrize("nav", NOT_FOUND)
def test_a_page_that_the_nav_does_not_name_is_a_mistake(root, nav):
    (root / "mkdocs.yml").write_text(f"site_name: S\n{nav}", encoding="utf-8")
    with pytest.raises(PageError, match=r"page.md:1:1: the nav does not name this page(.|\n)*mkdocs.yml: - page.md"):
        check(root, "x")


def test_a_site_without_nav_has_all_its_pages(root):
    (root / "mkdocs.yml").write_text("site_name: S\n", encoding="utf-8")
    check(root, "x")
    (root / "mkdocs.yml").unlink()
    check(root, "x")
