"""The definitions of the taught package that code uses, with those that they use in turn, and no others."""

import ast
import importlib
import re
from functools import lru_cache
from pathlib import Path

from literate.reading.package import module_of, modules, syntax_tree
from literate.running.starting import apart
from literate.serving.made_names import ALL, WORDS, Definitions, Name, all_definitions, taken_by
from literate.settings import settings_of

Bytes = tuple[tuple[str, bytes], ...]  # files by name, with what they hold
Sorted = dict[str, list[Name]]


def needed(root: Path, files: Bytes, sources: tuple[str, ...]) -> object:
    """The definitions that code uses, by their names, and the statements that every import runs.

    Args:
        root: The root of the project.
        files: The files of the package: as long as they are the same, it is not read again.
        sources: The code.
    """
    texts, made, inside = _read(root, files)
    package = settings_of(root).package
    used = {name for source in sources for name in _taken(source, package)}
    if not used:
        return None
    found: Definitions = {name: definitions for name, definitions in made.items() if not name[1]}
    waiting = used | {name for definitions in found.values() for one in definitions for name in one.uses}
    while waiting:
        asked = waiting.pop()
        if asked == ALL:
            return texts
        for one in _meant(asked, made, inside):
            if one not in found:
                found[one] = made[one]
                waiting |= {used for definition in made[one] for used in definition.uses}
    return found


def _meant(asked: Name, made: Definitions, inside: Sorted) -> list[Name]:
    """What a name in a module may stand for: a definition, all that is there, a module, or what answers for others."""
    module, name = asked
    if name == "*":
        return [one for one in inside.get(module, []) if one[0] == module and one[1] != WORDS]
    if (module, name) in made:
        return [(module, name)]
    other = name if module == "__init__" else f"{module}.{name}"
    return inside.get(other, []) + [one for one in ((module, "*"), (module, "__getattr__")) if one in made]


def named(text: str, package: str) -> list[str]:
    """What code that may name the package without an import takes from it by a point, as imports of the same."""
    found = re.finditer(rf"\b{re.escape(package)}\b(?: *\. *(\w+))?", text) if package else ()
    return sorted({f"from {package} import {one[1]}" if one[1] else f"import {package}" for one in found})


@lru_cache(maxsize=1000)
def _taken(source: str, package: str) -> set[Name]:
    """The names that code takes from the package."""
    return {name for node in ast.walk(ast.parse(source)) for name in taken_by(node, package)}


@lru_cache(maxsize=1)
def _read(root: Path, files: Bytes) -> tuple[tuple[tuple[str, str], ...], Definitions, Sorted]:
    """The texts of all modules, their definitions, and the names of these by the modules that they are in."""
    texts = tuple((module_of(path, root), path.read_text(encoding="utf-8")) for path in modules(root))
    made = all_definitions(texts, settings_of(root).package, [syntax_tree(path, root) for path in modules(root)])
    inside: Sorted = {}
    for one in made:
        parts = one[0].split(".")
        for count in range(len(parts)):
            inside.setdefault(".".join(parts[: count + 1]), []).append(one)
    return texts, made, inside


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
