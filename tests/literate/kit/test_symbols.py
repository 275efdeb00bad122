"""The legend has every symbol, and each page only what has been introduced."""

import pytest
from conftest import ROOT
from project import first, page_of, with_settings

from literate.errors import PageError
from literate.kit import legend_rows, symbols
from literate.maths import signs
from literate.reading import sources
from literate.reading.reader import read

LEGEND = """\
| symbol | meaning | since part |
|---|---|--:|
| $\\rin{X}$, $x$ | inputs $q$ | 2 |
| $\\rwt{W}_2$, $\\rwt{w}_{2\\text{-}ij}$, $\\rwt{W}_{2\\text{-update}}$ | weights | 6 |
| $\\rhid{h}_{\\text{in}}$ | taken in | 2 |
| $\\text{MSE}$, $\\alpha$, $\\odot$ | others | 7 |
| $x$ | again | 9 |
"""


@pytest.fixture
def root(tmp_path):
    (with_settings(tmp_path) / "docs").mkdir()
    (tmp_path / "docs/legend.md").write_text(LEGEND, encoding="utf-8")
    return tmp_path


def page(root, text, part="07"):
    return page_of(root, text, name=f"docs/series/{part}-a.md")


def test_the_legend_says_since_when(root):
    assert symbols.introduced(root) == {
        "X": 2, "x": 2, "W_2": 6, "w_2": 6, "W_2-update": 6, "h_in": 2, "MSE": 7, "alpha": 7, "odot": 7,
    }  # fmt: skip


def test_a_sign_counts_however_it_is_written_and_what_stands_below_a_sum_too():
    found = [sign.name for sign in signs.symbols_of(r"∂ + \partial + ⊙ + \sum_{e} ∑_j")]
    assert found == ["partial", "partial", "odot", "sum", "e", "sum", "j"]


def test_a_row_has_its_cells_by_their_headings(root):
    first, *_ = legend_rows.legend_rows(LEGEND)
    assert (first.line, first.part, first.address) == (3, 2, "sym-X")
    assert first.cells == {"symbol": "$\\rin{X}$, $x$", "meaning": "inputs $q$", "since part": "2"}


def test_a_row_gets_its_address_once_where_its_symbol_stands_twice():
    assert legend_rows.addressed("| $x$ | see $x$ | 2 |") == "| $x$ { #sym-x } | see $x$ | 2 |"


def test_a_sign_is_told_apart_by_what_stands_after_it():
    keys = [sign.key for sign in signs.symbols_of(r"f' + f(x) + \rlab{y} + y + e^x + e_1")]
    assert keys == ["f'", "f", "x", r"\rlaby", "y", "e^", "x", "e_1"]


@pytest.mark.parametrize(
    "text",
    [
        r"$\rin{X}$ and $$\rwt{w}_{2\text{-}11} \cdot \rwt{W}_2 + \alpha$$",
        r"$\frac{\rhid{h}_{\text{in}}}{2}$ $\text{a word, or two}$ $\begin{cases}x\\x\end{cases}$ `$\beta$`",
        r"$\text{MSE} \odot {{ 1 }}$",
    ],
)
def test_what_is_in_the_legend_is_well(root, text):
    first(symbols.mistakes(page(root, text)))


@pytest.mark.parametrize(
    ("text", "part", "message"),
    [
        (r"It: $x + \beta$", "07", "series/07-a.md:1:10: the symbol beta is not in the legend"),
        ("a\n\n$$\nx +\n\\rwt{w}_{3}\n$$", "07", "series/07-a.md:5:1: the symbol w_3 is not in the legend"),
        (r"$q$", "07", "the symbol q is not in the legend"),
        ("\n$q$", "07", "series/07-a.md:2:2: the symbol q is not in the legend"),
        (r"{{ 1 + 1:.2f }} $q$", "07", "series/07-a.md:1:18: the symbol q is not in the legend"),
        (r"$\rhid{h}$", "07", "the symbol h is not in the legend"),
        (r"$\rwt{W}_2$", "05", "series/05-a.md:1:2: the symbol W_2 comes with part 6"),
        (r"$\text{SSE}$", "07", "the symbol SSE is not"),
    ],
)
def test_what_is_not_or_not_yet_is_a_mistake(root, text, part, message):
    with pytest.raises(PageError) as caught:
        first(symbols.mistakes(page(root, text, part)))
    assert message in str(caught.value)


def test_other_pages_may_use_all_of_it(root):
    first(symbols.mistakes(page_of(root, r"$\alpha$", name="docs/series.md")))
    (root / "docs/legend.md").write_text("No symbol yet.\n", encoding="utf-8")
    with pytest.raises(PageError, match="the symbol q is not in the legend"):
        first(symbols.mistakes(page_of(root, "$q$", name="docs/series.md")))


def test_a_site_without_a_legend_has_nothing_to_compare(tmp_path):
    first(symbols.mistakes(page_of(tmp_path, "$q$")))


def test_the_legend_has_no_symbol_that_no_page_uses():
    pages = [read(path, ROOT) for path in sources.teaching(ROOT)]
    used = {name for one in pages for _, _, _, name in symbols.symbols(one)}
    unused = {"o_error"}  # the single numbers of a matrix, named so that the table is complete
    assert set(symbols.introduced(ROOT)) - used == unused
