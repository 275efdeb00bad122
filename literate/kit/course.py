"""The course as its pages and settings tell it: the parts with their facts, the groups they are in, whose series it is.

A part says of itself in its front matter what others show of it. The nav of mkdocs.yml puts the parts into groups, and
`extra: series` there names the series that they mirror. Nothing of this is known here by name.
"""

import html
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from os.path import relpath
from pathlib import Path
from typing import Any, NamedTuple

from literate.errors import text_if_there
from literate.reading import sources
from literate.reading.front_matter import with_meta
from literate.reading.site_settings import FILE, nav_sections, site_settings
from literate.settings import docs_of

WORDS = ("short", "line", "needs", "post")


class Part(NamedTuple):
    """One part: its number, its file, and what its front matter says of it; what that leaves out is empty.

    Attributes:
        title: Its title, without its number.
        short: Its short name; its title where it has none.
        line: What it is about, in one line.
        needs: What it needs besides the parts before it.
        post: The title of the post that it mirrors.
        minutes: How long it takes, without the exercises.
        kinds: Its tags.
    """

    number: int
    path: Path
    title: str
    short: str
    line: str
    needs: str
    post: str
    minutes: int
    kinds: tuple[str, ...]
    day: date | None

    @property
    def name(self) -> str:
        """Its number with its short name."""
        return f"{self.number}. {self.short}"


class Series(NamedTuple):
    """The series that the pages mirror."""

    name: str
    author: str
    address: str


def parts(root: Path) -> list[Part]:
    """All parts, in order."""
    return [part(path, root) for path in sources.part_pages(root)]


def part(path: Path, root: Path) -> Part:
    """One part, as its front matter has it."""
    meta, number = with_meta(path, path.parent).meta, sources.part_number(path, root) or 0
    title = _words(meta, "title").removeprefix(f"{number}.").strip() or path.stem
    short, line, needs, post = (_words(meta, key) for key in WORDS)
    minutes, tags, day = meta.get("minutes"), meta.get("tags"), meta.get("date")
    kinds = tuple(map(str, tags)) if isinstance(tags, list) else ()
    counted = minutes if isinstance(minutes, int) else 0
    said = (short or title, line, needs, post, counted, kinds)
    return Part(number, path, title, *said, day if isinstance(day, date) else None)


def groups(root: Path) -> dict[str, list[Part]]:
    """The parts by the section of the nav that names them, in order; those that it does not name have no group."""
    of = nav_sections(root)
    found: dict[str, list[Part]] = {}
    for one in parts(root):
        found.setdefault(of.get(one.path.relative_to(docs_of(root)).as_posix(), ""), []).append(one)
    return found


def series(root: Path) -> Series | None:
    """The series that the settings name, if they name one."""
    return _series(text_if_there(root / FILE, root), root)


@lru_cache(maxsize=8)
def _series(text: str, root: Path) -> Series | None:
    said = (site_settings(root).get("extra") or {}).get("series")
    return Series(**said) if isinstance(said, dict) and {*said} == {*Series._fields} else None


def _words(meta: Mapping[str, Any], key: str) -> str:
    return " ".join(str(meta.get(key) or "").split())


def page_address(page: Path, to: Path, root: Path) -> str:
    """Where HTML on one page finds another page of the site."""
    here, there = (_folder(path.relative_to(docs_of(root))) for path in (page, to))
    return html.escape(f"{relpath(there, here)}/")


def _folder(path: Path) -> Path:
    """The folder that a page is on the site."""
    return path.parent if path.stem == "index" else path.with_suffix("")
