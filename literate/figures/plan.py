"""The plan of a walk through lines of code: what stands at each place, as a file of the course has it."""

import ast
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from literate.figures.layout import ROLES
from literate.reading.snippets import section


class WalkLine(NamedTuple):
    """A line of the walk.

    Attributes:
        name: The name that its code makes.
        code: The line of code.
        equation: The same for whole matrices, as TeX.
        formula: The same for one number, as TeX with `$n` for a node, `$a` and `$b` for the ends of a weight.
        shape: How its places lie: (nodes,), (from, to), or () for one place.
    """

    name: str
    code: str
    equation: str
    formula: str
    shape: tuple[int, ...]

    def places(self) -> Iterator[tuple[str, str]]:
        """The name of each place, and its formula."""
        counts = [*self.shape, 1, 1][:2]
        for item in range(counts[0] * counts[1]):
            a, b = item // counts[1] + 1, item % counts[1] + 1
            yield f"{self.name}.{item}", Template(self.formula).substitute(n=item + 1, a=a, b=b)


class Plan:
    """What a walk shows.

    Attributes:
        lines: The lines in order, as far as this walk goes.
        definitions: Code that the lines need, as text.
        later: Names that the walk does not come to.
    """

    def __init__(self, root: Path, source: str, last: str, names: Sequence[Sequence[str]]) -> None:
        """Read a plan.

        Args:
            root: The root of the project.
            source: The file, below it.
            last: The line with which this walk ends; empty for all lines.
            names: The names of the nodes, layer by layer.

        Raises:
            ValueError: When the file is not there, or a line is named that no section makes.
        """
        if not (root / source).is_file():
            raise ValueError(f"{source} is not there, needed: the plan of the walk")
        self.root, self.names = root, names
        self.written: dict[str, Any] = tomllib.loads((root / source).read_text(encoding="utf-8"))
        code = dict(self._statements())
        lines = self.written["lines"]
        wanted = [line["name"] for line in lines]
        for name in [*wanted, *([last] if last else [])]:
            if name not in code or name not in wanted:
                raise ValueError(
                    f"{source} has no line {name}, needed one of: {', '.join(w for w in wanted if w in code)}"
                )
        end = wanted.index(last) + 1 if last else len(wanted)
        self.later = {*wanted[end:]}
        self.lines = [self._line(line, code[line["name"]]) for line in lines[:end]]
        self.definitions = "\n".join(self._text("definitions"))

    def __getitem__(self, key: str) -> Any:
        """What the file has under a name."""
        return self.written[key]

    def shows(self, name: str) -> bool:
        """Whether a number stands in the picture: it is given, or a line of this walk makes it."""
        return name in self["given"] or name not in self.later

    def stops(self) -> list[tuple[str, int]]:
        """Each place of the walk: the name of its line, and which of its numbers."""
        return [(line.name, item) for line in self.lines for item, _ in enumerate(line.places())]

    def needs(self) -> Iterator[str]:
        """The names of all numbers that the figure shows."""
        yield from self["given"]
        yield from (line.name for line in self.lines if line.name not in self["given"])

    def _statements(self) -> Iterator[tuple[str, str]]:
        """The statements of the sections that make one name, each on one line, whether it is written so or not."""
        text = "\n".join(self._text("sections"))
        for node in ast.parse(text).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                written = text.split("\n")[node.lineno - 1 : node.end_lineno]
                yield node.targets[0].id, written[0] if len(written) == 1 else ast.unparse(node)

    def _text(self, which: str) -> list[str]:
        """The code of some sections, line by line."""
        found = (one.rpartition(":") for one in self.written[which])
        return [line.text for file, _, name in found for line in section(self.root, file, name, 0)]

    def _line(self, line: Mapping[str, str], code: str) -> WalkLine:
        return WalkLine(line["name"], code.rstrip(), line["equation"], line["formula"], self._shape(line["places"]))

    def _shape(self, places: str) -> tuple[int, ...]:
        """A place for each node of a layer, for each weight between two layers, or one."""
        counts, roles = [len(layer) for layer in self.names], ROLES[len(self.names)]
        if places in roles:
            return (counts[roles.index(places)],)
        wires = [pair[0] for pair in self.written["wires"]]
        return (counts[wires.index(places)], counts[wires.index(places) + 1]) if places in wires else ()


def named_lines(root: Path, source: str) -> dict[str, list[str]]:
    """Lines of code by the names that a file of the project gives them: what a copied program is made of.

    Raises:
        ValueError: When there is no such file.
    """
    if not (root / source).is_file():
        raise ValueError(f"{source} is not there, needed: the code of a program to copy")
    parts = tomllib.loads((root / source).read_text(encoding="utf-8"))
    named = {part: [one.rpartition(":") for one in sections] for part, sections in parts.items()}
    return {
        part: [line.text for file, _, name in found for line in section(root, file, name, 0)]
        for part, found in named.items()
    }
