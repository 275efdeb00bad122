"""Links between the pages and the reference of the taught package, both ways, found from what the cells use."""

import ast
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from literate.checking.links import anchors
from literate.errors import PageError
from literate.kit.feature import Feature, Inputs
from literate.reading import sources
from literate.reading.package import imports, module_of, modules, syntax_tree
from literate.reading.page import Page
from literate.reading.reader import read
from literate.settings import docs_of, settings_of


def mistakes(page: Page) -> Iterator[PageError]:
    """The public names that the reference does not have."""
    if page.address != settings_of(page.root).reference or not settings_of(page.root).package:
        return
    written = {line.removeprefix("::: ").strip() for line in page.lines if line.startswith("::: ")}
    for name in sorted({*_public(page.root).values()} - written):
        yield page.error(f"the reference has no {name}, which is public", 1, hint=f"below its module write ::: {name}")


def with_api_links(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page with its links: one that teaches names entries of the reference, an entry these pages."""
    reference = settings_of(page.root).reference
    if reference and page.address == reference:
        pages, package = [read(path, page.root) for path in sources.teaching(page.root)], taught_api(page.root)
        uses = [(path, documented_names(path, package)) for path in pages]
        return [part for line in lines for part in (line, *_uses(page, uses, line))]
    names = documented_names(page, taught_api(page.root)) if page.path in sources.teaching(page.root) else {}
    to = os.path.relpath(docs_of(page.root) / reference, page.path.parent)
    links = ", ".join(f"[`{one.rpartition('.')[2]}`]({to}#{one})" for one in names)
    return [*lines, "", f"In the [reference]({to}): {links}.", "{: .reference }"] if links else lines


class TaughtApi(NamedTuple):
    """What is known of the taught package.

    Attributes:
        name: Its name; empty where there is none.
        documented: The names that the reference has.
        defined: The function that each line belongs to, and each name, with the classes that it gives back.
        public: The public names, each with its module.
    """

    name: str
    documented: set[str]
    defined: dict[tuple[Path, int] | str, list[str]]
    public: dict[str, str]


def taught_api(root: Path) -> TaughtApi:
    """What its files say of the package now."""
    package, reference = settings_of(root).package, docs_of(root) / settings_of(root).reference
    if not package:
        return TaughtApi("", set(), {}, {})
    documented = anchors(reference, root) if reference.is_file() else set()
    return TaughtApi(package, documented, _defined(root), _public(root))


def documented_names(page: Page, package: TaughtApi) -> dict[str, str]:
    """The documented names that a page imports, or whose lines it shows, each with the first cell that does."""
    found: dict[str, str] = {}
    for cell in page.cells if package.name else []:
        used = [name for line in cell.lines for name in package.defined.get((line.file, line.number), [])]
        imported_from = imports(cell.source, package.name).items()
        taken = [(module, name) for module, names in imported_from for name in names]
        imported = [package.public.get(name, f"{module}.{name}") for module, name in taken]
        used += [other for name in imported for other in package.defined.get(name, [])]
        for name in used:
            found.setdefault(name, cell.id)
    return {name: found[name] for name in sorted(found) if name in package.documented}


def _uses(reference: Page, uses: list[tuple[Page, dict[str, str]]], line: str) -> list[str]:
    """Below an entry of the reference: the pages that show it. A cell's place is no anchor that MkDocs knows of."""
    if not line.startswith(f"::: {settings_of(reference.root).package}."):
        return []
    own = reference.path.parent if reference.path.stem == "index" else reference.path.with_suffix("")
    places = [(page, names[line[4:].strip()]) for page, names in uses if line[4:].strip() in names]
    links = [
        f'<a href="{os.path.relpath(page.path.with_suffix(""), own)}/#cell-{cell}">{_called(page)}</a>'
        for page, cell in places
    ]
    return ["", f"Used in {', '.join(links)}."] if links else []


def _called(page: Page) -> str:
    """A part by its number, another page by its title."""
    part = sources.part_number(page.path, page.root)
    return f"part {part}" if part is not None else f"“{page.meta.get('title', page.path.stem)}”"


def _public(root: Path) -> dict[str, str]:
    """The public names of the package, each with its module."""
    opening = syntax_tree(root / settings_of(root).package / "__init__.py", root)
    nodes = [node for node in opening.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: f"{node.module}.{alias.name}" for node in nodes for alias in node.names}


def _defined(root: Path) -> dict[tuple[Path, int] | str, list[str]]:
    package = settings_of(root).package
    named = tuple((path, f"{package}.{module_of(path, root)}", syntax_tree(path, root)) for path in modules(root))
    return _of_sources(named)


@lru_cache(maxsize=1)
def _of_sources(sources: tuple[tuple[Path, str, ast.Module], ...]) -> dict[tuple[Path, int] | str, list[str]]:
    found: dict[tuple[Path, int] | str, list[str]] = {}
    for path, name, module in sources:
        classes = {node.name for node in module.body if isinstance(node, ast.ClassDef)}
        for node in module.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                inside = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} & classes
                names = [f"{name}.{one}" for one in (node.name, *sorted(inside))]
                lines = range(node.lineno, (node.end_lineno or 0) + 1)
                found |= {names[0]: names} | {(path, number): names for number in lines}
    return found


def _depends(page: Page, inputs: Inputs) -> object:
    """What a page shows of the package; the reference, all of it, and what the parts show."""
    settings = settings_of(inputs.root)
    package = _kept_api(inputs.root, inputs.taught, inputs.files.get(f"{settings.docs}/{settings.reference}"))
    if "\n::: " not in page.body:
        return documented_names(page, package)
    return inputs.taught, [(part.name, documented_names(inputs.whole(part.name), package)) for part in inputs.teaching]


@lru_cache(maxsize=1)
def _kept_api(root: Path, files: object, reference: bytes | None) -> TaughtApi:
    """The same, as long as these files are."""
    return taught_api(root)


FEATURE = Feature(check=mistakes, add=lambda run, lines: with_api_links(run.page, lines), depends=_depends)
