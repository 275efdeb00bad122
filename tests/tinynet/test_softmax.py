"""Softmax and cross-entropy: their values, where they would overflow, and what they refuse."""

import math

import numpy as np
import pytest

from tinynet import cross_entropy, softmax


def test_shares_of_powers():
    total = 1 + math.e + math.e**3
    assert np.allclose(softmax([[0, 1, 3]]), [[1 / total, math.e / total, math.e**3 / total]], rtol=1e-15)


def test_each_row_adds_up_to_one_whatever_its_sums_are():
    said = softmax([[1000.0, 0, -1000], [-1000.0, -1000, -1000], [5, 6, 700]])
    assert np.isfinite(said).all() and np.allclose(said.sum(axis=1), 1)
    assert np.allclose(said[:2], [[1, 0, 0], [1 / 3, 1 / 3, 1 / 3]])


def test_the_argument_stays_as_it_is():
    sums = np.array([[1.0, 2]])
    softmax(sums)
    assert (sums == [[1, 2]]).all()


def test_the_mean_of_minus_the_logarithm_of_the_right_share():
    said = cross_entropy([[0.5, 0.5], [0.2, 0.8]], [[1, 0], [0, 1]])
    assert said == pytest.approx((math.log(2) - math.log(0.8)) / 2, rel=1e-15) and type(said) is float
    assert cross_entropy([[0.0, 1.0]], [[0, 1]]) == 0


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        (softmax, ([1, 2],), r"output_layer_inputs is \(2,\), needed a matrix"),
        (softmax, ([[1, np.inf]],), "output_layer_inputs holds inf"),
        (cross_entropy, ([[0.0, 1.0]], [[1, 0]]), "0 or less where the label is 1, needed: shares above 0"),
        (cross_entropy, ([[-0.1, 1.0]], [[1, 0]]), "0 or less where the label is 1"),
        (cross_entropy, ([[0.5, 0.5]], [[1, 1]]), "needed one-hot"),
        (cross_entropy, ([[0.5, 0.5]], [[1, 0], [0, 1]]), r"y is \(2, 2\), needed \(1, 2\)"),
    ],
)
def test_what_does_not_fit_is_told(function, arguments, message):
    with pytest.raises(ValueError, match=message):
        function(*arguments)
