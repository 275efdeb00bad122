"""What is added at the end of a build."""

import gc
from functools import partial
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment
from material.plugins.search.plugin import SearchIndex
from mkdocs.exceptions import BuildError
from mkdocs.plugins import PluginCollection
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from project import cell, project, run_of

from literate.integrations import end_of_build, markdown, mkdocs, search_words
from literate.integrations.builder import Builder, Source
from literate.integrations.mkdocs_plugin import LiteratePlugin
from literate.products import beforehand, notebooks, published
from literate.running.runs import DONE, Runs


@pytest.fixture(autouse=True)
def build(monkeypatch):
    DONE.clear()
    beforehand.WAITING.clear()
    search_words.READ.clear()
    monkeypatch.setattr(mkdocs, "STATE", {"command": "build"})
    monkeypatch.setattr(Page, "render", Page.render)  # which a live server wraps
    monkeypatch.setattr(SearchIndex, "add_entry_from_context", SearchIndex.add_entry_from_context)
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_what_is_left_at_the_end_is_not_looked_through():
    gc.unfreeze()
    mkdocs.on_startup("build", dirty=False)
    assert gc.get_threshold() == mkdocs.MANY and not gc.get_freeze_count()
    mkdocs.on_shutdown()
    assert gc.get_freeze_count() > 1000


def test_the_runs_of_the_build_before_are_forgotten(monkeypatch):
    """A live server builds again and again; a page that was taken away would stay in the archive."""
    monkeypatch.setitem(DONE, "docs/gone.md", None)
    mkdocs.on_pre_build(SimpleNamespace(plugins={}))
    assert not DONE


def test_without_a_repository_no_page_leads_to_its_source():
    configs = [SimpleNamespace(plugins={}, repo_url=address, edit_uri="edit") for address in ("", "https://a.example")]
    for config in configs:
        mkdocs.on_pre_build(config)
    assert [config.edit_uri for config in configs] == [None, "edit"]


def test_a_template_is_compiled_once_and_under_a_live_server_those_of_the_reference_too():
    ours, theirs = (Environment(loader=DictLoader({"a": "{{ 1 + 1 }}"})) for _ in range(2))
    asked = []
    plugin = SimpleNamespace(get_handler=lambda name: asked.append(name) or SimpleNamespace(env=theirs))
    config = SimpleNamespace(plugins={"mkdocstrings": plugin})
    mkdocs.on_pre_build(config)
    assert not asked, "asked for, it writes its style sheet"
    mkdocs.on_startup("build", dirty=False)
    assert theirs.bytecode_cache is None and mkdocs.on_env(ours).bytecode_cache is mkdocs.STATE["templates"]
    mkdocs.on_startup("serve", dirty=False)
    mkdocs.on_pre_build(config)
    assert asked == ["python"]
    assert mkdocs.on_env(ours) is ours and ours.bytecode_cache is theirs.bytecode_cache is not None
    theirs.get_template("a")
    ours.compile = None
    assert ours.get_template("a").render() == "2", "what was compiled once is not compiled again"
    other = mkdocs.on_env(Environment(loader=DictLoader({"a": "{{ 2 + 2 }}"})))
    assert other.get_template("a").render() == "4"


def test_a_live_server_changes_a_page_before_it_is_written(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.literate]\nunmarked = ["n"]\n')
    page = '<span data-record="tests">3</span><pre><span class="n">a</span></pre>'
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    assert mkdocs.on_post_page(page, config=config) == page, "a build does so when all pages are there"
    mkdocs.STATE["command"] = "serve"
    assert mkdocs.on_post_page(page, config=config) == (
        '<span data-record="tests">not run in this build</span><pre>a</pre>'
    )


def test_settings_that_cannot_be_read_stop_a_build_with_their_place(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.literate]\nbook = 5\n", encoding="utf-8")
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"))
    files = SimpleNamespace(documentation_pages=list)
    for state in ({"command": "build"}, {"command": "serve", "begun": True}):
        mkdocs.STATE.update(state)
        with pytest.raises(BuildError, match=r"^pyproject.toml:2:1: book is 5, needed: words\n"):
            mkdocs.on_nav(None, config=config, files=files)


def test_the_extension_is_told_which_page_comes_next(tmp_path):
    page = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(tmp_path / "docs/a.md"), src_uri="a.md"))
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    assert mkdocs.on_page_markdown("text", page=page, config=config) is None
    assert Builder.said == Source(tmp_path / "docs/a.md", tmp_path, "text")
    Builder.said = None


def test_while_a_page_still_runs_what_the_end_needs_is_done(tmp_path, monkeypatch):
    page = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(tmp_path / "docs/a.md"), src_uri="a.md"))
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    asked, done = [], []
    begun = SimpleNamespace(still_runs=lambda name: asked.append(name) or len(asked) < 3)
    monkeypatch.setattr(markdown, "BEGUN", begun)
    monkeypatch.setattr(Builder, "said", None)
    beforehand.WAITING.extend(partial(done.append, number) for number in range(3))
    mkdocs.on_page_markdown("text", page=page, config=config)
    assert done == [0, 1] and asked == ["docs/a.md"] * 3, "when it is over, it is rendered at once"
    asked.clear()
    mkdocs.on_page_markdown("text", page=page, config=config)
    assert done == [0, 1, 2] and len(asked) == 2, "when nothing is left to do, it is waited for"
    beforehand.WAITING.append(int)
    mkdocs.on_pre_build(SimpleNamespace(plugins={}))
    assert not beforehand.WAITING, "what another build would have needed"


def test_a_build_writes_the_products_of_its_parts(tmp_path, monkeypatch):
    (tmp_path / "series").mkdir()
    run = run_of(tmp_path, cell("print(1)"), name="docs/series/01-a.md")
    DONE.update({run.page.name: run})
    config = SimpleNamespace(site_dir=str(tmp_path), config_file_path=str(tmp_path / "mkdocs.yml"))
    archive = tmp_path / "series/basics-of-deep-learning.zip"
    monkeypatch.setitem(mkdocs.STATE, "pages", 1)
    mkdocs.on_startup("build", dirty=True)
    mkdocs.on_post_build(config)
    assert (tmp_path / "series/01-a.ipynb").is_file() and not archive.is_file(), "a part of the pages is not all"
    mkdocs.on_startup("build", dirty=False)
    mkdocs.STATE["pages"] = 2
    mkdocs.on_post_build(config)
    assert not archive.is_file(), "a page that has a mistake is missing"
    mkdocs.STATE["pages"] = 1
    mkdocs.on_post_build(config)
    assert archive.is_file()


def test_all_pages_begin_to_run_at_once_and_under_a_live_server_once(tmp_path, monkeypatch):
    path = project(tmp_path, cell("print(1)"), name="docs/series/01-a.md")
    monkeypatch.setattr(markdown, "BEGUN", Runs())
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"))
    files = SimpleNamespace(documentation_pages=lambda: [SimpleNamespace(abs_src_path=str(path))])
    prepared = []
    monkeypatch.setattr(end_of_build, "prepare_end", lambda *given: prepared.append(given))
    mkdocs.on_startup("serve", dirty=False)
    for begun in (["docs/series/01-a.md"], []):
        mkdocs.on_nav(None, config=config, files=files)
        assert list(markdown.BEGUN.begun) == begun and mkdocs.STATE["pages"] == 1
        markdown.BEGUN.begun.clear()
    assert not prepared
    mkdocs.on_startup("build", dirty=False)
    mkdocs.on_nav(None, config=config, files=files)
    assert prepared == [(config, files, mkdocs.STATE["templates"])]


def test_a_live_server_puts_nothing_off(tmp_path, monkeypatch):
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    page = SimpleNamespace(file=SimpleNamespace(src_uri="none.md"), url="none/", title="T", meta={}, toc=get_toc([]))
    for command, read in (("serve", False), ("build", True)):
        monkeypatch.setitem(mkdocs.STATE, "command", command)
        mkdocs.on_page_content("<p>Words.</p>", page, config)
        assert beforehand.do_next() == ("none/" in search_words.READ) == read
    mkdocs.on_pre_build(SimpleNamespace(plugins={}))
    assert not search_words.READ, "what was read for another build"


def test_the_products_of_a_part_are_made_when_there_is_time(tmp_path, monkeypatch):
    run, other = (run_of(tmp_path, cell("print(1)"), name=name) for name in ("docs/series/01-a.md", "docs/b.md"))
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    DONE.update({run.page.name: run, other.page.name: other})
    for name in ("series/01-a.md", "b.md", "none.md"):
        page = SimpleNamespace(file=SimpleNamespace(src_uri=name), url=name, title="T", meta={}, toc=get_toc([]))
        mkdocs.on_page_content("<p>Words.</p>", page, config)
    assert len(beforehand.WAITING) == 4, "each is read for the search, and a part has products"
    while beforehand.do_next():
        pass
    monkeypatch.setattr(notebooks, "notebook", lambda run: 1 / 0)
    published.publish([run], tmp_path / "site")
    assert (tmp_path / "site/series/01-a.ipynb").is_file(), "what was made is not made again"


def test_a_build_finishes_its_pages_and_a_live_server_sets_no_policy(tmp_path, monkeypatch):
    """It adds a script of its own to each page."""
    site = tmp_path / "site"
    site.mkdir()
    config = SimpleNamespace(site_dir=str(site), config_file_path=str(tmp_path / "mkdocs.yml"))
    for command in ("build", "serve"):
        (site / "index.html").write_text('<meta charset="utf-8"><span data-record="tests">old</span>')
        mkdocs.on_startup(command, dirty=False)
        mkdocs.on_post_build(config)
        page = mkdocs.on_post_page((site / "index.html").read_text(), config=config)
        assert ("Content-Security-Policy" in page) == (command == "build") and "not run in this build" in page


def test_a_build_without_parts_writes_no_archive(tmp_path, monkeypatch):
    mkdocs.on_post_build(SimpleNamespace(site_dir=str(tmp_path), config_file_path=str(tmp_path / "mkdocs.yml")))
    assert not [*tmp_path.iterdir()]


def test_what_keeps_a_page_from_being_read_stops_the_build_at_its_place(tmp_path):
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"))
    path = project(tmp_path, "It is {{ 1 + 1 }}\n", name="docs/other.markdown")
    files = SimpleNamespace(documentation_pages=list)
    with pytest.raises(BuildError, match=r"docs/other\.markdown:1:1: this file is not read as a page"):
        mkdocs.on_nav(None, config=config, files=files)
    path.rename(path.with_suffix(".md")).write_bytes(b"# T\n\n\xfcber\n")
    files.documentation_pages = lambda: [SimpleNamespace(abs_src_path=str(path.with_suffix(".md")))]
    with pytest.raises(BuildError, match=r"docs/other\.md:3:1: this line is not UTF-8: byte 0xfc"):
        mkdocs.on_nav(None, config=config, files=files)
    config.docs_dir = str(tmp_path / "pages")
    with pytest.raises(BuildError, match=r"the pages are in .*/pages, needed: docs in \[tool.literate\]"):
        mkdocs.on_nav(None, config=config, files=files)


def test_a_live_server_looks_for_it_before_each_build(tmp_path, monkeypatch):
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"))
    monkeypatch.setattr(markdown, "BEGUN", Runs())
    path = project(tmp_path, "Words.\n", name="docs/index.md")
    files = SimpleNamespace(documentation_pages=lambda: [SimpleNamespace(abs_src_path=str(path))])
    mkdocs.on_startup("serve", dirty=False)
    mkdocs.on_nav(None, config=config, files=files)
    path.write_bytes(b"\xfcber\n")
    for _ in range(2):
        with pytest.raises(BuildError, match=r"docs/index\.md:1:1: this line is not UTF-8: byte 0xfc"):
            mkdocs.on_nav(None, config=config, files=files)
    path.write_text("Words.\n", encoding="utf-8")
    mkdocs.on_nav(None, config=config, files=files)


def test_the_plugin_does_what_the_hooks_do():
    ours = {name: hook for name, hook in vars(mkdocs).items() if name.startswith("on_")}
    plugins = PluginCollection()
    plugins["literate"] = LiteratePlugin()
    assert {f"on_{name}": found for name, found in plugins.events.items() if found} == {
        name: [hook] for name, hook in ours.items()
    }
