"""The search as people use it: what they type leads to the place where it is explained, near the top and in sight."""

import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

QUERIES = ROOT / "tests/data/queries.txt"
NEEDED, GROUPS = 74, 3  # of the 84; a group is a page with its places
# The addresses of each group of hits, without those in its fold.
IN_SIGHT = """(groups) => [...document.querySelectorAll('.md-search-result__item')].slice(0, groups).map((item) =>
    [...item.querySelectorAll('.md-search-result__link')].filter((link) => !link.closest('details')).map((link) => {
        const url = new URL(link.href);
        return url.pathname.slice(1) + url.hash;
    }))"""
IDLE = "Type to start searching"


def queries() -> Iterator[tuple[str, list[str]]]:
    """What is typed, and the addresses where it is explained."""
    parts = {f"{int(path.name[:2])}": f"series/{path.stem}" for path in (ROOT / "docs/series").glob("*.md")}
    for line in QUERIES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            words, places = line.split(" -> ")
            yield words, [_address(place, parts) for place in places.split()]


def _address(place: str, parts: dict[str, str]) -> str:
    page, mark, anchor = place.partition("#")
    return f"{parts.get(page, page)}/{mark}{anchor}"


def leads(site: Path) -> dict[str, set[str]]:
    """The entries of the page of questions, and the addresses to which each leads."""
    html = (site / "questions/index.html").read_text(encoding="utf-8")
    html = html.partition("<article")[2].partition("</article>")[0]
    entries = re.split(r'<h[23] id="([^"]+)"', html)[1:]
    return {
        f"questions/#{anchor}": set(re.findall(r'href="\.\./([^"]+)"', body))
        for anchor, body in zip(entries[::2], entries[1::2], strict=True)
    }


@pytest.fixture(scope="module")
def searching(browser: Any, address: str) -> Iterator[Any]:
    """A page whose search is open; `complaints` is what its console has said."""
    page = browser.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.goto(address)
    page.locator(".md-search__input").click()
    yield page
    page.close()


def _hits(page: Any, words: str) -> list[list[str]]:
    field, said = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    field.fill("")
    field.press("End")  # the theme listens to keys alone
    said.filter(has_text=IDLE).wait_for()
    field.fill(words)
    field.press("End")
    said.filter(has_not_text=IDLE).wait_for()
    if "No matching" in said.inner_text():  # it says so too while the answer is on its way
        page.wait_for_timeout(1000)
    hits: list[list[str]] = page.evaluate(IN_SIGHT, GROUPS)
    return hits


def test_queries_lead_to_the_place_where_the_thing_is_explained(searching: Any, site: Path) -> None:
    entries, asked, lost = leads(site), list(queries()), []
    for words, places in asked:
        groups = _hits(searching, words)
        seen = {hit for group in groups for hit in group}
        if not any(hit in places or entries.get(hit, set()) & set(places) for hit in seen):
            lost.append((words, groups))
    assert len(asked) - len(lost) >= NEEDED, lost


def test_a_formula_is_found_by_its_words(searching: Any) -> None:
    found = [place for group in _hits(searching, "O[delta]") for place in group]
    assert {"summary/", "series/11-backpropagation-step-by-step-3/#matrices"} & {*found}, found


def test_no_word_breaks_the_search(searching: Any) -> None:
    """The theme takes a digit for the number of a node, and complains; `word_index` says how, and mends it."""
    for letter in string.ascii_lowercase + string.digits + "[_":  # with all that begins with it
        _hits(searching, letter)
    assert not searching.complaints


def test_every_place_that_a_query_wants_exists(site: Path) -> None:
    for words, places in queries():
        for place in places:
            page, _, anchor = place.partition("#")
            html = (site / page / "index.html").read_text(encoding="utf-8")
            assert not anchor or re.search(rf'\bid="{re.escape(anchor)}"', html), (words, place)
