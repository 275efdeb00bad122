"""Links to what is made of the built pages: drawn only where it was made, so that none of them is ever dead.

On a page stands `<span data-made="../book.html" hidden> · <b>the book</b></span>`, which shows nothing. Where the file
is there when a site is finished, the span is shown, and what is bold in it becomes the link. (It is none before: a link
that leads nowhere is a fault to those who judge a page, though nobody sees it.) In the head of a page,
`<link data-made="…">` and `<meta data-made="…" content="…">` do the same; the latter then names another picture.
"""

import re
from html import escape, unescape
from pathlib import Path

PLACE = re.compile(r'<span data-made="(?P<address>[^"]*)" hidden>(?P<before>.*?)<b>(?P<words>.*?)</b>', re.DOTALL)
HEAD = re.compile(r'<link (?P<more>[^>]*)data-made="(?P<address>[^"]*)"')
CARD = re.compile(r'<meta data-made="(?P<address>[^"]*)" data-card="(?P<card>[^"]*)" (?P<more>[^>]*)content="[^"]*"')


def link_if_made(address: str, words: str, before: str = " · ") -> str:
    """The place for a link: where it leads, as seen from the page, and what it says."""
    return f'<span data-made="{escape(address)}" hidden>{before}<b>{words}</b></span>'


def drawn(text: str, folder: Path) -> str:
    """A page with the links drawn whose files are there.

    Args:
        text: The HTML of the page.
        folder: The folder from which its addresses are seen.
    """

    def is_there(found: re.Match[str]) -> bool:
        return (folder / unescape(found["address"])).is_file()

    def shown(found: re.Match[str]) -> str:
        address, before, words = found["address"], found["before"], found["words"]
        return f'<span data-made="{address}">{before}<a href="{address}">{words}</a>' if is_there(found) else found[0]

    def linked(found: re.Match[str]) -> str:
        return f'<link {found["more"]}href="{found["address"]}"' if is_there(found) else found[0]

    def pictured(found: re.Match[str]) -> str:
        return f'<meta {found["more"]}content="{found["card"]}"' if is_there(found) else found[0]

    return CARD.sub(pictured, HEAD.sub(linked, PLACE.sub(shown, text)))
