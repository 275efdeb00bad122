"""Part 9: what the output nodes take in."""


def answer(h_out, weights_2):
    return h_out @ weights_2


SUMS = "return h_out @ weights_2"
SLIPS = {
    "the sigmoid is applied already: the sums are asked for": (SUMS, "return sigmoid(h_out @ weights_2)"),
    "the sigmoid is applied to h_out once more": (SUMS, "return sigmoid(h_out) @ weights_2"),
    "the step function is applied already: the sums are asked for": (SUMS, "return h_out @ weights_2 >= 2"),
    "the weights are left out": (SUMS, "return h_out @ np.ones_like(weights_2)"),
    "only the path through the first hidden node is in": (SUMS, "return h_out[:, :1] * weights_2[0]"),
    "only the path through the last hidden node is in": (SUMS, "return h_out[:, -1:] * weights_2[-1]"),
    "the sum is divided by the number of hidden nodes": (SUMS, f"{SUMS} / len(weights_2)"),
    "1 is added, as a bias would be": (SUMS, f"{SUMS} + 1"),
}
