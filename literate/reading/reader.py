"""Read a page into its front matter, its fences and its cells, each with its true file and line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from literate.errors import PageError
from literate.reading import outside
from literate.reading.fences import FENCE, ends_none, mistakes, not_there, option_place, scanned
from literate.reading.front_matter import with_meta
from literate.reading.page import Fence, Page
from literate.reading.snippets import NEARLY, SNIPPET, Line, section

HIDDEN = re.compile(r"markdown-exec *: *(?P<word>hide)")


def read(path: Path, root: Path) -> Page:
    """Read one page.

    Raises:
        PageError: For anything that could make a block run, or be left out, other than as written.
    """
    page = parse(path, root)
    for mistake in page.mistakes:
        raise mistake
    return page


def parse(path: Path, root: Path) -> Page:
    """Read one page, and go on after a mistake: `mistakes` has all, in the order of their lines.

    Raises:
        PageError: When the file is not UTF-8.
    """
    page = scanned(with_meta(path, root))
    found = [*page.mistakes, *_of_fences(page), *outside.mistakes(page), *_of_ids(page)]
    page.fences[:] = [replace(fence, lines=tuple(_lines(page, fence, found))) for fence in page.fences]
    found += _beyond(page)
    page.mistakes[:] = sorted(found, key=lambda mistake: (mistake.file != page.name, mistake.line, mistake.column))
    return page


def _beyond(page: Page) -> Iterator[PageError]:
    """Lines to be lit that a fence does not have, sections expanded."""
    for fence in page.fences:
        for message, hint in not_there(fence):
            yield page.error(message, fence.line, *option_place(page.lines[fence.line - 1], "hl_lines"), hint)


def _of_fences(page: Page) -> Iterator[PageError]:
    """What is wrong with how fences are written, and where they stand."""
    held = {block.line: block.rows[0].text for block in page.contents.blocks_of("fence")}
    for fence in page.fences:
        opening = FENCE.match(page.lines[fence.line - 1])
        assert opening is not None
        if ends_none(page, fence):
            continue
        if held.get(fence.line, " ").startswith((" ", "\t")):
            yield _misplaced(page, fence.line)
        for below in range(fence.line + 1, fence.last):
            if (other := FENCE.match(page.lines[below - 1])) and _would_open(opening, other):
                hint = f"close that one above, with {opening['mark']}"
                yield page.error(f"a fence opens in that of line {fence.line}", below, hint=hint)
        for message, column, length, hint in mistakes(fence, opening):
            yield page.error(message, fence.line, column, length, hint)


def _misplaced(page: Page, line: int) -> PageError:
    """A fence that the builders do not take for one."""
    for at, element in page.contents.tree.elements.items():
        spans = page.contents.tree.spans(element.start, element.end)
        if not element.has_markdown and at[0] < line <= spans[-1].number:
            where = f"<{element.tag}>" if element.tag else "a comment"
            return page.error(f"a fence in {where} is not read", line, hint="move it out, or take it away")
    if not page.lines[line - 1].startswith((" ", "\t")):
        hint = "leave an empty line above it and below it"
        return page.error("this fence is glued to what stands above it", line, hint=hint)
    if re.match(r" *\t", page.lines[line - 1]):
        return page.error("a tab indents this fence", line, hint="indent by four spaces")
    hint = "take the indentation away, or indent by four spaces below `===`, `!!!`, `???` or a list item"
    return page.error("this fence is indented, but stands in no tab, list or admonition", line, hint=hint)


def _would_open(outer: re.Match[str], inner: re.Match[str]) -> bool:
    """Whether a line inside a fence looks like the opening of another: the fence was never meant to go so far."""
    return bool(inner["language"]) and inner["indent"] == outer["indent"] and inner["mark"].startswith(outer["mark"])


def _lines(page: Page, fence: Fence, found: list[PageError]) -> Iterator[Line]:
    """The lines of a fence, sections expanded; mistakes in these are added to what was found."""
    for number in range(fence.line + 1, fence.last):
        text = page.lines[number - 1][fence.indent :]
        try:
            if NEARLY.match(text):
                yield from _expanded(page, number, fence.indent, text)
            else:
                yield Line(text, page.path, number, fence.indent)
        except PageError as error:
            found.append(error)
        if hidden := HIDDEN.search(text):
            column = fence.indent + hidden.start("word") + 1
            found.append(page.error("a fence hides no line", number, column, 4, "show it, or take it away"))


def _expanded(page: Page, line: int, indent: int, text: str) -> list[Line]:
    """The lines that a line `--8<-- "file:section"` stands for."""
    snippet = SNIPPET.match(text)
    if not snippet:
        raise page.error('this is nearly a section, needed: --8<-- "file:section", at the margin', line)
    file, name = snippet["file"], snippet["name"]
    if not (page.root / file).is_file() or Path(file).is_absolute() or ".." in Path(file).parts:
        raise page.error(f"{file} is not there", line, indent + snippet.start("file") + 1, len(file), "name a file")
    try:
        return section(page.root, file, name, line)
    except LookupError as error:
        message, column = f'{file} has no section "{name}"', indent + snippet.start("name") + 1
        raise page.error(message, line, column, len(name), str(error)) from error


def _of_ids(page: Page) -> Iterator[PageError]:
    """One session a page, and no id twice."""
    seen: dict[str, int] = {}
    session = next((cell.options.get("session") for cell in page.cells), None)
    for fence in (fence for fence in page.fences if fence.is_cell or fence.is_figure):
        header, name = page.lines[fence.line - 1], fence.options.get("id", "")
        if name in seen:
            hint = f"line {seen[name]} has it already"
            yield page.error(f'the id "{name}" stands twice', fence.line, *option_place(header, "id"), hint)
        if fence.is_cell and fence.options.get("session") not in (None, session):
            hint = f'write session="{session}", as on line {page.cells[0].line}'
            yield page.error("a page has one session", fence.line, *option_place(header, "session"), hint)
        seen |= {name: fence.line} if name else {}
