"""Runs tests in copies of a process that has loaded the libraries already: so a break costs half of what it did.

`tests/mutation/mutate.py` starts this file in a copy of the repository and writes a line of JSON for each run: what to
hand to pytest, and
the seconds that it may take. The answer is a line: pytest's exit code, or -1 for a run that was stopped.
"""

import importlib
import json
import os
import signal
import sys
import time

import pytest

# What takes long to load and is not ours: ours is what is broken.
LIBRARIES = (
    "contourpy",
    "markdown_exec",
    "material.plugins.search.plugin",
    "math_core",
    "mkdocs.commands.build",
    "mkdocstrings",
    "nbclient",
    "nbformat",
    "numpy",
    "pymdownx.superfences",
)


def _test(arguments: list[str]) -> None:
    """Run pytest in this process, in silence, and end."""
    os.setsid()
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    code = 1
    try:
        code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *arguments]))
    finally:
        os._exit(code)


def run(arguments: list[str], limit: float) -> int:
    """Run pytest in a copy of this process; what it has started ends with it."""
    child = os.fork()
    if not child:
        _test(arguments)
    end = time.monotonic() + limit
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -1


if __name__ == "__main__":
    for name in LIBRARIES:
        importlib.import_module(name)
    for line in sys.stdin:
        print(run(*json.loads(line)), flush=True)
