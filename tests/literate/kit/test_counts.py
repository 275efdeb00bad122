"""How much there is on the pages of a project, and which edits change a page that says so."""

import pytest
from project import TAUGHT, cell, page_of, project, run_of

from literate.kit import counts
from literate.serving import dependencies, site_files

CELL = cell('a = 1\n\n--8<-- "tinynet/__init__.py:double"')
PAGE = f"""\
---
title: A
minutes: 7
given:
  "1,000": from elsewhere
---

The largest of {{{{ a }}}} and {{{{ benchmark.b }}}}. {{{{ holds: a == 1 }}}} It falls. [In](page.md) and [out](https://a.org).

$x$ and $y$.

$$
a = b
$$

[[checked: net]]

[[checked: nothing]]

$$
c = d
$$

```figure id="f"
bars()
```

{CELL}
"""
EQUATIONS = 'FLOWERS = (1, 2)\nHIDDEN = (1, 2, 3)\nSEEDS = (1,)\n@equation("net", bound=1)\ndef _(net):\n    return 1\n'
HOME = cell("from literate.kit.counts import counts\n\nfound = counts()\nprint(found.cells)")
COUNTED = "docs/page.md"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/equations.py").write_text(EQUATIONS, encoding="utf-8")
    project(tmp_path, PAGE, "docs/series/01-a.md")
    project(tmp_path, PAGE, "docs/series/02-b.md")
    settings = (tmp_path / "pyproject.toml").read_text() + 'claim_words = ["largest", "falls"]\n'
    (tmp_path / "pyproject.toml").write_text(settings)
    return tmp_path


def test_two_pages_with_all_that_is_counted(root):
    assert vars(counts.counts(root)) == {
        "pages": 2,
        "cells": 2,
        "numbers": 4,
        "records": 2,
        "given": 2,
        "claims": 2,
        "bound": 2,
        "unbound": 2,
        "figures": 2,
        "formulas": 8,
        "symbols": 12,
        "links": 2,
        "set_apart": 4,
        "set_apart_checked": 2,
        "sections": 3,
        "equations": 1,
        "minutes": 14,
        "registered": 1,
        "nets": 6,
        "points": 0,
    }


def test_a_page_with_a_mistake_is_counted_as_well(root):
    project(root, PAGE + "\n```python exec\n", "docs/series/02-b.md")
    assert counts.counts(root).pages == 2


def test_a_cell_counts_the_pages_of_its_own_project(root):
    assert run_of(root, HOME, name=COUNTED).outputs["a"] == "3\n"


def key(root, name=COUNTED):
    return dependencies.cache_key(root, name, site_files.texts(root))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("It falls.", "It rises.", False),
        ("$y$", "$y$ and $z$", False),
        ("$x$", f"$x$\n\n{cell('b = 2', 'b')}", True),
    ],
)
def test_a_page_that_counts_depends_on_the_counts_that_it_names(root, old, new, changes):
    page_of(root, HOME, name=COUNTED)
    before = key(root)
    project(root, PAGE.replace(old, new), "docs/series/02-b.md")
    assert (key(root) != before) is changes
    project(root, PAGE, "docs/series/02-b.md")
    assert key(root) == before


def test_a_page_that_counts_nothing_does_not_depend_on_counts(root):
    page_of(root, "# T\n\nTwo cells.\n", name=COUNTED)
    before = key(root)
    project(root, PAGE.replace("$x$", f"$x$\n\n{cell('b = 2', 'b')}"), "docs/series/02-b.md")
    assert key(root) == before


def test_an_edit_of_the_package_counts_where_it_changes_a_count(root):
    page_of(root, HOME + "\n{{ found.sections }}\n", name=COUNTED)
    before = key(root)
    project(root, PAGE, "docs/series/02-b.md", TAUGHT.replace("Twice", "Two times"))
    assert key(root) == before
    project(root, PAGE, "docs/series/02-b.md", TAUGHT.replace("return 2 * a", "b = 2 * a\n    return b"))
    assert key(root) != before
