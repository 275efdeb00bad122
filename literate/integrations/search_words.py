"""What the theme's search reads of a page: formulas in words, and no pictures or outputs."""

import re
from html import escape
from types import SimpleNamespace
from typing import Any

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from literate.maths.words import formula_as_text
from literate.products import beforehand

MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
# Figures are found by their captions, outputs by the words around them.
UNREAD = re.compile(r'<svg\b|<div class="result\b[^"]*"')
ADD = SearchIndex.add_entry_from_context
READ: dict[str, tuple[str, list[Any]]] = {}  # by the address of a page: what was read, what was found in it


def readable(page: Any, content: str) -> Any:
    """A page as the search reads it. The page itself stays what it is."""
    content = MATHML.sub(lambda formula: escape(formula_as_text(formula[0]), quote=False), content)
    content = UNREAD.sub(lambda tag: f"{tag[0]} data-search-exclude", content)
    return SimpleNamespace(content=content, title=page.title, meta=page.meta, url=page.url, toc=page.toc)


def read_beforehand(page: Any, content: str) -> None:
    """Read a page for `add`, when there is time."""

    def read() -> None:
        READ[page.url] = content, _entries(readable(page, content))

    beforehand.WAITING.append(read)


def add(index: Any, page: Any) -> None:
    """Add a page to an index of the theme, as it is readable."""
    content, found = READ.pop(page.url, ("", []))
    index.entries += found if content == page.content else _entries(readable(page, page.content))


def _entries(page: Any) -> list[Any]:
    """What the theme finds on a page."""
    index = SearchIndex()
    ADD(index, page)
    return index.entries  # type: ignore[no-any-return]


def begin_search_words() -> None:
    """Begin to hand the theme's search pages that it can read."""
    SearchIndex.add_entry_from_context = add
