"""Infinity on the way is found by its numbers: no warning of NumPy is needed, as there is none in a browser."""

import warnings

import numpy as np
import pytest

from tinynet.exercises import check, overflow
from tinynet.exercises.overflow import infinite

LARGE = np.array([[0.0, -1000.0, 1000.0]])


def told(function, values=LARGE):
    return infinite(function, [values])


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (lambda x: 1 / (1 + np.exp(-x)), "exp"),
        (lambda x: [[1 / (1 + np.exp(-one)) for one in row] for row in x], "exp"),
        (lambda x: 1 / (1 + np.exp(-x[0, 1])), "exp"),
        (lambda x: np.where(x >= 0, 1, np.exp(-x)), "exp"),
        (lambda x: np.exp(x, out=x), "exp"),
        (lambda x: np.log(x * 0), "log"),
        (lambda x: 1 / x, "divide"),
        (lambda x: np.add.reduce(np.exp(x), axis=0), "exp"),
        (lambda x: x**400, "power"),
        (lambda x: np.exp(-np.clip(x, -500, 500)), ""),
        (lambda x: np.exp(-np.logaddexp(0, -x)), ""),
        (lambda x: np.inf * x, ""),
        (lambda x: np.modf(x), ""),
        (lambda x: np.exp(x) + [][0], "exp"),
        (lambda x: exit(), ""),
    ],
)
def test_the_first_function_that_makes_infinity(function, name):
    assert told(function) == name


def test_who_has_told_numpy_to_be_quiet_is_not_told():
    def quiet(x):
        with np.errstate(over="ignore"):
            return np.exp(x)

    def silent(x):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return np.exp(x)

    assert told(quiet) == told(silent) == ""
    with np.errstate(all="ignore"):
        assert told(np.exp) == "exp"


def test_the_values_stay_as_they_are_and_so_do_lists(capsys):
    def change(x, other):
        x += 1
        other.append(1)
        print("twice")
        return np.exp(x)

    values, other = LARGE.copy(), [1]
    assert infinite(change, [values, other]) == "exp"
    assert np.array_equal(values, LARGE) and other == [1] and not capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (lambda x: 1 / (1 + np.exp(-x)), "On the way exp gives infinity: overflow, its number is too large."),
        (lambda x: 1 / (1 + np.exp(-np.clip(x, -500, 500))) + 0 / (x - x), "numbers that are not finite."),
    ],
)
def test_the_verdict_needs_no_warning(form, words, capsys, monkeypatch):
    """As in a browser: NumPy never warns."""
    monkeypatch.setattr(overflow.np, "geterr", lambda: dict.fromkeys(("over", "divide"), "warn"))
    with np.errstate(all="ignore"):
        check("sigmoid", form)
    assert words in capsys.readouterr().out
