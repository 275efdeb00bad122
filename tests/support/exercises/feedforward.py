"""What readers write for `feedforward`: see `exercise_forms`."""

import numpy as np
from exercise_forms import says, sigmoid

from tinynet import feedforward as rare__of_the_package  # noqa: F401 - it is one of the forms


def right__dot(x, weights_1, weights_2):
    h_in = np.dot(x, weights_1)
    h_out = sigmoid(h_in)
    o_in = np.dot(h_out, weights_2)
    o_out = sigmoid(o_in)
    return h_in, h_out, o_in, o_out


def right__einsum_outputs_alone(x, weights_1, weights_2):
    return sigmoid(np.einsum("ei,ij->ej", sigmoid(np.einsum("ek,ki->ei", x, weights_1)), weights_2))


def right__loops_what_is_put_out(x, weights_1, weights_2):
    h_out = np.zeros((len(x), weights_1.shape[1]))
    for e in range(len(x)):
        for i in range(weights_1.shape[1]):
            h_out[e, i] = sigmoid(sum(x[e] * weights_1[:, i]))
    return [h_out, sigmoid(h_out @ weights_2)]


def lucky__weights_of_the_first_call(x, weights_1, weights_2, kept={}):  # noqa: B006 - it is to keep them
    h_out = sigmoid(x @ kept.setdefault(weights_1.shape, weights_1))
    return h_out, sigmoid(h_out @ weights_2)


ALL = "return h_in, h_out, o_in, o_out"
WRONG = {
    right__dot: [
        ("activation of the hidden layer is left out", "h_out = sigmoid(h_in)", "h_out = h_in"),
        ("activation of the output layer is left out", "o_out = sigmoid(o_in)", "o_out = o_in"),
        ("not with what it put out", "np.dot(h_out", "np.dot(h_in"),
        ("fed with the flowers", "np.dot(h_out", "np.dot(x"),
        ("is the step function", "sigmoid(h_in)", "h_in >= 2", "sigmoid(o_in)", "o_in >= 2"),
        ("is tanh", "sigmoid(", "np.tanh("),
        ("is ReLU", "sigmoid(", "np.maximum(0, "),
        ("the two layers are swapped", ALL, "return o_in, o_out, h_in, h_out"),
        ("inputs and outputs of the layers are swapped", ALL, "return h_out, h_in, o_out, o_in"),
        ("one too many at weights_2", "(h_out, weights_2)", "(h_out, weights_2.T)"),
        ("needed: 4 arrays", ALL, "return h_in, h_out, o_in"),
        ("needed: 4 arrays", ALL, "return 1"),
        ("zero", ALL, "return 0 * h_in, 0 * h_out, 0 * o_in, 0 * o_out"),
        ("opposite sign", ALL, "return -h_in, -h_out, -o_in, -o_out"),
        ("None", ALL, ""),
        ("its fourth result is … right in 0 of 3 trials", "o_out = sigmoid(o_in)", "o_out = sigmoid(o_in) + 0.25"),
        ("changes x in place", ALL, f"x *= 2\n    {ALL}"),
    ],
}


@says("step function")
def learner__steps_of_the_first_parts(x, w1, w2):
    h_out = (x @ w1 >= 2).astype(int)
    return h_out, (h_out @ w2 >= 2).astype(int)


@says("activation of the output layer")
def learner__linear_output(X, W1, W2):
    return sigmoid(X @ W1) @ W2


@says("")
def learner__softmax_at_the_end(X, W1, W2):
    scores = np.exp(sigmoid(X @ W1) @ W2)
    return scores / scores.sum(axis=1, keepdims=True)


@says("swapped")
def learner__output_first(X, W1, W2):
    A1 = sigmoid(X @ W1)
    return sigmoid(A1 @ W2), A1
