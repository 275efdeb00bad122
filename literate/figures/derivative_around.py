"""What stands around the derivatives of all weights: which flower, formulas, the sum written out, controls, lines."""

from string import Template
from typing import TYPE_CHECKING

from literate.figures.explorable import STATUS, controls, editing, unseen
from literate.figures.walk_around import errors, flower_choice, written_lines
from literate.maths.converter import to_mathml

if TYPE_CHECKING:
    from literate.figures.derivative import Derivative

MORE = 6  # rows beside those of the flowers: heads, sum, the same measured, what was, what is taken off, what is left


def head(one: "Derivative", id: str) -> str:
    """Whose factors are shown, and the error before and after the step. No value here is that of a drawing."""
    names = one.names[-1]
    choice = flower_choice(id, names, one.shown, lambda _, name: f'value="{name}" data-flower')
    whose = f"<span>factors for the <b data-whose>{names[one.shown]}</b></span>"
    return f'<div class="head">{choice}<p class="errors">{whose} {errors(one)}</p></div>'


def under(one: "Derivative") -> str:
    """The formula with all factors, and which number of the matrix it is."""
    layer, a, b = one.weight
    line = next(line for line in one.plan["lines"] if line["name"] == one.plan["wires"][layer - 1][1])
    pieces = (Template(piece).substitute(a=a, b=b) for piece in line["chain"])
    formula = " ".join(to_mathml(piece, display=False) for piece in pieces)
    row, column = f"row {a} ({one.names[layer - 1][a - 1]})", f"column {b} ({one.names[layer][b - 1]})"
    entry = f"<code>{line['name']}[{a - 1}, {b - 1}]</code>: {row}, {column}."
    more = f' <a href="{one.links.format(f"{layer}-{a}{b}")}">Flower by flower</a>.' if one.links else ""
    return f'<p class="chain" data-search-exclude>{formula}</p><p data-search-exclude>{entry}{more}</p>'


def side(one: "Derivative") -> str:
    """The sum over the flowers, and what can be changed."""
    weight = (
        f'<label class="grow">{unseen("The weight, by sliding")}'
        '<input type="range" min="-3" max="3" step="0.01" data-slide></label>'
        f'<label>{unseen("The weight")}<input type="text" size="7" autocomplete="off" data-value></label>'
        '<label>Learning rate <input type="text" size="5" autocomplete="off" data-rate></label>'
    )
    rows = "<tr><td></td><td></td><td>\N{NO-BREAK SPACE}</td></tr>" * (len(one.names[-1]) + MORE)
    sums = f'<table class="work"><tbody data-work>{rows}</tbody></table>'
    buttons = f'<span class="buttons">{editing()}</span>'
    turned = f'<p class="place" data-place></p>{controls("edit", "What if?", weight)}'
    return f"{turned}{sums}{controls('edit', 'State', buttons)}{STATUS}"


def foot(one: "Derivative") -> str:
    """The lines on the way back, from the error on."""
    names = [line.name for line in one.plan.lines]
    return written_lines(one.plan.lines[names.index(one.plan["total"]) + 1 :])
