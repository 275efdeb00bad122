"""What a part lists: its goals, its exercises and which of them are its core, its predictions."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from literate.kit.course import Part
from literate.reading.front_matter import with_meta

EXERCISE = r"\d+\. "
NAME = re.compile(r"\*\*(?P<name>[^*]+?)\.?\*\*")
RUN = re.compile(r"\bcheck[(`]|\bjudge\b|\b[Rr]un\b")  # what an exercise for a computer says
FOLDED = " " * 8  # hints and solutions
PREDICTION = re.compile(r'\?\?\? predict \w+ "(?P<question>.*)"$')


def goals(part: Part) -> list[str]:
    """What readers can do after a part."""
    return section_items(part, "now", "- ")


def exercises(part: Part) -> list[str]:
    """The exercises of a part, in order."""
    return section_items(part, "check", EXERCISE)


def core(part: Part) -> list[int]:
    """The numbers of those exercises that the front matter calls the core."""
    given = with_meta(part.path, part.path.parent).meta.get("core")
    return given if isinstance(given, list) else []


def exercise_name(part: Part, number: int) -> str:
    """An exercise by its number, and by its name if it has one."""
    found = NAME.match(exercises(part)[number - 1])
    return f"{part.number}.{number} {found['name']}" if found else f"{part.number}.{number}"


def asked(part: Part) -> list[str]:
    """What each exercise asks: all of it but the contents of its folds."""
    found: list[str] = []
    for line in _section(part, "check"):
        if re.match(EXERCISE, line):
            found.append(line)
        elif found and not line.startswith(FOLDED):
            found[-1] += f"\n{line}"
    return found


def is_run(part: Part, number: int) -> bool:
    """Whether an exercise asks to run something, so that it takes a computer."""
    return bool(RUN.search(asked(part)[number - 1]))


def predictions(part: Part) -> list[str]:
    """The questions that a part asks before it answers."""
    lines = with_meta(part.path, part.path.parent).lines
    return [found["question"] for line in lines if (found := PREDICTION.match(line))]


def section_items(part: Part, place: str, begins: str) -> list[str]:
    """The items of the list in a section of a part, one line each."""
    return list(_items(_section(part, place), begins))


def _section(part: Part, place: str) -> Iterator[str]:
    """The lines of a section, up to the next."""
    lines = iter(with_meta(part.path, part.path.parent).lines)
    inside = any(re.search(rf"^## .*\{{ #{place} \}}$", line) for line in lines)
    return takewhile(lambda line: not line.startswith("## "), lines) if inside else iter(())


def _items(lines: Iterable[str], begins: str) -> Iterator[str]:
    """The items, each with the lines that go on with it."""
    item: list[str] = []
    for line in lines:
        if re.match(begins, line) or not line.strip():
            yield from [" ".join(item)] * bool(item)
            item = []
        if found := re.match(begins, line):
            item = [line[found.end() :].strip()]
        elif item:
            item.append(line.strip())
    yield from [" ".join(item)] * bool(item)
