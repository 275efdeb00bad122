"""What a page depends on, by content: `key` changes when any of it does; in doubt a page depends on everything."""

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import cloudpickle
import numpy as np

from literate import links, numbers, recall, reference, strip, symbols, taught
from literate.errors import PageError
from literate.executor import LEDGER, Files, worked_example
from literate.fences import scanned
from literate.folds import folds
from literate.matter import with_meta
from literate.numbers import find_numbers
from literate.package import PACKAGE
from literate.page import Page
from literate.reader import read

Texts = dict[str, bytes]
READ = ("mkdocs.yml", "docs", PACKAGE, "tests/equations.py")
KINDS = {".csv", ".json", ".md", ".py", ".yml"}
WHOLE = re.compile(rf"tests/.*|{PACKAGE}/.*(?<!\.py)|.*\.(?:json|yml)")
# Code that can read any file: it imports from elsewhere than NumPy and the taught package, or names one of these.
KNOWN = {"numpy", PACKAGE}
SECTION = re.compile(r'8<-+\s*"([^":]+)')  # wider than what is read as one, so that no file is left out
TAKEN = re.compile(r"\bledger\.(\w+)")
WHOLE_LEDGER = re.compile(r"\{\{[^}]*\bledger\b(?!\.)")
DATA = np.ndarray | np.generic | int | float | str
ANYTHING = re.compile(r"\b(?:__import__|compile|eval|exec|open)\b")


def texts(root: Path) -> Texts:
    """All files that a page may read, by their names; those of other kinds are there or not, and no more."""
    paths = [path for part in READ for path in (sorted((root / part).rglob("*")) or [root / part])]
    files = [path for path in paths if path.is_file() and path.suffix != ".pyc"]
    return {path.relative_to(root).as_posix(): path.read_bytes() if path.suffix in KINDS else b"" for path in files}


class Own(NamedTuple):
    """What a page depends on by itself: all but the prose of other pages."""

    page: Page
    anything: bool
    code: object
    shown: dict[str, str]
    signs: list[symbols.Symbol]


def key(root: Path, name: str, files: Texts) -> object:
    """A value that is equal as long as the page with this name, such as `docs/legend.md`, depends on the same."""
    try:
        return _key(root, name, files)
    except (PageError, SyntaxError, ValueError, OSError):
        return files  # with a mistake everything counts


def _key(root: Path, name: str, files: Texts) -> object:
    package = tuple((other, text) for other, text in files.items() if other.startswith(f"{PACKAGE}/"))

    def own_of(other: str) -> Own:
        return _own(root, other, files[other], package, _sections(root, files[other]))

    own, parts = own_of(name), sorted(other for other in files if re.fullmatch(r"docs/series/[^/.][^/]*\.md", other))
    body = own.page.body
    if own.anything:
        return files
    asked = [_asked(own_of(part).page) for part in parts] if "[[cards]]" in body else []
    found = [own.page.lines, own.code, own.shown, asked, _shared(root, files, parts), _mistakes(root, package)]
    found += [[str(mistake) for mistake in links.mistakes(own.page)], _rows(own, files)]
    written = f"{body}{asked}"
    if "ledger" in written and LEDGER in files:
        ledger = own_of(LEDGER)
        found.append(files if ledger.anything else _values(root, written) or (ledger.page.meta, ledger.code))
    if "\n::: " in body:
        found += [package, *((part, own_of(part).shown) for part in parts)]
    return found


def _sections(root: Path, text: bytes) -> Files:
    """The files whose sections a page shows, wherever they lie and of whatever kind they are."""
    named = sorted(set(SECTION.findall(text.decode("utf-8-sig"))))
    return tuple((name, (root / name).read_bytes()) for name in named if (root / name).is_file())


@lru_cache(maxsize=100)
def _own(root: Path, name: str, text: bytes, package: Files, sections: Files) -> Own:
    page, anything, sources, signs = _read(root, name, text, sections)
    code = sources, taught.needed(root, tuple(cell.source for cell in page.cells))
    return Own(page, anything, code, reference.shown(page), signs)


@lru_cache(maxsize=100)
def _read(root: Path, name: str, text: bytes, sections: Files) -> tuple[Page, bool, list[str], list[symbols.Symbol]]:
    """What a page holds by itself, with the sections of the package that it names: its code has them expanded."""
    page = read(root / name, root)
    signs = [sign for formula in page.formulas for sign in symbols.in_formula(formula.text)]
    return page, _reads_anything(page), [fence.source for fence in page.fences], signs


def _reads_anything(page: Page) -> bool:
    sources = [cell.source for cell in page.cells]
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    imported = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    code = "\n".join([*sources, *(number.expression for number in find_numbers(page))])
    return (
        not {name.split(".")[0] for name in imported} <= KNOWN
        or bool(ANYTHING.search(code))
        or any(numbers.mistakes(page))
    )


def _shared(root: Path, files: Texts, parts: list[str]) -> object:
    """What every page depends on.

    Which files there are, those that are neither page nor taught code, the parts' front matter and ledger's markers.
    """
    said = [_said(root, part, files[part]) for part in parts]
    return list(files), [(name, text) for name, text in files.items() if WHOLE.fullmatch(name)], said


@lru_cache(maxsize=100)
def _said(root: Path, part: str, text: bytes) -> object:
    """What a part says to all others: its front matter and its ledger's markers."""
    page = scanned(with_meta(root / part, root))
    return page.meta, [mark.argument for mark in page.marks if mark.name == "ledger"]


@lru_cache(maxsize=1)
def _mistakes(root: Path, package: Files) -> list[str]:
    return taught.mistakes(root)


def _values(root: Path, written: str) -> object:
    """What the worked example gives for the names that a page takes from it; nothing where that is more than data."""
    values = worked_example(root)
    used = {*TAKEN.findall(written), *(name for quantity in strip.QUANTITIES for name in quantity.code)}
    taken = [(name, values.get(name)) for name in sorted(used)]
    data = all(isinstance(cloudpickle.loads(value), DATA) for _, value in taken if value)
    return taken if data and not WHOLE_LEDGER.search(written) else None


def _rows(own: Own, files: Texts) -> object:
    """What the legend says of the symbols of a page."""
    if symbols.LEGEND not in files:
        return None
    rows, parts = symbols.explained(own.page.root), symbols.introduced(own.page.root)
    found = [(rows.get(sign.key), rows.get(sign.name), parts.get(sign.name)) for sign in own.signs]
    said = [[row and (row.symbols, row.part, row.cells, row.address) for row in two] for *two, _ in found]
    return said, [part for *_, part in found]


def _asked(page: Page) -> object:
    """What the review cards take from a part."""
    return page.name, page.meta.get("title"), [page.lines[one.line - 1 : one.last] for one in folds(page, recall.KIND)]
