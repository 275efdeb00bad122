"""Under a live server: what the search has found on a page is handed back while the page is the same."""

import copy
from collections.abc import Callable
from typing import Any

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

Add = Callable[[Any, Any], None]


class Indexer:
    """The entries of the pages of one live server."""

    def __init__(self, add: Add) -> None:
        """Keep what `add`, the method of the theme, adds to an index."""
        self.add, self.kept = add, dict[str, tuple[object, list[dict[str, Any]]]]()

    def __call__(self, index: Any, page: Any) -> None:
        """Add the entries of a page to an index. They depend on the page alone, so there is no more to compare."""
        key = page.content, page.title, copy.deepcopy(page.meta)
        old, entries = self.kept.get(page.url, (None, []))
        if old == key:
            index.entries += copy.deepcopy(entries)
            return
        before = len(index.entries)
        self.add(index, page)
        self.kept[page.url] = key, copy.deepcopy(index.entries[before:])


def keep_search_entries() -> None:
    """Begin to keep: the theme reads each page again on each build, and that costs more than to render the page."""
    indexer = Indexer(SearchIndex.add_entry_from_context)
    SearchIndex.add_entry_from_context = lambda index, page: indexer(index, page)
