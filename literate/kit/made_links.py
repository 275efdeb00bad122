"""Links to what is made of the built pages: drawn only where it was made, so that none of them is ever dead.

On a page stands `<span data-made="../book.html" hidden> · <a>the book</a></span>`, which shows nothing. Where the file
is there when a site is finished, the span is shown and the link leads to it.
"""

import re
from html import escape, unescape
from pathlib import Path

PLACE = re.compile(r'<span data-made="(?P<address>[^"]*)" hidden>(?P<words>.*?)<a>', re.DOTALL)


def link(address: str, words: str, before: str = " · ") -> str:
    """The place for a link: where it leads, as seen from the page, and what it says."""
    return f'<span data-made="{escape(address)}" hidden>{before}<a>{words}</a></span>'


def drawn(text: str, folder: Path) -> str:
    """A page with the links drawn whose files are there.

    Args:
        text: The HTML of the page.
        folder: The folder from which its addresses are seen.
    """

    def shown(found: re.Match[str]) -> str:
        address, words = found["address"], found["words"]
        if not (folder / unescape(address)).is_file():
            return found[0]
        return f'<span data-made="{address}">{words}<a href="{address}">'

    return PLACE.sub(shown, text)
