"""The site as Zensical builds it and `finish` leaves it: as good as that of MkDocs; and its cache hides no edit."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, build, in_the_gate
from html_checker import errors
from live_server import Server
from mkdocs.utils.yaml import get_yaml_loader
from project import cell, project
from served import served
from small_site import small_site


def test_the_html_checker_finds_nothing(zensical_site: Path) -> None:
    assert errors(sorted(zensical_site.rglob("*.html"))) == []


@pytest.fixture(scope="module")
def second_address(zensical_site: Path) -> Iterator[str]:
    with served(zensical_site) as found:
        yield found


def test_no_page_complains_or_asks_another_host_and_scripts_of_others_are_refused(
    browser: Any, zensical_site: Path, second_address: str
) -> None:
    pages = sorted(path.relative_to(zensical_site).as_posix() for path in zensical_site.rglob("*.html"))
    pages = [
        name for name in pages if re.search(r"(^|/)index\.html$|^404\.html$", name)
    ]  # all else is a file to take away
    said, asked = list[str](), set[str]()
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.add(request.url))
    for name in pages:
        page.goto(second_address + name, wait_until="load")
        page.evaluate("document.querySelector('input[data-md-color-scheme=slate]').click()")
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate", name
        assert not said, (name, said)
    assert len(pages) > 25 and all(url.startswith((second_address, "data:")) for url in asked)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'var intruder = 1'}))")
    assert page.evaluate("typeof intruder") == "undefined" and "Content Security Policy" in " ".join(said)
    page.close()


CARDS = '---\ntitle: 1. A\n---\n\n# A\n\n??? recall "How {}?"\n\n    Well.\n'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A page that shows the questions of another, watched as this project watches its own."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), get_yaml_loader())
    small_site(tmp_path, "# T\n\n" + cell("from tinynet import double\nprint(double(21))", more=' result="text"'))
    with (tmp_path / "mkdocs.yml").open("a") as file:
        file.write(yaml.safe_dump({"watch": [name for name in settings["watch"] if name in {"docs", "tinynet"}]}))
    project(tmp_path, "# Cards\n\n[[cards]]\n", "docs/cards.md")
    project(tmp_path, CARDS.format("one"), "docs/series/01-a.md")
    return tmp_path


def test_a_build_on_the_cache_of_another_shows_an_edit_of_the_page_that_it_draws_from(small: Path) -> None:
    in_the_gate("two builders")
    for words in ("one", "one", "two"):  # the first leaves what Python has compiled, which is watched as well
        (small / "docs/series/01-a.md").write_text(CARDS.format(words), encoding="utf-8")
        done = build("zensical", "build", "--strict", root=small, PYTHONPATH=str(ROOT))
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"How {words}?" in (small / "site/cards/index.html").read_text(encoding="utf-8")


def test_its_live_server_shows_edits_and_mistakes_across_pages(small: Path) -> None:
    in_the_gate("two builders")
    server = Server(small, command=[sys.executable, "-m", "zensical", "serve"])
    try:
        server.shows("<code>42")
        server.path = "cards/"
        server.shows("How one?")
        project(small, CARDS.format("two"), "docs/series/01-a.md")
        server.shows("How two?")
        server.path = "series/01-a/"
        project(small, CARDS.format("{{ 1 / 0 }}"), "docs/series/01-a.md")
        assert "ZeroDivisionError" in server.shows('class="mistake"')
        project(small, CARDS.format("three"), "docs/series/01-a.md")
        assert "mistake" not in server.shows("How three?")
    finally:
        server.process.terminate()
        server.process.wait()
