"""All that can be wrong with a page before it runs: its front matter, numbers, formulas, symbols, links, folds."""

import re
from collections.abc import Iterator, Mapping, Sequence

from literate.checking import copied, links, metadata, near_misses, shown_otherwise, typed_numbers, unclosed
from literate.checking.links import Places
from literate.errors import PageError
from literate.grammar.inlines import Text
from literate.grammar.patterns import LEFT_OVER, OWN
from literate.grammar.rows import Scope, Span, blanked
from literate.maths.converter import to_mathml
from literate.reading import details, expressions
from literate.reading.package import check_package
from literate.reading.page import NUMBER, Page, blank

MODULES = (expressions, typed_numbers, details, near_misses, shown_otherwise, unclosed, copied)


def mistakes(page: Page, places: Sequence[Places], keys: Mapping[str, type]) -> Iterator[PageError]:
    """What is wrong with the language of a page; those mistakes that were found while reading, too.

    Args:
        page: The page.
        places: What gives the ids that links can name besides those that are written on the page in a file.
        keys: What the front matter may say besides what every page may.
    """
    yield from page.mistakes
    for module in MODULES:
        yield from module.mistakes(page)
    check_package(page.root)
    yield from metadata.mistakes(page, keys)
    yield from links.mistakes(page, places)
    yield from _of_formulas(page)


def _of_formulas(page: Page) -> Iterator[PageError]:
    """Formulas that become no MathML, a computed number in them counting as a digit, and TeX outside of formulas."""
    spans = list[Span]()
    for found in page.formulas:
        spans += found.scope.spans(found.start, found.end)
        try:
            display = found.kind == "display"
            if display and not OWN.fullmatch(found.written.strip()):
                raise ValueError("a paragraph of its own, with no empty line, from $$ to $$, is needed")
            if "`" in found.text:
                raise ValueError("a formula holds no code")
            to_mathml(NUMBER.sub("1", found.text), display=display)
        except ValueError as error:
            hint, length = "CONTRIBUTING.md says how formulas are written", len(found.written.split("\n")[0])
            yield page.error(f"this formula is not read: {error}", *found.place, length, hint)
    yield from _left_over(page, "\n".join(blanked(NUMBER.sub(blank, page.prose).split("\n"), spans)))
    yield from _cut_by_tables(page)


def _left_over(page: Page, text: str) -> Iterator[PageError]:
    """TeX outside of formulas; of two `$$` the first."""
    displays = [found.written.strip() for found in page.formulas if found.kind == "display"]
    is_open = any(len(written) < 4 or not written.endswith("$$") for written in displays)
    for left in LEFT_OVER.finditer(text):
        odd = left[0].count("$$") % 2 == 1
        if odd and is_open:
            is_open = False
            continue
        is_open = is_open or odd
        hint = "it has no $ on one side, or stands where none can: $$ begins and ends a paragraph of its own"
        yield page.error_at(left, "this formula is not read", hint)


def _cut_by_tables(page: Page) -> Iterator[PageError]:
    """Formulas in a row of a table with a bar in them, which ends the cell."""
    rows = [row for block in page.contents.blocks_of("table", "paragraph") for row in block.rows]
    for row in (row for row in rows if row.text.lstrip().startswith("|")):
        for found in Text(Scope(page.contents.tree.written([row])), {}).found:
            if found.kind == "formula" and re.search(r"(?<!\\)\|", found.text):
                hint = r"write \lvert and \rvert, or \mid"
                yield page.error("in a table | ends the cell", *found.place, len(found.written), hint)
