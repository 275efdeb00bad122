"""What `tinynet.exercises.check` calls a reader's function with: three trials, each of several calls.

In a trial the function is called with first values; then with one argument new and the others as before, for each
argument in turn; then with all of them new; then with the first values again. So it shows when an argument is not
looked at, when a case is left out that the first values do not have, and when one call leaves something for the next.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from tinynet.exercises.tasks import Task
from tinynet.exercises.tasks import task as exercise
from tinynet.exercises.words import sigmoid, slope_of

# Flowers, input, hidden and output nodes, all different, so that no matrix is square.
NETS = ((2, 5, 4, 3), (5, 2, 3, 4), (4, 5, 2, 3))
SQUARE = (3, 3, 3, 3)  # where every transpose fits


def arguments(task: Task, net: tuple[int, ...]) -> dict[str, Any]:
    """What a function is called with first on a net: a value for each parameter of the exercise."""
    return _values(task, net, False)


def trial(task: Task, net: tuple[int, ...]) -> list[dict[str, Any]]:
    """What a function is called with on a net, call by call."""
    first, new = (_values(task, net, which) for which in (False, True))
    return [first, *[first | {name: new[name]} for name in first], new, first]


def probes(task: Task) -> list[dict[str, Any]]:
    """More calls, where slips that look alike in the trials differ: on square nets, and with labels that are no 0 or 1.

    A function need not take the last of them.
    """
    square = [_values(task, SQUARE, new) for new in (False, True)]
    soft = _values(task, NETS[0], True)
    other = {"y": np.random.RandomState(7).uniform(-1, 2, size=soft["y"].shape)} if "y" in soft else {}
    return [*square, soft | other]


def _values(task: Task, net: tuple[int, ...], new: bool) -> dict[str, Any]:
    """The values for the parameters of an exercise, the first ones or the new ones."""
    return dict(_drawn(task.name, net, new))


@lru_cache(maxsize=200)  # a reader's function gets copies of them
def _drawn(name: str, net: tuple[int, ...], new: bool) -> dict[str, Any]:
    task, known = exercise(name), _known(net, new)
    which = NETS.index(net) if net in NETS else -1
    known |= {name: values[which][new] for name, values in task.numbers.items()}
    known |= task.given(known)
    return {name: known[name] for name in task.parameters}


def _known(net: tuple[int, ...], new: bool) -> dict[str, Any]:
    """All that is known of a net, by name."""
    draw = np.random.RandomState(net[0] + 10 * new)
    known = {"draw": draw, "new": new, **_net(draw, net, new)}
    known |= (_new_step_net if new else _step_net)(draw, *net[:3])
    o_out, y = known["o_out"], known["y"]
    said = draw.normal(0.5, size=y.shape) if new else o_out
    lists = {"inputs": known["x"][0].tolist(), "weights": known["weights_1"][:, 0].tolist()}
    return known | lists | {"output_layer_delta": (o_out - y) * slope_of(o_out), "output_layer_outputs": said}


def _net(draw: Any, shape: tuple[int, ...], new: bool) -> dict[str, Any]:
    """A sigmoid net and what it says; in the new one one input is zero, one comes twice, and it is surer."""
    flowers, inputs, hidden, outputs = shape
    x, weights_1 = draw.normal(size=(flowers, inputs)), draw.normal(size=(inputs, hidden))
    if new:
        x[0, 2:3], x[0, 3:4], weights_1[4:, 0] = 0, x[0, 0], weights_1[1, 0]  # a net of two inputs stays as it is
    weights_2 = draw.normal(scale=6 if new else 2, size=(hidden, outputs))
    y = np.eye(outputs)[draw.randint(outputs, size=flowers)]
    h_out = sigmoid(x @ weights_1)
    o_out = sigmoid(h_out @ weights_2)
    return {"x": x, "y": y, "weights_1": weights_1, "weights_2": weights_2, "h_out": h_out, "o_out": o_out}


def _step_net(draw: Any, flowers: int, inputs: int, hidden: int) -> dict[str, Any]:
    """Integers, so that sums can be the threshold to the last bit; one is."""
    return _planted(draw.randint(0, 4, size=(flowers, inputs)), draw.randint(-2, 3, size=(inputs, hidden)))


def _new_step_net(draw: Any, flowers: int, inputs: int, hidden: int) -> dict[str, Any]:
    """Quarters, negative ones too; one sum is the threshold, one is little above, and one rounds to it from below."""
    x, weights = draw.randint(-8, 17, size=(flowers, inputs)) / 4, draw.randint(-8, 9, size=(inputs, hidden)) / 4
    weights[0, 1], x[2:3] = 0.999, 2.125 * np.eye(inputs)[0]  # a net of two flowers has none above
    return _planted(x, weights)


def _planted(x: Any, weights: Any) -> dict[str, Any]:
    """A net whose first flower takes the first weight to the threshold."""
    x[0], weights[0, 0] = 2 * np.eye(x.shape[1])[0], 1
    return {"step_x": x, "step_weights": weights}
