"""The cost: how wrong a net is, as one number."""

from typing import Any

from tinynet import _checks


def mean_squared_error(output_layer_outputs: Any, y: Any) -> float:
    """The mean squared error, halved, as in parts 10 to 14: the sum of (O[out] - Y)^2 over 2N, N elements.

    Args:
        output_layer_outputs: What the net says, (flowers, output nodes).
        y: What it should say, the same shape.

    Returns:
        Half the mean over all elements. `plain_mean_squared_error` is not halved.

    Raises:
        ValueError: When the shapes differ, or a number is not finite, or there are no flowers.
    """
    output_layer_outputs, y = _checks.outputs_and_labels(output_layer_outputs, y)
    N = y.size  # noqa: N806
    # --8<-- [start:mse]
    mse = ((output_layer_outputs - y) ** 2).sum() / (2 * N)
    # --8<-- [end:mse]
    return float(mse)


def plain_mean_squared_error(output_layer_outputs: Any, y: Any) -> float:
    """The mean squared error as in parts 6 to 9: the sum of (O[out] - Y)^2 over N, N elements.

    Args:
        output_layer_outputs: What the net says, (flowers, output nodes).
        y: What it should say, the same shape.

    Returns:
        The mean over all elements. `mean_squared_error` is half of it.

    Raises:
        ValueError: When the shapes differ, or a number is not finite, or there are no flowers.
    """
    return 2 * mean_squared_error(output_layer_outputs, y)
