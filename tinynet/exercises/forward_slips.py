"""The slips that `tinynet.exercises.check` knows by what comes out, parts 3 to 9: what was done, and its value.

Parts 10 to 14 are in `tinynet.exercises.backward_slips`. Each function takes what the reader's function takes.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from tinynet.exercises.answers import path, sigmoid, slope_of

ROWS = "the sum is divided by the rows (flowers), not by all elements of y"
NOT_DIVIDED = "the sum is not divided by the number of elements of y"
STRICT = "the node fires above the threshold only: at the threshold it fires, too"
NO_STEP = "the step function is left out: these are the sums"
NO_LABELS = "the labels are left out: the error is output minus label"
AGAIN = "the derivative is taken of the output as if it were the sum: sigmoid is applied once more to its own output"
UPHILL = "the sign is wrong: it goes uphill"

EVERYWHERE: dict[str, Callable[..., Any]] = {  # these take what is needed
    "every number is zero: nothing has been filled in": lambda right: 0 * right,
    "the sign is wrong: every number has the opposite sign": lambda right: -right,
}
SLIPS: dict[str, dict[str, Callable[..., Any]]] = {
    "weighted_sum": {
        "the weights are left out": lambda inputs, weights: sum(inputs),
        "the sums are multiplied, not each input with its own weight": lambda i, w: sum(i) * sum(w),
        "inputs and weights are added, not multiplied": lambda inputs, weights: sum(inputs) + sum(weights),
        "the products are not added up": lambda inputs, weights: np.multiply(inputs, weights),
        "the total is overwritten in each round: only the last product is left": lambda i, w: i[-1] * w[-1],
        "the return stands inside the loop: only the first product is in": lambda i, w: i[0] * w[0],
    },
    "step_function": {
        STRICT: lambda number, threshold: number > threshold,
        "the comparison is turned around: it fires below the threshold": lambda number, threshold: number < threshold,
        "the comparison is turned around: it fires up to the threshold": lambda number, threshold: number <= threshold,
        "the threshold is written by hand, as 2: it is the second argument": lambda number, threshold: number >= 2,
        "the node always fires": lambda number, threshold: 1,
        NO_STEP: lambda number, threshold: number,
    },
    "determine_layer_outputs": {
        STRICT: lambda x, w: np.dot(x, np.transpose(w)) > 2,
        NO_STEP: lambda x, w: np.dot(x, np.transpose(w)),
        "the threshold is 0, not 2": lambda x, w: np.dot(x, np.transpose(w)) >= 0,
        "one list is used for all flowers: begin a new one for each": lambda x, w: (
            [(np.dot(x, np.transpose(w)) >= 2).ravel()] * len(x)
        ),
        "all is in one flat list: each flower needs a list of its own": lambda x, w: (
            np.dot(x, np.transpose(w)) >= 2
        ).ravel(),
        "the return stands inside the loop: only the first flower is in": lambda x, w: (
            np.dot(x[:1], np.transpose(w)) >= 2
        ),
    },
    "layer_outputs": {
        STRICT: lambda x, weights: x @ weights > 2,
        NO_STEP: lambda x, weights: x @ weights,
        "the threshold is 0, not 2": lambda x, weights: x @ weights >= 0,
        "inputs and weights are multiplied, not added up": lambda x, w: x[:, :, None] * w,
    },
    "plain_mean_squared_error": {
        "a factor 1/2 is too much: the halved error comes in part 10": lambda o, y: ((o - y) ** 2).mean() / 2,
        ROWS: lambda o, y: ((o - y) ** 2).sum() / len(y),
        NOT_DIVIDED: lambda o, y: ((o - y) ** 2).sum(),
        "the errors are not squared, and cancel": lambda o, y: (o - y).mean(),
        "the sum is squared, not each error": lambda o, y: (o - y).sum() ** 2 / y.size,
        "the absolute value is taken, not the square": lambda o, y: abs(o - y).mean(),
        "the square root is taken at the end": lambda o, y: ((o - y) ** 2).mean() ** 0.5,
        NO_LABELS: lambda o, y: (o**2).mean(),
    },
    "gradient_descent": {
        UPHILL: lambda slope, w, rate, n: path(slope, w, -rate, n),
        "the factor learning rate is missing": lambda slope, w, rate, n: path(slope, w, 1, n),
        "the slope is taken at the start each time: it is needed where you are": lambda slope, w, rate, n: path(
            lambda _: slope(w), w, rate, n
        ),
        "the start is left out of the path": lambda slope, w, rate, n: path(slope, w, rate, n)[1:],
        "only the last place is given back: the whole path is needed": lambda *all: path(*all)[-1],
        "it takes one step too many": lambda slope, w, rate, n: path(slope, w, rate, n + 1),
        "it takes one step too few": lambda slope, w, rate, n: path(slope, w, rate, n - 1),
        "w stays where it was: the new value is never used": lambda slope, w, rate, n: [w] * (n + 1),
    },
    "sigmoid": {
        "the sign of the exponent is wrong": lambda x: 1 - sigmoid(x),
        "it is the slope of the sigmoid, not the sigmoid itself": lambda x: slope_of(sigmoid(x)),
        "it is a step, not a curve": lambda x: x >= 0,
        "it is tanh, which goes from -1 to 1": np.tanh,
    },
    "sigmoid_slope": {
        AGAIN: lambda out: slope_of(sigmoid(out)),
        "the factor 1 - out is missing": lambda out: out,
        "the factor out is missing": lambda out: 1 - out,
        "it is the slope of tanh: 1 - out squared": lambda out: 1 - out**2,
    },
    "output_layer_inputs": {
        "the sigmoid is applied already: the sums are asked for": lambda h_out, w: sigmoid(h_out @ w),
        "the step function is applied already: the sums are asked for": lambda h_out, w: h_out @ w >= 2,
        "the weights are left out": lambda h_out, w: h_out @ np.ones_like(w),
        "only the path through the first hidden node is in": lambda h_out, w: h_out[:, :1] * w[0],
        "only the path through the last hidden node is in": lambda h_out, w: h_out[:, -1:] * w[-1],
        "the sum is divided by the number of hidden nodes": lambda h_out, w: h_out @ w / len(w),
    },
}
