"""Ask the process of a page for its steps, and keep the mistakes that it tells."""

from threading import RLock
from typing import Any, Self

import cloudpickle

from literate.errors import PageError
from literate.reading.expressions import Number
from literate.reading.page import Fence, Page
from literate.running.limits import time_limit_of
from literate.running.processes import GoneError, PageProcess
from literate.running.states import Values
from literate.running.worker import EngineError, Instruments

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
            return self._speaks().ask(("names", None))[1]  # type: ignore[no-any-return]

    def close(self) -> Self:
        """End its process."""
        if self._process:
            self._process.close()
        return self

    def _speaks(self) -> PageProcess:
        self._process = self._process or PageProcess(self.page, self.limit, self.instruments)
        return self._process

    def _asked(self, request: str, step: Step) -> Any:
        """What a step gives; None for one with a mistake, which is kept."""
        try:
            kind, given = self._speaks().ask((request, step))
            while kind == "ledger":
                kind, given = self._speaks().ask(self.ledger(step))
        except GoneError as gone:
            self.failed = step
            kind, given = "mistake", self.page.error(f"{step_name(step)} {gone}", max(self._speaks().line, step.line))
        if kind == "broken":
            raise EngineError(f"{self.page.name}:{step.line}: the engine failed here\n{given}")
        if kind == "mistake":
            self.mistakes.append(given)
            return None
        return given

    def ledger(self, step: Step) -> Values | PageError | None:
        """What a step gets that asks for the worked example; None where its own page is the example."""
        raise NotImplementedError


def step_name(step: Step) -> str:
    """A step as messages name it."""
    return f"the {step.kind}" if isinstance(step, Number) else f'{"figure" if step.is_figure else "cell"} "{step.id}"'
