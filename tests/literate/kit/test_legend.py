"""The legend can be linked row by row, and the prose of a page leads there once for each symbol."""

import re

import pytest
from conftest import ROOT
from project import page_of, project, with_settings

from literate.checking import links
from literate.integrations.renderer import rendered
from literate.kit import legend, symbols
from literate.maths import signs
from literate.reading.reader import read
from literate.running.run import Run

LEGEND = r"""# Legend

| symbol | meaning | shape | since part |
|---|---|---|--:|
| $\rin{X}$, $\rin{x}$ | inputs | (3, 4) | 2 |
| $e$ | flower | | 2 |
| $[\,]$ { #sym-node } | node | | 2 |
| $\frac{dz}{dx}$ | slope of $z$ | | 2 |

| sign | meaning | since part |
|---|---|--:|
| $e^{z}$ { #sym-Euler } | Euler's number | 2 |
| $\rwt{w}$, $\rwt{w}_{\text{new}}$ | weight | 2 |
| $x$ | a variable | 2 |
| ${}^{(e)}$ { #sym-again } | the flower again | 2 |
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    (with_settings(tmp_path) / "docs").mkdir()
    (tmp_path / "docs/legend.md").write_text(LEGEND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def linked(root, text, name="docs/series/07-a.md"):
    page = page_of(root, text, name=name)
    made = "\n".join(legend.prepared(page, page.lines[page.first :]))
    return re.sub(r"\]\((?:\.\./)?legend\.md#sym-(\w+)\)\{: \.symbol title=\"[^\"{}]+\" \}", r"](\1)", made)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (r"a $\rin{X}$, $\rin{X}$ and $\rin{x}$", r"a [$\rin{X}$](X), $\rin{X}$ and [$\rin{x}$](X)"),
        (r"$x$, $e$: $e^{2}$, $\rin{x}[e]$ $2x$", r"[$x$](x), [$e$](e): $e^{2}$, $\rin{x}[e]$ $2x$"),
        ("$w$", "[$w$](w)"),
        (r"**$\rwt{w}_{\text{new}}$**", r"**[$\rwt{w}_{\text{new}}$](w)**"),
        ("`$x$` \\$x$ $x$", "`$x$` \\$x$ [$x$](x)"),
        (
            '# $x$\n\n| $x$ |\n|---|\n\n!!! note "$x$"\n\n    $x$',
            '# $x$\n\n| $x$ |\n|---|\n\n!!! note "$x$"\n\n    [$x$](x)',
        ),
        ("[see $x$](b.md) <b>$x$</b>\n<b>$x$</b>", "[see $x$](b.md) <b>[$x$](x)</b>\n<b>$x$</b>"),
        ("$$\nx\n$$\n\n```text\n$x$\n```\n\n$x$", "$$\nx\n$$\n\n```text\n$x$\n```\n\n[$x$](x)"),
        ("---\ntitle: T\n---\n$z$ and $x$", "$z$ and [$x$](x)"),
    ],
)
def test_the_first_formula_that_is_a_symbol_leads_to_the_legend(root, text, made):
    assert linked(root, text) == made


def test_pages_above_and_below_lead_there_and_the_home_page_does_not(root):
    assert legend.prepared(page_of(root, "$x$"), ["$x$"]) == [
        '[$x$](legend.md#sym-x){: .symbol title="x: a variable" }'
    ]
    assert linked(root, "$x$", "docs/index.md") == "$x$"
    (root / "docs/legend.md").unlink()
    assert linked(root, "$x$") == "$x$"


def test_each_row_of_a_legend_has_an_address_that_links_know_and_the_page_has(root):
    path = project(root, LEGEND, "docs/legend.md")
    page = read(path, root)
    places = ["X", "e", "node", "d", "Euler", "w", "x", "again"]
    assert [row.address for row in symbols.legend_rows(LEGEND)] == [f"sym-{place}" for place in places]
    assert {f"sym-{place}" for place in places} == links.anchors(path, page.root, [symbols.FEATURE.places])
    html = rendered(page, Run(page))
    assert re.findall(r'<td id="sym-(\w+)"', html) == places and "{" not in html


def test_a_row_without_a_symbol_and_without_an_id_is_named_by_its_line():
    (row,) = symbols.legend_rows("| symbol | part |\n|---|--:|\n| $[\\,]$ | 2 |")
    assert row.address == "sym-3"


def test_each_row_of_the_legend_has_an_address_of_its_own():
    addresses = [row.address for row in symbols.legend_rows((ROOT / "docs/legend.md").read_text(encoding="utf-8"))]
    assert len(addresses) > 35 and len(set(addresses)) == len(addresses)
    assert {"sym-O_error", "sym-W_2-update", "sym-alpha", "sym-e", "sym-Euler", "sym-x", "sym-X"} <= set(addresses)


def test_what_looks_alike_is_told_apart():
    known = symbols.explained(ROOT)
    (label, any_y, flower, power, function, slope) = (
        legend.row_of(known, signs.symbols_of(tex)[0]) for tex in (r"\rlab{y}", "y", "e", "e^w", "f(w)", "f'(w)")
    )
    assert [row.address for row in (label, any_y, flower, power, function, slope)] == [
        "sym-Y", "sym-x", "sym-e", "sym-Euler", "sym-f", "sym-slope"
    ]  # fmt: skip


def test_a_title_needs_no_formula():
    text = r"the \"slope\" $\frac{dz}{dx}$ in $\rout{O}_{\text{in}}$, $\alpha$, $e^{-z}$, $\rwt{w}_{2\text{-}ij}$"
    assert legend.without_tex(text) == "the slope dz/dx in O_in, alpha, e^-z, w_2-ij"


def test_the_name_of_a_link_is_read_out(root):
    page = page_of(root, r"$\rin{x}$ $\rwt{w}_{\text{new}}$ here", name="docs/a.md")
    html = rendered(page, Run(page))
    assert re.findall(r' title="([^"]+)"', html) == ["x: inputs", "w_new: weight"]
