"""Part 3: the sum of the inputs, each times its own weight."""


def answer(inputs, weights):
    total = 0
    for value, weight in zip(inputs, weights, strict=True):
        total = total + value * weight
    return total


PAIRS = "zip(inputs, weights, strict=True)"
SLIPS = {
    "the weights are left out": ("value * weight", "value"),
    "the sums are multiplied, not each input with its own weight": (
        "return total",
        "return sum(inputs) * sum(weights)",
    ),
    "inputs and weights are added, not multiplied": ("value * weight", "value + weight"),
    "the products are not added up": ("return total", "return [a * b for a, b in zip(inputs, weights)]"),
    "the total is overwritten in each round: only the last product is left": ("total + value", "value"),
    "the return stands inside the loop: only the first product is in": ("    return", "        return"),
    "the first product is left out: lists count from 0": (PAIRS, "zip(inputs[1:], weights[1:])"),
    "the last product is left out: the loop ends too early": (PAIRS, "zip(inputs[:-1], weights[:-1])"),
    "the sum is divided by the number of inputs": ("return total", "return total / len(inputs)"),
    "1 is added: is it where the total starts, or a bias?": ("total = 0", "total = 1"),
}
