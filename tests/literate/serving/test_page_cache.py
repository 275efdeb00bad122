"""What a page depends on, and what a live server hands back."""

import logging
from types import SimpleNamespace

import pytest
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.pages import Page
from project import LEDGER, TAUGHT, cell, project

from literate.integrations import mkdocs, search_words
from literate.running.runs import DONE
from literate.serving import definitions, dependencies, page_cache, site_files

MODULES = {
    "__init__": "from tinynet.a import f\nfrom tinynet.b import g\n__all__ = ['f', 'g']\n",
    "a": "from tinynet import c\nLIMIT = 1\n\n\ndef f():\n    return c.h(LIMIT)\n\n\ndef other():\n    return 2\n",
    "b": "def g():\n    return 3\n",
    "c": "import math\nfrom typing import Any\n\n\ndef h(a: Any):\n    return math.exp(a)\n",
    "filled": "RULES = {}\n\n\ndef rule(function):\n    RULES[1] = function\n",
    "filling": "from tinynet.filled import rule\n\n\n@rule\ndef strict():\n    return 4\n",
}
PAGE = "# T\n\n" + cell("import numpy\nfrom numpy.b import g\nfrom tinynet import f\nprint(f())")
LEGEND = "| symbol | meaning | part |\n|--|--|--|\n| $a$ | a thing | 1 |\n| $b$ | another | 1 |\n"


def write(root, **modules):
    (root / "tinynet").mkdir(exist_ok=True)
    for name, text in modules.items():
        (root / f"tinynet/{name}.py").write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path):
    project(tmp_path, PAGE, "docs/series/01-a.md")
    write(tmp_path, **MODULES)
    return tmp_path


def key(root, name="docs/series/01-a.md"):
    return dependencies.cache_key(root, name, site_files.texts(root))


def page(root, name, text):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("module", "old", "new", "other"),
    [
        ("a", "LIMIT = 1", "LIMIT = 2", True),
        ("a", "return 2", "return 5", False),
        ("a", "return 2", "return (", True),
        ("a", "return 2", "return 2\n\n\nWRONG = wrong", True),
        ("b", "return 3", "return 5", False),
        ("b", "def g", "import os\nos.sep\n\n\ndef g", True),
        ("c", "math.exp", "math.sin", True),
        ("__init__", "import g", "import g as f", True),
    ],
)
def test_an_edit_of_the_package_counts_where_it_is_used(root, module, old, new, other):
    before = key(root)
    assert before == key(root)
    write(root, **{module: MODULES[module].replace(old, new)})
    assert (key(root) != before) is other
    write(root, **{module: MODULES[module]})
    assert key(root) == before


def test_an_edit_of_prose_counts_on_its_own_page_alone(root):
    text = "# P\n\n[[ledger: X]]\n"
    other = page(root, "docs/series/02-b.md", text)
    third = page(root, "docs/series/03-c.md", "# Q\n\n[[ledger]]\n")
    before, marked = key(root), key(root, third)
    page(root, other, text.replace("# P\n", "# P\n\nMore words, so that the marker moves down.\n"))
    assert (key(root), key(root, third)) == (before, marked)
    page(root, other, text.replace("X]]", "Y]]"))
    assert key(root) == before and key(root, third) != marked


@pytest.mark.parametrize("name", ["docs/shown.css", "docs/shown.toml", "tests/shown.py"])
def test_a_section_counts_wherever_its_file_lies(root, name):
    page(root, name, "# --8<-- [start:a]\nrate = 1\n# --8<-- [end:a]\n")
    shows = page(root, "docs/shows.md", f'# T\n\n```text\n--8<-- "{name}:a"\n```\n')
    before = key(root, shows)
    page(root, name, "# --8<-- [start:a]\nrate = 2\n# --8<-- [end:a]\n")
    assert key(root, shows) != before


def test_an_edit_of_the_package_counts_nowhere_else(root):
    name = page(root, "docs/plain.md", "Prose.\n")
    before = key(root, name)
    write(root, b=MODULES["b"] + "\n\ng()\n")
    assert key(root, name) == before


@pytest.mark.parametrize("made", ["LIMIT = size()", "LIMIT = 1\nif size():\n    LIMIT = 2"])
def test_what_a_statement_uses_counts_with_it(root, made):
    text = MODULES["a"].replace("LIMIT = 1", f"def size():\n    return 1\n\n\n{made}")
    write(root, a=text)
    before = key(root)
    write(root, a=text.replace("return 1", "return 3"))
    assert key(root) != before


def test_a_section_counts_where_it_is_shown(root):
    marked = MODULES["b"] + "\n\n# --8<-- [start:x]\nX = 1\n# --8<-- [end:x]\n"
    write(root, b=marked)
    name = page(root, "docs/shown.md", cell('--8<-- "tinynet/b.py:x"'))
    before = key(root, name)
    write(root, b=marked.replace("return 3", "return 5"))
    assert key(root, name) == before
    write(root, b=marked.replace("X = 1", "X = 2"))
    assert key(root, name) != before


def test_what_can_fill_a_variable_counts_with_it(root):
    name = page(root, "docs/rules.md", cell("from tinynet.filled import RULES"))
    before = key(root, name)
    write(root, filling=MODULES["filling"].replace("4", "5"))
    assert key(root, name) != before


def test_modules_that_are_found_by_their_names_count_with_what_finds_them(root):
    (root / "tinynet/found").mkdir()
    finding = "from importlib import import_module\n\n\ndef found(name):\n    return import_module(name)\n"
    one = "\n\ndef one():\n    return 1\n"
    write(root, **{"found/__init__": f"{finding}{one}", "found/named": "X = 1\n"})
    name = page(root, "docs/found.md", cell("from tinynet.found import found"))
    other = page(root, "docs/one.md", cell("from tinynet.found import one"))
    before = key(root, name), key(root, other)
    write(root, **{"found/named": "X = 2\n"})
    assert key(root, name) != before[0] and key(root, other) == before[1]


@pytest.mark.parametrize(
    "code", ["import tinynet", "from tinynet import *", "import os", "open('a')", "from tinynet import b"]
)
def test_code_that_takes_more_depends_on_all_of_it(root, code):
    name = page(root, "docs/more.md", cell(code))
    before = key(root, name)
    write(root, b=MODULES["b"].replace("3", "5"))
    assert key(root, name) != before


FIGURE = '```figure id="a"\n{}\n```\n'
FRAMES = '```figure id="a" frames="a in {}" legend="L"\nline(a)\n```\n'


@pytest.mark.parametrize("form", ["{{{{ holds: {} == 4 }}}}\n", "{{{{ {} }}}}\n", FIGURE, FRAMES])
@pytest.mark.parametrize(("code", "counts"), [("tinynet.f()", [True, False]), ("tinynet", [True, True])])
def test_what_is_evaluated_besides_the_cells_may_name_the_package(root, form, code, counts):
    name = page(root, "docs/b.md", form.format(code))
    found = []
    for module, old, new in (("a", "LIMIT = 1", "LIMIT = 2"), ("b", "return 3", "return 5")):
        before = key(root, name)
        write(root, **{module: MODULES[module].replace(old, new)})
        found.append(key(root, name) != before)
    assert found == counts


def test_a_figure_that_may_read_any_file_depends_on_all(root):
    name = page(root, "docs/b.md", FIGURE.format("line(open('a'))"))
    assert key(root, name) == site_files.texts(root)


@pytest.mark.parametrize(
    ("text", "taken", "old", "new"),
    [
        ("\n\nx = (a := 1)\n", "from tinynet.more import a", "1)", "2)"),
        ("\n\ndef count():\n    global a\n    a = 1\n\n\na = 0\n", "from tinynet.more import a", "= 1", "= 2"),
        ('"""Words."""\n', "from tinynet import more\nprint(more.__doc__)", "Words", "Others"),
        ('"""Words."""\n\n\ndef f():\n    return __doc__\n', "from tinynet.more import f", "Words", "Others"),
        ("def __getattr__(name):\n    return 1\n", "from tinynet.more import any", "1", "2"),
        ("X = 1\n\n\ndef f(a):\n    return globals()[a]\n", "from tinynet.more import f", "X = 1", "X = 2"),
        ("X = 1\n\n\ndef f(a):\n    return eval(a)\n", "from tinynet.more import f", "X = 1", "X = 2"),
        ("from tinynet.more.low import *\n", "from tinynet.more import low", "", ""),
        ("from tinynet.more.low import *\n", "from tinynet.more import X", "", ""),
        ("from tinynet.more.low import *\nY = 1\n\n\ndef f():\n    return X\n", "from tinynet.more import f", "", ""),
        ("", "from tinynet.more import low", "", ""),
        ("import importlib as i\nf = i.import_module(f'{__name__}.low').X\n", "from tinynet.more import f", "", ""),
        ("import importlib as i\nf = i.import_module('tinynet.more.low').X\n", "from tinynet.more import f", "", ""),
        ("import importlib as i\nf = i.import_module('low', 'x').X\n", "from tinynet.more import f", "", ""),
        ("f = __import__('tinynet.' + a)\n", "from tinynet.more import f", "", ""),
        ("import sys\n\n\ndef f(a):\n    return sys.modules[a]\n", "from tinynet.more import f", "", ""),
    ],
)
def test_what_can_be_taken_without_its_name_counts(root, text, taken, old, new):
    (root / "tinynet/more").mkdir()
    write(root, **{"more/__init__": text, "more/low": "X = 1\n"})
    name, other = page(root, "docs/more.md", cell(taken)), page(root, "docs/other.md", cell("from tinynet.b import g"))
    before = key(root, name), key(root, other)
    edited = {"more/__init__": text.replace(old, new)} if old else {"more/low": "X = 2\n"}
    write(root, **edited)
    assert key(root, name) != before[0] and key(root, other) == before[1]


def test_a_module_that_is_looked_for_by_a_name_that_the_package_has_made_counts(root):
    late = "from importlib import import_module\n\n\ndef f():\n    return import_module('tinynet.b').g()\n"
    write(root, __init__="from tinynet.c import h as b\n", late=late)
    name = page(root, "docs/late.md", cell("from tinynet.late import f"))
    before = key(root, name)
    write(root, b=MODULES["b"].replace("3", "5"))
    assert key(root, name) != before


@pytest.mark.parametrize("name", ["words.txt", "weights.npy", "table.csv.gz", "data/more"])
def test_data_of_the_package_count_whatever_their_kind(root, name):
    page(root, f"tinynet/{name}", "1\n")
    before = key(root)
    page(root, f"tinynet/{name}", "2\n")
    assert key(root) != before


def test_a_relative_import_takes_all(root):
    write(root, a="from . import c\n" + MODULES["a"])
    before = key(root)
    write(root, b=MODULES["b"].replace("3", "5"))
    assert key(root) != before


def test_the_legend_counts_for_the_symbols_of_a_page(root):
    page(root, "docs/legend.md", LEGEND)
    name = page(root, "docs/a.md", "The thing $a$, and $c$.\n")
    before, legend = key(root, name), key(root, "docs/legend.md")
    page(root, "docs/legend.md", f"Prose.\n\n{LEGEND.replace('another', 'else')}")
    assert key(root, name) == before and key(root, "docs/legend.md") != legend
    page(root, "docs/legend.md", LEGEND.replace("a thing", "a number"))
    assert key(root, name) != before
    page(root, "docs/legend.md", LEGEND + "| $c$ | new | 2 |\n")
    assert key(root, name) != before


def test_the_ledger_counts_by_its_values(root):
    code = cell("def f(a):\n    return a\n\n\nx = 1\nmse_before = 2.0\n")
    page(root, LEDGER, code)
    values, whole = (page(root, f"docs/{n}.md", f"{{{{ {n} }}}}\n") for n in ("ledger.x", "ledger.f(1)"))
    none = page(root, "docs/none.md", "Prose.\n")
    names = (values, whole, none)

    def changed(text):
        before = [key(root, name) for name in names]
        page(root, LEDGER, text)
        return [key(root, name) != one for name, one in zip(names, before, strict=True)]

    assert changed(f"Prose.\n\n{code}") == [False, False, False]
    assert changed(code.replace("return a", "return 2 * a")) == [False, True, False]
    assert changed(code.replace("x = 1", "x = 2")) == [True, True, False]
    assert changed(code.replace("x = 1", "import os\nx = 1")) == [True, True, False]
    assert changed("Prose.\n\n" + code.replace("x = 1", "import os\nx = 1")) == [True, True, False]


def test_cards_and_reference_depend_on_what_they_gather(root):
    cards = page(root, "docs/cards.md", "# Cards\n\n[[cards]]\n")
    entries = page(root, "docs/reference/index.md", "# R\n\n::: tinynet.a.f\n")
    part = PAGE + '\n??? recall "Why?"\n\n    So.\n'
    page(root, "docs/series/01-a.md", part)
    before = key(root, cards), key(root, entries)
    page(root, "docs/series/01-a.md", part + "\nProse.\n")
    assert (key(root, cards), key(root, entries)) == before
    for old, new in (("So.", "Thus."), ("Why?", "How?")):
        page(root, "docs/series/01-a.md", part.replace(old, new))
        assert key(root, cards) != before[0] and key(root, entries) == before[1]
    page(root, "docs/series/01-a.md", part.replace("??? recall", "Prose.\n??? recall"))
    assert key(root, cards) == before[0]
    page(root, "docs/series/01-a.md", part.replace("import f", "import g").replace("f()", "1"))
    assert key(root, entries) != before[1]
    before = key(root, entries)
    write(root, b='"""B."""\n\n\n' + MODULES["b"])
    assert key(root, entries) != before


@pytest.mark.parametrize(
    "name", ["tests/equations.py", "mkdocs.yml", "docs/assets/a.json", "tinynet/a.csv", "docs/b.md"]
)
def test_other_files_count_for_all_pages(root, name):
    before = key(root)
    page(root, name, "1\n")
    assert key(root) != before


def test_the_place_of_a_link_counts_where_the_link_stands(root):
    name = page(root, "docs/b.md", "[a](series/01-a.md#there)\n")
    before = key(root, name)
    page(root, "docs/series/01-a.md", f"{PAGE}\n## There {{ #there }}\n")
    assert key(root, name) != before


def test_a_page_that_speaks_of_the_ledger_and_takes_nothing_from_it_does_not_depend_on_it(root):
    ledger = page(root, LEDGER, "# T\n\n" + cell("a = 1"))
    names = [page(root, "docs/b.md", "The ledger.\n"), page(root, "docs/c.md", "The ledger: {{ ledger.a }}\n")]
    before = [key(root, name) for name in names]
    page(root, ledger, "# T\n\n" + cell("a = 2"))
    assert [key(root, name) == old for name, old in zip(names, before, strict=True)] == [True, False]


def test_a_page_that_cannot_be_read_is_no_mistake_of_others(root):
    name = page(root, "docs/b.md", "[a](c.md#there)\n")
    page(root, "docs/c.md", "# There {{ #there }}\n")
    (root / "docs/d.md").write_bytes(b"\xff")
    before = key(root, name)
    assert before == key(root, name) != site_files.texts(root)


def test_all_pages_of_a_build_ask_the_same_files_of_the_project(root):
    files = site_files.texts(root)
    site = site_files.same_site(root, files)
    assert site_files.same_site(root, dict(files)) is site and site.parts is site.parts
    assert site_files.same_site(root, files | {"docs/b.md": b"other"}) is not site


@pytest.mark.parametrize("text", ["{{ 1 +\n", "```python exec\nprint(1)\n```\n"])
def test_with_a_mistake_everything_counts(root, text):
    name = page(root, "docs/b.md", text)
    before = key(root, name)
    assert before == site_files.texts(root)


def test_the_mistakes_of_the_package(root):
    assert definitions.mistakes(root) == []
    write(root, b="wrong")
    assert definitions.mistakes(root)[0] == "__init__.py: NameError: name 'wrong' is not defined"
    write(root, b=MODULES["b"], filling="wrong")
    assert definitions.mistakes(root) == ["filling.py: NameError: name 'wrong' is not defined"]


def test_of_files_that_are_no_text_it_counts_that_they_are_there(root):
    page(root, "docs/a.md", "text")
    page(root, "docs/a.png", "picture")
    files = site_files.texts(root)
    assert (files["docs/a.md"], files["docs/a.png"]) == (b"text", b"")


class Site:
    """Pages that are rendered by a method that counts."""

    def __init__(self, root):
        self.root, self.rendered, self.warning, self.content, self.during = root, 0, "", "text", lambda: None
        self.asked = []
        self.keeper = page_cache.Keeper(self.render)

    def render(self, page, config, files):
        self.rendered += 1
        self.during()
        if self.warning:
            logging.getLogger("mkdocs.a").warning(self.warning)
        page.content, page.toc, page.present_anchor_ids, page._title_from_render = self.content, ["t"], {"here"}, "T"
        page.links_to_anchors = {SimpleFile("b.md"): {"there": "b.md#there"}}
        if page.markdown == "text":
            DONE["docs/series/01-a.md"] = self.rendered

    def build(self, markdown="text", pages=1):
        DONE.clear()
        plugin = SimpleNamespace(get_handler=self.asked.append)
        config = SimpleNamespace(config_file_path=str(self.root / "mkdocs.yml"), plugins={"mkdocstrings": plugin})
        for _ in range(pages):
            page = SimpleNamespace(file=SimpleFile("series/01-a.md"), markdown=markdown)
            self.keeper(page, config, SimpleNamespace(get_file_from_path=SimpleFile))
        return page


class SimpleFile(str):
    @property
    def src_uri(self):
        return str(self)


@pytest.fixture
def site(root):
    DONE.clear()
    return Site(root)


def test_an_unchanged_page_is_handed_back_whole_and_as_a_copy(site):
    first = site.build()
    first.toc.append("changed by a plugin")
    second = site.build()
    assert site.rendered == 1 and second.toc == ["t"] and second.present_anchor_ids == {"here"}
    assert (second.content, second._title_from_render) == ("text", "T")
    assert second.links_to_anchors == {"b.md": {"there": "b.md#there"}}
    assert DONE == {"docs/series/01-a.md": 1} and site.asked == []
    site.build("no page of cells", pages=2)
    assert site.rendered == 2 and DONE == {}


def test_a_reference_that_is_handed_back_asks_for_its_style_sheet(site):
    site.build("# R\n\n::: tinynet.a\n")
    site.build("# R\n\n::: tinynet.a\n")
    assert site.rendered == 1 and site.asked == ["python"]


def test_what_has_a_mistake_or_a_warning_is_rendered_again(site):
    site.warning = "no such file"
    site.build(), site.build()
    site.warning, site.content = "", '<pre class="mistake">'
    site.build(), site.build()
    assert site.rendered == 4


def test_a_message_that_is_no_warning_changes_nothing_and_nobody_listens_afterward(site, caplog):
    caplog.set_level(logging.INFO, "mkdocs")
    listening = list(logging.getLogger("mkdocs").handlers)
    site.during = lambda: logging.getLogger("mkdocs.a").info("a word")
    site.build(), site.build()
    assert site.rendered == 1 and logging.getLogger("mkdocs").handlers == listening


def test_a_build_reads_the_files_once(site, monkeypatch):
    read, texts = [], site_files.texts
    site.build()
    monkeypatch.setattr(site_files, "texts", lambda root: read.append(root) or texts(root))
    site.build(pages=3)
    assert site.rendered == 1 and read == [site.root]


def test_what_an_edit_during_a_build_has_made_is_not_what_stood_before_it(site):
    site.during = lambda: write(site.root, a=MODULES["a"].replace("LIMIT = 1", "LIMIT = 2"))
    site.build()
    write(site.root, a=MODULES["a"])
    site.during = lambda: None
    site.build()
    assert site.rendered == 2


def test_an_edit_during_a_build_keeps_nothing(site):
    site.during = lambda: write(site.root, b=f"C = {site.rendered}\n")
    site.build()
    site.during = lambda: None
    site.build(), site.build()
    assert site.rendered == 2


def test_a_live_server_alone_keeps_pages_and_says_what_it_does_not_read_again(monkeypatch, caplog):
    render, add, config = Page.render, SearchIndex.add_entry_from_context, SimpleNamespace(plugins={})
    monkeypatch.setattr(Page, "render", render)
    monkeypatch.setattr(SearchIndex, "add_entry_from_context", add)
    monkeypatch.setattr(mkdocs, "STATE", {"command": "build"})
    mkdocs.on_startup("build", dirty=False)
    assert Page.render is render and SearchIndex.add_entry_from_context is search_words.add
    mkdocs.on_startup("serve", dirty=False)
    mkdocs.on_pre_build(config)
    assert (
        Page.render is not render and SearchIndex.add_entry_from_context is not search_words.add and not caplog.records
    )
    latest = max(path.stat().st_mtime for path in mkdocs.HERE.rglob("*.py"))
    monkeypatch.setattr(mkdocs, "STARTED", latest)
    mkdocs.on_pre_build(config)
    assert not caplog.records
    monkeypatch.setattr(mkdocs, "STARTED", latest - 1)
    mkdocs.on_pre_build(config)
    assert "start mkdocs serve again" in caplog.text


def test_what_is_no_project_of_ours_has_keys_too(tmp_path):
    project(tmp_path, "Prose.\n", "docs/index.md", taught=TAUGHT)
    assert key(tmp_path, "docs/index.md") == key(tmp_path, "docs/index.md")
