"""Where what a page names is found from a notebook, which stands anywhere: among other notebooks, or on the site."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from urllib.parse import unquote, urljoin

from literate.reading.site_settings import has_folders, published, site_address
from literate.settings import docs_of, settings_of

WHOLE = re.compile(r"[a-zA-Z][\w+.-]*:|//")
NUMBERED = re.compile(r"\d\d-[\w-]+(?=\.(?:md|ipynb)$)")


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site, as one of its pages needs them.

    Attributes:
        page: The page, below the folder of the pages.
        site: The address of the site, with a slash at its end; empty when it is not known.
        folders: Whether the address of a page is that of a folder.
        parts: The folder of the numbered pages; notebooks stand to each other as their pages do.
    """

    page: str = ""
    site: str = ""
    folders: bool = True
    parts: str = ""

    def of(self, target: str) -> str:
        """What a link of the page needs in a notebook: whole addresses stay; empty for what no notebook can reach."""
        file, mark, place = target.partition("#")
        if WHOLE.match(target):
            return target
        path = PurePosixPath(self._path(file))
        if file and self.parts == str(path.parent) and (name := NUMBERED.match(path.name)):
            return quoted(relpath(path.with_name(f"{name[0]}.ipynb"), PurePosixPath(self.page).parent))
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
        """A file as seen from the folder of the pages; the page itself when none is named."""
        return normpath(PurePosixPath(self.page).parent / unquote(file)) if file else self.page

    def _published(self, path: str) -> str:
        """Where a file is on the site: a page is a folder there, or a file of HTML."""
        if not path.endswith(".md"):
            return quoted(path)
        file = published(path, self.folders)
        return quoted(file.removesuffix("index.html") if self.folders else file)


NOWHERE = Addresses()


def quoted(path: str) -> str:
    """A path as a link has it: blanks and brackets would end the link."""
    return re.sub(r"[ ()<>]", lambda found: f"%{ord(found[0]):02X}", path)


def addresses(page: Path, root: Path) -> Addresses:
    """The addresses that a page of a project needs; its settings say where the site is."""
    name = page.relative_to(docs_of(root)).as_posix()
    return Addresses(name, site_address(root), has_folders(root), settings_of(root).parts)
