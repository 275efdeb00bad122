"""The search as people use it: what they type leads to the place where it is explained, near the top and in sight."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, served

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
def found(browser: Any, site: Path) -> dict[str, list[list[str]]]:
    """For each query the first groups of hits, as they are seen."""
    with served(site) as address:
        page = browser.new_page()
        page.goto(address)
        page.locator(".md-search__input").click()
        hits = {words: _hits(page, words) for words, _ in queries()}
        page.close()
    return hits


def _hits(page: Any, words: str) -> list[list[str]]:
    field, said = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    field.fill("")
    field.press("End")  # the theme listens to keys alone
    said.filter(has_text=IDLE).wait_for()
    field.fill(words)
    field.press("End")
    said.filter(has_not_text=IDLE).wait_for()
    hits: list[list[str]] = page.evaluate(IN_SIGHT, GROUPS)
    return hits


def test_queries_lead_to_the_place_where_the_thing_is_explained(found: dict[str, Any], site: Path) -> None:
    entries, lost = leads(site), []
    for words, places in queries():
        seen = {hit for group in found[words] for hit in group}
        if not any(hit in places or entries.get(hit, set()) & set(places) for hit in seen):
            lost.append((words, found[words]))
    assert len(found) - len(lost) >= NEEDED, lost


def test_every_place_that_a_query_wants_exists(site: Path) -> None:
    for words, places in queries():
        for place in places:
            page, _, anchor = place.partition("#")
            html = (site / page / "index.html").read_text(encoding="utf-8")
            assert not anchor or re.search(rf'\bid="{re.escape(anchor)}"', html), (words, place)
