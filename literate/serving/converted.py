"""Under Zensical's live server: what converting a page gave is handed back while all that it depends on is the same.

Zensical converts every page again after each edit of a watched file. It asks no hook whether to; so the conversion
itself is what is kept. A page with a mistake is converted each time, and so is one that documents a package: other
pages are told of its places while it is converted.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from markdown import Markdown

from literate.errors import PageError
from literate.serving import dependencies, site_files

MISTAKE, DOCUMENTED = 'class="mistake"', "\n::: "


class Converted(NamedTuple):
    """What converting a page gave: its HTML, and the contents that Zensical takes from the instance of Markdown."""

    key: object
    html: str
    toc: Any


KEPT: dict[str, Converted] = {}


def _key(root: Path, name: str) -> object:
    """What a page depends on; where settings cannot be read, what is like nothing else: converting it tells so."""
    try:
        return dependencies.cache_key(root, name, site_files.texts(root))
    except (PageError, OSError):  # or a file has gone meanwhile
        return object()


def converted(md: Markdown, page: Path, root: Path, text: str, convert: Callable[[str], str]) -> str:
    """The HTML of a page that a live server renders.

    Args:
        md: The instance of Markdown that is made for it.
        page: Its file.
        root: The root of its project.
        text: What the builder has read of it.
        convert: Converts the text.
    """
    name = page.relative_to(root).as_posix()
    key = text, _key(root, name)
    old = KEPT.get(name)
    if old and old.key == key:
        md.toc_tokens = old.toc  # type: ignore[attr-defined]
        return old.html
    html = convert(text)
    if MISTAKE not in html and DOCUMENTED not in text:
        KEPT[name] = Converted(key, html, getattr(md, "toc_tokens", []))
    return html
