"""What readers write for `weighted_sum`: see `exercise_forms`."""

import math
from decimal import Decimal
from fractions import Fraction
from itertools import starmap
from operator import mul

import numpy as np
from exercise_forms import says

# --------------------------------------------------------------------------------------------------------- right


def right__loops(inputs, weights):
    total = 0
    for value, weight in zip(inputs, weights, strict=True):
        total = total + value * weight
    return total


def right__generator(inputs, weights):
    return sum(inputs[k] * weights[k] for k in range(len(inputs)))


def right__matrix(inputs, weights):
    return np.array(inputs) @ np.array(weights)


def right__backwards(inputs, weights):
    return sum([value * weight for value, weight in zip(inputs, weights, strict=True)][::-1])


# ----------------------------------------------------------------------------------------------- right, and rare

rare__numpy_itself = np.dot


def rare__starmap(inputs, weights):
    return sum(starmap(mul, zip(inputs, weights, strict=True)))


def rare__fractions(inputs, weights):
    return sum(Fraction(value) * Fraction(weight) for value, weight in zip(inputs, weights, strict=True))


def rare__decimals(inputs, weights):
    return sum(Decimal(value) * Decimal(weight) for value, weight in zip(inputs, weights, strict=True))


def rare__float(inputs, weights):
    return math.fsum(value * weight for value, weight in zip(inputs, weights, strict=True))


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__place_of_the_value(inputs, weights):
    return sum(value * weights[inputs.index(value)] for value in inputs)


def lucky__place_of_the_weight(inputs, weights):
    return sum(weight * inputs[weights.index(weight)] for weight in weights)


def lucky__by_value(inputs, weights):
    return sum(value * weight for value, weight in dict(zip(inputs, weights, strict=True)).items())


def lucky__until_zero(inputs, weights):
    total = 0
    for value, weight in zip(inputs, weights, strict=True):
        if not value:
            break
        total += value * weight
    return total


def lucky__text(inputs, weights):
    return str(float(np.dot(inputs, weights)))


# ---------------------------------------------------------------------------------------------- wrong by an edit

SUM = "sum(inputs[k] * weights[k] for k in range(len(inputs)))"
PRODUCTS = "[inputs[k] * weights[k] for k in range(len(inputs))]"
WRONG = {
    right__loops: [
        ("the weights are left out", "value * weight", "value"),
        ("are added, not multiplied", "value * weight", "value + weight"),
        ("is overwritten", "total + value", "value"),
        ("inside the loop", "    return", "        return"),
        ("has the opposite sign", "total + value", "total - value"),
        ("zero", "total = total + value * weight", "pass"),
        ("None", "return total", "total"),
        ("raises TypeError", "zip(inputs, weights, strict=True)", "zip(inputs)(weights)"),
    ],
    right__generator: [
        ("each input with its own weight", SUM, "sum(inputs) * sum(weights)"),
        ("are not added up", SUM, PRODUCTS),
        ("raises IndexError: list index out of range", "len(inputs)", "4"),
        ("changes weights in place", "inputs[k] * weights[k]", "inputs[k] * weights.pop(0)"),
        ("returns a generator", "return sum", "return "),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"not added up|products")
def learner__zipped(inputs, weights):
    return [i * w for i, w in zip(inputs, weights, strict=True)]


@says(r"overwritten|last product")
def learner__assigned(inputs, weights):
    for i, w in zip(inputs, weights, strict=True):
        out = i * w
    return out


@says(r"1 more|bias|starts? at")
def learner__starts_at_one(inputs, weights):
    total = 1
    for i, w in zip(inputs, weights, strict=True):
        total += i * w
    return total


@says(r"first")
def learner__skips_the_first(inputs, weights):
    return sum(inputs[k] * weights[k] for k in range(1, len(inputs)))


@says(r"divided|average|mean")
def learner__averaged(inputs, weights):
    return sum(i * w for i, w in zip(inputs, weights, strict=True)) / len(inputs)


@says(r"list|array|np\.array|numbers")
def learner__lists_multiplied(inputs, weights):
    return sum(inputs * weights)


@says(r"each input with its own|every weight|all pairs|sums are multiplied")
def learner__nested_loops(inputs, weights):
    total = 0
    for i in inputs:
        for w in weights:
            total += i * w
    return total


@says("last")
def learner__one_round_too_few(xs, ws):
    total, k = 0, 0
    while k < len(xs) - 1:
        total += xs[k] * ws[k]
        k += 1
    return total
