"""`[[checked: name]]` below a derivation: the test that checks it, on what, and how closely both sides agree.

The tests register what they check in a file that the settings name. That file is read here and not run: a page
that is built needs no test.
"""

import ast
import os
import re
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from pathlib import Path

from literate.errors import UnknownError
from literate.kit.feature import Feature
from literate.reading.page import Page
from literate.running.run import Run
from literate.settings import docs_of, settings_of

BELOW = re.compile(r"(?:\n{1,2} *\[\[[^\]]*\]\])*")
# What the equations are checked on: the names of the tuples that give its number.
ON = {"nets": ("FLOWERS", "HIDDEN", "SEEDS"), "points": ("POINTS",)}


@dataclass(frozen=True)
class Equation:
    """One equation whose two sides a test computes; the bound as it is written there."""

    name: str
    bound: str
    absolute: bool
    on: str


def expand(run: Run, line: int, argument: str) -> str:
    """The line that names the test, as Markdown.

    Raises:
        UnknownError: When no test checks an equation of this name.
    """
    settings = settings_of(run.page.root)
    equations, numbers = registered(run.page.root)
    if argument not in equations:
        raise UnknownError(f"{settings.equations or 'the setting'} has {', '.join(sorted(equations)) or 'no equation'}")
    one = equations[argument]
    bound = one.bound if one.absolute else f"{one.bound} of the largest entry"
    where = f"{'on' if one.on == 'nets' else 'at'} {numbers[one.on]} {one.on}"
    told = os.path.relpath(docs_of(run.page.root) / settings.checked_told, run.page.path.parent)
    test = f"{settings.checked_by}::test_equation[{one.name}]: to {bound}"
    return f'\n[Checked]({told} "{test}") {where}: both sides agree.\n{{: .checked }}\n'


def named_equations(page: Page) -> list[str]:
    """The equations that a page names, in order."""
    return [mark.argument for mark in page.marks if mark.name == "checked"]


def set_apart(page: Page) -> list[str]:
    """Each equation of a page that is a display formula, as the markers below it; empty where none is."""
    displayed = [one for one in page.formulas if one.kind == "display" and "=" in one.text]
    below = ["\n" + "\n".join(page.prose.split("\n")[one.last :]) for one in displayed]
    return [found[0] for text in below if (found := BELOW.match(text))]


def registered(root: Path) -> tuple[dict[str, Equation], dict[str, int]]:
    """The equations of the tests by their names, and the numbers of nets and of points that each is checked on."""
    name = settings_of(root).equations
    return _registered((root / name).read_text(encoding="utf-8") if name and (root / name).is_file() else "")


@lru_cache(maxsize=1)
def _registered(source: str) -> tuple[dict[str, Equation], dict[str, int]]:
    equations, sizes = {}, dict[str, int]()
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple) and isinstance(node.targets[0], ast.Name):
            sizes[node.targets[0].id] = len(node.value.elts)
        for call in getattr(node, "decorator_list", []):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "equation":
                one = _equation(source, call, node)
                equations[one.name] = one
    return equations, {on: prod(sizes.get(name, 0) for name in names) for on, names in ON.items()}


def _equation(source: str, call: ast.Call, function: ast.stmt) -> Equation:
    """What one decorator says; the function's argument says what it is checked on."""
    assert isinstance(function, ast.FunctionDef)
    options = {keyword.arg: ast.get_source_segment(source, keyword.value) or "" for keyword in call.keywords}
    on = "points" if function.args.args[0].arg == "points" else "nets"
    return Equation(ast.literal_eval(call.args[0]), options["bound"], options.get("absolute") == "True", on)


FEATURE = Feature(markers={"checked": expand})
