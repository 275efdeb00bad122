"""Part 5: what all nodes of a layer say of all flowers, with NumPy."""

from tinynet.exercises.words import NO_STEP, STRICT


def answer(x, weights):
    sums = x @ weights
    return (sums >= 2).astype(int)


def given(known):
    """The net of the step function."""
    return {"x": known["step_x"], "weights": known["step_weights"]}


SLIPS = {
    STRICT: (">= 2", "> 2"),
    NO_STEP: ("(sums >= 2).astype(int)", "sums"),
    "the threshold is 0, not 2": (">= 2", ">= 0"),
    "the threshold is 1, not 2": (">= 2", ">= 1"),
    "inputs and weights are multiplied, not added up": (
        "return (sums >= 2).astype(int)",
        "return x[:, :, None] * weights",
    ),
    "it is the sigmoid of the sums: the step function is asked for": ("(sums >= 2).astype(int)", "sigmoid(sums)"),
}
