"""Part 10: the slope of the error in one weight of the second layer."""

from tinynet.exercises.words import FIRST_FLOWER, divisors, slopes


def answer(h_out, o_out, y, i, j):
    h, o, label = h_out[:, i - 1], o_out[:, j - 1], y[:, j - 1]
    return ((o - label) * o * (1 - o) * h).sum() / y.size


NUMBERS = {"i": ((2, 4), (1, 3), (1, 2)), "j": ((1, 3), (3, 4), (2, 3))}
PRODUCTS = "((o - label) * o * (1 - o) * h)"
SLIPS = {
    **slopes("o", "(o - label)"),
    **divisors(),
    "i and j are swapped: i is the hidden node, j the output node": (
        "answer(h_out, o_out, y, i, j)",
        "answer(h_out, o_out, y, j, i)",
    ),
    "i and j count from 0: here they count from 1": ("i - 1", "i", "j - 1", "j"),
    FIRST_FLOWER: (f"{PRODUCTS}.sum()", f"{PRODUCTS}[0]"),
    "only the last flower is in: the sum goes over all flowers": (f"{PRODUCTS}.sum()", f"{PRODUCTS}[-1]"),
    "the last factor, what the hidden node put out, is missing": (" * h)", ")"),
}
