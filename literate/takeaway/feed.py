"""An Atom feed of the parts and of what has changed, and a list of all pages for programs that read text."""

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from literate.settings import settings_of
from literate.takeaway.built import Built
from literate.takeaway.html_tree import Node
from literate.takeaway.slides import sections

DAY = re.compile(r"on-(\d{4}-\d\d-\d\d)")
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>{title}</title>
<subtitle>{words}</subtitle>
<id>{site}</id>
<link href="{site}"/>
<link rel="self" type="application/atom+xml" href="{site}feed.xml"/>
<updated>{day}T00:00:00Z</updated>
<author><name>{title}</name></author>
{entries}
</feed>
"""
ENTRY = """<entry>
<title>{title}</title>
<id>{address}</id>
<link href="{address}"/>
<published>{published}T00:00:00Z</published>
<updated>{updated}T00:00:00Z</updated>
{kinds}<summary>{words}</summary>
</entry>"""


class Entry(NamedTuple):
    """One entry: a page with its day, or a day of the page of changes."""

    title: str
    address: str
    published: date
    updated: date
    words: str
    kinds: tuple[str, ...] = ()


def entries(pages: list[Built], site: str) -> list[Entry]:
    """The entries, the newest first.

    Args:
        pages: The built pages.
        site: The address of the site, with a slash at its end.
    """
    found = [entry for page in pages for entry in (*_of_page(page, site), *_of_changes(page, site))]
    return sorted(found, key=lambda entry: (entry.updated, entry.address), reverse=True)


def _of_page(page: Built, site: str) -> Iterator[Entry]:
    day, words = page.meta.get("date"), str(page.meta.get("description") or "")
    if isinstance(day, date):
        updated, tags = page.meta.get("updated", day), page.meta.get("tags") or ()
        yield Entry(page.title, _address(page, site), day, updated, words, tuple(map(str, tags)))


def _of_changes(page: Built, site: str) -> Iterator[Entry]:
    """The days of the page of changes: the headings whose place is a day, `{ #on-2026-11-26 }`."""
    if page.address != settings_of(page.root).changes:
        return
    for section in sections(page.article):
        if found := DAY.fullmatch(section.heading.id):
            day = date.fromisoformat(found[1])
            title = _words(section.heading).removesuffix("¶").strip()
            words = " ".join(_words(node) for _, node in section.words)
            yield Entry(title, f"{_address(page, site)}#{found[0]}", day, day, words)


def _words(node: Node) -> str:
    return " ".join(node.text().split())


def _address(page: Built, site: str) -> str:
    file = page.file.relative_to(page.site).as_posix().removesuffix("index.html")
    return f"{site}{file}"


def atom(listed: list[Entry], title: str, words: str, site: str) -> str:
    """The feed as a file."""
    texts = []
    for entry in listed:
        kinds = "".join(f'<category term="{escape(kind)}"/>\n' for kind in entry.kinds)
        said = {name: escape(str(value)) for name, value in entry._asdict().items()}
        texts.append(ENTRY.format(**said | {"kinds": kinds}))
    said = {"title": escape(title), "words": escape(words), "site": escape(site), "day": str(listed[0].updated)}
    return FEED.format(entries="\n".join(texts), **said)


def llms(pages: list[Built], title: str, words: str, site: str) -> str:
    """The pages with their addresses and descriptions, as llmstxt.org proposes."""
    listed = (f"- [{page.title}]({_address(page, site)}): {page.meta.get('description', '')}" for page in pages)
    return "\n".join([f"# {title}", "", f"> {words}", "", "## Pages", "", *listed, ""])
