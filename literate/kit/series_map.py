"""What stands by itself around the title of a part, and of other long pages: where it is, and what comes.

Above the title: the map of the parts, this one lit, and a line of facts. Below it: the post that the part mirrors.
Below the block that follows, the lead: the sections, for a phone, and the first picture. Above the title of any other
page that is a notebook as well: where that is.
"""

from collections.abc import Mapping

from literate.grammar.block import Block
from literate.kit import course, forms, opening
from literate.kit.feature import Feature, Inputs
from literate.reading import sources
from literate.reading.page import Page
from literate.running.exchange import Drawn
from literate.running.run import Run

# Blocks of which one goes on with the other.
TOGETHER = ({"tab"}, {"term"}, {"term", "definition"}, {"definition"})
NO_FIGURES: Mapping[str, Drawn] = {}


def with_map(page: Page, lines: list[str], figures: Mapping[str, Drawn] = NO_FIGURES) -> list[str]:
    """The lines of a page below its front matter, with all this.

    Args:
        page: The page.
        lines: Its lines below the front matter, as many as are written.
        figures: What its figures have drawn, by their ids.
    """
    title = next((heading.line for heading in page.headings if heading.level == 1), 0)
    blocks = [block for block in page.blocks if block.last >= title]  # that of the title first
    if not title:
        return lines
    lead = _together(blocks)
    part = course.part(page.path, page.root) if sources.part_number(page.path, page.root) is not None else None
    above, below = (opening.facts(page, part), opening.post(page, part)) if part else (forms.line(page), "")
    first, alone = opening.opening_lines(page, figures), blocks[0].line == title and blocks[0].kind == "heading"
    places = {blocks[0].line - 1: above, blocks[0].last: below if alone else ""}
    places[lead] = "\n\n".join(text for text in (places.get(lead), "" if alone else below, first) if text)
    made = lines[:]
    for at, text in sorted(places.items(), reverse=True):
        made[at - page.first : at - page.first] = ["", text, ""] if text else []
    return made


def _together(blocks: list[Block]) -> int:
    """The last line of the title and the block below it, with what goes on with that one; a section is none."""
    count = 1 if [block.kind for block in blocks[:2]] == ["heading", "heading"] else 2
    while blocks[count:] and {blocks[count - 1].kind, blocks[count].kind} in TOGETHER:
        count += 1
    return max(block.last for block in blocks[:count])


def _added(run: Run, lines: list[str]) -> list[str]:
    return with_map(run.page, lines, run.figures)


def _depends(page: Page, inputs: Inputs) -> object:
    """What the front matter of all parts says."""
    return [(part.name, part.meta) for part in inputs.parts]


FEATURE = Feature(add=_added, depends=_depends)
