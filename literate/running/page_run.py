"""Run a page in a process of its own: its cells in order, and the numbers of its prose at their places."""

import math
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Self

from literate.errors import PageError
from literate.reading.expressions import Number, find_numbers
from literate.reading.page import Fence, Page
from literate.running.conversation import Conversation, Step, step_name
from literate.running.exchange import Drawn, Instruments


class PageRun(Conversation):
    """One run of one page, in a process of its own.

    Attributes:
        outputs: What each cell printed, by its id.
        figures: What each figure drew, by its id.
        numbers: The text of each number, in order; those of a state not yet reached are missing.
    """

    def __init__(self, page: Page, instruments: Instruments | None = None, only: list[Number] | None = None) -> None:
        """Prepare to run `page`, or `only` some of its numbers, which need none of its cells."""
        super().__init__(page, instruments or Instruments())
        self.outputs: dict[str, str] = {}
        self.figures: dict[str, Drawn] = {}
        self.numbers: dict[Number, str] = {}
        self.later: list[Step] = []
        self.whole = only is None
        steps: list[Step] = [*page.cells, *page.figures, *find_numbers(page)] if only is None else [*only]
        self.steps = sorted(steps, key=lambda step: step.line)
        self.ended = False

    def to(self, cell: Fence) -> str:
        """Run everything up to and including one cell, each step once; gives back what the cell printed.

        Raises:
            PageError: When this cell stops, or is not run since one before it has stopped.
        """
        told = len(self.mistakes)
        self._until(cell.line)
        if self.failed and cell.id not in self.outputs:
            raise self.mistakes[-1] if len(self.mistakes) > told or self.failed is cell else self._not_run(cell)
        return self.outputs[cell.id]

    def until(self, line: float) -> None:
        """Run everything up to and including a line of the page, each step once.

        Raises:
            PageError: For the first mistake.
        """
        self._until(line)
        if self.mistakes:
            raise self.mistakes[0]

    def all(self) -> Self:
        """Run the whole page, the numbers of its end state included.

        Raises:
            PageError: For the first mistake.
        """
        self._until(math.inf)
        if self.later and self.failed is None:
            late, self.later = self.later, []
            for step, given in self._asked("later", late):
                if given is not None:  # a claim gives an empty text
                    self._keep(step, given)
        if self.mistakes:
            raise self.mistakes[0]
        return self

    def every_mistake(self) -> Iterator[PageError]:
        """Run the whole page to its end; each mistake, in order. After a cell that stops nothing more is run.

        At the end its names are gone, so what is printed then is known.
        """
        with suppress(PageError):
            self.all()
        if self.page.cells and self.failed is None and not self.ended:
            self.ended = True
            list(self._asked("end", self.page.cells[-1:]))
        yield from self.mistakes

    def _until(self, line: float) -> None:
        """Run the steps up to a line; those that belong to the end of the page are kept for it."""
        due = [step for step in self.steps if step.line <= line] if self.failed is None else []
        self.steps = self.steps[len(due) :]
        late = [step for step in due if isinstance(step, Fence) and step.is_late]
        told = len(self.mistakes)
        for step, given in self._asked("step", [step for step in due if step not in late]):
            if given is not None:
                self._keep(step, given)
            elif len(self.mistakes) == told:
                late.append(step)
            told = len(self.mistakes)
        self.later = sorted([*self.later, *late], key=lambda step: step.line)

    def _keep(self, step: Step, given: Any) -> None:
        """Keep what a step gave."""
        if isinstance(step, Number):
            self.numbers[step] = given
        elif step.is_figure:
            self.figures[step.id] = given
        else:
            self.outputs[step.id] = given

    def _not_run(self, step: Step) -> PageError:
        """What is said of a step that stands below one that failed."""
        assert self.failed is not None
        return self.page.error(f"not run, since {step_name(self.failed)} on line {self.failed.line} failed", step.line)
