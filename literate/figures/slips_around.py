"""What stands around a step with a slip in it: all slips to choose from, its slopes, and its code."""

from html import escape
from typing import TYPE_CHECKING

from literate.figures.explorable import STATUS, controls, editing, live_number

if TYPE_CHECKING:
    from literate.figures.slips import Slips

GOOD, BAD = "\N{CHECK MARK}", "\N{BALLOT X}"


def head(slips: "Slips", id: str) -> str:
    """A row for each step: its name, where it ends, and how many of its slopes are right."""
    rows = "".join(
        f'<tr><th scope="row"><label><input type="radio" name="{id}-slip" value="{n}" disabled'
        f"{' checked' if n == slips.shown else ''}> <span>{escape(name)}</span></label></th>"
        f"<td>{live_number(f'ends.{n}', one.errors[-1], '.4f')}</td>"
        f"<td>{live_number(f'agree.{n}', one.agree(slips.measured), '.0f')} of {len(slips.measured)}</td></tr>"
        for n, (name, one) in enumerate(slips.watched.items())
    )
    heads = "".join(f'<th scope="col">{words}</th>' for words in ("step", "MSE after 100", "slopes right"))
    return f'<table class="work choose"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def side(slips: "Slips") -> str:
    """Each slope as the step has it and as it is measured, and what the two say."""
    one = [*slips.watched.values()][slips.shown]
    rows = "".join(
        f'<tr><th scope="row">{name}</th><td>{live_number(f"taken.{n}", taken, ".6f")}</td>'
        f"<td>{live_number(f'measured.{n}', found, '.6f')}</td>"
        f"<td data-mark>{GOOD if abs(taken - found) < slips.near else BAD}</td></tr>"
        for n, (name, taken, found) in enumerate(zip(_names(slips), one.slopes, slips.measured, strict=True))
    )
    heads = "".join(f'<th scope="col">{words}</th>' for words in ("slope in", "by the step", "measured", ""))
    heads = heads.replace('<th scope="col"></th>', "<td></td>")
    table = f'<table class="work"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<p class="verdict live" data-verdict></p>{table}{controls("edit", "State", editing())}{STATUS}'


def _names(slips: "Slips") -> list[str]:
    """The names of all weights, row by row."""
    found = [slips.data["weights_1"], slips.data["weights_2"]]
    return [
        f"w[{layer}-{a}{b}]"
        for layer, rows in enumerate(found, 1)
        for a, row in enumerate(rows, 1)
        for b in range(1, len(row) + 1)
    ]


def foot(slips: "Slips") -> str:
    """The code; lines that the right step has not are lit."""
    lines = slips.data["programs"][slips.shown]["lines"]
    most = max(len(one["lines"]) for one in slips.data["programs"])
    lines = [*lines, *[("\N{NO-BREAK SPACE}", False)] * (most - len(lines))]
    lit = ' class="on"'
    items = "".join(f"<li{lit * new}><code>{escape(text)}</code></li>" for text, new in lines)
    return f'<div class="lines" tabindex="0" role="group" aria-label="The code of the step"><ol>{items}</ol></div>'
