"""What readers take away: how long it takes to make, and what it weighs."""

import datetime
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.clocks import seconds
from conftest import ROOT

from literate.takeaway import book, cards, decks, epub, feed, printed, sheets
from literate.takeaway.make import Made, printed_book, uncollected

KINDS = (
    *("*.slides.html", "*.sheet.html", "*.key.html", "book.html", "*.epub"),
    *("feed.xml", "llms.txt", "*.slides.pdf", "book.pdf", "*.card.png"),
)


def measure_taken(site: Path, on_paper: bool) -> None:
    """What is made of a built site, in seconds of processor time, and what it weighs; on paper, in seconds."""
    made, scratch, day = Made(ROOT, site), Path(tempfile.mkdtemp()), datetime.date(2026, 1, 1)
    steps: dict[str, Callable[[], object]] = {
        "pages read": lambda: [page.article for page in made.pages],
        "decks": lambda: decks.write_decks(made.pages, made.name),
        "sheets and keys": lambda: sheets.write_sheets(made.pages, made.name),
        "chapters": lambda: made.chapters,
        "book": lambda: book.book(ROOT, made.chapters, made.name, made.words),
        "e-book": lambda: epub.pack_epub(
            scratch / "book.epub", epub.epub(ROOT, made.chapters, made.name, made.words, day)
        ),
        "feed": lambda: feed.atom(feed.entries(made.pages, made.address), made.name, made.words, made.address),
        "list of pages": lambda: feed.llms(made.pages, made.name, made.words, made.address),
    }
    with uncollected():
        taken = {name: seconds(step, time.process_time) for name, step in steps.items()}
    taken["all of these"] = sum(taken.values())
    for name, used in taken.items():
        print(f"{name:24} {used:5.2f} s of processor time")
    if on_paper:
        files = [page.beside(decks.ENDING) for page in made.pages if page.number is not None]
        print(f"{'slides as PDF':24} {seconds(lambda: printed.decks(files)):5.1f} s")
        print(f"{'cards':24} {seconds(lambda: cards.draw_cards(made.pages, made.name)):5.1f} s")
        print(f"{'book as PDF':24} {seconds(lambda: printed_book(made, site / 'book.html')):5.1f} s")
    for kind in KINDS:
        sizes = [path.stat().st_size for path in site.rglob(kind)]
        if sizes:
            print(f"{kind:24} {len(sizes):3} files {sum(sizes) / 1000:8,.0f} kB")
