"""Blanks between elements go, and marks of code without a color; what is written stays."""

import pytest

from literate.products.page_blanks import without_blanks, without_marks


def test_blanks_between_elements_are_one_end_of_a_line() -> None:
    page = "<ul>\n\n      \n   <li>a</li>\n   <li>b\n  c</li> <li>d</li>\n</ul>"
    assert without_blanks(page) == "<ul>\n<li>a</li>\n<li>b\n  c</li> <li>d</li>\n</ul>"
    assert without_blanks(without_blanks(page)) == without_blanks(page)


@pytest.mark.parametrize("tag", ["pre", "script", "style", "TEXTAREA"])
def test_what_is_shown_as_it_is_written_stays(tag: str) -> None:
    page = f"<{tag} class=a>\n\n  <b>\n\n  </b>\n </{tag}>"
    assert without_blanks(f"<p>\n\n\n{page}\n\n\n<i>") == f"<p>\n\n\n{page}\n\n\n<i>".replace("\n\n\n", "\n")


def test_code_has_no_marks_for_tokens_without_a_color() -> None:
    code = '<pre class=x><code><span class="n">a</span><span class="w"> </span><span class="mi">1</span></code></pre>'
    page = f'<p><span class="n">a</span></p>{code}<span class="n">b</span><script>"<pre></pre>"</script>'
    made = without_marks(page, ["n", "w"])
    assert made == page.replace(code, '<pre class=x><code>a <span class="mi">1</span></code></pre>')
    assert without_marks(made, ["n", "w"]) == made and without_marks(page, []) == page
    assert without_marks('<pre><span class="nb">a</span></pre>', ["n"]) == '<pre><span class="nb">a</span></pre>'
