"""Links between the pages and the reference of the taught package, both ways, found from what the cells use."""

import ast
from functools import lru_cache
from pathlib import Path

from literate.checking.links import anchors
from literate.products.bundled_package import imports
from literate.reading import sources
from literate.reading.package import PACKAGE, module_of, modules, tree
from literate.reading.page import Page
from literate.reading.reader import read

REFERENCE = "reference/index.md"


def linked(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page with its links: a part names the reference's entries, an entry the parts that show it."""
    name = page.path.relative_to(page.root / "docs").as_posix()
    if name == REFERENCE:
        pages = [read(path, page.root) for path in sources.parts(page.root)]
        uses = [(path.path.stem, shown(path)) for path in pages]
        return [part for line in lines for part in (line, *_parts(uses, line))]
    names = shown(page) if sources.part_of(page.path) is not None else {}
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


def _parts(uses: list[tuple[str, dict[str, str]]], line: str) -> list[str]:
    """Below an entry of the reference: the parts that show it. A cell's place is no anchor that MkDocs knows of."""
    if not line.startswith(f"::: {PACKAGE}."):
        return []
    places = [(stem, names[line[4:].strip()]) for stem, names in uses if line[4:].strip() in names]
    links = ", ".join(f'<a href="../series/{stem}/#cell-{cell}">part {int(stem[:2])}</a>' for stem, cell in places)
    return ["", f"Used in {links}."] if links else []


def _public(root: Path) -> dict[str, str]:
    """The public names of the package, each with its module."""
    opening = tree(root / PACKAGE / "__init__.py", root)
    nodes = [node for node in opening.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: f"{node.module}.{alias.name}" for node in nodes for alias in node.names}


def _defined(root: Path) -> dict[tuple[Path, int] | str, list[str]]:
    """The function that each line of the package belongs to, and each name, with the classes that it gives back."""
    return _of_sources(tuple((path, module_of(path, root), tree(path, root)) for path in modules(root)))


@lru_cache(maxsize=1)
def _of_sources(sources: tuple[tuple[Path, str, ast.Module], ...]) -> dict[tuple[Path, int] | str, list[str]]:
    found: dict[tuple[Path, int] | str, list[str]] = {}
    for path, name, module in sources:
        classes = {node.name for node in module.body if isinstance(node, ast.ClassDef)}
        for node in module.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                inside = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} & classes
                names = [f"{PACKAGE}.{name}.{one}" for one in (node.name, *sorted(inside))]
                lines = range(node.lineno, (node.end_lineno or 0) + 1)
                found |= {names[0]: names} | {(path, number): names for number in lines}
    return found
