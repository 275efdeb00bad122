"""Read a page into its front matter, its fences and its cells, each with its true file and line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any

import yaml

from literate.errors import PageError
from literate.sections import Line, section

FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<quote>>[> \t]*)?(?P<mark>`{3,}(?!.*`)|~{3,})(?P<header>.*)$")
HEADER = re.compile(r'^ *(?P<language>[\w+#.-]+)?(?P<options>(?: +\w+="[^"]*")*) *$')
OPTION = re.compile(r'(?P<key>\w+)="(?P<value>[^"]*)"')
SNIPPET = re.compile(r'^\s*-+8<-+(?:\s+"(?P<file>[^":]+)(?::(?P<name>[a-z][-_0-9a-z]*))?")?\s*$')
CONTAINER = re.compile(r"^ *(?:===|!!!|\?\?\?|[-*+] |\d+\. |: )")
IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*")
CELL_OPTIONS = {"exec": {"1"}, "source": {"block"}, "result": {"text"}, "session": None, "id": None, "title": None}
FIGURE_OPTIONS = {"id": None}
FADES = {"gaps", "order", "blank"}
SHOWN_OPTIONS = {"title": None, "hl_lines": None, "linenums": None, "fade": FADES}


@dataclass(frozen=True)
class Fence:
    """One fenced block; a cell when it is executed. Lines count from 1, the marks' own lines included."""

    line: int
    last: int
    indent: int
    language: str
    options: dict[str, str]
    lines: tuple[Line, ...] = ()

    @property
    def is_cell(self) -> bool:
        """Whether this block is executed."""
        return "exec" in self.options

    @property
    def is_figure(self) -> bool:
        """Whether this block draws a figure."""
        return self.language == "figure"

    @property
    def id(self) -> str:
        """The name of the cell, unique on its page."""
        return self.options["id"]

    @property
    def source(self) -> str:
        """The code as the page shows it and as it runs, sections expanded."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Page:
    """A page as written: `lines` are those of the whole file, front matter included."""

    path: Path
    root: Path
    lines: list[str]
    meta: dict[str, Any]
    first: int
    fences: list[Fence] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The path as messages show it, relative to the repository's root."""
        return self.path.relative_to(self.root).as_posix()

    @property
    def cells(self) -> list[Fence]:
        """The executed blocks, in order."""
        return [fence for fence in self.fences if fence.is_cell]

    @property
    def figures(self) -> list[Fence]:
        """The blocks that draw, in order."""
        return [fence for fence in self.fences if fence.is_figure]

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return "\n".join(self.lines[self.first :])

    def error(self, message: str, line: int, column: int = 1, length: int = 0, hint: str = "") -> PageError:
        """A mistake at a place of this page; without a length the whole line is underlined."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return PageError(message, self.name, line, column, length or len(text), text, hint)


def read(path: Path, root: Path) -> Page:
    """Read one page.

    Raises:
        PageError: For anything that could make a block run, or be left out, other than as written.
    """
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    meta, first = _front_matter(path.relative_to(root).as_posix(), lines)
    page = Page(path, root, lines, meta, first)
    _collect(page)
    _check_ids(page)
    return page


def _front_matter(name: str, lines: list[str]) -> tuple[dict[str, Any], int]:
    """The front matter and the number of lines it takes."""
    if lines[0].rstrip() != "---":
        return {}, 0
    end = next((i for i, text in enumerate(lines[1:], 1) if text.rstrip() == "---"), 0)
    if not end:
        raise PageError("the front matter is never closed", name, 1, length=3, text=lines[0], hint="close it with ---")
    try:
        meta = yaml.safe_load("\n".join(lines[1:end])) or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise PageError(f"the front matter is not YAML: {error.problem}", name, line, text=lines[line - 1]) from error
    if not isinstance(meta, dict):
        raise PageError("the front matter needs the form `key: value`", name, 2, text=lines[1], length=len(lines[1]))
    return meta, end + 1


def _collect(page: Page) -> None:
    """Add each fence of the page; refuse what would not be read as a fence by the builders."""
    number, comment = page.first, False
    while number < len(page.lines):
        number += 1
        text = page.lines[number - 1]
        if opening := FENCE.match(text):
            if opening["quote"] or comment:
                where = "a quotation" if opening["quote"] else "a comment"
                raise page.error(f"a fence in {where} is not read", number, hint="move it out, or take it away")
            fence = _fence(page, number, opening)
            page.fences.append(fence)
            number = fence.last
        elif SNIPPET.match(text):
            raise page.error("a section stands in a cell, nowhere else", number, hint="put a fence around it")
        elif "<!--" in text or comment:
            comment = "-->" not in text[text.rfind("<!--") + 1 :]


def _fence(page: Page, number: int, opening: re.Match[str]) -> Fence:
    """Read one fence from its opening line on."""
    indent, mark = opening["indent"], opening["mark"]
    _check_container(page, number, indent)
    last = _closing_line(page, number, indent, mark)
    header = HEADER.match(opening["header"])
    if not header:
        hint = 'write ```python exec="1" source="block" session="…" id="…", or ```language title="…"'
        raise page.error("this header is not read", number, opening.start("header") + 1, hint=hint)
    options = {m["key"]: m["value"] for m in OPTION.finditer(header["options"])}
    language = header["language"] or ""
    _check_options(page, number, language, options)
    fence = partial(Fence, number, last, len(indent), language, options)
    evaluated = {"exec", "fade"} & options.keys() or language == "figure"
    return fence(tuple(_lines(page, number, last, len(indent)))) if evaluated else fence()


def _check_container(page: Page, number: int, indent: str) -> None:
    """An indented fence stands in a tab, a list, an admonition or a footnote, by whole steps of four."""
    above = reversed(page.lines[page.first : number - 1])
    outside = dropwhile(lambda text: not text.strip() or (indent and text.startswith(indent)), above)
    holder = next(filter(CONTAINER.match, takewhile(str.strip, outside)), "")
    depth = len(holder) - len(holder.lstrip())
    if indent and ("\t" in indent or (len(indent) - depth) % 4 or not holder):
        hint = "take the indentation away, or indent by four spaces below `===`, `!!!`, `???` or a list item"
        raise page.error("this fence is indented, but stands in no tab, list or admonition", number, hint=hint)


def _closing_line(page: Page, number: int, indent: str, mark: str) -> int:
    """The line that closes the fence that opens on line `number`."""
    for last in range(number + 1, len(page.lines) + 1):
        text = page.lines[last - 1]
        if text.rstrip() == indent + mark:
            return last
        if text.strip() and not text.startswith(indent):
            break
    raise page.error("this fence is never closed", number, hint=f"close it with {mark}, indented as here")


def _check_options(page: Page, number: int, language: str, options: dict[str, str]) -> None:
    """Options are known, with known values; what runs says where it belongs, what does not run says so."""
    known = FIGURE_OPTIONS if language == "figure" else CELL_OPTIONS if "exec" in options else SHOWN_OPTIONS
    fail = partial(_option_error, page, number)
    for key, value in options.items():
        allowed = known.get(key, set())
        if allowed is not None and value not in allowed:
            needed = f'{key}="{"|".join(sorted(allowed))}"' if allowed else f"one of {', '.join(known)}"
            raise fail(f'unknown option {key}="{value}"', key, f"write {needed}")
    if "exec" in options:
        if language != "python":
            raise fail(f"{language or 'a block without a language'} is not executed", "exec", "only python is")
        if not options.get("session"):
            raise fail("this cell has no session", "exec", 'add session="…", the same on the whole page')
        if not IDENTIFIER.fullmatch(options.get("id", "")):
            raise fail("this cell has no id of the form a-z, 0-9, -", "id", 'add id="…", unique on the page')
    elif language == "figure" and not IDENTIFIER.fullmatch(options.get("id", "")):
        raise fail("this figure has no id of the form a-z, 0-9, -", language, 'add id="…", unique on the page')
    elif language in {"python", "py", "pycon"} and not options.get("title"):
        raise fail("Python that is not executed says so by its title", language, 'add exec="1" …, or title="…"')


def _option_error(page: Page, number: int, message: str, key: str, hint: str) -> PageError:
    """The error for one option, underlined where it stands."""
    text = page.lines[number - 1]
    found = re.search(rf'\b{key}(?:="[^"]*")?', text) or re.search(r"\S+", text)
    assert found is not None
    return page.error(message, number, found.start() + 1, len(found[0]), hint)


def _lines(page: Page, number: int, last: int, indent: int) -> Iterator[Line]:
    """The lines of a cell, sections expanded."""
    for line in range(number + 1, last):
        text = page.lines[line - 1][indent:]
        if snippet := SNIPPET.match(text):
            yield from _expanded(page, line, indent, snippet)
        else:
            yield Line(text, page.path, line, indent)


def _expanded(page: Page, line: int, indent: int, snippet: re.Match[str]) -> list[Line]:
    """The lines that a line `--8<-- "file:section"` stands for."""
    text = page.lines[line - 1]
    if text[indent:].startswith((" ", "\t")) or not snippet["name"]:
        raise page.error('this needs the form --8<-- "file:section", at the margin of its cell', line)
    if not (page.root / snippet["file"]).is_file():
        column = text.index(snippet["file"]) + 1
        raise page.error(f"{snippet['file']} is not there", line, column, len(snippet["file"]), "name a file")
    try:
        return section(page.root, snippet["file"], snippet["name"], line)
    except LookupError as error:
        column = text.rindex(snippet["name"]) + 1
        missing = f'{snippet["file"]} has no section "{snippet["name"]}"'
        raise page.error(missing, line, column, len(snippet["name"]), str(error)) from error


def _check_ids(page: Page) -> None:
    """One session a page, and no id twice."""
    seen: dict[str, int] = {}
    for cell in sorted([*page.cells, *page.figures], key=lambda fence: fence.line):
        if cell.id in seen:
            hint = f"line {seen[cell.id]} has it already"
            raise _option_error(page, cell.line, f'the id "{cell.id}" stands twice', "id", hint)
        if cell.is_cell and cell.options["session"] != page.cells[0].options["session"]:
            hint = f'write session="{page.cells[0].options["session"]}", as on line {page.cells[0].line}'
            raise _option_error(page, cell.line, "a page has one session", "session", hint)
        seen[cell.id] = cell.line
