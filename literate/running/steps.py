"""The steps of a page: its cells in order, in one namespace, and its figures and numbers at their places.

They run in the process that this module is imported in: that of the page (`literate.running.worker`).
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import cloudpickle

from literate.errors import PageError
from literate.reading.expressions import Number
from literate.reading.page import Fence, Page
from literate.running import falsehood
from literate.running.cells import exception_as_text, run_cell
from literate.running.compiling import Transform
from literate.running.drawing import draw
from literate.running.isolation import Builtins
from literate.running.limits import Alarm
from literate.running.output import Streams
from literate.running.states import Pickled, State, Values, as_it_is, benchmark_of, names_in
from literate.settings import in_docs, settings_of

LATER = {"end", "ledger", "benchmark"}


class Steps:
    """One run of one page in this process."""

    def __init__(
        self,
        page: Page,
        streams: Streams,
        alarm: Alarm,
        directory: Path,
        at: Callable[[int], None],
        ledger: Callable[[], Values | None],
        transform: Transform | None = None,
    ) -> None:
        """Prepare to run `page`.

        Args:
            page: The page.
            streams: Where this process prints.
            alarm: Stops a step that takes too long.
            directory: Where the cells run; they have to leave it empty.
            at: Is told the line of each step, and of each statement, before it runs.
            ledger: Gives the names of the worked example; None stands for those of this very page.
            transform: Changes statements before they are compiled.
        """
        self.page, self.streams, self.alarm, self.directory = page, streams, alarm, directory
        self.at, self.ledger, self.transform = at, ledger, transform
        self.builtins = Builtins()
        sys.modules["__main__"] = ModuleType("__main__")  # which is this page, as for a script
        self.names: dict[str, Any] = vars(sys.modules["__main__"])
        self.later: dict[Number, tuple[CodeType, dict[str, Any]]] = {}

    def cell(self, cell: Fence) -> str:
        """What a cell prints."""
        with self.alarm, self.builtins:
            output = run_cell(self.page, cell, self.names, self.streams, self.at, self.transform)
        if not self.directory.is_dir():
            hint = "work in a folder of your own: tempfile.TemporaryDirectory()"
            raise self.page.error(f'cell "{cell.id}" has taken the folder of the page away', cell.line, hint=hint)
        if left := sorted(path.name for path in self.directory.iterdir()):
            raise self.page.error(f'cell "{cell.id}" wrote {", ".join(left)}', cell.line, hint="a cell writes no file")
        return output

    def figure(self, fence: Fence) -> Any:
        """What a figure draws."""
        with self.alarm, self.builtins:
            drawn = draw(self.page, fence, self.names)
        self._check_silent(self.page.error(f'figure "{fence.id}" prints something', fence.line))
        return drawn

    def number(self, number: Number) -> str | None:
        """The text of a number; None for one that names a state that is not reached yet."""
        code = number.code(self.page)
        asked = names_in(code)
        if not LATER & asked - self.names.keys():
            return self._value(number, code, self.names)
        try:
            self.later[number] = code, as_it_is(self.names, asked)
        except Exception as error:
            hint = "let a cell make a list of it, or a number"
            raise number.error(self.page, f"this cannot be kept until the end of the page: {error}", hint) from error
        return None

    def at_the_end(self, number: Number) -> str:
        """The text of a number that names the page's end, the worked example, or the record of what was measured."""
        code, names = self.later[number]
        return self._value(number, code, self.names | self._named(number, code) | names)

    def pickled(self) -> Values:
        """The names of the page as far as another process can take them."""
        found = {}
        for name, value in self.names.items():
            try:
                found[name] = cloudpickle.dumps(value)
            except Exception:  # what holds a lock or a file stays here, and is no value of a page
                continue
        return found

    def _value(self, number: Number, code: CodeType, names: dict[str, Any]) -> str:
        names = falsehood.taught(self.page.root, code) | names if number.claim else names
        try:
            with self.alarm, self.builtins:
                value = eval(code, names)
                text = falsehood.fault(number.claim, value, names) if number.claim else str(value)
        except BaseException as error:
            raise number.error(
                self.page, f"this {number.kind} does not evaluate: {exception_as_text(error)}"
            ) from error
        self._check_silent(number.error(self.page, f"this {number.kind} prints something"))
        if number.claim and text:
            raise number.error(self.page, text, falsehood.HINT)
        if number.claim:
            return ""
        if re.search(r"\.\d{12}", text):
            raise number.error(
                self.page, f"this gives {text}, needed: a format, such as {{{{ {number.expression}:.4f }}}}"
            )
        if not text.strip() or not text.isprintable() or text.strip("+-").lower() in {"nan", "inf"}:
            raise number.error(self.page, f"this gives {text!r}, needed: one line with a number or a word")
        return text

    def _check_silent(self, error: PageError) -> None:
        """Only a cell prints."""
        if self.streams.taken() or self.streams.complaint():
            raise error

    def _named(self, number: Number, code: CodeType) -> dict[str, Any]:
        states: dict[str, Any] = {"end": State(**self.names)}
        asked = names_in(code) - self.later[number][1].keys()
        if "ledger" in asked:
            values = self.ledger()
            states["ledger"] = State(**self.names) if values is None else Pickled(values)
        if "benchmark" in asked:
            name = in_docs(self.page.root, settings_of(self.page.root).benchmark)
            path = self.page.root / name
            if not path.is_file():
                raise number.error(self.page, f"there is no benchmark: {name or 'its setting'} is missing")
            states["benchmark"] = benchmark_of(path, self.page.root)
        return states
