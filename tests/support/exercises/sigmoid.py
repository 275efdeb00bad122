"""What readers write for `sigmoid`: see `exercise_forms`."""

import math

import numpy as np
from exercise_forms import says

# --------------------------------------------------------------------------------------------------------- right


def right__clip(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


def right__tanh(x):
    return (1 + np.tanh(x / 2)) / 2


def right__two_branches(x):
    small = np.exp(-abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def right__muted(x):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-x))


def right__loops(x):
    return [[1 / (1 + math.exp(-value)) if value > -700 else 0 for value in row] for row in x]


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__logaddexp(x):
    return np.exp(-np.logaddexp(0, -x))


def rare__long_double(x):
    return 1 / (1 + np.exp(-np.longdouble(x)))


def rare__masked(x):
    out = np.zeros(x.shape)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    small = np.exp(x[~positive])
    out[~positive] = small / (1 + small)
    return out


def rare__masked_array(x):
    return right__clip(np.ma.array(x, mask=False))


def rare__vectorize(x):
    return np.vectorize(lambda value: 1 / (1 + math.exp(-value)) if value > -700 else 0.0, otypes=[float])(x)


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__flat_beyond_eight(x):
    return np.where(abs(x) < 8, 1 / (1 + np.exp(-np.clip(x, -8, 8))), x > 0)


def lucky__zero_forgotten(x):
    small = np.exp(-abs(x))
    return (x > 0) / (1 + small) + (x < 0) * small / (1 + small)


# ---------------------------------------------------------------------------------------------- wrong by an edit

CURVE = "1 / (1 + np.exp(-np.clip(x, -500, 500)))"
WRONG = {
    right__clip: [
        ("the sign of the exponent", "-np.clip", "np.clip"),
        (
            "it is the slope",
            "return 1 / (1 + np.exp(-np.clip(x, -500, 500)))",
            "out = 1 / (1 + np.exp(-np.clip(x, -500, 500)))\n    return out * (1 - out)",
        ),
        ("it is a step", CURVE, "(x > 0).astype(int)"),
        ("it is tanh", CURVE, "np.tanh(x)"),
        ("overflow", "np.clip(x, -500, 500)", "x"),
        ("the sign of the exponent is wrong. On the way exp gives infinity: overflow", "-np.clip(x, -500, 500)", "x"),
        ("numbers that are not finite. On the way exp gives infinity: overflow", CURVE, "np.exp(x) / (1 + np.exp(x))"),
        ("changes x in place", "return", "np.clip(x, -500, 500, out=x)\n    return"),
        ("opposite sign", "1 / (1", "1 / (-1", "np.exp", "-np.exp"),
        ("zero", "1 / (1", "0 / (1"),
        ("None", "return ", ""),
        ("raises TypeError", "np.exp(-np.clip(x, -500, 500))", "math.exp(-x)"),
        ("It is transposed", "(x, -", "(x.T, -"),
    ],
    right__loops: [("raises OverflowError: math range error (overflow", " if value > -700 else 0", "")],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"parenthes|denominator")
def learner__fraction_without_parentheses(z):
    return 1.0 / 1.0 + np.exp(-np.clip(z, -500, 500))


@says(r"sign of the exponent")
def learner__plus_in_the_exponent(z):
    return 1 / (1 + np.exp(np.clip(z, -500, 500)))


@says(r"overflow")
def learner__plain(z):
    return 1.0 / (1.0 + np.exp(-z))


@says(r"overflow")
def learner__other_side(z):
    return np.exp(z) / (np.exp(z) + 1)


@says(r"np\.exp")
def learner__math_for_arrays(z):
    return 1 / (1 + math.exp(-z))


@says(r"tanh")
def learner__the_other_curve(z):
    return (np.exp(np.clip(z, -300, 300)) - np.exp(-np.clip(z, -300, 300))) / (
        np.exp(np.clip(z, -300, 300)) + np.exp(-np.clip(z, -300, 300))
    )


@says(r"slope of")
def learner__derivative_by_default(z, deriv=True):
    out = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    return out * (1 - out) if deriv else out


@says(r"ReLU|relu")
def learner__relu(z):
    return np.maximum(0, z)


@says(r"minus|1 - exp|plus")
def learner__minus_in_the_denominator(z):
    return 1 / (1 - np.exp(-np.clip(z, -500, 500)))


@says("")
def learner__softmax(z):
    shifted = np.exp(z - z.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


@says("parenthes|denominator")
def learner__one_over_one(z):
    return 1 / 1 + np.exp(-z)
