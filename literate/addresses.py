"""Where what a page names is found from a notebook, which stands anywhere: next to other notebooks, or on the site."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import yaml
from mkdocs.utils.yaml import get_yaml_loader

SETTINGS = "mkdocs.yml"
HERE = {"127.0.0.1", "::1", "localhost", "0.0.0.0", None}  # a site that is looked at on this machine alone
WHOLE = re.compile(r"[a-zA-Z][\w+.-]*:|//")
PART = re.compile(r"series/(?P<name>\d\d-[\w-]+)\.(?:md|ipynb)")


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site, as one of its pages needs them.

    Attributes:
        page: The page, below docs/.
        site: The address of the site, with a slash at its end; empty when it is not known.
        folders: Whether the address of a page is that of a folder.
    """

    page: str = ""
    site: str = ""
    folders: bool = True

    def of(self, target: str) -> str:
        """What a link of the page needs in a notebook: whole addresses stay; empty for what no notebook can reach."""
        file, mark, place = target.partition("#")
        if WHOLE.match(target):
            return target
        if file and (part := PART.fullmatch(self._path(file))):
            return f"{part['name']}.ipynb"
        return self.of_file(file) + mark + place if self.site else ""

    def of_file(self, file: str) -> str:
        """The address of a file or a page of the site, named as on the page; empty when that of the site is unknown."""
        if WHOLE.match(file) or not self.site:
            return file if WHOLE.match(file) else ""
        name, mark, query = file.partition("?")
        return urljoin(self.site, self._published(self._path(name)) + mark + query)

    def of_html(self, target: str) -> str:
        """The same for an address in HTML, which no builder changes: it is seen from where the page is published."""
        if WHOLE.match(target):
            return target
        return urljoin(urljoin(self.site, self._published(self.page)), target) if self.site else ""

    def _path(self, file: str) -> str:
        """A file as seen from docs/; the page itself when none is named."""
        return normpath(PurePosixPath(self.page).parent / unquote(file)) if file else self.page

    def _published(self, path: str) -> str:
        """Where a file is on the site: a page is a folder there, or a file of HTML."""
        if not path.endswith(".md"):
            return quoted(path)
        stem = re.sub(r"(?:^|(?<=/))(?:index|README)$", "" if self.folders else "index", path[:-3])
        return quoted(stem if stem.endswith("/") or not stem else f"{stem}/" if self.folders else f"{stem}.html")


NOWHERE = Addresses()


def quoted(path: str) -> str:
    """A path as a link has it: blanks and brackets would end the link."""
    return re.sub(r"[ ()<>]", lambda found: f"%{ord(found[0]):02X}", path)


def addresses(page: Path, root: Path) -> Addresses:
    """The addresses that a page of a project needs; its settings say where the site is."""
    found = settings(root)
    site = str(found.get("site_url") or "")
    known = site.rstrip("/") + "/" if urlsplit(site).hostname not in HERE else ""
    return Addresses(page.relative_to(root / "docs").as_posix(), known, found.get("use_directory_urls") is not False)


def settings(root: Path) -> dict[str, Any]:
    """The settings of a site; what only a builder can read in them is left out."""
    return _read((root / SETTINGS).read_text(encoding="utf-8")) if (root / SETTINGS).is_file() else {}


@lru_cache(maxsize=8)
def _read(text: str) -> dict[str, Any]:
    loader = get_yaml_loader(yaml.SafeLoader)
    loader.add_multi_constructor("", lambda *_: None)
    return yaml.load(text, loader) or {}
