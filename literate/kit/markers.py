"""Lines `[[name]]` or `[[name: argument]]` of a page: each stands for Markdown that one of the kit's modules makes."""

import re
from collections.abc import Iterator

from literate.errors import MistakesError, PageError, UnknownError
from literate.grammar.contents import Mark
from literate.kit import registry
from literate.kit.feature import Expand, Feature
from literate.reading.page import NUMBER, Page, blank, line_and_column
from literate.running.run import Run

NEARLY = re.compile(r"\[\[ *[a-z]+ *(?::[^\]\n]*)?\]\]|^ *\[\[.*", re.MULTILINE)


def mistakes(page: Page) -> Iterator[PageError]:
    """Markers that do not stand on a line of their own, or are not known."""
    marks, known = {mark.line: mark for mark in page.marks}, registry.markers(page.root)
    for found in NEARLY.finditer(NUMBER.sub(blank, page.prose)):  # in a number `x[[row]]` is Python
        line, column = line_and_column(found.string, found.start())
        if line not in marks or marks[line].name not in known:
            hint = f"write one of {', '.join(sorted(known))}, on a line of its own"
            text = found[0].strip()
            yield page.error("this marker is not known", line, column + found[0].index("["), len(text), hint)


def expanded(run: Run, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter, as many as before: a marker's line holds all that it stands for.

    Raises:
        MistakesError: For all markers whose argument names nothing that is there, truths of another kind, cut output.
    """
    found = [mistake for feature in registry.features(run.page.root) for mistake in feature.check_run(run)]
    made, known = lines[:], registry.markers(run.page.root)
    for mark in (mark for mark in run.page.marks if mark.name in known):  # the others are mistakes by themselves
        try:
            made[mark.line - 1 - run.page.first] = _made(run, mark, known[mark.name])
        except UnknownError as error:
            found.append(_error(run, mark.line, "this marker names nothing that is there", str(error)))
    if found:
        raise MistakesError(found)
    return made


def _made(run: Run, mark: Mark, expand: Expand) -> str:
    made = expand(run, mark.line, mark.argument)
    return "\n".join(f"{' ' * mark.indent}{part}" if part else "" for part in made.split("\n"))


def _error(run: Run, number: int, message: str, hint: str) -> PageError:
    text = run.page.lines[number - 1]
    column = text.index("[[") + 1
    return run.page.error(message, number, column, len(text.strip()), hint)


FEATURE = Feature(check=mistakes)
