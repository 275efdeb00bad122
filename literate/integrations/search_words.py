"""What the theme's search reads of a page: formulas in words, and no pictures or outputs."""

import re
from concurrent.futures import Future, ThreadPoolExecutor
from html import escape
from types import SimpleNamespace
from typing import Any

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from literate.maths.words import formula_as_text

MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
# Figures are found by their captions, outputs by the words around them.
UNREAD = re.compile(r'<svg\b|<div class="result\b[^"]*"')
ADD = SearchIndex.add_entry_from_context
READING = ThreadPoolExecutor(1)
BEGUN: dict[str, tuple[str, Future[list[Any]]]] = {}  # by the address of a page: what was read, what was found in it


def readable(page: Any, content: str) -> Any:
    """A page as the search reads it. The page itself stays what it is."""
    content = MATHML.sub(lambda formula: escape(formula_as_text(formula[0]), quote=False), content)
    content = UNREAD.sub(lambda tag: f"{tag[0]} data-search-exclude", content)
    return SimpleNamespace(content=content, title=page.title, meta=page.meta, url=page.url, toc=page.toc)


def read_ahead(page: Any, content: str) -> None:
    """Begin to read a page, for `add` to find: while the last page still runs, there is time for it."""
    BEGUN[page.url] = content, READING.submit(_entries, readable(page, content))


def add(index: Any, page: Any) -> None:
    """Add a page to an index of the theme, as it is readable."""
    content, found = BEGUN.pop(page.url, ("", None))
    index.entries += found.result() if found and content == page.content else _entries(readable(page, page.content))


def _entries(page: Any) -> list[Any]:
    """What the theme finds on a page."""
    index = SearchIndex()
    ADD(index, page)
    return index.entries  # type: ignore[no-any-return]


def begin_search_words() -> None:
    """Begin to hand the theme's search pages that it can read."""
    SearchIndex.add_entry_from_context = add
