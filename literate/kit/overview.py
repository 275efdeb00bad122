"""`[[course]]`, `[[parts]]`, `[[parts: 5]]`: the course as cards, and as a table for teachers.

All of it comes from the parts themselves: their front matter, their goals (the section `now`), their exercises
(the section `check`).
"""

import html
import os

from literate.errors import UnknownError
from literate.kit import course, part_lists
from literate.kit.course import Part
from literate.kit.feature import Feature, Inputs
from literate.reading.page import Page
from literate.running.run import Run

OPENING = '<div class="course wraps" markdown data-search-exclude="">'


def course_cards(run: Run, line: int, argument: str) -> str:
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
    to = course.page_address(page.path, part.path, page.root)
    return f'<a href="{to}">{number}{words}<small>{part.minutes} min</small></a>'


def table(run: Run, line: int, argument: str) -> str:
    """The parts as a table: minutes, what each needs, what readers can do afterwards, how many exercises.

    With an argument, the minutes that an exercise takes, it also has the minutes with all exercises.

    Raises:
        UnknownError: When the argument is no number of minutes.
    """
    if argument and not argument.isdigit():
        raise UnknownError("write [[parts]], or the minutes of an exercise, such as [[parts: 5]]")
    parts, each = course.parts(run.page.root), int(argument or 0)
    more = " with exercises |" if argument else ""
    rows = [
        f"| part | min to read |{more} needs | afterwards you can | exercises |",
        f"|---|--:|{'--:|' * bool(more)}---|---|--:|",
    ]
    for part in parts:
        count = len(part_lists.exercises(part))
        said = "; ".join(text.rstrip(";.") for text in part_lists.goals(part))
        times = _times(part.minutes, part.minutes + each * count, bool(more))
        rows.append(f"| {part_link(run.page, part)} | {times} | {part.needs} | {said} | {count} |")
    counts, minutes = sum(len(part_lists.exercises(part)) for part in parts), sum(part.minutes for part in parts)
    times = _times(f"**{minutes}**", f"**{minutes + each * counts}**", bool(more))
    rows.append(f"| all | {times} | | | {counts} |")
    return wrapped(rows)


def _times(reading: object, whole: object, both: bool) -> str:
    return f"{reading} | {whole}" if both else str(reading)


def _bare(name: str, argument: str) -> None:
    if argument:
        raise UnknownError(f"write [[{name}]], without an argument")


def wrapped(rows: list[str]) -> str:
    """The rows of a table, as the page has it."""
    return "\n".join(["", OPENING, "", *rows, "", "</div>", ""])


def part_link(page: Page, part: Part) -> str:
    """A part by its name, with the way there."""
    return f"[{part.name}]({os.path.relpath(part.path, page.path.parent)})"


def _depends(page: Page, inputs: Inputs) -> object:
    """The goals and exercises of all parts, where a table of them stands."""
    if not any(mark.name == "parts" for mark in page.marks):
        return None
    parts = course.parts(inputs.root)
    return [(part, part_lists.goals(part), part_lists.exercises(part)) for part in parts]


FEATURE = Feature(markers={"course": course_cards, "parts": table}, depends=_depends)
