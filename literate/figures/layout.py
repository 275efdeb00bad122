"""Where the nodes and the connections of a net stand, and whether numbers fit them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from literate.figures.digits import numbers

NAMES = (
    ("sepal length", "sepal width", "petal length", "petal width"),
    ("hidden 1", "hidden 2"),
    ("setosa", "versicolor", "virginica"),
)
ROLES = {2: ("input", "output"), 3: ("input", "hidden", "output")}
WIDTH, TOP, STEP, HALF, SIDE = 340.0, 10.0, 70.0, 20.0, 38.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Edge:
    """A connection: its layer and its two nodes, counted from 0, and where its line begins and ends."""

    layer: int
    a: int
    b: int
    start: Point
    end: Point

    @property
    def name(self) -> str:
        """The name of its weight, counted from 1."""
        return f"{self.layer + 1}-{self.a + 1}{self.b + 1}"

    def at(self, share: float) -> Point:
        """A place on its line."""
        return tuple(a + share * (b - a) for a, b in zip(self.start, self.end, strict=True))  # type: ignore[return-value]


def as_arrays(values: Any, weights: Any, back: Any, names: Any) -> tuple[list[Any], list[Any], list[Any]]:
    """The numbers as arrays, each of the shape that the names of the nodes ask for."""
    if len(names) not in ROLES:
        raise ValueError(f"names has {len(names)} layers, needed: 2 or 3")
    counts, most = [len(layer) for layer in names], len(names)
    for what, given, limit in (("values", values, most), ("weights", weights, most - 1), ("back", back, most - 1)):
        if len(given) > limit:
            raise ValueError(f"{what} has {len(given)} layers, needed: at most {limit}")
    return (
        [numbers(f"values[{n}]", given, (counts[n],)) for n, given in enumerate(values)],
        [numbers(f"weights[{n}]", given, (counts[n], counts[n + 1])) for n, given in enumerate(weights)],
        [numbers(f"back[{n}]", given, (counts[-1 - n],)) for n, given in enumerate(back)],
    )


def check_lit(chosen: set[str], edges: Sequence[Edge]) -> None:
    """Every weight that is lit is one of the net's."""
    if unknown := sorted(chosen - {"all", *(edge.name for edge in edges)}):
        raise ValueError(f"lit names {unknown[0]}, needed: all, or one of {edges[0].name} to {edges[-1].name}")


def node_middles(names: Sequence[Sequence[str]], width: float = WIDTH) -> list[list[Point]]:
    """The middle of each node; each layer takes the whole height, in equal shares."""
    whole, step = STEP * max(map(len, names)), (width - 2 * SIDE) / (len(names) - 1)
    return [
        [(SIDE + step * n, TOP + whole * (i + 0.5) / len(layer)) for i in range(len(layer))]
        for n, layer in enumerate(names)
    ]


def lowest(names: Sequence[Sequence[str]], back: bool) -> float:
    """Where the canvas ends: below the last node, and below what flows back."""
    return max(layer[-1][1] + (38 if back and n else 21) for n, layer in enumerate(node_middles(names)))


def connections(places: Sequence[Sequence[Point]]) -> Iterator[Edge]:
    """Every node of a layer with every node of the next one, from side to side."""
    for layer, (left, right) in enumerate(pairwise(places)):
        for a, (x1, y1) in enumerate(left):
            for b, (x2, y2) in enumerate(right):
                yield Edge(layer, a, b, (x1 + HALF, y1), (x2 - HALF, y2))
