"""A few steps of a net on a few flowers: what it says to each, as bars, and a table of how that changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from literate.figures.canvas import coordinate
from literate.figures.digits import counted, number, numbers
from literate.figures.explorable import STATUS, Explorable, controls, editing, live_number
from literate.figures.layout import NAMES
from literate.figures.plan import named_lines

WIDTH, GROUP, BAR, FLOOR, TALL, HIGH = 340.0, 113.0, 27.0, 100.0, 72.0, 134.0
GOOD, BAD = "\N{CHECK MARK}", "\N{BALLOT X}"


class After(NamedTuple):
    """A net after some steps: how many, its error, and what it says to each flower."""

    steps: int
    mse: float
    said: Any


class StepsByHand(Explorable):
    """The figure that `steps_by_hand` draws."""

    module = "steps"
    source = ""
    names: Sequence[str] = ()
    rows: Sequence[After] = ()

    def fill(self, root: Path) -> None:
        """Read the code that a copied program is made of."""
        self.data |= named_lines(root, self.source)

    def side(self, id: str) -> str:
        """The buttons."""
        return f"{controls('edit', 'Train', editing(one='Take a step', hundred='Take 100'))}{STATUS}"

    def foot(self, id: str) -> str:
        """The table: some steps, and where the reader is."""
        heads = "".join(f'<th scope="col">{words}</th>' for words in ("steps", "error (MSE)", *self.names))
        rows = "".join(self._row(n, one) for n, one in enumerate([*self.rows, self.rows[0]]))
        return f'<table class="work"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'

    def _row(self, n: int, one: After) -> str:
        answers = "".join(
            f'<td data-answer="{n}.{k}">{answer(self.names, said, k)}</td>' for k, said in enumerate(one.said)
        )
        last = ' class="now live"' if n == len(self.rows) else ""
        cells = live_number(f"steps.{n}", one.steps, ".0f"), live_number(f"mse.{n}", one.mse, ".4f")
        return f"<tr{last}>{''.join(f'<td>{cell}</td>' for cell in cells)}{answers}</tr>"


def answer(names: Sequence[str], said: Any, k: int) -> str:
    """What the net takes the flower for, and whether that is right."""
    best = int(np.argmax(said))
    return f"{names[best]} {GOOD if best == k else BAD}"


def steps_by_hand(
    source: str,
    net: tuple[Any, Any, Any, Any],
    learning_rate: float,
    rows: Sequence[tuple[int, float, Any]],
    names: Sequence[str] = NAMES[-1],
    title: str = "What the net says to each flower",
    caption: str = "",
) -> StepsByHand:
    """Draw what a net says to one flower of each species, and what it said after some steps.

    Args:
        source: The file with the code of a step, below the root of the project.
        net: x, with a flower of each species in their order, y, and the weights to start from.
        learning_rate: How far a step goes.
        rows: After so many steps the error, and what the net says to each flower; the first is the start.
        names: The names of the species.
        title: What the figure shows.
        caption: What stands below it; true whatever the reader changes.

    Raises:
        ValueError: When the numbers do not fit the names.
    """
    x, y, weights_1, weights_2 = (numbers(name, one, (None, None)) for name, one in zip("xywv", net, strict=True))
    counted("names", names, len(x))
    canvas = StepsByHand(WIDTH, HIGH, title, caption)
    shape = (len(x), len(names))
    canvas.source, canvas.names = source, names
    canvas.rows = [After(n, float(mse), numbers("said", said, shape)) for n, mse, said in rows]
    for k, name in enumerate(names):
        _group(canvas, k, name, canvas.rows[0].said[k])
        told = (f"{number(said, '.2f')} for {other}" for other, said in zip(names, canvas.rows[0].said[k], strict=True))
        canvas.describe(f"To the {name} the net says, before it learns, {', '.join(told)}.")
    given = {"x": x, "y": y, "weights_1": weights_1, "weights_2": weights_2}
    canvas.data = {name: one.tolist() for name, one in given.items()} | {"rate": float(learning_rate)}
    canvas.data |= {"names": names, "rows": [one.steps for one in canvas.rows]}
    return canvas


def _group(canvas: StepsByHand, k: int, name: str, said: Any) -> None:
    """The outputs for one flower: a bar for each, a frame around the one that should be full."""
    left = GROUP * k + 10
    canvas.text(left + 1.5 * BAR + 4, HIGH - 4, f"to the {name}", klass="small")
    for j, other in enumerate(canvas.names):
        x = left + j * (BAR + 4)
        canvas.shape("rect", "label" if j == k else "", x=x, y=FLOOR - TALL, width=BAR, height=TALL, klass="space")
        canvas.text(x + BAR / 2, FLOOR + 14, f"{other[:3]}.", klass="small")
    canvas.parts.append(
        f'<path data-bars="{k}" data-at="{coordinate(left)}" class="m-output solid" d="{flower_bars(said, left)}"/>'
    )


def flower_bars(said: Any, left: float) -> str:
    """The bars of one flower, as a path."""
    return "".join(
        f"M{coordinate(left + j * (BAR + 4))} {coordinate(FLOOR)}"
        f"v{coordinate(-TALL * one)}h{coordinate(BAR)}v{coordinate(TALL * one)}z"
        for j, one in enumerate(said)
    )
