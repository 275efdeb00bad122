"""The files of a project as they are now, and what a page holds by itself."""

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from literate.reading import expressions, sources
from literate.reading.expressions import find_numbers
from literate.reading.fences import scanned
from literate.reading.front_matter import with_meta
from literate.reading.page import Page
from literate.reading.reader import read
from literate.serving import definitions
from literate.settings import docs_of, settings_of

Texts = dict[str, bytes]
Bytes = tuple[tuple[str, bytes], ...]  # by name, with what they hold
KINDS = {".csv", ".json", ".md", ".py", ".toml", ".yml"}
# Code that can read any file: it imports from elsewhere than NumPy, the taught package and what reads no file, or names
# what does.
READS_NOTHING = {"collections", "dataclasses", "functools", "itertools", "math", "operator", "random", "re", "textwrap"}
ANYTHING = re.compile(r"\b(?:__import__|compile|eval|exec|open)\b")
SECTION = re.compile(r'8<-+\s*"([^":]+)')  # wider than what is read as one, so that no file is left out


def texts(root: Path) -> Texts:
    """All files that a page may read, by their names; those of other kinds are there or not, and no more."""
    said = settings_of(root)
    named = {"mkdocs.yml", "pyproject.toml", said.docs, said.package, said.equations} - {""}
    paths = [path for part in sorted(named) for path in (sorted((root / part).rglob("*")) or [root / part])]
    files = [path for path in paths if path.is_file() and path.suffix != ".pyc"]
    return {path.relative_to(root).as_posix(): path.read_bytes() if path.suffix in KINDS else b"" for path in files}


class Own(NamedTuple):
    """What a page depends on by itself: all but the prose of other pages."""

    page: Page
    anything: bool
    code: object


class Site:
    """The files of a project, as the features of a page ask for them."""

    def __init__(self, root: Path, files: Texts) -> None:
        """Read nothing yet."""
        self.root, self.files, self.package = root, files, f"{settings_of(root).package}/"
        self.taught = tuple((name, text) for name, text in files.items() if name.startswith(self.package))

    def parts(self) -> list[Page]:
        """The numbered pages, with their front matter and markers; their code is not read."""
        names = [name for name in self.files if sources.part_number(self.root / name, self.root) is not None]
        return [_scanned(self.root, name, self.files[name]) for name in sorted(names) if name.endswith(sources.PAGES)]

    def teaching(self) -> list[Page]:
        """The same, and the other pages that teach."""
        others = [path.relative_to(self.root).as_posix() for path in sources.teaching(self.root)]
        return [_scanned(self.root, name, self.files[name]) for name in others if name in self.files]

    def whole(self, name: str) -> Page:
        """A page by its name, read whole."""
        return self.own(name).page

    def own(self, name: str) -> Own:
        """What a page depends on by itself."""
        text = self.files[name]
        return _own(self.root, name, text, self.taught, _sections(self.root, text))

    def shared(self) -> object:
        """What every page depends on: which files there are, and those that are neither page nor taught code."""
        docs = f"{docs_of(self.root).name}/"
        code = {name for name, _ in self.taught if name.endswith(".py")}
        pages = {name for name in self.files if name.startswith(docs) and not name.endswith((".json", ".yml"))}
        return list(self.files), [item for item in self.files.items() if item[0] not in code | pages]


def _sections(root: Path, text: bytes) -> Bytes:
    """The files whose sections a page shows, wherever they lie and of whatever kind they are."""
    named = sorted(set(SECTION.findall(text.decode("utf-8-sig"))))
    return tuple((name, (root / name).read_bytes()) for name in named if (root / name).is_file())


@lru_cache(maxsize=100)
def _own(root: Path, name: str, text: bytes, package: Bytes, sections: Bytes) -> Own:
    page, anything, shown = _read(root, name, text, sections)
    return Own(page, anything, (shown, definitions.needed(root, tuple(cell.source for cell in page.cells))))


@lru_cache(maxsize=100)
def _read(root: Path, name: str, text: bytes, sections: Bytes) -> tuple[Page, bool, list[str]]:
    """What a page holds by itself, with the sections of the package that it names: its code has them expanded."""
    page = read(root / name, root)
    return page, _reads_anything(page), [fence.source for fence in page.fences]


def _reads_anything(page: Page) -> bool:
    sources = [cell.source for cell in page.cells]
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    imported = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    code = "\n".join([*sources, *(number.expression for number in find_numbers(page))])
    known = {"numpy", settings_of(page.root).package, *READS_NOTHING}
    return (
        not {name.split(".")[0] for name in imported} <= known
        or bool(ANYTHING.search(code))
        or any(expressions.mistakes(page))
    )


@lru_cache(maxsize=100)
def _scanned(root: Path, name: str, text: bytes) -> Page:
    return scanned(with_meta(root / name, root))
