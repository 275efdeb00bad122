"""Run a page: its cells in order, in one fresh namespace, and the numbers of its prose at their places."""

import copy
import json
import math
import re
import threading
from functools import lru_cache
from pathlib import Path
from types import CodeType, ModuleType, SimpleNamespace
from typing import Any

from literate.cells import run_cell
from literate.compiling import Transform
from literate.drawings import draw
from literate.figures import Canvas
from literate.limits import TimeLimitError, time_limit, time_limit_of
from literate.numbers import Number, find_numbers
from literate.page import Fence, Page
from literate.reader import read
from literate.world import World

LATER = {"end", "ledger", "benchmark"}
LEDGER = "docs/series/13-implementing-backpropagation-with-numpy.md"
BENCHMARK = "docs/assets/benchmark.json"
ONE_AT_A_TIME = threading.RLock()
State = type("page", (SimpleNamespace,), {})  # "'page' object has no attribute …"
Files = tuple[tuple[str, bytes], ...]  # by name, with what they hold


class Run:
    """One run of one page.

    Attributes:
        outputs: What each cell printed, by its id.
        figures: What each figure drew, by its id.
        numbers: The text of each number, in order; those of a state not yet reached are missing.
    """

    def __init__(self, page: Page, transform: Transform | None = None) -> None:
        """Prepare to run `page`; `transform` changes statements before they are compiled."""
        self.page, self.transform = page, transform
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.outputs: dict[str, str] = {}
        self.figures: dict[str, Canvas] = {}
        self.numbers: dict[Number, str] = {}
        self.limit = time_limit_of(page)
        self.world = World(page.root)
        self.later: list[tuple[Number, CodeType, dict[str, Any]]] = []
        steps: list[Fence | Number] = [*page.cells, *page.figures, *find_numbers(page)]
        self.steps = sorted(steps, key=lambda step: step.line)
        self.failed = False  # the step that comes first

    def to(self, cell: Fence) -> str:
        """Run everything up to and including one cell, each step once; gives back what the cell printed."""
        self.until(cell.line)
        return self.outputs[cell.id]

    def until(self, line: float) -> None:
        """Run everything up to and including a line of the page, each step once."""
        with ONE_AT_A_TIME, self.world:
            while self.steps and self.steps[0].line <= line:
                self._next()

    def all(self) -> "Run":
        """Run the whole page, the numbers of its end state included."""
        self.until(math.inf)
        with ONE_AT_A_TIME, self.world:
            for number, code, names in self.later:
                self.numbers[number] = self._value(number, code, self.names | self._named(number, code) | names)
        return self

    def _next(self) -> None:
        step = self.steps[0]
        if self.failed:
            what = "the number" if isinstance(step, Number) else f'{"figure" if step.is_figure else "cell"} "{step.id}"'
            raise self.page.error(f"not run, since {what} on line {step.line} failed", step.line)
        self.failed = True
        if isinstance(step, Number):
            self._number(step)
        elif step.is_figure:
            self.figures[step.id] = draw(self.page, step, self.names, self.limit)
        else:
            self._cell(step)
        self.failed = False
        del self.steps[0]

    def _cell(self, cell: Fence) -> None:
        output = run_cell(self.page, cell, self.names, self.limit, self.transform)
        if left := sorted(path.name for path in self.world.directory.iterdir()):
            raise self.page.error(f'cell "{cell.id}" wrote {", ".join(left)}', cell.line, hint="a cell writes no file")
        self.outputs[cell.id] = output

    def _number(self, number: Number) -> None:
        code = number.code(self.page)
        if LATER.isdisjoint(code.co_names):
            self.numbers[number] = self._value(number, code, self.names)
            return
        used = {name: self.names[name] for name in code.co_names if name in self.names}
        kept = {k: v if isinstance(v, ModuleType) else copy.deepcopy(v) for k, v in used.items()}
        self.later.append((number, code, kept))

    def _value(self, number: Number, code: CodeType, names: dict[str, Any]) -> str:
        try:
            with time_limit(self.limit):
                text = str(eval(code, names))
        except (Exception, SystemExit, TimeLimitError) as error:
            raise number.error(self.page, f"this number does not evaluate: {type(error).__name__}: {error}") from error
        if re.search(r"\.\d{12}", text):
            raise number.error(
                self.page, f"this gives {text}, needed: a format, such as {{{{ {number.expression}:.4f }}}}"
            )
        if not text.strip() or "\n" in text or text.strip("+-").lower() in {"nan", "inf"}:
            raise number.error(self.page, f"this gives {text!r}, needed: one line with a number or a word")
        return text

    def _named(self, number: Number, code: CodeType) -> dict[str, Any]:
        """What an expression names: the page's end, the worked example, the record of what was measured."""
        states: dict[str, Any] = {"end": State(**self.names)}
        if "ledger" in code.co_names:
            path = self._file_of("ledger", LEDGER, number)
            names = self.names if path == self.page.path else worked_example(self.page.root)
            states["ledger"] = State(**names)
        if "benchmark" in code.co_names:
            text = self._file_of("benchmark", BENCHMARK, number).read_text(encoding="utf-8")
            states["benchmark"] = json.loads(text, object_hook=lambda values: SimpleNamespace(**values))
        return states

    def _file_of(self, name: str, file: str, number: Number) -> Path:
        path = self.page.root / file
        if not path.is_file():
            raise number.error(self.page, f"there is no {name}: {file} is missing")
        return path


def worked_example(root: Path) -> dict[str, Any]:
    """The names at the end of the worked example. It runs once, until its code or the taught code changes."""
    paths = [root / LEDGER, *sorted(path for path in (root / "tinynet").glob("*.*") if path.is_file())]
    sources = tuple((path.name, path.read_bytes()) for path in paths)
    return _worked_example(root, _code_of_ledger(root, sources), sources[1:])


@lru_cache(maxsize=1)
def _worked_example(root: Path, code: tuple[object, ...], taught: Files) -> dict[str, Any]:
    return Run(read(root / LEDGER, root)).all().names


@lru_cache(maxsize=1)
def _code_of_ledger(root: Path, sources: Files) -> tuple[object, ...]:
    page = read(root / LEDGER, root)
    return time_limit_of(page), *(cell.source for cell in page.cells)
