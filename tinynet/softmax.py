"""Softmax, which makes shares of the sums of a row, and cross-entropy, its cost."""

from typing import Any

import numpy as np

from tinynet import _checks
from tinynet._checks import Matrix


def _sums(output_layer_inputs: Any) -> tuple[Matrix]:
    return (
        _checks.matrix(
            "output_layer_inputs", output_layer_inputs, "flowers", "output nodes"
        ),
    )


# The largest sum of each row becomes 0, so that no power overflows; the shares stay.
@_checks.before(_sums)
# --8<-- [start:softmax]
def softmax(output_layer_inputs):
    """Make shares of each row: numbers from 0 to 1 that add up to 1. Same shape."""
    powers = np.exp(
        output_layer_inputs - output_layer_inputs.max(axis=1, keepdims=True)
    )
    return powers / powers.sum(axis=1, keepdims=True)


# --8<-- [end:softmax]


def _shares(output_layer_outputs: Any, y: Any) -> tuple[Matrix, Matrix]:
    output_layer_outputs, y = _checks.outputs_and_labels(
        output_layer_outputs, y, one_hot=True
    )
    if (output_layer_outputs[y == 1] <= 0).any():
        raise ValueError(
            "output_layer_outputs has 0 or less where the label is 1, "
            "needed: shares above 0"
        )
    return output_layer_outputs, y


@_checks.before(_shares)
# --8<-- [start:cross_entropy]
def cross_entropy(output_layer_outputs, y):
    """Minus the logarithm of the share of the right species, the mean over the flowers.

    y is one-hot.
    """
    return float(-np.log(output_layer_outputs[y == 1]).mean())


# --8<-- [end:cross_entropy]
