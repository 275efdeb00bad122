"""All that is made of a built site, whichever builder has built it.

Builders run no hooks alike, and a cache may hand on pages that the engine never sees. So what a site needs beyond its
pages is made from the folder that a builder leaves behind: the MkDocs hook calls `finish`, others type
`python -m literate finish site`. To finish a folder twice changes nothing.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from literate.kit import evidence
from literate.products import notebooks, run_here
from literate.running.run import Run
from literate.settings import docs_of

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
META = '\n<meta http-equiv="Content-Security-Policy" content="{}">'
HEAD = re.compile(rf"""(<meta charset=["']?utf-8["']? ?/?>)(?:{META.format('[^"]*')})?""", re.IGNORECASE)
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)


def finish(root: Path, site: Path, runs: Iterable[Run], *, complete: bool = True, public: bool = True) -> list[Path]:
    """Finish the pages of a built site, and write the notebooks and scripts beside them.

    Args:
        root: The root of the project.
        site: The folder that a builder has written.
        runs: The finished runs of the pages.
        complete: Whether these are all pages, each without a mistake; if not, the archive is left as it is.
        public: Whether the pages say which scripts may run. A live server adds one of its own to each page.

    Returns:
        The notebooks, the scripts and the archive.
    """
    runs = [*runs]
    run_here.write(root, site, runs)
    for path in _built(root, site):
        text = path.read_text(encoding="utf-8")
        made = evidence.fill(root, text)
        made = with_policy(made) if public else made
        if made != text:
            path.write_text(made, encoding="utf-8")
    return notebooks.write(runs, site, complete=complete)


def with_policy(page: str) -> str:
    """Allow the scripts of this page and no other: those of the site, and the theme's inline ones by their hash."""
    hashes = (hashlib.sha256(found[1].encode()).digest() for found in INLINE.finditer(page))
    allowed = " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in hashes)
    return HEAD.sub(lambda found: found[1] + META.format(POLICY.format(hashes=allowed)), page, count=1)


def _built(root: Path, site: Path) -> Iterator[Path]:
    """The pages that a builder has made; a file of HTML that an author has put among the pages stays as it is."""
    for path in sorted(site.rglob("*.html")):
        if not (docs_of(root) / path.relative_to(site)).is_file():
            yield path
