"""What a browser makes of the files of HTML: the book and the decks as PDF, and a card for links to each part.

It takes Chromium and some seconds, so a build does not do it: the deployment does, by `python -m literate print site`.
"""

import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")
PDF = ("--no-pdf-header-footer", "--generate-pdf-document-outline")


class NoBrowserError(RuntimeError):
    """There is no Chromium on this machine."""


def browser() -> str:
    """The path of Chromium.

    Raises:
        NoBrowserError: Where there is none.
    """
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowserError("there is no chromium, needed to print; install Debian's chromium")
    return found


def printed(page: Path, to: Path) -> Path:
    """Print a file of HTML as a tagged PDF with bookmarks."""
    _run(page, *PDF, f"--print-to-pdf={to}")
    return to


def draw_png(page: Path, to: Path, width: int, height: int) -> Path:
    """Draw a file of HTML as a PNG of this size."""
    _run(page, f"--screenshot={to}", f"--window-size={width},{height}")
    return to


def _run(page: Path, *options: str) -> None:
    with TemporaryDirectory() as folder:  # two browsers do not share a profile
        command = [browser(), *QUIET, f"--user-data-dir={folder}", *options, page.absolute().as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=300)


def decks(paths: Iterable[Path]) -> list[Path]:
    """The decks as PDF, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        return [*pool.map(lambda path: smaller_pdf(printed(path, path.with_suffix(".pdf"))), paths)]


def smaller_pdf(pdf: Path) -> Path:
    """The same PDF in a third of its size, where there is qpdf."""
    if tool := shutil.which("qpdf"):
        subprocess.run([tool, "--object-streams=generate", "--replace-input", str(pdf)], check=True)
    return pdf


def page_numbers(pdf: Path) -> dict[str, int]:
    """The page, from 1, on which each place that a link leads to stands."""
    from pypdf import PdfReader

    reader = PdfReader(pdf)
    found = reader.named_destinations.items()
    return {name.lstrip("/"): (reader.get_destination_page_number(place) or 0) + 1 for name, place in found}
