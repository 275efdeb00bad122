"""What readers take away, made from the pages as a builder has left them: decks, book, e-book, feed, sheets, cards.

Each is made of the elements of the pages themselves, so no number, formula or figure can differ from them.
"""

from pathlib import Path

from literate.reading.site_settings import site_settings
from literate.takeaway import decks
from literate.takeaway.built import built_pages

__all__ = ["is_made", "make"]
ENDINGS = (decks.ENDING,)


def make(root: Path, site: Path) -> list[Path]:
    """Make all that needs nothing but the finished pages.

    Args:
        root: The root of the project.
        site: The folder of the built site.
    """
    pages = built_pages(root, site)
    name = str(site_settings(root).get("site_name") or "")
    return decks.write(pages, name)


def is_made(path: Path) -> bool:
    """Whether a file of HTML is one of these, and no page."""
    return path.name.endswith(ENDINGS)
