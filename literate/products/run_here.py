"""What a page needs to run its cells in a browser: their texts and outputs beside it, and the taught package.

A cell that imports more than the standard library, NumPy and the taught package cannot run there, and neither can
those below it: the page has one namespace. One that prints a warning of arithmetic cannot either: there are none.
"""

import ast
import io
import json
import sys
import zipfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from literate.reading.package import Files, taught_files
from literate.reading.page import Fence, Page
from literate.reading.sources import is_hidden
from literate.running.run import Run
from literate.settings import settings_of

NAME = "run.json"
WARNING = "RuntimeWarning"
PACKAGES = {"numpy"}  # what the interpreter in the browser has beyond the standard library


def write_run_here(root: Path, site: Path, runs: Iterable[Run]) -> list[Path]:
    """Write `run.json` beside each page that has cells to run, and the taught package as one file; nothing if not set.

    Args:
        root: The root of the project.
        site: The folder of the site.
        runs: The finished runs of the pages.
    """
    settings = settings_of(root)
    if not settings.run_here:
        return []
    made = {page_file(run.page): text for run in runs if (text := described(run))}
    for name, text in made.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    if settings.package:
        (site / settings.run_here).mkdir(parents=True, exist_ok=True)
        (site / settings.run_here / "package.zip").write_bytes(_packed(root / settings.package, taught_files(root)))
    return [site / name for name in made]


def page_file(page: Page) -> str:
    """Where the texts of a page stand in the site: in the folder that its address names."""
    stem = page.address.removesuffix(".md")
    folder = stem.removesuffix("index").removesuffix("README")
    return f"{folder}{'/' * (folder == stem)}{NAME}"


def described(run: Run) -> str:
    """The cells of a page as JSON, with what they print and what they ask the judge; empty where none can run.

    Each exercise that a cell asks the judge about comes with a text to begin with.
    """
    page, cells = run.page, list[dict[str, Any]]()
    stubs: dict[str, str] = {}
    for cell in runnable(run):
        asked = {name: text for name in asks(cell) if (text := stub(page.root, name))}
        stubs |= asked
        cells.append({"id": cell.id, "source": cell.source, "output": run.outputs[cell.id]})
        cells[-1] |= {"asks": [*asked]} if asked else {}
    package = settings_of(page.root).package
    return json.dumps({"package": package, "cells": cells, "stubs": stubs}, ensure_ascii=False) if cells else ""


def runnable(run: Run) -> list[Fence]:
    """The cells of a page that can run in a browser: those above the first that cannot."""
    found = []
    allowed = {*sys.stdlib_module_names, *PACKAGES, settings_of(run.page.root).package}
    for cell in run.page.cells:
        if not _imported(cell.source) <= allowed or WARNING in run.outputs.get(cell.id, ""):
            break
        found.append(cell)
    return found


@lru_cache(maxsize=1000)  # each cell of a page is asked for its buttons
def _imported(source: str) -> frozenset[str]:
    """The first names of the modules that code imports."""
    nodes = [*ast.walk(ast.parse(source))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return frozenset(name.split(".")[0] for name in names)


def asks(cell: Fence) -> list[str]:
    """The exercises that a cell asks the judge about, `check("name", …)`."""
    return [*_asked(cell.source)]


@lru_cache(maxsize=1000)
def _asked(source: str) -> dict[str, None]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    asked = [one.args[0] for one in calls if isinstance(one.func, ast.Name) and one.func.id == "check"]
    return dict.fromkeys(str(one.value) for one in asked if isinstance(one, ast.Constant))


def stub(root: Path, exercise: str) -> str:
    """What a reader begins an exercise with: its function with nothing in it, and the call of the judge."""
    module = settings_of(root).exercises
    path = root.joinpath(*module.split("."), "tasks", f"{exercise}.py")
    if not module or not path.is_file():
        return ""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    arguments = next(n.args for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "answer")
    head = f"from {module} import check\n\n\ndef {exercise}({ast.unparse(arguments)}):\n"
    return f'{head}    ...  # write here\n\n\ncheck("{exercise}", {exercise})'


@lru_cache(maxsize=1)
def _packed(package: Path, files: Files) -> bytes:
    """The same zip, as long as these files are the same."""
    return importable_zip(package)


def importable_zip(package: Path) -> bytes:
    """A package as a zip that Python imports from, the same bytes at any time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(package.rglob("*.*")):
            if path.is_file() and path.suffix != ".pyc" and not is_hidden(path, package):
                name = path.relative_to(package.parent).as_posix()
                archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return made.getvalue()
