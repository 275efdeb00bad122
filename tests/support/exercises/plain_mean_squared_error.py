"""What readers write for `plain_mean_squared_error`: see `exercise_forms`."""

import math

import numpy as np
from exercise_forms import piled, says

# --------------------------------------------------------------------------------------------------------- right


def right__sum(output_layer_outputs, y):
    return ((output_layer_outputs - y) ** 2).sum() / y.size


def right__mean(output_layer_outputs, y):
    return np.mean(np.square(y - output_layer_outputs))


def right__einsum(output_layer_outputs, y):
    error = output_layer_outputs - y
    return np.einsum("ej,ej->", error, error) / error.size


def right__loops(output_layer_outputs, y):
    total = 0
    for outputs, labels in zip(output_layer_outputs, y, strict=True):
        for output, label in zip(outputs, labels, strict=True):
            total += (output - label) ** 2
    return total / (len(y) * len(y[0]))


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__keyword_defaults(predicted, actual, axis=None):
    return np.average((predicted - actual) ** 2, axis=axis)


def rare__norm(output_layer_outputs, y):
    return np.linalg.norm(output_layer_outputs - y) ** 2 / y.size


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__outputs_from_0_to_1(output_layer_outputs, y):
    return ((output_layer_outputs.clip(0, 1) - y) ** 2).mean()


def lucky__piled_up(output_layer_outputs, y):
    return piled((output_layer_outputs - y) ** 2).mean()


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__sum: [
        ("a factor 1/2 is too much", "/ y.size", "/ (2 * y.size)"),
        ("by the rows", "/ y.size", "/ len(y)"),
        ("is not divided", " / y.size", ""),
        ("are not squared", " ** 2", ""),
        ("the sum is squared", "((output_layer_outputs - y) ** 2).sum()", "(output_layer_outputs - y).sum() ** 2"),
        ("the absolute value", "((output_layer_outputs - y) ** 2)", "abs(output_layer_outputs - y)"),
        (
            "the square root",
            "return ((output_layer_outputs - y) ** 2).sum() / y.size",
            "return np.sqrt(((output_layer_outputs - y) ** 2).sum() / y.size)",
        ),
        ("the labels are left out", "(output_layer_outputs - y)", "output_layer_outputs"),
        ("has the shape (2, 3), needed ()", ".sum()", ""),
        ("None", "return ", ""),
        ("opposite sign", "return ", "return -"),
        ("zero", "- y", "- output_layer_outputs"),
        (
            "changes output_layer_outputs in place",
            "return",
            "output_layer_outputs -= y\n    return",
            "(output_layer_outputs - y)",
            "output_layer_outputs",
        ),
        ("raises NameError", "y.size", "N"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"1/2")
def learner__with_a_half(a, y):
    return 0.5 * np.mean((a - y) ** 2)


@says(r"rows|flowers")
def learner__sum_over_len(a, y):
    return sum(sum((o - t) ** 2 for o, t in zip(*rows, strict=True)) for rows in zip(a, y, strict=True)) / len(y)


@says(r"root")
def learner__root(a, y):
    return math.sqrt(((a - y) ** 2).mean())


@says(r"absolute")
def learner__l1(a, y):
    return np.mean(np.abs(y - a))


@says(r"squared")
def learner__mean_error(a, y):
    return np.mean(a - y)


@says(r"overwritten|last")
def learner__total_is_assigned(a, y):
    for output, label in zip(a.ravel(), y.ravel(), strict=True):
        total = (output - label) ** 2
    return total / y.size


@says(r"columns|output nodes|shape\[1\]")
def learner__over_columns(a, y):
    return ((a - y) ** 2).sum() / y.shape[1]


@says("//|cuts", never="filled in")
def learner__whole_division(predicted, actual):
    return np.sum(np.square(predicted - actual)) // actual.size
