"""`[[ledger: O_error, O_delta]]` near a page's end: all quantities of the worked example, lit those that the page adds.

What an earlier part has added is known, what no part up to this one has added is still to come.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

import cloudpickle

from literate.errors import UnknownError
from literate.kit.feature import Feature, Inputs
from literate.reading import sources
from literate.reading.fences import scanned
from literate.reading.front_matter import with_meta
from literate.reading.page import Page
from literate.running.run import Run, example_of, worked_example
from literate.running.states import Values
from literate.settings import docs_of, settings_of

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


def quantities(root: Path) -> list[Quantity]:
    """The quantities in the order in which they are computed, as the front matter of the ledger's page lists them."""
    page = docs_of(root) / settings_of(root).ledger
    listed = with_meta(page, root).meta.get("quantities") or {} if page.is_file() else {}
    return [Quantity(name, shown, tuple(code)) for name, (shown, *code) in listed.items()]


def expand(run: Run, line: int, argument: str) -> str:
    """The strip, as Markdown: a list of links in the order of computation, each with its shape and its state.

    Raises:
        UnknownError: For a name that is none of the quantities, or that an earlier part has added.
    """
    root, example = run.page.root, example_of(run.page.root)
    if example is None or not example.is_file():
        raise UnknownError("there is no ledger: the page of the worked example is missing")
    states = _states(run.page, _split(argument))
    values = worked_example(root)
    page = os.path.relpath(docs_of(root) / settings_of(root).ledger, run.page.path.parent)
    key = ", ".join(f'<span class="{state}">{words}</span>' for state, words in STATES.items())
    entries = [_entry(quantity, states[quantity.name], page, values) for quantity in quantities(root)]
    opening = f"{OPENING}\n\nThe [ledger]({page}) of the worked example: {key}."
    return "\n".join(["", opening, "", *entries, "", "</div>", ""])


def _states(page: Page, new: list[str]) -> dict[str, str]:
    """The state of each quantity on a page that adds these."""
    known, names = _known(page), [quantity.name for quantity in quantities(page.root)]
    for name in new:
        if name not in names:
            raise UnknownError(f"write some of {', '.join(names)}")
        if name in known:
            raise UnknownError(f"part {known[name]} has added {name}")
    return {name: "new" if name in new else "known" if name in known else "later" for name in names}


def _entry(quantity: Quantity, state: str, page: str, values: Values) -> str:
    """One quantity; its state stands in words for those who do not see its frame."""
    import numpy as np  # no build has to wait for it before the first page runs

    arrays = [cloudpickle.loads(values[name]) for name in quantity.code]
    shapes = [str(np.shape(array)) for array in arrays if np.ndim(array)]
    shape = f" <small>{' '.join(shapes)}</small>" if shapes else ""
    return f"- [{quantity.shown}{shape}<span>, {STATES[state]}</span>]({page}#{quantity.anchor}){{: .{state} }}"


def _split(argument: str) -> list[str]:
    return [name.strip() for name in argument.split(",") if name.strip()]


def _known(page: Page) -> dict[str, int]:
    """What earlier parts have added, each with its part; on a page outside of the series all of it."""
    known: dict[str, int] = {}
    for path in sources.part_pages(page.root):
        if page.path.parent != path.parent or path.name < page.path.name:
            for mark in scanned(with_meta(path, page.root)).marks:
                names = _split(mark.argument) if mark.name == "ledger" else []
                part = sources.part_number(path, page.root) or 0
                known |= {name: part for name in names if name not in known}
    return known


def _depends(page: Page, inputs: Inputs) -> object:
    """The markers of all parts, with the names of the quantities in the worked example."""
    if not any(mark.name == "ledger" for mark in page.marks):
        return None
    marked = [(part.name, mark.argument) for part in inputs.parts for mark in part.marks if mark.name == "ledger"]
    listed = quantities(inputs.root)
    return f"{listed} {marked} " + " ".join(f"ledger.{name}" for one in listed for name in one.code)


FEATURE = Feature(markers={"ledger": expand}, depends=_depends, keys={"quantities": dict})
