"""The pages as people meet them: in a browser, in both schemes, on a phone, on paper, without JavaScript."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import MODULES, ROOT, need
from test_site import PART_13

from literate import exports
from literate.executor import Run
from literate.reader import read

PAGES = ["", f"{PART_13}/"]
LIMIT = 140_000


@pytest.fixture(params=PAGES, ids=["home", "part-13"])
def page_address(request: pytest.FixtureRequest, address: str) -> str:
    return address + str(request.param)


@pytest.fixture
def open_page(browser: Any) -> Iterator[Any]:
    contexts = []

    def opened(address: str, *, width: int = 1280, scheme: str = "light", **options: Any) -> Any:
        viewport = {"width": width, "height": 800}
        contexts.append(browser.new_context(viewport=viewport, color_scheme=scheme, **options))
        page = contexts[-1].new_page()
        page.goto(address, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(open_page: Any, page_address: str, width: int, scheme: str) -> None:
    axe = need("browser", MODULES / "axe-core/axe.min.js", "npm install --prefix tests/browser")
    page = open_page(page_address, width=width, scheme=scheme)
    page.evaluate(Path(axe).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def test_nothing_scrolls_sideways_on_a_phone(open_page: Any, page_address: str) -> None:
    page = open_page(page_address, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_no_other_host_is_asked_and_the_first_view_is_light(browser: Any, page_address: str) -> None:
    import gzip

    context = browser.new_context()
    page, hosts, sizes = context.new_page(), set(), {}

    def note(response: Any) -> None:
        hosts.add(response.url.split("/")[2])
        body = response.body()
        sizes[response.url] = min(len(body), len(gzip.compress(body, 9)))

    page.on("response", note)
    page.goto(page_address, wait_until="networkidle")
    context.close()
    assert hosts == {page_address.split("/")[2]}
    assert sum(sizes.values()) <= LIMIT, json.dumps(sizes, indent=1)


@pytest.mark.parametrize(
    ("words", "where"),
    [("weights_2_update", "series/13-"), ("O[delta]", "legend/"), ("chain rule", "series/08-")],
)
def test_search_finds_names_of_code_and_slides_as_well_as_words(
    open_page: Any, address: str, words: str, where: str
) -> None:
    page = open_page(address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".md-search__input").click()
    page.keyboard.type(words, delay=20)
    page.locator(f".md-search-result__link[href*='{where}']").first.wait_for(timeout=10_000)
    assert any("search_index.json" in url for url in asked)


def test_each_cell_can_be_copied_alone_or_as_a_script(open_page: Any, address: str, site: Path) -> None:
    page = open_page(address + PAGES[1], permissions=["clipboard-read", "clipboard-write"])
    cells = Run(read(ROOT / f"docs/{PART_13}.md", ROOT)).page.cells
    text = (site / f"{PART_13}.py").read_text(encoding="utf-8")
    assert page.locator(".copy").count() == len(cells) and not page.locator(".result button").count()
    for cell in (cells[2], cells[-1]):
        for name, needed in (("Copy", cell.source), ("Copy as a script", exports.prefix(text, cell.id))):
            button = page.get_by_role("button", name=f"{name}: {cell.id}", exact=True)
            button.focus()
            page.keyboard.press("Enter")
            page.locator(".copy-status", has_text="Copied").wait_for()
            assert page.evaluate("navigator.clipboard.readText()").strip("\n") == needed.strip("\n")
            page.evaluate("document.querySelector('.copy-status').textContent = ''")


def test_the_policy_allows_the_scripts_of_the_page_and_no_other(open_page: Any, page_address: str) -> None:
    page = open_page("about:blank")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(page_address, wait_until="networkidle")
    assert not said
    assert page.evaluate("typeof __md_get") == "function"
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'var intruder = 1'}))")
    assert page.evaluate("typeof intruder") == "undefined" and "Content Security Policy" in " ".join(said)


def test_what_scrolls_can_be_reached_by_keyboard(open_page: Any, address: str) -> None:
    boxes = open_page(address + PAGES[1], width=320).locator(".md-typeset__scrollwrap[tabindex='0']")
    assert boxes.count() >= 2


def test_the_page_reads_whole_without_javascript(open_page: Any, page_address: str) -> None:
    script, plain = (
        open_page(page_address, java_script_enabled=enabled).locator("article") for enabled in (True, False)
    )
    script.evaluate("article => article.querySelectorAll('.copy').forEach(bar => bar.remove())")
    assert plain.inner_text().split() == script.inner_text().split()
    assert plain.locator(".mse").is_visible()


def test_the_formulas_use_the_font_of_the_site(open_page: Any, address: str) -> None:
    page = open_page(address + PAGES[1])
    assert page.evaluate("document.fonts.check('16px Maths')")
    loaded = "[...document.fonts].filter(f => f.family.includes('Maths') && f.status == 'loaded').length"
    assert page.evaluate(loaded) == 1
    assert page.locator("article math").count() > 20


@pytest.mark.parametrize("page", ["index.html", f"{PART_13}/index.html", "404.html"])
def test_the_html_checker_finds_nothing(site: Path, page: str) -> None:
    java = need("html", "java", "install Debian's default-jre-headless")
    jar = need("html", MODULES / "vnu-jar/build/dist/vnu.jar", "npm install --prefix tests/browser")
    command = [java, "-jar", jar, "--format", "json", "--errors-only", str(site / page)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not json.loads(done.stderr)["messages"]
