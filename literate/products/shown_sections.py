"""The sections of source files that a page shows, as lines of the page."""

from literate.kit import registry
from literate.reading.page import Fence, Page


def with_sections(page: Page, lines: list[str]) -> list[str]:
    """The lines below the front matter, as many as before; a line that names a section holds the lines of it."""
    made = registry.rewritten(page, lines)[:]
    for fence in page.fences:
        for line, texts in _sections(fence).items():
            if made[line - 1 - page.first] == lines[line - 1 - page.first]:  # no feature has put something in its place
                made[line - 1 - page.first] = "\n".join(texts)
    return made


def _sections(fence: Fence) -> dict[int, list[str]]:
    """The lines of each section that a fence shows, indented as it is, by the line of the page that names it."""
    found: dict[int, list[str]] = {}
    for line in fence.lines:
        if line.call:
            found.setdefault(line.call, []).append(" " * fence.indent + line.text if line.text else "")
    return found
