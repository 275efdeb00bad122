"""What readers see runs without what they do not: no cell of the page needs a name that only a folded cell makes."""

from collections.abc import Iterator
from symtable import SymbolTable, symtable

from literate.errors import PageError
from literate.kit.feature import Feature
from literate.reading.page import Fence, Page


def mistakes(page: Page) -> Iterator[PageError]:
    """Cells that stand open on the page and take a name from one in a fold, each at its first line."""
    makers: dict[str, Fence] = {}
    for cell in page.cells:
        try:
            made, taken = _names(symtable(cell.source, page.name, "exec"))
        except (SyntaxError, ValueError):
            return  # a mistake by itself
        for name in [] if _is_folded(page, cell) else sorted(taken & {*makers}):
            if _is_folded(page, makers[name]):
                hint = f"take it from a cell that stands open, not from the fold at line {makers[name].line}"
                yield page.error(f'this cell needs "{name}", which a folded cell makes', cell.line, hint=hint)
        makers |= dict.fromkeys(made, cell)


def _is_folded(page: Page, cell: Fence) -> bool:
    """Whether a cell stands in a fold."""
    return any(block.line < cell.line <= block.last for block in page.folds if block.kind == "fold")


def _names(module: SymbolTable) -> tuple[set[str], set[str]]:
    """The names that a cell makes, and those that it takes from the cells before it."""
    made = {one.get_name() for one in module.get_symbols() if one.is_assigned() or one.is_imported()}
    tables = [module]
    for table in tables:
        tables += table.get_children()
    used = {
        one.get_name() for table in tables for one in table.get_symbols() if one.is_global() and one.is_referenced()
    }
    return made, used - made


FEATURE = Feature(check=mistakes)
