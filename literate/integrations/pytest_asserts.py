"""What pytest adds to the process of a page: asserts that show their values, tracebacks from the page to the package.

Both are made where the cell runs, since neither its frames nor its exceptions can leave that process.
"""

import ast
import os
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from _pytest import assertion
from _pytest._code.code import TerminalRepr
from _pytest.assertion import util
from _pytest.assertion.rewrite import rewrite_asserts
from _pytest.config import Config, _prepareconfig

from literate.running.cells import ENGINE
from literate.running.exchange import Instruments


def instruments(config: Config) -> Instruments:
    """What a run needs for the settings of this run of pytest."""
    style = config.option.tbstyle
    shown = {"style": "long" if style == "auto" else style, "showlocals": config.option.showlocals}
    return Instruments(rewrite, partial(describe_failure, config.rootpath, shown))


def rewrite(module: ast.Module, file: str) -> None:
    """Let asserts show their values as in any test; what a statement catches it may show itself, so that stays."""
    if any(isinstance(node, ast.Try | ast.TryStar) for node in ast.walk(module)):
        return
    util._reprcompare = _compared
    rewrite_asserts(module, Path(file).read_bytes(), file)


def _compared(operator: str, left: object, right: object) -> str | None:
    """How two values differ that an assert has compared, in lines that pytest joins."""
    lines = assertion.pytest_assertrepr_compare(_config(), operator, left, right)
    return "\n~".join(line.replace("\n", "\\n") for line in lines).replace("%", "%%") if lines else None


@cache
def _config() -> Config:
    """Pytest's defaults: only a comparison that fails needs them."""
    return _prepareconfig(["--noconftest", "-c", os.devnull, "-p", "no:cacheprovider"])


def describe_failure(root: Path, shown: dict[str, Any], error: BaseException) -> TerminalRepr:
    """The line of the page first, then those of the taught code; nothing of what runs them."""
    os.chdir(root)  # which paths are shown from; this page runs no more
    info = pytest.ExceptionInfo.from_exception(error)
    info.traceback = info.traceback.filter(lambda entry: not str(entry.path).startswith(ENGINE))
    return _shorter(info.getrepr(funcargs=True, tbfilter=False, **shown))


def _shorter(shown: Any) -> TerminalRepr:
    """Leave out what stands far above a failing line: a page, to pytest, is one long function."""
    for entry in shown.reprtraceback.reprentries:
        at = next((i for i, line in enumerate(getattr(entry, "lines", [])) if line.startswith(">")), 0)
        if at > 6 and entry.reprfileloc and not (entry.reprfuncargs and entry.reprfuncargs.args):
            del entry.lines[: at - 6]
    return shown  # type: ignore[no-any-return]
