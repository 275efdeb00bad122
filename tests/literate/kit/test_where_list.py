"""Below a formula: its symbols, with what the legend says of them."""

import re

import pytest
from project import run_of

from literate.errors import MistakesError
from literate.integrations.renderer import rendered
from literate.kit import where_list
from literate.kit.markers import expanded
from literate.products.plain_markdown import plain_markdown

LEGEND = r"""
| symbol | meaning | values | since part |
|---|---|---|--:|
| $e$ | which flower | 1 to 3 | 2 |

| symbol | meaning | shape | since part |
|---|---|---|--:|
| $\rin{X}$, $\rin{x}$ | inputs of $e$ | (3 flowers, 4) | 2 |
| $\alpha$ | learning rate | one number | 2 |
| $\odot$ | element by element | | 2 |
| $\rwt{w}$, $\rwt{w}_{\text{new}}$ | a weight | | 2 |
| $\frac{dz}{dx}$ | the slope of $z$ | | 2 |
| $b$, $v[b]$ | which one | | 2 |
| $u$, $u_{\text{new}}$ | a step | one number | 2 |
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/legend.md").write_text(LEGEND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(root, formula, marker="[[where]]"):
    return run_of(root, f"a $x$\n\n$$\n{formula}\n$${marker}\n", name="docs/series/07-a.md")


def listed(root, formula):
    page_run = run(root, formula, "\n\n[[where]]")
    text = where_list.expand(page_run, len(page_run.page.lines) - 1, "")
    return re.sub(
        r"\]\(\.\./legend\.md#sym-(\w+)\)\{: \.symbol title=\"[^\"{}]+ in the legend\" \}",
        r"](\1)",
        text.replace("\u00a0", " "),
    )


ALPHA = r"[$\alpha$](alpha): learning rate; one number"
E = "[$e$](e): which flower; 1 to 3"


@pytest.mark.parametrize(
    ("formula", "entries"),
    [
        (r"\alpha \odot \alpha", [ALPHA, r"[$\odot$](odot): element by element"]),
        (r"\sum_{e} {{ 1 + 1 }}", [E]),
        (r"\rin{x}[e]", [r"[$\rin{x}$](X): inputs of $e$; one number of $\rin{X}$, (3 flowers, 4)", E]),
        (r"\rin{x} \rin{X}", [r"[$\rin{X}$](X), [$\rin{x}$](X): inputs of $e$; (3 flowers, 4)"]),
        (r"w_{\text{new}} = w - 1", [r"[$\rwt{w}$](w), [$\rwt{w}_{\text{new}}$](w): a weight"]),
        (r"\frac{dz}{d\alpha}", [r"[$\frac{dz}{dx}$](d): the slope of $z$", ALPHA]),
        ("b", ["[$b$](b): which one"]),
        (r"u_{\text{new}}", [r"[$u_{\text{new}}$](u): a step; one number"]),
        ("1 + 1", []),
    ],
)
def test_each_symbol_stands_once_in_order(root, formula, entries):
    lines = [line for entry in entries for line in (f"    - {entry}", "    {: .where }")]
    assert listed(root, formula) == ("\n".join(["", where_list.OPENING, "", *lines, ""]) if lines else "")


def test_a_symbol_is_explained_once_on_a_page(root):
    text = "a\n\n$$\n{}\n$$\n\n[[where]]\n\n$$\n{}\n$$\n\n[[where]]\n\nb\n"
    both = run_of(root, text.format(r"\alpha \rin{X}", r"\rin{x} \alpha \odot"), name="docs/series/07-a.md")
    first, again = where_list.expand(both, 7, ""), where_list.expand(both, 13, "")
    assert "sym-alpha" in first and again.count("sym-alpha") == 1 and 'alpha in the legend" }: as above' in again
    assert "learning rate" in first and "learning rate" not in again and "sym-odot" in again
    assert "sym-X" in first and "one number of" in again  # x is new, though X is not
    same = run_of(root, text.format(r"\alpha", r"\alpha"), name="docs/series/07-a.md")
    assert where_list.expand(same, 13, "") == "" and rendered(same.page, same).count("<details") == 1


def test_what_shares_a_letter_is_explained_by_itself(root):
    """The old list took Euler's number for explained where the flower was: both are written e."""
    euler = LEGEND.replace("| $b$,", "| $e^{z}$ { #sym-Euler } | Euler's number | | 2 |\n| $b$,")
    (root / "docs/legend.md").write_text(euler, encoding="utf-8")
    text = "a\n\n$$\n{}\n$$\n\n[[where]]\n\n$$\n{}\n$$\n\n[[where]]\n\nb\n"
    both = run_of(root, text.format(r"\rin{x}[e]", "e^u"), name="docs/series/07-a.md")
    again = where_list.expand(both, 13, "")
    assert "Euler's number" in again and "which flower" not in again and "as above" not in again


def test_a_shape_does_not_break(root):
    page_run = run(root, r"\rin{X}", "\n[[where]]")
    assert "(3\u00a0flowers,\u00a04)" in where_list.expand(page_run, 6, "")


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
def test_on_the_page_it_is_a_list_and_in_a_notebook_too(root, between):
    page_run = run(root, r"\alpha", f"{between}[[where]]\nafter")
    html = rendered(page_run.page, page_run)
    entry = r'<li class="where"><a class="symbol" href="../legend.md#sym-alpha" title="alpha in the legend"><math>'
    assert html.count(entry) == 1 and "<p>after</p>" in html and "{" not in html
    plain = plain_markdown(expanded(page_run, page_run.page.lines))
    assert plain.endswith("- $\\alpha$: learning rate; one number\n\n</details>\n\nafter"), plain


def test_in_a_fold(root):
    html = rendered((folded := fold(root, r"\alpha")).page, folded)
    assert '<li class="where"><a' in html and "[[" not in html


def fold(root, formula):
    text = f"??? note\n\n    $$\n    {formula}\n    $$\n\n    [[where]]\n"
    return run_of(root, text, name="docs/series/07-a.md")


@pytest.mark.parametrize("text", ["text\n\n[[where]]", "$$\n\\alpha\n$$\n\ntext\n\n[[where]]", "$x$\n[[where]]"])
def test_it_stands_below_a_formula(root, text):
    page_run = run_of(root, text, name="docs/series/07-a.md")
    with pytest.raises(MistakesError, match=r"\$\$ that ends a display formula"):
        expanded(page_run, page_run.page.lines)


def test_it_takes_no_argument(root):
    page_run = run(root, r"\alpha", "\n[[where: all]]")
    with pytest.raises(MistakesError, match=r"07-a\.md:6:1: .*(.|\n)*write \[\[where\]\], without an argument"):
        expanded(page_run, page_run.page.lines)
