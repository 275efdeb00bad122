"""The front matter and the headings of a page: what search engines, the navigation and links need of them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from literate.checking.near_misses import INVISIBLE
from literate.errors import PageError
from literate.grammar import places
from literate.reading.expressions import find_numbers
from literate.reading.literals import typed
from literate.reading.page import NUMBER, Page, blank
from literate.reading.site_settings import nav_sections

# What a page may say about itself, and of which kind it is.
KEYS: dict[str, Any] = {
    "title": str,
    "description": str,
    "date": date,
    "updated": date,
    "tags": list,
    "given": dict,
    "counted": list,
}
KEYS |= {"time_limit": int | float, "short": str, "line": str, "minutes": int, "hero": str, "look": str}
KEYS |= {"needs": str, "post": str, "hide": list, "search": dict}
FORMS = {
    "counted": "a list, [pages]",
    "date": "a day, 2026-11-24",
    "updated": "a day, 2026-11-24",
    "tags": "a list, [Theory]",
    "minutes": "a whole number",
    "hide": "a list, [toc]",
    "slides": "a list of ids, [result, cell-forward/code]",
    "sheet": "a list of ids, [figure-net, by-hand/words2]",
    "search": "what the theme reads, {boost: 0.5}",
}
NEEDED = ("title", "description")
LISTED = re.compile(r" *\{.*$")  # what may be the attribute list of a heading
ATTRIBUTES = re.compile(r" *\{ #[a-z][\w-]* \}")
HINT = "choose another name"
# What shows nothing: a comment, or a definition that serves as one.
HIDDEN_WORDS = re.compile(r"<!--.*?-->|^\[[^\]\n]*\]:[^\n]*$", re.DOTALL | re.MULTILINE)
EDGE, KEY = re.compile(r" {0,3}---\s*"), re.compile(r"""\s*["']?\w[\w-]*["']?:(?:\s|$)""")


def mistakes(page: Page, keys: Mapping[str, type]) -> Iterator[PageError]:
    """What is wrong with the front matter, the headings, and the places that links can name."""
    yield from _of_meta(page, KEYS | dict(keys))
    yield from _of_headings(page)
    yield from _of_places(page)


def _of_meta(page: Page, keys: Mapping[str, Any]) -> Iterator[PageError]:
    if line := 0 if page.first else _late(page):
        yield page.error("the front matter is not read", line, hint="begin the page with it: with ---, on line 1")
    for key, value in page.meta.items():
        if key not in keys:
            hint = f"write one of {', '.join(keys)}"
            yield page.error(f"the front matter has {key}, which nothing reads", _line(page, key), hint=hint)
        elif key not in {"given", "time_limit"} and (not value or not isinstance(value, keys[key])):
            yield page.error(f"{key} is {value!r}, needed: {FORMS.get(key, 'words')}", _line(page, key))
    counted = page.meta.get("counted")
    used = {name for number in find_numbers(page) for name in re.findall(r"\w+", number.expression)}
    for name in counted if isinstance(counted, list) else []:
        if name not in used:
            yield page.error(f"counted: no number uses {name}", _line(page, "counted"), hint="take it away")
    for key in NEEDED:
        text, hint = str(page.meta.get(key) or ""), "say it in words: nothing is computed there"
        if numbers := list(typed(text)):
            yield page.error(f"{numbers[0][0]} is typed, not computed", _line(page, key), hint=hint)
        elif "{{" in text or "[[" in text:
            yield page.error(f"{key} holds what is computed on the page alone", _line(page, key), hint=hint)
        elif hidden := INVISIBLE.search(text):
            yield page.error(f"{key} holds a character that is not shown: U+{ord(hidden[0]):04X}", _line(page, key))


def _late(page: Page) -> int:
    """The line of what is front matter but for what stands above it or before it; 0 for none."""
    rows = HIDDEN_WORDS.sub(blank, "\n".join(page.lines)).split("\n")
    line = next((number for number, row in enumerate(rows, 1) if row.strip()), 0)
    if not line or not EDGE.fullmatch(rows[line - 1]):
        return 0
    alone = rows[line - 1].rstrip() == "---" and not "".join(page.lines[: line - 1]).strip()
    below = [row for row in rows[line:] if row.strip() and not row.startswith("#")]
    # Below a comment, --- may be a rule as well.
    has_keys = bool(below) and bool(KEY.match(below[0])) and any(map(EDGE.fullmatch, below))
    return line if alone or has_keys else 0


def _line(page: Page, key: str) -> int:
    """The line of a key of the front matter."""
    return next((n for n, text in enumerate(page.lines[: page.first], 1) if text.lstrip("\"'").startswith(str(key))), 1)


def _of_headings(page: Page) -> Iterator[PageError]:
    prose = page.prose.split("\n")
    for heading in page.headings:
        words = NUMBER.sub(blank, prose[heading.line - 1][heading.column - 1 :][: len(heading.words)])
        for formula in page.formulas:
            words = words.replace(formula.written, " " * len(formula.written))
        listed = LISTED.search(words)
        if listed and not ATTRIBUTES.fullmatch(listed[0].rstrip()):
            column, hint = heading.column + listed.start(), "end it with { #place }"
            yield page.error("this heading has no place that links can name", heading.line, column, hint=hint)
    titles = [heading for heading in page.headings if heading.level == 1]
    for tag in page.contents.of("tag") if titles else []:
        if tag.text == "h1":
            yield page.error("a page has one heading of the first level", *tag.place, hint="make it <h2>")
    for heading in titles[1:]:
        yield page.error("a page has one heading of the first level", heading.line, hint="begin this one with ##")
    if not nav_sections(page.root):
        return
    for key in NEEDED:
        if key not in page.meta:
            yield page.error(f"the front matter has no {key}", 1, hint=f"begin the page with ---, {key}: …, ---")
    if not titles:
        yield page.error("this page has no heading of the first level", page.first + 1, hint="write # and its title")


def _of_places(page: Page) -> Iterator[PageError]:
    seen = set[str]()
    made = {f"{kind}-{cell.options.get('id')}" for cell in page.cells for kind in ("cell", "prints")}
    made |= {f"figure-{figure.options.get('id')}" for figure in page.figures}
    for name, line, column in sorted(places.written_ids(page.contents), key=lambda one: one[1:]):
        if name in made:
            yield page.error(f"the place {name} is that of a cell or figure", line, column, len(name), HINT)
        elif name in seen:
            yield page.error(f"the place {name} stands twice on this page", line, column, len(name), HINT)
        seen.add(name)
