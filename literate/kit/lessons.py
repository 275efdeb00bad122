"""`[[lessons: 1-2, 3]]`: the parts cut into lessons: what is read before, what is kept for class, what is done.

What of a part's exercises is its core, its front matter says: `core: [1, 4]`. A short plan leaves parts out, and
chooses of the core what there is time for: `[[lessons: 1-2 1/1 2/3, 5+7 7/1]]`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from literate.errors import PageError, UnknownError
from literate.kit import course, part_lists
from literate.kit.course import Part
from literate.kit.feature import Feature, Inputs
from literate.kit.overview import part_link, wrapped
from literate.reading import sources
from literate.reading.page import Page
from literate.running.run import Run

PARTS = re.compile(r"(?P<first>\d+)(?P<more>-(?P<last>\d*))?")
HEAD = ["| lesson | read before | min | predictions for class | core exercises | others |", "|--:|---|--:|---|---|--:|"]
SHORT = ["| lesson | read before | min | exercises for class |", "|--:|---|--:|---|"]
COMPUTER = " (computer)"


class Lesson(NamedTuple):
    """The numbers of the parts of one lesson, and of the core those exercises that it chooses, such as 7/1."""

    parts: list[int]
    chosen: list[str]


def lessons(run: Run, line: int, argument: str) -> str:
    """The parts cut into lessons, as a table.

    Raises:
        UnknownError: When the argument does not name all parts, each once and in order, or an exercise of no core.
    """
    parts = {part.number: part for part in course.parts(run.page.root)}
    cut = [_lesson(text, max(parts, default=0)) for text in argument.split(",")]
    named, short = [number for lesson in cut for number in lesson.parts], all(lesson.chosen for lesson in cut)
    if named != ([number for number in parts if number in named] if short else [*parts]):
        raise UnknownError(f"name all parts in order: [[lessons: {', '.join(map(str, parts))}]]")
    rows = [_row(run.page, [parts[number] for number in lesson.parts], lesson.chosen) for lesson in cut]
    return wrapped((SHORT if short else HEAD) + [f"| {n} | {row}" for n, row in enumerate(rows, 1)])


def _row(page: Page, parts: list[Part], chosen: list[str]) -> str:
    """One lesson: its parts, and what they ask."""
    core = {f"{part.number}/{number}": (part, number) for part in parts for number in part_lists.core(part)}
    if unknown := [name for name in chosen if name not in core]:
        raise UnknownError(f"{unknown[0]} is no core exercise of this lesson: choose of {', '.join(core)}")
    done = [core[name] for name in chosen or core]
    others = sum(len(part_lists.exercises(part)) for part in parts) - len(done)
    asked = "<br>".join(question for part in parts for question in part_lists.predictions(part))
    cells = [
        ", ".join(part_link(page, part) for part in parts),
        str(sum(part.minutes for part in parts)),
        *([] if chosen else [asked]),
        "<br>".join(part_lists.exercise_name(*one) + COMPUTER * part_lists.is_run(*one) for one in done),
        *([] if chosen else [str(others)]),
    ]
    return f"{' | '.join(cells)} |"


def _lesson(text: str, end: int) -> Lesson:
    """What one lesson names: `13-` is for all from there on, `8+13` for two parts that do not follow each other."""
    named, *chosen = text.split() or [""]
    found = [PARTS.fullmatch(one) for one in named.split("+")]
    if not all(found):
        raise UnknownError("write the parts of each lesson, such as [[lessons: 1-2, 3]]")
    return Lesson([number for one in found if one for number in _numbers(one, end)], chosen)


def _numbers(found: re.Match[str], end: int) -> range:
    return range(int(found["first"]), int(found["last"] or (end if found["more"] else found["first"])) + 1)


def mistakes(page: Page) -> Iterator[PageError]:
    """A core that names exercises which the part does not have."""
    if "core" not in page.meta or sources.part_number(page.path, page.root) is None:
        return
    part = course.part(page.path, page.root)
    there = {*range(1, len(part_lists.exercises(part)) + 1)}
    if unknown := [one for one in part_lists.core(part) if one not in there]:
        at = next(n for n, text in enumerate(page.lines[: page.first], 1) if text.startswith("core:"))
        yield page.error(f"there is no exercise {unknown[0]}", at, hint=f"the exercises are 1 to {len(there)}")


def _depends(page: Page, inputs: Inputs) -> object:
    """What all parts ask, where a table of lessons stands."""
    if not any(mark.name == "lessons" for mark in page.marks):
        return None
    asked = (part_lists.core, part_lists.exercises, part_lists.predictions, part_lists.asked)
    return [(part, *(ask(part) for ask in asked)) for part in course.parts(inputs.root)]


FEATURE = Feature(check=mistakes, markers={"lessons": lessons}, depends=_depends, keys={"core": list})
