"""Blanks between elements go; what is written stays."""

import pytest

from literate.products.page_blanks import without_blanks


def test_blanks_between_elements_are_one_end_of_a_line() -> None:
    page = "<ul>\n\n      \n   <li>a</li>\n   <li>b\n  c</li> <li>d</li>\n</ul>"
    assert without_blanks(page) == "<ul>\n<li>a</li>\n<li>b\n  c</li> <li>d</li>\n</ul>"
    assert without_blanks(without_blanks(page)) == without_blanks(page)


@pytest.mark.parametrize("tag", ["pre", "script", "style", "TEXTAREA"])
def test_what_is_shown_as_it_is_written_stays(tag: str) -> None:
    page = f"<{tag} class=a>\n\n  <b>\n\n  </b>\n </{tag}>"
    assert without_blanks(f"<p>\n\n\n{page}\n\n\n<i>") == f"<p>\n\n\n{page}\n\n\n<i>".replace("\n\n\n", "\n")
