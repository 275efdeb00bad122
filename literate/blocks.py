"""The blocks of a page: what holds others (lists, folds, tabs, quotations, …) and what holds text or code.

The structure is that which Python-Markdown finds with the extensions of mkdocs.yml; nothing of it is used here.
"""

from collections.abc import Callable

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
    while state.rest:
        kind, above, chunk = rules.split(state.rest.pop(0))
        if above:
            state.rest[:0] = [above, chunk]
        else:
            state.made += MAKERS[kind](chunk, state)
    return state.made
