"""The net with biases: it is the old one where they are zero, and each argument is looked at."""

import numpy as np
import pytest
from example import some_net, worked_example
from hypothesis import given, settings
from hypothesis import strategies as st

from tinynet import (
    Parameters,
    add_bias,
    backpropagation,
    feedforward,
    feedforward_with_biases,
    gradient_with_biases,
    mean_squared_error,
)

X, Y, *WEIGHTS = worked_example()
START = Parameters(WEIGHTS[0], np.zeros(2), WEIGHTS[1], np.zeros(3))


def error(parameters):
    return mean_squared_error(feedforward_with_biases(X, parameters).output_layer_outputs, Y)


def test_with_biases_of_zero_it_is_the_net_of_the_series():
    for ours, theirs in zip(feedforward_with_biases(X, START), feedforward(X, *WEIGHTS), strict=True):
        assert (ours == theirs).all()
    gradient, back = gradient_with_biases(X, Y, START), backpropagation(X, Y, *WEIGHTS)
    assert (gradient.weights_1 == back.weights_1_update).all()
    assert (gradient.weights_2 == back.weights_2_update).all()


def test_a_hidden_bias_is_a_weight_from_an_input_that_says_1():
    x, y, weights_1, weights_2 = some_net(5, 3, seed=1)
    net = Parameters(weights_1, np.array([0.5, -1, 2]), weights_2, np.zeros(3))
    back = backpropagation(add_bias(x), y, np.vstack([net.weights_1, net.biases_1]), weights_2)
    gradient = gradient_with_biases(x, y, net)
    assert np.abs(np.vstack([gradient.weights_1, gradient.biases_1]) - back.weights_1_update).max() < 1e-15


def test_four_arrays_do_in_place_of_parameters_and_stay_as_they_are():
    given, before = [*START], [array.copy() for array in START]
    ways = gradient_with_biases(X, Y, given), gradient_with_biases(X, Y, START)
    assert all((a == b).all() for a, b in zip(*ways, strict=True))
    assert all((a == b).all() for a, b in zip(given, before, strict=True))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"biases_1": np.zeros((2, 1))}, r"biases_1 is \(2, 1\), needed \(2,\): one number per hidden node"),
        ({"biases_1": np.zeros(3)}, r"biases_1 is \(3,\), needed \(2,\)"),
        ({"biases_2": np.zeros(2)}, r"biases_2 is \(2,\), needed \(3,\): one number per output node"),
        ({"biases_2": [0, np.nan, 0]}, "biases_2 holds nan"),
        ({"weights_2": np.zeros((3, 3))}, r"weights_2 is \(3, 3\), needed \(2, n\)"),
    ],
)
def test_what_does_not_fit_is_told(changed, message):
    with pytest.raises(ValueError, match=message):
        feedforward_with_biases(X, START._replace(**changed))
    with pytest.raises(ValueError, match=message):
        gradient_with_biases(X, Y, START._replace(**changed))


def test_labels_have_to_fit_the_outputs():
    with pytest.raises(ValueError, match=r"y is \(3, 2\), needed \(3, 3\)"):
        gradient_with_biases(X, Y[:, :2], START)


# "What it does to the lowest error": not even the best hidden biases, and nothing but three output biases.


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.1, 30))
def test_hidden_biases_alone_stay_above_1_over_72(seed, size):
    draw = np.random.RandomState(seed)
    net = [draw.normal(scale=size, size=shape) for shape in ((4, 2), 2, (2, 3))]
    assert error([*net, np.zeros(3)]) > 1 / 72 - 1e-15


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_with_output_biases_any_sums_can_be_had(seed):
    """Three points that do not lie on one line: for each node three equations with three unknowns."""
    draw = np.random.RandomState(seed)
    hidden, wished = draw.uniform(size=(3, 2)), 30 * (2 * Y - 1)
    solved = np.linalg.solve(np.hstack([hidden, np.ones((3, 1))]), wished)
    assert np.allclose(hidden @ solved[:2] + solved[2], wished, atol=1e-6)
    sums = np.log(hidden / (1 - hidden))
    weights_1 = np.linalg.lstsq(X, sums, rcond=None)[0]
    assert error([weights_1, np.zeros(2), solved[:2], solved[2]]) < 1e-9
