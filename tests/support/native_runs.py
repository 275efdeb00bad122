"""Runs cells by the runner that the browser has, in a Python without one: requests on standard input, line by line.

A request is `{"page": …, "cells": [[id, text], …]}`, an answer what `Runner.run` gives and the `text`. A page has one
runner for as long as requests follow one another, as in a browser.
"""

import io
import json
import os
import sys
import tempfile
from typing import Any

FOLDER, PACKAGE = sys.argv[1:]
sys.path[:0] = [FOLDER, f"{FOLDER}/package.zip"]
answers, requests, sys.stdin, sys.argv = sys.stdout, sys.stdin, io.StringIO(), [""]


def main() -> None:
    """Answer until there is no request left."""
    from runner import Runner

    told = list[str]()
    page, runner = None, Runner(lambda kind, value: told.append(value) if kind == "text" else None, PACKAGE)
    fresh = runner.states[0]
    os.chdir(tempfile.mkdtemp())
    for line in requests:
        request: dict[str, Any] = json.loads(line)
        if request["page"] != page:
            page = request["page"]
            runner.states = {0: fresh}
        told.clear()
        ended = runner.run([tuple(cell) for cell in request["cells"]])
        answers.write(json.dumps({**ended, "text": "".join(told), "kept": sorted(runner.states)}) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
