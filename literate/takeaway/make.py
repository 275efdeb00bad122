"""What is made with every build, and what is printed where there is a browser."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from literate.reading.site_settings import site_settings
from literate.settings import settings_of
from literate.takeaway import book, cards, decks, epub, feed, printed, sheets
from literate.takeaway.built import Built, built_pages
from literate.takeaway.joined import Chapter, chapters

EPOCH = date(1980, 1, 1)  # the first day that a zip knows
ENDINGS = (decks.ENDING, sheets.SHEET, sheets.KEY)


@dataclass(frozen=True)
class Made:
    """A built site, of which things are made.

    Attributes:
        root: The root of the project.
        site: The folder of the built site.
    """

    root: Path
    site: Path

    @cached_property
    def pages(self) -> list[Built]:
        """Its pages."""
        return built_pages(self.root, self.site)

    @cached_property
    def chapters(self) -> list[Chapter]:
        """The pages as chapters."""
        return chapters(self.pages)

    @cached_property
    def name(self) -> str:
        """The name of the site."""
        return self._said("site_name")

    @cached_property
    def words(self) -> str:
        """What the site is about."""
        return self._said("site_description")

    @cached_property
    def address(self) -> str:
        """The address of the site, with a slash at its end."""
        site = self._said("site_url")
        return site.rstrip("/") + "/" if site else ""

    @cached_property
    def book(self) -> Path | None:
        """The book of all pages, where the settings name it."""
        name = settings_of(self.root).book
        return self.site / f"{name}.html" if name and self.pages else None

    def _said(self, name: str) -> str:
        return str(site_settings(self.root).get(name) or "")


@contextmanager
def uncollected() -> Iterator[None]:
    """Trees hold no circles: to look for some in them again and again would be a quarter of the whole time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@uncollected()
def make_for_class(root: Path, site: Path) -> list[Path]:
    """Make what a teacher takes into class: slides and sheets of each part.

    Args:
        root: The root of the project.
        site: The folder of the built site, whose pages are finished.
    """
    made = Made(root, site)
    return decks.write_decks(made.pages, made.name) + sheets.write_sheets(made.pages, made.name)


@uncollected()
def make_of_all(root: Path, site: Path) -> list[Path]:
    """Make what holds all pages, of the same: the book, the e-book, the feed, the text for machines."""
    made, written = Made(root, site), []
    if made.book:
        written += [_written(made.book, book.book(root, made.chapters, made.name, made.words))]
        days = [day for page in made.pages for day in (page.meta.get("date"), page.meta.get("updated"))]
        day = max((one for one in days if isinstance(one, date)), default=EPOCH)
        files = epub.epub(root, made.chapters, made.name, made.words, day)
        written.append(epub.pack_epub(made.book.with_suffix(".epub"), files))
    if made.address:
        if listed := feed.entries(made.pages, made.address):
            text = feed.atom(listed, made.name, made.words, made.address)
            written.append(_written(site / "feed.xml", text))
        if made.pages:
            text = feed.llms(made.pages, made.name, made.words, made.address)
            written.append(_written(site / "llms.txt", text))
    return written


def print_all(root: Path, site: Path) -> list[Path]:
    """Print the decks and the book of a finished site, and draw the cards of its parts.

    Raises:
        NoBrowserError: Where there is no Chromium.
    """
    made = Made(root, site)
    paths = [page.beside(decks.ENDING) for page in made.pages if page.number is not None]
    written = printed.decks(path for path in paths if path.is_file())
    written += cards.draw_cards(made.pages, made.name)
    if made.book:
        written.append(printed_book(made, made.book))
    return written


def printed_book(made: Made, file: Path) -> Path:
    """The book as PDF, printed twice: the first tells on which page each place stands."""
    pdf, paper = file.with_suffix(".pdf"), file.with_suffix(".paper.html")
    numbers = printed.page_numbers(printed.printed(file, pdf))
    _written(paper, book.book(made.root, made.chapters, made.name, made.words, numbers))
    try:
        return printed.smaller_pdf(printed.printed(paper, pdf))
    finally:
        paper.unlink()


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def is_made(path: Path, root: Path, site: Path) -> bool:
    """Whether a file of HTML is one of these, and no page."""
    name = settings_of(root).book
    return path.name.endswith(ENDINGS) or bool(name and path == site / f"{name}.html")
