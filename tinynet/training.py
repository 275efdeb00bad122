"""Training (part 14): how often the net is right."""

from typing import Any

from tinynet import _checks


def accuracy(output_layer_outputs: Any, y: Any) -> float:
    """The share of flowers whose largest output is the one of their species (part 14).

    Args:
        output_layer_outputs: What the net says, (flowers, output nodes).
        y: The labels, one-hot, the same shape.

    Returns:
        A number from 0 to 1.

    Raises:
        ValueError: When the shapes differ, a number is not finite, a label is not one-hot, or there are no flowers.
    """
    output_layer_outputs, y = _checks.outputs_and_labels(output_layer_outputs, y, one_hot=True)
    return float((output_layer_outputs.argmax(axis=1) == y.argmax(axis=1)).mean())
