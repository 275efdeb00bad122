"""The links and images of a page: each leads somewhere, each image has words, and the page itself can be found."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from literate.errors import DraftError, PageError, text_of
from literate.grammar import places
from literate.grammar.attributes import attributes
from literate.grammar.contents import LINKS
from literate.grammar.inlines import Inline
from literate.reading import sources
from literate.reading.fences import scanned
from literate.reading.front_matter import with_meta
from literate.reading.page import Page
from literate.reading.site_settings import nav_sections
from literate.settings import docs_of, settings_of

# Gives the ids that a feature gives to places of a file: its path, the root, its text.
Places = Callable[[Path, Path, str], Iterable[str]]
UNREAD = {
    "unread": ("this link is not read", "write [words](target), with a target without blanks"),
    "undefined": (
        "this link has no target",
        "define it in a line of its own, [name]: target, or write [words](target)",
    ),
}


def mistakes(page: Page, places: Sequence[Places] = ()) -> Iterator[PageError]:
    """All that is wrong with the links and images of a page, and with its place in the nav."""
    for one in page.contents.inlines:
        if what := UNREAD.get(one.kind) or _of_link(page, one, places):
            yield page.error(what[0], *one.place, len(one.written.split("\n")[0]), what[1])
        if one.kind == "tag" and one.text in {"img", "svg"} and not _has_words(one):
            hint = 'add alt="…" or aria-label="…"'
            yield page.error("this image has no words", *one.place, len(one.written.split("\n")[0]), hint)
    named = nav_sections(page.root)
    if named and page.address not in named:
        hint = f"add it to the nav in mkdocs.yml: - {page.address}"
        yield DraftError(*page.error("the nav does not name this page", 1, hint=hint).args)


def _has_words(tag: Inline) -> bool:
    written = attributes(tag.written)
    return bool(written.get("alt") or written.get("aria-label")) or written.get("aria-hidden") == "true"


def _of_link(page: Page, one: Inline, places: Sequence[Places]) -> tuple[str, str] | None:
    """What is wrong with one link, and what to do; None when it is well, or none."""
    html, image = one.kind.startswith("html"), one.kind.endswith("image")
    if not html and one.kind not in LINKS:
        return None
    if not one.text.strip() and not html:
        kind = "image has no alternative text" if image else "link has no text"
        return f"this {kind}", "say in the square brackets what it shows" if image else "say where it leads"
    split = urlsplit(one.target)
    if split.scheme or split.netloc:
        return None
    if not one.target:
        return "this link leads nowhere", "name a file, or a place of this page: #place"
    file = unquote(split.path)
    path = _built(page, file) if html else Path(os.path.normpath(page.path.parent / file)) if file else page.path
    if path is None or not (path.is_file() or _is_made(page, path)) or not path.is_relative_to(docs_of(page.root)):
        seen = "the address of this page" if html else "this page"
        return f"{file} is not there", f"name a file below {settings_of(page.root).docs}/, as seen from {seen}"
    anchor = split.fragment
    if anchor and path.suffix == ".md" and anchor not in (there := anchors(path, page.root, places)):
        return f"{file or 'this page'} has no place #{anchor}", f"places there: {', '.join(sorted(there)) or 'none'}"
    return None


def _is_made(page: Page, path: Path) -> bool:
    """Whether the build puts this file beside the pages."""
    part = path.with_suffix(".md")
    made = path.suffix in {".ipynb", ".py"} and part.is_file() and sources.part_number(part, page.root) is not None
    archive = settings_of(page.root).archive
    return made or (bool(archive) and path == docs_of(page.root) / archive)


def _built(page: Page, address: str) -> Path | None:
    """The file that a browser gets for an address in HTML, which is seen from the page's own: /series/13-name/."""
    if not address:
        return page.path
    own = page.path.parent if page.path.stem == "index" else page.path.with_suffix("")
    path = Path(os.path.normpath(own / address.removesuffix("index.html")))
    ways = [path / "index.md", path.with_name(f"{path.name}.md"), *([] if path.suffix == ".md" else [path])]
    return next((way for way in ways if way.is_file()), path if _is_made(page, path) else None)


def anchors(path: Path, root: Path, places: Sequence[Places] = ()) -> set[str]:
    """The places of a page that a link can name: those with an id, cells, documented names, those of `places`."""
    text = text_of(path, path.parent)
    return _anchors(path, text) | {place for of_file in places for place in of_file(path, root, text)}


@lru_cache(maxsize=100)
def _anchors(path: Path, text: str) -> set[str]:
    page = scanned(with_meta(path, path.parent))
    found = {
        f"{'figure' if one.is_figure else 'cell'}-{one.options['id']}" for one in page.fences if "id" in one.options
    }
    return found | {name for name, *_ in places.written_ids(page.contents)} | {*places.documented(page.contents)}
