"""The pages of a built site, in the order of its navigation, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from literate.reading import sources
from literate.reading.front_matter import with_meta
from literate.reading.site_settings import site_settings
from literate.settings import docs_of
from literate.takeaway.html_reader import article
from literate.takeaway.html_tree import Node


@dataclass(frozen=True)
class Built:
    """A page as a builder has left it.

    Attributes:
        root: The root of the project.
        address: The page below the folder of the pages, `folder/page.md`.
        file: The file of HTML.
        site: The folder of the site.
    """

    root: Path
    address: str
    file: Path
    site: Path

    @cached_property
    def source(self) -> Path:
        """The page as it is written."""
        return docs_of(self.root) / self.address

    @cached_property
    def meta(self) -> dict[str, Any]:
        """What its front matter says."""
        return with_meta(self.source, self.source.parent).meta

    @cached_property
    def text(self) -> str:
        """Its HTML."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def article(self) -> Node:
        """What it says, without what a theme puts around it."""
        return article(self.text)

    @cached_property
    def title(self) -> str:
        """Its title, or the words of its first heading."""
        heading = self.article.find(lambda node: node.tag == "h1")
        return str(self.meta.get("title") or (heading and heading.text().rstrip("¶")) or self.source.stem)

    @property
    def folder(self) -> str:
        """The address that links on the page are seen from, below the site."""
        return self.file.relative_to(self.site).parent.as_posix()

    @property
    def number(self) -> int | None:
        """The number of a part."""
        return sources.part_number(self.source, self.root)

    def beside(self, ending: str) -> Path:
        """A product of this page: beside its folder, with an ending of its own."""
        return self.site / PurePosixPath(self.address).with_suffix(ending)


def built_pages(root: Path, site: Path) -> list[Built]:
    """The pages that the navigation names, in its order; all of them where there is none."""
    docs = docs_of(root)
    named = [*_named(site_settings(root).get("nav") or [])]
    names = named or [path.relative_to(docs).as_posix() for path in sources.pages(root)]
    found = ((name, _file(site, name)) for name in dict.fromkeys(names) if name.endswith(sources.PAGES))
    return [Built(root, name, file, site) for name, file in found if file.is_file() and (docs / name).is_file()]


def _named(items: Any) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield item
        for below in item.values() if isinstance(item, dict) else ():
            yield from [below] if isinstance(below, str) else _named(below or [])


def _file(site: Path, name: str) -> Path:
    """Where a page is on the site: in a folder of its own, or a file."""
    bare = PurePosixPath(name).with_suffix("")
    folder = bare.parent if bare.stem in {"index", "README"} else bare
    return next(
        (site / one for one in (folder / "index.html", bare.with_suffix(".html")) if (site / one).is_file()), site
    )
