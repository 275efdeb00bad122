"""The worked example of the series, and nets of other sizes."""

import numpy as np

from tinynet import load_iris

ROWS = [1, 51, 101]
LEARNING_RATE = 0.1


def worked_example():
    """Inputs, labels and the two matrices of weights, as in part 13."""
    iris = load_iris()
    generator = np.random.RandomState(10)
    weights_1 = generator.normal(scale=0.5, size=(4, 2))
    weights_2 = generator.normal(scale=0.5, size=(2, 3))
    return iris.x[ROWS], iris.y[ROWS], weights_1, weights_2


def some_net(flowers, hidden, seed):
    """A net of another size on the first rows of shuffled Iris."""
    iris, generator = load_iris(), np.random.RandomState(seed)
    rows = generator.permutation(150)[:flowers]
    return (
        iris.x[rows],
        iris.y[rows],
        generator.normal(scale=0.5, size=(4, hidden)),
        generator.normal(scale=0.5, size=(hidden, 3)),
    )
