"""Numbers that are typed into prose: declared as given, or refused."""

import pytest
from project import first, page_of

from literate.checking.typed_numbers import mistakes
from literate.errors import PageError

TYPED = {
    "It is 0.5 here": "0.5",
    "It is .5 here": ".5",
    "(3.25)": "3.25",
    "−0.5": "0.5",
    "1,000 rows": "1,000",
    "1,234.5 rows": "1,234.5",
    "150 flowers": "150",
    "5 % of": "5 %",
    "5% of": "5%",
    "$5\\%$": "5\\%",
    "16 percent of": "16 percent",
    "below 1e-9 now": "1e-9",
    "below 10^-9 now": "10^-9",
    "$10^{-9}$": "10^{-9}",
    "2**3": "2**3",
    "10⁻⁹ or": "10⁻⁹",
    "2² is": "2²",
    "| 0.25 |": "0.25",
    "$x = 0.75$": "0.75",
    "version 2.4.6 of": "2.4.6",
    "$a{.25 x}$": ".25",
    "a {.5} b": ".5",
    "$\\frac{.75}{2}$": ".75",
    "$x{#y 0.5}$": "0.5",
    "- a `\n- 0.1383\n- ` b": "0.1383",
    "in 1936 by": "1936",
}


@pytest.mark.parametrize("text", TYPED)
def test_a_typed_number_is_found(tmp_path, text):
    page = page_of(tmp_path, f"One\n\n{text}\n")
    with pytest.raises(PageError) as caught:
        first(mistakes(page))
    assert caught.value.message == f"{TYPED[text]} is typed, not computed"
    above = text[: text.index(TYPED[text])]
    assert (caught.value.line, caught.value.column) == (3 + above.count("\n"), len(above) - above.rfind("\n"))
    assert caught.value.length == len(TYPED[text])
    assert f'given: {{"{TYPED[text]}": "its source"}}' in caught.value.hint


@pytest.mark.parametrize("text", TYPED)
def test_a_typed_number_that_is_declared(tmp_path, text):
    written = TYPED[text].replace("\\", "\\\\")
    first(mistakes(page_of(tmp_path, f'---\ngiven: {{"{written}": "where it comes from"}}\n---\n{text}\n')))


@pytest.mark.parametrize(
    "text",
    [
        "14 weights, 3 · 4 = 12 and 99",
        "`0.5` and `x = 150`",
        "[text](page.md#w-150) and <https://example.org/150>",
        "[text]: https://example.org/0.5",
        "https://example.org/2020/0.5",
        "January 2020, March 3, 2020 and 2020-01-21 and 1/21/2020",
        '<img width="150">',
        "text { .x width=150 }",
        "<!-- 0.5 -->",
        "<!--\n0.5\n-->",
        'a\n\n[text]: page.md "0.5"\n\nb',
        "<b class='x150'>a</b> <br/> <input disabled value=150>",
        "w_150 and x1.5",
        "{{ 150 }} and {{ 0.5:.1f }}",
        "part 3, 4 and 5.",
        "a\n\n    0.5",
        "<pre>0.5</pre> <code>0.5</code>",
        "at 12:30",
    ],
)
def test_what_is_exempt(tmp_path, text):
    first(mistakes(page_of(tmp_path, f"{text}\n")))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[site]: https://example.org\n\nIt is 0.5\n", 3, 7),
        ("[^1]: It is 0.5\n", 1, 13),
        ("if a <b then 0.5 and c> d\n", 1, 14),
        ('`0.5`\n```figure id="f"\nnetwork(title="0.5")\n```\n', 3, 16),
        ("<!-- one -->\n0.5\n<!-- two -->\n", 2, 1),
        ('```figure id="f"\nnetwork(\n    caption="It is 0.5",\n)\n```\n', 3, 20),
        ('- item\n\n    ```figure id="f"\n    network(title=f"{1:.2f} and 0.5")\n    ```\n', 4, 33),
    ],
)
def test_what_is_not_exempt(tmp_path, text, line, column):
    with pytest.raises(PageError, match=r"0\.5 is typed, not computed") as caught:
        first(mistakes(page_of(tmp_path, text)))
    assert (caught.value.line, caught.value.column, caught.value.length) == (line, column, 3)
    first(mistakes(page_of(tmp_path, f'---\ngiven: {{"0.5": "told"}}\n---\n{text}')))


def test_a_number_in_a_heading_is_left_to_the_rule_that_none_stands_there(tmp_path):
    first(mistakes(page_of(tmp_path, "## It is 0.5\n")))
    with pytest.raises(PageError, match=r"compute it, \{\{ … \}\}"):
        first(mistakes(page_of(tmp_path, "It is 0.5\n")))


@pytest.mark.parametrize(
    "code",
    ['network(caption=f"{0.5:.1f}")', 'network(values=[0.5], names="0.5")', "network(title=150)", "network(title=,"],
)
def test_what_is_no_text_of_a_figure(tmp_path, code):
    first(mistakes(page_of(tmp_path, f'```figure id="f"\n{code}\n```\n')))


GIVEN = {
    "0.5: x": ("\ngiven: {0.5: x}\n---\n0.5\n", 3, 'given: 0.5 needs the form "number": "its source"'),
    "no source": ('\ngiven:\n  "0.5": ""\n---\n0.5\n', 4, 'given: 0.5 needs the form "number": "its source"'),
    "a list": ("\ngiven: [a]\n---\n", 3, "given is not a list of numbers with their sources"),
    "on one line": ('\ngiven: {"20": a}\ntime_limit: 20\n---\n', 3, 'given: "20" is not on the page'),
    "not used": ('\ngiven:\n  "0.5": a\n  "0.7": b\n---\n0.5\n', 5, 'given: "0.7" is not on the page'),
}


@pytest.mark.parametrize(("text", "line", "message"), GIVEN.values(), ids=GIVEN)
def test_given_numbers_in_the_wrong_form(tmp_path, text, line, message):
    with pytest.raises(PageError) as caught:
        first(mistakes(page_of(tmp_path, f"---\ntitle: T{text}")))
    assert caught.value.message == message and caught.value.line == line
    assert caught.value.hint == 'write given: {"0.5": "where it comes from"}'


def test_a_list_of_given_numbers_that_is_none_is_one_mistake(tmp_path):
    assert len([*mistakes(page_of(tmp_path, "---\ngiven: [a]\n---\n0.5\n"))]) == 1
