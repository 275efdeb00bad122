"""Run a page: its cells in order, in one fresh namespace, and the numbers of its prose at their places."""

import contextlib
import copy
import io
import json
import threading
import traceback
from functools import lru_cache
from pathlib import Path
from types import CodeType, ModuleType, SimpleNamespace
from typing import Any

from literate.compiling import Transform, compile_cell
from literate.drawings import draw
from literate.errors import PageError
from literate.figures import Canvas
from literate.numbers import Number, find_numbers
from literate.reader import Fence, Page, read
from literate.world import TimeLimitError, World, time_limit

TIME_LIMIT = 20.0
OUTPUT_LIMIT = 100_000
LATER = {"end", "ledger", "benchmark"}
LEDGER = "docs/series/13-implementing-backpropagation-with-numpy.md"
BENCHMARK = "docs/assets/benchmark.json"
ONE_AT_A_TIME = threading.RLock()


class CellError(PageError):
    """A cell that stopped; its cause is what the cell raised."""


class Output(io.StringIO):
    """What a cell prints, up to a limit that no reader would miss."""

    def write(self, text: str) -> int:
        """Take one piece of output."""
        if self.tell() + len(text) > OUTPUT_LIMIT:
            raise OverflowError(f"a cell prints at most {OUTPUT_LIMIT:,} characters")
        return super().write(text)


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
        self.limit = _limit(page)
        self.world = World(page.root)
        self.later: list[tuple[Number, CodeType, dict[str, Any]]] = []
        steps: list[Fence | Number] = [*page.cells, *page.figures, *find_numbers(page)]
        self.steps = sorted(steps, key=lambda step: step.line)
        self.failed: Fence | None = None

    def to(self, cell: Fence) -> str:
        """Run everything up to and including one cell, each step once; gives back what the cell printed."""
        while cell.id not in self.outputs:
            self._next()
        return self.outputs[cell.id]

    def all(self) -> "Run":
        """Run the whole page, the numbers of its end state included."""
        while self.steps:
            self._next()
        with ONE_AT_A_TIME, self.world:
            for number, code, names in self.later:
                self.numbers[number] = self._value(number, code, self.names | self._named(number, code) | names)
        self.later.clear()
        return self

    def _next(self) -> None:
        if self.failed:
            message = f'not run, since cell "{self.failed.id}" on line {self.failed.line} failed'
            raise self.page.error(message, self.failed.line)
        step = self.steps[0]
        with ONE_AT_A_TIME, self.world:
            if isinstance(step, Number):
                self._number(step)
            elif step.is_figure:
                self.figures[step.id] = draw(self.page, step, self.names, self.limit)
            else:
                self._cell(step)
        del self.steps[0]

    def _cell(self, cell: Fence) -> None:
        output = Output()
        self.failed = cell
        try:
            with contextlib.redirect_stdout(output), time_limit(self.limit):
                for step in compile_cell(self.page, cell, self.transform):
                    self._execute(step.code, step.call)
        except (KeyboardInterrupt, PageError):
            raise
        except BaseException as error:
            raise self._stopped(cell, error) from error
        if left := sorted(path.name for path in self.world.directory.iterdir()):
            raise self.page.error(f'cell "{cell.id}" wrote {", ".join(left)}', cell.line, hint="a cell writes no file")
        self.outputs[cell.id] = output.getvalue()
        self.failed = None

    def _execute(self, code: CodeType, call: CodeType | None) -> None:
        __tracebackhide__ = True
        if call:
            exec(call, {"__run_section__": lambda: self._execute(code, None)})
        else:
            exec(code, self.names)

    def _stopped(self, cell: Fence, error: BaseException) -> CellError:
        """The error of a cell: its line on the page, then the lines below it in the taught code."""
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if frame.filename == str(self.page.path)]
        line = own[-1].lineno or cell.line if own else cell.line
        root = f"{self.page.root}/"
        below = [f for f in frames[frames.index(own[-1]) + 1 :] if not f.filename.startswith(HERE)] if own else []
        places = "".join(f"\n  in {f.filename.removeprefix(root)}:{f.lineno}: {f.line}" for f in below)
        text = self.page.lines[line - 1]
        what = f'cell "{cell.id}" stopped: {type(error).__name__}: {error}{places}'
        column = len(text) - len(text.lstrip()) + 1
        return CellError(what, self.page.name, line, column, len(text.strip()), text)

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
        if not text.strip() or "\n" in text or text.strip("+-").lower() in {"nan", "inf"}:
            raise number.error(self.page, f"this gives {text!r}, needed: one line with a number or a word")
        return text

    def _named(self, number: Number, code: CodeType) -> dict[str, Any]:
        """What an expression names: the page's end, the worked example, the record of what was measured."""
        states: dict[str, Any] = {"end": SimpleNamespace(**self.names)}
        if "ledger" in code.co_names:
            path = self._file_of("ledger", LEDGER, number)
            names = self.names if path == self.page.path else worked_example(self.page.root)
            states["ledger"] = SimpleNamespace(**names)
        if "benchmark" in code.co_names:
            text = self._file_of("benchmark", BENCHMARK, number).read_text(encoding="utf-8")
            states["benchmark"] = json.loads(text, object_hook=lambda values: SimpleNamespace(**values))
        return states

    def _file_of(self, name: str, file: str, number: Number) -> Path:
        path = self.page.root / file
        if not path.is_file():
            raise number.error(self.page, f"there is no {name}: {file} is missing")
        return path


HERE = str(Path(__file__).parent)


def worked_example(root: Path) -> dict[str, Any]:
    """The names at the end of the worked example. It runs once, until its page or the taught code changes."""
    taught = sorted(path for path in (root / "tinynet").glob("*.*") if path.is_file())
    return _worked_example(root, tuple((path.name, path.read_bytes()) for path in (root / LEDGER, *taught)))


@lru_cache(maxsize=1)
def _worked_example(root: Path, sources: tuple[tuple[str, bytes], ...]) -> dict[str, Any]:
    return Run(read(root / LEDGER, root)).all().names


def _limit(page: Page) -> float:
    """The seconds that each cell may take: `time_limit` in the front matter, or the default."""
    limit = page.meta.get("time_limit", TIME_LIMIT)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not 0 < limit < 3600:
        line = next((n for n, text in enumerate(page.lines, 1) if text.startswith("time_limit")), 1)
        raise page.error(f"time_limit is {limit!r}, needed: seconds, above 0 and below 3600", line)
    return float(limit)
