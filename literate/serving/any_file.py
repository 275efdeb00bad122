"""Whether the code of a page may read any file of the project: such a page depends on all of them."""

import ast
import re
from functools import lru_cache

from literate.kit import registry
from literate.reading import expressions
from literate.reading.expressions import find_numbers
from literate.reading.page import Page
from literate.settings import settings_of

# Code that can read any file: it imports from elsewhere than NumPy, the taught package and what reads no file, or names
# what does.
READS_NOTHING = {"collections", "dataclasses", "functools", "itertools", "math", "operator", "random", "re", "textwrap"}
ANYTHING = re.compile(r"\b(?:__import__|compile|eval|exec|fromfile|genfromtxt|load|loadtxt|memmap|open)\b")


@lru_cache(maxsize=500)  # the same after each edit of the package
def reads_any_file(page: Page) -> bool:
    """Whether the code of a page may read any file."""
    sources = [cell.source for cell in page.cells]
    code = "\n".join([*sources, *evaluated(page)])
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    imported = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    known = {"numpy", settings_of(page.root).package, *READS_NOTHING}
    return (
        not {name.split(".")[0] for name in imported - registry.answering(page.root)} <= known
        or bool(ANYTHING.search(code))
        or any(expressions.mistakes(page))
    )


def evaluated(page: Page) -> list[str]:
    """What a page evaluates besides its cells: its numbers, claims and figures, and what their frames go through."""
    clauses = [clause for fence in page.figures for clause in fence.options.values()]
    return [number.expression for number in find_numbers(page)] + [fence.source for fence in page.figures] + clauses
