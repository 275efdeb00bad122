"""What readers write for `mean_squared_error`: see `exercise_forms`."""

from fractions import Fraction

import numpy as np
from exercise_forms import says

# --------------------------------------------------------------------------------------------------------- right


def right__sum(output_layer_outputs, y):
    N = y.size
    return ((output_layer_outputs - y) ** 2).sum() / (2 * N)


def right__matrix(output_layer_outputs, y):
    error = (output_layer_outputs - y).ravel()
    return error @ error / 2 / len(error)


def right__loops(output_layer_outputs, y):
    total = 0
    for e in range(len(y)):
        for j in range(len(y[e])):
            total += 0.5 * (y[e][j] - output_layer_outputs[e][j]) ** 2
    return total / y.size


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__fractions(output_layer_outputs, y):
    errors = (Fraction(o) - Fraction(t) for o, t in zip(output_layer_outputs.ravel(), y.ravel(), strict=True))
    return sum(error**2 for error in errors) / (2 * y.size)


def rare__matrix_class(output_layer_outputs, y):
    error = np.matrix(output_layer_outputs) - np.matrix(y)
    return np.multiply(error, error).sum() / (2 * error.size)


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__outputs_from_0_to_1(output_layer_outputs, y):
    return ((output_layer_outputs.clip(0, 1) - y) ** 2).mean() / 2


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__sum: [
        ("the factor 1/2 is missing", "(2 * N)", "N"),
        ("by the rows", "y.size", "len(y)"),
        ("is not divided", "(2 * N)", "2"),
        ("parentheses are missing", "(2 * N)", "2 * N"),
        ("are not squared", " ** 2", ""),
        ("the sum is squared", "((output_layer_outputs - y) ** 2).sum()", "(output_layer_outputs - y).sum() ** 2"),
        ("the labels are left out", "(output_layer_outputs - y)", "output_layer_outputs"),
        ("has the shape (3,), needed ()", ".sum()", ".sum(axis=0)"),
        ("None", "return ", ""),
        ("opposite sign", "return ", "return -"),
        ("zero", "- y", "- output_layer_outputs"),
        ("changes y in place", "return", "y -= output_layer_outputs\n    return", "(output_layer_outputs - y)", "y"),
        ("raises NameError", "- y)", "- labels)"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"1/2|factor")
def learner__sklearn_style(a, y):
    return np.mean((y - a) ** 2)


@says(r"rows|flowers")
def learner__quadratic_cost(a, y):
    return 0.5 * np.sum((a - y) ** 2) / len(a)


@says(r"not divided")
def learner__half_norm_squared(a, y):
    return 0.5 * np.linalg.norm(a - y) ** 2


@says(r"squared")
def learner__half_norm(a, y):
    return 0.5 * np.linalg.norm(a - y) / y.size


@says(r"root")
def learner__rmse(a, y):
    return np.sqrt(np.mean((a - y) ** 2) / 2)


@says(r"1/2.*root|root.*1/2")
def learner__rmse_of_the_whole(a, y):
    return np.sqrt(np.mean((a - y) ** 2))


@says(r"absolute")
def learner__mean_absolute_error(a, y):
    return np.abs(a - y).mean() / 2


@says(r"\*\*")
def learner__caret_for_power(a, y):
    return np.sum((a - y) ^ 2) / (2 * y.size)


@says(r"parenthes")
def learner__two_times_outside(a, y):
    return 1 / 2 * y.size * np.sum((a - y) ** 2)


@says("")
def learner__log_loss(a, y):
    a = np.clip(a, 1e-9, 1 - 1e-9)
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))


@says(r"shape|needed \(\)")
def learner__per_output(a, y):
    return 0.5 * ((a - y) ** 2).mean(axis=0)


@says("columns")
def learner__over_the_columns(a, y):
    n = y.shape[1]
    return 1 / (2 * n) * np.sum((y - a) ** 2)
