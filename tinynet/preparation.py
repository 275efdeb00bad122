"""Before training (part 14): flowers set aside, columns scaled, a bias added."""

from typing import Any

import numpy as np

from tinynet import _checks
from tinynet._checks import Matrix


def _split(x: Any, y: Any, test_size: Any, random_state: Any) -> tuple[Any, ...]:
    x, y = _checks.flowers_and_labels(x, y)
    test_size = _checks.count("test_size", test_size)
    if not 0 < test_size < len(x):
        raise ValueError(
            f"test_size is {test_size}, needed: "
            f"from 1 to {len(x) - 1}, so that both sets have flowers"
        )
    return x, y, test_size, _checks.count("random_state", random_state)


@_checks.before(_split)
# --8<-- [start:train_test_split]
def train_test_split(x, y, test_size, random_state):
    """Shuffle the flowers, and set the first test_size of them aside."""
    shuffled = np.random.RandomState(random_state).permutation(len(x))
    test, train = shuffled[:test_size], shuffled[test_size:]
    return x[train], x[test], y[train], y[test]


# --8<-- [end:train_test_split]


def _scaling(x_train: Any, x: Any) -> tuple[Matrix, Matrix]:
    x_train = _checks.matrix("x_train", x_train, "flowers", "input nodes")
    x = _checks.matrix("x", x, "flowers", "input nodes")
    if x.shape[1] != x_train.shape[1]:
        raise ValueError(
            f"x is {x.shape}, needed (n, {x_train.shape[1]}): the columns of x_train"
        )
    if not x_train.std(axis=0).all():
        column = int(np.flatnonzero(x_train.std(axis=0) == 0)[0])
        raise ValueError(
            f"x_train has one and the same value in column {column}, "
            "needed: values that differ"
        )
    return x_train, x


@_checks.before(_scaling)
# --8<-- [start:scale]
def scale(x_train, x):
    """Shift and stretch the columns: those of x_train get mean 0 and deviation 1."""
    return (x - x_train.mean(axis=0)) / x_train.std(axis=0)


# --8<-- [end:scale]


@_checks.before(lambda x: (_checks.matrix("x", x, "flowers", "input nodes"),))
# --8<-- [start:add_bias]
def add_bias(x):
    """Add an input node that always says 1: its weights are the biases."""
    return np.hstack([x, np.ones((len(x), 1))])


# --8<-- [end:add_bias]
