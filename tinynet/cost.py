"""How wrong a net is (part 6; halved from part 10 on), how often right (part 14)."""

from typing import Any

from tinynet import _checks
from tinynet._checks import Matrix


@_checks.before(_checks.outputs_and_labels)
def sum_of_squared_errors(output_layer_outputs, y):
    """The sum of (O[out] - Y)^2 over all flowers and output nodes (part 6).

    Args:
        output_layer_outputs: What the net says, (flowers, output nodes).
        y: What it should say, the same shape.

    Returns:
        The sum; it grows with the number of flowers, `plain_mean_squared_error` does
        not.

    Raises:
        ValueError: When the shapes differ, or a number is not finite, or there are no
            flowers.
    """
    # --8<-- [start:sse]
    sse = ((output_layer_outputs - y) ** 2).sum()
    # --8<-- [end:sse]
    return float(sse)


@_checks.before(_checks.outputs_and_labels)
def mean_squared_error(output_layer_outputs, y):
    """The mean squared error, halved: the sum of (O[out] - Y)^2 over 2N (part 10).

    Args:
        output_layer_outputs: What the net says, (flowers, output nodes).
        y: What it should say, the same shape.

    Returns:
        Half the mean over all elements. `plain_mean_squared_error` is not halved.

    Raises:
        ValueError: When the shapes differ, or a number is not finite, or there are no
            flowers.
    """
    N = y.size  # noqa: N806
    # --8<-- [start:mse]
    mse = ((output_layer_outputs - y) ** 2).sum() / (2 * N)
    # --8<-- [end:mse]
    return float(mse)


@_checks.before(_checks.outputs_and_labels)
def plain_mean_squared_error(output_layer_outputs, y):
    """The mean squared error: the sum of (O[out] - Y)^2 over N elements (part 6).

    Args:
        output_layer_outputs: What the net says, (flowers, output nodes).
        y: What it should say, the same shape.

    Returns:
        The mean over all elements. `mean_squared_error` is half of it.

    Raises:
        ValueError: When the shapes differ, or a number is not finite, or there are no
            flowers.
    """
    N = y.size  # noqa: N806
    # --8<-- [start:plain_mse]
    mse = ((output_layer_outputs - y) ** 2).sum() / N
    # --8<-- [end:plain_mse]
    return float(mse)


def _one_hot(output_layer_outputs: Any, y: Any) -> tuple[Matrix, Matrix]:
    return _checks.outputs_and_labels(output_layer_outputs, y, one_hot=True)


@_checks.before(_one_hot)
# --8<-- [start:accuracy]
def accuracy(output_layer_outputs, y):
    """The share of flowers whose largest output is that of their species."""
    return float((output_layer_outputs.argmax(axis=1) == y.argmax(axis=1)).mean())


# --8<-- [end:accuracy]
