"""What `tinynet.exercises.check` calls a reader's function with, and what has to come out.

Here are the solutions of the exercises: try first. Nothing is imported from the rest of the package, so that a
notebook takes only this along, and so that a mistake there cannot hide here.
"""

import math
from collections.abc import Callable
from inspect import signature
from typing import Any

import numpy as np

# Flowers, input, hidden and output nodes, all different, so that no matrix is square; then what the single numbers are.
# Of the three numbers and thresholds one is at the threshold, one below, one above.
NETS = (
    ((2, 5, 4, 3), {"number": 4, "threshold": 4, "i": 2, "j": 1, "slope": lambda w: 2 * w - 3}),
    ((5, 2, 3, 4), {"number": 1, "threshold": 3, "i": 1, "j": 3, "slope": lambda w: math.sin(w) + w}),
    ((4, 5, 2, 3), {"number": 1.5, "threshold": 0.5, "i": 1, "j": 2, "slope": lambda w: 3 - w}),
)
SQUARE = (3, 3, 3, 3), NETS[0][1]  # where every transpose fits


def sigmoid(x):
    """The sigmoid function, without overflow."""
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


def slope_of(out):
    """The slope of the sigmoid, from its output."""
    return out * (1 - out)


def delta(o_out, y, slope=slope_of):
    """O[delta]; `slope` is what a slip changes."""
    return (o_out - y) * slope(o_out)


def update_1(x, h_out, output_layer_delta, weights_2, n, slope=slope_of):
    """W[1-update]; `slope` is what a slip changes."""
    return x.T @ (output_layer_delta @ weights_2.T * slope(h_out)) / n


def step(x, y, weights_1, weights_2, learning_rate, factor=1.0, early=False, slope_1=slope_of, slope_2=slope_of):
    """The new weights; the options are what a slip changes."""
    h_out = sigmoid(x @ weights_1)
    output_layer_delta = delta(sigmoid(h_out @ weights_2), y, slope_2)
    new_2 = weights_2 - factor * learning_rate * h_out.T @ output_layer_delta / y.size
    through = new_2 if early else weights_2
    return weights_1 - factor * learning_rate * update_1(x, h_out, output_layer_delta, through, y.size, slope_1), new_2


def path(slope, starting_w, learning_rate, n_gradient_descent_steps):
    """Every place on the way down, the start included."""
    places = [starting_w]
    for _ in range(n_gradient_descent_steps):
        places.append(places[-1] - learning_rate * slope(places[-1]))
    return places


ANSWERS: dict[str, Callable[..., Any]] = {
    "weighted_sum": lambda inputs, weights: np.dot(inputs, weights),
    "step_function": lambda number, threshold: int(number >= threshold),
    "determine_layer_outputs": lambda list_of_inputs, list_of_weights: (
        np.dot(list_of_inputs, np.transpose(list_of_weights)) >= 2
    ),
    "layer_outputs": lambda x, weights: x @ weights >= 2,
    "plain_mean_squared_error": lambda output_layer_outputs, y: ((output_layer_outputs - y) ** 2).mean(),
    "mean_squared_error": lambda output_layer_outputs, y: ((output_layer_outputs - y) ** 2).mean() / 2,
    "gradient_descent": path,
    "sigmoid": lambda x: sigmoid(x),
    "sigmoid_slope": lambda out: slope_of(out),
    "output_layer_inputs": lambda h_out, weights_2: h_out @ weights_2,
    "derivative_w2": lambda h_out, o_out, y, i, j: (h_out.T @ delta(o_out, y))[i - 1, j - 1] / y.size,
    "output_layer_delta": lambda o_out, y: delta(o_out, y),
    "weights_2_update": lambda h_out, o_out, y: h_out.T @ delta(o_out, y) / y.size,
    "hidden_layer_error": lambda output_layer_delta, weights_2: output_layer_delta @ weights_2.T,
    "weights_1_update": lambda x, h_out, output_layer_delta, weights_2, n: update_1(
        x, h_out, output_layer_delta, weights_2, n
    ),
    "gradient_step": lambda x, y, weights_1, weights_2, learning_rate: step(x, y, weights_1, weights_2, learning_rate),
    "accuracy": lambda outputs, y: (outputs.argmax(axis=1) == y.argmax(axis=1)).mean(),
}


def arguments(exercise, net):
    """What a function is called with on a net: a value for each parameter of the exercise."""
    known = _values(*net)
    return {name: known.get(f"{exercise}.{name}", known.get(name)) for name in signature(ANSWERS[exercise]).parameters}


def _values(shape, numbers):
    """A value for each name; `exercise.name` where one exercise wants its own."""
    draw = np.random.RandomState(shape[0])
    known = _net(draw, *shape) | _step_net(draw, *shape[:3]) | numbers
    known |= {"output_layer_delta": delta(known["o_out"], known["y"]), "n": known["y"].size}
    known |= {"out": known["h_out"], "output_layer_outputs": known["o_out"], "learning_rate": 0.1, "starting_w": 1.9}
    known |= {"inputs": known["x"][0].tolist(), "weights": known["weights_1"][:, 0].tolist()}
    sums = np.hstack([known["x"], np.full((shape[0], 2), [-1000.0, 1000.0])])
    known |= {"sigmoid.x": sums, "accuracy.outputs": _said(known["y"], known["o_out"])}
    return known | {"n_gradient_descent_steps": shape[0] + 1}


def _net(draw, flowers, inputs, hidden, outputs):
    """A sigmoid net and what it says."""
    x, weights_1 = draw.normal(size=(flowers, inputs)), draw.normal(size=(inputs, hidden))
    weights_2 = draw.normal(scale=2, size=(hidden, outputs))
    y = np.eye(outputs)[draw.randint(outputs, size=flowers)]
    h_out = sigmoid(x @ weights_1)
    o_out = sigmoid(h_out @ weights_2)
    return {"x": x, "y": y, "weights_1": weights_1, "weights_2": weights_2, "h_out": h_out, "o_out": o_out}


def _step_net(draw, flowers, inputs, hidden):
    """Integers, so that sums can be the threshold to the last bit; one is."""
    x, weights = draw.randint(0, 4, size=(flowers, inputs)), draw.randint(-2, 3, size=(inputs, hidden))
    x[0], weights[0, 0] = 2 * np.eye(inputs)[0], 1
    lists = {"list_of_inputs": x.tolist(), "list_of_weights": weights.T.tolist()}
    return lists | {"layer_outputs.x": x, "layer_outputs.weights": weights}


def _said(y, o_out):
    """What a net says that names all flowers right, one of them for sure, but the last: that is wrong for sure."""
    said = 0.2 + 0.6 * y + 0.1 * o_out
    return np.vstack([said[:1], y[1:-1][:1], said[2:-1], np.roll(y[-1], 1)])
