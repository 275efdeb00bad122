"""What the front matter of a part says of its slides: `slides: [result, cell-forward/code, equations/2]`.

Each entry is a slide, and names places of the page: a cell or a figure, half of a cell with /code or /output, the
thing of that number below a heading, or frames of a figure, /1+5. `literate.takeaway.slides` makes them.
"""

import re
from collections.abc import Iterator

from literate.errors import PageError
from literate.grammar import places
from literate.kit.feature import Feature
from literate.reading import sources
from literate.reading.page import Page

MOST = 20  # slides of a deck, with the first
ANCHOR = re.compile(r'<a id="([\w-]+)"></a>')  # it keeps an old address, and shows nothing
NAME = re.compile(r"[\w-]+(?:/(?:code|output|[1-9](?:\+[1-9])*))?")


def mistakes(page: Page) -> Iterator[PageError]:
    """Entries that name nothing on the page, and more slides than anyone sits through."""
    chosen = page.meta.get("slides")
    if not isinstance(chosen, list):
        return
    if sources.part_number(page.path, page.root) is None:
        yield _error(page, "only parts have slides", "take it away")
    if len(chosen) >= MOST:
        yield _error(page, f"these are {len(chosen)} slides and the first", f"at most {MOST} with the first")
    known = _places(page)
    for name in (name for entry in chosen for name in str(entry).split() or [""]):
        if not NAME.fullmatch(name) or name.partition("/")[0] not in known:
            yield _error(
                page,
                f"slides: this page has no place {name}",
                "an id, half of a cell, cell-x/code, or frames, figure-x/1+5",
            )


def _places(page: Page) -> set[str]:
    named = {name for name, *_ in places.written_ids(page.contents)} - {*ANCHOR.findall(page.body)}
    named |= {f"cell-{cell.options.get('id')}" for cell in page.cells}
    return named | {f"figure-{figure.options.get('id')}" for figure in page.figures}


def _error(page: Page, message: str, hint: str) -> PageError:
    line = next(n for n, text in enumerate(page.lines, 1) if text.startswith("slides:"))
    return page.error(message, line, hint=hint)


FEATURE = Feature(check=mistakes, keys={"slides": list})
