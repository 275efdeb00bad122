"""What a page says about itself, its headings, and its places: each mistake with its line."""

import pytest
from conftest import ROOT
from project import first, page_of

from literate.checking import metadata
from literate.errors import PageError

GOOD = (
    "---\ntitle: T\ndescription: Two words.\ndate: 2026-11-24\ntags: [Code]\ntime_limit: 2\n---\n# T { #top }\n\n## B\n"
)
NAV = "site_name: S\n\nnav:\n  - page.md\n"


def check(root, text):
    first(metadata.mistakes(page_of(root, text), {}))


def test_what_is_well(tmp_path):
    check(tmp_path, "text\n")
    check(tmp_path, "\n\ntext\n\n---\n")
    for rule in ("---\n\ntext\n", "---\nNote: text\n", "---\n", "---\n\ntext\n\n---\n", "    ---\n    a: b\n    ---\n"):
        check(tmp_path, f"<!-- words -->\n\n{rule}")
    (tmp_path / "mkdocs.yml").write_text(NAV, encoding="utf-8")
    check(tmp_path, GOOD)
    check(tmp_path, GOOD.replace("tags: [Code]", "counted: [pages]") + "\n{{ len(pages) }}\n")
    check(tmp_path, GOOD + "\n```text\n# One { #top }\n```\n\n`# Two` and `{ #top }`\n")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("---\ntitle", "\n---\ntitle", 2, "the front matter is not read"),
        ("---\ntitle", " ---\ntitle", 1, "the front matter is not read"),
        ("---\ntitle", "<!-- SPDX -->\n---\ntitle", 2, "the front matter is not read"),
        ("---\ntitle", "<!-- two\nlines --> <!-- -->\n\n---\n# T\n'title'", 4, "the front matter is not read"),
        ("---\ntitle", "[//]: # (words)\n---\ntitle", 2, "the front matter is not read"),
        ("time_limit", "time_limt", 6, "the front matter has time_limt, which nothing reads"),
        ("title: T", "'title': ''", 2, "title is '', needed: words"),
        (GOOD[4 : GOOD.index("# T")], "{title: 13, description: D}\n---\n", 1, "title is 13, needed: words"),
        ("title: T", "title: 13", 2, "title is 13, needed: words"),
        ("2026-11-24", "yesterday", 4, "date is 'yesterday', needed: a day, 2026-11-24"),
        ("[Code]", "Code", 5, r"tags is 'Code', needed: a list, \[Theory\]"),
        ("tags: [Code]", "counted: [pages]", 5, "counted: no number uses pages"),
        ("tags: [Code]", "counted: pages", 5, "counted is 'pages', needed: a list"),
        ("[Code]", "[]", 5, r"tags is \[\], needed: a list"),
        ("tags: [Code]", "search: 0.5", 5, "search is 0.5, needed: what the theme reads, {boost: 0.5}"),
        ("Two words", "0.5 is the drop", 3, "0.5 is typed, not computed"),
        ("{ #top }", "{ top }", 8, "this heading has no place that links can name"),
        ("{ #top }", "{ #top", 8, "this heading has no place that links can name"),
        ("## B", "# B", 10, "a page has one heading of the first level"),
        ("## B", "## B { #top }", 10, "the place top stands twice on this page"),
        ("## B", '<b id="x">b</b> {: #top }', 10, "the place top stands twice on this page"),
    ],
)
def test_each_mistake_has_its_line(tmp_path, old, new, line, message):
    with pytest.raises(PageError, match=message) as caught:
        check(tmp_path, GOOD.replace(old, new))
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# T\n", 1, "the front matter has no title"),
        ("---\ntitle: T\n---\n# T\n", 1, "the front matter has no description"),
        ("---\ntitle: T\ndescription: D\n---\ntext\n\n## B\n", 5, "this page has no heading of the first level"),
    ],
)
def test_a_page_of_the_site_needs_a_title_and_words_for_search(tmp_path, text, line, message):
    check(tmp_path, text)
    (tmp_path / "mkdocs.yml").write_text("site_name: S\n", encoding="utf-8")
    check(tmp_path, text)
    (tmp_path / "mkdocs.yml").write_text(NAV, encoding="utf-8")
    with pytest.raises(PageError, match=message) as caught:
        check(tmp_path, text)
    assert caught.value.line == line


def test_the_guide_names_all_that_a_page_may_say():
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(f"`{key}" in guide for key in metadata.KEYS)
