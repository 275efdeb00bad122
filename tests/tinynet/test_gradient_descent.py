"""Down a function of one variable."""

import math

import pytest

from tinynet import brute_force, gradient_descent


def f(w):
    return math.exp(w) + w**2 - 4 * w


def slope(w):
    return math.exp(w) + 2 * w - 4


def test_the_steps_of_part_7():
    assert [round(w, 5) for w in gradient_descent(slope, 1.9, 0.01, 3)] == [1.9, 1.83514, 1.77578, 1.72121]
    assert [round(w, 5) for w in gradient_descent(slope, 1.9, 0.1, 2)] == [1.9, 1.25141, 1.05160]
    assert gradient_descent(slope, 1.9, 0.1, 200)[-1] == pytest.approx(0.840841, abs=1e-6)
    assert gradient_descent(slope, 1.9, 0.1, 0) == [1.9]


def test_the_values_of_part_14():
    for rate, values in {
        0.02: [100, 92.16, 84.93],
        0.3: [100, 16, 2.56],
        0.5: [100, 0, 0],
        1.02: [100, 108.16, 116.99],
    }.items():
        path = gradient_descent(lambda x: 2 * x, -10, rate, 2)
        assert [round(x**2, 2) for x in path] == pytest.approx(values, abs=5e-3)


def test_brute_force_takes_the_lowest_and_the_first_of_equals():
    assert brute_force(f, [0, 0.5, 1, 1.5]) == 1
    assert brute_force(lambda w: 0, [3, 2, 1]) == 3
    assert brute_force(lambda w: w, iter([3, 1, 2])) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: brute_force(f, []), "candidates is empty, needed: at least one number to try"),
        (lambda: brute_force(f, [math.nan]), "candidates holds nan, needed: finite numbers"),
        (lambda: gradient_descent(slope, [1.0], 0.1, 1), r"starting_w is \(1,\), needed: one number"),
        (lambda: gradient_descent(slope, math.inf, 0.1, 1), "starting_w holds inf, needed: finite numbers"),
        (lambda: gradient_descent(slope, 1, -0.1, 1), "learning_rate is -0.1, needed: a finite number above 0"),
        (lambda: gradient_descent(slope, 1, 0.1, -1), "n_gradient_descent_steps is -1, needed: an integer from 0 up"),
        (lambda: gradient_descent(slope, 1, 0.1, 1.0), "n_gradient_descent_steps is 1.0, needed: an integer from 0 up"),
        (lambda: gradient_descent(slope, 1, 0.1, True), "n_gradient_descent_steps is True, needed: an integer"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        call()
