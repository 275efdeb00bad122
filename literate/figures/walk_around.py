"""What stands around the picture of a walk: the error, the place with its formula, controls, lines, and a table."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from literate.figures.explorable import STATUS, button, controls, live_number, rounded, unseen
from literate.figures.plan import WalkLine
from literate.maths.converter import to_mathml

if TYPE_CHECKING:
    from literate.figures.walk import Walk

ROWS = 6  # the longest sum: a product for each flower, their sum, the same divided, the same measured


def head(walk: "Walk", id: str) -> str:
    """Which flower, and the error before and after the step."""
    choice = flower_choice(id, walk.names[-1], 0, lambda n, _: f'value="{n}"')
    return f'<div class="head">{choice}<p class="errors">{errors(walk)}</p></div>'


def flower_choice(id: str, names: Sequence[str], shown: int, marks: Callable[[int, str], str]) -> str:
    """The choice of a flower; `marks` gives the attributes by which a script knows each."""
    radios = "".join(
        f'<label><input type="radio" name="{id}-flower" {marks(n, name)}{" checked" * (n == shown)}> {name}</label>'
        for n, name in enumerate(names)
    )
    return f'<fieldset class="flowers live" disabled data-search-exclude><legend>Flower</legend>{radios}</fieldset>'


def errors(walk: "Walk") -> str:
    """The error before and after the step."""
    return " ".join(
        f"<span>{words} <b>{live_number(name, walk.values[name], '.6f')}</b></span>"
        for name, words in walk.plan["errors"].items()
        if name in walk.values
    )


def side(walk: "Walk") -> str:
    """Where the walk is, and what can be changed."""
    last = len(walk.plan.stops())
    scrub = f'<input type="range" min="0" max="{last}" value="0" aria-label="Place on the walk" data-scrub>'
    transport = controls("transport", "Walk", button("back", "Back"), scrub, button("next", "Next"))
    rows = "<tr><td></td><td></td><td>\N{NO-BREAK SPACE}</td></tr>" * ROWS
    sums = f'<table class="work"><tbody data-work>{rows}</tbody></table>'
    place = f'<p class="place" data-place></p><div class="equation" data-equation></div>{sums}'
    return f'<div class="card">{transport}{place}</div>{_edit(walk)}{STATUS}'


def _edit(walk: "Walk") -> str:
    """What can be changed: a weight, the rate, and the steps that are taken."""
    options = "".join(
        f'<option value="{layer + 1}-{a + 1}{b + 1}">{left} to {right}</option>'
        for layer in range(len(walk.names) - 1)
        for a, left in enumerate(walk.names[layer])
        for b, right in enumerate(walk.names[layer + 1])
    )
    weight = (
        f"<label>Weight <select data-weight>{options}</select></label>"
        f'<label class="grow">{unseen("Its value, by sliding")}'
        '<input type="range" min="-3" max="3" step="0.01" data-slide></label>'
        f'<label>{unseen("Its value")}<input type="text" size="7" autocomplete="off" data-value></label>'
    )
    rate = '<label>Learning rate <input type="text" size="5" autocomplete="off" data-rate></label>'
    steps = [button("step", "Take the step"), button("hundred", "Take 100")]
    whole = walk.plan.lines[-1].name in walk.plan["given"]  # the walk ends with new weights
    always = [
        button("undo", "Undo"),
        button("reset", "Reset"),
        button("script", "Copy as NumPy"),
        button("link", "Copy link"),
    ]
    buttons = "".join([*(steps if whole else []), *always])
    return controls("edit", "What if?", weight, rate if whole else "", f'<span class="buttons">{buttons}</span>')


def foot(walk: "Walk") -> str:
    """The lines, every number as a table, and the formulas of the places."""
    formulas = "".join(
        f'<span data-at="{place}">{to_mathml(tex, display=False)}{_more(walk, line, n)}</span>'
        for line in walk.plan.lines
        for n, (place, tex) in enumerate(line.places())
    )
    return f"{written_lines(walk.plan.lines)}{_table(walk)}<template>{formulas}</template>"


def _more(walk: "Walk", line: WalkLine, item: int) -> str:
    """Where a slope is told with all its factors."""
    updates = [update for _, update in walk.plan["wires"]]
    if not walk.links or line.name not in updates:
        return ""
    a, b = divmod(item, line.shape[1])
    return f' <a href="{walk.links.format(f"{updates.index(line.name) + 1}-{a + 1}{b + 1}")}">its factors</a>'


def written_lines(lines: Sequence[WalkLine]) -> str:
    """Lines of the step, each as an equation and as code."""
    items = "".join(
        f'<li data-line="{line.name}"><span class="eq">{to_mathml(line.equation, display=False)}</span>'
        f" <code>{escape(line.code.partition('  #')[0])}</code></li>"
        for line in lines
    )
    return f'<div class="lines" tabindex="0" role="group" aria-label="The lines of the step"><ol>{items}</ol></div>'


def _table(walk: "Walk") -> str:
    """Every number that the lines make, row by row."""
    wide = max(len(layer) for layer in walk.names[1:])
    rows = "".join(_rows(walk, name, wide) for name in walk.plan.needs() if walk.values[name].ndim == 2)
    heads = "".join(f'<th scope="col">{n + 1}</th>' for n in range(max(wide, len(walk.names[0]))))
    return (
        '<details class="numbers" data-search-exclude><summary>Every number of this step as a table</summary>'
        f'<table><thead><tr><th scope="col">what</th><th scope="col">row</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></details>"
    )


def _rows(walk: "Walk", name: str, wide: int) -> str:
    matrix, layers = walk.values[name], walk.names
    wires = [pair for pair in walk.plan["wires"] if name in pair]
    heads = layers[walk.plan["wires"].index(wires[0])] if wires else layers[-1]
    most = max(wide, len(layers[0]))
    shown = []
    for row, head in enumerate(heads):
        columns = matrix.shape[1]
        cells = "".join(
            f'<td data-of="{name}.{row * columns + n}" data-form=".6f" data-whole>{rounded(value, ".6f")}</td>'
            for n, value in enumerate(matrix[row])
        )
        shown.append(
            f'<tr><th scope="row"><code>{name}</code></th><td>{head}</td>{cells}{"<td></td>" * (most - columns)}</tr>'
        )
    return "".join(shown)
