"""A live server on a small site."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from conftest import ROOT


class Server:
    """A live server on a site, and what it says in the terminal."""

    path, patience = "", 30

    def __init__(self, root: Path, command: Sequence[str] = (), paths: str | None = None) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self.log = root, root / "log"
        environment = os.environ | {
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONPATH": f"{root}:{ROOT}" if paths is None else paths,
        }
        ours = [sys.executable, "-m", "mkdocs", "serve", "-w", str(root / "tinynet")]
        started = [*(command or ours), "-a", self.address]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(started, cwd=root, env=environment, stdout=log, stderr=log)

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

    def says(self, what: str) -> None:
        """Wait until the terminal shows a text."""
        until = time.monotonic() + self.patience
        while time.monotonic() < until and what not in self.log.read_text():
            time.sleep(0.05)
        assert what in self.log.read_text()
