"""Sigmoid and feedforward."""

import math
import warnings

import numpy as np
import pytest
from example import worked_example

from tinynet import feedforward, sigmoid

EXPECTED = {
    "hidden_layer_inputs": [[1.40577284, 1.24665267], [3.38557598, 0.73669744], [3.61195321, 0.32989375]],
    "hidden_layer_outputs": [[0.80309835, 0.77671988], [0.96725070, 0.67627326], [0.97371073, 0.58173352]],
    "output_layer_inputs": [
        [0.46893475, -0.44490342, 0.57322177],
        [0.40886645, -0.41076514, 0.55711957],
        [0.35201289, -0.36571058, 0.50991187],
    ],
    "output_layer_outputs": [
        [0.61513159, 0.39057320, 0.63950625],
        [0.60081604, 0.39872867, 0.63578580],
        [0.58710561, 0.40957790, 0.62478582],
    ],
}


def test_sigmoid_is_the_plain_formula_bit_for_bit_inside_500():
    z = np.concatenate([np.linspace(-500, 500, 20_001), np.random.RandomState(1).normal(scale=3, size=1000)])
    assert np.array_equal(sigmoid(z), 1 / (1 + np.exp(-z)))


@pytest.mark.parametrize(("z", "expected"), [(0, 0.5), (1000, 1.0), (-1000, 0.0), (1.0, 1 / (1 + math.exp(-1)))])
def test_sigmoid_of_one_number(z, expected):
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        assert math.isclose(sigmoid(z), expected, abs_tol=1e-200)


def test_sigmoid_rises_and_takes_lists_and_integers():
    assert (np.diff(sigmoid(np.linspace(-30, 30, 601))) > 0).all()
    assert sigmoid([0, 0]).tolist() == [0.5, 0.5] and sigmoid(np.array([[0]])).shape == (1, 1)


def test_each_layer_of_the_worked_example():
    x, _, weights_1, weights_2 = worked_example()
    layers = feedforward(x, weights_1, weights_2)
    assert list(layers._fields) == list(EXPECTED)
    for name, expected in EXPECTED.items():
        assert np.abs(getattr(layers, name) - expected).max() <= 5.1e-9, name


def test_lists_do_as_well():
    assert feedforward([[1, 2]], [[1], [2]], [[1, 0, -1]]).output_layer_outputs.shape == (1, 3)
