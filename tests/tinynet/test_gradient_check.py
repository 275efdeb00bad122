"""Slopes that are measured."""

import re

import numpy as np
import pytest

from tinynet import central_differences, gradient_check


def test_a_slope_that_is_known():
    weights = np.array([[1.0, -2.0], [0.5, 3.0]])
    assert np.abs(central_differences(lambda w: (w**3).sum(), weights) - 3 * weights**2).max() < 1e-9
    assert central_differences(lambda w: w**2, 3.0).shape == ()
    assert central_differences(lambda w: w.sum() ** 2, [1, 2, 3]).round(6).tolist() == [12, 12, 12]


def test_epsilon_is_the_step_to_either_side():
    asked = []
    central_differences(lambda w: asked.append(w.tolist()) or 0.0, [1.0, 2.0], epsilon=0.25)
    assert asked == [[1.25, 2.0], [0.75, 2.0], [1.0, 2.25], [1.0, 1.75]]
    assert central_differences(lambda w: w[0] ** 3, [1.0], epsilon=0.5)[0] == 3.25


def test_the_default_step():
    asked = []
    central_differences(lambda w: asked.append(float(w[0])) or 0.0, [0.0])
    gradient_check(lambda w: asked.append(float(w[0])) or 0.0, [0.0], [0.0])
    assert asked == [1e-5, -1e-5] * 2


def test_the_weights_stay_as_they_are_even_if_the_cost_changes_its_argument():
    weights = np.array([1.0, 2.0])

    def cost(w):
        w *= 2
        return w.sum()

    assert central_differences(cost, weights).round(6).tolist() == [2, 2]
    assert weights.tolist() == [1, 2]


def test_the_largest_difference():
    def cost(w):
        return (w**2).sum()

    assert gradient_check(cost, [1.0, 2.0], [2.0, 4.0]) < 1e-9
    assert gradient_check(cost, [1.0, 2.0], [2.5, 3.0]) == pytest.approx(1.0)
    assert gradient_check(cost, [1.0, 2.0], [3.5, 4.0]) == pytest.approx(1.5)
    assert gradient_check(lambda w: w[0] ** 3, [1.0], [3.25], epsilon=0.5) == 0
    assert gradient_check(cost, [], []) == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: central_differences(lambda w: w, [1.0, 2.0]), "cost(weights) is (2,), needed: one number"),
        (lambda: central_differences(lambda w: np.nan, [1.0]), "cost(weights) holds nan, needed: finite numbers"),
        (lambda: central_differences(lambda w: 1, [np.inf]), "weights holds inf, needed: finite numbers"),
        (lambda: central_differences(lambda w: 1, [1.0], 0), "epsilon is 0, needed: a finite number above 0"),
        (lambda: gradient_check(lambda w: 1, [1.0], [1.0, 2.0]), "gradient is (2,), needed (1,), as weights"),
        (lambda: gradient_check(lambda w: 1, [1.0], ["a"]), "gradient holds <U1, needed: real numbers"),
    ],
)
def test_what_cannot_be_measured(call, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()
