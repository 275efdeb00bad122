"""The one order in which everything is made of a page: check, run, fill, expand, render, account.

The site, the checker, pytest and the exports all go through `prepare`, and through `Rendering.finished` where HTML is
made. So a mistake that one of them finds is found by all, at the same place.
"""

import html
from collections.abc import Callable, Iterator
from functools import cached_property

from literate.accounting.account import balanced
from literate.accounting.agreement import differing
from literate.accounting.presence import Imbalance
from literate.errors import DraftError, MistakesError, PageError
from literate.kit import registry
from literate.kit.markers import expanded
from literate.products import settled
from literate.products.run_here import runnable
from literate.products.shown_sections import with_sections
from literate.reading.expressions import substitute
from literate.running.run import Run
from literate.running.values import in_formula

# Numbers and outputs pass through Markdown as one character each, of the planes that are kept for private use: so no
# value is read as Markdown, and each can be found again in the HTML.
NUMBERS, OUTPUTS = 0xF0000, 0x100000


class Rendering:
    """A page on its way through Markdown.

    Attributes:
        page: The page.
        run: Its run, which is over.
        lines: What Markdown gets: the lines below the front matter.
        placed: The numbers that formulas have taken in.
    """

    def __init__(self, run: Run, changed: dict[int, str]) -> None:
        """Fill and expand.

        Raises:
            MistakesError: For the markers that stand for nothing.
        """
        page = run.page
        self.page, self.run, self.changed = page, run, changed
        self.values = {chr(NUMBERS + k): text for k, text in enumerate(run.numbers.values())}
        self.outputs = {chr(OUTPUTS + k): cell for k, cell in enumerate(page.cells)}
        characters = dict(zip(run.numbers, self.values, strict=True))
        self.placed = set[str]()
        filled = substitute(page, characters.__getitem__)
        for line, text in changed.items():
            filled[line - 1 - page.first] = text
        lines = expanded(run, with_sections(page, registry.linked(page, filled)))
        self.lines = "\n".join(registry.added(run, lines)).split("\n")

    def formula(self, tex: str) -> str:
        """A formula with its numbers."""
        for character, text in self.values.items():
            if character in tex:
                self.placed.add(character)
                tex = in_formula(tex, character, text)
        return tex

    @cached_property
    def runnable(self) -> set[str]:
        """The ids of the cells that can run in a browser."""
        return {cell.id for cell in runnable(self.run)}

    def output(self, id: str) -> str:
        """What stands for the output of a cell; empty for a cell that printed nothing."""
        character = next(character for character, cell in self.outputs.items() if cell.id == id)
        return character if self.run.outputs[id].strip("\n") else ""

    def finished(self, text: str) -> str:
        """The HTML of the page, with its numbers and outputs.

        Raises:
            MistakesError: When something of the page does not stand in the HTML, or stands there as something else.
        """
        # What a plugin has changed is the builder's own text: there is no other reading to agree with.
        if found := self._account(text) or ([] if self.changed else [*differing(self.page, text)]):
            raise MistakesError(self._mistake(entry) for entry in found)
        values = {character: html.escape(value) for character, value in self.values.items()}
        outputs = {
            character: html.escape(self.run.outputs[cell.id].rstrip("\n"), quote=False)
            for character, cell in self.outputs.items()
        }
        return settled.with_links(settled.placed(settled.in_lines(text), values, outputs))

    def _mistake(self, entry: Imbalance) -> PageError:
        line = min(entry.line, len(self.page.lines))
        return self.page.error(entry.message, line, entry.column, entry.length, entry.hint)

    def _account(self, text: str) -> list[Imbalance]:
        """What of the page is missing in its HTML."""
        pairs = enumerate(zip(self.values, self.run.numbers, strict=True))
        numbers = {k: (n.line, n.column, n.length) for k, (sign, n) in pairs if sign not in self.placed}
        shown = [k for k, cell in enumerate(self.page.cells) if "result" in cell.options and self.output(cell.id)]
        outputs = {k: self.page.cells[k].line for k in shown}
        cells = {cell.id: cell.line for cell in self.page.cells}
        figures = {figure.id: figure.line for figure in self.page.figures}
        # What a plugin has written is not on the page as written: as with a marker, more stands in its place.
        lines = ["[[plugin]]" if n in self.changed else line for n, line in enumerate(self.page.lines, 1)]
        return balanced(lines, self.page.first, text, cells, figures, numbers, outputs)


def _unshown(run: Run) -> Iterator[PageError]:
    """The cells that print, and do not ask for it to be shown: the builders would take it for Markdown."""
    for cell in run.page.cells:
        if "result" not in cell.options and run.outputs.get(cell.id, "").strip("\n"):
            hint = 'add result="text", or print nothing'
            yield run.page.error(f'cell "{cell.id}" prints, and the page does not show it', cell.line, hint=hint)


def prepare(run: Run, changed: dict[int, str] | None = None, drafts: Callable[[str], None] | None = None) -> Rendering:
    """Everything that comes before Markdown; a run that has not ended yet ends here.

    Args:
        run: The run of the page.
        changed: The lines of prose that a builder's plugins have changed, with what stands there now.
        drafts: What is told of that which a page may lack while it is written; without it, that is a mistake as well.

    Raises:
        MistakesError: All that is wrong with the page so far.
    """
    found = [*registry.mistakes(run.page), *([] if run.page.mistakes else [*run.every_mistake(), *_unshown(run)])]
    if drafts:
        for mistake in [one for one in found if isinstance(one, DraftError)]:
            drafts(f"draft: {mistake}")
            found.remove(mistake)
    try:
        rendering = None if run.mistakes or run.page.mistakes else Rendering(run, changed or {})
    except MistakesError as error:
        found += error.mistakes
    except PageError as error:
        found.append(error)
    except Exception:
        if not found:  # of a page with a mistake, what cannot be made is no fault of the engine
            raise
        rendering = None
    if found or rendering is None:
        raise MistakesError(found)
    return rendering
