"""What has to come out of a reader's function, for `tinynet.exercises.check`.

Here are the solutions of the exercises: try first. Nothing is imported from the rest of the package, so that a
notebook takes only this along, and so that a mistake there cannot hide here.
"""

from collections.abc import Callable
from typing import Any

import numpy as np


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
