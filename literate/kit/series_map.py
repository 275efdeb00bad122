"""The map of the series below the credit of each part: the parts in their three groups, this one lit."""

import html
import re
from pathlib import Path

from literate.reading import sources
from literate.reading.front_matter import with_meta
from literate.reading.page import Page

GROUPS = {"How does it decide?": range(1, 6), "How are the weights found?": range(6, 13), "In code": range(13, 15)}
# Blocks of which one goes on with the other.
TOGETHER = ({"tab"}, {"term"}, {"term", "definition"}, {"definition"})


def added(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter; on a part with the map below title and credit."""
    title = next((heading.line for heading in page.headings if heading.level == 1), 0)
    blocks = [block for block in page.blocks if block.last >= title]  # that of the title first
    count = 2
    while blocks[count:] and {blocks[count - 1].kind, blocks[count].kind} in TOGETHER:
        count += 1
    if sources.part_of(page.path) is None or not title:
        return lines
    end = max(block.last for block in blocks[:count]) - page.first
    return [*lines[:end], "", _nav(page), "", *lines[end:]]


def _nav(page: Page) -> str:
    """All parts as a list of groups, in HTML; search leaves it out, as it is the same on every part."""
    parts = {sources.part_of(path): path for path in sources.parts(page.root)}
    groups = []
    for words, numbers in GROUPS.items():
        links = "".join(_link(page, number, parts[number].stem) for number in numbers if number in parts)
        groups.append(f"<li><span>{words}</span><ol>{links}</ol></li>" if links else "")
    return f'<nav class="map" aria-label="Where this part stands" data-search-exclude><ul>{"".join(groups)}</ul></nav>'


def title_of(path: Path) -> str:
    """The title of a page, as its front matter says; without one the name of its file."""
    title = with_meta(path, path.parent).meta.get("title", "")
    return " ".join(str(title).split()) or path.stem


def _link(page: Page, number: int, stem: str) -> str:
    """One part by its number, with its title in words."""
    title = re.sub(rf"^{number}\. *", "", title_of(page.path.parent / f"{stem}.md"))
    here = ' aria-current="page"' if stem == page.path.stem else ""
    name = html.escape(f"{number}. {title}")
    return f'<li><a href="../{stem}/" title="{name}"{here}>{number}</a></li>'
