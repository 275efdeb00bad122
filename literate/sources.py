"""The pages of a project: what is read, and what only looks as if it were."""

import os
from collections.abc import Iterator
from pathlib import Path

PAGES = ".md"
STRANGERS = (".markdown", ".mdown", ".mkdn", ".mkd")  # MkDocs builds these as well, but nothing here reads them


def pages(root: Path) -> list[Path]:
    """The pages below docs/, in order; hidden files and folders, such as an editor's lock, are left out."""
    return sorted(path for path in _files(root) if path.suffix == PAGES)


def strangers(root: Path) -> list[Path]:
    """The files below docs/ that MkDocs would take for pages, in order."""
    return sorted(path for path in _files(root) if path.suffix in STRANGERS)


def _files(root: Path) -> Iterator[Path]:
    """The files that are not hidden; links are followed, those that lead nowhere left out."""
    for folder, names, files in os.walk(root / "docs", followlinks=True):
        names[:] = [name for name in names if not name.startswith(".")]
        for file in files:
            if not file.startswith(".") and (path := Path(folder, file)).is_file():
                yield path
