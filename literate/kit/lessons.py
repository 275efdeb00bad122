"""`[[lessons: 1-2, 3]]`: the parts cut into lessons: what is read before, what is kept for class, what is done.

What of a part's exercises is its core, its front matter says: `core: [1, 4]`.
"""

import re
from collections.abc import Iterator

from literate.errors import PageError, UnknownError
from literate.kit import course, part_lists
from literate.kit.course import Part
from literate.kit.feature import Feature, Inputs
from literate.kit.overview import part_link, wrapped
from literate.reading import sources
from literate.reading.page import Page
from literate.running.run import Run

LESSON = re.compile(r"(?P<first>\d+)(?P<more>-(?P<last>\d*))?")
HEAD = ["| lesson | read before | min | predictions for class | core exercises | others |", "|--:|---|--:|---|---|--:|"]


def lessons(run: Run, line: int, argument: str) -> str:
    """The parts cut into lessons, as a table.

    Raises:
        UnknownError: When the argument does not name all parts, each once and in order.
    """
    parts = {part.number: part for part in course.parts(run.page.root)}
    cut = [_numbers(text, max(parts, default=0)) for text in argument.split(",")]
    if [number for numbers in cut for number in numbers] != [*parts]:
        raise UnknownError(f"name all parts in order: [[lessons: {', '.join(map(str, parts))}]]")
    return wrapped(HEAD + [_row(run.page, count, [parts[number] for number in cut[count - 1]]) for count in _to(cut)])


def _to(cut: list[range]) -> range:
    return range(1, len(cut) + 1)


def _row(page: Page, count: int, parts: list[Part]) -> str:
    """One lesson: its parts, and what they ask."""
    chosen = [(part, number) for part in parts for number in part_lists.core(part)]
    others = sum(len(part_lists.exercises(part)) for part in parts) - len(chosen)
    cells = (
        ", ".join(part_link(page, part) for part in parts),
        str(sum(part.minutes for part in parts)),
        "<br>".join(question for part in parts for question in part_lists.predictions(part)),
        "<br>".join(part_lists.exercise_name(*one) for one in chosen),
    )
    return f"| {count} | {' | '.join(cells)} | {others} |"


def _numbers(text: str, end: int) -> range:
    """The parts of one lesson; `13-` is for all from there on."""
    found = LESSON.fullmatch(text.strip())
    if not found:
        raise UnknownError("write the parts of each lesson, such as [[lessons: 1-2, 3]]")
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
    asked = (part_lists.core, part_lists.exercises, part_lists.predictions)
    return [(part, *(ask(part) for ask in asked)) for part in course.parts(inputs.root)]


FEATURE = Feature(check=mistakes, markers={"lessons": lessons}, depends=_depends, keys={"core": list})
