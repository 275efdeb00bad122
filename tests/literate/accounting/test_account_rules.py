"""The rules by which a page is read, taken out one at a time: the account misses what is lost or left as text by it.

On the side of the site a rule is an extension or a processor of Python-Markdown, on that of the reader what it takes
for code. Each sample is read well with all rules.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from markdown import Markdown
from rendered import converter

from literate.accounting import account
from literate.accounting.presence import NUMBERS, Imbalance

NUMBER = re.compile(r"\{\{ .+? \}\}")


class Rule(NamedTuple):
    """A rule of the site: a sample that needs it, the line that is missed without it, and how it is taken out."""

    name: str
    sample: str
    line: int
    without: str | Callable[[Markdown], object]


def block(name: str) -> Callable[[Markdown], object]:
    """Without a processor of blocks."""
    return lambda md: md.parser.blockprocessors.deregister(name)


def inline(name: str) -> Callable[[Markdown], object]:
    """Without a pattern of text in a line."""
    return lambda md: md.inlinePatterns.deregister(name)


CELL = '```python exec="1" source="block" session="s" id="a"\nprint(1)\n```\n'
SITE = [
    Rule("admonition", 'A\n\n!!! note "Title"\n\n    Text.\n', 3, "admonition"),
    Rule("fold", 'A\n\n??? hint "Title"\n\n    Text.\n', 3, "pymdownx.details"),
    Rule("tab", 'A\n\n=== "One"\n\n    Text.\n', 3, "pymdownx.tabbed"),
    Rule("table", "A\n\n| a | b |\n|---|---|\n| c | d |\n", 4, "tables"),
    Rule("footnote", "A[^1].\n\n[^1]: Note.\n", 1, "footnotes"),
    Rule("attributes", "# A { #a }\n\nB\n", 1, "attr_list"),
    Rule("block attributes", "A\n{: .b }\n\nC\n", 2, "attr_list"),
    Rule("Markdown in HTML", '<div class="a" markdown>\n\nText *b*.\n\n</div>\n', 1, "md_in_html"),
    Rule("formula", "A $x^2$ b\n", 1, "literate.maths"),
    Rule("display formula", "A\n\n$$\nx^2\n$$\n", 3, "literate.maths"),
    Rule("fence", 'A\n\n```text title="b"\nc\n```\n', 3, "pymdownx.superfences"),
    Rule("fence in a list", "- A\n\n    ```text\n    c\n    ```\n", 3, "pymdownx.superfences"),
    Rule("cell", f"A\n\n{CELL}", 3, "pymdownx.superfences"),
    Rule("definition", "A\n\nTerm\n\n:   What it is.\n", 5, "def_list"),
    Rule("abbreviation", "A HTML\n\n*[HTML]: Markup\n", 3, "abbr"),
    Rule("contents", "[TOC]\n\n# A\n", 1, "toc"),
    Rule("heading", "A\n\n## Title\n\nB\n", 3, block("hashheader")),
    Rule("code by indentation", "A\n\n    {{ 1 }}\n\nB\n", 3, block("code")),
    Rule("numbered list", "A\n\n1. b\n2. c\n", 3, block("olist")),
    Rule("list", "A\n\n- b\n- c\n", 3, block("ulist")),
    Rule("quotation", "A\n\n> b\n", 3, block("quote")),
    Rule("line", "A\n\n---\n\nB\n", 3, block("hr")),
    Rule("target of a link", "A\n\n[c]: to.md\n", 3, block("reference")),
    Rule("code span", "A `{{ 1 }}`\n", 1, inline("backtick")),
    Rule("link", 'A [b](to.md "title")\n', 1, inline("link")),
    Rule("link by reference", "A [b][c]\n\n[c]: to.md\n", 1, inline("reference")),
    Rule("image", "A ![b](to.png)\n", 1, inline("image_link")),
    Rule("address", "A <https://b.org/c>\n", 1, inline("autolink")),
    Rule("tag", "A <b>c</b>\n", 1, inline("html")),
]


def entries(source: str, rendered: str, **made: object) -> list[Imbalance]:
    """What does not balance."""
    return account.balanced(source.split("\n"), 0, rendered, **made)  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", SITE, ids=lambda rule: rule.name)
def test_a_rule_of_the_site(rule: Rule) -> None:
    """With it the sample balances; without it a line does not."""
    assert entries(rule.sample, converter().convert(rule.sample)) == []
    md = converter([rule.without] if isinstance(rule.without, str) else [])
    if not isinstance(rule.without, str):
        rule.without(md)
    assert [entry.line for entry in entries(rule.sample, md.convert(rule.sample))][:1] == [rule.line]


# What the reader takes for code, each as a sample whose braces are no number of the page.
READER = {
    "code span": "A `{{ 1 }}`\n",
    "code span over two lines": "A `b\n{{ 1 }}`\n",
    "fence": "A\n\n```text\n{{ 1 }}\n```\n",
    "fence in a list": "- A\n\n    ```text\n    {{ 1 }}\n    ```\n",
    "code by indentation": "A\n\n    {{ 1 }}\n",
    "code by indentation in a fold": "??? note\n\n    A\n\n        {{ 1 }}\n",
    "code of HTML": "A <code>{{ 1 }}</code>\n",
    "preformatted HTML": "<pre>\n{{ 1 }}\n</pre>\n",
    "comment": "A\n\n<!-- {{ 1 }} -->\n",
    "comment in a line": "A <!-- {{ 1 }} --> b\n",
    "script": "A\n\n<script>\n{{ 1 }}\n</script>\n",
    "target of a link that nothing names": "A\n\n[b]: {{ 1 }}\n",
}


@pytest.mark.parametrize("name", READER)
def test_a_rule_of_the_reader(name: str) -> None:
    """A number that is computed in what the site takes for code, or for nothing, is an error at the number."""
    source = READER[name]
    found = next(NUMBER.finditer(source))
    place = (
        source.count("\n", 0, found.start()) + 1,
        found.start() - source.rfind("\n", 0, found.start()),
        len(found[0]),
    )
    rendered = converter().convert(NUMBER.sub(chr(NUMBERS), source))
    assert place in [entry[:3] for entry in entries(source, rendered, numbers={0: place})]


# What the reader takes for text, where the site has code: the braces stay, and are told.
@pytest.mark.parametrize(
    "source", ["- press ` once\n- {{ 1 }}\n- press ` again\n", "| a |\n|---|\n| ` {{ 1 }} |\n\n` b\n"]
)
def test_a_number_that_is_not_computed(source: str) -> None:
    """Braces that the reader took for code, and the site did not."""
    assert entries(source, converter().convert(source))
    assert not entries(source, converter().convert(NUMBER.sub(chr(NUMBERS), source)))


def test_how_many_rules() -> None:
    """The figure for those who ask."""
    print(f"rules taken out: {len(SITE)} of the site, {len(READER)} of the reader")
    assert len(SITE) + len(READER) >= 20
