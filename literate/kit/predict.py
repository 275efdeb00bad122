"""`??? predict number "How many …?"`: a fold that asks before it shows; one line in it is the answer.

The truth stands in it as `<b class="truth">{{ expression:format }}</b>`. A script of the site asks for the reader's
answer, keeps it on the reader's device, and compares. The evidence stays on the page, below the fold: a cell or a
figure with `sealed="1"` shows its code, and what it prints or draws once the reader has answered or asked for it.
"""

import re
from collections.abc import Iterator

from literate.errors import PageError
from literate.kit.feature import Feature
from literate.reading.details import Fold, folds
from literate.reading.page import NUMBER, Page
from literate.running.run import Run

KIND = "predict"
TRUTH = re.compile(r'<b class="truth">(?P<truth>.*?)</b>')
# What may be asked for, and what a truth of this kind looks like.
KINDS = {
    "number": re.compile(r"[-−+]?[\d,]*\.?\d+(?:e[-+]?\d+)?%?"),
    "shape": re.compile(r"\((?:\d+, )*\d+,?\)"),
    "direction": re.compile("up|down|unchanged"),
    "words": re.compile(".*"),
}
PARAGRAPHS = re.compile(r"\n *\n|^ *\|", re.MULTILINE)  # more than one, or a table
FORM = '<b class="truth">{{ expression:format }}</b>'


def mistakes(page: Page) -> Iterator[PageError]:
    """Questions that do not say what kind of answer they want, or do not mark one computed truth."""
    for fold in folds(page, KIND):
        if len(fold.kinds) != 2 or fold.kinds[1] not in KINDS or not fold.title:
            hint = f'write ??? predict KIND "Question?", with one of {", ".join(KINDS)}'
            yield fold.error("this question does not say what kind of answer it wants", hint)
        truths = TRUTH.findall(fold.text)
        if len(truths) != 1 or not NUMBER.fullmatch(truths[0]):
            yield fold.error("this question has not one computed truth", f"mark it in the fold: {FORM}")
        if any(fold.line < fence.line <= fold.last for fence in page.fences) or PARAGRAPHS.search(fold.text.strip()):
            hint = 'leave one line of answer, and write the evidence below the fold, with sealed="1"'
            yield fold.error("this question holds more than its answer", hint)
    yield from _seals(page)


def _seals(page: Page) -> Iterator[PageError]:
    """What is sealed and shows nothing, or has no question above it in its section."""
    ends = [fold.last for fold in folds(page, KIND)]
    for fence in (fence for fence in page.fences if "sealed" in fence.options):
        section = max((one.line for one in page.headings if one.line < fence.line), default=0)
        if not any(section < end < fence.line for end in ends):
            hint = 'write ??? predict KIND "Question?" above it, in the same section'
            yield page.error("this is sealed, and no question opens it", fence.line, hint=hint)
        elif fence.is_cell and "result" not in fence.options:
            yield page.error("this is sealed, and shows no output", fence.line, hint='add result="text"')


def wrong_truths(run: Run) -> Iterator[PageError]:
    """The truths of a finished run that are not of the kind that their question asks for."""
    for fold in folds(run.page, KIND):
        for number in fold.numbers:
            if _is_truth(fold, number.line, number.column) and not KINDS[fold.kinds[1]].fullmatch(run.numbers[number]):
                message = f"this gives {run.numbers[number]!r}, needed: a {fold.kinds[1]}"
                yield number.error(run.page, message)


def _is_truth(fold: Fold, line: int, column: int) -> bool:
    """Whether a number stands where the fold marks its truth."""
    return any(found.start("truth") == column - 1 for found in TRUTH.finditer(fold.page.lines[line - 1]))


FEATURE = Feature(check=mistakes, check_run=wrong_truths)
