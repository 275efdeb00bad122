"""The book and the e-book: all pages, links inside, nothing that needs anything else."""

import gc
import re
import zipfile
from datetime import date
from xml.dom import minidom

import pytest
from taken import PART, built_site, elements, make_all

from literate.takeaway.book import chapter_list
from literate.takeaway.html_reader import article, read_html
from literate.takeaway.html_tree import as_html
from literate.takeaway.make import Made, is_made
from literate.takeaway.plain import as_picture

SECOND = """<h1 id="b">B</h1><p><a href="../01-a/?walk=at:1#figure-net">figure</a> <a href="../01-a/#gone">gone</a>
<a href="../01-a.ipynb" download>notebook</a> <a href="../../">home</a> <a id="here">no link</a>
<span data-made="x" hidden><b>unmade</b></span><a href="https://example.com/x">away</a></p>
<details class="hint"><summary>H</summary><p id="2nd">hint</p></details>"""


def made_of(root, book='book = "book"\n'):
    site = built_site(root)
    with (root / "pyproject.toml").open("a") as settings:
        settings.write(book)
    path = site / "series/02-b/index.html"
    path.write_text(path.read_text().replace("<h1>B</h1>", SECOND))
    return Made(root, site)


def test_of_drawings_to_choose_from_all_are_on_paper():
    frames = "".join(f'<div class="frame"><svg><text>{name}</text></svg><p>below {name}</p></div>' for name in "ab")
    figure = read_html(
        '<figure class="figure switch explore walk" id="f" data-explore="w"><fieldset><input></fieldset>'
        f'<div class="stage"><div class="frames">{frames}</div><div class="live">live</div></div></figure>'
    )
    made = as_picture(figure.elements[0])
    assert made.classes == ["figure", "switch", "walk", "still"] and "data-explore" not in made.attributes
    assert " ".join(made.text().split()) == "abelow abbelow b"


def test_the_book_has_every_element_of_every_page(tmp_path):
    made = made_of(tmp_path)
    make_all(tmp_path, made.site)
    whole = read_html((made.site / "book.html").read_text())
    chapter = whole.find(lambda node: node.id == "p2")
    assert elements(chapter) == elements(article(f"<article>{PART}</article>"))
    assert [chapter.place for chapter in made.chapters] == ["p1", "p2", "p3"]


def test_links_stay_inside_and_what_is_no_page_is_whole(tmp_path):
    body = as_html(made_of(tmp_path).chapters[2].body)
    assert '<a href="#p2-figure-net">figure' in body and '<a href="#p2">gone' in body and '<a href="#p1">home' in body
    assert '<a href="https://example.org/nets/series/01-a.ipynb">notebook' in body and "unmade" not in body
    assert '<a href="https://example.com/x">away' in body and '<a id="p3-here">no link' in body
    assert '<details class="hint" open="open">' in body and 'id="p3-2nd"' in body


def test_what_is_pressed_is_left_out(tmp_path):
    made = made_of(tmp_path)
    page = made.site / "series/02-b/index.html"
    page.write_text(page.read_text().replace("</article>", "<p>Text<button>Press</button></p></article>"))
    assert "<p>Text</p>" in as_html(made.chapters[2].body)


def test_without_an_address_of_the_site_there_is_no_link_to_its_files(tmp_path):
    made = made_of(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("https://example.org/nets/", "http://127.0.0.1:8000/"))
    assert "<span>notebook</span>" in as_html(made.chapters[2].body)


def test_places_do_not_clash_and_what_names_them_follows(tmp_path):
    made = made_of(tmp_path)
    page = made.site / "series/01-a/index.html"
    page.write_text(
        page.read_text().replace('<svg viewBox="0 0 20 10">', '<svg aria-labelledby="t u" viewBox="0 0 20 10">')
    )
    text = as_html(made.chapters[1].body)
    assert 'clip-path="url(#p2-c)"' in text and 'aria-labelledby="p2-t p2-u"' in text


def test_contents_list_chapters_and_sections_with_the_pages_that_are_known(tmp_path):
    made = made_of(tmp_path)
    text = as_html(chapter_list(made.chapters, {"p2": 7, "p2-one": 8}))
    assert re.findall('href="#(.*?)"', text) == ["p1", "p2", "p2-one", "p2-slips", "p2-check", "p3"]
    assert re.findall('page-number">(.*?)<', text) == ["7", "8"]


def test_the_book_asks_for_nothing(tmp_path):
    made = made_of(tmp_path)
    make_all(tmp_path, made.site)
    text = (made.site / "book.html").read_text()
    assert "default-src 'none'" in text and "<script" not in text and "<title>S &amp; T</title>" in text
    assert is_made(made.site / "book.html", tmp_path, made.site)
    assert is_made(made.site / "series/01-a.slides.html", tmp_path, made.site)
    assert not is_made(made.site / "index.html", tmp_path, made.site)


def test_the_e_book_is_the_same_at_any_time_and_its_files_are_well_formed(tmp_path):
    made = made_of(tmp_path)
    make_all(tmp_path, made.site)
    once = (made.site / "book.epub").read_bytes()
    make_all(tmp_path, made.site)
    assert (made.site / "book.epub").read_bytes() == once
    with zipfile.ZipFile(made.site / "book.epub") as archive:
        names = archive.namelist()
        assert names[0] == "mimetype" and archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        texts = {name: archive.read(name).decode() for name in names}
    for name in names[1:]:
        if not name.endswith(".css"):
            minidom.parseString(texts[name])
    assert (
        '<item id="p2" href="p2.xhtml" media-type="application/xhtml+xml" properties="mathml svg"/>'
        in texts["book/package.opf"]
    )
    assert 'href="p2.xhtml#p2-figure-net"' in texts["book/p3.xhtml"] and "@page" not in texts["book/style.css"]
    assert 'href="p2.xhtml"' in texts["book/nav.xhtml"] and "1980-01-01T" in texts["book/package.opf"]


def test_a_row_too_long_for_a_page_stands_in_lines_and_nothing_is_scrolled(tmp_path):
    made = made_of(tmp_path)
    page, row = made.site / "series/02-b/index.html", "<tr><td>{}</td><td>{}</td><td>3</td></tr>"
    tables = (f"<table>{row.format('a' * n, 'b' * n)}</table>" for n in (3, 50))
    page.write_text(page.read_text().replace("</article>", f"{''.join(tables)}</article>"))
    found = [node.attributes for node in made.chapters[2].body.walk() if node.tag == "table"]
    assert found == [{}, {"data-wide": ""}]
    make_all(tmp_path, made.site)
    with zipfile.ZipFile(made.site / "book.epub") as archive:
        sheet = archive.read("book/style.css").decode()
    for scrolled in re.findall(r"^(.+?) \{[^}]*overflow(?:-x)?: auto", sheet, re.MULTILINE):
        after = sheet[sheet.index(f"{scrolled} {{") :]
        assert re.search(rf"^[^{{}}]*{re.escape(scrolled)}\b[^{{}}]*{{ overflow: visible", after, re.MULTILINE), (
            scrolled
        )


def test_the_day_of_the_e_book_is_that_of_the_last_change(tmp_path):
    made = made_of(tmp_path)
    page = tmp_path / "docs/series/02-b.md"
    page.write_text("---\ntitle: 2. B\ndate: 2026-11-04\nupdated: 2026-11-07\n---\n# B\n")
    make_all(tmp_path, made.site)
    with zipfile.ZipFile(made.site / "book.epub") as archive:
        assert f"{date(2026, 11, 7)}T00:00:00Z" in archive.read("book/package.opf").decode()


@pytest.mark.parametrize("collects", [True, False])
def test_whether_circles_are_looked_for_is_as_it_was(tmp_path, collects):
    made, was = made_of(tmp_path), gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        make_all(tmp_path, made.site)
        assert gc.isenabled() == collects
    finally:
        (gc.enable if was else gc.disable)()


def test_a_project_that_names_no_book_has_none(tmp_path):
    made = made_of(tmp_path, book="")
    assert made.book is None and not any(path.stem == "book" for path in make_all(tmp_path, made.site))
    assert not is_made(made.site / "book.html", tmp_path, made.site)
