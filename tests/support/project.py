"""A small project in a temporary folder: a page, a taught package, and what reads them."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from literate.errors import PageError
from literate.reading.page import Page
from literate.reading.reader import read
from literate.running.run import Run

TAUGHT = '''\
"""Taught."""

import numpy as np


# --8<-- [start:double]
def double(a):
    """Twice a."""
    return 2 * a


# --8<-- [end:double]


def checked(a):
    if a < 0:
        raise ValueError(f"a is {a}")
    # --8<-- [start:body]
    b = a + 1
    # --8<-- [start:inner]
    c = b * b
    # --8<-- [end:inner]
    d = c / 2
    # --8<-- [end:body]
    return d
'''


LEDGER = "docs/series/13-implementing-backpropagation-with-numpy.md"
BENCHMARK = "docs/assets/benchmark.json"
SETTINGS = """\
[tool.literate]
package = "tinynet"
parts = "series"
teaching = ["beyond"]
worked_example = "series/13-implementing-backpropagation-with-numpy.md"
benchmark = "assets/benchmark.json"
legend = "legend.md"
unlinked = ["index.md"]
ledger = "ledger.md"
reference = "reference/index.md"
archive = "series/basics-of-deep-learning.zip"
equations = "tests/equations.py"
checked_by = "tests/test_equations.py"
checked_told = "how-we-know.md#derivations"
"""


def with_settings(root: Path) -> Path:
    """Write the settings of a course, where there are none; gives back the root."""
    if not (root / "pyproject.toml").exists():
        (root / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    return root


def project(root: Path, page: str, name: str = "docs/page.md", taught: str = TAUGHT) -> Path:
    """Write a page and the taught package; the page's path."""
    (root / "tinynet").mkdir(exist_ok=True)
    with_settings(root)
    (root / "tinynet/__init__.py").write_text(taught, encoding="utf-8")
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return path


def first(mistakes: Iterator[PageError]) -> None:
    """Raise the first mistake, if there is one."""
    for mistake in mistakes:
        raise mistake


def page_of(root: Path, page: str, **options: str) -> Page:
    """The page, read."""
    return read(project(root, page, **options), root)


def run_of(root: Path, page: str, **options: str) -> Run:
    """The page, run whole."""
    return Run(page_of(root, page, **options)).all()


def cell(code: str, id: str = "a", more: str = "") -> str:
    """One cell."""
    result = "" if "result=" in more else ' result="text"'
    return (
        f'```python exec="1" source="block"{result} session="s" id="{id}"{more}\n{textwrap.dedent(code).strip()}\n```\n'
    )
