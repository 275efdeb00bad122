"""Pages through the real Markdown pipeline, and through both builders."""

import re
import textwrap
import traceback
from itertools import chain
from pathlib import Path

import pytest
from conftest import REQUIRED, ROOT, build, in_the_gate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.exceptions import BuildError
from project import cell, project
from small_site import convert, small_site

from literate.errors import MistakesError, PageError
from literate.integrations import renderer
from literate.integrations.builder import Builder, Source
from literate.integrations.renderer import rendered
from literate.reading.reader import read
from literate.running import starting
from literate.running.run import Run


def words(html):
    return re.sub(r"<[^>]+>", "", html)


def test_the_libraries_of_pages_are_loaded_while_the_builder_reads_its_settings(monkeypatch):
    begun = []
    monkeypatch.setattr(starting, "load_libraries", lambda: begun.append(1))
    Markdown(extensions=["literate.integrations.markdown"])
    assert begun


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


def markdown(root, **attributes):
    """An instance as a builder makes it."""
    md = renderer.markdown(root)
    for name, value in attributes.items():
        setattr(md, name, value)
    return md


def inside():
    """An instance for text inside a page: it has the extensions of the site and reads no page."""
    md = renderer.markdown(ROOT)
    md._original_md = md
    return md


def test_text_of_which_no_builder_says_the_page_is_an_error(root):
    with pytest.raises(BuildError, match=r"not told which page this is: mkdocs\.yml needs hooks"):
        markdown(root).convert("a {{ 1 }} b")


def test_a_hook_tells_the_page_and_is_believed_once(root):
    path = project(root, "It is {{ 1 + 1 }}.\n")
    Builder.said = Source(path, root)
    assert markdown(root).convert("It is {{ 1 + 1 }}.") == "<p>It is 2.</p>"
    with pytest.raises(BuildError, match="not told"):
        markdown(root).convert("It is {{ 1 + 1 }}.")


def test_the_text_comes_from_the_file_whatever_the_builder_has_made_of_it(root):
    """MkDocs takes a word and a colon for its own front matter; Zensical hands out the line ends of Windows."""
    path = project(root, "Summary: all of it\n\nIt is {{ 1 + 1 }}.\n")
    Builder.said = Source(path, root, "It is {{ 1 + 1 }}.")
    assert words(markdown(root).convert("It is {{ 1 + 1 }}.")) == "Summary: all of it\nIt is 2."
    path.write_bytes(b"one\r\n\r\nIt is {{ 1 + 1 }}.\r\n")
    Builder.said = Source(path, root)
    assert words(markdown(root).convert("one\r\n\r\nIt is {{ 1 + 1 }}.\r\n")) == "one\nIt is 2."


def test_what_a_plugin_of_the_builder_changes_in_prose_is_kept(root):
    path = project(root, "---\ntitle: T\n---\n\n# T\n\n<!-- tags -->\n\nIt is {{ 1 + 1 }}.\n")
    seen = "# T\n\n<!-- tags -->\n\nIt is {{ 1 + 1 }}."
    Builder.said = Source(path, root, seen)
    html = markdown(root).convert(seen.replace("<!-- tags -->", "## Code\n\nA list."))
    assert words(html).replace("\u00b6", "").split("\n") == ["T", "Code", "A list.", "It is 2."]


def test_a_plugin_that_changes_a_cell_is_an_error(root):
    path = project(root, "text\n\n" + cell("x = 1"))
    seen = ("text\n\n" + cell("x = 1")).strip()
    Builder.said = Source(path, root, seen)
    with pytest.raises(BuildError, match=r"docs/page\.md:4:1: a plugin of the builder changes this line"):
        markdown(root).convert(seen.replace("x = 1", "x = 2"))


def test_text_inside_a_page_is_converted_as_it_is(root):
    assert inside().convert("a {{ 1 }} b") == "<p>a {{ 1 }} b</p>"


def test_text_inside_a_page_is_no_page_even_where_it_is_the_same(root):
    output, docstring = markdown(root), markdown(root)
    output._original_md = markdown(root)
    docstring.treeprocessors.register(Leaves(), "mkdocstrings_strip_paragraph", 1)
    for inside in (output, docstring):
        assert inside.preprocessors["literate"].run(["same {{ 1 }}"]) == ["same {{ 1 }}"]


def test_a_cell_that_would_be_shown_as_text_is_an_error(root):
    """An indented line right above a fence makes a code block of both."""
    with pytest.raises(MistakesError, match=r"docs/page\.md:2:1: this fence is glued to a paragraph"):
        convert(root, "    pass\n" + cell("x = 1"))


class Leaves:
    """A processor that changes nothing."""

    def run(self, root):
        return root


def test_a_mistake_stops_the_build_with_its_place(root):
    for text, said in (
        ("# T\n\n" + cell("1/0"), '4:1: cell "a" stopped: ZeroDivisionError'),
        ("It is 0.5\n", "1:7: 0.5"),
    ):
        Builder.said = Source(project(root, text), root)
        with pytest.raises(BuildError, match=re.escape(f"docs/page.md:{said}")):
            markdown(root).convert(text)


def test_all_mistakes_of_a_page_are_told_at_once(root):
    with pytest.raises(MistakesError) as caught:
        convert(root, "It is 0.5 and {{ none }}.\n\n" + cell("1/0"))
    assert [mistake.line for mistake in caught.value.mistakes] == [1, 1, 4]


def test_under_a_live_server_a_mistake_is_what_the_page_shows(root, monkeypatch, caplog):
    monkeypatch.setattr("sys.argv", ["mkdocs", "serve"])
    text = "# T\n\nold text\n\n" + cell("print('<i>')\n1/0")
    Builder.said = Source(project(root, text), root)
    html = markdown(root).convert(text)
    assert 'class="mistake"' in html and "docs/page.md:7:1" in html and "old text" not in html
    assert "ZeroDivisionError" in caplog.text
    assert not any(record.name.startswith("mkdocs") for record in caplog.records)  # a strict server would count it
    assert words(convert(root, "# T\n\n" + cell("1 + 1"))).startswith("T")


def test_a_page_that_is_not_in_the_nav_yet_is_shown_under_a_live_server_alone(root, monkeypatch, caplog):
    small_site(root, "# Home\n")
    with (root / "mkdocs.yml").open("a") as settings:
        settings.write("nav:\n  - index.md\n")

    def new(expression):
        text = f"# T\n\nIt is {{{{ {expression} }}}}.\n"
        Builder.said = Source(project(root, f"---\ntitle: T\ndescription: D\n---\n{text}", "docs/new.md"), root)
        return markdown(root).convert(text)

    with pytest.raises(BuildError, match=r"docs/new\.md:1:1: the nav does not name this page"):
        new("6 * 7")
    monkeypatch.setattr("sys.argv", ["mkdocs", "serve"])
    assert "It is 42." in words(new("6 * 7"))
    assert "draft: docs/new.md:1:1: the nav does not name this page" in caplog.text
    html = new("none")
    assert 'class="mistake"' in html and "the nav" not in html


def test_other_exceptions_keep_their_kind(root):
    Builder.said = Source(project(root, "text\n"), root)
    md = markdown(root)
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
    '```python exec="1" result="text" session="s" id="{id}"',
    '```python exec="1" source="block" result="text" session="s" id="{id}"',
    '~~~python exec="1" result="text" session="s" id="{id}"',
    '````python exec="1" result="text" session="s" id="{id}"',
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


FREE = [HealthCheck.function_scoped_fixture]


@settings(max_examples=300 if REQUIRED else 60, deadline=None, suppress_health_check=FREE)
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
            html = rendered(page, Run(page))
        except MistakesError as error:
            assert error.mistakes and all(1 <= one.line <= text.count("\n") + 1 for one in error.mistakes)
            return
        except IndexError as error:  # Python-Markdown's own, for some fences in footnotes: the build stops, loudly
            assert "markdown/" in traceback.extract_tb(error.__traceback__)[-1].filename
            return
        seen.append(len(page.cells))
        shown = re.findall(r'<div class="cell" id="cell-(c\d+)"', html)
        assert sorted(shown) == sorted(cell.id for cell in page.cells)


seen: list[int] = []


def test_enough_of_the_random_pages_had_cells():
    assert sum(count > 0 for count in seen) > (20 if REQUIRED else 4) and max(seen) > 1


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


SAMPLE = {("mkdocs", "exception"), ("zensical", "hang")}
CASES = [(builder, mistake) for builder in ("mkdocs", "zensical") for mistake in BROKEN] + [("strict", "exit")]


@pytest.mark.parametrize(("builder", "mistake"), CASES)
def test_a_mistake_stops_either_builder_strict_or_not(tmp_path, builder, mistake):
    if (builder, mistake) not in SAMPLE:
        in_the_gate("each mistake in each builder")
    text, place = BROKEN[mistake]
    done = runs(builder, small_site(tmp_path, text))
    assert done.returncode != 0
    assert place in done.stdout + done.stderr
    assert not (tmp_path / "site/index.html").exists()
