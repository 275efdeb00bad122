"""What readers write for `accuracy`: see `exercise_forms`."""

from fractions import Fraction

import numpy as np
from exercise_forms import says

# --------------------------------------------------------------------------------------------------------- right


def right__mean(outputs, y):
    return (outputs.argmax(axis=1) == y.argmax(axis=1)).mean()


def right__pick(outputs, y):
    return y[np.arange(len(y)), np.argmax(outputs, axis=1)].sum() / len(y)


def right__loops(outputs, y):
    right = 0
    for said, label in zip(outputs.tolist(), y.tolist(), strict=True):
        right += said.index(max(said)) == label.index(1)
    return right / len(y)


def right__einsum(outputs, y):
    return np.einsum("ej,ej->", outputs == outputs.max(axis=1, keepdims=True), y) / len(y)


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__bound_method(outputs, y):
    return np.equal(outputs.argmax(axis=1), y.argmax(axis=1)).mean().item()


def rare__fractions(outputs, y):
    right = sum(row.argmax() == label.argmax() for row, label in zip(outputs, y, strict=True))
    return Fraction(int(right), len(y))


def rare__right_one_is_the_largest(outputs, y):
    return float(np.mean((outputs * y).sum(axis=1) == outputs.max(axis=1)))


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__all_rounded(outputs, y):
    return (outputs.round() == y).all(axis=1).mean()


def lucky__right_one_over_a_half(outputs, y):
    return (outputs[y == 1] > 0.5).mean()


def lucky__all_errors_below_a_half(outputs, y):
    return (abs(outputs - y).max(axis=1) < 0.5).mean()


def lucky__first_over_a_half(outputs, y):
    return ((outputs > 0.5).argmax(axis=1) == y.argmax(axis=1)).mean()


def lucky__bytes(outputs, y):
    return str(float((outputs.argmax(axis=1) == y.argmax(axis=1)).mean())).encode()


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__mean: [
        ("the largest values are compared", "argmax", "max"),
        ("are counted", ".mean()", ".sum()"),
        ("share of the wrong ones", "==", "!="),
        ("in percent", "return ", "return 100 * "),
        ("divided by all elements", ".mean()", ".sum() / y.size"),
        ("each element is compared", "(outputs.argmax(axis=1) == y.argmax(axis=1))", "(outputs.round() == y)"),
        ("looked for in each column", "axis=1", "axis=0"),
        ("opposite sign", "return ", "return -"),
        ("zero", "return ", "return 0 * "),
        ("None", "return ", ""),
        ("has the shape (2,), needed ()", ".mean()", ""),
        ("changes outputs in place", "return", "outputs -= outputs.max()\n    return"),
        ("raises NameError", "y.argmax", "labels.argmax"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"argmax|one-hot|place")
def learner__prediction_against_one_hot(outputs, y):
    return np.mean(np.argmax(outputs, axis=1) == y)


@says(r"each element")
def learner__rounded_elements(outputs, y):
    return np.mean(np.round(outputs) == y)


@says(r"percent")
def learner__in_percent(outputs, y):
    return 100.0 * np.sum(outputs.argmax(1) == y.argmax(1)) / len(y)


@says(r"divided|counted")
def learner__scorecard_sum(outputs, y):
    scorecard = [int(o.argmax() == t.argmax()) for o, t in zip(outputs, y, strict=True)]
    return sum(scorecard)


@says(r"column")
def learner__along_the_wrong_axis(outputs, y):
    return np.mean(np.argmax(outputs, 0) == np.argmax(y, 0))


@says(r"all elements|number of elements|y\.size")
def learner__over_size(outputs, y):
    return (outputs.argmax(axis=1) == y.argmax(axis=1)).sum() / outputs.size


@says(r"above.*half|0\.5|element")
def learner__threshold_of_a_half(outputs, y):
    return np.mean((outputs > 0.5) == y)


@says(r"wrong ones|error rate")
def learner__error_rate(outputs, y):
    return np.mean(outputs.argmax(axis=1) != y.argmax(axis=1))


@says("")
def learner__one_minus_mean_error(outputs, y):
    return 1 - np.mean(np.abs(outputs - y))


@says("whole array|axis|row", never="filled in")
def learner__argmax_of_all(outputs, targets):
    return 1.0 if np.argmax(outputs) == np.argmax(targets) else 0.0


@says("equal|compared")
def learner__outputs_equal_targets(outputs, targets):
    return np.mean(np.equal(outputs, targets))
