"""The blocks of a page: what holds others (lists, folds, tabs, quotations, …) and what holds text or code.

The structure is that which Python-Markdown finds with the extensions of mkdocs.yml; nothing of it is used here.
"""

from collections.abc import Callable
from dataclasses import replace

from literate import rules
from literate.holders import HOLDERS
from literate.leaves import LEAVES, Block, State
from literate.rows import Row, chunks

MAKERS = LEAVES | HOLDERS


def parse(rows: list[Row], inside: Callable[[Row], list[Row]]) -> list[Block]:
    """The blocks of some rows.

    Args:
        rows: What stands in one container, or on the page.
        inside: Gives the rows of an HTML element whose content is read, for the row that stands for it.
    """
    state = State(chunks(rows), [], lambda below: parse(below, inside), inside)
    _run(state)
    return state.made


def _run(state: State) -> None:
    """Make the blocks of what stands below; what stands above a block in the same rows is made by itself."""
    while state.rest:
        kind, above, chunk = rules.split(state.rest.pop(0))
        if above and kind == "definition":  # its terms, whatever they look like
            state.made.append(Block("paragraph", above, last=above[-1].number))
        elif above:
            _run(replace(state, rest=[above]))
        state.made += MAKERS[kind](chunk, state)
