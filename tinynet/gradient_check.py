"""Slopes without calculus (part 13): measured, and compared."""

from collections.abc import Callable
from typing import Any

import numpy as np

from tinynet import _checks
from tinynet._checks import Matrix


def central_differences(
    cost: Callable[[Matrix], Any], weights: Any, epsilon: float = 1e-5
) -> Matrix:
    """Measure the slope of a cost in each weight, whatever the net behind it.

    Args:
        cost: A function that takes an array of the shape of `weights` and gives one
            number.
        weights: Where to measure, an array of any shape.
        epsilon: How far to go to either side. 1e-5 is best for numbers near 1: the
            error of the method falls with the square of epsilon, the rounding of
            float64 grows as epsilon shrinks.

    Returns:
        The slopes, of the shape of `weights`; right to about 1e-11 for a cost near 1.
        `weights` stays as it is.

    Raises:
        ValueError: When `weights` or a cost is not finite numbers, a cost is not one
            number, or `epsilon` is not above 0.
    """
    weights, epsilon = (
        _checks.array("weights", weights),
        _checks.positive("epsilon", epsilon),
    )
    cost = _one_number(cost)
    # --8<-- [start:central_differences]
    slopes = np.zeros(weights.shape)
    for place in np.ndindex(weights.shape):
        step = np.zeros(weights.shape)
        step[place] = epsilon
        slopes[place] = (cost(weights + step) - cost(weights - step)) / (2 * epsilon)
    # --8<-- [end:central_differences]
    return slopes


def gradient_check(
    cost: Callable[[Matrix], Any], weights: Any, gradient: Any, epsilon: float = 1e-5
) -> float:
    """The largest difference between a gradient and the measured slopes.

    Below 1e-9 the gradient is right, for a cost near 1.

    Args:
        cost: A function that takes an array of the shape of `weights` and gives one
            number.
        weights: Where to measure, an array of any shape.
        gradient: The slopes to check, of the shape of `weights`.
        epsilon: As in `central_differences`.

    Raises:
        ValueError: As in `central_differences`; also when the shapes differ.
    """
    weights, gradient = (
        _checks.array("weights", weights),
        _checks.array("gradient", gradient),
    )
    if gradient.shape != weights.shape:
        raise ValueError(
            f"gradient is {gradient.shape}, needed {weights.shape}, as weights"
        )
    return float(
        np.max(
            np.abs(gradient - central_differences(cost, weights, epsilon)), initial=0
        )
    )


def _one_number(cost: Callable[[Matrix], Any]) -> Callable[[Matrix], float]:
    """A cost that says so when it gives anything but one finite number."""

    def checked(weights: Matrix) -> float:
        number = _checks.array("cost(weights)", cost(weights))
        if number.size != 1:
            raise ValueError(f"cost(weights) is {number.shape}, needed: one number")
        return float(number.item())

    return checked
