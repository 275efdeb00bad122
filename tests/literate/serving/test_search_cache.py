"""What a live server keeps of the search."""

from types import SimpleNamespace

import pytest
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.toc import get_toc

from literate.serving import search_cache

HTML = '<p>Some words.</p><h2 id="s">Second</h2><p>More.</p>'


@pytest.fixture
def built(monkeypatch):
    """A build of one page: its entries. `read` counts how often the theme has read a page."""
    read, add = [], SearchIndex.add_entry_from_context
    monkeypatch.setattr(SearchIndex, "add_entry_from_context", lambda *both: (read.append(both), add(*both)))
    search_cache.keep_search_entries()

    def build(url="a/", **changed):
        page = SimpleNamespace(content=HTML, toc=get_toc([]), title="T", meta={"tags": ["Code"]}, url=url)
        page.__dict__.update(changed)
        index = SearchIndex()
        index.add_entry_from_context(SimpleNamespace(**vars(page) | {"url": "before/", "content": "<p>Before.</p>"}))
        index.add_entry_from_context(page)
        return index.entries[1:]

    build.read = read
    return build


def test_a_page_that_is_the_same_is_read_once_and_its_entries_are_those_of_the_theme(built):
    first = built()
    assert [entry["location"] for entry in first] == ["a/", "a/#s"] and "Some words." in first[0]["text"]
    expected = [dict(entry) for entry in first]
    first[0]["text"] = "changed by a plugin"
    first[0]["tags"].append("changed")
    second = built()
    expected[0]["tags"] = ["Code"]
    assert second == expected and len(built.read) == 2
    second[0]["tags"].append("changed")
    assert built() == expected


@pytest.mark.parametrize(
    ("changed", "has"),
    [
        ({"content": HTML.replace("More", "Less")}, "Less."),
        ({"title": "Other"}, "Other"),
        ({"meta": {"tags": ["Theory"]}}, "Theory"),
        ({"meta": {"search": {"exclude": True}}}, None),
        ({"url": "b/"}, "b/#s"),
    ],
)
def test_what_changes_an_entry_is_read_again(built, changed, has):
    before = built()
    after = built(**changed)
    assert after != before and (str(after).count(has) if has else not after)
    assert len([page for _, page in built.read if page.url != "before/"]) == 2
