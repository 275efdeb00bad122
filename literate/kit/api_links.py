"""Links between the pages and the reference of the taught package, both ways, found from what the cells use."""

import ast
from functools import lru_cache
from pathlib import Path

from literate.checking.links import anchors
from literate.products.bundled_package import imports
from literate.reading import sources
from literate.reading.package import PACKAGE, modules, tree
from literate.reading.page import Page
from literate.reading.reader import read

REFERENCE = "reference/index.md"


def linked(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page with its links: one that teaches names entries of the reference, an entry these pages."""
    name = page.path.relative_to(page.root / "docs").as_posix()
    if name == REFERENCE:
        pages = [read(path, page.root) for path in _teaching(page.root)]
        uses = [(one, shown(one)) for one in pages]
        return [part for line in lines for part in (line, *_uses(uses, line))]
    names = shown(page) if page.path in _teaching(page.root) else {}
    links = ", ".join(f"[`{one.rpartition('.')[2]}`](../{REFERENCE}#{one})" for one in names)
    return [*lines, "", f"In the [reference](../{REFERENCE}): {links}.", "{: .reference }"] if links else lines


def shown(page: Page) -> dict[str, str]:
    """The documented names that a page imports, or whose lines it shows, each with the first cell that does."""
    reference = page.root / "docs" / REFERENCE
    documented = anchors(reference) if reference.is_file() else set()
    defined, public = _defined(page.root), _public(page.root)
    found: dict[str, str] = {}
    for cell in page.cells:
        used = [name for line in cell.lines for name in defined.get((line.file, line.number), [])]
        taken = [(module, name) for module, names in imports(cell.source).items() for name in names]
        imported = [public.get(name, f"{module}.{name}") for module, name in taken]
        used += [other for name in imported for other in defined.get(name, [])]
        for name in used:
            found.setdefault(name, cell.id)
    return {name: found[name] for name in sorted(found) if name in documented}


def _teaching(root: Path) -> list[Path]:
    """The parts, and the pages beyond them."""
    return sources.parts(root) + sources.beyond(root)


def _uses(uses: list[tuple[Page, dict[str, str]]], line: str) -> list[str]:
    """Below an entry of the reference: the pages that show it. A cell's place is no anchor that MkDocs knows of."""
    if not line.startswith(f"::: {PACKAGE}."):
        return []
    places = [(page, names[line[4:].strip()]) for page, names in uses if line[4:].strip() in names]
    links = ", ".join(f'<a href="../{_address(page)}/#cell-{cell}">{_called(page)}</a>' for page, cell in places)
    return ["", f"Used in {links}."] if links else []


def _address(page: Page) -> str:
    return page.path.relative_to(page.root / "docs").with_suffix("").as_posix()


def _called(page: Page) -> str:
    """A part by its number, another page by its title."""
    part = sources.part_of(page.path)
    return f"part {part}" if part is not None else f"“{page.meta.get('title', page.path.stem)}”"


def _public(root: Path) -> dict[str, str]:
    """The public names of the package, each with its module."""
    opening = tree(root / PACKAGE / "__init__.py", root)
    nodes = [node for node in opening.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: f"{node.module}.{alias.name}" for node in nodes for alias in node.names}


def _defined(root: Path) -> dict[tuple[Path, int] | str, list[str]]:
    """The function that each line of the package belongs to, and each name, with the classes that it gives back."""
    return _of_sources(tuple((path, tree(path, root)) for path in modules(root)))


@lru_cache(maxsize=1)
def _of_sources(sources: tuple[tuple[Path, ast.Module], ...]) -> dict[tuple[Path, int] | str, list[str]]:
    found: dict[tuple[Path, int] | str, list[str]] = {}
    for path, module in sources:
        classes = {node.name for node in module.body if isinstance(node, ast.ClassDef)}
        for node in module.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                inside = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} & classes
                names = [f"{PACKAGE}.{path.stem}.{name}" for name in (node.name, *sorted(inside))]
                lines = range(node.lineno, (node.end_lineno or 0) + 1)
                found |= {names[0]: names} | {(path, number): names for number in lines}
    return found
