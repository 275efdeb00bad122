"""What a notebook or a script begins with, so that it can import the taught package where only NumPy is installed."""

import ast
import re
from pathlib import Path

from literate.reading.package import imports, tree
from literate.reading.page import Page
from literate.settings import settings_of

OPENING = """\
# The package PACKAGE, as far as this page needs it, with its data. Generated from its sources; MIT license.
# It is written to a temporary folder, so that `import PACKAGE` finds it; the folder goes when Python ends.
def _install(files):
    import atexit, pathlib, shutil, sys, tempfile
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, True)
    for name, text in files.items():
        path = pathlib.Path(folder, "PACKAGE", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sys.path.insert(0, folder)


_install({
"""


OPENED = re.compile(re.escape(OPENING).replace("PACKAGE", r"(\w+)", 1).replace("PACKAGE", r"\1"))


def package_in(opening: str) -> str | None:
    """The package that the beginning of a script installs; None where it is no such beginning."""
    found = OPENED.match(opening)
    return found and found[1]


def preamble(page: Page) -> str:
    """The code that makes every import of the taught package on this page work; empty when there is none.

    Args:
        page: The page. The modules that its cells import from, and those that they need in turn, are taken along.
    """
    code = "\n".join(cell.source for cell in page.cells)
    package = settings_of(page.root).package
    wanted = imports(code, package)
    if not wanted:
        return ""
    root = page.root / package
    opening = _opening(root, wanted[package]) if package in wanted else ""
    asked = {module.partition(".")[2] for module in wanted} | {
        name for name in wanted.get(package, ()) if _is_module(root, name)
    }
    files = {"__init__.py": opening} | _closure(root, {*_modules(opening, package), *asked} - {""}, _quoted_in(code))
    data = [path for path in sorted(root.iterdir()) if path.is_file() and path.suffix != ".py"]
    files |= {one.name: one.read_text(encoding="utf-8") for one in data if any(one.name in t for t in files.values())}
    written = "".join(f'"{name}": {_quoted(text)},\n' for name, text in files.items())
    return f"{OPENING.replace('PACKAGE', package)}{written}}})\n"


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


def _modules(source: str, package: str) -> set[str]:
    """The modules of the package that a source needs."""
    found = set()
    for module, names in imports(source, package).items():
        found |= {module.partition(".")[2]} if "." in module else names
    return found


def _quoted_in(source: str) -> set[str]:
    """The texts that code has in quotes."""
    nodes = ast.walk(ast.parse(source))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _closure(root: Path, names: set[str], words: set[str]) -> dict[str, str]:
    """The sources of modules and of those that they import, in alphabetical order.

    A package inside the package may look for its modules by their names, so those that `words` name come with it.
    """
    files: dict[str, str] = {}
    waiting, met = set(names), set()
    while waiting:
        name = waiting.pop()
        met.add(name)
        path = _file(root, name)
        files[path.relative_to(root).as_posix()] = text = path.read_text(encoding="utf-8")
        inside = path.parent.glob("*.py") if path.stem == "__init__" else ()
        waiting |= {f"{name}.{other.stem}" for other in inside if other.stem in words}
        waiting |= {*_modules(text, root.name), name.rpartition(".")[0]} - {""}
        waiting -= met
    return dict(sorted(files.items()))


def _file(root: Path, module: str) -> Path:
    """The file of a module, or the first file of a package."""
    path = root.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _quoted(text: str) -> str:
    """Text as a literal that a person can read."""
    literal = f"r'''{text}'''"
    return literal if "'''" not in text and ast.literal_eval(literal) == text else repr(text)
