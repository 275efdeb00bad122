"""What readers write for `backpropagation`: see `exercise_forms`."""

import numpy as np
from exercise_forms import says, sigmoid, slopes

from tinynet import backpropagation as rare__of_the_package  # noqa: F401 - it is one of the forms


def right__dot(x, y, weights_1, weights_2):
    N = y.size
    h_out = sigmoid(np.dot(x, weights_1))
    o_out = sigmoid(np.dot(h_out, weights_2))
    o_error = o_out - y
    o_delta = o_error * o_out * (1 - o_out)
    update_2 = np.dot(h_out.T, o_delta) / N
    h_error = np.dot(o_delta, weights_2.T)
    h_delta = h_error * h_out * (1 - h_out)
    update_1 = np.dot(x.T, h_delta) / N
    return o_error, o_delta, update_2, h_error, h_delta, update_1


def right__loops_updates_alone(x, y, weights_1, weights_2):
    update_1, update_2 = np.zeros(weights_1.shape), np.zeros(weights_2.shape)
    for flower, label in zip(x, y, strict=True):
        h_out = sigmoid(flower @ weights_1)
        o_out = sigmoid(h_out @ weights_2)
        delta = (o_out - label) * o_out * (1 - o_out)
        update_2 += np.outer(h_out, delta) / y.size
        update_1 += np.outer(flower, weights_2 @ delta * h_out * (1 - h_out)) / y.size
    return update_1, update_2


def right__einsum(x, y, weights_1, weights_2):
    h_out = sigmoid(x @ weights_1)
    o_out = sigmoid(h_out @ weights_2)
    delta = (o_out - y) * o_out * (1 - o_out) / y.size
    update_1 = np.einsum("ek,ej,ij,ei->ki", x, delta, weights_2, h_out * (1 - h_out))
    return [update_1, np.einsum("ei,ej->ij", h_out, delta)]


def lucky__labels_of_the_first_call(x, y, weights_1, weights_2, kept={}):  # noqa: B006 - it is to keep them
    return right__einsum(x, kept.setdefault(y.shape, y), weights_1, weights_2)


ALL = "return o_error, o_delta, update_2, h_error, h_delta, update_1"
LAST = "x.T, h_delta)"
WRONG = {
    right__dot: [
        *slopes("o", "h"),
        *slopes("o", end=" in the output layer"),
        *slopes("h", end=" in the hidden layer"),
        ("by the rows", "N = y.size", "N = len(y)"),
        ("is not divided", " / N", ""),
        ("a factor 2", "/ N", "* 2 / N"),
        ("divided by the number of elements twice", "N = y.size", "N = y.size**2"),
        ("output minus label", "o_out - y", "y - o_out"),
        ("the error is sent back", "np.dot(o_delta", "np.dot(o_error"),
        ("weights_2_update is made of the error", "np.dot(h_out.T, o_delta)", "np.dot(h_out.T, o_error)"),
        ("left out on the way back", "weights_2.T", "np.ones_like(weights_2).T"),
        ("the error is squared", "o_error * o_out", "o_error**2 * o_out"),
        ("the labels are left out", "o_out - y", "o_out"),
        ("only the last flower", "(h_out.T, o_delta)", "(h_out[-1:].T, o_delta[-1:])", LAST, "x[-1:].T, h_delta[-1:])"),
        ("the two updates are swapped", ALL, "return update_2, update_1"),
        ("a transpose (.T) is missing at x", "x.T", "x"),
        ("zero", ALL, "return [0 * one for one in (o_error, o_delta, update_2, h_error, h_delta, update_1)]"),
        ("the sign is wrong", ALL, "return [-one for one in (o_error, o_delta, update_2, h_error, h_delta, update_1)]"),
        ("None", ALL, ""),
        ("needed: 6 arrays", ALL, "return update_1"),
        ("its sixth result is … right in 0 of 3 trials", "update_1 = np", "update_1 = 3 + np"),
        ("changes y in place", ALL, f"y += 1\n    {ALL}"),
    ],
}


@says("not divided.*left out|left out.*not divided")
def learner__cross_entropy_sums(X, Y, W1, W2):
    A1 = sigmoid(X @ W1)
    dZ2 = sigmoid(A1 @ W2) - Y
    return X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), A1.T @ dZ2


@says(r"\.T|transpose")
def learner__columns_for_flowers(X, Y, W1, W2):
    A1 = sigmoid(X @ W1)
    A2 = sigmoid(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    return X.T @ (np.dot(W2, dZ2.T) * A1 * (1 - A1)), A1.T @ dZ2


@says("rows")
def learner__divides_by_m(X, Y, W1, W2):
    m = len(X)
    A1 = sigmoid(X @ W1)
    A2 = sigmoid(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    return X.T @ (dZ2 @ W2.T * A1 * (1 - A1)) / m, A1.T @ dZ2 / m
