"""The slips that several exercises have: their words, and what is written in place of the right text."""

import numpy as np

ROWS = "the sum is divided by the rows (flowers), not by all elements of y"
COLUMNS = "the sum is divided by the columns (output nodes), not by all elements of y"
NOT_DIVIDED = "the sum is not divided by the number of elements of y"
DIVIDED_TWICE = "the sum is divided by the number of elements twice"
MEAN_AND_N = "the sum is divided twice: by the rows (flowers), as a mean is, and again by the number of elements"
FED_WITH_X = "the second layer is fed with the flowers, not with what the hidden layer put out"
BY_HAND = "the number of elements is written by hand: it is y.size"
TWICE = "a factor 2 is too much: it belongs to the cost that is not halved"
NO_LABELS = "the labels are left out: the error is output minus label"
NO_ERROR = "the factor output minus label is missing: only the derivative is left"
SQUARED = "the error is squared"
STRICT = "the node fires above the threshold only: at the threshold it fires, too"
NO_STEP = "the step function is left out: these are the sums"
UPHILL = "the sign is wrong: it goes uphill"
LEFT_OUT = "the derivative of the activation, out * (1 - out), is left out"
AGAIN = "the derivative is taken of the output as if it were the sum: sigmoid is applied once more to its own output"
HALF_OUT = "the factor 1 - out of the derivative is missing"
OTHER_HALF = "the factor out of the derivative is missing"
OF_SUM = "out * (1 - out) is fed with what the node took in, not with what it put out"
OF_TANH = "the derivative is that of tanh, 1 - out squared"
OF_ERROR = "the slope is taken of the error: it is that of the output, out * (1 - out)"
OPEN = "parentheses are missing: without them out * (1 - out) is out * 1, and then minus out"
DOTTED = "the matrix product (@, np.dot) stands where * belongs: element by element"
ALREADY = "it is divided by N already: that comes once, in the update"
LAST_FLOWER = "only the last flower is in: the sum is overwritten in each round, not added up"
FIRST_FLOWER = "only the first flower is in: the sum goes over all flowers"
OPEN_DELTA = "parentheses around the delta are missing: @ and * have one rank, and go from left to right"
NO_WEIGHTS = "the weights are left out on the way back"


def sigmoid(x):
    """The sigmoid function, without overflow."""
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


def slope_of(out):
    """The slope of the sigmoid, from its output."""
    return out * (1 - out)


def sum_of(out):
    """What a node took in, from what it put out."""
    return np.log(out / (1 - out))


def slopes(out, error, sums=None):
    """The ways in which the derivative of the activation goes wrong, where `error` is multiplied with it."""
    right, sums = f" * {out} * (1 - {out})", sums or f"sum_of({out})"
    return {
        LEFT_OUT: (right, ""),
        AGAIN: (right, f" * slope_of(sigmoid({out}))"),
        HALF_OUT: (right, f" * {out}"),
        OTHER_HALF: (right, f" * (1 - {out})"),
        OF_SUM: (right, f" * slope_of({sums})"),
        OF_TANH: (right, f" * (1 - {out}**2)"),
        OF_ERROR: (right, f" * slope_of({error})"),
        OPEN: (right, f" * {out} * 1 - {out}"),
        DOTTED: (right, f" @ ({out} * (1 - {out}))"),
    }


def in_layer(slips, layer):
    """The same slips, in one layer alone."""
    return {f"{words} in the {layer} layer": edits for words, edits in slips.items()}


def in_both(slips, others):
    """The same slips in two places at once."""
    return {words: (*edits, *others[words]) for words, edits in slips.items()}


def divisors(right="/ y.size"):
    """The ways in which the number of elements goes wrong, where the text says `right`."""
    typed = [(right, f"/ {number}") for number in (9, 3, 10, 100)]
    return {
        ROWS: (right, "/ len(y)"),
        COLUMNS: (right, "/ y.shape[1]"),
        NOT_DIVIDED: (right, ""),
        DIVIDED_TWICE: (right, "/ y.size**2"),
        MEAN_AND_N: (right, "/ (len(y) * y.size)"),
        TWICE: (right, f"* 2 {right}"),
        BY_HAND: typed,
    }
