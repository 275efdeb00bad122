"""Editing under `mkdocs serve`: the result of an edit is seen, a mistake is seen, the server lives on."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from project import TAUGHT, cell, project
from test_extension import small_site

PAGE = "# T\n\n" + cell("from tinynet import double\nprint(double(21))", more=' result="text"')


class Server:
    """A live server on a site, and what it says in the terminal."""

    path, patience = "", 30

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self.log = root, root / "log"
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": f"{root}:{ROOT}"}
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", self.address, "-w", str(root / "tinynet")]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log)

    def page(self) -> str:
        try:
            with urllib.request.urlopen(f"http://{self.address}/{self.path}", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def shows(self, what: str) -> str:
        """Wait until the page shows a text; gives back the article."""
        until = time.monotonic() + self.patience
        while time.monotonic() < until and self.process.poll() is None:
            if what in (page := self.page()):
                return re.split(r"<article[^>]*>|</article>", page)[1]
            time.sleep(0.05)
        raise AssertionError(f"{what!r} was not shown\n{self.log.read_text()}")


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
    assert server.process.poll() is None
