"""The same gradient in two other ways: with lists, and flower by flower."""

import math
from collections.abc import Sequence

import numpy as np

from tinynet import _checks
from tinynet.feedforward import feedforward


def _sigmoid(number: float) -> float:
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, number))))


@_checks.before(_checks.net_and_labels)
def gradient_with_lists(x, y, weights_1, weights_2):
    """The slopes of `mean_squared_error` in all weights, with lists and loops alone.

    Args:
        x: The input, (flowers, input nodes).
        y: The labels, (flowers, output nodes).
        weights_1: The weights from input to hidden layer, (input nodes, hidden nodes).
        weights_2: The weights from hidden to output layer, (hidden nodes, output
            nodes).

    Returns:
        `weights_1_update` and `weights_2_update`, as lists of lists of the shapes of
        the weights.

    Raises:
        ValueError: When a shape does not fit, or a number is not finite, or there are
            no flowers.
    """
    to_hidden, weights_2 = weights_1.T.tolist(), weights_2.tolist()
    to_output = list(zip(*weights_2, strict=True))
    update_1 = [[0.0] * len(weights_2) for _ in range(x.shape[1])]
    update_2 = [[0.0] * y.shape[1] for _ in weights_2]
    for flower, label in zip(x.tolist(), y.tolist(), strict=True):
        h_out = [_sigmoid(_dot(flower, row)) for row in to_hidden]
        o_out = [_sigmoid(_dot(h_out, row)) for row in to_output]
        o_delta = [
            (o - wanted) * o * (1 - o) for o, wanted in zip(o_out, label, strict=True)
        ]
        h_delta = [
            _dot(o_delta, row) * h * (1 - h)
            for h, row in zip(h_out, weights_2, strict=True)
        ]
        _add(update_1, flower, h_delta, y.size)
        _add(update_2, h_out, o_delta, y.size)
    return update_1, update_2


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(p * q for p, q in zip(a, b, strict=True))


def _add(
    update: list[list[float]], outputs: list[float], deltas: list[float], n: int
) -> None:
    """Add to each weight what came in times the delta at its other end, over N."""
    for row, output in zip(update, outputs, strict=True):
        row[:] = [
            value + output * delta / n for value, delta in zip(row, deltas, strict=True)
        ]


@_checks.before(_checks.net_and_labels)
def gradient_by_flower(x, y, weights_1, weights_2):
    """What each flower adds to the slopes in all weights; the sum is the gradient.

    Args:
        x: The input, (flowers, input nodes).
        y: The labels, (flowers, output nodes).
        weights_1: The weights from input to hidden layer, (input nodes, hidden nodes).
        weights_2: The weights from hidden to output layer, (hidden nodes, output
            nodes).

    Returns:
        Two arrays, (flowers, input nodes, hidden nodes) and (flowers, hidden nodes,
        output nodes).

    Raises:
        ValueError: When a shape does not fit, or a number is not finite, or there are
            no flowers.
    """
    of_1, of_2 = [], []
    for flower, label in zip(x, y, strict=True):
        _, h_out, _, o_out = (
            layer[0] for layer in feedforward([flower], weights_1, weights_2)
        )
        o_delta = (o_out - label) * o_out * (1 - o_out)
        h_delta = np.dot(weights_2, o_delta) * h_out * (1 - h_out)
        of_2.append(np.outer(h_out, o_delta) / y.size)
        of_1.append(np.outer(flower, h_delta) / y.size)
    return np.array(of_1), np.array(of_2)
