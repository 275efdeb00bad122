"""Fences of the language `figure`: one expression that draws from the page's state, evaluated at its place."""

import ast
import importlib
import textwrap
import traceback
from typing import Any

from literate import figures
from literate.figures import Canvas, Frames
from literate.figures.digits import number
from literate.figures.explorable import Explorable
from literate.reading.fences import option_place
from literate.reading.page import Fence, Page
from literate.running.cells import exception_as_text as told
from literate.running.exchange import Drawn
from literate.settings import settings_of

NAMES = {name: getattr(figures, name) for name in figures.__all__}
MOST, LARGE = 14, 1000  # frames that the style sheet knows; from where on numbers have commas
HINT = f"write one expression that calls one of {', '.join(name for name in figures.__all__ if name.islower())}"


def draw(page: Page, fence: Fence, names: dict[str, Any]) -> Drawn:
    """The figure of one fence, drawn with the names that the cells above it have made, and with the taught package.

    Raises:
        PageError: When it is no expression, does not evaluate, is no figure, or has no words.
    """
    wrong, clause = f'figure "{fence.id}" is not drawn', _clause(page, fence)
    opening, closing = (f"[({clause[0]}, (", f")) for {clause[1]}]") if clause else ("(", ")")
    source = "\n" * (fence.line - 1) + f"{opening}\n{textwrap.dedent(fence.source)}\n{closing}"  # lines as on the page
    try:
        code = compile(source, page.name, "eval", dont_inherit=True)
        package = settings_of(page.root).package
        taught = {package: importlib.import_module(package)} if package in code.co_names else {}
        drawn = eval(code, taught | names | NAMES)
        for one in [canvas for _, canvas in drawn] if clause else [drawn]:
            if isinstance(one, Explorable):
                one.fill(page.root)
    except SyntaxError as error:
        line = min(max(error.lineno or 0, fence.line + 1), fence.last)
        raise page.error(f"{wrong}: {error.msg}", line, hint=HINT) from error
    except BaseException as error:
        frames = traceback.extract_tb(error.__traceback__)
        line = max((frame.lineno or 0 for frame in frames if frame.filename == page.name), default=fence.line)
        hint = HINT if isinstance(error, NameError) else ""
        line = fence.line if clause and line == fence.last else line  # what the frames go through stands in the header
        raise page.error(f"{wrong}: {told(error)}", line, hint=hint) from error
    for one in [canvas for _, canvas in drawn] if clause else [drawn]:
        _is_figure(page, fence, one)
        _is_in_its_place(page, fence, one)
    return _framed(page, fence, drawn) if clause else drawn


def _clause(page: Page, fence: Fence) -> tuple[str, str] | None:
    """The name that a frame is called by, and what the frames go through: `rate` and `rate in rates`.

    Raises:
        PageError: When it is written otherwise, or a legend is missing or has nothing to choose from.
    """
    given = [key for key in ("frames", "panels") if key in fence.options]
    if ("frames" in given) != ("legend" in fence.options) or len(given) > 1:
        hint = 'write frames="rate in rates" legend="Learning rate", or panels="flower in flowers"'
        raise page.error(f'figure "{fence.id}": frames have a legend, panels have none', fence.line, hint=hint)
    return (_name(page, fence, given[0]), fence.options[given[0]]) if given else None


def _name(page: Page, fence: Fence, key: str) -> str:
    """The first of the names that a clause such as `rate in rates` goes through."""
    try:
        parsed = ast.parse(f"[0 for {fence.options[key]}]", mode="eval").body
    except (SyntaxError, ValueError):
        parsed = None
    if isinstance(parsed, ast.ListComp) and len(parsed.generators) == 1:
        return next(one.id for one in ast.walk(parsed.generators[0].target) if isinstance(one, ast.Name))
    at, hint = option_place(page.lines[fence.line - 1], key), f'write what goes through what: {key}="rate in rates"'
    raise page.error(f'{key}="{fence.options[key]}" is not read', fence.line, *at, hint)


def _framed(page: Page, fence: Fence, drawn: list[tuple[Any, Canvas]]) -> Frames:
    """Drawings with their names, as text."""
    if not 1 < len(drawn) <= MOST:
        raise page.error(f'figure "{fence.id}" has {len(drawn)} drawings, needed: 2 to {MOST}', fence.line)
    return Frames([(frame_name(value), canvas) for value, canvas in drawn], fence.options.get("legend", ""))


def frame_name(value: Any) -> str:
    """What a frame is called: a number as figures show it, or the words."""
    if isinstance(value, str):
        return value
    return number(value, "g" if abs(value) < LARGE else ",.0f")


def _is_figure(page: Page, fence: Fence, drawn: Any) -> None:
    """Whether it is a figure, and has words.

    Raises:
        PageError: When it is none, or has none.
    """
    wrong = f'figure "{fence.id}" is not drawn'
    if not isinstance(drawn, Canvas):
        came = "nothing" if isinstance(drawn, tuple) and not drawn else type(drawn).__name__
        raise page.error(f"{wrong}: this gives {came}, needed: a figure", fence.line, hint=HINT)
    if not (drawn.title and drawn.description):
        raise page.error(f"{wrong}: it has no title or no description", fence.line, hint=HINT)


def _is_in_its_place(page: Page, fence: Fence, drawn: Canvas) -> None:
    """Whether a figure to handle is one of several to choose from, where its script takes over several.

    Raises:
        PageError: When it is not, or where the script takes over one.
    """
    several = {"frames", "panels"} & {*fence.options}
    if isinstance(drawn, Explorable) and several != ({"frames"} if drawn.of_many else set()):
        hint = 'write frames="…" legend="…"' if drawn.of_many else "write one figure, without frames or panels"
        raise page.error(
            f'figure "{fence.id}": its script takes over another number of drawings', fence.line, hint=hint
        )
