"""Part 3: does the node fire?"""


def answer(number, threshold):
    return int(number >= threshold)


# Of the first numbers and thresholds one is at the threshold, one below, one above; the new ones are negative, zero,
# and less than a rounding away from the threshold.
NUMBERS = {"number": ((4, -4.75), (1, 2.75), (1.5, 0)), "threshold": ((4, -5.5), (3, 2.6), (0.5, -1.5))}
FIRES = "int(number >= threshold)"
SLIPS = {
    "the node fires above the threshold only: at the threshold it fires, too": (">=", ">"),
    "the comparison is turned around: it fires below the threshold": (">=", "<"),
    "the comparison is turned around: it fires up to the threshold": (">=", "<="),
    "the threshold is written by hand: it is the second argument": [
        (">= threshold", f">= {typed}") for typed in (2, 0, 1, 1.2, 0.5)
    ],
    "the node always fires": (FIRES, "1"),
    "the step function is left out: these are the sums": (FIRES, "number"),
    "it gives -1 below the threshold: 0 is needed": (FIRES, "1 if number >= threshold else -1"),
    "it gives the number itself where it fires: 1 is needed": (FIRES, "number if number >= threshold else 0"),
}
