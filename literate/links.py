"""The links and images of a page: each leads somewhere, each image has words, and the page itself can be found."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from literate.errors import PageError
from literate.page import Page
from literate.symbols import LEGEND, addressed

LINK = re.compile(r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^)\s]*)(?: \"[^\"]*\")?\)")
IMAGE = re.compile(r"<(?:img|svg)\b[^>]*>", re.DOTALL)
WORDS = re.compile(r'\b(?:alt|aria-label)="[^"]+"|\baria-hidden="true"')
ANCHOR = re.compile(
    r'^ *`{3,}(?P<figure>figure)?.* id="(?P<cell>[\w-]+)"|\{:?[^}\n]*#(?P<attribute>[\w-]+)[^}\n]*\}'
    r'|\bid="(?P<html>[\w-]+)"'
    r"|^::: (?P<name>[\w.]+)",
    re.MULTILINE,
)
MADE = re.compile(r"series/[\w-]+\.(?:ipynb|py|zip)")  # the build puts them beside the pages


def check(page: Page) -> None:
    """Every link of the page leads to a page and a place that are there, every image has words, the nav has the page.

    Raises:
        PageError: For the first that is not so.
    """
    for mistake in mistakes(page):
        raise mistake


def mistakes(page: Page) -> Iterator[PageError]:
    """All that is wrong with the links and images of a page, and with its place in the nav."""
    for found in LINK.finditer(page.prose):
        if what := _of_link(page, found):
            yield page.error_at(found, *what)
    for found in IMAGE.finditer(page.prose):
        if not WORDS.search(found[0]):
            yield page.error_at(found, "this image has no words", 'add alt="…" or aria-label="…"')
    if written := navigation(page.root):
        name = page.path.relative_to(page.root / "docs").as_posix()
        if not re.search(rf"(?<=[ :]){re.escape(name)}$", written, re.MULTILINE):
            hint = f"add it to the nav in mkdocs.yml: - {name}"
            yield page.error("the nav does not name this page", 1, hint=hint)


def navigation(root: Path) -> str:
    """The settings of a site that names its pages in a nav; empty for one that does not."""
    settings = root / "mkdocs.yml"
    written = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    return written if "\nnav:" in written else ""


def _of_link(page: Page, found: re.Match[str]) -> tuple[str, str] | None:
    """What is wrong with one link, and what to do; None when it is well."""
    target = found["target"]
    if not found["text"]:
        kind = "image has no alternative text" if found["image"] else "link has no text"
        return f"this {kind}", "say in the square brackets what it shows" if found["image"] else "say where it leads"
    if re.match(r"[a-z]+:", target):
        return None
    file, _, anchor = target.partition("#")
    path = (page.path.parent / file).resolve() if file else page.path
    if not path.is_relative_to(page.root / "docs") or not (path.is_file() or MADE.search(path.as_posix())):
        return f"{file} is not there", "name a file below docs/, as seen from this page"
    if anchor and path.suffix == ".md" and anchor not in (there := anchors(path)):
        return f"{file or 'this page'} has no place #{anchor}", f"places there: {', '.join(sorted(there)) or 'none'}"
    return None


def anchors(path: Path) -> set[str]:
    """The places of a page that a link can name: those with an id, cells, and documented names."""
    text = path.read_text(encoding="utf-8-sig")
    return _anchors(addressed(text) if path.as_posix().endswith(f"/{LEGEND}") else text)


@lru_cache(maxsize=100)
def _anchors(text: str) -> set[str]:
    found = ANCHOR.finditer(text)
    return {
        f"{one['figure'] or 'cell'}-{one['cell']}" if one["cell"] else one["attribute"] or one["html"] or one["name"]
        for one in found
    }
