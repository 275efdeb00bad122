"""Addresses in HTML, which MkDocs leaves as they are and Zensical takes for those of files.

A page `series/05-words.md` is published as `series/05-words/`, one level further down. Zensical therefore puts `../`
before each relative address in the HTML that it is handed, those that Markdown has made and those that an author has
written alike. MkDocs does so for Markdown alone, where the difference is known. Here it is known as well: what is no
Markdown waits in the stash. There the address is written as seen from the file, and Zensical makes it right again.
"""

import re
from posixpath import normpath
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from literate.integrations.builder import CONTEXT

TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(r"(?P<name>\s[^\s=<>\"'/]+\s*=\s*)(?P<value>\"[^\"]*\"|'[^']*'|[^\s>\"']+)")
PAGE = "literate_page"
MOVED = {"href", "src", "srcset"}  # by Zensical 0.0.73; others, such as `poster`, it leaves
ELSEWHERE = re.compile(r"[a-zA-Z][\w+.-]*:|[/#?]|$")  # an address that means the same in every folder


class RawLinks(Treeprocessor):
    """Runs once, when all that is no Markdown waits in the stash; postprocessors run for each heading as well."""

    def run(self, root: Element) -> None:
        """Change the addresses in the stash, on a page that Zensical publishes one level down."""
        if folder := _folder(self.md):
            blocks = self.md.htmlStash.rawHtmlBlocks
            blocks[:] = [seen_from_file(block, folder) if isinstance(block, str) else block for block in blocks]


def seen_from_file(html: str, folder: str) -> str:
    """HTML with its relative addresses, seen from a folder, as seen from the folder above."""

    def of(attribute: re.Match[str]) -> str:
        name, value = attribute["name"].strip(" \n\t=").lower(), attribute["value"]
        mark = value[0] if value[0] in "\"'" else ""
        inside = value[1:-1] if mark else value
        addresses = re.split(r",\s+", inside) if name == "srcset" else [inside]
        seen = ", ".join(_seen(address, folder) for address in addresses)
        return f"{attribute['name']}{mark}{seen}{mark}" if name in MOVED else attribute[0]

    return TAG.sub(lambda tag: ATTRIBUTE.sub(of, tag[0]), html)


def _seen(address: str, folder: str) -> str:
    if ELSEWHERE.match(address):
        return address
    path, rest = re.match(r"([^?#\s]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    slash = "/" if re.search(r"(?:^|/)\.{0,2}$", path) else ""
    return normpath(f"{folder}/{path}") + slash + rest


def _folder(md: Markdown) -> str:
    """The name of the folder that Zensical makes for the page; empty where it makes none, or is not the builder."""
    if CONTEXT not in md.preprocessors or not hasattr(md, PAGE):  # what is inside a page is put back with it
        return ""
    context: Any = md.preprocessors[CONTEXT]
    own = context.page.url.count("/") > context.page.path.count("/")
    return context.page.url.rstrip("/").rpartition("/")[2] if own else ""
