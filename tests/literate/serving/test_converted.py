"""What converting a page gave, under the live server of Zensical."""

import sys
from types import SimpleNamespace

import pytest
from markdown.preprocessors import Preprocessor
from project import TAUGHT, cell, project

from literate.integrations.builder import CONTEXT
from literate.integrations.renderer import markdown
from literate.serving import converted

PAGE = "# T\n\n" + cell("from tinynet import double\nprint(double(21))")


class Context(Preprocessor):
    """What Zensical registers."""

    page, config = SimpleNamespace(path="a.md", url="a/"), {"root_dir": ".", "docs_dir": "docs"}


@pytest.fixture(autouse=True)
def served(root, monkeypatch):
    monkeypatch.setattr(converted, "KEPT", {})
    monkeypatch.setattr(sys, "argv", ["zensical", "serve"])


@pytest.fixture
def convert(root, monkeypatch):
    """Convert the text of a page as Zensical does, with an instance of its own; and how many were read anew."""
    count = []

    def parsed(md, lines):
        count.append(1)
        return lines

    def of(text, name="docs/a.md", **options):
        project(root, text, name, **options)
        md = markdown(root)
        md.preprocessors.register(Context(md), CONTEXT, 0)
        return md.convert(text), getattr(md, "toc_tokens", None), len(count)

    monkeypatch.setattr(Context, "run", parsed)
    return of


def test_a_page_is_converted_once_until_what_it_depends_on_changes(convert):
    html, toc, count = convert(PAGE)
    assert count == 1 and [one["name"] for one in toc] == ["T"] and "<h1" in html
    assert convert(PAGE) == (html, toc, 1), "with the contents that Zensical takes from it"
    assert convert(PAGE, taught=TAUGHT + "\n# more\n") == (html, toc, 1), "a comment is no change"
    assert convert(PAGE, taught=TAUGHT.replace("2 * a", "3 * a"))[2] == 2
    assert convert(PAGE + "\nMore.\n", taught=TAUGHT.replace("2 * a", "3 * a"))[2] == 3


def test_a_claim_that_names_the_package_is_looked_at_again_when_that_changes(convert):
    claim = "# T\n\nSo it is. {{ holds: tinynet.double(2) == 4 }}\n"
    assert [convert(claim)[2] for _ in range(2)] == [1, 1]
    assert "this claim does not hold" in convert(claim, taught=TAUGHT.replace("2 * a", "3 * a"))[0]


def test_a_page_with_a_mistake_or_with_a_reference_is_converted_each_time(convert):
    convert("# T\n\n{{ 1 / 0 }}\n")
    assert not converted.KEPT
    counts = [convert("# T\n\n::: tinynet.double\n")[2] for _ in range(2)]
    assert counts[1] == counts[0] + 1 and not converted.KEPT


def test_a_mistake_in_the_settings_is_shown_and_gone_when_it_is_mended(convert, root):
    html, *_ = convert(PAGE)
    kept = (root / "pyproject.toml").read_text(encoding="utf-8")
    for wrong in ("pakage = 1\n", "book = \n"):
        (root / "pyproject.toml").write_text(f"[tool.literate]\n{wrong}", encoding="utf-8")
        assert 'class="mistake">pyproject.toml:2:1: ' in convert(PAGE)[0]
    (root / "pyproject.toml").write_text(kept, encoding="utf-8")
    assert convert(PAGE)[0] == html


def test_a_build_keeps_nothing(convert, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["zensical", "build"])
    assert [convert(PAGE)[2] for _ in range(2)] == [1, 2] and not converted.KEPT
