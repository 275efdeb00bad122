"""The settings of a site, as its builder has them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import yaml
from mkdocs.utils.yaml import get_yaml_loader
from pathspec.gitignore import GitIgnoreSpec

from literate.errors import PageError, text_if_there
from literate.reading.package import check_package

FILE = "mkdocs.yml"
THIS_MACHINE = {"127.0.0.1", "::1", "localhost", "0.0.0.0", None}


def site_settings(root: Path) -> dict[str, Any]:
    """The settings of a site; what only a builder can read in them is left out.

    Raises:
        PageError: When they are not YAML.
    """
    return _read(text_if_there(root / FILE, root))


def check_settings(root: Path) -> None:
    """Look at what a project says of itself and of its site, before any page is looked at.

    Raises:
        PageError: For the first mistake.
    """
    check_package(root)
    site_settings(root)


def site_address(root: Path) -> str:
    """The address of the site, with a slash at its end; empty where it is looked at on this machine alone."""
    site = str(site_settings(root).get("site_url") or "")
    return site.rstrip("/") + "/" if urlsplit(site).hostname not in THIS_MACHINE else ""


def has_folders(root: Path) -> bool:
    """Whether the address of a page is that of a folder."""
    return site_settings(root).get("use_directory_urls") is not False


def nav_sections(root: Path) -> dict[str, str]:
    """The pages that the nav names, each with the section that it stands in; empty for a site without a nav."""
    return dict(_named(site_settings(root).get("nav"), ""))


def _named(items: Any, section: str) -> Iterator[tuple[str, str]]:
    """Each page below one entry of a nav, with its section."""
    if isinstance(items, str):
        yield PurePosixPath(items).as_posix(), section  # ./a.md is a.md
    for item in items if isinstance(items, list) else []:
        yield from _named(item, section)
    for name, below in items.items() if isinstance(items, Mapping) else []:
        yield from _named(below, section if isinstance(below, str) else str(name))


def published(page: str, folders: bool) -> str:
    """Where a builder writes a page, below the folder of the site: into a folder of its own, or as a file of HTML."""
    path = PurePosixPath(page)
    if path.stem in {"index", "README"}:
        return (path.parent / "index.html").as_posix()
    return (path.with_suffix("") / "index.html" if folders else path.with_suffix(".html")).as_posix()


def is_left_out(root: Path, page: str) -> bool:
    """Whether the settings leave a page out of the site that is built."""
    said = [str(site_settings(root).get(key) or "") for key in ("exclude_docs", "draft_docs")]
    return _patterns("\n".join(said)).match_file(page)


@lru_cache(maxsize=4)
def _patterns(text: str) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(text.splitlines())


@lru_cache(maxsize=4)  # each part asks for them
def _read(text: str) -> dict[str, Any]:
    loader = get_yaml_loader(yaml.SafeLoader)
    loader.add_multi_constructor("", lambda *_: None)
    return settings_from(text, loader)


def settings_from(text: str, loader: Any) -> dict[str, Any]:
    """The settings that a text says.

    Raises:
        PageError: When the loader cannot read them, at the line that it names.
    """
    try:
        said = yaml.load(text, loader) or {}
    except yaml.YAMLError as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", str(error).split("\n")[0])
        raise _error(text, f"this is not YAML: {problem}", *(mark.line, mark.column) if mark else ()) from error
    if not isinstance(said, dict):
        raise _error(text, "the settings need the form `key: value`")
    return said


def _error(text: str, message: str, line: int = 0, column: int = 0) -> PageError:
    return PageError(message, FILE, line + 1, column + 1, 1, [*text.split("\n"), ""][line])
