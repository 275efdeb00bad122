"""Which page a builder renders, and what its plugins have changed."""

from types import SimpleNamespace

import pytest
from project import cell, page_of

from literate.errors import PageError
from literate.integrations import renderer
from literate.integrations.builder import CONTEXT, Builder, Source, changes, source_of


class Context:
    """What Zensical registers on each instance of Markdown."""

    def __init__(self, config, page):
        self.config, self.page = config, page

    def run(self, lines):
        return lines


def test_zensical_says_it_on_the_instance_wherever_it_was_started(tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    md = renderer.markdown(tmp_path)
    said = {"root_dir": str(tmp_path), "docs_dir": "docs"}
    md.preprocessors.register(Context(said, SimpleNamespace(path="a/b.md")), CONTEXT, 0)
    assert source_of(md) == Source(tmp_path / "docs/a/b.md", tmp_path)


def test_mkdocs_says_it_once(tmp_path):
    md, said = renderer.markdown(tmp_path), Source(tmp_path / "docs/a.md", tmp_path, "text")
    Builder.said = said
    assert source_of(md) is said and source_of(md) is None


TEXT = "---\ntitle: T\n---\n\n# T\n\none\n\ntwo\n\n" + cell("x = 1")


def changed(root, old, new):
    page = page_of(root, TEXT)
    seen = page.body.strip("\n")
    return changes(page, Source(page.path, root, seen), seen.replace(old, new).split("\n"))


def test_lines_that_a_plugin_has_changed_are_known_by_their_lines(tmp_path):
    assert changed(tmp_path, "none", "else") == {}
    assert changed(tmp_path, "one", "ONE") == {7: "ONE"}
    assert changed(tmp_path, "one", "1\n2") == {7: "1\n2"}
    assert changed(tmp_path, "one\n\ntwo", "three") == {7: "three", 8: "", 9: ""}
    assert changed(tmp_path, "two\n", "two\nmore\n") == {9: "two\nmore"}
    page = page_of(tmp_path, TEXT)
    assert changes(page, Source(page.path, tmp_path), ["anything"]) == {}


@pytest.mark.parametrize(
    ("old", "new", "line"), [("x = 1", "x = 2", 12), ("x = 1", "x = 1\ny = 2", 12), ("source", "s", 11)]
)
def test_what_a_plugin_must_not_change(tmp_path, old, new, line):
    with pytest.raises(PageError, match="a plugin of the builder changes this line") as caught:
        changed(tmp_path, old, new)
    assert caught.value.line == line
