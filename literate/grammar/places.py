"""The places of a page that links can name."""

import re
from collections.abc import Iterator

from literate.grammar.attributes import attributes
from literate.grammar.contents import Contents
from literate.grammar.patterns import ATTRIBUTES, PLACE
from literate.grammar.rows import blanked


def written_ids(contents: Contents) -> Iterator[tuple[str, int, int]]:
    """Each id that the page writes down, in an attribute list or a tag, with its line and column."""
    spans = [span for one in contents.formulas for span in one.scope.spans(one.start, one.end)]
    for number, line in enumerate(blanked(contents.prose.split("\n"), spans), 1):
        for found in ATTRIBUTES.finditer(line):
            for place in (one for one in PLACE.finditer(found[0]) if one["id"]):
                yield place["id"], number, found.start() + place.start("id") + 1
    for tag in contents.of("tag"):
        has = attributes(tag.written)
        if name := has.get("id") or (has.get("name") if tag.text == "a" else ""):
            at = re.search(rf"\b(?:id|name)\s*=\s*[\"']?(?={re.escape(name)})", tag.written)
            yield name, *tag.scope.place(tag.start + (at.end() if at else 0))


def documented(contents: Contents) -> Iterator[str]:
    """The names whose documentation stands on the page."""
    yield from (block.found["name"] for block in contents.blocks_of("documented") if block.found)
