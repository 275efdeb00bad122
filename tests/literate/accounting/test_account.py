"""The account of a rendered page: no false alarm on ours, and what is taken out of them at random is missed.

`pytest -s tests/literate/accounting/test_account.py` prints how much of it.
"""

import random
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from conftest import REQUIRED, ROOT
from rendered import converter, held, named, page

from literate.accounting import account
from literate.accounting.html_text import VOID
from literate.accounting.letters import words
from literate.accounting.presence import NUMBERS, OUTPUTS, Imbalance

LONG = {"docs/series/14-how-to-train-a-neural-net.md", "docs/reference/index.md"}
SHORT = {"docs/review-cards.md", "docs/index.md", "docs/tags.md"}
RANDOM = [name for name in named() if name not in LONG | SHORT]
# A contributor looks at two pages: on one that is full of code and numbers few elements have words that stand once.
LOOKED_AT = RANDOM if REQUIRED else [name for name in RANDOM if "07-" in name or "13-" in name]
BLOCKS = {"p", "li", "tr", "td", "th", "h2", "h3", "details", "summary", "pre", "table", "ul", "ol", "div", "code"}
BLOCKS |= {"strong", "em", "a", "blockquote", "sup"}
# What the engine adds, and what is inside of drawings.
ADDED = {"headerlink", "map", "reference", "where", "checked", "ledger", "result", "filename", "figure"}
ADDED |= {"products", "handouts", "install"}


def entries(source: str, rendered: str, **made: object) -> list[Imbalance]:
    """What does not balance in a page without front matter."""
    return account.balanced(source.split("\n"), 0, rendered, **made)  # type: ignore[arg-type]


def lines(source: str, rendered: str) -> list[int]:
    """The lines at which it does not."""
    return [entry.line for entry in entries(source, rendered)]


class Elements(HTMLParser):
    """The elements of a page that hold words of its source: tag, start and end."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.open, self.found = text, list[tuple[str, int, set[str]]](), list[tuple[str, int, int]]()
        self.offsets = [0]
        for line in text.split("\n"):
            self.offsets.append(self.offsets[-1] + len(line) + 1)
        self.feed(text)

    def at(self) -> int:
        line, column = self.getpos()
        return self.offsets[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, self.at(), {tag, *(dict(attrs).get("class") or "").split()}))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        _, start, marks = self.open.pop()
        around = marks.union(*(one[2] for one in self.open))
        if tag in BLOCKS and not around & (ADDED | {"math", "svg", "opening", "post", "course"}):
            self.found.append((tag, start, self.text.index(">", self.at()) + 1))


def taken(name: str, count: int) -> Iterator[tuple[str, str]]:
    """Elements of a page at random, each with the page without it."""
    rendered = page(name)[2]
    found = Elements(rendered).found
    for _, start, end in random.Random(name).sample(found, min(count, len(found))):
        if words(text_of(rendered[start:end])):
            yield rendered[start:end], rendered[:start] + rendered[end:]


def text_of(rendered: str) -> str:
    """The text of a piece of HTML up to its first formula or computed number."""
    return re.split("<math|[\U000f0000-\U0010ffff]", unescape(re.sub("<(?!math)[^>]*>", "", rendered)))[0]


def test_what_is_taken_out_is_missed_at_its_line() -> None:
    """Any element of any page, and where its words stand once in the source, the line is theirs."""
    tried = missed = placed = right = 0
    for name in LOOKED_AT:
        source, first, _ = page(name)
        for element, rest in taken(name, 30 if REQUIRED else 8):
            found = account.balanced(source, first, rest)
            tried, missed = tried + 1, missed + (not found)
            start = words(text_of(element))[:30]
            at = [line for line, text in enumerate(source, 1) if start in words(text)]
            if len(start) > 12 and len(at) == 1 and not element.startswith(("<div", "<pre")):
                placed, right = placed + 1, right + (found[0].line == at[0])
    print(f"taken out: {tried}, noticed {tried - missed}; with one line to be said: {placed}, right {right}")
    assert tried > (300 if REQUIRED else 10) and missed == 0
    assert placed > tried // 4 and right >= min(0.98 * placed, placed - 1)


def test_half_a_page_is_missed() -> None:
    """Where it ends, whatever ends there."""
    for name in LOOKED_AT:
        source, first, rendered = page(name)
        assert account.balanced(source, first, rendered[: len(rendered) // 2]), name


TEXT = """\
# A title

The first paragraph, with *marks* and `code()`.

- one item
- another item

| head | more |
|---|---|
| cell | {{ 1 }} |
| last | {{ 2 }} |

```text title="A sample"
first line
second line
```

??? hint "A hint"

    It helps[^n] and links [there](to.md "title").

The formula $x^2$ ends it.

[^n]: A note.
"""


def test_each_change_at_its_line() -> None:
    """Lost, doubled or swapped: the line of what is lost, or of what stands below the double."""
    rendered = converter().convert(held(TEXT))
    assert entries(TEXT, rendered) == []
    blocks = {"<h1": 1, "<p>The first": 3, "<li>one": 5, "<li>another": 6, "<tr>\n<td>cell": 10, "<tr>\n<td>last": 11}
    blocks |= {'<div class="language-text': 13, "<details": 18, "<p>The formula": 22, "<math": 22}
    for start, line in blocks.items():
        whole = element(rendered, rendered.index(start))
        assert lines(TEXT, rendered.replace(whole, "", 1))[:1] == [line], start
        assert lines(TEXT, rendered.replace(whole, whole + whole, 1)), start
    for one, other in pairwise(list(blocks)[:3]):
        first, second = (element(rendered, rendered.index(start)) for start in (one, other))
        swapped = rendered.replace(first, "\0").replace(second, first).replace("\0", second)
        assert lines(TEXT, swapped)[0] == blocks[one]
    assert lines(TEXT, rendered.replace("A note.", ""))[0] == 24
    assert lines(TEXT, rendered.replace("<summary>", "<summary>A hint"))[0] == 20


def element(rendered: str, start: int) -> str:
    """The element that begins at a place, to its end."""
    tag = re.match(r"<(\w+)", rendered[start:])[1]  # type: ignore[index]
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b[^>]*>", rendered[start:]):
        depth += -1 if found[1] else 1
        if depth == 0:
            return rendered[start : start + found.end()]
    raise AssertionError(tag)


def test_what_the_run_has_made() -> None:
    """Cells, figures, outputs, numbers: each once, numbers not in code; ids once."""
    source = ["{{ 1 }}", "```python", "```", "# A { #twice }", "# B { #twice }"]
    number, output = chr(NUMBERS), chr(OUTPUTS)
    rendered = f'<p>{number}</p><div id="cell-a">{output}</div><figure id="figure-b"></figure>'
    made = {"cells": {"a": 2}, "figures": {"b": 3}, "numbers": {0: (1, 1, 7)}, "outputs": {0: 2}}

    def said(text: str) -> list[str]:
        return [f"{entry.line}:{entry.column} {entry.message}" for entry in account.absent(source, text, **made)]  # type: ignore[arg-type]

    assert said(rendered) == []
    assert said(rendered.replace("cell-a", "x")) == ['2:1 cell "a" ran, but the page does not show it']
    assert said(rendered.replace("figure-b", "x")) == ['3:1 figure "b" ran, but the page does not show it']
    assert said(rendered.replace(output, "")) == ["2:1 the output of this cell does not stand on the page once"]
    assert said(rendered.replace(number, "")) == ["1:1 this number is not on the page"]
    assert said(rendered + number) == ["1:1 this number stands 2 times on the page"]
    code = f"<code>{number}</code>"
    assert said(rendered.replace(number, code)) == ["1:1 this number stands in what the site shows as code"]
    assert said(rendered + '<p id="twice"></p><p id="twice"></p>') == ['5:1 the id "twice" stands 2 times on the page']


@pytest.mark.parametrize("mark", ["{{ x", "x }}", "[[x", "x]]", '--8<-- "x"', "$$x", "```x", "~~~x", "??? x", "## x"])
def test_a_mark_that_is_left(mark: str) -> None:
    """It is an error as text, at its line, and none in code."""
    assert lines(f"a\n\nb {mark}", f"<p>a</p><p>b</p><p>{mark.replace('<', '&lt;')}</p>") == [3]
    assert lines(f"a\n\nb `{mark}`", f"<p>a</p><p>b <code>{mark.replace('<', '&lt;')}</code></p>") == []


def test_it_shares_nothing_with_the_reader() -> None:
    """Its modules import nothing of literate but each other."""
    names = {"account", "ambiguous", "balance", "presence", "html_text", "letters", "source_text"}
    for name in names:
        text = (ROOT / f"literate/accounting/{name}.py").read_text(encoding="utf-8")
        assert set(re.findall(r"from literate\.accounting\.(\w+)", text)) < names
        assert text.count("from literate") == text.count("from literate.accounting.")
        assert "import literate" not in text
