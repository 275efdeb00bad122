"""Part 11: the delta of the output layer."""

from tinynet.exercises.words import (
    ALREADY,
    NO_ERROR,
    NO_LABELS,
    SQUARED,
    TWICE,
    slopes,
)


def answer(o_out, y):
    output_layer_error = o_out - y
    return output_layer_error * o_out * (1 - o_out)


SLIPS = {
    **slopes("o_out", "output_layer_error"),
    ALREADY: ("(1 - o_out)", "(1 - o_out) / y.size"),
    "it is divided by the rows (flowers) already: dividing comes in the update": (
        "(1 - o_out)",
        "(1 - o_out) / len(y)",
    ),
    TWICE: ("return ", "return 2 * "),
    NO_ERROR: ("output_layer_error * ", ""),
    SQUARED: ("output_layer_error * ", "output_layer_error**2 * "),
    NO_LABELS: ("o_out - y", "o_out"),
    "the slope is taken of the labels: it is that of the output": ("* o_out * (1 - o_out)", "* y * (1 - y)"),
    "the slope of the error stands alone: it is output minus label, times the slope of the output": (
        "output_layer_error * o_out * (1 - o_out)",
        "slope_of(output_layer_error)",
    ),
    "it is divided by out * (1 - out), as cross-entropy has it: here it is multiplied": (
        "* o_out * (1 - o_out)",
        "/ (o_out * (1 - o_out))",
    ),
}
