"""A page as a tree, and back."""

from html.parser import HTMLParser
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as some

from literate.takeaway.built import built_pages
from literate.takeaway.html_reader import article, read_html
from literate.takeaway.html_tree import Node, as_html

TEXT = '<p id="a" class="b c">x &amp; y<br><b>z</b></p><svg viewBox="0 0 1 1"><clipPath></clipPath></svg>'


def test_what_is_read_is_written_as_it_was():
    assert as_html(read_html(TEXT)) == TEXT
    raw = "<script>a < b && c</script><style>a > b</style>"
    assert as_html(read_html(raw)) == raw
    assert as_html(read_html('<a title="&quot;&lt;">\xa0</a>')) == '<a title="&quot;&lt;">\xa0</a>'


class Slow(HTMLParser):
    """The standard library's reader, which writes down what it sees."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.seen = []

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, {name: value or "" for name, value in attributes}))

    def handle_data(self, data):
        self.seen.append(data)


def seen(node):
    for child in node.children:
        if isinstance(child, Node):
            yield child.tag, child.attributes
            yield from seen(child)
        else:
            yield child


def whole(things):
    """Tags, and the text between two of them in one piece."""
    for kind, found in groupby(things, type):
        parts = [*found]
        yield from ["".join(parts)] if kind is str else parts


PIECES = (
    *("<p class='a > b'>", '<a href="x?y&amp;z" download>', "<B ID=one/two>", '<i title="">', "<br/>", "<img alt=a >"),
    *(
        "</p>",
        "</A>",
        "</b >",
        "a < b",
        "&lt;c&gt; &#955; & d",
        " \n",
        "<!-- <u> -->",
        "<!doctype html>",
        '<td a="1"b>',
    ),
    *("<script>a < b && '</i>'</script>", "<style>a > b {}</style>", "<mi mathvariant='normal' >", '<hr class="x"/>'),
)


@given(some.lists(some.sampled_from(PIECES)).map("".join))
def test_it_reads_what_the_standard_library_reads(text):
    slow = Slow()
    slow.feed(text)
    slow.close()
    assert [*whole(seen(read_html(text)))] == [*whole(slow.seen)]


def test_xhtml_closes_everything_and_names_the_spaces_of_drawings_and_formulas():
    text = '<svg viewbox="0 0 1 1"><linearGradient/></svg><br><math xmlns="m"></math><i></i>'
    assert as_html(read_html(text), xml=True) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><linearGradient/></svg><br/><math xmlns="m"/><i/>'
    )


def test_ends_without_a_beginning_are_left_out_and_inner_ones_are_closed_with_the_outer():
    assert as_html(read_html("</p><div><p>a</div>b")) == "<div><p>a</p></div>b"


def test_the_article_of_a_page_or_an_empty_one():
    assert article("<nav>n</nav><article class='x'>a</article>").classes == ["x"]
    assert as_html(article("<p>a</p>")) == "<article></article>"


def test_a_copy_may_be_changed_on_the_way_and_the_tree_stays():
    tree = read_html("<p>a<b>b</b><i>c</i><u><b>d</b></u></p>")
    changed = tree.copy(lambda node: {"b": "B", "i": None}.get(node.tag, node))
    assert as_html(changed) == "<p>aB<u>B</u></p>" and as_html(tree.copy()) == as_html(tree)
    assert tree.find(lambda node: node.tag == "x") is None and Node("p").id == ""


@pytest.mark.parametrize(
    "nav", ["", "nav: [{One: [sub/b.md]}, index.md, {Two: c.md}, none.md, 'https://e.org', {Empty: }]\n"]
)
def test_the_pages_of_a_site_come_in_the_order_of_its_navigation(tmp_path, nav):
    (tmp_path / "mkdocs.yml").write_text(f"site_name: S\n{nav}", encoding="utf-8")
    for name in ("index.md", "sub/b.md", "c.md", "d.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("# T\n", encoding="utf-8")
    for name in ("index.html", "sub/b/index.html", "c.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text("<article><h1>From <b>it</b>¶</h1></article>", encoding="utf-8")
    pages = built_pages(tmp_path, tmp_path / "site")
    assert [page.address for page in pages] == (
        ["sub/b.md", "index.md", "c.md"] if nav else ["c.md", "index.md", "sub/b.md"]
    )
    assert {page.title for page in pages} == {"From it"} and {page.number for page in pages} == {None}
    assert {page.folder for page in pages} == {".", "sub/b"}
