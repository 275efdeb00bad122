"""The net with a bias for each hidden and output node, and the slopes of its error."""

from typing import Any, NamedTuple

import numpy as np

from tinynet import _checks
from tinynet._checks import Matrix
from tinynet.feedforward import Layers, sigmoid


class Parameters(NamedTuple):
    """All that a net with biases learns; also the slopes of the error, one each.

    Attributes:
        weights_1: W[1], (input nodes, hidden nodes).
        biases_1: b[1], (hidden nodes,): what is added to each sum of a hidden node.
        weights_2: W[2], (hidden nodes, output nodes).
        biases_2: b[2], (output nodes,): what is added to each sum of an output node.
    """

    weights_1: Matrix
    biases_1: Matrix
    weights_2: Matrix
    biases_2: Matrix


def _net(x: Any, parameters: Any) -> tuple[Any, ...]:
    weights_1, biases_1, weights_2, biases_2 = parameters
    x, weights_1, weights_2 = _checks.net(x, weights_1, weights_2)
    biases_1 = _checks.row("biases_1", biases_1, weights_1.shape[1], "hidden")
    biases_2 = _checks.row("biases_2", biases_2, weights_2.shape[1], "output")
    return x, Parameters(weights_1, biases_1, weights_2, biases_2)


def _net_and_labels(x: Any, y: Any, parameters: Any) -> tuple[Any, ...]:
    x, parameters = _net(x, parameters)
    return (
        x,
        _checks.labels(y, (len(x), len(parameters.biases_2)), one_hot=False),
        parameters,
    )


@_checks.before(_net)
def feedforward_with_biases(x, parameters):
    """Send flowers through a net with biases.

    H[in] = X W[1] + b[1], O[in] = H[out] W[2] + b[2].

    Args:
        x: The input, (flowers, input nodes).
        parameters: Weights and biases, as `Parameters` or as four arrays in its order.

    Returns:
        `Layers`: what each layer takes in and puts out.

    Raises:
        ValueError: When a shape does not fit, or a number is not finite, or there is
            no flower.
    """
    weights_1, biases_1, weights_2, biases_2 = parameters
    # --8<-- [start:feedforward]
    hidden_layer_inputs = np.dot(x, weights_1) + biases_1  # (flowers, hidden)
    hidden_layer_outputs = sigmoid(hidden_layer_inputs)
    output_layer_inputs = (
        np.dot(hidden_layer_outputs, weights_2) + biases_2
    )  # (flowers, outputs)
    output_layer_outputs = sigmoid(output_layer_inputs)
    # --8<-- [end:feedforward]
    return Layers(
        hidden_layer_inputs,
        hidden_layer_outputs,
        output_layer_inputs,
        output_layer_outputs,
    )


@_checks.before(_net_and_labels)
def gradient_with_biases(x, y, parameters):
    """The slopes of `mean_squared_error` in all weights and biases.

    Args:
        x: The input, (flowers, input nodes).
        y: The labels, (flowers, output nodes).
        parameters: Weights and biases, as `Parameters` or as four arrays in its order.

    Returns:
        `Parameters`: the slope in each weight and in each bias. The arguments
        stay as they are.

    Raises:
        ValueError: When a shape does not fit, or a number is not finite, or there is
            no flower.
    """
    _, hidden_layer_outputs, _, output_layer_outputs = _checks.plain(
        feedforward_with_biases
    )(x, parameters)
    N = y.size  # noqa: N806
    output_layer_delta = (
        (output_layer_outputs - y) * output_layer_outputs * (1 - output_layer_outputs)
    )
    hidden_layer_error = np.dot(output_layer_delta, parameters.weights_2.T)
    hidden_layer_delta = (
        hidden_layer_error * hidden_layer_outputs * (1 - hidden_layer_outputs)
    )
    # --8<-- [start:biases]
    biases_2_update = (
        output_layer_delta.sum(axis=0) / N
    )  # (outputs,): one sum over the flowers for each node
    biases_1_update = hidden_layer_delta.sum(axis=0) / N  # (hidden,)
    # --8<-- [end:biases]
    weights_2_update = np.dot(hidden_layer_outputs.T, output_layer_delta) / N
    weights_1_update = np.dot(x.T, hidden_layer_delta) / N
    return Parameters(
        weights_1_update, biases_1_update, weights_2_update, biases_2_update
    )
