"""A text twice: what Python-Markdown makes of it with the extensions of this site, and what the grammar finds."""

import html
from collections import Counter
from html.parser import HTMLParser

import markdown

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "literate.maths"]
EXTENSIONS += ["pymdownx.tabbed", "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"]
SETTINGS = {
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.highlight": {"use_pygments": False},
}
TAGS = {"li": "item", "blockquote": "quotation", "td": "cell", "th": "cell", "dt": "term", "dd": "definition"}
TAGS |= {f"h{level}": "heading" for level in range(1, 7)} | {"hr": "rule", "math": "formula", "table": "table"}
TEXTS = {"summary": "fold", "label": "tab"}


def rendered(text: str) -> str:
    """The text as HTML."""
    return markdown.markdown(text, extensions=EXTENSIONS, extension_configs=SETTINGS)


class Seen(HTMLParser):
    """Counts what stands in HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found, self.stack, self.words = Counter[tuple[str, str]](), list[str](), ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "footnote" in str(values.get("class")) and tag != "hr":
            self.found["note", ""] += values.get("class") == "footnote-ref"
        elif tag == "a":
            self.found["link", html.unescape(values.get("href") or "")] += 1
        elif tag == "img":
            self.found["image", html.unescape(values.get("src") or "")] += 1
        elif tag in TAGS:
            self.found[TAGS[tag], ""] += 1
        if tag in {"code", "pre", *TEXTS}:
            self.stack.append(tag)
            self.words = "" if tag != "pre" else self.words

    def handle_endtag(self, tag):
        if tag in {"code", "pre", *TEXTS} and self.stack:
            self.stack.pop()
            if tag == "code":
                self.found["block" if "pre" in self.stack else "code span", self.words.strip()] += 1
            elif tag in TEXTS:
                self.found[TEXTS[tag], self.words.strip()] += 1

    def handle_data(self, data):
        self.words += data


def of_html(text: str) -> Counter[tuple[str, str]]:
    """What the builders show."""
    found = Seen(rendered(text)).found
    notes = sum(key[0] == "note" for key in found.elements())
    return Counter({key: count for key, count in found.items() if count and key[0] != "note"}) + Counter({("note", ""): notes})
