"""A net while it trains: its error on a long axis, and which flowers it names right."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from literate.figures import lab_around
from literate.figures.axes import WIDTH, Axes
from literate.figures.digits import counted, numbers
from literate.figures.explorable import Explorable
from literate.figures.lab_net import HIGH, draw_trainings
from literate.figures.layout import NAMES
from literate.figures.plan import named_lines

MOST, AIR = 100_000, 1.15


class Trained(NamedTuple):
    """Rows that a net was trained on, or that were set aside: what they are, what it should say, and what it says."""

    x: Any
    y: Any
    said: Any

    @property
    def right(self) -> Any:
        """Which rows it names right."""
        return self.said.argmax(axis=1) == self.y.argmax(axis=1)


class Lab(Explorable):
    """The figure that `train_by_hand` draws."""

    module, beside = "lab", "side"
    source = ""
    names: Sequence[str] = ()
    rows: Mapping[str, Trained]
    error = 0.0

    def fill(self, root: Path) -> None:
        """Read the code that a copied program is made of."""
        self.data |= named_lines(root, self.source)

    def side(self, id: str) -> str:
        """What came out, in numbers and in words, and what can be changed."""
        return lab_around.side(self)


def train_by_hand(
    source: str,
    sets: Mapping[str, Sequence[Any]],
    starts: Mapping[int, tuple[Any, Any]],
    seed: int,
    learning_rate: float,
    errors: Sequence[float],
    said: tuple[Any, Any],
    baselines: Mapping[str, float],
    beside: Mapping[str, Sequence[float]] | None = None,
    names: Sequence[str] = NAMES[-1],
    title: str = "A net while it trains",
    caption: str = "",
) -> Lab:
    """Draw a training: the error over the epochs, and each flower, right or wrong.

    Args:
        source: The file with the code of the training, below the root of the project.
        sets: What there is to train on, each (x, y, x_test, y_test); the figure shows the first.
        starts: For each seed the weights to start from.
        seed: The seed of the training that is drawn.
        learning_rate: Its rate.
        errors: Its error after 0, 1, 2 … epochs.
        said: What the net says in the end, to the training rows and to those set aside.
        baselines: Errors to compare with.
        beside: The errors of other trainings, by their names.
        names: The names of the species.
        title: What the figure shows.
        caption: What stands below it; true whatever the reader changes.

    Raises:
        ValueError: When rows, labels, weights or errors do not fit.
    """
    x, y, x_test, y_test = next(iter(sets.values()))
    kinds = y.shape[1]
    counted("names", names, kinds)
    rows = {"train": _trained(x, y, said[0], kinds), "test": _trained(x_test, y_test, said[1], kinds)}
    courses = {"": numbers("errors", errors, (None,))} | {
        name: numbers(name, course, (None,)) for name, course in (beside or {}).items()
    }
    axes = _axes(courses, baselines)
    canvas = Lab(WIDTH, axes.canvas.height + HIGH, title, caption)
    canvas.source, canvas.names, canvas.rows, canvas.error = source, names, rows, float(courses[""][-1])
    canvas.data = _told(sets, starts, seed) | {"seed": seed, "rate": float(learning_rate), "step": len(errors) - 1}
    canvas.data |= {"most": MOST, "known_nothing": min(baselines.values())}
    draw_trainings(canvas, axes, courses, baselines)
    lab_around.invariants(canvas)
    return canvas


def _trained(x: Any, y: Any, said: Any, kinds: int) -> Trained:
    x = numbers("x", x, (None, None))
    return Trained(x, numbers("y", y, (len(x), kinds)), numbers("said", said, (len(x), kinds)))


def _axes(courses: Mapping[str, Any], baselines: Mapping[str, float]) -> Axes:
    """Axes for as many epochs as a reader may take, and for errors somewhat above those of the page."""
    highest = max(max(map(max, courses.values())), *baselines.values()) * AIR
    return Axes([1, MOST], [highest], ("epochs", "MSE"), "", "", log_x=True, zero=True, width=WIDTH - 10)


def _told(sets: Mapping[str, Sequence[Any]], starts: Mapping[int, tuple[Any, Any]], seed: int) -> dict[str, Any]:
    """What a script needs to train: rows with the number of their species, and weights."""
    if seed not in starts:
        raise ValueError(f"seed is {seed}, needed one of: {', '.join(map(str, starts))}")
    told = [
        {
            "name": name,
            **{key: np.asarray(rows).tolist() for key, rows in (("x", x), ("x_test", x_test))},
            **{
                key: np.argmax(labels, axis=1).tolist() for key, labels in (("y", y), ("y_test", y_test)) if len(labels)
            },
        }
        for name, (x, y, x_test, y_test) in sets.items()
    ]
    weights = {str(seed): [w_1.tolist(), w_2.tolist()] for seed, (w_1, w_2) in starts.items()}
    return {"sets": told, "starts": weights}
