"""The files of a project as they are now, and what a page holds by itself."""

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from literate.checking.links import anchors
from literate.errors import PageError
from literate.file_texts import file_bytes
from literate.kit import registry
from literate.reading import sources
from literate.reading.fences import scanned
from literate.reading.front_matter import with_meta
from literate.reading.page import Page
from literate.reading.reader import parse
from literate.serving import definitions
from literate.serving.any_file import evaluated, reads_any_file
from literate.serving.definitions import Bytes
from literate.settings import docs_of, settings_of

Texts = dict[str, bytes]
Targets = tuple[tuple[str, ...], tuple[frozenset[str], ...]]
KINDS = {".csv", ".json", ".md", ".py", ".toml", ".yml"}
PAGES = 500  # as many as are kept: each of them, in a project of a usual size
SECTION = re.compile(r'8<-+\s*"([^":]+)')  # wider than what is read as one, so that no file is left out


def texts(root: Path) -> Texts:
    """All files that a page may read, by their names; of other kinds, outside the package, they are there or not."""
    said = settings_of(root)
    named = {"mkdocs.yml", "pyproject.toml", said.docs, said.package, said.equations} - {""}
    paths = [path for part in sorted(named) for path in (sorted((root / part).rglob("*")) or [root / part])]
    files = [path for path in paths if path.is_file() and path.suffix != ".pyc"]
    names = {path.relative_to(root).as_posix(): path for path in files}
    taught = f"{said.package or None}/"  # which may read data of any kind
    return {
        name: file_bytes(path) if path.suffix in KINDS or name.startswith(taught) else b""
        for name, path in names.items()
    }


class Own(NamedTuple):
    """What a page depends on by itself: all but the prose of other pages."""

    page: Page
    anything: bool
    code: object


class Site:
    """The files of a project, as the features of its pages ask for them; `same_site` gives all pages the same."""

    def __init__(self, root: Path, files: Texts) -> None:
        """Read nothing yet."""
        self.root, self.files, self.package = root, files, f"{settings_of(root).package}/"
        self.taught = tuple((name, text) for name, text in files.items() if name.startswith(self.package))

    @cached_property
    def parts(self) -> list[Page]:
        """The numbered pages, with their front matter and markers; their code is not read."""
        names = [name for name in self.files if sources.part_number(self.root / name, self.root) is not None]
        return [_scanned(self.root, name, self.files[name]) for name in sorted(names) if name.endswith(sources.PAGES)]

    @cached_property
    def teaching(self) -> list[Page]:
        """The same, and the other pages that teach."""
        others = [path.relative_to(self.root).as_posix() for path in sources.teaching(self.root)]
        return [_scanned(self.root, name, self.files[name]) for name in others if name in self.files]

    def whole(self, name: str) -> Page:
        """A page by its name, read whole."""
        return self.own(name).page

    @cached_property
    def pages(self) -> list[Page]:
        """All pages, read whole, with their mistakes."""
        names = [path.relative_to(self.root).as_posix() for path in sources.pages(self.root)]
        return [self._parsed(name) for name in names if name in self.files]

    @cached_property
    def targets(self) -> Targets:
        """What a link can lead to: all files, and the places of the pages."""
        return tuple(self.files), tuple(_places(path, self.root) for path in sources.pages(self.root))

    def own(self, name: str) -> Own:
        """What a page depends on by itself."""
        return _own(self._parsed(name), self.taught)

    def _parsed(self, name: str) -> Page:
        text = self.files[name]
        return _parsed(self.root, name, text, _sections(self.root, text))

    @cached_property
    def shared(self) -> object:
        """What every page depends on: which files there are, and those that are neither page nor taught code."""
        docs = f"{docs_of(self.root).name}/"
        code = {name for name, _ in self.taught if name.endswith(".py")}
        pages = {name for name in self.files if name.startswith(docs) and not name.endswith((".json", ".yml"))}
        return list(self.files), [item for item in self.files.items() if item[0] not in code | pages]


LAST: list[Site] = []


def same_site(root: Path, files: Texts) -> Site:
    """The project whose files hold this: the one of the call before, as long as nothing has changed."""
    if not LAST or (LAST[0].root, LAST[0].files) != (root, files):
        LAST[:] = [Site(root, files)]
    return LAST[0]


def _places(path: Path, root: Path) -> frozenset[str]:
    """The places of a page that a link can name; none where it cannot be read."""
    try:
        return frozenset(anchors(path, root, registry.place_finders(root)))
    except PageError:
        return frozenset()


def _sections(root: Path, text: bytes) -> Bytes:
    """The files whose sections a page shows, wherever they lie and of whatever kind they are."""
    named = sorted(set(SECTION.findall(text.decode("utf-8-sig"))))
    return tuple((name, file_bytes(root / name)) for name in named if (root / name).is_file())


@lru_cache(maxsize=PAGES)
def _parsed(root: Path, name: str, text: bytes, sections: Bytes) -> Page:
    """A page with its mistakes, and the sections of the package that it names: its code has them expanded."""
    return parse(root / name, root)


@lru_cache(maxsize=PAGES)
def _own(page: Page, package: Bytes) -> Own:
    for mistake in page.mistakes:
        raise mistake
    shown = [fence.source for fence in page.fences]
    named = definitions.named("\n".join(evaluated(page)), settings_of(page.root).package)
    needed = definitions.needed(page.root, package, (*(cell.source for cell in page.cells), *named))
    return Own(page, reads_any_file(page), (shown, needed))


@lru_cache(maxsize=PAGES)
def _scanned(root: Path, name: str, text: bytes) -> Page:
    return scanned(with_meta(root / name, root))
