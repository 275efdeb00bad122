"""Read a page into its front matter, its fences and its cells, each with its true file and line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from literate.errors import text_of
from literate.fences import FENCE, fence_of, mistakes, place_of
from literate.page import Fence, Page
from literate.sections import Line, section

SNIPPET = re.compile(r'^\s*-+8<-+(?:\s+"(?P<file>[^":]+)(?::(?P<name>[a-z][-_0-9a-z]*))?")?\s*$')


def read(path: Path, root: Path) -> Page:
    """Read one page.

    Raises:
        PageError: For anything that could make a block run, or be left out, other than as written.
    """
    page = _with_meta(Page(path, root, text_of(path, root).split("\n")))
    _collect(page)
    _check_ids(page)
    return page


def _with_meta(page: Page) -> Page:
    """The page with what its front matter says, and how many lines that takes."""
    if page.lines[0].rstrip() != "---":
        return page
    end = next((i for i, text in enumerate(page.lines[1:], 1) if text.rstrip() == "---"), 0)
    if not end:
        raise page.error("the front matter is never closed", 1, length=3, hint="close it with ---")
    try:
        meta = yaml.safe_load("\n".join(page.lines[1:end])) or {}
    except (yaml.YAMLError, ValueError) as error:  # a date of no calendar is a ValueError
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", str(error).split("\n")[0])
        line = mark.line + 2 if mark else 1
        raise page.error(f"the front matter is not YAML: {problem}", line, length=1) from error
    if not isinstance(meta, dict):
        raise page.error("the front matter needs the form `key: value`", 2)
    return replace(page, meta=meta, first=end + 1)


def _collect(page: Page) -> None:
    """Add each fence of the page; refuse what would not be read as a fence by the builders."""
    last, comment = page.first, False
    for number, text in enumerate(page.lines, 1):
        if number <= last:
            continue
        if opening := FENCE.match(text):
            if opening["quote"] or comment:
                where = "a quotation" if opening["quote"] else "a comment"
                raise page.error(f"a fence in {where} is not read", number, hint="move it out, or take it away")
            page.fences.append(_fence(page, number, opening))
            last = page.fences[-1].last
        elif SNIPPET.match(text):
            raise page.error("a section stands in a cell, nowhere else", number, hint="put a fence around it")
        elif "<!--" in text or comment:
            comment = "-->" not in text[text.rfind("<!--") + 1 :]


def _fence(page: Page, number: int, opening: re.Match[str]) -> Fence:
    """Read one fence from its opening line on."""
    fence = fence_of(opening, number, page.lines[number:])
    for below in range(number + 1, fence.last):
        if (other := FENCE.match(page.lines[below - 1])) and _would_open(opening, other):
            raise page.error(
                f"a fence opens in that of line {number}", below, hint=f"close that one above, with {opening['mark']}"
            )
    for message, column, length, hint in mistakes(fence, opening, page.lines[page.first : number - 1]):
        raise page.error(message, number, column, length, hint)
    evaluated = fence.is_figure or {"exec", "fade"} & fence.options.keys()
    return replace(fence, lines=tuple(_lines(page, fence))) if evaluated else fence


def _would_open(outer: re.Match[str], inner: re.Match[str]) -> bool:
    """Whether a line inside a fence looks like the opening of another: the fence was never meant to go so far."""
    return bool(inner["language"]) and inner["indent"] == outer["indent"] and inner["mark"].startswith(outer["mark"])


def _lines(page: Page, fence: Fence) -> Iterator[Line]:
    """The lines of a cell, sections expanded."""
    for number in range(fence.line + 1, fence.last):
        text = page.lines[number - 1][fence.indent :]
        if snippet := SNIPPET.match(text):
            yield from _expanded(page, number, fence.indent, snippet)
        else:
            yield Line(text, page.path, number, fence.indent)


def _expanded(page: Page, line: int, indent: int, snippet: re.Match[str]) -> list[Line]:
    """The lines that a line `--8<-- "file:section"` stands for."""
    file, name = snippet["file"], snippet["name"]
    if snippet[0].startswith((" ", "\t")) or not name:
        raise page.error('this needs the form --8<-- "file:section", at the margin of its cell', line)
    if not (page.root / file).is_file():
        raise page.error(f"{file} is not there", line, indent + snippet.start("file") + 1, len(file), "name a file")
    try:
        return section(page.root, file, name, line)
    except LookupError as error:
        message, column = f'{file} has no section "{name}"', indent + snippet.start("name") + 1
        raise page.error(message, line, column, len(name), str(error)) from error


def _check_ids(page: Page) -> None:
    """One session a page, and no id twice."""
    seen: dict[str, int] = {}
    for fence in (fence for fence in page.fences if fence.is_cell or fence.is_figure):
        header = page.lines[fence.line - 1]
        if fence.id in seen:
            hint = f"line {seen[fence.id]} has it already"
            raise page.error(f'the id "{fence.id}" stands twice', fence.line, *place_of(header, "id"), hint)
        if fence.is_cell and fence.options["session"] != page.cells[0].options["session"]:
            hint = f'write session="{page.cells[0].options["session"]}", as on line {page.cells[0].line}'
            raise page.error("a page has one session", fence.line, *place_of(header, "session"), hint)
        seen[fence.id] = fence.line
