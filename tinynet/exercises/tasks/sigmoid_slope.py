"""Part 8: the slope of the sigmoid, from what it puts out."""

from tinynet.exercises.words import AGAIN, DOTTED


def answer(out):
    return out * (1 - out)


def given(known):
    """What a layer of sigmoid nodes has put out."""
    return {"out": known["h_out"]}


SLIPS = {
    AGAIN: ("out * (1 - out)", "slope_of(sigmoid(out))"),
    "the factor 1 - out is missing": ("out * (1 - out)", "out"),
    "the factor out is missing": ("out * (1 - out)", "1 - out"),
    "it is the slope of tanh: 1 - out squared": ("out * (1 - out)", "1 - out**2"),
    DOTTED: ("out * (", "out @ ("),
    "every number is zero, as without the parentheses: out * 1 - out": ("(1 - out)", "1 - out"),
}
