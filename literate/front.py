"""The front matter and the headings of a page: what search engines, the navigation and links need of them."""

import re
from collections.abc import Iterator
from datetime import date

from literate.errors import PageError
from literate.given import typed
from literate.links import navigation
from literate.page import Page

# What a page may say about itself, and of which kind it is.
KEYS = {"title": str, "description": str, "date": date, "tags": list, "given": dict, "time_limit": int | float}
NEEDED = ("title", "description")
HEADING = re.compile(r"^(?P<level>#{1,6}) (?P<words>.*?)(?P<attributes> *\{.*)?$", re.MULTILINE)
ATTRIBUTES = re.compile(r" *\{ #[a-z][\w-]* \}")
PLACE = re.compile(r"\{[^{}\n]*#(?P<id>[\w-]+)[^{}\n]*\}")


def check(page: Page) -> None:
    """Look at the front matter, the headings, and the places that links can name.

    Raises:
        PageError: For the first mistake.
    """
    for mistake in (*_of_meta(page), *_of_headings(page), *_of_places(page)):
        raise mistake


def _of_meta(page: Page) -> Iterator[PageError]:
    filled = [number for number, text in enumerate(page.lines, 1) if text.strip()]
    if not page.first and filled and page.lines[filled[0] - 1].rstrip() == "---":
        yield page.error("the front matter is not read", filled[0], hint="begin the page with it, on line 1")
    for key, value in page.meta.items():
        if key not in KEYS:
            hint = f"write one of {', '.join(KEYS)}"
            yield page.error(f"the front matter has {key}, which nothing reads", _line(page, key), hint=hint)
        elif key not in {"given", "time_limit"} and (not value or not isinstance(value, KEYS[key])):
            needed = "a day, 2026-11-24" if key == "date" else "a list, [Theory]" if key == "tags" else "words"
            yield page.error(f"{key} is {value!r}, needed: {needed}", _line(page, key))
    if numbers := list(typed(page.meta.get("description", ""))):
        hint = "say it in words: nothing is computed there"
        yield page.error(f"{numbers[0][0]} is typed, not computed", _line(page, "description"), hint=hint)


def _line(page: Page, key: str) -> int:
    """The line of a key of the front matter."""
    return next((n for n, text in enumerate(page.lines[: page.first], 1) if text.lstrip("\"'").startswith(str(key))), 1)


def _of_headings(page: Page) -> Iterator[PageError]:
    found = list(HEADING.finditer(page.prose))
    for heading in found:
        if heading["attributes"] and not ATTRIBUTES.fullmatch(heading["attributes"].rstrip()):
            yield page.error_at(heading, "this heading has no place that links can name", "end it with { #place }")
    titles = [heading for heading in found if heading["level"] == "#"]
    for heading in titles[1:]:
        yield page.error_at(heading, "a page has one heading of the first level", "begin this one with ##")
    if not navigation(page.root):
        return
    for key in NEEDED:
        if key not in page.meta:
            yield page.error(f"the front matter has no {key}", 1, hint=f"begin the page with ---, {key}: …, ---")
    if not titles:
        yield page.error("this page has no heading of the first level", page.first + 1, hint="write # and its title")


def _of_places(page: Page) -> Iterator[PageError]:
    seen = set[str]()
    for found in PLACE.finditer(page.prose):
        if found["id"] in seen:
            yield page.error_at(found, f"the place {found['id']} stands twice on this page", "choose another name")
        seen.add(found["id"])
