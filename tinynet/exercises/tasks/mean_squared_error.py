"""Part 10: the mean squared error, halved."""

from tinynet.exercises.words import COLUMNS, NO_LABELS, NOT_DIVIDED, ROWS


def answer(output_layer_outputs, y):
    error = output_layer_outputs - y
    return (error**2).sum() / (2 * y.size)


WHOLE = "return (error**2).sum() / (2 * y.size)"
SLIPS = {
    "the factor 1/2 is missing": ("(2 * y.size)", "y.size"),
    ROWS: ("y.size", "len(y)"),
    COLUMNS: ("y.size", "y.shape[1]"),
    NOT_DIVIDED: ("(2 * y.size)", "2"),
    "parentheses are missing: / 2 * N divides by 2 and multiplies by N": ("(2 * y.size)", "2 * y.size"),
    "the errors are not squared, and cancel": ("error**2", "error"),
    "the sum is squared, not each error": ("(error**2).sum()", "error.sum() ** 2"),
    "the absolute value is taken, not the square": ("error**2", "abs(error)"),
    "the square root is taken at the end": (WHOLE, "return ((error**2).sum() / (2 * y.size)) ** 0.5"),
    "the square root is taken of the sum: the errors are squared, and stay so": (
        "(error**2).sum()",
        "(error**2).sum() ** 0.5",
    ),
    NO_LABELS: ("- y", ""),
    "the total is overwritten in each round: only the last error is in": ("(error**2).sum()", "error[-1, -1] ** 2"),
    "// cuts off what follows the point: the division is /": ("/ (2", "// (2"),
}
