"""The map of the series below the credit of each part: the parts in their groups, this one lit."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from literate.errors import PageError
from literate.kit.feature import Feature, Inputs
from literate.reading import sources
from literate.reading.front_matter import with_meta
from literate.reading.page import Page
from literate.settings import settings_of

# Blocks of which one goes on with the other.
TOGETHER = ({"tab"}, {"term"}, {"term", "definition"}, {"definition"})


def added(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter; on a part with the map below title and credit."""
    title = next((heading.line for heading in page.headings if heading.level == 1), 0)
    blocks = [block for block in page.blocks if block.last >= title]  # that of the title first
    count = 2
    while blocks[count:] and {blocks[count - 1].kind, blocks[count].kind} in TOGETHER:
        count += 1
    if sources.part_of(page.path, page.root) is None or not title:
        return lines
    end = max(block.last for block in blocks[:count]) - page.first
    return [*lines[:end], "", _nav(page), "", *lines[end:]]


def _nav(page: Page) -> str:
    """All parts as a list of groups, in HTML; search leaves it out, as it is the same on every part."""
    parts = {sources.part_of(path, page.root): path for path in sources.parts(page.root)}
    items = []
    for words, numbers in groups(page.root).items():
        links = "".join(_link(page, number, parts[number].stem) for number in numbers if number in parts)
        items.append(f"<li><span>{words}</span><ol>{links}</ol></li>" if links else "")
    return f'<nav class="map" aria-label="Where this part stands" data-search-exclude><ul>{"".join(items)}</ul></nav>'


def groups(root: Path) -> dict[str, range]:
    """The parts of each group, by what it is called; one group without a name where the settings name none."""
    end = max((number for path in sources.parts(root) if (number := sources.part_of(path, root))), default=0)
    named = settings_of(root).groups or {"": "1-"}
    ends = {words: parts.partition("-") for words, parts in named.items()}
    return {
        words: range(int(first), int(last or (end if open_ended else first)) + 1)
        for words, (first, open_ended, last) in ends.items()
    }


def mistakes(page: Page) -> Iterator[PageError]:
    """A part that is in no group has no place on the map."""
    part, named = sources.part_of(page.path, page.root), groups(page.root)
    if part is not None and not any(part in numbers for numbers in named.values()):
        hint = f"one of groups in [tool.literate] needs it: {', '.join(named)}"
        yield page.error(f"no group of the map has part {part}", 1, hint=hint)


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


def _depends(page: Page, inputs: Inputs) -> object:
    """The titles of all parts."""
    return [(part.name, part.meta.get("title")) for part in inputs.parts()]


FEATURE = Feature(check=mistakes, add=added, depends=_depends)
