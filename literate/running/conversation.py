"""Ask the process of a page for its steps, and keep the mistakes that it tells."""

from collections.abc import Iterator
from threading import RLock
from typing import Any, Self

import cloudpickle

from literate.errors import PageError
from literate.reading.expressions import Number
from literate.reading.page import Fence, Page
from literate.running.exchange import EngineError, Instruments
from literate.running.limits import time_limit_of
from literate.running.processes import GoneError, PageProcess
from literate.running.states import Values

ONE_AT_A_TIME = RLock()
Step = Fence | Number


class Conversation:
    """What is asked of the process of one page, which begins with the first question.

    Attributes:
        mistakes: What went wrong so far, in order.
        failed: The step after which nothing runs.
    """

    def __init__(self, page: Page, instruments: Instruments) -> None:
        """Ask nothing yet."""
        self.page, self.instruments = page, instruments
        self.mistakes: list[PageError] = []
        self.limit = time_limit_of(page)
        self.failed: Step | None = None
        self._process: PageProcess | None = None

    @property
    def names(self) -> dict[str, Any]:
        """The names that the page has made so far, as far as they can leave its process."""
        found = {}
        for name, value in self.values().items():
            try:
                found[name] = cloudpickle.loads(value)
            except Exception:  # a class that only the process of the page can import
                continue
        return found

    def values(self) -> Values:
        """The same as bytes."""
        with ONE_AT_A_TIME:
            self._speaks().send(("names", [None]))
            return self._speaks().answer()[1]  # type: ignore[no-any-return]

    def close(self) -> Self:
        """End its process."""
        if self._process:
            self._process.close()
        return self

    def _speaks(self) -> PageProcess:
        self._process = self._process or PageProcess(self.page, self.limit, self.instruments)
        return self._process

    def _asked(self, request: str, steps: list[Any]) -> Iterator[tuple[Any, Any]]:
        """Steps with what each gives, as it comes; None for one with a mistake, which is kept.

        All are sent at once, so that the process never waits to be asked. After a cell that stops, none comes.
        """
        for step in steps:
            try:
                if step is steps[0]:
                    self._speaks().send((request, steps))
                kind, given = self._answer(step)
            except GoneError as gone:
                self.failed, line = step, max(self._speaks().line, step.line)
                kind, given = "mistake", self.page.error(f"{step_name(step)} {gone}", line)
            if kind == "broken":
                raise EngineError(f"{self.page.name}:{step.line}: the engine failed here\n{given}")
            if kind == "mistake":
                self.mistakes.append(given)
                self.failed = step if isinstance(step, Fence) and step.is_cell else self.failed
            yield step, None if kind == "mistake" else given
            if self.failed:
                return

    def _answer(self, step: Step) -> tuple[str, Any]:
        """What the process says of a step; the worked example, should it ask for that, is sent to it."""
        kind, given = self._speaks().answer()
        while kind == "ledger":
            self._speaks().send(self.ledger(step))
            kind, given = self._speaks().answer()
        return kind, given

    def ledger(self, step: Step) -> Values | PageError | None:
        """What a step gets that asks for the worked example; None where its own page is the example."""
        raise NotImplementedError


def step_name(step: Step) -> str:
    """A step as messages name it."""
    return f"the {step.kind}" if isinstance(step, Number) else f'{"figure" if step.is_figure else "cell"} "{step.id}"'
