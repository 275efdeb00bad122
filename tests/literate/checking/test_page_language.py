"""One look at what is written on a page, before it runs."""

import pytest
from project import page_of

from literate.errors import PageError
from literate.kit import registry


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It is 0.5.\n", "docs/page.md:1:7: 0.5 is typed"),
        ("a\n\nso $\\frac{1}{$ is\n", "docs/page.md:3:4: this formula is not read"),
        ("a\n\n$$\n1 + {{ 1 }} \\nonsense\n$$\n", "docs/page.md:3:1: this formula is not read"),
        ("a\n\nThe $\\rin{x} is\n", "docs/page.md:3:6: this formula is not read"),
        ("The sum $$x$$ is\n", "docs/page.md:1:9: this formula is not read"),
        ("text\n$$\nx\n$$\n", "docs/page.md:2:1: this formula is not read"),
        ("| a | b |\n|---|---|\n| $$x$$ | c |\n", "docs/page.md:3:3: this formula is not read"),
        ("a\n\n$$\nx\n$$ { #eq }\n", "docs/page.md:3:1: this formula is not read"),
        ("- $$x$$ b\n", "docs/page.md:1:3: this formula is not read"),
        ("$a `b` c$\n", "docs/page.md:1:1: this formula is not read: a formula holds no code"),
        ("a $$x$ b\n", "docs/page.md:1:3: this formula is not read"),
        ("| a |\n|---|\n| $|x|$ |\n", "docs/page.md:3:3: in a table | ends the cell"),
        ("| $|x|$ | |\n|---|---|---|---|\n", "docs/page.md:1:3: in a table | ends the cell"),
        ("It is {{ 1 }} and {{N}}, 0.5.\n", "docs/page.md:1:19: this is nearly a number"),
        ("# A\n\n# B\n", "docs/page.md:3:1: a page has one heading"),
        ('a\n\n??? nota "N"\n\n    text\n', "docs/page.md:3:5: a fold of the kind nota is not known here"),
        ("[a](none.md)\n", "docs/page.md:1:1: none.md is not there"),
        ('a\n\n??? predict "How many?"\n\n    Two.\n', "docs/page.md:3:1: this question does not say what kind"),
        ("??? recall\n\n    So.\n", "docs/page.md:1:1: this is not a question with its answer"),
        ('a\n\n```python title="T" fade="gaps"\nx = 1\n```\n', "docs/page.md:3:1: a faded fence holds one section"),
    ],
)
def test_each_mistake_has_its_place(tmp_path, text, message):
    with pytest.raises(PageError) as caught:
        registry.check(page_of(tmp_path, text))
    assert str(caught.value).startswith(message)


def test_symbols_are_looked_at(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/legend.md").write_text("| $x$ | 1 |\n")
    with pytest.raises(PageError, match="the symbol y is not in the legend"):
        registry.check(page_of(tmp_path, "$x + y$\n"))


def test_what_stands_in_a_table_without_a_bar_or_outside_with_one_is_no_mistake(tmp_path):
    registry.check(page_of(tmp_path, "$|x|$\n\n| a |\n|---|\n| $\\lvert x \\rvert$ and $a\\|b$ |\n"))


def test_a_computed_number_in_a_formula_is_no_mistake(tmp_path):
    registry.check(page_of(tmp_path, "$\\frac{ {{ 1 }} }{2}$ and\n\n$$x^{ {{ 3 }} }$$\n"))


@pytest.mark.parametrize(
    "text", ["\\$5 today and \\$6", "$5 now and $6 then", "$x$\n\n$5 or n$6", "the $x\n+ x$ of $5 and $n"], ids=repr
)
def test_prices_are_no_formulas(tmp_path, text):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/legend.md").write_text("| $x$ | 1 |\n")
    registry.check(page_of(tmp_path, f"{text}\n"))
