"""`[[course]]`, `[[parts]]`, `[[lessons: 1-2, 3]]`: the course as cards, as a table for teachers, cut into lessons.

All of it comes from the parts themselves: their front matter, their goals (the section `now`), their exercises
(the section `check`).
"""

import html
import os
import re
from collections.abc import Iterator

from literate.errors import UnknownError
from literate.kit import course
from literate.kit.course import Part
from literate.kit.feature import Feature, Inputs
from literate.reading.front_matter import with_meta
from literate.reading.page import Page
from literate.running.run import Run

OPENING = '<div class="course wraps" markdown data-search-exclude="">'
LESSON = re.compile(r"(?P<first>\d+)(?P<more>-(?P<last>\d*))?")


def cards(run: Run, line: int, argument: str) -> str:
    """The parts as cards in their groups, as HTML.

    Raises:
        UnknownError: When the marker has an argument.
    """
    _bare("course", argument)
    groups = course.groups(run.page.root).items()
    made = "".join(_group(run.page, name, parts) for name, parts in groups)
    return f'<div class="course" data-search-exclude="">{made}</div>'


def _group(page: Page, name: str, parts: list[Part]) -> str:
    minutes = sum(part.minutes for part in parts)
    title = f"<h3>{html.escape(name)} <small>{minutes} min</small></h3>" if name else ""
    entries = "".join(f"<li>{_card(page, part)}</li>" for part in parts)
    return f'<section class="way">{title}<ol>{entries}</ol></section>'


def _card(page: Page, part: Part) -> str:
    words = "".join(f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in (("b", part.short), ("span", part.line)))
    number = f'<span class="no">{part.number}</span>'
    to = course.address(page.path, part.path, page.root)
    return f'<a href="{to}">{number}{words}<small>{part.minutes} min</small></a>'


def table(run: Run, line: int, argument: str) -> str:
    """The parts as a table: minutes, what each needs, what readers can do afterwards, how many exercises.

    Raises:
        UnknownError: When the marker has an argument.
    """
    _bare("parts", argument)
    rows = ["| part | min | needs | afterwards you can | exercises |", "|---|--:|---|---|--:|"]
    for part in course.parts(run.page.root):
        gives, exercises = _section(part, "now", "- "), _section(part, "check", r"\d+\. ")
        said = "; ".join(text.rstrip(";.") for text in gives)
        rows.append(f"| {_link(run.page, part)} | {part.minutes} | {part.needs} | {said} | {len(exercises)} |")
    total = sum(part.minutes for part in course.parts(run.page.root))
    rows.append(f"| all | **{total}** | | | |")
    return _wrapped(rows)


def lessons(run: Run, line: int, argument: str) -> str:
    """The parts cut into lessons, as a table.

    Raises:
        UnknownError: When the argument does not name all parts, each once and in order.
    """
    parts = {part.number: part for part in course.parts(run.page.root)}
    cut = [_numbers(text, max(parts, default=0)) for text in argument.split(",")]
    if [number for numbers in cut for number in numbers] != [*parts]:
        raise UnknownError(f"name all parts in order: [[lessons: {', '.join(map(str, parts))}]]")
    rows = ["| lesson | parts | min to read | what it is about |", "|--:|---|--:|---|"]
    for count, numbers in enumerate(cut, 1):
        taken = [parts[number] for number in numbers]
        links, about = (", ".join(_link(run.page, one) for one in taken), ". ".join(one.line for one in taken))
        rows.append(f"| {count} | {links} | {sum(one.minutes for one in taken)} | {about} |")
    return _wrapped(rows)


def _numbers(text: str, end: int) -> range:
    """The parts of one lesson; `13-` is for all from there on."""
    found = LESSON.fullmatch(text.strip())
    if not found:
        raise UnknownError("write the parts of each lesson, such as [[lessons: 1-2, 3]]")
    return range(int(found["first"]), int(found["last"] or (end if found["more"] else found["first"])) + 1)


def _bare(name: str, argument: str) -> None:
    if argument:
        raise UnknownError(f"write [[{name}]], without an argument")


def _wrapped(rows: list[str]) -> str:
    return "\n".join(["", OPENING, "", *rows, "", "</div>", ""])


def _link(page: Page, part: Part) -> str:
    return f"[{part.name}]({os.path.relpath(part.path, page.path.parent)})"


def _section(part: Part, place: str, begins: str) -> list[str]:
    """The items of the list in a section of a part, one line each."""
    lines = iter(with_meta(part.path, part.path.parent).lines)
    inside = any(re.search(rf"^## .*\{{ #{place} \}}$", line) for line in lines)
    return list(_items(lines, begins)) if inside else []


def _items(lines: Iterator[str], begins: str) -> Iterator[str]:
    """The items up to the next section, each with the lines that go on with it."""
    item: list[str] = []
    for line in lines:
        if line.startswith("## ") or re.match(begins, line) or not line.strip():
            yield from [" ".join(item)] * bool(item)
            item = []
        if line.startswith("## "):
            return
        if found := re.match(begins, line):
            item = [line[found.end() :].strip()]
        elif item:
            item.append(line.strip())
    yield from [" ".join(item)] * bool(item)


def _depends(page: Page, inputs: Inputs) -> object:
    """The goals and exercises of all parts, where a table of them stands."""
    if not any(mark.name in ("parts", "lessons") for mark in page.marks):
        return None
    parts = course.parts(inputs.root)
    return [(part, _section(part, "now", "- "), _section(part, "check", r"\d+\. ")) for part in parts]


FEATURE = Feature(markers={"course": cards, "lessons": lessons, "parts": table}, depends=_depends)
