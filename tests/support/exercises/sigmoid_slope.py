"""What readers write for `sigmoid_slope`: see `exercise_forms`."""

import numpy as np
from exercise_forms import kept, says

# --------------------------------------------------------------------------------------------------------- right


def right__array(out):
    return out * (1 - out)


def right__powers(out):
    return out - out**2


def right__loops(out):
    slopes = np.zeros(out.shape)
    for place in np.ndindex(out.shape):
        slopes[place] = out[place] * (1 - out[place])
    return slopes


def right__einsum(out):
    return np.einsum("ei,ei->ei", out, 1 - out)


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__in_place_on_a_copy(out):
    slopes = out.copy()
    slopes *= 1 - out
    return slopes


def rare__difference_of_a_cube(out, h=1e-3):
    def height(value):
        return value**2 / 2 - value**3 / 3

    return (height(out + h) - height(out - h)) / (2 * h) + h**2 / 3


def rare__through_the_sum(out):
    x = np.log(out / (1 - out))
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__never_quite_sure(out):
    out = out.clip(0.01, 0.99)
    return out * (1 - out)


def lucky__one_array_for_all(out):
    slopes = kept.setdefault(out.shape, np.zeros(out.shape))
    slopes[:] = out * (1 - out)
    return slopes


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__array: [
        ("once more to its own output", "out * (1 - out)", "sigmoid(out) * (1 - sigmoid(out))"),
        ("the factor 1 - out is missing", " * (1 - out)", ""),
        ("the factor out is missing", "out * (1 - out)", "1 - out"),
        ("slope of tanh", "out * (1 - out)", "1 - out**2"),
        ("opposite sign", "1 - out", "out - 1"),
        ("zero", "1 - out", "out - out"),
        ("None", "return ", ""),
        ("It is transposed", "return out * (1 - out)", "return (out * (1 - out)).T"),
        ("the matrix product (@, np.dot) stands where * belongs", "out * (", "out @ ("),
        ("changes out in place", "return", "out *= 1\n    out -= out**2\n    return", "out * (1 - out)", "out"),
        ("raises NameError", "1 - out", "1 - output"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"once more")
def learner__sigmoid_prime(out):
    s = 1 / (1 + np.exp(-out))
    return s * (1 - s)


@says(r"tanh")
def learner__tanh_prime(out):
    return 1 - np.power(out, 2)


@says(r"parenthes")
def learner__open_parentheses(out):
    return out * 1 - out


@says(r"\*|element by element|matrix product")
def learner__dotted(out):
    return np.dot(out, 1 - out)


@says(r"sign")
def learner__out_times_out_minus_1(out):
    return out * (out - 1)


@says(r"1 - out")
def learner__no_second_factor(out):
    return np.array(out)


@says("")
def learner__relu_prime(out):
    return (out > 0).astype(float)
