"""What a notebook or a script begins with, so that `import tinynet` works where only Python and NumPy are installed."""

import ast
from functools import lru_cache
from pathlib import Path

from literate.reading.package import PACKAGE, tree
from literate.reading.page import Page

OPENING = """\
# The package tinynet, as far as this page needs it, with its data. Generated from its sources; MIT license.
# It is written to a temporary folder, so that `import tinynet` finds it; the folder goes when Python ends.
def _install(files):
    import atexit, pathlib, shutil, sys, tempfile
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, True)
    for name, text in files.items():
        path = pathlib.Path(folder, "tinynet", name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sys.path.insert(0, folder)


_install({
"""


def needs_package(source: str) -> bool:
    """Whether code imports the taught package."""
    return bool(imports(source))


def preamble(page: Page) -> str:
    """The code that makes every import of the taught package on this page work; empty when there is none.

    Args:
        page: The page. The modules that its cells import from, and those that they need in turn, are taken along.
    """
    wanted = imports("\n".join(cell.source for cell in page.cells))
    if not wanted:
        return ""
    root = page.root / PACKAGE
    opening = _opening(root, wanted[PACKAGE]) if PACKAGE in wanted else ""
    asked = {module.partition(".")[2] for module in wanted} | {
        name for name in wanted.get(PACKAGE, ()) if _is_module(root, name)
    }
    files = {"__init__.py": opening} | _closure(root, {*_modules(opening), *asked} - {""})
    if any("iris.csv" in text for text in files.values()):
        files["iris.csv"] = (root / "iris.csv").read_text(encoding="utf-8")
    written = "".join(f'"{name}": {_quoted(text)},\n' for name, text in files.items())
    return f"{OPENING}{written}}})\n"


@lru_cache(maxsize=1000)
def imports(source: str) -> dict[str, set[str]]:
    """The modules of the package that code imports from, with the names that it takes.

    Where it imports the package itself, these are the names that it takes from it by a point; none stands for all.
    """
    found: dict[str, set[str]] = {}
    nodes = list(ast.walk(ast.parse(source)))
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == PACKAGE:
            found.setdefault(node.module or "", set()).update(alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == PACKAGE:
                    bound = alias.asname or PACKAGE
                    taken = _attributes(nodes, bound) if alias.name == PACKAGE else set()
                    found.setdefault(alias.name, set()).update(taken)
    return found


def _attributes(nodes: list[ast.AST], name: str) -> set[str]:
    """What code takes from a name by a point."""
    points = [node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)]
    return {node.attr for node in points if isinstance(node.value, ast.Name) and node.value.id == name}


def _opening(root: Path, names: set[str]) -> str:
    """The package's first file with the imports of these names alone, in its own order; all of them for no name."""
    lines = []
    for node in tree(root / "__init__.py", root.parent).body:
        if isinstance(node, ast.ImportFrom):
            kept = [alias.name for alias in node.names if alias.name in names or not names]
            lines += [f"from {node.module} import {', '.join(kept)}\n"] * bool(kept)
    return "".join(lines)


def _is_module(root: Path, name: str) -> bool:
    return (root / f"{name}.py").is_file() and f" {name}" not in _opening(root, {name})


def _modules(source: str) -> set[str]:
    """The modules of the package that a source needs."""
    found = set()
    for module, names in imports(source).items():
        found |= {module.partition(".")[2]} if "." in module else names
    return found


def _closure(root: Path, names: set[str]) -> dict[str, str]:
    """The sources of modules and of those that they import, in alphabetical order."""
    files: dict[str, str] = {}
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        files[f"{name}.py"] = (root / f"{name}.py").read_text(encoding="utf-8")
        waiting |= {other for other in _modules(files[f"{name}.py"]) if f"{other}.py" not in files}
    return dict(sorted(files.items()))


def _quoted(text: str) -> str:
    """Text as a literal that a person can read."""
    literal = f"r'''{text}'''"
    return literal if "'''" not in text and ast.literal_eval(literal) == text else repr(text)
