"""Questions on earlier parts, `??? recall "Question?"`, and `[[cards]]`, which gathers those of all parts on one page.

The numbers of an answer come from the worked example or from arithmetic alone, so they can be filled in anywhere.
"""

import ast
import builtins
import os
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from literate.errors import PageError, UnknownError
from literate.grammar.contents import LINKS
from literate.kit.feature import Feature, Inputs
from literate.reading import sources
from literate.reading.details import Fold, folds
from literate.reading.expressions import Number, substitute
from literate.reading.page import Page
from literate.reading.reader import read
from literate.running.run import Run

KIND = "recall"
EVERYWHERE = {"ledger", *dir(builtins)}


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
    for one in fold.page.contents.of("note", "html address", *LINKS):
        aimed = one.written.endswith((")", ">")) and not one.kind.startswith("html")
        if fold.line <= one.place[0] <= fold.last and not aimed:
            yield fold.error("this cannot stand on the review cards", "write links as [words](target)", one.place[0])
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


def expand(run: Run, line: int, argument: str) -> str:
    """All questions of all parts with their answers, below a heading for each part, as Markdown.

    Raises:
        UnknownError: When the marker has an argument.
    """
    if argument:
        raise UnknownError("write [[cards]], without an argument")
    pages = [read(path, run.page.root) for path in sources.part_pages(run.page.root)]
    return "\n".join(line for page in pages for line in _of_part(run.page, page))


def _of_part(cards: Page, page: Page) -> Iterator[str]:
    """The lines of one part's questions; none when it has none."""
    found = list(folds(page, KIND))
    if found:
        part, link = sources.part_number(page.path, page.root), os.path.relpath(page.path, cards.path.parent)
        yield f"\n## {page.meta.get('title', page.path.stem)} {{ #part-{part} }}\n"
        lines = _moved(page, [""] * page.first + _filled(page, found), cards)
        for fold in found:
            yield from (*(text[fold.indent :] for text in lines[fold.line - 1 : fold.last]), "")
        yield f"Asked at the head of [part {part}]({link}).\n"


def _filled(page: Page, found: list[Fold]) -> list[str]:
    """The lines of a part below its front matter, with the numbers of these folds filled in and the others left."""
    wanted = [number for fold in found for number in fold.numbers]
    values = Run(page, only=wanted).all().close().numbers
    return substitute(page, lambda number: values.get(number, number.written))


def _moved(page: Page, lines: list[str], cards: Page) -> list[str]:
    """The lines of one page with its links as another page needs them."""
    made = lines[:]
    for one in reversed(replace(page, lines=lines).links):
        split = urlsplit(one.target)
        if not (split.scheme or split.netloc):
            start = one.start + one.written.rindex(one.target)
            target = os.path.relpath(page.path.parent / split.path if split.path else page.path, cards.path.parent)
            (number, column), line = one.scope.place(start), made[one.scope.place(start)[0] - 1]
            made[number - 1] = line[: column - 1] + target + line[column - 1 + len(split.path) :]
    return made


def _depends(page: Page, inputs: Inputs) -> object:
    """The questions of all parts, where the cards stand."""
    parts = [inputs.whole(part.name) for part in inputs.parts] if "[[cards]]" in page.body else []
    return str(
        [(part.name, part.meta.get("title"), [(one.title, one.text) for one in folds(part, KIND)]) for part in parts]
    )


FEATURE = Feature(check=mistakes, markers={"cards": expand}, depends=_depends)
