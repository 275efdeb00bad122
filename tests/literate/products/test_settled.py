"""The last touches to a page's HTML."""

import pytest

from literate.products.settled import in_lines, placed, with_links

A, B = "\U000f0000", "\U00100000"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("-1.65", "−1.65"),
        ("(-1, 2)", "(−1, 2)"),
        ("-.5", "−.5"),
        ("1e-9", "1e-9"),
        ("2026-11-24", "2026-11-24"),
        ("a-1", "a-1"),
    ],
)
def test_in_words_a_minus_is_a_minus_and_in_code_what_python_prints(value, said):
    html = f"<p>It is {A}, <code>{A}</code>.</p><pre><code>{B}</code></pre>"
    assert (
        placed(html, {A: value}, {B: "[-1]"})
        == f"<p>It is {said}, <code>{value}</code>.</p><pre><code>[-1]</code></pre>"
    )


def test_each_cell_has_a_link_to_itself():
    assert with_links('<div class="cell" id="cell-a"><pre>') == (
        '<div class="cell" id="cell-a"><a class="here" href="#cell-a">#</a><pre>'
    )
    assert with_links('<div class="cell"><div id="cell-b">') == '<div class="cell"><div id="cell-b">'


def listing(code, language="python"):
    return f'<div class="language-{language} highlight"><pre><span></span><code>{code}</code></pre></div>'


def test_each_line_of_python_knows_how_far_it_is_indented():
    code = (
        'if x:\n    <span class="n">y</span>\n\n<span class="w">        </span>z\n' + " " * 6 + "v\n" + " " * 30 + "w\n"
    )
    spans = [("0", "if x:\n"), ("4", '    <span class="n">y</span>\n'), ("0", "\n")]
    spans += [("8", '<span class="w">        </span>z\n'), ("4", " " * 6 + "v\n"), ("12", " " * 30 + "w\n")]
    assert in_lines(listing(code)) == listing("".join(f'<span class="line in-{n}">{line}</span>' for n, line in spans))


def test_other_listings_stay_as_they_are():
    assert in_lines(listing("a\n", "text")) == listing("a\n", "text")
    two = listing("a\n") + listing("b\n", "text")
    assert in_lines(two) == listing('<span class="line in-0">a\n</span>') + listing("b\n", "text")
