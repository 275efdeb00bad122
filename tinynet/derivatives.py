"""The derivative in each weight, in scalars, one path at a time (parts 9 to 12).

Nodes count from 1, as in the series: w[2-ij] goes from hidden node i to output node j,
w[1-ki] from input node k to hidden node i.
"""

import numpy as np

from tinynet import _checks
from tinynet.feedforward import feedforward


# --8<-- [start:factors]
def mse_slope(output, label, N):
    """dMSE/do[out] for one flower and one output node, N elements in all (part 10)."""
    return (output - label) / N


def sigmoid_slope(output):
    """The slope of the sigmoid, from what it put out (part 10)."""
    return output * (1 - output)


# --8<-- [end:factors]


# --8<-- [start:derivative_w2]
def derivative_w2(hidden_layer_outputs, output_layer_outputs, y, i, j):
    """dMSE/dw[2-ij]: one path for each flower (part 10)."""
    total = 0
    flowers = zip(hidden_layer_outputs, output_layer_outputs, y, strict=True)
    for h_out, o_out, label in flowers:
        first = mse_slope(o_out[j - 1], label[j - 1], y.size)
        second = sigmoid_slope(o_out[j - 1])
        total = total + first * second * h_out[i - 1]
    return total


# --8<-- [end:derivative_w2]


# --8<-- [start:derivative_w1]
def derivative_w1(x, hidden_layer_outputs, output_layer_outputs, y, weights_2, k, i):
    """dMSE/dw[1-ki]: a path through each output node for each flower (part 12)."""
    total = 0
    flowers = zip(x, hidden_layer_outputs, output_layer_outputs, y, strict=True)
    for flower, h_out, o_out, label in flowers:
        for j in range(len(o_out)):
            to_o_in = mse_slope(o_out[j], label[j], y.size) * sigmoid_slope(o_out[j])
            to_h_out = to_o_in * weights_2[i - 1, j]
            total = total + to_h_out * sigmoid_slope(h_out[i - 1]) * flower[k - 1]
    return total


# --8<-- [end:derivative_w1]


@_checks.before(_checks.net_and_labels)
def all_derivatives(x, y, weights_1, weights_2):
    """The derivatives of `mean_squared_error` in all weights, as sums over paths.

    Args:
        x: The input, (flowers, input nodes).
        y: The labels, (flowers, output nodes).
        weights_1: The weights from input to hidden layer, (input nodes, hidden nodes).
        weights_2: The weights from hidden to output layer, (hidden nodes, output
            nodes).

    Returns:
        Two arrays of the shapes of `weights_1` and `weights_2`. `backpropagation` gives
        the same in matrices.

    Raises:
        ValueError: When a shape does not fit, or a number is not finite, or there are
            no flowers.
    """
    _, h_out, _, o_out = feedforward(x, weights_1, weights_2)
    of_1, of_2 = np.zeros_like(weights_1), np.zeros_like(weights_2)
    for k, i in np.ndindex(*of_1.shape):
        of_1[k, i] = derivative_w1(x, h_out, o_out, y, weights_2, k + 1, i + 1)
    for i, j in np.ndindex(*of_2.shape):
        of_2[i, j] = derivative_w2(h_out, o_out, y, i + 1, j + 1)
    return of_1, of_2
