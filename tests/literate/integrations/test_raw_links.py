"""Addresses in HTML as Zensical needs them."""

from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from literate.integrations.builder import CONTEXT
from literate.integrations.raw_links import PAGE, RawLinks, seen_from_file

SITE = "https://example.org/"


@pytest.mark.parametrize(
    "address", ["../x/", "y.png", ".", "./", "..", "../../", "../../up/", "a/b.html?q=1&amp;r=2#c", "in/a b/", "x./y.."]
)
def test_an_address_leads_where_it_led_once_zensical_has_moved_it(address):
    for mark in ('"', "'", *[""] * (" " not in address)):
        tag = seen_from_file(f"<a class=b href={mark}{address}{mark}>", "05-words")
        moved = tag.removeprefix(f"<a class=b href={mark}").removesuffix(f"{mark}>")
        assert moved != address
        assert urljoin(f"{SITE}series/05-words/", f"../{moved}") == urljoin(f"{SITE}series/05-words/", address)


@pytest.mark.parametrize("address", ["#z", "?q=1", "", "/abs/", "//host/x", "mailto:a@b", "https://a.org/"])
def test_an_address_that_is_the_same_from_everywhere_stays(address):
    assert seen_from_file(f'<a href="{address}">', "p") == f'<a href="{address}">'


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<img src="a.png">', '<img src="p/a.png">'),
        ('<A\n HREF = "../x/">', '<A\n HREF = "x/">'),
        ('<source srcset="../a 1x, b 2x">', '<source srcset="a 1x, p/b 2x">'),
        ('<a data-href="../n/" title="href=\'../t/\' > href=x" href="../x/">../y/</a>', None),
        ('<video poster="../p.png">', '<video poster="../p.png">'),
        ('&lt;a href="../x/"&gt; href="../x/"', '&lt;a href="../x/"&gt; href="../x/"'),
    ],
)
def test_what_zensical_moves_and_nothing_else(html, made):
    assert seen_from_file(html, "p") == (made or html.replace(' href="../x/"', ' href="x/"'))


class Context(Preprocessor):
    """What Zensical registers."""

    def __init__(self, path, url):
        self.page = SimpleNamespace(path=path, url=url)

    def run(self, lines):
        return lines


TEXT = (
    '# A <a href="../x/">link</a>\n\n## B <a href="../x/">link</a>\n\n<div><a href="../x/">x</a></div>\n\n[y](../y)\n'
)


@pytest.mark.parametrize(
    ("path", "url", "moved"),
    [
        ("series/05.md", "series/05/", 3),
        ("index.md", "", 0),
        ("series/index.md", "series/", 0),
        ("series/05.md", "series/05.html", 0),
        (None, None, 0),
    ],
)
def test_html_alone_is_changed_once_and_where_the_builder_moves_it(path, url, moved):
    """The table of contents runs what comes after Markdown once more for each heading."""
    md = Markdown(extensions=["toc"])
    md.treeprocessors.register(RawLinks(md), "links", -1000)
    setattr(md, PAGE, "page")
    if path:
        md.preprocessors.register(Context(path, url), CONTEXT, 0)
    html = md.convert(TEXT)
    assert html.count('href="x/"') == moved and html.count('href="../x/"') == 3 - moved
    assert html.count('href="../y"') == 1


def test_what_is_inside_a_page_is_left_to_the_page():
    md = Markdown()
    md.treeprocessors.register(RawLinks(md), "links", -1000)
    md.preprocessors.register(Context("series/05.md", "series/05/"), CONTEXT, 0)
    assert 'href="../x/"' in md.convert('<a href="../x/">x</a>')
