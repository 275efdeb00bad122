"""Part 6: the mean squared error, not halved."""

from tinynet.exercises.words import COLUMNS, NO_LABELS, NOT_DIVIDED, ROWS


def answer(output_layer_outputs, y):
    error = output_layer_outputs - y
    return (error**2).sum() / y.size


SLIPS = {
    "a factor 1/2 is too much: the halved error comes in part 10": ("/ y.size", "/ (2 * y.size)"),
    ROWS: ("/ y.size", "/ len(y)"),
    COLUMNS: ("/ y.size", "/ y.shape[1]"),
    NOT_DIVIDED: ("/ y.size", ""),
    "the errors are not squared, and cancel": ("error**2", "error"),
    "the sum is squared, not each error": ("(error**2).sum()", "error.sum() ** 2"),
    "the absolute value is taken, not the square": ("error**2", "abs(error)"),
    "the square root is taken at the end": (
        "return (error**2).sum() / y.size",
        "return ((error**2).sum() / y.size) ** 0.5",
    ),
    NO_LABELS: ("- y", ""),
    "the total is overwritten in each round: only the last error is in": ("(error**2).sum()", "error[-1, -1] ** 2"),
    "// cuts off what follows the point: the division is /": ("/ y.size", "// y.size"),
}
