"""Editing under `mkdocs serve`: the result of an edit is seen, a mistake is seen, the server lives on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import in_the_gate
from live_server import Server
from project import LEDGER, TAUGHT, cell, project
from small_site import small_site

PAGE = "# T\n\n" + cell("from tinynet import double\nprint(double(21))", more=' result="text"')


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    live = Server(small_site(tmp_path, PAGE))
    yield live
    live.process.terminate()
    live.process.wait(10)


def test_edits_and_mistakes_are_seen_and_the_server_lives_on(server: Server) -> None:
    edit = server.root / "docs/index.md"
    assert "mistake" not in server.shows("<code>42")

    edit.write_text(PAGE.replace("21", "0.5 / 0"), encoding="utf-8")
    broken = server.shows('class="mistake"')
    assert "docs/index.md:5:1" in broken and "ZeroDivisionError" in broken and "42" not in broken
    assert "docs/index.md:5:1: cell &quot;a&quot; stopped" in broken
    assert 'docs/index.md:5:1: cell "a" stopped: ZeroDivisionError' in server.log.read_text()

    edit.write_text(PAGE.replace("21", "4"), encoding="utf-8")
    assert "mistake" not in server.shows("<code>8")

    project(server.root, PAGE.replace("21", "4"), "docs/index.md", taught=TAUGHT.replace("2 * a", "5 * a"))
    server.shows("<code>20")

    project(server.root, PAGE.replace("21", "4"), "docs/index.md", taught=TAUGHT.replace("2 * a", "2 * "))
    assert "SyntaxError" in server.shows('class="mistake"')

    project(server.root, PAGE.replace("21", "4"), "docs/index.md")
    server.shows("<code>8")

    edit.write_bytes("# Ü\n".encode("latin-1"))
    server.says("docs/index.md:1:1: this line is not UTF-8: byte 0xdc")
    edit.write_text(PAGE, encoding="utf-8")
    server.shows("<code>42")
    assert server.process.poll() is None and "UnicodeDecodeError" not in server.log.read_text()


def test_what_is_kept_is_never_stale(tmp_path: Path) -> None:
    """With our hooks only what depends on an edit is rendered again: the random number of another page stays."""
    in_the_gate("a second live server")
    root = small_site(tmp_path, PAGE)
    written = {
        "docs/section.md": cell('--8<-- "tinynet/__init__.py:double"\nprint(double(4))', more=' result="text"'),
        "docs/drawn.md": cell("import numpy as np\nprint(np.random.random())", more=' result="text"'),
        "docs/takes.md": "It takes {{ ledger.x }} and $a$, as [here](section.md).\n",
        "docs/legend.md": "| symbol | meaning | part |\n|--|--|--|\n| $a$ | old words | 1 |\n",
        LEDGER: cell("x = 5"),
    }
    for name, text in written.items():
        project(root, text, name)
    live = Server(root)

    def shows(path: str, what: str) -> str:
        live.path = path
        return live.shows(what)

    def edit(name: str, old: str, new: str) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    try:
        shows("", "<code>42")
        edit("tinynet/__init__.py", "2 * a", "2 * ")
        assert "SyntaxError" in shows("", 'class="mistake"')
        edit("tinynet/__init__.py", "2 * ", "2 * a")
        assert "mistake" not in shows("", "<code>42")
        drawn = shows("drawn/", "<code>0.")
        edit("tinynet/__init__.py", "2 * a", "5 * a")
        shows("", "<code>105")
        shows("section/", "<code>20")
        edit("docs/legend.md", "old", "new")
        shows("takes/", "a: new words")
        edit(LEDGER, "x = 5", "x = 6")
        shows("takes/", "It takes 6")
        edit("docs/index.md", "21", "3")
        shows("", "<code>15")
        assert shows("drawn/", "<code>0.") == drawn
        (root / "docs/section.md").rename(root / "docs/renamed.md")
        assert "section.md is not there" in shows("takes/", 'class="mistake"')
        (root / "docs/renamed.md").rename(root / "docs/section.md")
        assert "mistake" not in shows("takes/", "It takes 6")
    finally:
        live.process.terminate()
        live.process.wait(10)
