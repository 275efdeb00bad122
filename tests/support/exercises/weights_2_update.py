"""What readers write for `weights_2_update`: see `exercise_forms`."""

import numpy as np
from exercise_forms import FACTORS, TRANSPOSE, piled, says, sigmoid_prime, slopes

# --------------------------------------------------------------------------------------------------------- right


def right__dot(h_out, o_out, y):
    N = y.size
    output_layer_delta = (o_out - y) * o_out * (1 - o_out)
    return np.dot(h_out.T, output_layer_delta) / N


def right__einsum(h_out, o_out, y):
    return np.einsum("ei,ej->ij", h_out, (o_out - y) * o_out * (1 - o_out)) / o_out.size


def right__loops(h_out, o_out, y):
    update = np.zeros((h_out.shape[1], o_out.shape[1]))
    for e in range(len(y)):
        for i in range(h_out.shape[1]):
            for j in range(o_out.shape[1]):
                update[i, j] += (o_out[e, j] - y[e, j]) / y.size * o_out[e, j] * (1 - o_out[e, j]) * h_out[e, i]
    return update


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__outer(h_out, o_out, y):
    return sum(np.outer(h, (o - t) * o * (1 - o)) for h, o, t in zip(h_out, o_out, y, strict=True)) / y.size


def rare__objects(h_out, o_out, y):
    return right__dot(h_out.astype(object), o_out.astype(object), y)


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__piled_up(h_out, o_out, y):
    return piled(right__dot(h_out, o_out, y))


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__dot: [
        *slopes("o"),
        *FACTORS,
        ("divided by the number of elements twice", "(1 - o_out)", "(1 - o_out) / N"),
        ("opposite sign", "o_out - y", "y - o_out"),
        ("zero", "o_out - y", "y - y"),
        ("None", "return ", ""),
        ("It is transposed", "(h_out.T, output_layer_delta)", "(output_layer_delta.T, h_out)"),
        ("a transpose (.T) is missing", "h_out.T", "h_out"),
        ("a transpose (.T) is one too many at output_layer_delta", "output_layer_delta) /", "output_layer_delta.T) /"),
        ("changes o_out in place", "return", "o_out -= y\n    return"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"left out")
def learner__ends_like_logistic_regression(A1, A2, Y):
    return A1.T @ (A2 - Y) / Y.size


@says(r"left out.*(rows|flowers)|(rows|flowers).*left out")
def learner__logistic_over_m(A1, A2, Y):
    return A1.T @ (A2 - Y) / Y.shape[0]


@says(r"not divided")
def learner__sum_of_outers(A1, A2, Y):
    return sum(np.outer(a, (o - t) * o * (1 - o)) for a, o, t in zip(A1, A2, Y, strict=True))


@says(r"sign")
def learner__target_minus_output(A1, A2, Y):
    return A1.T @ ((Y - A2) * A2 * (1 - A2)) / Y.size


@says(r"factor 2")
def learner__two_from_the_square(A1, A2, Y):
    return 2 / Y.size * A1.T @ ((A2 - Y) * A2 * (1 - A2))


@says(r"sign.*not divided|not divided.*sign")
def learner__as_trask_adds(A1, A2, Y):
    return A1.T @ ((Y - A2) * A2 * (1 - A2))


@says(r"transpose")
def learner__columns_are_flowers(A1, A2, Y):
    return ((A2 - Y) * A2 * (1 - A2)).T @ A1 / Y.size


@says(r"h_out")
def learner__own_activations(A1, A2, Y):
    return A2.T @ ((A2 - Y) * A2 * (1 - A2)) / Y.size


@says(r"\.T|transpose")
def learner__not_turned(A1, A2, Y):
    return A1 @ ((A2 - Y) * A2 * (1 - A2)) / Y.size


@says(r"flower|average|mean")
def learner__of_the_mean_flower(A1, A2, Y):
    delta = ((A2 - Y) * A2 * (1 - A2)).mean(axis=0)
    return np.outer(A1.mean(axis=0), delta) / Y.shape[1]


@says(r"first flower")
def learner__only_the_first(A1, A2, Y):
    return np.outer(A1[0], (A2[0] - Y[0]) * A2[0] * (1 - A2[0])) / Y.size


@says(r"once more")
def learner__sigmoid_prime_of_output(A1, A2, Y):
    return A1.T @ ((A2 - Y) * sigmoid_prime(A2)) / Y.size


@says(r"tanh")
def learner__tanh_prime(A1, A2, Y):
    return A1.T @ ((A2 - Y) * (1 - np.power(A2, 2))) / Y.size


@says(r"parenthes")
def learner__product_before_minus(A1, A2, Y):
    return A1.T @ ((A2 - Y) * A2 * 1 - A2) / Y.size


@says(r"hand|y\.size")
def learner__divided_by_hundred(A1, A2, Y):
    return A1.T @ ((A2 - Y) * A2 * (1 - A2)) / 100


@says(r"h_out|hidden")
def learner__slope_of_the_hidden_layer(A1, A2, Y):
    return (A1 * (1 - A1)).T @ (A2 - Y) / Y.size


@says(r"label|y\b")
def learner__error_left_out(A1, A2, Y):
    return A1.T @ (A2 * (1 - A2)) / Y.size


@says("parenthes", never=TRANSPOSE)
def learner__product_before_slope(hidden, final, targets):
    return hidden.T @ (final - targets) * final * (1 - final) / targets.size


N = 9  # a global of the notebook


@says(r"by hand|y\.size")
def learner__n_of_the_notebook(hidden, final, targets):
    return hidden.T @ ((final - targets) * final * (1 - final)) / N


@says("last flower|overwritten")
def learner__assigned_in_the_loop(hidden, final, targets):
    for h, o, t in zip(hidden, final, targets, strict=True):
        gradient = np.outer(h, (o - t) * o * (1 - o)) / targets.size
    return gradient


@says("left out.*not divided|not divided.*left out")
def learner__sum_for_cross_entropy(hidden, final, targets):
    return np.dot(hidden.T, final - targets)
