"""What stands beside a walk down a curve: controls, what the walk does, and its last steps as a table."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from literate.figures.explorable import STATUS, button, controls, editing, rounded, unseen
from literate.maths.converter import to_mathml

if TYPE_CHECKING:
    from literate.figures.descent import Descent

ROWS = 6
COLUMNS = {"step": ".0f", "w": ".4f", "slope": ".4f", "value": ".4f"}
NOTHING = "\N{NO-BREAK SPACE}"


def last_steps(path: Sequence[float], f: Callable[[Any], Any], slope: Callable[[Any], Any]) -> list[list[str]]:
    """The last steps of a walk as text, each with its place, slope and value; empty where there is none."""
    first = max(len(path) - ROWS, 0)
    found = [[n, w, slope(w), f(w)] for n, w in enumerate(path)][first:]
    written = [[rounded(v, form) for v, form in zip(row, COLUMNS.values(), strict=True)] for row in found]
    return [*written, *[[NOTHING] * len(COLUMNS)] * (ROWS - len(written))]


def side(descent: "Descent") -> str:
    """Transport, verdict, rule, table, and what can be changed."""
    most = descent.data["most"]
    scrub = f'<input type="range" min="0" max="{most}" value="0" aria-label="Number of steps" data-scrub>'
    transport = controls(
        "transport", "Walk", button("back", "Back"), scrub, button("next", "Step"), button("run", "Run")
    )
    w, f = (descent.data[key] for key in ("variable", "letter"))
    rule = to_mathml(rf"{w}_{{\text{{new}}}} = {w} - \alpha \cdot {f}'({w})", display=False)
    verdict = f'<p class="verdict live" data-verdict></p><div class="equation">{rule}</div>'
    return f"{transport}{verdict}{_table(descent.rows, w)}{_edit(descent)}{STATUS}"


def _table(written: Sequence[Sequence[str]], variable: str) -> str:
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-of="{name}.{n}" data-form="{form}">{words}</td>'
            for (name, form), words in zip(COLUMNS.items(), row, strict=True)
        )
        + "</tr>"
        for n, row in enumerate(written)
    )
    heads = "".join(f'<th scope="col">{variable if name == "w" else name}</th>' for name in COLUMNS)
    return f'<table class="work"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _edit(descent: "Descent") -> str:
    """Start and rate, each to slide and to type."""
    low, high = descent.data["frames"][-1]
    slides = {"start": f'min="{low:g}" max="{high:g}" step="0.01"', "rate": 'min="-3" max="1" step="0.01"'}
    names = {"start": "Start", "rate": "Learning rate"}
    fields = "".join(
        f'<div class="pair"><label class="grow">{names[name]} <input type="range" {limits} data-slide="{name}"></label>'
        f'<label>{unseen(names[name])}<input type="text" size="7" autocomplete="off" data-value="{name}"></label></div>'
        for name, limits in slides.items()
    )
    return controls("edit", "What if?", fields, f'<span class="buttons">{editing()}</span>')
