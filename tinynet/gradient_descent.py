"""Looking for the lowest point (part 7): by trying, and by following the slope."""

from collections.abc import Callable, Iterable
from typing import Any

from tinynet import _checks


def _candidates(
    f: Callable[[float], float], candidates: Iterable[float]
) -> tuple[Any, ...]:
    values = [float(w) for w in _checks.array("candidates", list(candidates)).ravel()]
    if not values:
        raise ValueError("candidates is empty, needed: at least one number to try")
    return f, values


@_checks.before(_candidates)
# --8<-- [start:brute_force]
def brute_force(f, candidates):
    """Try every candidate; the one with the lowest value of f."""
    lowest = candidates[0]
    for w in candidates:
        if f(w) < f(lowest):
            lowest = w
    return lowest


# --8<-- [end:brute_force]


def _walk(
    slope: Callable[[float], float],
    starting_w: Any,
    learning_rate: Any,
    n_gradient_descent_steps: Any,
) -> tuple[Any, ...]:
    start = _checks.array("starting_w", starting_w)
    if start.ndim:
        raise ValueError(f"starting_w is {start.shape}, needed: one number")
    steps = _checks.count("n_gradient_descent_steps", n_gradient_descent_steps)
    return slope, float(start), _checks.positive("learning_rate", learning_rate), steps


@_checks.before(_walk)
# --8<-- [start:gradient_descent]
def gradient_descent(slope, starting_w, learning_rate, n_gradient_descent_steps):
    """Walk downhill, each step the learning rate times the slope; gives the path."""
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        w = path[-1]
        path.append(w - learning_rate * slope(w))
    return path


# --8<-- [end:gradient_descent]
