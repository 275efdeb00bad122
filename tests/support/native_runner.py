"""The runner of the browser in a Python without one, asked cell by cell."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Cells = list[list[str]]
PROGRAM = Path(__file__).with_name("native_runs.py")


class Native:
    """One process with a runner."""

    def __init__(self, folder: Path, package: str) -> None:
        """Begin; `folder` has the runner and the package."""
        command = [sys.executable, "-B", str(PROGRAM), str(folder), package]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, page: str, cells: Cells) -> dict[str, Any]:
        """Run the last of some cells of a page."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"page": page, "cells": cells}) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer


@contextmanager
def native(folder: Path, package: str = "tinynet") -> Iterator[Native]:
    """A runner for as long as it is needed."""
    runner = Native(folder, package)
    try:
        yield runner
    finally:
        runner.process.kill()
        runner.process.communicate()


def pages(site: Path) -> dict[str, list[dict[str, Any]]]:
    """The cells of each page of a built site that has some to run, by the page's address."""
    found = sorted(site.rglob("run.json"))
    return {
        path.parent.relative_to(site).as_posix(): json.loads(path.read_text(encoding="utf-8"))["cells"]
        for path in found
    }


def as_built(cells: list[dict[str, Any]]) -> Cells:
    """Cells as the runner is given them."""
    return [[cell["id"], cell["source"]] for cell in cells]
