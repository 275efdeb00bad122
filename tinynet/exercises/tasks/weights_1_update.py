"""Part 12: the slopes of the error in all weights of the first layer."""

from tinynet.exercises.words import (
    DIVIDED_TWICE,
    FIRST_FLOWER,
    LAST_FLOWER,
    MEAN_AND_N,
    NO_WEIGHTS,
    NOT_DIVIDED,
    ROWS,
    TWICE,
    slopes,
)


def answer(x, h_out, output_layer_delta, weights_2, n):
    hidden_layer_error = output_layer_delta @ weights_2.T
    hidden_layer_delta = hidden_layer_error * h_out * (1 - h_out)
    return x.T @ hidden_layer_delta / n


def given(known):
    """The number of elements of y."""
    return {"n": known["y"].size}


PRODUCT = "x.T @ hidden_layer_delta"
SLIPS = {
    **slopes("h_out", "hidden_layer_error"),
    ROWS: ("/ n", "/ len(x)"),
    NOT_DIVIDED: ("/ n", ""),
    TWICE: ("/ n", "* 2 / n"),
    DIVIDED_TWICE: ("/ n", "/ n**2"),
    MEAN_AND_N: ("/ n", "/ (len(x) * n)"),
    NO_WEIGHTS: ("weights_2.T", "np.ones_like(weights_2).T"),
    LAST_FLOWER: (PRODUCT, "x[-1:].T @ hidden_layer_delta[-1:]"),
    FIRST_FLOWER: (PRODUCT, "x[:1].T @ hidden_layer_delta[:1]"),
}
