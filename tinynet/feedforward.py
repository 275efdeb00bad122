"""Feedforward with NumPy (part 5), with the sigmoid as activation (part 8)."""

from typing import NamedTuple

import numpy as np

from tinynet import _checks
from tinynet._checks import Matrix


class Layers(NamedTuple):
    """What each layer takes in and puts out.

    Attributes:
        hidden_layer_inputs: H[in], (flowers, hidden nodes).
        hidden_layer_outputs: H[out], (flowers, hidden nodes).
        output_layer_inputs: O[in], (flowers, output nodes).
        output_layer_outputs: O[out], (flowers, output nodes): what the net says.
    """

    hidden_layer_inputs: Matrix
    hidden_layer_outputs: Matrix
    output_layer_inputs: Matrix
    output_layer_outputs: Matrix


# In float64 np.exp overflows above 709; in float32 above 88, before the clip. Between
# -500 and 500 the clip changes no bit; beyond, the result is 0 or 1 to 217 places.
# --8<-- [start:sigmoid]
def sigmoid(x):
    """Squeeze each number of x, a float64, into the range from 0 to 1."""
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


# --8<-- [end:sigmoid]


@_checks.before(_checks.net)
def feedforward(x, weights_1, weights_2):
    """Send flowers through the net: H[in] = X W[1], O[in] = H[out] W[2] (part 9).

    Args:
        x: The input, (flowers, input nodes).
        weights_1: The weights from input to hidden layer, (input nodes, hidden nodes):
            row = from, column = to.
        weights_2: The weights from hidden to output layer, (hidden nodes, output
            nodes).

    Returns:
        `Layers`: what each layer takes in and puts out.

    Raises:
        ValueError: When a shape does not fit, or a number is not finite, or there are
            no flowers.
    """
    # --8<-- [start:feedforward]
    hidden_layer_inputs = np.dot(x, weights_1)  # (flowers, hidden)
    hidden_layer_outputs = sigmoid(hidden_layer_inputs)
    output_layer_inputs = np.dot(hidden_layer_outputs, weights_2)  # (flowers, outputs)
    output_layer_outputs = sigmoid(output_layer_inputs)
    # --8<-- [end:feedforward]
    return Layers(
        hidden_layer_inputs,
        hidden_layer_outputs,
        output_layer_inputs,
        output_layer_outputs,
    )
