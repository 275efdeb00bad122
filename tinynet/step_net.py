"""The step-function net with NumPy (part 5), and its hand-made weights."""

import numpy as np

from tinynet import _checks
from tinynet._checks import Matrix
from tinynet.feedforward import Layers


def hand_made_weights() -> tuple[Matrix, Matrix]:
    """The weights of parts 3 to 5, made for a threshold of 2: (4, 2) and (2, 3).

    Returns:
        `weights_1` and `weights_2`, row = from, column = to; new copies on each call.
        Values as in the series.
    """
    # --8<-- [start:hand_made]
    weights_1 = np.array([[0.9, -0.5], [0.8, -0.5], [-1, 1.5], [-1, 1]])
    weights_2 = np.array([[2.0, 1, -1], [-1, 1, 2]])
    # --8<-- [end:hand_made]
    return weights_1, weights_2


# --8<-- [start:step_function]
def step_function(input_array, threshold=2):
    """1 where a number reaches the threshold, 0 elsewhere."""
    return (input_array >= threshold).astype(int)


# --8<-- [end:step_function]


@_checks.before(_checks.net)
def step_feedforward(x, weights_1, weights_2):
    """Send flowers through the step-function net, all at once (part 5).

    Args:
        x: The input, (flowers, input nodes), in centimeters.
        weights_1: The weights from input to hidden layer, (input nodes, hidden nodes).
        weights_2: The weights from hidden to output layer, (hidden nodes, output
            nodes).

    Returns:
        `Layers`: what each layer takes in and puts out. Each node fires at 2 or more.

    Raises:
        ValueError: When a shape does not fit, or a number is not finite, or there are
            no flowers.
    """
    # --8<-- [start:feedforward]
    hidden_layer_inputs = np.dot(x, weights_1)
    hidden_layer_outputs = step_function(hidden_layer_inputs)
    output_layer_inputs = np.dot(hidden_layer_outputs, weights_2)
    output_layer_outputs = step_function(output_layer_inputs)
    # --8<-- [end:feedforward]
    return Layers(
        hidden_layer_inputs,
        hidden_layer_outputs,
        output_layer_inputs,
        output_layer_outputs,
    )
