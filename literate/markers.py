"""Lines `[[name]]` or `[[name: argument]]` of a page: each stands for Markdown that one of the kit's modules makes."""

import re
from collections.abc import Callable, Iterator

from literate import checked, overview, predict, recall, strip, where
from literate.contents import Mark
from literate.errors import MistakesError, PageError, UnknownError
from literate.executor import Run
from literate.page import Page, place

NEARLY = re.compile(r"\[\[ *[a-z]+ *(?::[^\]\n]*)?\]\]|^ *\[\[.*", re.MULTILINE)
# What makes a marker's Markdown, from the finished run, the marker's line on the page, and its argument. An
# UnknownError says that the argument names nothing that is there, and what is.
Maker = Callable[[Run, int, str], str]
MAKERS: dict[str, Maker] = {
    "cards": recall.made,
    "checked": checked.made,
    "course": overview.cards,
    "ledger": strip.made,
    "lessons": overview.lessons,
    "parts": overview.table,
    "where": where.made,
}


def mistakes(page: Page) -> Iterator[PageError]:
    """Markers that do not stand on a line of their own, or are not known."""
    marks = {mark.line: mark for mark in page.marks}
    for found in NEARLY.finditer(page.prose):
        line, column = place(found.string, found.start())
        if line not in marks or marks[line].name not in MAKERS:
            hint = f"write one of {', '.join(sorted(MAKERS))}, on a line of its own"
            text = found[0].strip()
            yield page.error("this marker is not known", line, column + found[0].index("["), len(text), hint)


def expanded(run: Run, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter, as many as before: a marker's line holds all that it stands for.

    Raises:
        MistakesError: For all markers whose argument names nothing that is there, and truths of another kind.
    """
    found, made = [*predict.wrong_truths(run)], lines[:]
    for mark in (mark for mark in run.page.marks if mark.name in MAKERS):  # the others are mistakes by themselves
        try:
            made[mark.line - 1 - run.page.first] = _made(run, mark)
        except UnknownError as error:
            found.append(_error(run, mark.line, "this marker names nothing that is there", str(error)))
    if found:
        raise MistakesError(found)
    return made


def _made(run: Run, mark: Mark) -> str:
    made = MAKERS[mark.name](run, mark.line, mark.argument)
    return "\n".join(f"{' ' * mark.indent}{part}" if part else "" for part in made.split("\n"))


def _error(run: Run, number: int, message: str, hint: str) -> PageError:
    text = run.page.lines[number - 1]
    column = text.index("[[") + 1
    return run.page.error(message, number, column, len(text.strip()), hint)
