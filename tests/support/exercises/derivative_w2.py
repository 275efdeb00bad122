"""What readers write for `derivative_w2`: see `exercise_forms`."""

import numpy as np
from exercise_forms import kept, says
from exercises.weights_2_update import right__dot as weights_2_update__dot

# --------------------------------------------------------------------------------------------------------- right


def right__loops(h_out, o_out, y, i, j):
    total = 0
    for e in range(len(y)):
        output = o_out[e, j - 1]
        total = total + (output - y[e, j - 1]) / y.size * output * (1 - output) * h_out[e, i - 1]
    return total


def right__columns(h_out, o_out, y, i, j):
    o, label, h = o_out[:, j - 1], y[:, j - 1], h_out[:, i - 1]
    return ((o - label) * o * (1 - o) * h).sum() / y.size


def right__matrix(h_out, o_out, y, i, j):
    update = h_out.T @ ((o_out - y) * o_out * (1 - o_out)) / y.size
    return update[i - 1, j - 1]


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__columns_turned_back(h_out, o_out, y, i, j):
    h, o, label = h_out.T[i - 1], o_out.T[j - 1], y.T[j - 1]
    return np.dot(h, (o - label) * o * (1 - o)) / y.size


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__two_hidden_nodes(h_out, o_out, y, i, j):
    h, o, label = h_out[:, :2][:, i - 1 if i < 2 else 1], o_out[:, j - 1], y[:, j - 1]
    return ((o - label) * o * (1 - o) * h).sum() / y.size


def lucky__update_of_the_first_call(h_out, o_out, y, i, j):
    update = kept.setdefault(y.shape, weights_2_update__dot(h_out, o_out, y))
    return update[i - 1, j - 1]


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__loops: [
        ("i and j count from 0", "j - 1", "j", "i - 1", "i"),
        ("only the first flower", "    return", "        return"),
        ("only the last flower", "total + (", "("),
        ("the hidden node put out, is missing", " * h_out[e, i - 1]", ""),
        ("is left out.", " * output * (1 - output)", ""),
        ("by the rows", "y.size", "len(y)"),
        ("is not divided", " / y.size", ""),
        ("opposite sign", "total + (", "total - ("),
        ("zero", "output - y[e, j - 1]", "0"),
        ("None", "return total", ""),
        ("With another i it gives the same", "h_out[e, i - 1]", "h_out[e]"),
        ("has the shape (1,), needed ()", "h_out[e, i - 1]", "h_out[e, i - 1 : i]"),
    ],
    right__columns: [
        (
            "i and j are swapped",
            "o_out[:, j - 1], y[:, j - 1], h_out[:, i - 1]",
            "o_out[:, i - 1], y[:, i - 1], h_out[:, j - 1]",
        ),
        ("a factor 2", "/ y.size", "* 2 / y.size"),
        ("divided by the number of elements twice", "/ y.size", "/ y.size**2"),
        ("the factor 1 - out of the derivative is missing", " * (1 - o)", ""),
        ("once more to its own output", "o * (1 - o)", "sigmoid(o) * (1 - sigmoid(o))"),
        ("what it put out", "o * (1 - o)", "np.log(o / (1 - o)) * (1 - np.log(o / (1 - o)))"),
        ("raises IndexError", "h_out[:, i - 1]", "h_out[:, i + 3]"),
        ("changes y in place", "return", "y -= 1\n    return", "y[:, j - 1]", "y[:, j - 1].copy()"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"from 0")
def learner__zero_based(h, o, y, i, j):
    return np.mean((o[:, j] - y[:, j]) * o[:, j] * (1 - o[:, j]) * h[:, i]) / y.shape[1]


@says(r"rows|flowers")
def learner__mean_over_flowers(h, o, y, i, j):
    return np.mean((o[:, j - 1] - y[:, j - 1]) * o[:, j - 1] * (1 - o[:, j - 1]) * h[:, i - 1])


@says(r"factor 2|2 is")
def learner__of_the_whole_square(h, o, y, i, j):
    return 2 * ((o - y) * o * (1 - o))[:, j - 1] @ h[:, i - 1] / y.size


@says(r"sign")
def learner__label_minus_output(h, o, y, i, j):
    return ((y - o) * o * (1 - o))[:, j - 1] @ h[:, i - 1] / y.size


@says(r"swapped")
def learner__row_and_column(h, o, y, i, j):
    return ((o - y) * o * (1 - o))[:, i - 1] @ h[:, j - 1] / y.size


@says(r"left out")
def learner__without_the_activation(h, o, y, i, j):
    return (o - y)[:, j - 1] @ h[:, i - 1] / y.size


@says(r"not divided.*sign|sign.*not divided")
def learner__sum_of_label_minus_output(h, o, y, i, j):
    return sum((y[e, j - 1] - o[e, j - 1]) * o[e, j - 1] * (1 - o[e, j - 1]) * h[e, i - 1] for e in range(len(y)))


@says(r"hidden node put out|last factor|h_out")
def learner__no_input_of_the_weight(h, o, y, i, j):
    return np.sum((o - y)[:, j - 1] * o[:, j - 1] * (1 - o[:, j - 1])) / y.size


@says("divided.*twice|twice")
def learner__mean_and_then_n(h, o, y, i, j):
    error = o[:, j - 1] - y[:, j - 1]
    return np.mean(error * o[:, j - 1] * (1 - o[:, j - 1]) * h[:, i - 1]) / y.size
