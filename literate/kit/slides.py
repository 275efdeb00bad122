"""What the front matter of a part says of its slides: `slides: [result, cell-forward/code, equations/2]`.

And for the head of its worksheet: `sheet: [figure-tree, by-hand/words2]`, where /words2 is the second paragraph below
that heading.

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
NAME = r"[\w-]+(?:/(?:code|output|[1-9](?:\+[1-9])*))?"
HINT = "an id, half of a cell, cell-x/code, or frames, figure-x/1+5"
FORMS = {"slides": (NAME, HINT), "sheet": (rf"{NAME}|[\w-]+/words[1-9]", f"{HINT}, or words, heading/words2")}


def mistakes(page: Page) -> Iterator[PageError]:
    """Entries that name nothing on the page, and more slides than anyone sits through."""
    for key, (form, hint) in FORMS.items():
        chosen = page.meta.get(key)
        if not isinstance(chosen, list):
            continue
        if sources.part_number(page.path, page.root) is None:
            yield _error(page, key, "only parts have slides and a sheet", "take it away")
        if key == "slides" and len(chosen) >= MOST:
            told = f"these are {len(chosen)} slides and the first"
            yield _error(page, key, told, f"at most {MOST} with the first")
        known = _places(page)
        for name in (name for entry in chosen for name in str(entry).split() or [""]):
            if not re.fullmatch(form, name) or name.partition("/")[0] not in known:
                yield _error(page, key, f"{key}: this page has no place {name}", hint)


def _places(page: Page) -> set[str]:
    named = {name for name, *_ in places.written_ids(page.contents)} - {*ANCHOR.findall(page.body)}
    named |= {f"cell-{cell.options.get('id')}" for cell in page.cells}
    return named | {f"figure-{figure.options.get('id')}" for figure in page.figures}


def _error(page: Page, key: str, message: str, hint: str) -> PageError:
    line = next(n for n, text in enumerate(page.lines, 1) if text.startswith(f"{key}:"))
    return page.error(message, line, hint=hint)


FEATURE = Feature(check=mistakes, keys=dict.fromkeys(FORMS, list))
