"""`[[handouts]]`: for each part its slides, and its sheets with and without answers; only what was made is drawn."""

import html

from literate.errors import UnknownError
from literate.kit import course, made_links
from literate.kit.feature import Feature, Inputs
from literate.reading.page import Page
from literate.running.run import Run

FORMS = {
    ".slides.html": "slides",
    ".slides.pdf": "slides on paper",
    ".sheet.html": "worksheet",
    ".key.html": "key",
}


def listed(run: Run, line: int, argument: str) -> str:
    """The parts as a list, each with what is made of it, as HTML.

    Raises:
        UnknownError: When the marker has an argument.
    """
    if argument:
        raise UnknownError("write [[handouts]], without an argument")
    entries = []
    for part in course.parts(run.page.root):
        stem = course.page_address(run.page.path, part.path, run.page.root).rstrip("/")
        links = "".join(made_links.link_if_made(f"{stem}{ending}", words) for ending, words in FORMS.items())
        entries.append(f"<li>{html.escape(part.name)}{links}</li>")
    return f'<ul class="handouts" data-search-exclude="">{"".join(entries)}</ul>'


def _depends(page: Page, inputs: Inputs) -> object:
    return [part.name for part in course.parts(inputs.root)] if any(m.name == "handouts" for m in page.marks) else None


FEATURE = Feature(markers={"handouts": listed}, depends=_depends)
