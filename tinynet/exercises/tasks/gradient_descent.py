"""Part 7: step by step down a valley, every place of the way."""

import math

from tinynet.exercises.words import UPHILL


def answer(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


# Some walks begin or end where it is flat.
NUMBERS = {
    "slope": (
        (lambda w: 2 * w - 3, lambda w: 0.3 * (w + 1)),
        (lambda w: math.sin(w) + w, lambda w: 4 * w - 5),
        (lambda w: 3 - w, lambda w: 0),
    ),
    "starting_w": ((-0.7, 1.5), (2.6, -4.3), (0.8, 0)),
    "learning_rate": ((0.35, 0.8), (0.15, 1.3), (0.6, 0.45)),
    "n_gradient_descent_steps": ((4, 61), (7, 8), (5, 12)),
}
COUNT = "range(n_gradient_descent_steps)"
SLIPS = {
    UPHILL: ("- learning_rate", "+ learning_rate"),
    "the factor learning rate is missing": ("learning_rate * slope", "slope"),
    "the slope is taken at the start each time: it is needed where you are": ("slope(path[-1])", "slope(starting_w)"),
    "the start is left out of the path": ("return path", "return path[1:]"),
    "only the last place is given back: the whole path is needed": ("return path", "return path[-1]"),
    "it takes one step too many": (COUNT, "range(n_gradient_descent_steps + 1)"),
    "it takes one step too few: the end is missing": (COUNT, "range(n_gradient_descent_steps - 1)"),
    "w stays where it was: the new value is never used": ("path[-1] - learning_rate * slope(path[-1])", "path[-1]"),
    "a place is kept before the step: the start is there twice, and the end is missing": (
        "return path",
        "return [path[0], *path[:-1]]",
    ),
    "the slopes are kept, not the places": ("return path", "return [slope(w) for w in path]"),
    "the step is divided by the number of steps": (
        "learning_rate * slope(path[-1])",
        "learning_rate * slope(path[-1]) / n_gradient_descent_steps",
    ),
    "a place is kept two times in each round": ("return path", "return [w for w in path[1:] for _ in range(2)]"),
}
