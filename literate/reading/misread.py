"""Files that a builder takes for something else than what is read of them here, or of which a site keeps one of two."""

from collections.abc import Iterator
from pathlib import Path

from literate.errors import PageError
from literate.reading import sources
from literate.reading.site_settings import has_folders, is_left_out, published
from literate.settings import docs_of, settings_of


def mistakes(root: Path) -> Iterator[PageError]:
    """What is wrong with the files of a project, before any page is looked at."""
    for path in sources.strangers(root):
        yield _mistake(root, path, "this file is not read as a page", f"name it {path.stem}{sources.PAGES}")
    for folder, files, linked in sources.shown_folders(root):
        for name in linked:
            hint = "put the folder itself there"
            yield _mistake(root, folder / name, "this link leads to a folder, which not every builder follows", hint)
        for name in files:
            if name.endswith(sources.PAGES) and not (folder / name).is_file():
                yield _mistake(root, folder / name, "this link leads nowhere", "take it away, or mend it")
    yield from _twins(root)
    yield from _overwritten(root)


def _twins(root: Path) -> Iterator[PageError]:
    """Pages with the address of another page, or of a file."""
    taken, docs, folders = dict[str, str](), docs_of(root), has_folders(root)
    for path in sources.pages(root):
        name = path.relative_to(docs).as_posix()
        if is_left_out(root, name):
            continue
        address = published(name, folders)
        other = taken.setdefault(address, name)
        if other != name or (docs / address).is_file():
            what = f"this page and {other if other != name else address} have one address"
            yield _mistake(root, path, what, "rename one of them: a builder keeps one")


def _overwritten(root: Path) -> Iterator[PageError]:
    """Files among the pages that would give way to what a site has for readers to take away."""
    docs, made = docs_of(root), dict[Path, str]()
    for path in sources.pages(root):
        if sources.is_taken_away(path, root) and not is_left_out(root, path.relative_to(docs).as_posix()):
            page = path.relative_to(root).as_posix()
            made[path.with_suffix(sources.NOTEBOOK)] = f"the notebook of {page}"
            made[path.with_suffix(sources.SCRIPT)] = f"the script of {page}"
    if made and settings_of(root).archive:
        made[docs / settings_of(root).archive] = "the archive of notebooks and scripts"
    for path, what in made.items():
        if path.is_file() and not is_left_out(root, path.relative_to(docs).as_posix()):
            yield _mistake(root, path, f"{what} is written in the place of this file", "rename one of them")


def _mistake(root: Path, path: Path, what: str, hint: str) -> PageError:
    return PageError(what, path.relative_to(root).as_posix(), 1, 1, 1, hint=hint)
