"""What the pages say about the nets in words: each claim is a test, and named by the claim."""

import sys
import warnings
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from example import worked_example
from hypothesis import given, settings
from hypothesis import strategies as st

from tinynet import (
    accuracy,
    add_bias,
    all_derivatives,
    backpropagation,
    central_differences,
    feedforward,
    gradient_by_flower,
    gradient_descent,
    gradient_with_lists,
    load_iris,
    mean_squared_error,
    scale,
    sigmoid,
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


# Part 14: the parabola.


def test_only_on_the_parabola_one_rate_arrives_in_one_step_from_every_start():
    for start in (-10, 0.3, 1.9, 40):
        assert gradient_descent(lambda w: 2 * w - 2, start, 0.5, 1)[-1] == pytest.approx(1, abs=1e-12)

    def slope(w):
        return np.exp(w) + 2 * w - 4

    lowest = gradient_descent(slope, 1.9, 0.2, 200)[-1]
    exact = [(start - lowest) / slope(start) for start in (1.9, 1.5, 0)]
    assert gradient_descent(slope, 1.9, exact[0], 1)[-1] == pytest.approx(lowest)
    assert min(abs(a / b - 1) for a, b in pairwise(exact)) > 0.05


# Parts 8, 13 and 14: what the sigmoid does in a computer, and what float32 does to the check.


def test_in_float64_the_sigmoid_is_exactly_1_from_37_on_and_below_1_up_to_36():
    assert (sigmoid(np.linspace(37, 600, 1000)) == 1).all() and (sigmoid(np.linspace(0, 36, 1000)) < 1).all()
    assert (sigmoid(np.linspace(-600, 0, 1000)) > 0).all(), "it is never exactly 0: clip stops before"


def test_the_clip_keeps_exp_from_overflowing_in_float64_and_not_in_float32():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sigmoid(np.array([-1e300, -710, 1e300]))
        sigmoid(np.array([-88], np.float32))
        with pytest.raises(RuntimeWarning, match="overflow"):
            sigmoid(np.array([-89], np.float32))


def test_in_float32_the_error_is_right_and_the_gradient_check_is_not():
    x, first, second = (array.astype(np.float32) for array in (X, START[0], START[1]))

    def cost(weights_1, weights_2):
        outputs = sigmoid(np.dot(sigmoid(np.dot(x, weights_1.astype(np.float32))), weights_2.astype(np.float32)))
        assert outputs.dtype == np.float32
        return ((outputs - Y.astype(np.float32)) ** 2).sum() / (2 * Y.size)

    right = backpropagation(X, Y, *START)
    assert abs(cost(first, second) - error(X, *START)) < 1e-7
    for measured, slopes in (
        (central_differences(lambda w: cost(w, second), START[0]), right.weights_1_update),
        (central_differences(lambda w: cost(first, w), START[1]), right.weights_2_update),
    ):
        assert 1e-4 < np.abs(measured - slopes).max() < 1e-2


# Part 12 and the map to the original posts: which of the four ways share what.


def four_ways():
    matrices = backpropagation(X, Y, *START)
    return {
        "matrices": (matrices.weights_1_update, matrices.weights_2_update),
        "single numbers": all_derivatives(X, Y, *START),
        "flower by flower": [each.sum(axis=0) for each in gradient_by_flower(X, Y, *START)],
        "lists": gradient_with_lists(X, Y, *START),
    }


def moved(before):
    """The ways whose slopes are other ones now."""
    pairs = {name: zip(before[name], after, strict=True) for name, after in four_ways().items()}
    return {name for name, both in pairs.items() if any(np.abs(np.subtract(*one)).max() > 1e-6 for one in both)}


def test_three_of_the_four_ways_share_feedforward_and_the_lists_have_their_own(monkeypatch):
    right = four_ways()
    monkeypatch.setattr(sys.modules["tinynet.feedforward"], "sigmoid", lambda z: 1 / (1 + np.exp(-2 * z)))
    assert moved(right) == {"matrices", "single numbers", "flower by flower"}
    wrong = [np.concatenate([np.ravel(each) for each in four_ways()[name]]) for name in sorted(moved(right))]
    assert np.abs(np.ptp(wrong, axis=0)).max() < 1e-15, "with the slip they agree with each other"


@pytest.mark.parametrize(
    ("module", "name", "way"),
    [("derivatives", "sigmoid_slope", "single numbers"), ("other_ways", "_dot", "lists")],
)
def test_a_slip_on_one_way_back_stands_out(monkeypatch, module, name, way):
    right, slip = four_ways(), getattr(sys.modules[f"tinynet.{module}"], name)
    monkeypatch.setattr(sys.modules[f"tinynet.{module}"], name, lambda *given: slip(*given) * 1.1)
    assert moved(right) == {way}


# Ledger.


def rounded_net(digits):
    """Every number of the ledger, each rounded before the next is computed from it."""

    def r(value):
        return np.round(value, digits)

    weights_1, weights_2 = map(r, START)
    h_in = r(X @ weights_1)
    h_out = r(sigmoid(h_in))
    o_in = r(h_out @ weights_2)
    o_out = r(sigmoid(o_in))
    o_error = r(o_out - Y)
    o_delta = r(o_error * o_out * (1 - o_out))
    update_2, h_error = r(h_out.T @ o_delta / Y.size), r(o_delta @ weights_2.T)
    h_delta = r(h_error * h_out * (1 - h_out))
    update_1 = r(X.T @ h_delta / Y.size)
    new_1, new_2 = r(weights_1 - 0.1 * update_1), r(weights_2 - 0.1 * update_2)
    after = r(sigmoid(r(r(sigmoid(r(X @ new_1))) @ new_2)))
    squares, new_squares = r(o_error**2), r((after - Y) ** 2)
    errors = r(squares.sum() / 2 / Y.size), r(new_squares.sum() / 2 / Y.size)
    forward = [weights_1, weights_2, h_in, h_out, o_in, o_out, squares, o_error, o_delta]
    found = [*forward, update_2, h_error, h_delta, update_1, new_1, new_2, after, *errors]
    return np.concatenate([np.ravel(each) for each in found])


def test_rounding_to_five_decimals_on_the_way_moves_the_numbers_of_the_ledger_by_up_to_0_00002():
    exact, by_hand = rounded_net(15), rounded_net(5)
    assert 0.00001 < np.abs(by_hand - exact).max() < 0.00002
    assert (exact.round(4) != by_hand.round(4)).any(), "the fourth decimal is not always right"
