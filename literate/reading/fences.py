"""How a fence is written: its mark and header, the options that it may have, where it stands and where it ends."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile

from literate.reading.page import Fence, Page

FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<quote>>[> \t]*)?(?P<mark>`{3,}(?!.*`)|~{3,})"
    r'(?: *(?P<language>[\w+#.-]+)?(?P<options>(?: +\w+="[^"]*")*) *|(?P<unread>.*))$'
)
OPTION = re.compile(r'(?P<key>\w+)="(?P<value>[^"]*)"')
OPENING = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,})(?P<language>)(?P<options>)")
IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*")
LONGEST = 64  # what a notebook allows
RESERVED = re.compile(r"page|preamble|says|(?:prose|yours)-\d+")  # names that notebooks and pytest give by themselves
PYTHON = re.compile(r"\.?(?:[a-z]*python[\w.-]*|i?py[\d.]*|pycon\d*|pyi|pyx|cython|numpy|sage)", re.IGNORECASE)
LINES = r"[1-9]\d*(?:-[1-9]\d*)?"
VALUES = {"hl_lines": re.compile(rf"{LINES}(?: +{LINES})*"), "linenums": re.compile(r"[1-9]\d*(?: +\d+){0,2}")}
# What somebody may have meant as the first line of a cell.
NEARLY_CELL = re.compile(r"^[\W\d_]*[`~'\"´‘’“”｀ˋ′＇″＂]{1,}[^`\n]*?\b(?P<word>exec *= *[\"'“”]?\w*[\"'“”]?)[^`]*$")
# A fence on the line of a mark that holds it, which the builders take for text.
AT_MARK = re.compile(r"^ *(?:(?:[-*+]|\d+[.)]|:) +)+(?P<mark>`{3,}(?!.*`)|~{3,})")
CELL_OPTIONS = {"exec": {"1"}, "source": {"block"}, "result": {"text"}, "session": None, "id": None, "title": None}
CELL_OPTIONS |= {"sealed": {"1"}}
FIGURE_OPTIONS = {"id": None, "frames": None, "legend": None, "panels": None, "sealed": {"1"}, "at": {"end"}}
FADES = {"gaps", "order", "blank"}
SHOWN_OPTIONS = {"title": None, "hl_lines": None, "linenums": None, "fade": FADES}


def fence_of(opening: re.Match[str], line: int, below: list[str]) -> Fence:
    """The fence that opens on this line, with the lines below it; one that is never closed ends where it opens."""
    mark, options = opening["indent"] + opening["mark"], dict(OPTION.findall(opening["options"] or ""))
    inside = takewhile(_is_within(opening["indent"]), below)
    last = next((number for number, text in enumerate(inside, line + 1) if text.rstrip() == mark), line)
    return Fence(line, last, len(opening["indent"]), opening["language"] or "", options)


def scanned(page: Page) -> Page:
    """A page with its fences, as the builders find them: before all else, in whatever they stand."""
    fences, last = [], page.first
    for number, text in enumerate(page.lines, 1):
        if number > last and (opening := FENCE.match(text)) and not opening["quote"]:
            fences.append(fence_of(opening, number, page.lines[number:]))
            last = fences[-1].last
    return replace(page, fences=fences)


def mistakes(fence: Fence, opening: re.Match[str]) -> Iterator[tuple[str, int, int, str]]:
    """What is wrong with a fence, at which column of its opening line, for how many characters, and what to do.

    Args:
        fence: The fence.
        opening: Its opening line, as FENCE reads it.
    """
    if fence.last == fence.line:
        yield "this fence is never closed", 1, 0, f"close it with {opening['mark']}, indented as here"
    if opening["unread"] is not None:
        hint = 'write ```python exec="1" source="block" session="…" id="…", or ```language title="…"'
        yield "this header is not read", opening.start("unread") + 1, 0, hint
    yield from _twice(opening)
    for message, word, hint in (*_wrong_options(fence), *_wrong_id(fence)):
        yield message, *option_place(opening.string, word), hint


def option_place(header: str, word: str) -> tuple[int, int]:
    """Column and length of an option, or of a word, in the opening line of a fence; of its mark when it is missing."""
    found = re.search(rf'\b{word}(?:="[^"]*")?', header) or re.search(r"\S+", header)
    assert found is not None
    return found.start() + 1, len(found[0])


def _twice(opening: re.Match[str]) -> Iterator[tuple[str, int, int, str]]:
    """Options that an opening line has already, as above."""
    seen = set[str]()
    for option in OPTION.finditer(opening.string, *opening.span("options")):
        if option["key"] in seen:
            what = f"the option {option['key']} stands twice"
            yield what, option.start() + 1, len(option[0]), "leave one of them out"
        seen.add(option["key"])


def _is_within(indent: str) -> Callable[[str], bool]:
    """Whether a line is empty, or indented at least so far."""
    return lambda text: not text.strip() or text.startswith(indent)


def _wrong_options(fence: Fence) -> Iterator[tuple[str, str, str]]:
    """Options are known, with known values; what runs says where it belongs, what does not run says so."""
    known = FIGURE_OPTIONS if fence.is_figure else CELL_OPTIONS if fence.is_cell else SHOWN_OPTIONS
    for key, value in fence.options.items():
        allowed = known.get(key, set())
        if key in VALUES and allowed is None and not VALUES[key].fullmatch(value):
            yield f'{key}="{value}" is not read', key, f'write numbers, such as {key}="1"'
        if allowed is not None and value not in allowed:
            needed = f'{key}="{"|".join(sorted(allowed))}"' if allowed else f"one of {', '.join(known)}"
            yield f'unknown option {key}="{value}"', key, f"write {needed}"
    if "{{" in fence.options.get("title", ""):
        yield "nothing is computed in the title of a fence", "title", "say it in the text"
    if fence.is_cell and fence.language != "python":
        yield f"{fence.language or 'a block without a language'} is not executed", "exec", "only python is"
    if fence.is_cell and not fence.options.get("session"):
        yield "this cell has no session", "exec", 'add session="…", the same on the whole page'
    if not fence.is_cell and PYTHON.fullmatch(fence.language) and not fence.options.get("title"):
        yield "Python that is not executed says so by its title", fence.language, 'add exec="1" …, or title="…"'


def not_there(fence: Fence) -> Iterator[tuple[str, str]]:
    """Lines to be lit that a fence, with its sections expanded, does not have, and what to do."""
    written, lines = fence.options.get("hl_lines", ""), [line.text for line in fence.lines]
    count = len("\n".join(lines).rstrip().split("\n"))
    if written and lines and not lines[0].strip():
        yield "the lines to be lit are counted below an empty line, which is not shown", "take the empty line away"
    for one in written.split() if VALUES["hl_lines"].fullmatch(written) else []:
        first, _, last = one.partition("-")
        if not int(first) <= int(last or first) <= count:
            yield f"there are no lines {one}", f"the fence has {count} lines; the smaller number comes first"


def _wrong_id(fence: Fence) -> Iterator[tuple[str, str, str]]:
    """What runs or draws has an id that links, notebooks and pytest can take."""
    what, word = ("cell", "id") if fence.is_cell else ("figure", "figure")
    name = fence.options.get("id", "")
    if not (fence.is_cell or fence.is_figure):
        return
    if not IDENTIFIER.fullmatch(name):
        yield f"this {what} has no id of the form a-z, 0-9, -", word, 'add id="…", unique on the page'
    if len(name) > LONGEST:
        yield f"this id has {len(name)} characters, a notebook allows {LONGEST}", "id", "shorten it"
    if RESERVED.fullmatch(name):
        yield f'the id "{name}" is taken by notebooks and tests', "id", "choose another"


def ends_none(page: Page, fence: Fence) -> bool:
    """Whether a bare mark was to close what is nearly a cell, or stands at a mark: a mistake by itself."""
    before = max((one.last for one in page.fences if one.last < fence.line), default=0)
    bare = not (fence.language or fence.options)
    above = page.contents.code[before : fence.line - 1]
    return bare and any(NEARLY_CELL.match(text) or AT_MARK.match(text) for text in above)
