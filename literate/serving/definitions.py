"""The definitions of the taught package that code uses, with those that they use in turn, and no others."""

import ast
import importlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from literate.reading.package import module_of, modules, syntax_tree
from literate.running.starting import apart
from literate.settings import settings_of

Bytes = tuple[tuple[str, bytes], ...]  # files by name, with what they hold
Name = tuple[str, str]  # a module, and a name in it
ALL = ("", "")
# A variable that holds one of these may be filled elsewhere, as a register is: who uses it depends on all that could.
FILLED = ast.Dict | ast.DictComp | ast.List | ast.ListComp | ast.Set | ast.SetComp


class Definition(NamedTuple):
    """One statement that makes a name: its text, and the names that it uses."""

    text: str
    uses: frozenset[Name]


Definitions = dict[Name, list[Definition]]


def needed(root: Path, files: Bytes, sources: tuple[str, ...]) -> object:
    """The definitions that code uses, by their names, and the statements that every import runs.

    Args:
        root: The root of the project.
        files: The files of the package: as long as they are the same, it is not read again.
        sources: The code.
    """
    texts, made = _read(root, files)
    package = settings_of(root).package
    used = {name for source in sources for name in _taken(source, package)}
    if not used:
        return None
    found: Definitions = {name: definitions for name, definitions in made.items() if not name[1]}
    waiting = used | {name for definitions in found.values() for one in definitions for name in one.uses}
    while waiting:
        module, name = waiting.pop()
        if (module, name) == ALL:
            return texts
        whole = module if name == "*" else name if module == "__init__" and (module, name) not in made else None
        names = [one for one in made if one[0] == whole] if whole else [(module, name)]
        for one in names:
            if one in made and one not in found:
                found[one] = made[one]
                waiting |= {used for definition in made[one] for used in definition.uses}
    return found


def named(text: str, package: str) -> list[str]:
    """What code that may name the package without an import takes from it by a point, as imports of the same."""
    found = re.finditer(rf"\b{re.escape(package)}\b(?: *\. *(\w+))?", text) if package else ()
    return sorted({f"from {package} import {one[1]}" if one[1] else f"import {package}" for one in found})


@lru_cache(maxsize=1000)
def _taken(source: str, package: str) -> set[Name]:
    """The names that code takes from the package."""
    return {name for node in ast.walk(ast.parse(source)) for name in _imported(node, package)}


@lru_cache(maxsize=1)
def _read(root: Path, files: Bytes) -> tuple[tuple[tuple[str, str], ...], Definitions]:
    """The texts of all modules, and their definitions."""
    texts = tuple((module_of(path, root), path.read_text(encoding="utf-8")) for path in modules(root))
    return texts, _definitions(texts, settings_of(root).package, [syntax_tree(path, root) for path in modules(root)])


def _definitions(texts: tuple[tuple[str, str], ...], package: str, parsed: list[ast.Module]) -> Definitions:
    """Every statement of the package by the names that it makes; one that makes none has the name ""."""
    made: Definitions = {}
    trees = dict(zip((module for module, _ in texts), parsed, strict=True))
    imports = {
        module: {name for node in ast.walk(tree) for name in _imported(node, package)} for module, tree in trees.items()
    }
    for module, text in texts:
        lines = text.split("\n")
        within = {one for one, names in imports.items() if any(module in name for name in names)} | {module}
        below = {one for one in trees if one.startswith(f"{module}.")}
        for statement in trees[module].body:
            first = min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", []))])
            written = "\n".join(lines[first - 1 : statement.end_lineno])
            by_name = any(getattr(node, "id", "") == "import_module" for node in ast.walk(statement))
            for name, uses in _made(module, statement, within, package):
                uses |= {(one, "*") for one in below if by_name}
                made.setdefault((module, name), []).append(Definition(written, frozenset(uses)))
    return made


def _made(module: str, statement: ast.stmt, within: set[str], package: str) -> Iterator[tuple[str, set[Name]]]:
    """The names that a statement makes, each with those that it uses for it; what it fills can be filled `within`."""
    inside = list(ast.walk(statement))
    uses = {(module, node.id) for node in inside if isinstance(node, ast.Name)}
    uses |= {name for node in inside for name in _imported(node, package)}
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name, uses
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            filled = name != "__all__" and any(isinstance(node, FILLED | ast.Call) for node in inside)
            yield name, uses | {(one, "*") for one in within if filled}
        case ast.Import() | ast.ImportFrom():
            for alias in statement.names:
                one = type(statement)(**{**vars(statement), "names": [alias]})
                yield (alias.asname or alias.name).split(".")[0], set(_imported(one, package))
        case ast.Expr(value=ast.Constant()):
            pass
        case _:
            yield "", uses | {(one, "*") for one in within if any(isinstance(node, FILLED) for node in inside)}


def _imported(node: ast.AST, taught: str) -> Iterator[Name]:
    """What one import takes from the package; where it takes the package itself, all of it."""
    if isinstance(node, ast.Import):
        yield from (ALL for alias in node.names if alias.name.split(".")[0] == taught)
    elif isinstance(node, ast.ImportFrom):
        package, _, module = (node.module or "").partition(".")
        taken = [(module or "__init__", alias.name) for alias in node.names] if package == taught else []
        yield from [ALL] if node.level else taken


def mistakes(root: Path) -> list[str]:
    """What goes wrong when the modules of the package are imported: a page that uses one imports them all."""
    return [*apart(_imports, root)]


def _imports(root: Path) -> list[str]:
    found = []
    for path in modules(root):
        try:
            importlib.import_module(f"{settings_of(root).package}.{module_of(path, root)}".removesuffix(".__init__"))
        except Exception as error:
            found.append(f"{path.name}: {type(error).__name__}: {error}")
    return found
