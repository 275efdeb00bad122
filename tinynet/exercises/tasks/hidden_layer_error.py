"""Part 12: the error of the hidden layer."""

from tinynet.exercises.words import ALREADY


def answer(output_layer_delta, weights_2):
    return output_layer_delta @ weights_2.T


BACK = "return output_layer_delta @ weights_2.T"
SLIPS = {
    "the weights are left out": (BACK, "return output_layer_delta @ np.ones_like(weights_2).T"),
    "the sum is divided by the number of output nodes": (BACK, f"{BACK} / weights_2.shape[1]"),
    ALREADY: (BACK, f"{BACK} / output_layer_delta.size"),
    "only the path through the first output node is in": (BACK, "return output_layer_delta[:, :1] * weights_2[:, 0]"),
    "only the path through the last output node is in": (BACK, "return output_layer_delta[:, -1:] * weights_2[:, -1]"),
    "the error is split by each weight's share: each weight counts as it is, undivided": [
        (BACK, "return output_layer_delta @ (weights_2 / weights_2.sum(axis=0)).T"),
        (BACK, "return output_layer_delta @ (weights_2 / abs(weights_2).sum(axis=0)).T"),
    ],
    "the weights count by their size, without their signs (abs)": (
        BACK,
        "return output_layer_delta @ abs(weights_2).T",
    ),
    "the inverse of the weights is taken: it is their transpose": (
        BACK,
        "return output_layer_delta @ np.linalg.pinv(weights_2)",
    ),
}
