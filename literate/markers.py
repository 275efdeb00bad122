"""Lines `[[name]]` or `[[name: argument]]` of a page: each stands for Markdown that one of the kit's modules makes."""

import re
from collections.abc import Callable

from literate import checked, predict, recall, strip, where
from literate.errors import PageError
from literate.executor import Run
from literate.page import Page, place

MARKER = re.compile(r"^(?P<indent> *)\[\[(?P<name>[a-z]+)(?:: *(?P<argument>[^\]]*?))? *\]\] *$")
NEARLY = re.compile(r"\[\[ *[a-z]+ *(?::[^\]\n]*)?\]\]|^ *\[\[.*", re.MULTILINE)
# What makes a marker's Markdown, from the finished run, the marker's line on the page, and its argument. A LookupError
# says that the argument names nothing that is there, and what is.
Maker = Callable[[Run, int, str], str]
MAKERS: dict[str, Maker] = {
    "cards": recall.made,
    "checked": checked.made,
    "ledger": strip.made,
    "where": where.made,
}


def _check(page: Page) -> None:
    """Every marker stands on a line of its own, and is known."""
    for found in NEARLY.finditer(page.prose):
        line, column = place(found.string, found.start())
        if not (marker := MARKER.match(page.lines[line - 1])) or marker["name"] not in MAKERS:
            hint = f"write one of {', '.join(sorted(MAKERS))}, on a line of its own"
            text = found[0].strip()
            raise page.error("this marker is not known", line, column + found[0].index("["), len(text), hint)


def expanded(run: Run, lines: list[str]) -> list[str]:
    """The lines of a page below its front matter, as many as before: a marker's line holds all that it stands for.
    Raises:
        PageError: For a marker that nothing makes, or whose argument names nothing that is there.
    """
    _check(run.page)
    predict.check_truths(run)
    prose = run.page.prose.split("\n")
    return [
        _made(run, number, found) if (found := MARKER.match(prose[number - 1])) else line
        for number, line in enumerate(lines, run.page.first + 1)
    ]


def _made(run: Run, number: int, found: re.Match[str]) -> str:
    try:
        made = MAKERS[found["name"]](run, number, found["argument"] or "")
    except LookupError as error:
        raise _error(run, number, "this marker names nothing that is there", str(error.args[0])) from error
    return "\n".join(f"{found['indent']}{part}" if part else "" for part in made.split("\n"))


def _error(run: Run, number: int, message: str, hint: str) -> PageError:
    text = run.page.lines[number - 1]
    column = text.index("[[") + 1
    return run.page.error(message, number, column, len(text.strip()), hint)
