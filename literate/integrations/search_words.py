"""What the theme's search reads of a page: formulas in words, and no pictures or outputs."""

import re
from html import escape
from types import SimpleNamespace
from typing import Any

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from literate.maths.words import formula_as_text

MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
# Figures are found by their captions, outputs by the words around them.
UNREAD = re.compile(r'<svg\b|<div class="result\b[^"]*"')
ADD = SearchIndex.add_entry_from_context


def readable(page: Any) -> Any:
    """A page as the search reads it. The page itself stays what it is."""
    content = MATHML.sub(lambda formula: escape(formula_as_text(formula[0]), quote=False), page.content)
    content = UNREAD.sub(lambda tag: f"{tag[0]} data-search-exclude", content)
    return SimpleNamespace(content=content, title=page.title, meta=page.meta, url=page.url, toc=page.toc)


def add(index: Any, page: Any) -> None:
    """Add a page to an index of the theme, as it is readable."""
    ADD(index, readable(page))


def begin_search_words() -> None:
    """Begin to hand the theme's search pages that it can read."""
    SearchIndex.add_entry_from_context = add
