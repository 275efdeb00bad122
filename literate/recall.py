"""Questions on earlier parts, `??? recall "Question?"`, and `[[cards]]`, which gathers those of all parts on one page.

The numbers of an answer come from the worked example or from arithmetic alone, so they can be filled in anywhere.
"""

import ast
import builtins
import os
import re
from collections.abc import Iterator

from literate.errors import PageError, UnknownError
from literate.executor import Run
from literate.folds import Fold, folds
from literate.numbers import Number, fill
from literate.page import Page
from literate.reader import read

KIND = "recall"
EVERYWHERE = {"ledger", *dir(builtins)}
TARGET = re.compile(r"(?<=\]\()(?![a-z]+:)(?P<file>[^)#\s]*)")


def mistakes(page: Page) -> Iterator[PageError]:
    """Questions that have no answer, or one that cannot be shown on another page as well."""
    for fold in folds(page, KIND):
        if not fold.title or not fold.text.strip():
            hint = 'write ??? recall "Question?", and the answer below it, indented by four spaces'
            yield fold.error("this is not a question with its answer", hint)
        yield from _in_answer(fold)


def _in_answer(fold: Fold) -> Iterator[PageError]:
    for number in fold.numbers:
        if strange := _names(number) - EVERYWHERE:
            message = f"the review cards do not know {', '.join(sorted(strange))}"
            yield fold.error(message, "in a recall fold write {{ ledger.x }} or arithmetic", number.line)
    for line, text in enumerate(fold.text.split("\n"), fold.line + 1):
        if text.lstrip().startswith(("```", "~~~", "[[")):
            yield fold.error("this cannot stand on the review cards", "answer in words and numbers", line)


def _names(number: Number) -> set[str]:
    """The names that an expression with its format needs; one that is no expression is left to the run."""
    try:
        tree = ast.parse(f'f"""{{ {number.expression}}}"""', mode="eval")
    except SyntaxError:
        return set()
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def made(run: Run, line: int, argument: str) -> str:
    """All questions of all parts with their answers, below a heading for each part, as Markdown.

    Raises:
        UnknownError: When the marker has an argument.
    """
    if argument:
        raise UnknownError("write [[cards]], without an argument")
    pages = [read(path, run.page.root) for path in sorted((run.page.root / "docs/series").glob("*.md"))]
    return "\n".join(line for page in pages for line in _of_part(run.page, page))


def _of_part(cards: Page, page: Page) -> Iterator[str]:
    """The lines of one part's questions; none when it has none."""
    found = list(folds(page, KIND))
    if found:
        part, link = int(page.path.stem[:2]), os.path.relpath(page.path, cards.path.parent)
        yield f"\n## {page.meta.get('title', page.path.stem)} {{ #part-{part} }}\n"
        lines = [""] * page.first + _filled(page, found)
        for fold in found:
            yield from (*(_moved(text[fold.indent :], page, cards) for text in lines[fold.line - 1 : fold.last]), "")
        yield f"Asked at the head of [part {part}]({link}).\n"


def _filled(page: Page, found: list[Fold]) -> list[str]:
    """The lines of a part below its front matter, with the numbers of these folds filled in and the others left."""
    wanted = [number for fold in found for number in fold.numbers]
    values = Run(page, only=wanted).all().close().numbers
    return fill(page, lambda number: values.get(number, number.written))


def _moved(text: str, page: Page, cards: Page) -> str:
    """A line of one page with its links as another page needs them."""

    def moved(found: re.Match[str]) -> str:
        target = page.path.parent / found["file"] if found["file"] else page.path
        return os.path.relpath(target, cards.path.parent)

    return TARGET.sub(moved, text)
