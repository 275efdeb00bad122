"""Fences of the language `figure`: one expression that draws from the page's state, evaluated at its place."""

import importlib
import textwrap
import traceback
from typing import Any

from literate import figures
from literate.figures import Canvas
from literate.figures.explorable import Explorable
from literate.reading.page import Fence, Page
from literate.running.cells import in_words as told
from literate.running.limits import TimeLimitError
from literate.running.values import as_markdown
from literate.settings import settings_of

NAMES = {name: getattr(figures, name) for name in figures.__all__}
HINT = f"write one expression that calls one of {', '.join(name for name in figures.__all__ if name.islower())}"


def draw(page: Page, fence: Fence, names: dict[str, Any]) -> Canvas:
    """The figure of one fence, drawn with the names that the cells above it have made, and with the taught package.

    Raises:
        PageError: When it is no expression, does not evaluate, is no figure, or has no words.
    """
    source = "\n" * (fence.line - 1) + f"(\n{textwrap.dedent(fence.source)}\n)"  # each line where the page has it
    wrong = f'figure "{fence.id}" is not drawn'
    try:
        code = compile(source, page.name, "eval", dont_inherit=True)
        package = settings_of(page.root).package
        taught = {package: importlib.import_module(package)} if package in code.co_names else {}
        drawn = eval(code, taught | names | NAMES)
        if isinstance(drawn, Explorable):
            drawn.fill(page.root)
    except SyntaxError as error:
        line = min(max(error.lineno or 0, fence.line + 1), fence.last)
        raise page.error(f"{wrong}: {error.msg}", line, hint=HINT) from error
    except (Exception, SystemExit, TimeLimitError) as error:
        frames = traceback.extract_tb(error.__traceback__)
        line = max((frame.lineno or 0 for frame in frames if frame.filename == page.name), default=fence.line)
        hint = HINT if isinstance(error, NameError) else ""
        raise page.error(f"{wrong}: {told(error)}", line, hint=hint) from error
    if not isinstance(drawn, Canvas):
        came = "nothing" if isinstance(drawn, tuple) and not drawn else type(drawn).__name__
        raise page.error(f"{wrong}: this gives {came}, needed: a figure", fence.line, hint=HINT)
    if not (drawn.title and drawn.description):
        raise page.error(f"{wrong}: it has no title or no description", fence.line, hint=HINT)
    return drawn


def said(drawn: Canvas) -> str:
    """What a figure shows, in words."""
    return "\n".join([drawn.title, drawn.description, *[drawn.caption] * bool(drawn.caption)])


def in_words(page: Page, lines: list[str], drawn: dict[str, Canvas]) -> list[str]:
    """The lines below the front matter with each figure in words, for products that hold no pictures."""
    lines = lines[:]
    for fence in page.figures:
        at, words = fence.line - 1 - page.first, drawn[fence.id]
        shown = as_markdown(f"{(words.caption or words.title).rstrip('.')}. {words.description}")
        text = f"{' ' * fence.indent}*Figure: {shown}*"
        lines[at : at + fence.last - fence.line + 1] = [text] + [""] * (fence.last - fence.line)
    return lines
