"""What `tinynet.exercises.check` calls a reader's function with: three trials, each of several calls.

In a trial the function is called with first values; then with one argument new and the others as before, for each
argument in turn; then with all of them new; then with the first values again. So it shows when an argument is not
looked at, when a case is left out that the first values do not have, and when one call leaves something for the next.
"""

import math
from inspect import signature

import numpy as np

from tinynet.exercises.answers import ANSWERS, delta, sigmoid

# Flowers, input, hidden and output nodes, all different, so that no matrix is square; then what the single numbers are,
# first and new. Of the first numbers and thresholds one is at the threshold, one below, one above; the new ones are
# negative, zero, and less than a rounding away from the threshold. Of the walks some begin or end where it is flat.
NETS = (
    (
        (2, 5, 4, 3),
        {"number": (4, -4.75), "threshold": (4, -5.5), "i": (2, 4), "j": (1, 3), "starting_w": (-0.7, 1.5)}
        | {"slope": (lambda w: 2 * w - 3, lambda w: 0.3 * (w + 1)), "learning_rate": (0.35, 0.8)}
        | {"n_gradient_descent_steps": (4, 60), "gradient_step.learning_rate": (0.08, 0.2)},
    ),
    (
        (5, 2, 3, 4),
        {"number": (1, 2.75), "threshold": (3, 2.6), "i": (1, 3), "j": (3, 4), "starting_w": (2.6, -4.3)}
        | {"slope": (lambda w: math.sin(w) + w, lambda w: 4 * w - 5), "learning_rate": (0.15, 1.3)}
        | {"n_gradient_descent_steps": (7, 8), "gradient_step.learning_rate": (0.04, 0.07)},
    ),
    (
        (4, 5, 2, 3),
        {"number": (1.5, 0), "threshold": (0.5, -1.5), "i": (1, 2), "j": (2, 3), "starting_w": (0.8, 0)}
        | {"slope": (lambda w: 3 - w, lambda w: 0), "learning_rate": (0.6, 0.45)}
        | {"n_gradient_descent_steps": (5, 12), "gradient_step.learning_rate": (0.15, 0.12)},
    ),
)
SQUARE = (3, 3, 3, 3), NETS[0][1]  # where every transpose fits


def arguments(exercise, net):
    """What a function is called with first on a net: a value for each parameter of the exercise."""
    return trial(exercise, net)[0]


def trial(exercise, net):
    """What a function is called with on a net, call by call."""
    names = tuple(signature(ANSWERS[exercise]).parameters)
    values = [_values(net, new) for new in (False, True)]
    first, new = ({name: known.get(f"{exercise}.{name}", known.get(name)) for name in names} for known in values)
    return [first, *[first | {name: new[name]} for name in names], new, first]


def _values(net, new):
    """A value for each name; `exercise.name` where one exercise wants its own."""
    shape, numbers = net
    draw = np.random.RandomState(shape[0] + 10 * new)
    known = _net(draw, shape, new) | {name: values[new] for name, values in numbers.items()}
    known |= (_new_step_net if new else _step_net)(draw, *shape[:3])
    known |= {"output_layer_delta": delta(known["o_out"], known["y"]), "n": known["y"].size, "out": known["h_out"]}
    known |= {"inputs": known["x"][0].tolist(), "weights": known["weights_1"][:, 0].tolist()}
    sums = np.full((shape[0], 2), [-15.0, 15.0] if new else [-1000.0, 1000.0])
    known |= {"sigmoid.x": np.hstack([known["x"], sums])}
    outputs = draw.normal(0.5, size=known["y"].shape) if new else known["o_out"]
    said = _unsure(draw, known["y"]) if new else _said(known["y"], known["o_out"])
    return known | {"output_layer_outputs": outputs, "accuracy.outputs": said}


def _net(draw, shape, new):
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


def _step_net(draw, flowers, inputs, hidden):
    """Integers, so that sums can be the threshold to the last bit; one is."""
    return _planted(draw.randint(0, 4, size=(flowers, inputs)), draw.randint(-2, 3, size=(inputs, hidden)))


def _new_step_net(draw, flowers, inputs, hidden):
    """Quarters, negative ones too; one sum is the threshold, and one is so near below it that it rounds to it."""
    x, weights = draw.randint(-8, 17, size=(flowers, inputs)) / 4, draw.randint(-8, 9, size=(inputs, hidden)) / 4
    weights[0, 1] = 0.999
    return _planted(x, weights)


def _planted(x, weights):
    """Both forms of a net whose first flower takes the first weight to the threshold."""
    x[0], weights[0, 0] = 2 * np.eye(x.shape[1])[0], 1
    lists = {"list_of_inputs": x.tolist(), "list_of_weights": weights.T.tolist()}
    return lists | {"layer_outputs.x": x, "layer_outputs.weights": weights}


def _said(y, o_out):
    """What a net says that names all flowers right, one of them for sure, but the last: that is wrong for sure."""
    said = 0.2 + 0.6 * y + 0.1 * o_out
    return np.vstack([said[:1], y[1:-1][:1], said[2:-1], np.roll(y[-1], 1)])


def _unsure(draw, y):
    """What a net says whose outputs for a flower are all below 0.5, and then named right, or else all above."""
    said = draw.uniform(size=y.shape) / 2
    for flower, label in zip(said[::2], y[::2], strict=True):
        flower[:] = np.roll(flower, label.argmax() - flower.argmax())
    said[1::2] += 0.5
    return said
