"""Bad arguments: one ValueError that says what came and what is needed."""

import re

import numpy as np
import pytest
from example import worked_example

import tinynet

RAGGED, EMPTY = [[1, 2], [3]], np.empty((0, 4))
X, Y, W1, W2 = worked_example()
BAD = X.copy()
BAD[1, 2] = np.nan

NETS = [
    ((RAGGED, W1, W2), "x has rows of different lengths, needed: a rectangular array of numbers"),
    ((EMPTY, W1, W2), "x is (0, 4), needed a matrix that is not empty: (flowers, input nodes)"),
    ((X[0], W1, W2), "x is (4,), needed a matrix that is not empty: (flowers, input nodes)"),
    ((BAD, W1, W2), "x holds nan, needed: finite numbers"),
    ((X * 1j, W1, W2), "x holds complex128, needed: real numbers"),
    (([["a"]], W1, W2), "x holds <U1, needed: real numbers"),
    ((None, W1, W2), "x holds object, needed: real numbers"),
    ((X, W1.T, W2), "weights_1 is (2, 4), needed (4, n): one row per input node"),
    ((X, W1[:, 0], W2), "weights_1 is (4,), needed a matrix that is not empty: (input nodes, hidden nodes)"),
    ((X, W1[:, :0], W2), "weights_1 is (4, 0), needed a matrix that is not empty: (input nodes, hidden nodes)"),
    ((X, W1, W2.T), "weights_2 is (3, 2), needed (2, n): one row per hidden node"),
    ((X, W1, W2 + np.inf), "weights_2 holds inf, needed: finite numbers"),
    ((X, W1, W2[:, :0]), "weights_2 is (2, 0), needed a matrix that is not empty: (hidden nodes, output nodes)"),
]


def refuses(call, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        call()


@pytest.mark.parametrize(("net", "message"), NETS, ids=[message for _, message in NETS])
def test_nets(net, message):
    x, weights_1, weights_2 = net
    refuses(lambda: tinynet.feedforward(x, weights_1, weights_2), message)
    refuses(lambda: tinynet.backpropagation(x, Y, weights_1, weights_2), message)
    refuses(lambda: tinynet.gradient_step(x, Y, weights_1, weights_2, 0.1), message)


@pytest.mark.parametrize(
    ("y", "message"),
    [
        (Y[:2], "y is (2, 3), needed (3, 3): one row per flower, one column per output node"),
        (Y[:, :2], "y is (3, 2), needed (3, 3): one row per flower, one column per output node"),
        (Y[0], "y is (3,), needed a matrix that is not empty: (flowers, output nodes)"),
        (Y * np.nan, "y holds nan, needed: finite numbers"),
    ],
)
def test_labels(y, message):
    refuses(lambda: tinynet.backpropagation(X, y, W1, W2), message)
    refuses(lambda: tinynet.gradient_step(X, y, W1, W2, 0.1), message)
    for function in (
        tinynet.mean_squared_error,
        tinynet.plain_mean_squared_error,
        tinynet.sum_of_squared_errors,
        tinynet.accuracy,
    ):
        refuses(lambda function=function: function(Y, y), message)


@pytest.mark.parametrize("row", [[0, 0, 0], [1, 1, 0], [0.5, 0.5, 0], [2, 0, -1], [0, 0, 2]])
def test_labels_that_are_not_one_hot(row):
    y = Y.copy()
    y[1] = row
    message = f"y[1] is {y[1].tolist()}, needed one-hot: a single 1, else 0"
    refuses(lambda: tinynet.gradient_step(X, y, W1, W2, 0.1), message)
    refuses(lambda: tinynet.accuracy(Y, y), message)
    assert tinynet.backpropagation(X, y, W1, W2).weights_1_update.shape == (4, 2)
    assert tinynet.mean_squared_error(Y, y) > 0


@pytest.mark.parametrize("rate", [0, -0.1, np.nan, np.inf, True, None, "0.1", [0.1], 1j])
def test_learning_rates(rate):
    message = f"learning_rate is {rate!r}, needed: a finite number above 0"
    refuses(lambda: tinynet.gradient_step(X, Y, W1, W2, rate), message)


@pytest.mark.parametrize("rate", [1, np.float32(0.5), np.int64(2), 1e-300])
def test_learning_rates_of_any_kind(rate):
    assert len(tinynet.gradient_step(X, Y, W1, W2, rate)) == 2


@pytest.mark.parametrize(
    "outputs", [np.empty((0, 3)), [[np.inf, 0, 0]], [["a", "b", "c"]], 1.0], ids=["empty", "inf", "text", "scalar"]
)
def test_outputs(outputs):
    for function in (
        tinynet.mean_squared_error,
        tinynet.plain_mean_squared_error,
        tinynet.sum_of_squared_errors,
        tinynet.accuracy,
    ):
        with pytest.raises(ValueError, match=r"output_layer_outputs (is|holds) .*, needed"):
            function(outputs, Y)


def test_the_public_names_are_those_that_the_package_imports_and_each_has_words():
    imported = {name for name, value in vars(tinynet).items() if callable(value)}
    assert len(tinynet.__all__) == len(set(tinynet.__all__)) and set(tinynet.__all__) == imported
    assert all(getattr(tinynet, name).__doc__ for name in tinynet.__all__)
