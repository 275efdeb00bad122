"""A fenced block of a page, as it is written and with the sections that it shows."""

from dataclasses import dataclass

from literate.reading.snippets import Line


@dataclass(frozen=True)
class Fence:
    """One fenced block; a cell when it is executed. Lines count from 1, the marks' own lines included."""

    line: int
    last: int
    indent: int
    language: str
    options: dict[str, str]
    lines: tuple[Line, ...] = ()

    @property
    def is_cell(self) -> bool:
        """Whether this block is executed."""
        return "exec" in self.options

    @property
    def is_figure(self) -> bool:
        """Whether this block draws a figure."""
        return self.language == "figure"

    @property
    def is_late(self) -> bool:
        """Whether this block draws what the page has at its end."""
        return self.is_figure and self.options.get("at") == "end"

    @property
    def id(self) -> str:
        """The name of the cell, unique on its page."""
        return self.options["id"]

    @property
    def source(self) -> str:
        """The code as the page shows it and as it runs, sections expanded."""
        return "\n".join(line.text for line in self.lines)
