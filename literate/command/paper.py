"""`python -m literate print site`: what a finished site has for paper, and the cards of its parts."""

from collections.abc import Iterator
from pathlib import Path

from literate.products.finished_site import print_site
from literate.takeaway.printed import NoBrowserError


def print_paper(root: Path, site: Path) -> Iterator[str]:
    """Print it and say what was made; what is missing for it."""
    try:
        print(*print_site(root, site), sep="\n")
    except NoBrowserError as error:
        yield str(error)
