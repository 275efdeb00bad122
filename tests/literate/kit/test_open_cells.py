"""What stands open on a page runs without what is folded away."""

import pytest
from project import cell, first, page_of

from literate.errors import PageError
from literate.kit import open_cells as needs

FOLD = '??? success "Solution"\n\n    '


def fold(code, id="folded"):
    return FOLD + cell(code, id).replace("\n", "\n    ").rstrip(" ") + "\n"


@pytest.mark.parametrize(
    "code",
    ["print(x)", "def f():\n    return x", "y = [x for _ in range(2)]", "y = x + 1"],
)
def test_an_open_cell_that_needs_a_folded_one(tmp_path, code):
    page = page_of(tmp_path, f"{fold('x = 1')}\n{cell(code)}")
    with pytest.raises(PageError, match='this cell needs "x", which a folded cell makes') as caught:
        first(needs.mistakes(page))
    assert caught.value.line == 8 and caught.value.hint.endswith("not from the fold at line 3")


def test_what_an_open_cell_has_made_is_lost_where_a_folded_one_makes_it_again(tmp_path):
    text = cell("x = 1", "one") + "\n" + fold("x = 2") + "\n" + cell("print(x)", "two")
    with pytest.raises(PageError, match='needs "x"'):
        first(needs.mistakes(page_of(tmp_path, text)))


@pytest.mark.parametrize(
    ("folded", "code"),
    [
        ("x = 1", "x = 2\nprint(x)"),  # its own
        ("def f(x):\n    return x", "print(len(str(1)))"),  # an argument is no name of the page
        ("import re", "from re import sub\nsub('', '', '')"),
        ("x = 1", "def f(x):\n    return x"),
    ],
)
def test_cells_that_need_no_folded_one(tmp_path, folded, code):
    first(needs.mistakes(page_of(tmp_path, f"{fold(folded)}\n{cell(code)}")))


def test_a_folded_cell_may_need_another_and_an_open_tab_is_no_fold(tmp_path):
    first(needs.mistakes(page_of(tmp_path, f"{fold('x = 1')}\n{fold('print(x)', 'more')}")))
    tab = '=== "Tab"\n\n    ' + cell("x = 1", "tabbed").replace("\n", "\n    ").rstrip(" ")
    first(needs.mistakes(page_of(tmp_path, f"{tab}\n{cell('print(x)')}")))


def test_what_is_no_python_is_a_mistake_by_itself(tmp_path):
    first(needs.mistakes(page_of(tmp_path, f"{fold('x = 1')}\n{cell('x = (')}")))
