"""Part 13: errors, deltas and updates of both layers."""

from tinynet.exercises.words import (
    FED_WITH_X,
    LAST_FLOWER,
    NO_ERROR,
    NO_LABELS,
    NO_WEIGHTS,
    SQUARED,
    divisors,
    in_both,
    in_layer,
    sigmoid,
    slopes,
)


def answer(x, y, weights_1, weights_2):
    h_in = x @ weights_1
    h_out = sigmoid(h_in)
    o_in = h_out @ weights_2
    o_out = sigmoid(o_in)
    output_layer_error = o_out - y
    output_layer_delta = output_layer_error * o_out * (1 - o_out)
    weights_2_update = h_out.T @ output_layer_delta / y.size
    hidden_layer_error = output_layer_delta @ weights_2.T
    hidden_layer_delta = hidden_layer_error * h_out * (1 - h_out)
    weights_1_update = x.T @ hidden_layer_delta / y.size
    output = output_layer_error, output_layer_delta, weights_2_update
    return *output, hidden_layer_error, hidden_layer_delta, weights_1_update


# The two updates stand for the whole.
FEWER = {2: (5, 2)}
OUTPUT = slopes("o_out", "output_layer_error", "o_in")
HIDDEN = slopes("h_out", "hidden_layer_error", "h_in")
SLIPS = {
    "the sign is wrong: the error is output minus label": ("o_out - y", "y - o_out"),
    **divisors(),
    **in_both(OUTPUT, HIDDEN),
    **in_layer(HIDDEN, "hidden"),
    **in_layer(OUTPUT, "output"),
    "the error is sent back, not the delta: the derivative, out * (1 - out), is left out on the way": (
        "output_layer_delta @ weights_2.T",
        "output_layer_error @ weights_2.T",
    ),
    "weights_2_update is made of the error, not of the delta: the derivative, out * (1 - out), is left out there": (
        "h_out.T @ output_layer_delta",
        "h_out.T @ output_layer_error",
    ),
    FED_WITH_X: ("h_out @ weights_2", "x @ weights_2"),
    NO_WEIGHTS: ("weights_2.T", "np.ones_like(weights_2).T"),
    NO_ERROR: ("output_layer_error * o_out", "o_out"),
    NO_LABELS: ("o_out - y", "o_out"),
    SQUARED: ("output_layer_error * o_out", "output_layer_error**2 * o_out"),
    LAST_FLOWER: (
        "h_out.T @ output_layer_delta",
        "h_out[-1:].T @ output_layer_delta[-1:]",
        "x.T @ hidden_layer_delta",
        "x[-1:].T @ hidden_layer_delta[-1:]",
    ),
    "the two updates are swapped: that of weights_1 comes first where only the two are given back": (
        "weights_2_update = h_out.T @ output_layer_delta / y.size",
        "other = h_out.T @ output_layer_delta / y.size",
        "weights_1_update = x.T @ hidden_layer_delta / y.size",
        "weights_2_update = x.T @ hidden_layer_delta / y.size\n    weights_1_update = other",
    ),
}
