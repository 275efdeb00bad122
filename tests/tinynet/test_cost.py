"""The two conventions of the mean squared error."""

import math

import numpy as np
import pytest
from example import worked_example

from tinynet import feedforward, mean_squared_error, plain_mean_squared_error


def test_the_worked_example():
    x, y, weights_1, weights_2 = worked_example()
    outputs = feedforward(x, weights_1, weights_2).output_layer_outputs
    assert math.isclose(mean_squared_error(outputs, y), 0.13831126800831411, rel_tol=1e-14)
    assert math.isclose(plain_mean_squared_error(outputs, y), 0.27662253601662823, rel_tol=1e-14)


def test_by_hand():
    assert mean_squared_error([[1.0, 0.0]], [[0, 1]]) == 0.5
    assert plain_mean_squared_error([[1], [0], [1], [0]], [[1], [1], [0], [0]]) == 0.5
    assert mean_squared_error([[3.0]], [[0.0]]) == 4.5


@pytest.mark.parametrize("kind", [bool, np.uint8, int, np.float32])
def test_labels_of_any_kind_give_the_same(kind):
    outputs, y = np.array([[0.25, 0.5]]), np.array([[1, 0]])
    assert mean_squared_error(outputs, y.astype(kind)) == mean_squared_error(outputs, y.astype(float)) == 0.203125
    assert mean_squared_error(y.astype(kind), y[:, ::-1].astype(kind)) == 0.5


def test_a_plain_number_comes_back():
    assert type(mean_squared_error([[1]], [[1]])) is float is type(plain_mean_squared_error([[1]], [[1]]))
