"""The pages of a project: what is read, and what only looks as if it were."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from literate.settings import docs_of, settings_of

PAGES = ".md"
NUMBERED = re.compile(r"[0-9]{2}(?=-)")
NOTEBOOK, SCRIPT = ".ipynb", ".py"  # the endings of what readers take away of a page
STRANGERS = (".markdown", ".mdown", ".mkdn", ".mkd")  # MkDocs builds these as well, but nothing here reads them


def pages(root: Path) -> list[Path]:
    """The pages, in order; hidden files and folders, such as an editor's lock, are left out."""
    return sorted(_files(root, PAGES))


def part_pages(root: Path) -> list[Path]:
    """The pages that are numbered parts, in order."""
    folder = _folder_of_parts(root)
    return [path for path in pages(root) if path.parent == folder and NUMBERED.match(path.name)]


def teaching(root: Path) -> list[Path]:
    """The parts, then the pages of the folders that teach besides them."""
    folders = [docs_of(root) / name for name in settings_of(root).teaching]
    return part_pages(root) + [path for path in pages(root) if path.parent in folders]


def is_taken_away(path: Path, root: Path) -> bool:
    """Whether a page is a notebook and a script as well: a part, or one that the settings name, or its folder."""
    name = path.relative_to(docs_of(root)).as_posix()
    named = any(name == one or name.startswith(f"{one}/") for one in settings_of(root).notebooks)
    return named or part_number(path, root) is not None


def part_number(path: Path, root: Path) -> int | None:
    """The number of a part, with which its name begins; None for any other page, beside the parts or elsewhere."""
    found = NUMBERED.match(path.name)
    return int(found[0]) if found and path.parent == _folder_of_parts(root) else None


def _folder_of_parts(root: Path) -> Path | None:
    settings = settings_of(root)
    return root / settings.docs / settings.parts if settings.parts else None


def strangers(root: Path) -> list[Path]:
    """The files beside the pages that MkDocs would take for pages, in order."""
    return sorted(_files(root, STRANGERS))


def is_page(path: Path, root: Path) -> bool:
    """Whether a file is a page: below the folder of the pages, with its suffix, no part of its path hidden."""
    docs = docs_of(root)
    return path.suffix == PAGES and path.is_relative_to(docs) and not is_hidden(path, docs) and path.is_file()


def is_hidden(path: Path, folder: Path) -> bool:
    """Whether a part of a path below a folder is hidden: editors, notebooks and systems keep what is theirs so."""
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _files(root: Path, endings: str | tuple[str, ...]) -> Iterator[Path]:
    """The files with these endings that are not hidden; links to files are followed, if they lead somewhere."""
    for folder, files, _ in shown_folders(root):
        for file in files:
            if file.endswith(endings) and (path := folder / file).is_file():
                yield path


def shown_folders(root: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Each folder with the names of its files, and of the links in it to other folders; nothing that is hidden.

    Not every builder follows such a link, so nothing behind it is a page.
    """
    for folder, names, files in os.walk(docs_of(root)):
        names[:] = [name for name in names if not name.startswith(".")]
        linked = [name for name in names if (Path(folder) / name).is_symlink()]
        yield Path(folder), [name for name in files if not name.startswith(".")], linked
