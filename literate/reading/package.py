"""The sources of the taught package as syntax trees; a file that is no Python is an error with its place."""

import ast
from functools import lru_cache
from pathlib import Path

from literate.errors import PageError, text_of

PACKAGE = "tinynet"


def modules(root: Path) -> list[Path]:
    """The modules of the package, in order."""
    return sorted((root / PACKAGE).glob("*.py"))


def tree(path: Path, root: Path) -> ast.Module:
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
