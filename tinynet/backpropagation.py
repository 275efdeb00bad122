"""Backpropagation in matrices (parts 11, 12) and one gradient step (part 13)."""

from typing import Any, NamedTuple

import numpy as np

from tinynet import _checks
from tinynet._checks import Matrix
from tinynet.feedforward import feedforward


class Backward(NamedTuple):
    """What flows back through the net, in the order in which it is computed.

    Attributes:
        output_layer_error: O[error], (flowers, output nodes).
        output_layer_delta: O[delta], (flowers, output nodes): N times the slope of the
            error in O[in].
        weights_2_update: W[2-update], (hidden nodes, output nodes): the slope of the
            error in each weight.
        hidden_layer_error: H[error], (flowers, hidden nodes).
        hidden_layer_delta: H[delta], (flowers, hidden nodes): N times the slope of the
            error in H[in].
        weights_1_update: W[1-update], (input nodes, hidden nodes): the slope of the
            error in each weight.
    """

    output_layer_error: Matrix
    output_layer_delta: Matrix
    weights_2_update: Matrix
    hidden_layer_error: Matrix
    hidden_layer_delta: Matrix
    weights_1_update: Matrix


@_checks.before(_checks.net_and_labels)
def backpropagation(x, y, weights_1, weights_2):
    """The slopes of `mean_squared_error`, the halved one, in all weights of the net.

    Args:
        x: The input, (flowers, input nodes).
        y: The labels, (flowers, output nodes).
        weights_1: The weights from input to hidden layer, (input nodes, hidden nodes).
        weights_2: The weights from hidden to output layer, (hidden nodes, output
            nodes).

    Returns:
        `Backward`: errors, deltas and updates. The arguments stay as they are.

    Raises:
        ValueError: When a shape does not fit, or a number is not finite, or there are
            no flowers.
    """
    layers = _checks.plain(feedforward)(x, weights_1, weights_2)
    _, hidden_layer_outputs, _, output_layer_outputs = layers
    N = y.size  # noqa: N806
    # --8<-- [start:output_layer]
    output_layer_error = output_layer_outputs - y  # (flowers, outputs)
    output_layer_delta = (
        output_layer_error * output_layer_outputs * (1 - output_layer_outputs)
    )
    weights_2_update = np.dot(hidden_layer_outputs.T, output_layer_delta) / N
    # --8<-- [end:output_layer]
    # --8<-- [start:hidden_layer]
    hidden_layer_error = np.dot(output_layer_delta, weights_2.T)  # (flowers, hidden)
    hidden_layer_delta = (
        hidden_layer_error * hidden_layer_outputs * (1 - hidden_layer_outputs)
    )
    weights_1_update = np.dot(x.T, hidden_layer_delta) / N  # (inputs, hidden)
    # --8<-- [end:hidden_layer]
    output = output_layer_error, output_layer_delta, weights_2_update
    return Backward(*output, hidden_layer_error, hidden_layer_delta, weights_1_update)


def _step(
    x: Any, y: Any, weights_1: Any, weights_2: Any, learning_rate: Any
) -> tuple[Any, ...]:
    learning_rate = _checks.positive("learning_rate", learning_rate)
    x, y, weights_1, weights_2 = _checks.net_and_labels(
        x, y, weights_1, weights_2, one_hot=True
    )
    return x, y, weights_1, weights_2, learning_rate


@_checks.before(_step)
def gradient_step(x, y, weights_1, weights_2, learning_rate):
    """One gradient step on both weight matrices: W - learning rate * W[update].

    Args:
        x: The input, (flowers, input nodes).
        y: The labels, one-hot, (flowers, output nodes).
        weights_1: The weights from input to hidden layer, (input nodes, hidden nodes).
        weights_2: The weights from hidden to output layer, (hidden nodes, output
            nodes).
        learning_rate: How far to go, a number above 0.

    Returns:
        The new `weights_1` and `weights_2`. The arguments stay as they are.

    Raises:
        ValueError: As in `backpropagation`; also when a label is not one-hot or the
            learning rate is not above 0.
    """
    slopes = _checks.plain(backpropagation)(x, y, weights_1, weights_2)
    _, _, weights_2_update, _, _, weights_1_update = slopes
    # --8<-- [start:step]
    weights_2 = weights_2 - learning_rate * weights_2_update
    weights_1 = weights_1 - learning_rate * weights_1_update
    # --8<-- [end:step]
    return weights_1, weights_2
