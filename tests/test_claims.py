"""What the pages say about the nets in words: each claim is a test, and named by the claim."""

from fractions import Fraction

import numpy as np
import pytest
from example import worked_example
from hypothesis import given, settings
from hypothesis import strategies as st

from tinynet import (
    accuracy,
    add_bias,
    feedforward,
    load_iris,
    mean_squared_error,
    scale,
    train,
    train_test_split,
)

X, Y, *START = worked_example()
IRIS = load_iris()
BOUND = 1 / 72
ROUNDING = 1e-15  # of an error near the bound
SEEDS = st.integers(0, 2**32 - 1)
POSITIVE = st.floats(1e-6, 1)


def error(x, weights_1, weights_2, y=Y):
    return mean_squared_error(feedforward(x, weights_1, weights_2).output_layer_outputs, y)


def random_weights(seed, inputs, hidden, size=0.5):
    draw = np.random.RandomState(seed)
    return draw.normal(scale=size, size=(inputs, hidden)), draw.normal(scale=size, size=(hidden, 3))


def turn(a, b):
    """Twice the area between two arrows: above 0 where b lies to the left of a."""
    return int(a[0] * b[1] - a[1] * b[0])


def weights_for(hidden_layer_outputs):
    """The first weights with which the hidden nodes put out just this for the three flowers."""
    sums = np.log(hidden_layer_outputs / (1 - hidden_layer_outputs))
    return np.linalg.lstsq(X, sums, rcond=None)[0]


# Part 14, "How low can the error get?": two hidden nodes, no bias at the outputs, one flower of each species.


@settings(max_examples=300, deadline=None)
@given(arrows=st.tuples(*[st.tuples(st.integers(1, 9), st.integers(1, 9))] * 3))
def test_of_three_arrows_up_and_to_the_right_one_is_a_forward_mixture_of_the_others(arrows):
    """In integers, so to the last digit; many of them point the same way."""
    first, middle, last = (np.array(one) for one in sorted(arrows, key=lambda one: Fraction(one[1], one[0])))
    p, q, whole = turn(middle, last), turn(first, middle), turn(first, last)
    assert (p * first + q * last == whole * middle).all()
    assert min(p, q, whole) >= 0 and (p + q > 0) == (whole > 0)
    assert whole or turn(first, middle) == 0, "all three point the same way: the middle one is a multiple of the first"


@settings(max_examples=300, deadline=None)
@given(seed=SEEDS, size=st.sampled_from([0.1, 0.5, 3, 30, 300]), biased=st.booleans())
def test_no_random_net_has_an_error_of_the_three_flowers_below_1_72(seed, size, biased):
    x = add_bias(X) if biased else X
    assert error(x, *random_weights(seed, x.shape[1], 2, size)) >= BOUND - ROUNDING


@settings(max_examples=100, deadline=None)
@given(seed=SEEDS, arrows=st.tuples(*[st.tuples(POSITIVE, POSITIVE)] * 3))
def test_no_output_weights_bring_the_error_below_1_72_wherever_the_arrows_point(seed, arrows):
    """The output weights are the best that least squares knows, so that the eight other outputs are right."""
    arrows = np.clip(arrows, 1e-6, 1 - 1e-6)
    weights_2 = np.linalg.lstsq(arrows, 40 * (Y - 0.5), rcond=None)[0]
    weights_2 += np.random.RandomState(seed).normal(size=(2, 3))
    assert error(X, weights_for(arrows), weights_2) >= BOUND - ROUNDING


@pytest.mark.parametrize("biased", [False, True])
@pytest.mark.parametrize("rate", [1, 5, 20])
def test_no_trained_net_has_an_error_of_the_three_flowers_below_1_72(rate, biased):
    scaled = scale(IRIS.x, X)
    for seed in range(3):
        x = add_bias(scaled) if biased else scaled
        trained = train(x, Y, *random_weights(seed, x.shape[1], 2), rate, 1000)
        assert min(trained.monitoring["mean_squared_error"]) >= BOUND


def test_the_error_of_the_three_flowers_comes_as_near_to_1_72_as_you_like():
    """The last flower's arrow is tiny: its output for the middle flower's node is 0.5, all others are right."""
    for tiny in (1e-3, 1e-5, 1e-7):
        arrows = np.array([[0.5, 1e-3], [0.3, 0.6], [1e-3 * tiny, tiny]])
        weights_2 = np.array([[0.16 / tiny + 80, -60, -120 / tiny], [-40 / tiny, 80, 40 / tiny]])
        assert 0 < error(X, weights_for(arrows), weights_2) - BOUND < 2 * tiny


@pytest.mark.parametrize("column", [[0.9, 0.1, 0.1], [1 - 1e-15] * 3])
def test_a_third_hidden_node_takes_the_bound_away_and_so_does_an_output_bias(column):
    """The second third node always says 1 (to fifteen digits): its weights are the biases of the outputs."""
    arrows = np.column_stack([[[0.1, 0.1], [0.1, 0.9], [0.9, 0.1]], column])
    assert error(X, weights_for(arrows), np.linalg.solve(arrows, 40 * (Y - 0.5))) < 1e-9


def test_with_an_error_above_the_bound_all_three_answers_can_be_right():
    trained = train(scale(IRIS.x, X), Y, *random_weights(4, 4, 2), 5, 2000)
    outputs = feedforward(scale(IRIS.x, X), trained.weights_1, trained.weights_2).output_layer_outputs
    assert accuracy(outputs, Y) == 1 and np.abs(outputs - Y).max() >= 0.5


@settings(max_examples=100, deadline=None)
@given(seed=SEEDS, size=st.sampled_from([0.5, 3, 30]))
def test_the_error_of_the_130_training_flowers_stays_above_that_of_41_groups_of_three(seed, size):
    x, _, y, _ = train_test_split(IRIS.x, IRIS.y, test_size=20, random_state=4)
    groups = int(y.sum(axis=0).min())
    outputs = feedforward(x, *random_weights(seed, 4, 2, size)).output_layer_outputs
    wrong = np.zeros(groups, dtype=bool)
    for species in range(3):
        wrong |= (np.abs(outputs - y)[y[:, species] == 1][:groups] >= 0.5 - ROUNDING).any(axis=1)
    assert groups == 41 and wrong.all()
    assert mean_squared_error(outputs, y) >= groups / 4 / (2 * y.size)
