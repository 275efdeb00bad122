"""Notebooks: the page's prose and cells, cells to write in, folded answers; all of it runs where NumPy alone is."""

import re
import shutil
import textwrap
from itertools import pairwise

import pytest
from conftest import alone
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbformat import v4
from project import cell, run_of
from taken_away import ROOT, STEMS, cells_of, code_of, is_answer, run_of_page, sampled, texts

from literate.errors import PageError
from literate.products.bundled_package import preamble
from literate.products.notebooks import notebook as notebook_of
from literate.products.plain_markdown import plain_markdown


@pytest.mark.parametrize("stem", STEMS)
def test_the_cells_of_a_notebook_are_those_of_the_page(stem):
    run = run_of_page(stem)
    cells = cells_of(run)
    code = [one for one in cells if one.cell_type == "code" and one.id in run.outputs]
    assert [(one.id, code_of(one)) for one in code] == [(one.id, one.source) for one in run.page.cells]
    sealed = {one.id for one in run.page.cells if "sealed" in one.options}
    hidden = sealed | {one.id for one in code if is_answer(one)}
    assert [texts(one) for one in code] == ["" if one.id in hidden else run.outputs[one.id] for one in run.page.cells]
    prose = "\n".join(one.source for one in cells if one.cell_type == "markdown")
    assert prose.count("<details") == prose.count("</details>")
    assert not any(number.written in prose for number in run.numbers)
    assert not any(word in prose for word in ("\\rin", "\\rwt", "{ #", "??? ", ".md)", "*Figure: "))


def test_a_notebook_has_prose_and_cells_in_order_and_what_the_imports_need(tmp_path):
    fold = textwrap.indent(cell("x = 2\nprint(x)", "b") + "\ninside\n\nstill\n", "    ")
    text = "---\ntitle: T\n---\n# T\n\n" + cell("from tinynet import double\nprint(double(21))") + "\nbetween\n\n"
    run = run_of(tmp_path, f'{text}??? note "N"\n\n{fold}\nafter\n', name="docs/series/01-a.md")
    prose, opening, *rest = cells_of(run)
    assert (prose.id, prose.source, opening.id) == ("prose-0", "# T", "preamble")
    assert opening.metadata == {"cellView": "form", "jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
    assert opening.source.startswith("#@title ") and f"{code_of(opening)}\n" == preamble(run.page)
    assert [one.source for one in rest if one.cell_type == "markdown"] == [
        "between",
        "<details><summary>N</summary>\n\ninside\n\nstill\n\n</details>\n\nafter",
    ]
    shown, folded = [one for one in rest if one.cell_type == "code"]
    assert (shown.id, texts(shown), shown.metadata) == ("a", "42\n", {})
    assert (folded.id, texts(folded), folded.source) == ("b", "", "#@title N\nx = 2\nprint(x)")
    assert folded.metadata["cellView"] == "form" and folded.metadata["tags"] == ["hide-cell"]
    assert folded.metadata["jupyter"] == {"source_hidden": True, "outputs_hidden": True}
    plain = cells_of(run_of(tmp_path, cell("1")))
    assert [(one.id, one.source) for one in plain] == [("a", "1")]


def test_what_a_page_invites_to_ask_for_comes_along(tmp_path):
    shutil.copytree(ROOT / "tinynet", tmp_path / "tinynet")
    code, invited = cell("from tinynet.exercises import check"), '\nTry `check("sigmoid", mine)`.\n'
    run = run_of(tmp_path, code + invited, taught=(ROOT / "tinynet/__init__.py").read_text(encoding="utf-8"))
    opening, *_ = [one.source for one in cells_of(run) if one.id == "preamble"]
    assert re.findall(r'^"tinynet/exercises/tasks/(\w+)\.py"', opening, re.MULTILINE) == ["__init__", "sigmoid"]


def test_what_a_question_asks_for_is_not_stored(tmp_path):
    predict = '??? predict number "How many?"\n\n    <b class="truth">{{ 2 }}</b> of `x`.\n\n'
    sealed = cell("print(2)", more=' result="text" sealed="1"')
    page = f'# T\n\n{predict}{sealed}\n```figure id="f" sealed="1"\nnetwork(caption="C")\n```\n\nend\n'
    question, asked, figure = cells_of(run_of(tmp_path, page))
    assert "<summary>How many?</summary>\n\n<b" in question.source and "\n\n</details>" in question.source
    assert (asked.source, asked.outputs, asked.metadata) == ("print(2)", [], {})
    assert figure.source.startswith("<details><summary>After your answer</summary>\n\n![The net. ")
    assert "][figure-f]\n\n*C*\n\n</details>\n\nend\n\n[figure-f]: data:image/svg+xml;base64," in figure.source


YOURS = """\
# T

1. Write `a`.

    ```python title="Your cell"
    def mine(a):
        ...
    ```

    ??? hint "Hint"

        Think.

    ??? success "Solution"

        Like this:

CELL
2. Trace.

    ??? success "Solution"

CELL
        So.

    ??? success "Another"

        In words.

3. Fill.

    ```python title="Fill the gaps" fade="gaps"
    --8<-- "tinynet/__init__.py:inner"
    ```

    ??? success "Solution"

CELL
## Sketch

```python title="Your cell"
this is no Python
```

```python title="Not yours"
x = 1
```

## More

??? note "More"

CELLS
"""


def test_where_a_page_asks_for_code_there_is_a_cell_to_write_in(tmp_path):
    names, page = iter("abc"), YOURS.replace("CELLS\n", textwrap.indent(cell("1", "d"), "    "))
    while "CELL" in page:
        page = page.replace("CELL\n", textwrap.indent(cell("print(1)", next(names)), "        ") + "\n", 1)
    cells = cells_of(run_of(tmp_path, page))
    assert [one.source for one in cells if one.id.startswith("yours-")] == [
        "def mine(a):\n    ...",
        "# Your cell",
        "# Fill the gaps\n# c = b * ____",
        "# Your cell\n# this is no Python",
    ]
    kinds = " ".join(one.id.partition("-")[0] for one in cells)
    assert kinds == "prose yours prose a prose yours b prose yours c prose yours prose d"
    assert cells[2].source.endswith("</details>\n\n<details><summary>Solution</summary>\n\nLike this:\n\n</details>")
    assert cells[7].source.startswith("<details><summary>Solution</summary>\n\nSo.\n\n</details>\n\n<details>")
    assert cells[-2].source == '```python title="Not yours"\nx = 1\n```\n\n## More'


def test_what_holds_a_cell_in_a_fold_is_no_code_below_it(tmp_path):
    inside = textwrap.indent(f"- item\n\n{textwrap.indent(cell('1'), '    ')}\n    below `a`\n\nout\n", "    ")
    page = f'# T\n\n??? note "The `x` < *y*"\n\n{inside}\nafter\n'
    first, _, last = cells_of(run_of(tmp_path, page))
    assert first.source == "# T\n\n<details><summary>The <code>x</code> < *y*</summary>\n\n- item\n\n</details>"
    assert last.source.split("\n\n")[1:] == ["below `a`", "out", "</details>", "after"]


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
    first, _, last = cells_of(run_of(tmp_path, page))
    assert (SAMPLE if "?" in above else textwrap.indent(SAMPLE, indent)) in first.source
    plain = f"Then `a[i](b)` and $x^{{.5}}$.\n\n    c[i](d)\n\n\n\n    {{.e}}\n\n{SAMPLE}"
    assert last.source == (f"<details><summary>N</summary>\n\n{plain}\n\n</details>" if "?" in above else plain)


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
        (prose, _) = cells_of(run_of(tmp_path, page))
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
    prose = cells_of(run_of(tmp_path, page))[-1].source
    assert prose == f"{written}\n\n| a | b |\n|---|---|\n| {written} | c |"


def test_numbers_in_formulas_are_tex_and_the_words_of_figures_are_text(tmp_path):
    page = cell("x = 1.5e-9") + "\n$b = {{ x:.1e }}$ is {{ x:.1e }}\n\n"
    page += '```figure id="f"\nnetwork(title="T", caption="a * b [c](d) `e` {#h}")\n```\n'
    prose = cells_of(run_of(tmp_path, page))[-1].source
    assert prose.startswith("$b = 1.5 \\times 10^{-9}$ is 1.5e-09\n\n![T. ")
    assert "\n\n*a \\* b \\[c\\](d) \\`e\\` {#h}*\n\n[figure-f]: data:" in prose


def test_a_page_with_an_address_leads_to_its_site(tmp_path):
    page = (
        cell("1") + "\nSee ![an icon](../icon.svg), [a](../b.md#c) and [d][].\n\n" + cell("2", "b") + "\n[d]: ../e.md\n"
    )
    run = run_of(tmp_path, page, name="docs/series/01-a.md")

    def prose():
        return next(one.source for one in cells_of(run) if one.id == "prose-1")

    source = prose()
    assert source == "See an icon, a and d."
    for settings, begun in (
        ("site_url: https://a.org/n", "https://a.org/n/"),
        ("site_url: !ENV [NO_ADDRESS, 'https://a.org/n/']\nhooks: [!!python/name:x.y '']", "https://a.org/n/"),
    ):
        (tmp_path / "mkdocs.yml").write_text(settings)
        source = prose()
        assert source == f"See ![an icon]({begun}icon.svg), [a]({begun}b/#c) and [d]({begun}e/)."
    (tmp_path / "mkdocs.yml").write_text("site_url: https://a.org/\nuse_directory_urls: false")
    source = prose()
    assert "[a](https://a.org/b.html#c)" in source
    assert cells_of(run)[0].source.startswith("[This page on the web](https://a.org/series/01-a.html), ")
    for settings in ("", "site_url:", "site_url: http://127.0.0.1:8000/", "site_url: http://localhost/"):
        (tmp_path / "mkdocs.yml").write_text(settings)
        source = prose()
        assert source == "See an icon, a and d." and cells_of(run)[0].id == "a"


@pytest.mark.parametrize("code", ["print()\nprint('one')", "print('a\\tb')", "print('\\n\\n  x', end='')"])
def test_the_output_of_a_notebook_is_what_was_printed(tmp_path, code, capsys):
    exec(code)
    one = cells_of(run_of(tmp_path, cell(code)))[0]
    assert texts(one) == capsys.readouterr().out != ""


def test_names_of_made_cells_are_always_the_same(tmp_path):
    run = run_of(tmp_path, f"text\n\n{cell('from tinynet import double', 'b')}\ntext\n", name="docs/series/01-a.md")
    made = notebook_of(run)
    assert [one.id for one in cells_of(run)] == ["prose-0", "preamble", "b", "prose-2"]
    assert made == notebook_of(run)


def test_what_no_notebook_may_hold_is_said(tmp_path):
    with pytest.raises(PageError, match="this id has 65 characters, a notebook allows 64"):
        run_of(tmp_path, cell("1", id="a" * 65), name="docs/series/01-a.md")
    notebook_of(run_of(tmp_path, cell("1", id="a" * 64), name="docs/series/01-a.md"))


@pytest.fixture(scope="module")
def kernel():
    """One kernel for all notebooks: to start one takes as long as to run a page."""
    manager, client = start_new_kernel(env=alone())
    client.stop_channels()
    yield manager
    manager.shutdown_kernel(now=True)


# What is taught comes from the notebook itself, with NumPy and nothing else, and nothing stays in the folder.
BEGIN = """
import os, numpy
os.chdir({!r})
vars(numpy).setdefault("_at_first", numpy.get_printoptions())
numpy.set_printoptions(**numpy._at_first)
del os, numpy
"""
CLEAR = """
import os, sys
for name in [name for name in sys.modules if name.split(".")[0] == "tinynet"]:
    assert sys.modules.pop(name).__file__.startswith(_carry.folder)
assert not {"literate", "matplotlib", "mkdocs", "sklearn"} & set(sys.modules)
assert not os.listdir()
%reset -f
"""


def executed(kernel, cells, folder):
    """The cells, after they have run in an empty folder with nothing of those before."""
    begin, clear = v4.new_code_cell(BEGIN.format(str(folder))), v4.new_code_cell(CLEAR)
    notebook = v4.new_notebook(cells=[begin, *cells, clear])
    client = NotebookClient(notebook, timeout=60, km=kernel)
    try:
        client.execute()
    finally:
        client.kc.stop_channels()
    return notebook.cells[1:-1]


def filled(cells):
    """The cells, with each answer that is code written into the cell above it that asks for it."""
    for asked, answer in asked_and_answered(cells):
        asked.source = code_of(answer)
    return cells


def asked_and_answered(cells):
    """The cells to write in, each with the answer below it, where that is code."""
    code = [one for one in cells if one.cell_type == "code"]
    return [pair for pair in pairwise(code) if pair[0].id.startswith("yours-") and is_answer(pair[1])]


@pytest.mark.parametrize("stem", STEMS)
def test_a_notebook_runs_again_with_equal_text(stem, kernel, tmp_path):
    """With the right answers in its cells to write in, and as it is: with what stands there, which is not right yet."""
    sampled(stem, "notebooks of all pages")
    run = run_of_page(stem)
    cells = executed(kernel, filled(cells_of(run)), tmp_path)
    assert {one.id: texts(one) for one in cells if one.id in run.outputs} == run.outputs
    for asked, answer in asked_and_answered(cells):
        assert texts(asked) == texts(answer)
    if all(one.source.startswith("#") for one in cells_of(run) if one.id.startswith("yours-")):
        return  # comments do nothing
    cells = executed(kernel, cells_of(run), tmp_path)
    assert {one.id: texts(one) for one in cells if one.id in run.outputs} == run.outputs
    for asked, _ in asked_and_answered(cells):
        judged = "\ncheck(" in asked.source and not asked.source.startswith("#")
        assert ("Not yet." in texts(asked)) == judged


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
            "<details><summary>Solution</summary>\n\nIt is.\n\n    code\n\n</details>\n\nafter",
        ),
        (
            ["1. a", "", '    ??? tip "T"', "", "        b", "", "            c", "", "    d", "", "2. e"],
            "1. a\n\n    <details><summary>T</summary>\n\n    b\n\n        c\n\n    </details>\n\n    d\n\n2. e",
        ),
        (
            ["- a", "", '    ??? tip "T"', "", "        b"],
            "- a\n\n    <details><summary>T</summary>\n\n    b\n\n    </details>",
        ),
        (["[^1]: a", "", "    b", "", "c"], "\\[^1]: a\n\nb\n\nc"),
        (
            ["[^1]: https://a.org", "[^2]: b", "[^3]: <c d> (e)", "[^4]: f g"],
            "\\[^1]: https://a.org\n\\[^2]: b\n\\[^3]: <c d> (e)\n[^4]: f g",
        ),
        (["a[^1] [b](https://b.org) [0] [1](https://c.org)"], "a[^1] [b](https://b.org) [0] [1](https://c.org)"),
        (["!!! note", "", "    a", "b"], "**Note**\n\na\nb"),
        (["    code", "", "      more", "text"], "    code\n\n      more\ntext"),
        (["- a", "", '  !!! note "N"', "", "      b", "    c", "", "d"], "- a\n\n**N**\n\nb\n    c\n\nd"),
        (["!!! note", "", "    - a\n    {: .b }\n", "    c"], "**Note**\n\n- a\n\nc"),
        (['=== "Tab"', "", '    !!! note "In"', "", "        x", "", "    y"], "**Tab**\n\n**In**\n\nx\n\ny"),
        (["??? note", "", "    a"], "<details><summary>Note</summary>\n\na\n\n</details>"),
        (['???+ tip inline "T"', "", "    a"], "<details open><summary>T</summary>\n\na\n\n</details>"),
        (['??? note "A"', "", '    ??? note "B"', "", "x"], "x"),
        (
            ['??? note "A"', "", '    ??? note "B"', "", "        b", "", "    a", "", "x"],
            "<details><summary>A</summary>\n\n<details><summary>B</summary>\n\nb\n\n</details>\n\na\n\n</details>\n\nx",
        ),
        (["A", "===", "", "    code"], "A\n===\n\n    code"),
        (["- a", "", "    b", "", "        code"], "- a\n\n    b\n\n        code"),
        (["!!! note", "", "\ta", "", "\t\tcode"], "**Note**\n\na\n\n    code"),
        (["a  ", "b"], "a  \nb"),
    ],
)
def test_prose_is_plain_markdown(lines, plain):
    assert plain_markdown(lines) == plain
