"""Part 8: the sigmoid function."""

import numpy as np


def answer(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


def given(known):
    """Sums of all sizes, and some so large that exp overflows."""
    x = known["x"]
    return {"x": np.hstack([x, np.full((len(x), 2), [-15.0, 15.0] if known["new"] else [-1000.0, 1000.0])])}


CURVE, PLAIN = "1 / (1 + np.exp(-np.clip(x, -500, 500)))", "np.exp(-x)"
SLIPS = {
    "the sign of the exponent is wrong": [("-np.clip", "np.clip"), (CURVE, "1 / (1 + np.exp(x))")],
    "it is the slope of the sigmoid, not the sigmoid itself": (
        "return ",
        "out = ",
        "500)))",
        "500)))\n    return out * (1 - out)",
    ),
    "it is a step, not a curve": [(CURVE, "x >= 0"), (CURVE, "x > 0")],
    "it is tanh, which goes from -1 to 1": (CURVE, "np.tanh(x)"),
    "it is ReLU: 0 below zero, x above": (CURVE, "np.maximum(x, 0)"),
    "parentheses are missing around the denominator: 1 / 1 is done first": [
        (CURVE, "1 / 1 + np.exp(-np.clip(x, -500, 500))"),
        (CURVE, f"1 / 1 + {PLAIN}"),
    ],
    "a minus stands in the denominator: it is 1 plus exp": [
        (CURVE, "1 / (1 - np.exp(-np.clip(x, -500, 500)))"),
        (CURVE, f"1 / (1 - {PLAIN})"),
    ],
}
