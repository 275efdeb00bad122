"""What readers take away from the built site: decks, book and e-book say what the pages say, and ask for nothing."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import MODULES, PART_13, ROOT, in_the_gate, need
from html_checker import errors
from taken import elements, page_of, paragraphs
from views import until

from literate.products.finished_site import print_site
from literate.reading import sources
from literate.takeaway import is_made, printed
from literate.takeaway.built import Built, built_pages
from literate.takeaway.html_reader import read_html
from literate.takeaway.html_tree import Node

PARTS = [path.stem for path in sources.part_pages(ROOT)]
# Where something of a slide stands beyond it, at either end or at a side.
BEYOND = """() => [...document.querySelectorAll('main > section')].flatMap((slide) => {
    const box = slide.getBoundingClientRect(), room = slide.querySelector('.shown').getBoundingClientRect();
    return [...slide.querySelectorAll('.shown *, h1, h2')].filter((one) => {
        if (one.closest('svg') && !one.matches('svg, text')) return false;
        const it = one.getBoundingClientRect(), top = one.matches('h1, h2') ? box.top : room.top;
        return it.width && it.height && (it.top < top - 1 || it.bottom > room.bottom + 1 ||
            it.left < box.left + 8 || it.right > box.right - 8);
    }).slice(0, 1).map((one) => `${slide.id} ${one.tagName} ${one.getAttribute('class')}`);
})"""
# Letters that the last row of a room does not read: below a sixtieth of the height, as they are drawn.
SMALL = """() => [...document.querySelectorAll('.shown *')].flatMap((one) => {
    const says = [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!says || !one.getClientRects().length) return [];
    const scale = one.closest('svg')?.getScreenCTM().a ?? 1, size = parseFloat(getComputedStyle(one).fontSize) * scale;
    return size < 12 ? [`${one.closest('section').id} ${size.toFixed(1)} ${one.textContent.trim().slice(0, 20)}`] : [];
})"""
# On a phone slides flow: nothing makes the whole wider than the screen, and what is wide scrolls in its own box.
WIDE = """() => [...document.querySelectorAll('main > section')].flatMap((slide) =>
    [...slide.querySelectorAll('*')].filter((one) => !one.closest('svg, table, .maths, pre, .mse') &&
        one.getBoundingClientRect().right > innerWidth + 1).map((one) => `${slide.id} ${one.tagName} ${one.className}`)
)"""


def test_the_decks_have_what_their_pages_have_and_at_most_twenty_slides(site: Path) -> None:
    for stem in PARTS:
        deck, page = _tree(site / f"series/{stem}.slides.html"), elements(page_of(site, f"series/{stem}"))
        slides = [node for node in deck.walk() if node.tag == "section"]
        assert 5 <= len(slides) <= 20, stem
        for kind, found in elements(deck).items():
            assert {*found} <= {*page[kind]}, (stem, kind)
        halves = [slide for slide in slides[1:] if not any(elements(slide).values())]
        assert not halves, stem
        shown = [str(elements(slide)) for slide in slides[1:]]
        assert not [one for one in shown if shown.count(one) > 1], stem


def test_the_deck_of_part_13_begins_with_the_equations_the_step_in_code_and_the_error(site: Path) -> None:
    deck = _tree(site / f"{PART_13}.slides.html")
    words = [node.text() for node in deck.walk() if node.tag == "section"]
    assert "hidden_layer_delta" in words[1] and "(3, 2)" in words[1]
    assert "weights_1 = weights_1 - learning_rate" in words[2] and "np.dot(x, weights_1)" in words[2]
    assert words[3].split("Notes")[0].count("MSE") == 1


def test_the_book_has_every_page_whole(site: Path) -> None:
    in_the_gate("the book, page by page")
    book = _tree(site / "book.html")
    chapters = {node.id: node for node in book.walk() if "chapter" in node.classes}
    pages = built_pages(ROOT, site)
    assert len(chapters) == len(pages) == len(sources.pages(ROOT))
    for n, page in enumerate(pages, 1):
        assert elements(chapters[f"p{n}"]) == elements(page.article), page.address
        assert not paragraphs(page.article) - paragraphs(chapters[f"p{n}"]), page.address


def test_the_e_book_has_every_page_whole(site: Path) -> None:
    in_the_gate("the e-book, page by page")
    with zipfile.ZipFile(site / "book.epub") as archive:
        for n, page in enumerate(built_pages(ROOT, site), 1):
            chapter = read_html(archive.read(f"book/p{n}.xhtml").decode())
            assert elements(chapter) == elements(page.article), page.address
            assert not paragraphs(page.article) - paragraphs(chapter), page.address


def test_each_part_leads_to_its_slides(site: Path) -> None:
    for page in _parts(site):
        assert f'<a href="../{page.source.stem}.slides.html">slides</a>' in page.text
        assert "slides.pdf" not in page.text


@pytest.fixture(scope="module")
def deck(site: Path, browser: Any) -> Iterator[Any]:
    """A page for all decks, and what it has asked for or complained of."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page, heard = context.new_page(), list[str]()
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: heard.append(request.url) if request.url.startswith("http") else None)

    def opened(stem: str, width: int = 1280, height: int = 720) -> Any:
        page.set_viewport_size({"width": width, "height": height})
        page.goto((site / f"series/{stem}.slides.html").as_uri())
        page.evaluate("document.fonts.ready.then(() => 0)")
        return page

    yield opened
    context.close()
    assert not heard


@pytest.mark.parametrize("stem", PARTS)
def test_nothing_stands_beyond_a_slide(deck: Any, stem: str) -> None:
    page = deck(stem)
    assert page.evaluate(BEYOND) == [] and page.evaluate(SMALL) == []
    page.emulate_media(media="print")
    assert page.evaluate(BEYOND) == []
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate(WIDE) == []


def test_what_stands_beyond_a_slide_is_found(deck: Any) -> None:
    page = deck(PARTS[0])
    for more in ("margin-top: -9rem", "height: 40rem", "margin-left: -5rem"):
        page.evaluate(f"document.querySelector('#s3 .shown').firstChild.style.cssText += ';{more} !important'")
        assert [told.split()[0] for told in page.evaluate(BEYOND)] == ["s3"], more
        page.evaluate("document.querySelector('#s3 .shown').firstChild.removeAttribute('style')")


# It has scrolled there, and the address says so.
AT = "location.hash === '{0}' && Math.abs(document.querySelector('{0}').getBoundingClientRect().top) < 2"


def test_keys_lead_through_the_slides_and_open_the_notes(deck: Any) -> None:
    page = deck(PARTS[12])
    for key, place in (("ArrowRight", "#s2"), (" ", "#s3"), ("PageUp", "#s2"), ("End", "#s20"), ("Home", "#s1")):
        page.keyboard.press(key)
        until(page, AT.format(place))
    page.keyboard.press("ArrowDown")
    until(page, AT.format("#s2"))
    page.keyboard.press("n")
    assert page.evaluate("document.querySelector('#s2 details').open")
    below = "document.querySelector('#s2 .notes').getBoundingClientRect().top"
    assert page.evaluate(f"document.querySelector('#s2 .shown').getBoundingClientRect().bottom <= {below}")
    assert page.evaluate(BEYOND) == []
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('#s2 details').open")


def test_without_a_script_the_slides_scroll_and_the_notes_open(site: Path, browser: Any) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / f"{PART_13}.slides.html").as_uri())
    slide = page.locator("section:has(.notes):has(h2)").nth(1)
    slide.locator("summary").click()
    assert slide.locator(".notes p").first.is_visible() and slide.locator("h2").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_decks(deck: Any, scheme: str) -> None:
    in_the_gate("axe on the decks")
    script = Path(need("browser", MODULES / "axe-core/axe.min.js", "npm install --prefix tests/browser"))
    for stem in PARTS:
        page = deck(stem)
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate(f"{script.read_text(encoding='utf-8')}; axe.run().then(found => found.violations)")
        assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found], stem
    deck(PARTS[0]).emulate_media(color_scheme="light")


def test_the_html_checker_finds_nothing_in_what_is_made(site: Path) -> None:
    in_the_gate("HTML of what is made")
    made = [path for path in site.rglob("*.html") if is_made(path, ROOT, site)]
    assert len(made) > 3 * len(PARTS) and errors(sorted(made)) == []


def test_epubcheck_finds_nothing(site: Path) -> None:
    in_the_gate("EPUBCheck")
    need("EPUBCheck", "java", "install Debian's default-jre-headless")
    done = subprocess.run(
        [sys.executable, "-m", "epubcheck", str(site / "book.epub")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and not done.stdout.strip(), done.stdout + done.stderr


@pytest.fixture(scope="module")
def paper(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with all that is printed."""
    in_the_gate("paper")
    need("browser", "chromium", "install Debian's chromium")
    folder = Path(shutil.copytree(site, tmp_path_factory.mktemp("paper") / "site"))
    print_site(ROOT, folder)
    return folder


def test_the_contents_name_the_page_on_which_a_chapter_begins(paper: Path) -> None:
    from pypdf import PdfReader

    reader = PdfReader(paper / "book.pdf")
    numbers = printed.page_numbers(paper / "book.pdf")
    contents = "".join("".join(reader.pages[n].extract_text().split()) for n in range(1, numbers["p1"] - 1))
    for n, page in enumerate(built_pages(ROOT, paper), 1):
        first = "".join(reader.pages[numbers[f"p{n}"] - 1].extract_text().split())
        heading = page.article.find(lambda node: node.tag == "h1")
        assert heading is not None and "".join(heading.text().removesuffix("¶").split()) in first, page.address
        assert f"{page.title}{numbers[f'p{n}']}".replace(" ", "") in contents, page.address
    assert reader.outline and "/MarkInfo" in reader.trailer["/Root"]


def test_each_deck_on_paper_has_a_page_for_each_slide(paper: Path) -> None:
    from pypdf import PdfReader

    for stem in PARTS:
        slides = (paper / f"series/{stem}.slides.html").read_text(encoding="utf-8").count("<section")
        assert len(PdfReader(paper / f"series/{stem}.slides.pdf").pages) == slides, stem


def test_no_line_of_the_book_is_cut(site: Path, browser: Any) -> None:
    in_the_gate("the book on paper")
    context = browser.new_context(viewport={"width": 658, "height": 1000})  # 174 mm, the width of the text on A4
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto((site / "book.html").as_uri())
    over = """[...document.querySelectorAll('main *')].filter((one) => !one.closest('svg') &&
        one.getBoundingClientRect().right > innerWidth + 1).map((one) =>
            one.closest('[id]').id + one.outerHTML.slice(0, 80))"""
    assert page.evaluate(over) == []
    context.close()


def _tree(path: Path) -> Node:
    return read_html(path.read_text(encoding="utf-8"))


def _parts(site: Path) -> list[Built]:
    return [page for page in built_pages(ROOT, site) if page.number is not None]
