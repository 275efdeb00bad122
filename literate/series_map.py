"""The map of the series below the credit of each part: the parts in their three groups, this one lit."""

import html
import re

from literate.page import Page

GROUPS = {"How does it decide?": range(1, 6), "How are the weights found?": range(6, 13), "In code": range(13, 15)}
TITLE = re.compile(r"^title: *(?P<quote>[\"']?)(?P<title>.*?)(?P=quote) *$", re.MULTILINE)
HEADING = re.compile(r"^# ")


def added(page: Page, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter; on a part with the map below title and credit."""
    place = next((place for place, line in enumerate(lines) if HEADING.match(line)), None)
    if page.path.parent.name != "series" or place is None:
        return lines
    start = next((number for number in range(place + 1, len(lines)) if lines[number].strip()), len(lines))
    end = next((number for number in range(start, len(lines)) if not lines[number].strip()), len(lines))
    return [*lines[:end], "", _nav(page), "", *lines[end:]]


def _nav(page: Page) -> str:
    """All parts as a list of groups, in HTML; search leaves it out, as it is the same on every part."""
    parts = {int(path.stem[:2]): path for path in sorted((page.root / "docs/series").glob("[0-9][0-9]-*.md"))}
    groups = []
    for words, numbers in GROUPS.items():
        links = "".join(_link(page, number, parts[number].stem) for number in numbers if number in parts)
        groups.append(f"<li><span>{words}</span><ol>{links}</ol></li>" if links else "")
    return f'<nav class="map" aria-label="Where this part stands" data-search-exclude><ul>{"".join(groups)}</ul></nav>'


def _link(page: Page, number: int, stem: str) -> str:
    """One part by its number, with its title in words."""
    text = (page.path.parent / f"{stem}.md").read_text(encoding="utf-8-sig")
    found = TITLE.search(text)
    title = re.sub(rf"^{number}\. *", "", found["title"]) if found else stem
    here = ' aria-current="page"' if stem == page.path.stem else ""
    name = html.escape(f"{number}. {title}")
    return f'<li><a href="../{stem}/" title="{name}"{here}>{number}</a></li>'
