"""The slips that `tinynet.exercises.check` knows by what comes out, parts 10 to 14: what was done, and its value."""

from collections.abc import Callable
from typing import Any

import numpy as np

from tinynet.exercises.answers import delta, sigmoid, slope_of, update_1
from tinynet.exercises.answers import step as plain_step
from tinynet.exercises.forward_slips import AGAIN, NO_LABELS, NOT_DIVIDED, ROWS, UPHILL

LEFT_OUT = "the derivative of the activation, out * (1 - out), is left out"
HALF_OUT = "the factor 1 - out of the derivative is missing"
OF_SUM = "out * (1 - out) is fed with what the node took in, not with what it put out"
TWICE = "a factor 2 is too much: it belongs to the cost that is not halved"
DIVIDED_TWICE = "the sum is divided by the number of elements twice"
NO_ERROR = "the factor output minus label is missing: only the derivative is left"
EARLY = "weights_2 is updated too early: the hidden layer's error needs the old weights_2"

# What may stand in place of the derivative of the activation.
SLOPES = {
    LEFT_OUT: np.ones_like,
    AGAIN: lambda out: slope_of(sigmoid(out)),
    HALF_OUT: lambda out: out,
    OF_SUM: lambda out: slope_of(np.log(out / (1 - out))),
}
# By what the numbers are multiplied, when the number of elements comes in wrong.
FACTORS = {
    ROWS: lambda rows, n: n / rows,
    NOT_DIVIDED: lambda rows, n: n,
    TWICE: lambda rows, n: 2,
    DIVIDED_TWICE: lambda rows, n: 1 / n,
}


step: Any = plain_step


def _update_2(h_out, o_out, y, slope=slope_of):
    return h_out.T @ delta(o_out, y, slope) / y.size


def _single(matrices):
    """The slips of one weight, from those of all."""
    return {phrase: lambda h, o, y, i, j, f=f: f(h, o, y)[i - 1, j - 1] for phrase, f in matrices.items()}


UPDATE_2 = {
    **{phrase: lambda h, o, y, s=s: _update_2(h, o, y, s) for phrase, s in SLOPES.items()},
    **{phrase: lambda h, o, y, f=f: f(len(y), y.size) * _update_2(h, o, y) for phrase, f in FACTORS.items()},
}
SLIPS: dict[str, dict[str, Callable[..., Any]]] = {
    "mean_squared_error": {
        "the factor 1/2 is missing": lambda o, y: ((o - y) ** 2).mean(),
        ROWS: lambda o, y: ((o - y) ** 2).sum() / (2 * len(y)),
        NOT_DIVIDED: lambda o, y: ((o - y) ** 2).sum() / 2,
        "parentheses are missing: / 2 * N divides by 2 and multiplies by N": lambda o, y: (
            ((o - y) ** 2).sum() / 2 * y.size
        ),
        "the errors are not squared, and cancel": lambda o, y: (o - y).mean() / 2,
        "the sum is squared, not each error": lambda o, y: (o - y).sum() ** 2 / (2 * y.size),
        NO_LABELS: lambda o, y: (o**2).mean() / 2,
    },
    "derivative_w2": {
        **_single(UPDATE_2),
        "i and j are swapped: i is the hidden node, j the output node": lambda h, o, y, i, j: _update_2(h, o, y)[
            j - 1, i - 1
        ],
        "i and j count from 0: here they count from 1": lambda h, o, y, i, j: _update_2(h, o, y)[i, j],
        "only the first flower is in: the sum goes over all flowers": lambda h, o, y, i, j: (
            (h[0, i - 1] * delta(o, y)[0, j - 1]) / y.size
        ),
        "only the last flower is in: the sum goes over all flowers": lambda h, o, y, i, j: (
            (h[-1, i - 1] * delta(o, y)[-1, j - 1]) / y.size
        ),
        "the last factor, what the hidden node put out, is missing": lambda h, o, y, i, j: (
            delta(o, y)[:, j - 1].sum() / y.size
        ),
    },
    "output_layer_delta": {
        **{phrase: lambda o, y, s=s: delta(o, y, s) for phrase, s in SLOPES.items()},
        "it is divided by N already: that comes once, in the update": lambda o, y: delta(o, y) / y.size,
        TWICE: lambda o, y: 2 * delta(o, y),
        NO_ERROR: lambda o, y: slope_of(o),
        "the error is squared": lambda o, y: (o - y) ** 2 * slope_of(o),
        NO_LABELS: lambda o, y: o * slope_of(o),
    },
    "weights_2_update": UPDATE_2,
    "hidden_layer_error": {
        "the weights are left out": lambda d, w: np.repeat(d.sum(axis=1, keepdims=True), len(w), axis=1),
        "the sum is divided by the number of output nodes": lambda d, w: d @ w.T / d.shape[1],
        "it is divided by N already: that comes once, in the update": lambda d, w: d @ w.T / d.size,
        "only the path through the first output node is in": lambda d, w: d[:, :1] * w[:, 0],
        "only the path through the last output node is in": lambda d, w: d[:, -1:] * w[:, -1],
    },
    "weights_1_update": {
        **{phrase: lambda x, h, d, w, n, s=s: update_1(x, h, d, w, n, s) for phrase, s in SLOPES.items()},
        **{phrase: lambda x, *a, f=f: f(len(x), a[-1]) * update_1(x, *a) for phrase, f in FACTORS.items()},
        "the weights are left out on the way back": lambda x, h, d, w, n: update_1(x, h, d, np.ones_like(w), n),
    },
    "gradient_step": {
        EARLY: lambda *net: step(*net, early=True),
        UPHILL: lambda *net: step(*net, factor=-1),
        **{phrase: lambda x, y, *a, f=f: step(x, y, *a, factor=f(len(y), y.size)) for phrase, f in FACTORS.items()},
        **{phrase: lambda *net, s=s: step(*net, slope_1=s, slope_2=s) for phrase, s in SLOPES.items()},
        **{phrase + " in the hidden layer": lambda *net, s=s: step(*net, slope_1=s) for phrase, s in SLOPES.items()},
        **{phrase + " in the output layer": lambda *net, s=s: step(*net, slope_2=s) for phrase, s in SLOPES.items()},
        "the factor learning rate is missing": lambda *net: step(*net[:-1], 1),
        "the weights stay as they were": lambda *net: net[2:4],
        "weights_1 stays as it was": lambda *net: (net[2], step(*net)[1]),
        "weights_2 stays as it was": lambda *net: (step(*net)[0], net[3]),
        "the two are swapped: weights_1 comes first": lambda *net: step(*net)[::-1],
        "the updates are given back, not the new weights": lambda *net: (
            [(old - new) / net[-1] for old, new in zip(net[2:4], step(*net), strict=True)]
        ),
    },
    "accuracy": {
        "the largest values are compared, not their places": lambda o, y: (o.max(axis=1) == y.max(axis=1)).mean(),
        "the right flowers are counted, not divided by all": lambda o, y: (o.argmax(1) == y.argmax(1)).sum(),
        "it is the share of the wrong ones": lambda o, y: (o.argmax(1) != y.argmax(1)).mean(),
        "it is in percent: a share from 0 to 1 is asked for": lambda o, y: 100 * (o.argmax(1) == y.argmax(1)).mean(),
        "it is divided by all elements, not by the flowers": lambda o, y: (o.argmax(1) == y.argmax(1)).sum() / y.size,
        "each element is compared: a flower has one answer": lambda o, y: (o.round() == y).mean(),
        "the largest is looked for in each column: it is in each row": lambda o, y: (o.argmax(0) == y.argmax(0)).mean(),
    },
}
