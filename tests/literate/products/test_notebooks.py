"""Notebooks and scripts: each cell is the page's, and both run alone and print what the page shows."""

import io
import json
import os
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, in_the_gate, need
from nbclient import NotebookClient
from page_runs import walk
from project import cell, run_of

from literate.errors import PageError
from literate.products import notebooks as exports
from literate.products.bundled_package import preamble
from literate.products.plain_markdown import plain_markdown
from literate.reading.package import imports
from literate.running.run import Run

PAGES = sorted((ROOT / "docs/series").glob("*.md"))
MARK = "\x01"


@pytest.fixture(scope="module")
def runs() -> dict[str, Run]:
    return {path.stem: walk(path).run for path in PAGES}


def stems() -> list[str]:
    return [path.stem for path in PAGES]


def _sampled(stem, group):
    """Part 13 in every run, the others in the gate."""
    if not stem.startswith("13"):
        in_the_gate(group)


@pytest.mark.parametrize("stem", stems())
def test_the_cells_of_a_notebook_are_those_of_the_page(runs, stem):
    run = runs[stem]
    notebook = nbformat.reads(exports.notebook(run), as_version=4)
    code = [one for one in notebook.cells if one.cell_type == "code" and one.id != "preamble"]
    assert [(one.id, one.source) for one in code] == [(one.id, one.source) for one in run.page.cells]
    stored = ["".join(output.text for output in one.outputs) for one in code]
    assert stored == [run.outputs[one.id] for one in run.page.cells]
    prose = "\n".join(one.source for one in notebook.cells if one.cell_type == "markdown")
    assert not any(number.written in prose for number in run.numbers)
    assert not any(word in prose for word in ("\\rin", "\\rwt", "{ #", "??? ", ".md)"))


def test_a_notebook_has_prose_and_cells_in_order_and_what_the_imports_need(tmp_path):
    fold = textwrap.indent(cell("x = 2", "b") + "\ninside\n\nstill\n", "    ")
    text = "---\ntitle: T\n---\n# T\n\n" + cell("from tinynet import double\nprint(double(21))") + "\nbetween\n\n"
    run = run_of(tmp_path, f'{text}??? note "N"\n\n{fold}\nafter\n', name="docs/series/01-a.md")
    prose, opening, *rest = nbformat.reads(exports.notebook(run), as_version=4).cells
    assert (prose.id, prose.source, opening.id) == ("prose-0", "# T", "preamble")
    assert opening.metadata == {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
    assert f"{opening.source}\n" == preamble(run.page)
    assert [one.source for one in rest if one.cell_type == "markdown"] == [
        "between\n\n**N**",
        "inside\n\nstill\n\nafter",
    ]
    assert [(one.id, texts(one)) for one in rest if one.cell_type == "code"] == [("a", "42\n"), ("b", "")]
    plain = nbformat.reads(exports.notebook(run_of(tmp_path, cell("1"))), as_version=4).cells
    assert [(one.id, one.source) for one in plain] == [("a", "1")]


SAMPLE = """\
```text title="a sketch"
layers[i](x) and "{:.4f}".format(loss) { #h }


<div>
!!! note
    {: .b }
[a](09-a.md) ![b](c.svg) \\rin{X}
```"""


@pytest.mark.parametrize("above", ["", '??? note "N"\n\n', "- a\n\n"])
def test_a_sample_in_a_notebook_is_that_of_the_page(tmp_path, above):
    indent = " " * 4 * bool(above)
    page = f"# T\n\n{above}{textwrap.indent(SAMPLE, indent)}\n\n{textwrap.indent(cell('x = 1'), indent)}\n"
    page += textwrap.indent(f"\nThen `a[i](b)` and $x^{{.5}}$.\n\n    c[i](d)\n\n\n\n    {{.e}}\n\n{SAMPLE}\n", indent)
    first, _, last = nbformat.reads(exports.notebook(run_of(tmp_path, page)), as_version=4).cells
    assert (SAMPLE if "?" in above else textwrap.indent(SAMPLE, indent)) in first.source
    assert last.source == f"Then `a[i](b)` and $x^{{.5}}$.\n\n    c[i](d)\n\n\n\n    {{.e}}\n\n{SAMPLE}"


@pytest.mark.parametrize(
    ("fence", "shown"),
    [
        ('```text\n--8<-- "tinynet/__init__.py:inner"\n```', "```text\nc = b * b\n```"),
        ('```text fade="blank"\n--8<-- "tinynet/__init__.py:inner"\n```', "```text\nc = ____\n```"),
        ('```text\n--8<-- "tinynet/__init__.py:double"\n```', '"""Twice a."""\n    return 2 * a\n\n```'),
    ],
)
def test_a_section_that_a_page_shows_stands_in_the_notebook(tmp_path, fence, shown):
    for indent in ("", "    "):
        page = f"# T\n\n{'- a' * bool(indent)}\n\n{textwrap.indent(fence, indent)}\n\n{cell('1')}"
        (prose, _) = nbformat.reads(exports.notebook(run_of(tmp_path, page)), as_version=4).cells
        assert textwrap.indent(shown, indent) in prose.source and "8<" not in prose.source


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a|b", r"a\|b"),
        ("[a](b)", r"\[a\](b)"),
        ("`x", r"\`x"),
        ("*x*", r"\*x\*"),
        ("{#h}", "{#h}"),
        ("- x", r"\- x"),
        ("   x:", " x:"),
    ],
)
def test_a_value_in_a_notebook_is_text(tmp_path, value, written):
    page = f"{cell(f'x = {value!r}')}\n{{{{ x }}}}\n\n| a | b |\n|---|---|\n| {{{{ x }}}} | c |\n"
    prose = nbformat.reads(exports.notebook(run_of(tmp_path, page)), as_version=4).cells[-1].source
    assert prose == f"{written}\n\n| a | b |\n|---|---|\n| {written} | c |"


def test_numbers_in_formulas_are_tex_and_figures_in_words_are_text(tmp_path):
    page = cell("x = 1.5e-9") + "\n$b = {{ x:.1e }}$ is {{ x:.1e }}\n\n"
    page += '```figure id="f"\nnetwork(title="T", caption="a * b [c](d) `e` {#h}")\n```\n'
    prose = nbformat.reads(exports.notebook(run_of(tmp_path, page)), as_version=4).cells[-1].source
    assert prose.startswith("$b = 1.5 \\times 10^{-9}$ is 1.5e-09\n\n*Figure: a \\* b \\[c\\](d) \\`e\\` {#h}. ")


def test_a_page_with_an_address_leads_to_its_site(tmp_path):
    page = (
        cell("1") + "\nSee ![an icon](../icon.svg), [a](../b.md#c) and [d][].\n\n" + cell("2", "b") + "\n[d]: ../e.md\n"
    )
    run = run_of(tmp_path, page, name="docs/series/01-a.md")
    source = nbformat.reads(exports.notebook(run), as_version=4).cells[1].source
    assert source == "See an icon, a and d."
    for settings, begun in (
        ("site_url: https://a.org/n", "https://a.org/n/"),
        ("site_url: !ENV [NO_ADDRESS, 'https://a.org/n/']\nhooks: [!!python/name:x.y '']", "https://a.org/n/"),
    ):
        (tmp_path / "mkdocs.yml").write_text(settings)
        source = nbformat.reads(exports.notebook(run), as_version=4).cells[1].source
        assert source == f"See ![an icon]({begun}icon.svg), [a]({begun}b/#c) and [d]({begun}e/)."
    (tmp_path / "mkdocs.yml").write_text("site_url: https://a.org/\nuse_directory_urls: false")
    source = nbformat.reads(exports.notebook(run), as_version=4).cells[1].source
    assert "[a](https://a.org/b.html#c)" in source
    for settings in ("", "site_url:", "site_url: http://127.0.0.1:8000/", "site_url: http://localhost/"):
        (tmp_path / "mkdocs.yml").write_text(settings)
        source = nbformat.reads(exports.notebook(run), as_version=4).cells[1].source
        assert source == "See an icon, a and d."


@pytest.mark.parametrize("code", ["print()\nprint('one')", "print('a\\tb')", "print('\\n\\n  x', end='')"])
def test_the_output_of_a_notebook_is_what_was_printed(tmp_path, code, capsys):
    exec(code)
    one = nbformat.reads(exports.notebook(run_of(tmp_path, cell(code))), as_version=4).cells[0]
    assert texts(one) == capsys.readouterr().out != ""


def test_names_of_made_cells_are_always_the_same(tmp_path):
    run = run_of(tmp_path, f"text\n\n{cell('from tinynet import double', 'b')}\ntext\n", name="docs/series/01-a.md")
    made = exports.notebook(run)
    assert [one.id for one in nbformat.reads(made, as_version=4).cells] == ["prose-0", "preamble", "b", "prose-2"]
    assert made == exports.notebook(run)


def test_a_script_whose_first_cell_needs_nothing_has_no_opening(tmp_path):
    plain = run_of(tmp_path, cell("x = 1", "a") + cell("y = 2", "b"), name="docs/series/01-a.md")
    assert exports.prefix(exports.script(plain), "b") == exports.script(plain)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ('"15. The \\"Case\\""  # why', '# 15. The "Case"'),
        ("'It''s'", "# It's"),
        ("|\n  one\n  two", "# one two"),
        ('"a\\r\\n\\u2028b\\fc\\0d"', "# a b cd"),
        ('"Encoding: latin-9, coding=x"', "# Encoding : latin-9, coding =x"),
        ("15", "# 15"),
        ("", "# 01-a"),
        ('\'"""\'', '# """'),
    ],
)
def test_the_first_line_of_a_script_is_a_comment_of_the_title(tmp_path, title, line):
    page = f"---\ntitle: {title}\n---\n\n{cell('print(1)')}"
    text = exports.script(run_of(tmp_path, page, name="docs/series/01-a.md"))
    assert text == f"{line}\n\n# %% a\nprint(1)\n"
    (tmp_path / "run").mkdir()
    assert outputs(text, tmp_path / "run", sys.executable) == {"a": "1\n"}


def test_an_archive_is_of_all_parts_or_left_alone(tmp_path):
    one = run_of(tmp_path, cell("print(1)"), name="docs/series/01-a.md")
    two = run_of(tmp_path, "text\n", name="docs/series/02-b.md")
    archive = exports.write([one, two], tmp_path / "site")[-1]
    before = archive.read_bytes()
    other = run_of(tmp_path, cell("print(2)"), name="docs/series/01-a.md")
    made = exports.write([other], tmp_path / "site", complete=False)
    assert [path.name for path in made] == ["01-a.ipynb", "01-a.py"] and archive.read_bytes() == before
    assert "print(2)" in (tmp_path / "site/series/01-a.py").read_text(encoding="utf-8")


def test_what_no_notebook_may_hold_is_said(tmp_path):
    with pytest.raises(PageError, match="this id has 65 characters, a notebook allows 64"):
        run_of(tmp_path, cell("1", id="a" * 65), name="docs/series/01-a.md")
    exports.notebook(run_of(tmp_path, cell("1", id="a" * 64), name="docs/series/01-a.md"))


@pytest.mark.parametrize("stem", stems())
def test_a_notebook_runs_again_with_equal_text(runs, stem, tmp_path):
    _sampled(stem, "notebooks of all parts")
    notebook = nbformat.reads(exports.notebook(runs[stem]), as_version=4)
    stored = [texts(one) for one in notebook.cells]
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert [texts(one) for one in notebook.cells] == stored


def texts(one) -> str:
    """What a cell has printed; a kernel may hand it over in several pieces."""
    return "".join(output.text for output in one.get("outputs", []))


def marked(text: str) -> str:
    """A script that prints a mark and a name before each of its cells."""
    title, *blocks = text.split("\n# %% ")
    return title + "".join(f"\nprint({MARK + block.split(chr(10))[0]!r})\n# %% {block}" for block in blocks)


def outputs(text: str, folder: Path, python: str) -> dict[str, str]:
    """What each cell of a script prints, run in an empty folder."""
    (folder / "empty").mkdir()
    (folder / "script.py").write_text(marked(text), encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    command = [python, "-I", "-W", "error", str(folder / "script.py")]
    done = subprocess.run(command, cwd=folder / "empty", env=clean, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert not list((folder / "empty").iterdir())
    return dict(block.split("\n", 1) for block in done.stdout.split(MARK)[1:])


@pytest.mark.parametrize("stem", stems())
def test_every_prefix_of_a_script_runs_alone_and_prints_what_the_page_shows(runs, stem, tmp_path):
    _sampled(stem, "scripts of all parts")
    """A prefix is what stands before a cut, so one run with marks between the cells proves them all."""
    said = outputs(exports.script(runs[stem]), tmp_path, sys.executable)
    assert said.pop("preamble", "") == ""
    assert said == runs[stem].outputs


@pytest.mark.parametrize("stem", stems())
def test_every_prefix_runs_with_the_oldest_numpy(runs, stem, tmp_path):
    python = need("oldest NumPy", os.environ.get("LITERATE_OLDEST", "LITERATE_OLDEST"), "a Python with NumPy 1.24")
    said = outputs(exports.script(runs[stem]), tmp_path, python)
    assert said.pop("preamble", "") == ""
    assert said == runs[stem].outputs


@pytest.mark.parametrize("stem", stems())
def test_a_prefix_has_the_preamble_where_it_is_needed_and_only_there(runs, stem):
    text = exports.script(runs[stem])
    for place, one in enumerate(runs[stem].page.cells):
        start = exports.prefix(text, one.id)
        assert start.endswith(one.source + "\n") or start.endswith(one.source)
        needed = any(imports(before.source, "tinynet") for before in runs[stem].page.cells[: place + 1])
        assert ("# %% preamble" in start) == needed


def test_a_prefix_without_preamble_runs(tmp_path):
    code = cell("x = 1\nprint(x)") + cell("from tinynet import double", "b")
    text = exports.script(run_of(tmp_path, code, name="docs/series/01-a.md"))
    (tmp_path / "run").mkdir()
    assert "# %% preamble" in text
    assert outputs(exports.prefix(text, "a"), tmp_path / "run", sys.executable) == {"a": "1\n"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import numpy, tinynet", {"tinynet": set()}),
        ("import tinynet\nfrom tinynet import a\ntinynet.scale(numpy.b)", {"tinynet": {"a", "scale"}}),
        ("import tinynet as t\nt.b.c", {"tinynet": {"b"}}),
        ("import tinynet.cost", {"tinynet.cost": set()}),
        ("from tinynet.cost import accuracy as a, N", {"tinynet.cost": {"accuracy", "N"}}),
        ("from numpy import tinynet\nimport numpy.tinynet", {}),
        ("from . import tinynet", {}),
    ],
)
def test_what_code_imports_from_the_package(source, found):
    assert imports(source, "tinynet") == found


def test_the_archive_is_the_same_at_any_time(tmp_path):
    run = run_of(tmp_path, cell("print(1)"), name="docs/series/01-a.md")
    other = run_of(tmp_path, "text\n", name="docs/series/02-b.md")
    one, two = (exports.write([run, other], tmp_path / name)[-1].read_bytes() for name in ("x", "y"))
    assert one == two
    assert {one.date_time for one in zipfile.ZipFile(io.BytesIO(one)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert zipfile.ZipFile(io.BytesIO(one)).namelist() == ["01-a.ipynb", "01-a.py", "02-b.ipynb", "02-b.py"]
    assert json.loads((tmp_path / "x/series/01-a.ipynb").read_text())["nbformat_minor"] == 5


@pytest.mark.parametrize(
    ("indent", "plain"), [(0, "        a\n    b\nc"), (3, "        a\n    b\nc"), (4, "    a\nb\nc"), (8, "a\nb\nc")]
)
def test_prose_below_a_cell_in_a_fold_is_indented_with_it(indent, plain):
    assert plain_markdown(["        a", "    b", "c"], indent) == plain


@pytest.mark.parametrize(
    ("lines", "plain"),
    [
        (["## A { #a }", "", "text", "{: .b }"], "## A\n\ntext"),
        (['<div class="mse" markdown>', "", "x", "", "</div>"], "x"),
        (
            ['??? success "Solution"', "", "    It is.", "", "        code", "", "after"],
            "**Solution**\n\nIt is.\n\n    code\n\nafter",
        ),
        (["!!! note", "", "    a", "b"], "a\nb"),
        (["    code", "", "      more", "text"], "    code\n\n      more\ntext"),
        (["- a", "", '  !!! note "N"', "", "      b", "    c", "", "d"], "- a\n\n**N**\n\nb\n    c\n\nd"),
        (["??? note", "", "    - a\n    {: .b }\n", "    c"], "- a\n\nc"),
        (['=== "Tab"', "", '    ??? note "In"', "", "        x", "", "    y"], "**Tab**\n\n**In**\n\nx\n\ny"),
        (["A", "===", "", "    code"], "A\n===\n\n    code"),
        (["- a", "", "    b", "", "        code"], "- a\n\n    b\n\n        code"),
        (["??? note", "", "\ta", "", "\t\tcode"], "a\n\n    code"),
        (["a  ", "b"], "a  \nb"),
    ],
)
def test_prose_is_plain_markdown(lines, plain):
    assert plain_markdown(lines) == plain


def test_a_page_that_is_no_part_has_no_products(tmp_path):
    runs = [run_of(tmp_path, cell("print(1)"), name=name) for name in ("docs/page.md", "docs/series/01-a.md")]
    names = [path.name for path in exports.write(runs, tmp_path / "site")]
    assert names == ["01-a.ipynb", "01-a.py", "basics-of-deep-learning.zip"]
