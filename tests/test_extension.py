"""Pages through the real Markdown pipeline, and through both builders."""

import re
import textwrap
import traceback
from itertools import chain
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, build
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.exceptions import BuildError
from mkdocs.utils.yaml import get_yaml_loader
from project import cell, project
from pymdownx.superfences import SuperFencesException

from literate.errors import PageError
from literate.extension import find
from literate.reader import read

CONFIG = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), get_yaml_loader())


def pipeline() -> Markdown:
    """The pipeline of mkdocs.yml, a new one for each page, as the builders have it."""
    names, options = [], {}
    for extension in CONFIG["markdown_extensions"]:
        name, settings = next(iter(extension.items())) if isinstance(extension, dict) else (extension, {})
        names.append(name)
        options[name] = settings
    return Markdown(extensions=names, extension_configs=options)


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def convert(root, text, name="docs/page.md"):
    page = read(project(root, text, name), root)
    return pipeline().convert(page.body.strip("\n"))


def words(html):
    return re.sub(r"<[^>]+>", "", html)


def test_a_page_shows_its_code_its_outputs_and_its_numbers(root):
    text = (
        "---\ntitle: T\n---\n# T\n\n" + cell("x = 1 < 2\nprint(x, '<b>')", more=' result="text"') + "\nIt is {{ x }}.\n"
    )
    html = convert(root, text)
    assert '<div class="cell" id="cell-a">' in html and "It is True." in words(html)
    result = html[html.index('<div class="result">') :]
    assert words(result).strip().startswith("True &lt;b&gt;")


def test_a_hidden_cell_runs_and_is_not_shown(root):
    assert convert(root, cell("x = 5").replace(' source="block"', "") + "\n{{ x }}\n") == (
        '<div class="cell" id="cell-a" hidden></div>\n<p>5</p>'
    )


def test_a_cell_in_a_tab_and_in_a_list(root):
    for container in ('=== "Tab"', "- item", "!!! note"):
        text = textwrap.indent(cell("print(6 * 7)", more=' result="text"'), "    ")
        assert "42" in words(convert(root, f"{container}\n\n{text}"))


def test_text_that_is_no_page_is_left_alone(root):
    (root / "docs").mkdir()
    assert pipeline().convert("a {{ 1 }} b") == "<p>a {{ 1 }} b</p>"


def test_text_inside_a_page_is_no_page_even_where_it_is_the_same(root):
    project(root, "same {{ 1 }}\n")
    page, output, docstring = pipeline(), pipeline(), pipeline()
    assert page.convert("same {{ 1 }}") == "<p>same 1</p>"
    output._original_md = page
    docstring.treeprocessors.register(Leaves(), "mkdocstrings_strip_paragraph", 1)
    for inside in (output, docstring):
        assert inside.preprocessors["literate"].run(["same {{ 1 }}"]) == ["same {{ 1 }}"]


def test_two_pages_with_one_ending(root):
    project(root, "---\ntitle: A\n---\nfirst\n\nsame {{ 1 }}\n", "docs/a.md")
    assert convert(root, "same {{ 1 }}\n", "docs/b.md") == "<p>same 1</p>"
    assert find("no such text", root) is None


def test_a_cell_that_was_not_collected_is_an_error(root):
    (root / "docs").mkdir()
    with pytest.raises(SuperFencesException, match='the cell "a" of session "s" was not collected'):
        pipeline().convert(cell("x = 1"))


def test_a_cell_shown_otherwise_than_it_ran_is_an_error(root):
    md = pipeline()
    md.preprocessors.register(Changes(), "changes", 500)
    project(root, cell("x = 1"))
    with pytest.raises(SuperFencesException, match='the cell "a" of session "s" is not the code that ran'):
        md.convert(cell("x = 1").strip())


class Changes:
    """A preprocessor that changes the code after it ran."""

    def run(self, lines):
        return [line.replace("x = 1", "x = 2") for line in lines]


def test_a_cell_that_would_be_shown_as_text_is_an_error(root):
    """An indented line right above a fence makes a code block of both."""
    with pytest.raises(BuildError, match=r"docs/page\.md:2:1: this fence is glued to a paragraph"):
        convert(root, "    pass\n" + cell("x = 1"))


def test_a_cell_that_ran_but_is_not_shown_is_an_error(root):
    md = pipeline()
    md.preprocessors.register(Leaves(), "leaves", 500)
    project(root, cell("x = 1") + "\ntext\n")
    with pytest.raises(BuildError, match=r'docs/page\.md:1:1: cell "a" ran, but the page does not show it'):
        md.convert((cell("x = 1") + "\ntext\n").strip())


class Leaves:
    """A preprocessor that takes a cell away after it ran."""

    def run(self, lines):
        return ["text"]


def test_a_mistake_stops_the_build_with_its_place(root):
    with pytest.raises(BuildError, match=r"docs/page\.md:4:1: cell \"a\" stopped: ZeroDivisionError"):
        convert(root, "# T\n\n" + cell("1/0"))
    with pytest.raises(BuildError, match=r"docs/page\.md:1:7: 0\.5 is typed"):
        convert(root, "It is 0.5\n")


def test_under_a_live_server_a_mistake_is_what_the_page_shows(root, monkeypatch, caplog):
    monkeypatch.setattr("sys.argv", ["mkdocs", "serve"])
    html = convert(root, "# T\n\nold text\n\n" + cell("print('<i>')\n1/0"))
    assert 'class="mistake"' in html and "docs/page.md:7:1" in html and "old text" not in html
    assert "ZeroDivisionError" in caplog.text
    assert not any(record.name.startswith("mkdocs") for record in caplog.records)  # a strict server would count it
    assert words(convert(root, "# T\n\n" + cell("1 + 1"))).startswith("T")


def test_other_exceptions_keep_their_kind(root):
    md = pipeline()
    md.preprocessors.register(Breaks(), "breaks", 500)
    with pytest.raises(LookupError, match="broken"):
        md.convert("text")


class Breaks:
    """A preprocessor with a mistake of its own."""

    def run(self, lines):
        raise LookupError("broken")


LINES = [
    "pass",
    "",
    "",
    '```python exec="1" source="block" session="s" id="{id}"',
    '```python exec="1" source="block" result="text" session="s" id="{id}"',
    '~~~python exec="1" session="s" id="{id}"',
    '````python exec="1" session="s" id="{id}"',
    '```python title="shown"',
    "```text",
    "```",
    "```",
    "```",
    "~~~",
    "````",
    "print({id})",
    "x = {id}",
    "- item",
    "1. item",
    "* item",
    '=== "Tab"',
    "!!! note",
    "??? note",
    "<!-- open",
    "-->",
    "<div markdown>",
    "</div>",
    "<pre>",
    "# Heading",
    "| a | b |",
    "[^1]: note",
    "`code",
]
PLAIN = st.tuples(st.sampled_from(["", "", "", "    ", "    ", "  ", "        ", "\t", "> "]), st.sampled_from(LINES))
BLOCK = st.builds(
    lambda indent, opening, body, closing: [(indent, opening), *[(indent, line) for line in body], (indent, closing)],
    st.sampled_from(["", "", "", "    ", "        "]),
    st.sampled_from(LINES[3:9]),
    st.lists(st.sampled_from(["pass", "", "x = {id}", "print({id})", "    pass", "# Heading", "~~~"]), max_size=3),
    st.sampled_from(["```", "```", "```", "~~~", "````"]),
)
WELL = st.builds(
    lambda container, opening, line: (
        [("", container), ("", "")] * bool(container)
        + [("    " if container else "", text) for text in (opening[0], line, opening[1])]
        + [("", "")]
    ),
    st.sampled_from(["", "", "- item", '=== "Tab"', "!!! note", "1. item", "[^1]\n\n[^1]: note", "<div markdown>"]),
    st.sampled_from([(LINES[3], "```"), (LINES[4], "```"), (LINES[5], "~~~"), (LINES[6], "````")]),
    st.sampled_from(["pass", "x = {id}", "print({id})"]),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(PLAIN.map(lambda line: [line]), BLOCK, WELL, WELL), min_size=1, max_size=6))
def test_no_fence_is_skipped_in_silence(root, blocks):
    """Random Markdown is refused with its place, or each of its cells is shown: what is read is what is rendered."""
    lines = [f"{indent}{line.replace('{id}', str(n))}" for n, (indent, line) in enumerate(chain(*blocks))]
    lines = [re.sub(r'id="(\d+)"', r'id="c\1"', line) for line in lines]
    text = "\n".join(lines) + "\n"
    try:
        page = read(project(root, text), root)
    except PageError as error:
        assert 1 <= error.line <= text.count("\n") + 1 and str(error).startswith("docs/page.md:")
        return
    if page.body.strip():
        try:
            html = pipeline().convert(page.body.strip("\n"))
        except BuildError as error:
            assert re.search(
                "stopped: |is not Python: |the page does not show it|this fold holds nothing|one heading|footnote|glued"
                "|never closed|closes nothing|below nothing|behind HTML|below indented|a tab indents",
                str(error),
            )
            return
        except IndexError as error:  # Python-Markdown's own, for some fences in footnotes: the build stops, loudly
            assert "markdown/" in traceback.extract_tb(error.__traceback__)[-1].filename
            return
        seen.append(len(page.cells))
        shown = re.findall(r'<div class="cell" id="cell-(c\d+)"', html)
        assert sorted(shown) == sorted(cell.id for cell in page.cells)


seen: list[int] = []


def test_enough_of_the_random_pages_had_cells():
    assert sum(count > 0 for count in seen) > 20 and max(seen) > 1


GOOD = (
    "# T\n\n"
    + cell("from tinynet import double\nprint(double(21))", more=' result="text"')
    + "\nIt is {{ double(4) }}.\n"
)
BROKEN = {
    "exception": (cell("1/0"), "docs/index.md:2:1: cell"),
    "exit": (cell("raise SystemExit(0)"), "docs/index.md:2:1: cell"),
    "hang": ("---\ntime_limit: 0.3\n---\n" + cell("while True: pass"), "docs/index.md:5:1: cell"),
    "section": (cell('--8<-- "tinynet/__init__.py:no"'), 'docs/index.md:2:29: tinynet/__init__.py has no section "no"'),
}


def small_site(root: Path, text: str) -> Path:
    project(root, text, "docs/index.md")
    keep = {"site_name": "S", "plugins": [], "theme": {"name": "material", "font": False}}
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    start = lines.index("markdown_extensions:")
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith(" "))
    (root / "mkdocs.yml").write_text(yaml.safe_dump(keep) + "\n".join(lines[start:end]) + "\n")
    return root


def runs(builder: str, root: Path):
    command = {"mkdocs": ["mkdocs", "build"], "strict": ["mkdocs", "build", "--strict"]}
    command["zensical"] = ["zensical", "build", "--clean"]
    return build(*command[builder], root=root, PYTHONPATH=f"{root}:{ROOT}")


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_good_page_in_both_builders(tmp_path, builder):
    done = runs(builder, small_site(tmp_path, GOOD))
    assert done.returncode == 0, done.stdout + done.stderr
    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "It is 8." in words(html) and re.search(r"<code>42\n?</code>", html)


CASES = [(builder, mistake) for builder in ("mkdocs", "zensical") for mistake in BROKEN] + [("strict", "exit")]


@pytest.mark.parametrize(("builder", "mistake"), CASES)
def test_a_mistake_stops_either_builder_strict_or_not(tmp_path, builder, mistake):
    text, place = BROKEN[mistake]
    done = runs(builder, small_site(tmp_path, text))
    assert done.returncode != 0
    assert place in done.stdout + done.stderr
    assert not (tmp_path / "site/index.html").exists()
