"""What readers write for `weights_1_update`: see `exercise_forms`."""

import numpy as np
from exercise_forms import nonlin, piled, says, slopes

# --------------------------------------------------------------------------------------------------------- right


def right__dot(x, h_out, output_layer_delta, weights_2, n):
    hidden_layer_error = np.dot(output_layer_delta, weights_2.T)
    hidden_layer_delta = hidden_layer_error * h_out * (1 - h_out)
    return np.dot(x.T, hidden_layer_delta) / n


def right__einsum(x, h_out, output_layer_delta, weights_2, n):
    return np.einsum("ek,ej,ij,ei->ki", x, output_layer_delta, weights_2, h_out * (1 - h_out)) / n


def right__loops(x, h_out, output_layer_delta, weights_2, n):
    update = [[0.0] * h_out.shape[1] for _ in range(x.shape[1])]
    for e in range(len(x)):
        for k in range(x.shape[1]):
            for i in range(h_out.shape[1]):
                error = sum(output_layer_delta[e, j] * weights_2[i, j] for j in range(weights_2.shape[1]))
                update[k][i] += error * h_out[e, i] * (1 - h_out[e, i]) * x[e, k] / n
    return update


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__broadcast(x, h_out, output_layer_delta, weights_2, n=9):
    error = (output_layer_delta[:, np.newaxis] * weights_2).sum(axis=2)
    return (x[:, :, np.newaxis] * (error * h_out * (1 - h_out))[:, np.newaxis]).sum(axis=0) / n


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__piled_up(x, h_out, output_layer_delta, weights_2, n):
    return piled(right__dot(x, h_out, output_layer_delta, weights_2, n))


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__dot: [
        *slopes("h"),
        ("by the rows", "/ n", "/ len(x)"),
        ("is not divided", " / n", ""),
        ("a factor 2", "/ n", "* 2 / n"),
        ("divided by the number of elements twice", "(1 - h_out)", "(1 - h_out) / n"),
        ("left out on the way back", "weights_2.T", "np.ones(weights_2.T.shape)"),
        ("opposite sign", "return ", "return -"),
        ("zero", "weights_2.T", "(0 * weights_2).T"),
        ("None", "return ", ""),
        ("It is transposed", "(x.T, hidden_layer_delta)", "(hidden_layer_delta.T, x)"),
        ("a transpose (.T) is missing", "x.T", "x"),
        ("a transpose (.T) is missing", "weights_2.T", "weights_2"),
        ("changes h_out in place", "return", "h_out *= 1 - h_out\n    return"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"left out")
def learner__hidden_derivative_forgotten(X, A1, dZ2, W2, m):
    return X.T @ (dZ2 @ W2.T) / m


@says(r"left out.*not divided|not divided.*left out")
def learner__neither_slope_nor_m(X, A1, dZ2, W2, m):
    return X.T @ (dZ2 @ W2.T)


@says(r"tanh")
def learner__tanh_in_the_hidden_layer(X, A1, dZ2, W2, m):
    return X.T @ (dZ2 @ W2.T * (1 - A1**2)) / m


@says(r"\*|element by element|matrix product")
def learner__dot_for_the_slope(X, A1, dZ2, W2, m):
    return X.T @ np.dot(dZ2 @ W2.T, A1 * (1 - A1)) / m


@says(r"\.T|transpose")
def learner__way_back_not_turned(X, A1, dZ2, W2, m):
    return X.T @ (np.dot(dZ2, W2) * A1 * (1 - A1)) / m


@says(r"x\b|h_out")
def learner__hidden_outputs_for_inputs(X, A1, dZ2, W2, m):
    return A1.T @ (dZ2 @ W2.T * A1 * (1 - A1)) / m


@says(r"parenthes")
def learner__hidden_slope_without_parentheses(X, A1, dZ2, W2, m):
    return X.T @ (dZ2 @ W2.T * A1 * 1 - A1) / m


@says(r"rows|flowers")
def learner__over_the_flowers(X, A1, dZ2, W2, m):
    return np.dot(X.T, dZ2 @ W2.T * nonlin(A1, True)) / X.shape[0]
