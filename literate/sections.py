"""Named sections of source files: the lines between `# --8<-- [start:name]` and `# --8<-- [end:name]`."""

import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from literate.errors import PageError

MARK = re.compile(r"^\s*#\s*--8<--\s*\[(?P<kind>start|end):(?P<name>[a-z][-_0-9a-z]*)\]\s*$")


@dataclass(frozen=True)
class Part:
    """Consecutive lines of a cell that stand one after another in one file.

    Attributes:
        file: Absolute path of the file in which the lines are written.
        line: Number of the first line there, from 1.
        lines: The lines as the page shows them.
        indent: How many columns were taken off each line.
        page_line: The line of the page that shows them: their own, or the one that names the section.
    """

    file: Path
    line: int
    lines: tuple[str, ...]
    indent: int
    page_line: int


def section(root: Path, relative: str, name: str, page_line: int) -> list[Part]:
    """The lines of one section, without the marks of others inside it, as a list of parts.

    Args:
        root: The repository's root.
        relative: The file, below the root.
        name: The section.
        page_line: The line of the page that asks for it.

    Raises:
        LookupError: When the section is not there; says which are.
        PageError: When it starts twice, or its end is missing.
    """
    file = root / relative
    source = file.read_text(encoding="utf-8").split("\n")
    marks = [(number, found) for number, text in enumerate(source, 1) if (found := MARK.match(text))]
    starts = [number for number, found in marks if found["kind"] == "start" and found["name"] == name]
    ends = [number for number, found in marks if found["kind"] == "end" and found["name"] == name]
    if not starts:
        there = sorted({found["name"] for _, found in marks})
        raise LookupError(f"sections there: {', '.join(there) or 'none'}")
    if len(starts) > 1 or len(ends) != 1 or ends[0] < starts[0]:
        wrong = (starts[1:] or ends[1:] or starts)[0]
        raise PageError(
            f'section "{name}" needs one start and, below it, one end; it has {len(starts)} and {len(ends)}',
            relative,
            wrong,
            length=len(source[wrong - 1]),
            text=source[wrong - 1],
            hint=f"write # --8<-- [start:{name}] and # --8<-- [end:{name}] once each, in this order",
        )
    skip = {number for number, _ in marks}
    numbers = [number for number in range(starts[0] + 1, ends[0]) if number not in skip]
    return _parts(file, source, numbers, page_line)


def _parts(file: Path, source: list[str], numbers: list[int], page_line: int) -> list[Part]:
    """Dedent the lines together, then split them where their numbers leave a gap."""
    shown = textwrap.dedent("\n".join(source[number - 1] for number in numbers)).split("\n")
    parts: list[Part] = []
    for number, text in zip(numbers, shown, strict=False):
        indent = max(0, len(source[number - 1]) - len(text)) if text else 0
        if parts and parts[-1].line + len(parts[-1].lines) == number:
            last = parts.pop()
            joined = (*last.lines, text)
            parts.append(Part(file, last.line, joined, max(last.indent, indent), page_line))
        else:
            parts.append(Part(file, number, (text,), indent, page_line))
    return parts
