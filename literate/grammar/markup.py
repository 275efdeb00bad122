"""HTML in a page: raw blocks, comments, and elements with `markdown`, whose content is read as that of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from literate.grammar.attributes import attributes

# The tags that begin a block at the start of a line, as HTML and the builders know them.
BLOCKS = set(
    re.findall(
        r"\w+",
        "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 "
        "h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul canvas colgroup dd body dt "
        "group html iframe li legend math map noscript output object option progress script style summary "
        "tbody td textarea tfoot th thead tr video center",
    )
)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
VERBATIM = {"pre", "script", "style", "textarea", "canvas", "math", "option"}
CODE = ("code", "pre", "script", "style")  # what stands in these is not the page's prose
ATTRIBUTE = r"""[^`\s/>="'<][^\s/=>]*(?:\s*=\s*(?:'[^']*'|"[^"]*"|[^`>\s'"]+))?"""
TOKEN = re.compile(
    rf"<!--(?P<comment>.*?)--!?>|</(?P<close>[a-zA-Z][^\s>/]*)[^>]*>"
    rf"|<(?P<open>[a-zA-Z][^`\s/>]*)(?P<attributes>(?:[\s/]+{ATTRIBUTE})*)\s*(?P<empty>/?)>"
    r"|<(?:\?.*?\?|!(?!--)[^>]*)>",
    re.DOTALL,
)


@dataclass
class Element:
    """One block of HTML: its tag, or empty for a comment, and the offsets in the page's text of it and its content."""

    tag: str
    start: int
    inside: int
    has_markdown: bool
    end: int = -1
    outside: int = -1  # where its closing tag begins
    children: list["Element"] = field(default_factory=list)


class Reader:
    """Reads the HTML blocks of one page."""

    def __init__(self, text: str) -> None:
        """Read `text`; `top` holds the outermost blocks, `open` those that are never closed, `ajar` tags in them."""
        self.text, self.at, self.tail = text, 0, -1
        self.top: list[Element] = []
        self.stack: list[Element] = []
        self.open: list[Element] = []
        self.ajar: list[Element] = []
        while token := TOKEN.search(text, self.at):
            self.at = token.end()
            self._read(token)
        below = text[self.open[-1].start :] if self.open and self.open[-1].end == len(text) else ""
        for element in self.stack:
            self._close(element, len(text), len(text))
            if not re.search(rf"</{element.tag}\s*>", below, re.IGNORECASE):  # its end stands in what has none
                self.open.append(element)

    def _read(self, token: re.Match[str]) -> None:
        tag = (token["open"] or token["close"] or "").lower()
        if token["close"]:
            self._end(tag, token)
        elif self._begins(token) and not token["open"]:
            self._add(Element("", token.start(), token.end(), False, token.end(), token.end()))
        elif tag in BLOCKS and self._begins(token):
            self._start(tag, token)

    def _begins(self, token: re.Match[str]) -> bool:
        """Whether a block can begin here: at the start of a line, or behind another block."""
        before = self.text[self.text.rfind("\n", 0, token.start()) + 1 : token.start()]
        behind = self.tail >= 0 and "\n" not in self.text[self.tail : token.start()]
        first = bool(self.stack) and not self.text[self.stack[-1].inside : token.start()]
        return behind or first or (not before.strip() and len(before) <= 3)

    def _start(self, tag: str, token: re.Match[str]) -> None:
        wants = attributes(token["attributes"]).get("markdown", "0") not in {"0", "off"}
        element = Element(tag, token.start(), token.end(), wants and tag not in VERBATIM)
        if tag == "hr" or token["empty"]:
            self._add(element)
            self._close(element, token.end(), token.end())
        elif element.has_markdown:
            self._add(element)
            self.stack.append(element)
        else:
            self._add(element)
            self._verbatim(element)

    def _verbatim(self, element: Element) -> None:
        """Go on to the end of a block whose content is not read."""
        tags: list[Element] = [element]
        token: re.Match[str] | None = None
        while tags:
            raw = tags[-1].tag if tags[-1].tag in {"script", "style"} else ""
            token = (re.compile(f"</(?P<close>{raw})[^>]*>", re.I) if raw else TOKEN).search(self.text, self.at)
            if not token:
                self.open.append(element)
                break
            self.at, found = token.end(), token.groupdict()
            tag = (found.get("open") or found["close"] or "").lower()
            names = [one.tag for one in tags]
            if found["close"] and tag in names:
                last = len(names) - 1 - names[::-1].index(tag)
                self.ajar += tags[last + 1 :]
                del tags[last:]
            elif found.get("open") and not found["empty"] and tag not in VOID:
                tags.append(Element(tag, token.start(), token.end(), False))
        self.at = self.at if token else len(self.text)
        self._close(element, token.start() if token else self.at, self.at)

    def _end(self, tag: str, token: re.Match[str]) -> None:
        """Close an element, and what is still open in it."""
        tags = [element.tag for element in self.stack]
        if tag in tags:
            at = len(tags) - 1 - tags[::-1].index(tag)
            for element in self.stack[at:]:
                self._close(element, token.start(), token.end())
            self.open += self.stack[at + 1 :]
            del self.stack[at:]

    def _add(self, element: Element) -> None:
        (self.stack[-1].children if self.stack else self.top).append(element)
        self.tail = element.end

    def _close(self, element: Element, outside: int, end: int) -> None:
        element.outside, element.end = outside, end
        self.tail = end


def verbatim(text: str) -> Iterator[tuple[int, int]]:
    """Where the content of code, scripts, styles and comments begins and ends in a piece of HTML."""
    for tag in CODE:
        element = rf"<{tag}(?=[\s/>])[^>]*>(?P<inside>.*?)(?:</{tag}(?=[\s>])|\Z)"
        for found in re.finditer(element, text, re.DOTALL | re.IGNORECASE):
            yield found.span("inside")
    for found in re.finditer(r"<!--(?:(?!<!--|-->).)*-->", text, re.DOTALL):
        yield found.span()
