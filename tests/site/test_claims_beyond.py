"""What the pages beyond the series say in words: each claim is a test, on more nets than the page has."""

import numpy as np
import pytest
from example import worked_example
from hypothesis import given, settings
from hypothesis import strategies as st

from tinynet import cross_entropy, feedforward, load_iris, mini_batches, sigmoid, softmax, train

X, Y, *START = worked_example()
SEEDS = st.integers(0, 2**32 - 1)
CORNERS, XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
MANY = settings(max_examples=100, deadline=None)


def draws(seed, *shapes, scale=1.0):
    generator = np.random.RandomState(seed)
    return [generator.normal(scale=scale, size=shape) for shape in shapes]


# XOR: "One node draws one line".


@MANY
@given(SEEDS, st.floats(0.1, 30))
def test_no_single_node_has_all_four_cases_on_the_right_side(seed, size):
    weights, bias = draws(seed, 2, 1, scale=size)
    sums = CORNERS @ weights + bias
    assert sums[0] + sums[3] == pytest.approx(sums[1] + sums[2])
    out = sigmoid(sums)
    assert np.abs(out - XOR).max() >= 1 / 2 - 1e-12
    assert ((out - XOR) ** 2).sum() / (2 * XOR.size) >= 1 / 32 - 1e-12


# Zeros: "Once equal, always equal".


@settings(max_examples=10, deadline=None)
@given(SEEDS, st.integers(2, 5), st.floats(0.05, 2))
def test_nodes_that_are_alike_stay_alike(seed, hidden, rate):
    column, row = draws(seed, (4, 1), (1, 3))
    trained = train(X, Y, np.tile(column, hidden), np.tile(row, (hidden, 1)), rate, 100)
    assert np.ptp(trained.weights_1, axis=1).max() < 1e-9 and np.ptp(trained.weights_2, axis=0).max() < 1e-9


# Softmax: "Only the differences of the sums count", "The floor is gone".


@MANY
@given(SEEDS, st.floats(-50, 50))
def test_a_number_added_to_all_sums_changes_no_share(seed, added):
    (sums,) = draws(seed, (4, 3))
    assert np.allclose(softmax(sums + added), softmax(sums), rtol=1e-12)


@MANY
@given(SEEDS)
def test_where_the_right_sum_is_the_largest_larger_weights_take_the_cost_toward_zero(seed):
    """Whatever the sums, if each flower's own stands above the others by a tenth."""
    (sums,) = draws(seed, (3, 3))
    sums = np.where(Y == 1, sums.max(axis=1, keepdims=True) + 0.1, sums)
    costs = [cross_entropy(softmax(factor * sums), Y) for factor in (1, 2, 4, 1000)]
    assert costs[0] > costs[1] > costs[2] > costs[3] and costs[3] < 1e-9


# Products: "five flowers".


def test_a_dot_for_a_star_runs_only_where_flowers_are_as_many_as_species():
    iris = load_iris()
    for rows in (1, 2, 3, 4, 5, 150):
        out = feedforward(iris.x[:rows], *START).output_layer_outputs
        if rows == 3:
            assert np.dot(out, out).shape == (3, 3)
        else:
            with pytest.raises(ValueError, match="not aligned"):
                np.dot(out, out)


# Mini-batches: "Their mean is the gradient of all" where all are of one size.


@pytest.mark.parametrize(("size", "equal"), [(1, True), (10, True), (50, True), (40, False), (149, False)])
def test_the_mean_of_batches_of_one_size_is_the_mean_of_all(size, equal):
    iris = load_iris()
    means = [x.mean(axis=0) for x, _ in mini_batches(iris.x, iris.y, size, 0)]
    assert np.allclose(np.mean(means, axis=0), iris.x.mean(axis=0), rtol=1e-12) == equal
