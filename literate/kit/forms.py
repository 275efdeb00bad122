"""The other forms of a page, as links: notebook, script, the archive of all, and the notebook opened in Colab."""

import html
from os.path import relpath
from pathlib import Path
from urllib.parse import urlsplit

from literate.kit import made_links
from literate.reading import sources
from literate.reading.page import Page
from literate.reading.site_settings import site_settings
from literate.settings import settings_of

COLAB, BRANCH = "https://colab.research.google.com/github", "notebooks"  # where a deployment puts them


def links(page: Page) -> list[str]:
    """The links to the other forms of a page; none where it has no others."""
    if not sources.is_taken_away(page.path, page.root):
        return []
    stem, archive = page.path.stem, settings_of(page.root).archive
    made = [
        f'<a href="../{stem}{ending}" download{more}>{words}</a>'
        for ending, more, words in ((".ipynb", "", "notebook"), (".py", " data-script", "script"))
    ]
    made[-1] += made_links.link_if_made(f"../{stem}.slides.html", "slides")
    made += [f'<a href="{colab}">Open in Colab</a>'] if (colab := _colab(page)) else []
    here = Path(page.address).with_suffix("")
    return made + [f'<a href="{relpath(archive, here)}" download>all as a zip</a>'] * bool(archive)


def line(page: Page) -> str:
    """The same as a line of a page that is no part, as HTML; empty where it has no other form."""
    made = links(page)
    return f'<p class="products" data-search-exclude>This page as {" · ".join(made)}</p>' if made else ""


def _colab(page: Page) -> str:
    """Where Colab opens the notebook of a page; empty where the site names no repository that Colab reads."""
    address = urlsplit(str(site_settings(page.root).get("repo_url") or ""))
    name = html.escape(address.path.strip("/").removesuffix(".git"))
    notebook = Path(page.address).with_suffix(".ipynb").as_posix()
    return f"{COLAB}/{name}/blob/{BRANCH}/{notebook}" if address.hostname == "github.com" and name else ""
