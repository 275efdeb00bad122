"""Part 13: one step of gradient descent on both weight matrices."""

from tinynet.exercises.words import (
    FED_WITH_X,
    FIRST_FLOWER,
    LAST_FLOWER,
    NO_ERROR,
    NO_LABELS,
    NO_WEIGHTS,
    OPEN_DELTA,
    SQUARED,
    UPHILL,
    divisors,
    in_both,
    in_layer,
    sigmoid,
    slopes,
)


def answer(x, y, weights_1, weights_2, learning_rate):
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
    return weights_1 - learning_rate * weights_1_update, weights_2 - learning_rate * weights_2_update


def after_each_flower(divided):
    """Steps after each flower, in place of one for all."""

    def steps(x, y, weights_1, weights_2, learning_rate):
        for flower, label in zip(x, y, strict=True):
            n = {"size": y.size, "row": label.size, "one": 1}[divided]
            one = flower[None], label[None], weights_1, weights_2, learning_rate * label.size / n
            weights_1, weights_2 = answer(*one)
        return weights_1, weights_2

    return steps


NUMBERS = {"learning_rate": ((0.08, 0.2), (0.04, 0.07), (0.15, 0.12))}
STEP_1, STEP_2 = "weights_1 - learning_rate * weights_1_update", "weights_2 - learning_rate * weights_2_update"
BOTH, MOVE_2 = f"{STEP_1}, {STEP_2}", "weights_2_update = h_out.T @ output_layer_delta / y.size"
PRODUCTS = "h_out.T @ output_layer_delta", "x.T @ hidden_layer_delta"
OUTPUT = slopes("o_out", "output_layer_error", "o_in")
HIDDEN = slopes("h_out", "hidden_layer_error", "h_in")
SLIPS = {
    "weights_2 is updated too early: the hidden layer's error needs the old weights_2": (
        MOVE_2,
        f"{MOVE_2}\n    weights_2 = {STEP_2}",
        BOTH,
        f"{STEP_1}, weights_2",
    ),
    UPHILL: ("- learning_rate", "+ learning_rate"),
    **divisors(),
    **in_both(OUTPUT, HIDDEN),
    **in_layer(HIDDEN, "hidden"),
    **in_layer(OUTPUT, "output"),
    "the factor learning rate is missing": ("learning_rate * ", ""),
    "the learning rate is multiplied in twice": ("learning_rate * ", "learning_rate**2 * "),
    "the weights stay as they were": (BOTH, "weights_1, weights_2"),
    "weights_1 stays as it was": (STEP_1, "weights_1"),
    "weights_2 stays as it was": (STEP_2, "weights_2"),
    "the two are swapped: weights_1 comes first": (BOTH, f"{STEP_2}, {STEP_1}"),
    "the updates are given back, not the new weights": (BOTH, "weights_1_update, weights_2_update"),
    "the steps are given back, not the new weights: weights minus steps": (
        BOTH,
        BOTH.replace("weights_1 -", "-", 1).replace("weights_2 -", "-", 1),
    ),
    "the sign is wrong in weights_1: it goes uphill": (STEP_1, STEP_1.replace("-", "+")),
    "the sign is wrong in weights_2: it goes uphill": (STEP_2, STEP_2.replace("-", "+")),
    "the factor learning rate is missing in weights_1": (STEP_1, "weights_1 - weights_1_update"),
    "the factor learning rate is missing in weights_2": (STEP_2, "weights_2 - weights_2_update"),
    "the error is sent back, not the delta: the derivative, out * (1 - out), is left out on the way": (
        "output_layer_delta @ weights_2.T",
        "output_layer_error @ weights_2.T",
    ),
    "weights_2 moves along the error, not along the delta: the derivative, out * (1 - out), is left out there": (
        PRODUCTS[0],
        "h_out.T @ output_layer_error",
    ),
    FED_WITH_X: ("h_out @ weights_2", "x @ weights_2"),
    NO_WEIGHTS: ("weights_2.T", "np.ones_like(weights_2).T"),
    NO_ERROR: ("output_layer_error * o_out", "o_out"),
    NO_LABELS: ("o_out - y", "o_out"),
    SQUARED: ("output_layer_error * o_out", "output_layer_error**2 * o_out"),
    "the activation of the output layer is left out: o_out is the sigmoid of o_in": ("sigmoid(o_in)", "o_in"),
    "the activation of the hidden layer is left out: h_out is the sigmoid of h_in": ("sigmoid(h_in)", "h_in"),
    "the hidden layer's derivative is made of o_out, what the output layer puts out: it is made of h_out": (
        "* h_out * (1 - h_out)",
        "* o_out * (1 - o_out)",
    ),
    OPEN_DELTA: (
        PRODUCTS[0],
        "h_out.T @ output_layer_error * o_out * (1 - o_out)",
        PRODUCTS[1],
        "x.T @ hidden_layer_error * h_out * (1 - h_out)",
    ),
    "a step is taken after each flower: one step for all flowers is asked for": [
        after_each_flower("size"),
        after_each_flower("row"),
        after_each_flower("one"),
    ],
    LAST_FLOWER: (
        PRODUCTS[0],
        "h_out[-1:].T @ output_layer_delta[-1:]",
        PRODUCTS[1],
        "x[-1:].T @ hidden_layer_delta[-1:]",
    ),
    FIRST_FLOWER: (
        PRODUCTS[0],
        "h_out[:1].T @ output_layer_delta[:1]",
        PRODUCTS[1],
        "x[:1].T @ hidden_layer_delta[:1]",
    ),
}
