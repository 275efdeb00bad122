"""The blocks of a page: what holds others (lists, folds, tabs, quotations, …) and what holds text or code.

The structure is that which Python-Markdown finds with the extensions of mkdocs.yml; nothing of it is used here.
"""

from collections.abc import Callable
from dataclasses import replace

from literate.grammar import rules
from literate.grammar.block import UNSEEN, Block, BlockContext
from literate.grammar.holders import HOLDERS
from literate.grammar.leaves import LEAVES
from literate.grammar.rows import Row, chunks

MAKERS = LEAVES | HOLDERS
# What goes on with what, though a line that is not shown, or ends it, stands between: the builders do not see it.
INDENTED = ("list", "definition", "fold", "tab", "admonition")
JOINED = {"code block": INDENTED, "quotation": ("quotation",), "definition": ("definition",)}


def parse_blocks(rows: list[Row], inside: Callable[[Row], list[Row]]) -> list[Block]:
    """The blocks of some rows.

    Args:
        rows: What stands in one container, or on the page.
        inside: Gives the rows of an HTML element whose content is read, for the row that stands for it.
    """
    state = BlockContext(chunks(rows), [], lambda below: parse_blocks(below, inside), inside)
    _run(state)
    return state.made


def _run(state: BlockContext, alone: bool = False) -> None:
    """Make the blocks of what stands below; what stands above a block in the same rows is made by itself."""
    while state.rest:
        kind, above, chunk = rules.split(state.rest.pop(0))
        if above and kind == "definition":  # its terms, whatever they look like
            state.made.append(Block("paragraph", above, last=above[-1].number))
        elif above:
            _run(replace(state, rest=[above]), alone=True)
        before = state.above if state.made and (alone or state.made[-1].kind in UNSEEN) else None
        new = MAKERS[kind](chunk, state)
        if before and new and before.kind in JOINED.get(new[0].kind, ()):
            new[0].stray = f"whether this goes on with the {before.kind} above is not clear"
        state.made += new
