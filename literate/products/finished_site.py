"""All that is made of a built site, whichever builder has built it.

Builders run no hooks alike, and a cache may hand on pages that the engine never sees. So what a site needs beyond its
pages is made from the folder that a builder leaves behind: the MkDocs hook calls `finish`, others type
`python -m literate finish site`. To finish a folder twice changes nothing.
"""

import base64
import hashlib
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from literate import takeaway
from literate.kit import evidence, made_links
from literate.products import met_styles, published, run_here, wheel, word_index
from literate.products.page_blanks import without_blanks, without_marks
from literate.running import starting
from literate.running.run import Run
from literate.settings import docs_of, settings_of

FRAME = re.compile(r'<button[^>]* data-frame="([^"]+)"')
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
META = '\n<meta http-equiv="Content-Security-Policy" content="{}">'
HEAD = re.compile(rf"""(<meta charset=["']?utf-8["']? ?/?>)(?:{META.format('[^"]*')})?""", re.IGNORECASE)
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)


def finish(root: Path, site: Path, runs: Iterable[Run], *, complete: bool = True, public: bool = True) -> list[Path]:
    """Finish the pages of a built site, and write the notebooks and scripts beside them, and the wheel of the package.

    Of a whole site that is public, style sheets keep what something on it can meet, under the names that they have.

    Args:
        root: The root of the project.
        site: The folder that a builder has written.
        runs: The finished runs of the pages.
        complete: Whether these are all pages, each without a mistake; if not, the archive is left as it is.
        public: Whether readers get the site. A live server adds a script of its own to each page, so its pages do not
            say which may run; they are `as_live` when they are written.

    Returns:
        The notebooks, the scripts, the archive and the wheel; where all pages are there, what readers take away.
    """
    runs = [*runs]
    if public:
        kinds = settings_of(root).unmarked
        _change(root, site, lambda path, text: evidence.insert_counts(root, without_marks(text, kinds)))
    is_whole = public and complete
    book_made = starting.begun_apart(partial(_make_of_all, site=site.resolve()), root) if is_whole else list
    run_here.write_run_here(root, site, runs)
    word_index.keep_words_apart(site)
    written = published.publish(runs, site, complete=complete, packed=public) + wheel.write_wheel(root, site)
    if is_whole:
        met_styles.make_lean(root, site)
        written += takeaway.make_for_class(root, site)
    written += book_made()
    if public:
        _change(root, site, lambda path, text: without_blanks(with_policy(made_links.drawn(text, path.parent))))
    return written


def as_live(root: Path, page: str) -> str:
    """A page as a live server shows it: without marks around tokens that have no color, and no test has run on it."""
    return without_marks(evidence.without_counts(page), settings_of(root).unmarked)


def _make_of_all(root: Path, site: Path) -> list[Path]:
    """Make the book and the like. Where a page runs each warning is an error; here one stops no build."""
    warnings.resetwarnings()
    return takeaway.make_of_all(root, site)


def print_site(root: Path, site: Path) -> list[Path]:
    """Print what a finished site has for paper, draw the cards of its parts, and draw the links to them.

    Raises:
        NoBrowserError: Where there is no Chromium.
    """
    made = takeaway.print_all(root, site)
    _change(root, site, lambda path, text: made_links.drawn(text, path.parent))
    return made


def _change(root: Path, site: Path, made: Callable[[Path, str], str]) -> None:
    """Write those of the built pages again that this changes."""
    for path in _built(root, site):
        text = path.read_text(encoding="utf-8")
        if (changed := made(path, text)) != text:
            path.write_text(changed, encoding="utf-8")


def with_policy(page: str) -> str:
    """Allow the scripts of this page and no other: those of the site, and the theme's inline ones by their hash.

    Where a button opens a frame, `<button data-frame="https://…">`, the host of that frame is allowed, too.
    """
    hashes = (hashlib.sha256(found[1].encode()).digest() for found in INLINE.finditer(page))
    allowed = " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in hashes)
    frames = [urlsplit(unescape(found[1])) for found in FRAME.finditer(page)]
    hosts = sorted({f"{frame.scheme}://{frame.netloc}" for frame in frames})
    policy = POLICY.format(hashes=allowed) + (f"; frame-src {' '.join(hosts)}" if hosts else "")
    return HEAD.sub(lambda found: found[1] + META.format(policy), page, count=1)


def _built(root: Path, site: Path) -> Iterator[Path]:
    """The pages that a builder has made; a file of HTML that an author has put among the pages stays as it is."""
    for path in sorted(site.rglob("*.html")):
        if not (docs_of(root) / path.relative_to(site)).is_file() and not takeaway.is_made(path, root, site):
            yield path
