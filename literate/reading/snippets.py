"""Named sections of source files: the lines between `# --8<-- [start:name]` and `# --8<-- [end:name]`."""

import re
import textwrap
from pathlib import Path
from typing import NamedTuple

from literate.errors import PageError, text_of

MARK = re.compile(r"^\s*#\s*--8<--\s*\[(?P<kind>start|end):(?P<name>[a-z][-_0-9a-z]*)\]\s*$")
KINDS = ["start", "end"]
SNIPPET = re.compile(r'^-+8<-+ +"(?P<file>[^":]+):(?P<name>[a-z][-_0-9a-z]*)" *$')
# Formatters and keyboards break it so: --8 <--, --8\\<--, –8<–. A semicolon once kept it from being read.
NEARLY = re.compile(r"^\s*;*\s*(?:[-–—]{2,}\s*\\?8\s*\\?<\s*[-–—]|-8<-|[–—]8<[–—])")


class Line(NamedTuple):
    """One line of a cell.

    Attributes:
        text: The line as the page shows it.
        file: Absolute path of the file in which it is written.
        number: Its number there, from 1.
        indent: How many columns were taken off it.
        call: The line of the page that names its section; 0 when it stands on the page itself.
    """

    text: str
    file: Path
    number: int
    indent: int
    call: int = 0


def section(root: Path, relative: str, name: str, call: int) -> list[Line]:
    """The lines of one section, without the marks of others inside it.

    Args:
        root: The repository's root.
        relative: The file, below the root.
        name: The section.
        call: The line of the page that asks for it.

    Raises:
        LookupError: When the section is not there; says which are.
        PageError: When it starts twice, or its end is missing.
    """
    source = text_of(root / relative, root).split("\n")
    marks = {number: found for number, text in enumerate(source, 1) if (found := MARK.match(text))}
    own = [(found["kind"], number) for number, found in marks.items() if found["name"] == name]
    kinds = [kind for kind, _ in own]
    if "start" not in kinds:
        there = sorted({found["name"] for found in marks.values() if found["kind"] == "start"})
        raise LookupError(f"sections there: {', '.join(there) or 'none'}")
    if kinds != KINDS:
        counts = f"{kinds.count('start')} and {kinds.count('end')}"
        message = f'section "{name}" needs one start and, below it, one end; it has {counts}'
        hint = f"write # --8<-- [start:{name}] and # --8<-- [end:{name}] once each, in this order"
        wrong = next((n for (kind, n), needed in zip(own, KINDS, strict=False) if kind != needed), own[-1][1])
        raise PageError(message, relative, wrong, 1, len(source[wrong - 1]), source[wrong - 1], hint)
    numbers = [number for number in range(own[0][1] + 1, own[1][1]) if number not in marks]
    for number in numbers:
        if NEARLY.match(source[number - 1]):
            what = "a section holds no other: this line would be shown as it is"
            raise PageError(what, relative, number, 1, len(source[number - 1]), source[number - 1], "take it away")
    if not numbers:
        text = source[own[0][1] - 1]
        raise PageError(f'section "{name}" is empty', relative, own[0][1], 1, len(text), text, "write lines into it")
    shown = textwrap.dedent("\n".join(source[number - 1] for number in numbers)).split("\n")
    pairs = zip(numbers, shown, ["x", *shown], strict=False)  # a page has one blank line where the source has two
    return [
        Line(text, root / relative, n, len(source[n - 1]) - len(text), call)
        for n, text, above in pairs
        if text or above
    ]
