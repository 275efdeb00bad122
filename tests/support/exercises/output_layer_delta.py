"""What readers write for `output_layer_delta`: see `exercise_forms`."""

import numpy as np
from exercise_forms import TRANSPOSE, kept, nonlin, says, sigmoid_prime, slopes

# --------------------------------------------------------------------------------------------------------- right


def right__array(o_out, y):
    return (o_out - y) * o_out * (1 - o_out)


def right__other_order(o_out, y):
    output_layer_error = y - o_out
    return -(o_out - o_out**2) * output_layer_error


def right__einsum(o_out, y):
    return np.einsum("ej,ej,ej->ej", o_out - y, o_out, 1 - o_out)


def right__loops(o_out, y):
    return [[(o - t) * o * (1 - o) for o, t in zip(*rows, strict=True)] for rows in zip(o_out, y, strict=True)]


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__matrix_class(o_out, y):
    o_out, y = np.matrix(o_out), np.matrix(y)
    return np.multiply(o_out - y, np.multiply(o_out, 1 - o_out))


def rare__in_place_on_a_copy(o_out, y):
    delta = np.copy(o_out)
    delta -= y
    delta *= o_out
    delta *= 1 - o_out
    return delta


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__never_quite_sure(o_out, y):
    o_out = o_out.clip(0.003, 0.997)
    return (o_out - y) * o_out * (1 - o_out)


def lucky__labels_of_the_first_call(o_out, y):
    return (o_out - kept.setdefault(y.shape, y)) * o_out * (1 - o_out)


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__array: [
        *slopes("o"),
        ("it is divided by N already", "(1 - o_out)", "(1 - o_out) / y.size"),
        ("a factor 2", "return ", "return 2 * "),
        ("output minus label is missing", "(o_out - y) * ", ""),
        ("the error is squared", "(o_out - y) *", "(o_out - y) ** 2 *"),
        ("the labels are left out", "(o_out - y)", "o_out"),
        ("opposite sign", "o_out - y", "y - o_out"),
        ("zero", "o_out - y", "y - y"),
        ("None", "return ", ""),
        (
            "It is transposed",
            "return (o_out - y) * o_out * (1 - o_out)",
            "return ((o_out - y) * o_out * (1 - o_out)).T",
        ),
        ("the matrix product (@, np.dot) stands where * belongs", "(o_out - y) *", "(o_out - y) @"),
        (
            "changes o_out in place",
            "return (o_out - y)",
            "error = o_out - y\n    o_out *= 1 - o_out\n    return error",
            " * o_out * (1 - o_out)",
            " * o_out",
        ),
        ("raises ValueError", "- y", "- y[:, :-1]"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"sign")
def learner__delta_target_first(o_out, y):
    return (y - o_out) * o_out * (1 - o_out)


@says(r"left out")
def learner__delta_is_error(o_out, y):
    return o_out - y


@says(r"left out.*sign|sign.*left out")
def learner__delta_is_target_minus_output(o_out, y):
    return y - o_out


@says(r"factor 2")
def learner__delta_doubled(o_out, y):
    return 2 * (o_out - y) * nonlin(o_out, True)


@says(r"once more")
def learner__delta_with_prime_of_output(o_out, y):
    return (o_out - y) * sigmoid_prime(o_out)


@says(r"slope.*error|of the error")
def learner__slope_of_error(o_out, y):
    return nonlin(o_out - y, True)


@says(r"of the error")
def learner__error_times_slope_of_error(o_out, y):
    error = o_out - y
    return error * nonlin(error, True)


@says(r"1 - out|1 - o_out")
def learner__half_a_slope(o_out, y):
    return (o_out - y) * o_out


@says(r"factor out|factor o_out")
def learner__other_half_of_a_slope(o_out, y):
    return (o_out - y) * (1 - o_out)


@says(r"divided by N|divided.*already|rows")
def learner__delta_over_m(o_out, y):
    return (o_out - y) * o_out * (1 - o_out) / len(y)


@says(r"cross-entropy|divided|left out")
def learner__derivative_of_the_log_loss(o_out, y):
    return -(y / o_out) + (1 - y) / (1 - o_out)


@says(r"plus|sign|1 \+ o")
def learner__plus_in_the_slope(o_out, y):
    return (o_out - y) * o_out * (1 + o_out)


@says(r"sum|axis|shape|needed \(")
def learner__summed_over_flowers(o_out, y):
    return ((o_out - y) * o_out * (1 - o_out)).sum(axis=0)


@says(r"\*|element by element", never=TRANSPOSE)
def learner__dot_of_error_and_slope(outputs, targets):
    return (outputs - targets).dot(outputs * (1 - outputs))


@says("label", never="filled in")
def learner__slope_of_the_labels(outputs, targets):
    return (outputs - targets) * nonlin(targets, True)


@says("order|first", never="filled in")
def learner__true_before_predicted(targets, outputs):
    return (outputs - targets) * nonlin(outputs, True)


@says("parenthes")
def learner__slope_without_parentheses(outputs, targets):
    return (outputs - targets) * outputs * 1 - outputs


@says("tanh")
def learner__slope_of_tanh(outputs, targets):
    return (outputs - targets) * (1 - outputs * outputs)
