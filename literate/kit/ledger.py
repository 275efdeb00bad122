"""`[[ledger: O_error, O_delta]]` near a page's end: all quantities of the worked example, lit those that the page adds.

What an earlier part has added is known, what no part up to this one has added is still to come.
"""

import os
import re
from typing import NamedTuple

import cloudpickle
import numpy as np

from literate.errors import UnknownError
from literate.reading import sources
from literate.reading.fences import scanned
from literate.reading.front_matter import with_meta
from literate.reading.page import Page
from literate.running.run import LEDGER, Run, worked_example
from literate.running.steps import Values

PAGE = "docs/ledger.md"
OPENING = '<div class="ledger" markdown data-search-exclude="">'  # search has these names in the legend already
STATES = {"known": "known", "new": "new on this page", "later": "still to come"}


class Quantity(NamedTuple):
    """One quantity: its name in a marker, how the strip shows it, and its names in the worked example."""

    name: str
    shown: str
    code: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Its place on the ledger's page."""
        return re.sub("[ _]", "-", self.name.lower())


# In the order in which they are computed.
QUANTITIES = [
    Quantity("X", r"$\rin{X}$", ("x",)),
    Quantity("Y", r"$\rlab{Y}$", ("y",)),
    Quantity("W_1", r"$\rwt{W}_1$", ("weights_1",)),
    Quantity("W_2", r"$\rwt{W}_2$", ("weights_2",)),
    Quantity("H_in", r"$\rhid{H}_{\text{in}}$", ("hidden_layer_inputs",)),
    Quantity("H_out", r"$\rhid{H}_{\text{out}}$", ("hidden_layer_outputs",)),
    Quantity("O_in", r"$\rout{O}_{\text{in}}$", ("output_layer_inputs",)),
    Quantity("O_out", r"$\rout{O}_{\text{out}}$", ("output_layer_outputs",)),
    Quantity("MSE", r"$\text{MSE}$", ("mse_before",)),
    Quantity("O_error", r"$\rerr{O}_{\text{error}}$", ("output_layer_error",)),
    Quantity("O_delta", r"$\rerr{O}_{\text{delta}}$", ("output_layer_delta",)),
    Quantity("W_2-update", r"$\rupd{W}_{2\text{-update}}$", ("weights_2_update",)),
    Quantity("H_error", r"$\rerr{H}_{\text{error}}$", ("hidden_layer_error",)),
    Quantity("H_delta", r"$\rerr{H}_{\text{delta}}$", ("hidden_layer_delta",)),
    Quantity("W_1-update", r"$\rupd{W}_{1\text{-update}}$", ("weights_1_update",)),
    Quantity("new weights", r"new $\rwt{W}_1$, $\rwt{W}_2$", ("weights_1", "weights_2")),
    Quantity("new MSE", r"new $\text{MSE}$", ("mse_after",)),
]
NAMES = [quantity.name for quantity in QUANTITIES]


def made(run: Run, line: int, argument: str) -> str:
    """The strip, as Markdown: a list of links in the order of computation, each with its shape and its state.

    Raises:
        UnknownError: For a name that is none of the quantities, or that an earlier part has added.
    """
    if not (run.page.root / LEDGER).is_file():
        raise UnknownError(f"there is no ledger: {LEDGER} is missing")
    states = _states(run.page, _split(argument))
    values = worked_example(run.page.root)
    page = os.path.relpath(run.page.root / PAGE, run.page.path.parent)
    key = ", ".join(f'<span class="{state}">{words}</span>' for state, words in STATES.items())
    entries = [_entry(quantity, states[quantity.name], page, values) for quantity in QUANTITIES]
    opening = f"{OPENING}\n\nThe [ledger]({page}) of the worked example: {key}."
    return "\n".join(["", opening, "", *entries, "", "</div>", ""])


def _states(page: Page, new: list[str]) -> dict[str, str]:
    """The state of each quantity on a page that adds these."""
    known = _known(page)
    for name in new:
        if name not in NAMES:
            raise UnknownError(f"write some of {', '.join(NAMES)}")
        if name in known:
            raise UnknownError(f"part {known[name]} has added {name}")
    return {name: "new" if name in new else "known" if name in known else "later" for name in NAMES}


def _entry(quantity: Quantity, state: str, page: str, values: Values) -> str:
    """One quantity; its state stands in words for those who do not see its frame."""
    arrays = [cloudpickle.loads(values[name]) for name in quantity.code]
    shapes = [str(np.shape(array)) for array in arrays if np.ndim(array)]
    shape = f" <small>{' '.join(shapes)}</small>" if shapes else ""
    return f"- [{quantity.shown}{shape}<span>, {STATES[state]}</span>]({page}#{quantity.anchor}){{: .{state} }}"


def _split(argument: str) -> list[str]:
    return [name.strip() for name in argument.split(",") if name.strip()]


def _known(page: Page) -> dict[str, int]:
    """What earlier parts have added, each with its part; on a page outside of the series all of it."""
    known: dict[str, int] = {}
    for path in sources.parts(page.root):
        if page.path.parent != path.parent or path.name < page.path.name:
            for mark in scanned(with_meta(path, page.root)).marks:
                names = _split(mark.argument) if mark.name == "ledger" else []
                known |= {name: int(path.name[:2]) for name in names if name not in known}
    return known
