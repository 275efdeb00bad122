"""Runs the cells of a page where a reader has edited them; the tests run the same file on every page.

What a cell prints depends on nothing but the texts from the top of the page to it: there is no hidden state and no
wrong order. To run a cell means to run those above it, then the cell. So that this is quick, the state after each cell
is kept (`states.py`), and the run begins after the last cell above that is as it was.

As in the build there is one namespace, named `__main__`, warnings are errors, and a cell prints at most 100,000
characters. Unlike there, what goes to standard error is shown.
"""

import io
import linecache
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

from states import Keeper, State
from telling import not_finite, told

LIMIT = 100_000
Cells = list[tuple[str, str]]
Tell = Callable[[str, Any], None]


class Printed(io.TextIOBase):
    """What a cell prints, told line by line: an endless loop is ended from outside, and what came before it is seen."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """Whole lines go to `tell`."""
        self.tell, self.line, self.count = tell, "", 0

    def write(self, text: str) -> int:
        """Take one piece.

        Raises:
            OverflowError: When it is too much.
        """
        if self.count + len(text) > LIMIT:
            raise OverflowError(f"a cell prints at most {LIMIT:,} characters")
        self.count += len(text)
        *lines, self.line = (self.line + text).split("\n")
        if lines:
            self.tell("\n".join(lines) + "\n")
        return len(text)

    def end(self) -> None:
        """A cell has ended: tell the line that has none, and count anew."""
        if self.line:
            self.tell(self.line)
        self.line, self.count = "", 0


class Runner:
    """One page.

    Attributes:
        names: The names that its cells have made.
    """

    def __init__(self, tell: Tell, package: str = "") -> None:
        """Begin with no name at all.

        Args:
            tell: Is told, while a run goes on, `cell` with the id of each cell that begins, and `text` with what the
                wanted one prints.
            package: The taught package: what a cell changes in its modules belongs to the state.
        """
        self.tell, self.wanted = tell, False
        self.out = Printed(lambda text: tell("text", text) if self.wanted else None)
        sys.stdout = sys.stderr = self.out
        warnings.resetwarnings()
        warnings.simplefilter("error")
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.keeper = Keeper(self.names, package)
        self.states: dict[int, State] = {}
        self._keep([])

    def run(self, cells: Cells) -> dict[str, Any]:
        """Run the last cell, and of those above it what has changed since they ran.

        Args:
            cells: Id and text of each cell from the top of the page to the wanted one.

        Returns:
            `ms`, the time that it took; `error`, if a cell stopped (see `told`); `not_finite`, the names that hold inf
            or nan now and did not before the last cell; `kept`, whether the state after it is kept.
        """
        begun, error, before = time.perf_counter(), None, dict[str, str]()
        first = max(
            count for count, state in self.states.items() if state.cells == cells[:count] and count < len(cells)
        )
        self.keeper.restore(self.states[first])
        for count in range(first, len(cells)):
            self.wanted, before = count == len(cells) - 1, not_finite(self.names)
            self.tell("cell", cells[count][0])
            if error := self._cell(*cells[count]):
                break
            self._keep(cells[: count + 1])
        ms = round(1000 * (time.perf_counter() - begun))
        new = {name: what for name, what in not_finite(self.names).items() if before.get(name) != what}
        kept = len(cells) in self.states
        return {"ms": ms, "error": error, "not_finite": {} if error else new, "kept": kept}

    def _cell(self, id: str, text: str) -> dict[str, Any] | None:
        """Run one cell; what it stopped with."""
        file = f"cell {id}"
        linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
        try:
            code = compile(text, file, "exec", dont_inherit=True)
            with self.keeper:
                exec(code, self.names)
        except BaseException as error:
            return told(id, error)
        finally:
            self.out.end()
        return None

    def _keep(self, cells: Cells) -> None:
        """Keep the state after these cells, if there is a true copy of it."""
        self.states.pop(len(cells), None)
        if (state := self.keeper.state(cells)) is not None:
            self.states[len(cells)] = state
