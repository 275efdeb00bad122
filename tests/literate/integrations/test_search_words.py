"""What the theme's search reads: formulas in the words in which they are typed."""

from types import SimpleNamespace

import pytest
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.toc import get_toc

from literate.integrations import search_words
from literate.maths import to_mathml
from literate.maths.words import formula_as_text
from literate.products import beforehand


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        (r"\rerr{O}_{\text{delta}}", "O[delta]"),
        (r"\rupd{W}_{2\text{-update}} = \frac{1}{N} \, \rhid{H}_{\text{out}}^T \, O", "W[2-update] = 1 / N H[out]^T O"),
        (r"\rwt{w}_{2\text{-}11}", "w[2-11]"),
        (r"\rerr{h}_{\text{error}}[2]^{(e)} \odot 2", "h[error][2]^(e) ⊙ 2"),
        (r"s(z) = e^{-z}", "s(z) = e^− z"),
        (r"\sum_{e} x", "∑[e]x"),
        (r"f'(x) < 3", "f^′(x) < 3"),
    ],
)
def test_a_formula_in_words(tex, words):
    assert formula_as_text(to_mathml(tex, display=True)) == words


def test_the_search_reads_words_and_the_page_keeps_its_formulas(monkeypatch):
    monkeypatch.setattr(SearchIndex, "add_entry_from_context", SearchIndex.add_entry_from_context)
    content = f"<p>So {to_mathml('a_{1} < 3', display=False)} & {to_mathml('b^2', display=True)}.</p>"
    page = SimpleNamespace(content=content, toc=get_toc([]), title="T", meta={"search": {"boost": 2}}, url="a/")
    for _ in range(2):  # a second build in the same process
        search_words.begin_search_words()
        index = SearchIndex()
        index.add_entry_from_context(page)
        assert index.entries == [
            {"location": "a/", "title": "T", "text": "<p>So a[1] &lt; 3 &amp; b^2.</p>", "boost": 2}
        ]
    assert page.content == content


def test_a_page_that_was_read_beforehand_is_not_read_again_unless_it_has_changed(monkeypatch):
    page = SimpleNamespace(content="<p>One.</p>", toc=get_toc([]), title="T", meta={}, url="a/")
    beforehand.WAITING.clear()
    for content, expected in (("<p>One.</p>", ["ahead"]), ("<p>Two.</p>", ["<p>Two.</p>"])):
        monkeypatch.setattr(search_words, "_entries", lambda page: [{"text": "ahead"}])
        search_words.read_beforehand(page, "<p>One.</p>")
        assert "a/" not in search_words.READ
        assert beforehand.do_next() and not beforehand.do_next()
        monkeypatch.undo()
        page.content, index = content, SearchIndex()
        search_words.add(index, page)
        assert [entry["text"] for entry in index.entries] == expected
        assert "a/" not in search_words.READ


@pytest.mark.parametrize("unread", ["<svg><text>12</text></svg>", '<div class="result"><pre>12</pre></div>'])
def test_pictures_and_outputs_are_left_out(unread):
    content = f"<p>Before.</p>{unread}<p>After.</p>"
    page = SimpleNamespace(content=content, toc=get_toc([]), title="T", meta={}, url="a/")
    index = SearchIndex()
    search_words.add(index, page)
    assert index.entries[0]["text"] == "<p>Before.</p><p>After.</p>"
