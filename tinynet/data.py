"""The Iris data (part 3): 150 flowers, four measurements each, three species.

Source: R. A. Fisher, "The use of multiple measurements in taxonomic problems", Annals
of Eugenics 7, 1936; measured by E. Anderson, 1935.
"""

import csv
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from tinynet._checks import Matrix


class Iris(NamedTuple):
    """The Iris data.

    Attributes:
        x: The measurements in centimeters, (150 flowers, 4 input nodes).
        y: The species as one-hot labels, (150 flowers, 3 output nodes), columns as in
            `species`.
        species: The names of the species, in alphabetical order.
        feature_names: The names of the measurements.
    """

    x: Matrix
    y: Matrix
    species: tuple[str, ...]
    feature_names: tuple[str, ...]


def load_iris() -> Iris:
    """Load the Iris data, which come with the package.

    Returns:
        A new copy on each call, so that changing it changes nothing else.

    Raises:
        ValueError: When a row of the file is not four finite numbers and a species;
            names file and line.
    """
    text = files("tinynet").joinpath("iris.csv").read_text(encoding="utf-8")
    return parse_iris(text)


def parse_iris(text: str) -> Iris:
    """Read the data from text: a header, then a row for each flower."""
    header, *rows = csv.reader(text.splitlines())
    flowers = [_flower(line, row, len(header)) for line, row in enumerate(rows, 2)]
    names = [name for _, name in flowers]
    species = sorted(set(names))
    # Encode first, select rows after: a column for each species, whichever flowers are
    # taken.
    y = np.array([[float(name == one) for one in species] for name in names])
    return Iris(
        np.array([x for x, _ in flowers]), y, tuple(species), tuple(header[:-1])
    )


def _flower(line: int, row: list[str], columns: int) -> tuple[list[float], str]:
    """The measurements and the species of one row."""
    try:
        x = [float(value) for value in row[:-1]]
    except ValueError:
        x = []
    if (
        len(row) != columns
        or len(x) != columns - 1
        or not np.isfinite(x).all()
        or not row[-1].strip()
    ):
        raise ValueError(
            f"iris.csv:{line}: {','.join(row)!r}, needed: "
            f"{columns - 1} finite numbers and a species"
        )
    return x, row[-1].strip()
