"""Code and output fit into the boxes of a page."""

import pytest
from conftest import ROOT
from project import cell, first, page_of, run_of

from literate.errors import MistakesError, PageError
from literate.kit import box_width as fit
from literate.kit.markers import expanded
from literate.reading import read, sources

LONG = "x = " + "1" * 84


def test_a_line_of_88_columns_fits_and_one_of_89_does_not(tmp_path):
    first(fit.mistakes(page_of(tmp_path, cell(LONG))))
    with pytest.raises(PageError, match="this line of code has 89 columns") as caught:
        first(fit.mistakes(page_of(tmp_path, cell(f"y = 1\n{LONG}1"))))
    assert caught.value.line == 3 and "break it: 88 columns fit" in caught.value.hint


@pytest.mark.parametrize(("indent", "columns"), [("    ", 0), ("        ", 92)])
def test_a_fold_in_a_list_has_room_for_four_less(tmp_path, indent, columns):
    text = "- a\n\n" + "".join(f"{indent}{line}\n" for line in cell(LONG).splitlines())
    found = [*fit.mistakes(page_of(tmp_path, text if columns == 0 else text.replace("- a", "- a\n\n    - b")))]
    assert [one.message for one in found] == [f"this line of code has {columns} columns"] * bool(columns)


def test_code_that_is_not_shown_may_be_longer_and_a_section_is_named_by_its_line(tmp_path):
    first(fit.mistakes(page_of(tmp_path, cell(LONG + "1").replace(' source="block"', ""))))
    taught = f"# --8<-- [start:a]\n{LONG}1\n# --8<-- [end:a]\n"
    page = page_of(tmp_path, cell('y = 1\n--8<-- "tinynet/__init__.py:a"'), taught=taught)
    with pytest.raises(PageError, match="89 columns") as caught:
        first(fit.mistakes(page))
    assert caught.value.line == 3


@pytest.mark.parametrize(("width", "cut"), [(88, False), (89, True)])
def test_output_that_is_cut_is_found_when_the_page_has_run(tmp_path, width, cut):
    run = run_of(tmp_path, cell(f"print(1)\nprint('-' * {width})", more=' result="text"'))
    assert [one.message for one in fit.cut(run)] == ['cell "a" prints a line of 89 columns'] * cut
    if cut:
        with pytest.raises(MistakesError, match="prints a line of 89 columns"):
            expanded(run, run.page.lines)


@pytest.mark.parametrize("path", sources.pages(ROOT), ids=lambda path: path.stem)
def test_on_a_page_one_blank_line_stands_around_a_definition(path):
    for fence in read(path, ROOT).fences:
        assert "\n\n\n" not in fence.source, (path.name, fence.line)
