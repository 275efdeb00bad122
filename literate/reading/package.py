"""The sources of the taught package as syntax trees; a file that is no Python is an error with its place."""

import ast
import os
from functools import lru_cache
from pathlib import Path

from literate.errors import PageError, text_of
from literate.file_texts import file_text
from literate.reading.sources import is_hidden
from literate.settings import settings_of, wrong_setting

Files = tuple[tuple[str, str], ...]  # by name, with what they hold


def check_package(root: Path) -> None:
    """Look whether the package that the settings name is there.

    Raises:
        PageError: When it is not, at the line that names it.
    """
    package = settings_of(root).package
    if package and not (root / package / "__init__.py").is_file():
        hint = "name the folder of the taught package"
        raise wrong_setting(root, "package", f"{package}/__init__.py is not there", hint)


def modules(root: Path) -> list[Path]:
    """The modules of the package and of the packages in it, in order; none where no package is taught."""
    return [path for path in _files(root) if path.suffix == ".py"]


def taught_files(root: Path) -> Files:
    """The files of the package, each with its bytes as characters: these differ where one of them has changed."""
    return tuple((str(path), file_text(path, "latin-1")) for path in _files(root) if path.suffix != ".pyc")


def _files(root: Path) -> list[Path]:
    """All files of the package, in order; what is hidden, and a link that leads nowhere, is none."""
    package = settings_of(root).package
    walked = os.walk(root / package) if package else ()
    paths = sorted(Path(folder, file) for folder, _, files in walked for file in files)
    return [path for path in paths if not is_hidden(path, root / package) and path.is_file()]


def module_of(path: Path, root: Path) -> str:
    """The name of a module in the package, as `cost` or `exercises.trials`; that of its first file is `__init__`."""
    name = ".".join(path.relative_to(root).with_suffix("").parts[1:])
    return name.removesuffix(".__init__")


def syntax_tree(path: Path, root: Path) -> ast.Module:
    """The syntax tree of one module.

    Raises:
        PageError: When it is no Python, with file, line and column.
    """
    return _tree(path, root, text_of(path, root))


@lru_cache(maxsize=200)
def _tree(path: Path, root: Path, text: str) -> ast.Module:
    name = path.relative_to(root).as_posix()
    try:
        return ast.parse(text, str(path))  # Python looks for the column in the file of this name
    except (SyntaxError, ValueError) as error:  # a ValueError is what older Pythons say of null bytes
        line, column = getattr(error, "lineno", None) or 1, max(getattr(error, "offset", None) or 1, 1)
        written = [*text.split("\n"), ""][line - 1]
        what = f"this is not Python: {getattr(error, 'msg', error)}"
        raise PageError(what, name, line, column, 1, written, "mend this file") from error


@lru_cache(maxsize=1000)
def imports(source: str, package: str) -> dict[str, set[str]]:
    """The modules of a package that code imports from, with the names that it takes.

    Where it imports the package itself, these are the names that it takes from it by a point; none stands for all.
    """
    found: dict[str, set[str]] = {}
    nodes = list(ast.walk(ast.parse(source)))
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == package:
            found.setdefault(node.module or "", set()).update(alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == package:
                    bound = alias.asname or package
                    taken = _attributes(nodes, bound) if alias.name == package else set()
                    found.setdefault(alias.name, set()).update(taken)
    return found


def _attributes(nodes: list[ast.AST], name: str) -> set[str]:
    """What code takes from a name by a point."""
    points = [node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)]
    return {node.attr for node in points if isinstance(node.value, ast.Name) and node.value.id == name}
