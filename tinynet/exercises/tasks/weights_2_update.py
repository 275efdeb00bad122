"""Part 11: the slopes of the error in all weights of the second layer."""

from tinynet.exercises.words import (
    FIRST_FLOWER,
    LAST_FLOWER,
    NO_ERROR,
    NO_LABELS,
    OPEN_DELTA,
    SQUARED,
    divisors,
    slopes,
)


def answer(h_out, o_out, y):
    output_layer_error = o_out - y
    output_layer_delta = output_layer_error * o_out * (1 - o_out)
    return h_out.T @ output_layer_delta / y.size


PRODUCT = "h_out.T @ output_layer_delta"
SLIPS = {
    **slopes("o_out", "output_layer_error"),
    **divisors(),
    OPEN_DELTA: (PRODUCT, "h_out.T @ output_layer_error * o_out * (1 - o_out)"),
    LAST_FLOWER: (PRODUCT, "h_out[-1:].T @ output_layer_delta[-1:]"),
    FIRST_FLOWER: (PRODUCT, "h_out[:1].T @ output_layer_delta[:1]"),
    NO_ERROR: ("output_layer_error * o_out", "o_out"),
    SQUARED: ("output_layer_error * o_out", "output_layer_error**2 * o_out"),
    NO_LABELS: ("o_out - y", "o_out"),
    "the slope is that of the hidden layer: it is o_out * (1 - o_out), and h_out stands alone": (
        " * o_out * (1 - o_out)",
        "",
        "h_out.T",
        "(h_out * (1 - h_out)).T",
    ),
    "flowers are added up or averaged before they are multiplied: each flower has its own product": [
        (PRODUCT, f"{weight}h_out.mean(axis=0)[:, None] * output_layer_delta.mean(axis=0)")
        for weight in ("", "len(y) * ", "len(y) ** 2 * ", "y.size * ")
    ],
}
