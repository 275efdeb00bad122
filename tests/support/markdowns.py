"""A text twice: what Python-Markdown makes of it with the extensions of this site, and what the grammar finds."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

from literate.checking import near_misses, page_language, unclosed
from literate.errors import PageError
from literate.reading import details, outside, reader
from literate.reading.fences import scanned
from literate.reading.page import Page

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
EXTENSIONS += ["literate.maths", "pymdownx.tabbed", "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"]
SETTINGS = {"pymdownx.tabbed": {"alternate_style": True}, "pymdownx.highlight": {"pygments_lang_class": True}}
TAGS = {"li": "item", "blockquote": "quotation", "td": "cell", "th": "cell", "dt": "term", "dd": "definition"}
TAGS |= {f"h{level}": "heading" for level in range(1, 7)} | {"hr": "rule", "math": "formula", "table": "table"}
Found = Counter[tuple[str, str]]


class Seen(HTMLParser):
    """Counts what stands in HTML."""

    def __init__(self, text):
        super().__init__()
        self.found, self.stack, self.words = Found(), [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag in {"a", "img"}:
            self.add({"a": "link", "img": "image"}[tag], values.get("href") or values.get("src") or "")
        elif tag in TAGS:
            self.add(TAGS[tag])
        if tag in {"code", "pre", "summary", "label"}:
            self.stack.append(tag)
            self.words = ""

    def handle_endtag(self, tag):
        if tag in {"code", "pre", "summary", "label"}:
            self.stack.pop()
        if tag == "code":
            self.add("block" if "pre" in self.stack else "code span", self.words)
        elif tag in {"summary", "label"}:
            self.add({"summary": "fold", "label": "tab"}[tag], self.words)

    def handle_data(self, data):
        self.words += data

    def add(self, kind, text=""):
        self.found[kind, " ".join(text.split())] += 1


def of_builders(text: str) -> Found:
    """What Python-Markdown shows; a formula that it refuses is found as such."""
    try:
        made = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=SETTINGS)
    except PageError as error:
        return Found([("refused", error.message)])
    return without_empty(Seen(made).found)


def page_of(text: str) -> Page:
    """A page with this text, fences found and nothing else read."""
    return scanned(Page(Path("/docs/page.md"), Path("/"), text.split("\n")))


def refused(page: Page) -> list[PageError]:
    """What the checks say of the form of a page."""
    found = [*near_misses.mistakes(page), *unclosed.mistakes(page), *details.mistakes(page)]
    found += [*page_language._of_formulas(page), *reader._of_fences(page), *outside.mistakes(page)]
    return found + [page.error("nearly a link", *one.place) for one in page.contents.of("unread")]


def of_grammar(page: Page) -> Found:
    """What the grammar finds."""
    found = Found()
    for block in page.contents.blocks:
        if block.kind in set(TAGS.values()) - {"cell", "heading", "formula"}:
            found[block.kind, ""] += 1
        if block.kind == "table":
            found["cell", ""] += len([cell for cell in block.blocks if cell.line == block.line]) * max(
                2, len(block.rows) - 1
            )
    for item in page.inventory:
        kind = {"fence": "block", "code block": "block"}.get(item.kind, item.kind)
        text = "" if kind in {"formula", "heading"} else item.text
        if kind == "fold" and not text:
            text = page.lines[item.line - 1].split("???")[1].split()[0].capitalize()
        found[kind, " ".join(text.split())] += kind != "comment"
    found["rule", ""] += sum(tag.text == "hr" for tag in page.contents.of("tag"))
    return without_empty(found)


def without_empty(found: Found) -> Found:
    """A code block of empty lines is none."""
    return Found({key: count for key, count in found.items() if count and key != ("block", "")})


def agree(text: str) -> bool:
    """Whether both find the same; False for a text that is refused."""
    page = page_of(text)
    if refused(page):
        return False
    ours, theirs = of_grammar(page), of_builders(text)
    if ours != theirs:
        pytest.fail(f"{text!r}\nthe grammar alone: {ours - theirs}\nPython-Markdown alone: {theirs - ours}")
    return True
