"""A page run once more with one thing otherwise: other seeds, ten times the rate, a slip in the taught package.

`tests/mutation/untested_claims.py` asks which of its claims hold then. Only cells and claims run, without limits, in a
copy of this process.
"""

import ast
import copy
import importlib
import io
import json
import os
import signal
import sys
import time
import types
import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import Any, NamedTuple

from faster import Faster

from literate.reading.expressions import Number, find_numbers
from literate.reading.page import Page
from literate.reading.reader import parse
from literate.running.run import example_of
from literate.running.states import State, names_in
from literate.running.steps import LATER
from literate.settings import in_docs, settings_of

Lines = set[tuple[str, int]]


class Variation(NamedTuple):
    """What is otherwise: how much is added to each seed, by how much each rate is multiplied."""

    name: str
    seed: int = 0
    rate: int = 1


def outcomes(root: Path, name: str, variation: Variation, seen: Lines | None = None) -> list[str]:
    """Of each claim of a page, in order: holds, false, or stops, for want of a name as well.

    Args:
        root: The folder of the project.
        name: The page below the folder of the pages.
        variation: What is otherwise.
        seen: Is filled with the lines of the taught package that run, where it is given.
    """
    _enter(root, variation)
    page = parse(root / in_docs(root, name), root)
    sys.settrace(_tracer(root / settings_of(root).package, seen) if seen is not None else None)
    told = _told(page, variation)
    sys.settrace(None)
    return [told[number] for number in find_numbers(page) if number.claim]


def _enter(root: Path, variation: Variation) -> None:
    """Take the package of this root, and other seeds; a judge of exercises has no say in a claim."""
    import numpy as np

    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    sys.path.insert(0, str(root))
    package = settings_of(root).package
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        del sys.modules[name]
    stub: Any = types.ModuleType(f"{package}.exercises")
    stub.check = lambda *_: None
    sys.modules[stub.__name__] = stub
    changed: Any = np.random

    class Generator(changed.RandomState):  # type: ignore[misc]  # others ask whether something is one
        def __init__(self, given: int | None = None) -> None:
            super().__init__(_shifted(given, variation))

    for name in ("seed", "default_rng"):
        known = getattr(changed, name)
        setattr(changed, name, lambda given=None, known=known: known(_shifted(given, variation)))
    changed.RandomState = Generator


def _shifted(seed: int | None, variation: Variation) -> int | None:
    return seed if seed is None else seed + variation.seed


def _told(page: Page, variation: Variation) -> dict[Number, str]:
    """What becomes of each claim."""
    names, told, later = {"__name__": "__main__"}, dict[Number, str](), list[tuple[Number, dict[str, Any]]]()
    claims = [number for number in find_numbers(page) if number.claim]
    for step in sorted([*page.cells, *claims], key=lambda step: step.line):
        if not isinstance(step, Number):
            _run(step.source, names, variation)
        elif used := names_in(step.code(page)) & LATER:
            kept = {name: names[name] for name in names_in(step.code(page)) - used if name in names}
            later.append(
                (step, {k: v if isinstance(v, types.ModuleType) else copy.deepcopy(v) for k, v in kept.items()})
            )
        else:
            told[step] = _judged(page.root, step, names, variation)
    states = _states(page, names, variation) if later else {}
    return told | {number: _judged(page.root, number, {**names, **states, **kept}, variation) for number, kept in later}


def _run(source: str, names: dict[str, Any], variation: Variation) -> None:
    """Run a cell; one that stops, as at an assertion, leaves what it has made so far, and the others go on."""
    with suppress(Exception), redirect_stdout(io.StringIO()):
        exec(compile(_changed(ast.parse(source), variation), "<cell>", "exec"), names)


def _judged(root: Path, number: Number, names: dict[str, Any], variation: Variation) -> str:
    try:
        tree: Any = _changed(ast.parse(f"({number.claim})", mode="eval"), variation)
        package = settings_of(root).package
        names = {package: importlib.import_module(package), **names}
        return "holds" if eval(compile(tree, "<claim>", "eval"), names) else "false"
    except Exception:
        return "stops"


def _changed(tree: ast.AST, variation: Variation) -> Any:
    return ast.fix_missing_locations(Faster(variation.rate).visit(tree)) if variation.rate != 1 else tree


def _states(page: Page, names: dict[str, Any], variation: Variation) -> dict[str, Any]:
    """What `end`, `ledger` and `benchmark` stand for."""
    example = example_of(page.root)
    ledger: dict[str, Any] = {}
    if example and "ledger." in page.body:
        for cell in parse(example, page.root).cells:
            _run(cell.source, ledger, variation)
    record = page.root / in_docs(page.root, settings_of(page.root).benchmark)
    benchmark = json.loads(record.read_text(encoding="utf-8"), object_hook=lambda one: types.SimpleNamespace(**one))
    return {"end": State(**names), "ledger": State(**ledger), "benchmark": benchmark}


def _tracer(folder: Path, seen: Lines) -> Callable[..., Any]:
    """Notes the lines of a folder that run."""

    def line(frame: Any, event: str, _: Any) -> Any:
        seen.add((Path(frame.f_code.co_filename).name, frame.f_lineno))
        return line

    return lambda frame, event, _: line(frame, event, _) if frame.f_code.co_filename.startswith(str(folder)) else None


def in_a_copy(ask: Callable[[], Any], limit: float) -> Any:
    """What a question gives that is asked in a copy of this process; None where it takes too long, or breaks."""
    read, write = os.pipe()
    if not (child := os.fork()):
        with suppress(BaseException):
            os.write(write, json.dumps(ask()).encode())
        os._exit(0)
    os.close(write)
    said, end = b"", time.monotonic() + limit
    os.set_blocking(read, False)
    while time.monotonic() < end and not os.waitpid(child, os.WNOHANG)[0]:
        said += b"".join(_pieces(read))
        time.sleep(0.01)
    said += b"".join(_pieces(read))
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    os.close(read)
    return json.loads(said) if said else None


def _pieces(read: int) -> Iterator[bytes]:
    with suppress(BlockingIOError):
        while piece := os.read(read, 65536):
            yield piece
