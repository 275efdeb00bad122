"""What stands below a page: edit, report, discuss; and nothing of it without a repository."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import PART_13, ROOT
from html_checker import errors

from literate.products.finished_site import with_policy

PAGE = """<!doctype html><body class="md-typeset"><article>
<h1 id="top">T</h1><p id="line">A line of words.</p>
<details><summary>Fold</summary><h2 id="inside">In</h2><p class="in">In the fold.</p></details>
<figure class="figure" id="figure-net">
<svg viewBox="0 0 9 9" width="90"><text id="svg-id" y="9">drawn</text></svg></figure>
<h2 id="formula">F</h2><div class="maths"><math><mi class="x">x</mi></math></div>
<div class="cell" id="cell-a"><pre class="code">a</pre><pre class="ran">7 of mine</pre></div><p class="last">After.</p>
<div class="talk"><p><a data-report href="/new?title=M&amp;body={}">Report a mistake</a></p>{}</div></article>
<script src="/assets/site.js"></script>"""
BODY = "Page%3A%20p%0APlace%3A%20%0AVersion%3A%20abc%0A%0AWhat%3F%0A"
BUTTON = '<p><button type="button" data-frame="{}widget?term=t">Show comments</button></p>'
WIDGET = "<script>parent.postMessage({giscus: {resizeHeight: 321}}, '*')</script>"


@pytest.fixture
def talk(browser: Any, address: str) -> Iterator[Any]:
    """A page with what may be pointed at, the site's script, and what was asked for."""
    context = browser.new_context()
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    text = PAGE.format(BODY, BUTTON.format(f"{address}frame/"))
    page.route("**/talk/*", lambda route: route.fulfill(content_type="text/html", body=text))
    page.route("**/frame/*", lambda route: route.fulfill(content_type="text/html", body=WIDGET))
    page.route("**/new?*", lambda route: route.fulfill(content_type="text/html", body="new"))
    page.goto(f"{address}talk/", wait_until="load")
    yield page
    context.close()


def _report(page: Any) -> str:
    page.get_by_text("Report a mistake").click()
    page.wait_for_url("**/new?*")
    return parse_qs(urlsplit(page.url).query)["body"][0]


@pytest.mark.parametrize(
    ("pointed", "place"),
    [
        ("#line", "line"),
        ("details .in", "inside"),
        ("#figure-net svg", "figure-net"),
        (".x", "formula"),
        (".last", "cell-a"),
    ],
)
def test_a_report_names_the_place_that_was_pointed_at(talk: Any, address: str, pointed: str, place: str) -> None:
    talk.evaluate("document.querySelector('details').open = true")
    talk.locator(pointed).click()
    talk.evaluate("document.querySelector('details').open = false")
    body = _report(talk)
    assert f"Place: {address}talk/#{place}\n" in body and "Version: abc" in body
    assert ("7 of mine" in body) == (place == "cell-a")


def test_a_report_takes_selected_words_along_and_without_any_it_is_as_written(talk: Any) -> None:
    assert "Place: \n" in _report(talk)
    talk.go_back()
    talk.evaluate("getSelection().selectAllChildren(document.querySelector('#line'))")
    link = talk.get_by_text("Report a mistake")
    link.focus()
    talk.keyboard.press("Enter")
    talk.wait_for_url("**/new?*")
    body = parse_qs(urlsplit(talk.url).query)["body"][0]
    assert "#line\n" in body and "“A line of words.”" in body


def test_comments_ask_for_nothing_before_the_click_and_then_fill_their_frame(talk: Any, address: str) -> None:
    assert not [url for url in talk.asked if "frame" in url or "talk.js" in url]
    talk.get_by_role("button", name="Show comments").click()
    frame = talk.locator("iframe.comments")
    frame.wait_for()
    talk.wait_for_function("document.querySelector('iframe').style.height === '321px'")
    asked = parse_qs(urlsplit(str(frame.get_attribute("src"))).query)
    assert asked["term"] == ["t"] and asked["origin"] == [f"{address}talk/"] and "session" not in asked


def test_a_session_is_kept_and_taken_out_of_the_address(talk: Any, address: str) -> None:
    talk.goto(f"{address}talk/?giscus=abc")
    talk.locator("iframe.comments").wait_for()
    assert "session=abc" in str(talk.locator("iframe").get_attribute("src")) and talk.url == f"{address}talk/"
    assert talk.evaluate("localStorage.getItem('giscus-session')") == json.dumps("abc")


def test_with_a_repository_a_page_can_be_edited_and_reported_without_a_script(site: Path) -> None:
    text = (site / PART_13 / "index.html").read_text(encoding="utf-8")
    assert f'href="https://github.com/example/nets/edit/main/docs/{PART_13}.md"' in text
    assert "https://github.com/example/nets/issues/new?title=Mistake" in text and "frame-src" not in text
    assert 'href="#cell-sigmoid"' in text


SMALL = """
import sys
from jinja2 import Environment, FileSystemLoader
from types import SimpleNamespace as Some
repo, ids = sys.argv[1], sys.argv[2]
page = Some(edit_url="E", title="T & <b>t</b>", canonical_url="https://x.org/a/", url="a/", meta={"title": "T"})
comments = {"repo": "o/r", "repo_id": ids, "category": "C", "category_id": "D"}
config = Some(repo_url=repo, extra=Some(commit="abc", comments=comments))
template = Environment(loader=FileSystemLoader("overrides/partials")).get_template("comments.html")
print(template.render(config=config, page=page))
"""


def _drawn(repo: str, ids: str) -> str:
    command = [sys.executable, "-c", SMALL, repo, ids]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def test_without_a_repository_nothing_is_drawn_and_with_ids_the_policy_names_the_host_of_the_frame() -> None:
    assert _drawn("", "") == "" == _drawn("", "R")
    plain, whole = _drawn("https://h.org/r", ""), _drawn("https://h.org/r", "R")
    assert "Edit this page" in plain and "giscus" not in plain and "giscus.app/en/widget?" in whole
    head = '<meta charset="utf-8">'
    assert "frame-src" not in with_policy(head + plain)
    assert '; frame-src https://giscus.app"' in with_policy(head + whole)


def test_what_is_drawn_is_valid(tmp_path: Path) -> None:
    text = _drawn("https://h.org/r", "R")
    page = f'<!doctype html><html lang="en"><head><title>T</title></head><body><h1>T</h1>{text}</body></html>'
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert errors([tmp_path / "a.html"]) == []
