"""What readers write for `gradient_descent`: see `exercise_forms`."""

from itertools import accumulate

import numpy as np
from exercise_forms import kept, says

# --------------------------------------------------------------------------------------------------------- right


def right__loops(slope, starting_w, learning_rate, n_gradient_descent_steps):
    w = starting_w
    path = [w]
    for _ in range(n_gradient_descent_steps):
        w = w - learning_rate * slope(w)
        path.append(w)
    return path


def right__array(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = np.zeros(n_gradient_descent_steps + 1)
    path[0] = starting_w
    for step in range(n_gradient_descent_steps):
        path[step + 1] = path[step] - learning_rate * slope(path[step])
    return path


def right__recursion(slope, starting_w, learning_rate, n_gradient_descent_steps):
    if n_gradient_descent_steps == 0:
        return (starting_w,)
    w = starting_w - learning_rate * slope(starting_w)
    return starting_w, *right__recursion(slope, w, learning_rate, n_gradient_descent_steps - 1)


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__accumulate(slope, starting_w, learning_rate, n_gradient_descent_steps):
    rates = [learning_rate] * n_gradient_descent_steps
    return [*accumulate(rates, lambda w, rate: w - rate * slope(w), initial=starting_w)]


def rare__while(f, w, alpha, n):
    path = np.array([w])
    while len(path) < n + 1:
        path = np.append(path, path[-1] - alpha * f(path[-1]))
    return path


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__rate_typed(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - 0.1 * slope(path[-1]))
    return path


def lucky__rate_at_most_1(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - min(learning_rate, 1) * slope(path[-1]))
    return path


def lucky__start_typed(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [1.9]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def lucky__start_that_is_never_zero(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w or 1.9]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def lucky__ten_steps_at_most(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(min(n_gradient_descent_steps, 10)):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def lucky__stops_below_a_half(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        if abs(slope(path[-1])) < 0.5:
            break
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def lucky__stops_where_it_is_flat(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    while len(path) <= n_gradient_descent_steps and slope(path[-1]):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def lucky__stops_when_it_hardly_moves(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
        if abs(path[-1] - path[-2]) < 1e-6:
            break
    return path


def lucky__one_list_for_all(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = kept.setdefault("path", [])
    path[:] = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__loops: [
        ("uphill", "w - learning_rate", "w + learning_rate"),
        ("the factor learning rate is missing", "learning_rate * slope", "slope"),
        ("at the start each time", "slope(w)", "slope(starting_w)"),
        ("the start is left out", "path = [w]", "path = []"),
        ("only the last place", "return path", "return path[-1]"),
        ("one step too many", "range(n_gradient_descent_steps)", "range(n_gradient_descent_steps + 1)"),
        ("one step too few", "range(n_gradient_descent_steps)", "range(1, n_gradient_descent_steps)"),
        ("stays where it was", "        w = w -", "        new_w = w -"),
        ("opposite sign", "append(w)", "append(-w)", "path = [w]", "path = [-w]"),
        ("zero", "w = starting_w", "w = 0", "w = w - learning_rate * slope(w)", "pass"),
        ("None", "return path", "path"),
        ("raises TypeError", "slope(w)", "slope"),
        ("has the shape (5, 1), needed (5,)", "append(w)", "append([w])", "path = [w]", "path = [[w]]"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"uphill|sign")
def learner__ascends(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        w += alpha * f(w)
        path.append(w)
    return path


@says(r"learning rate is missing")
def learner__no_alpha(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        w -= f(w)
        path.append(w)
    return path


@says(r"last place")
def learner__end_only(f, w, alpha, n):
    for _ in range(n):
        w = w - alpha * f(w)
    return w


@says(r"start")
def learner__slope_once(f, w, alpha, n):
    gradient, path = f(w), [w]
    for _ in range(n):
        w = w - alpha * gradient
        path.append(w)
    return path


@says(r"too few")
def learner__counts_the_start(f, w, alpha, n):
    path = [w]
    while len(path) < n:
        path.append(path[-1] - alpha * f(path[-1]))
    return path


@says(r"start is left out")
def learner__without_the_start(f, w, alpha, n):
    path = []
    for _ in range(n):
        w = w - alpha * f(w)
        path.append(w)
    return path


@says(r"slope|heights")
def learner__keeps_the_slopes(f, w, alpha, n):
    seen = [f(w)]
    for _ in range(n):
        w = w - alpha * f(w)
        seen.append(f(w))
    return seen


@says(r"start|end is missing|before the step")
def learner__appends_before(f, w, alpha, n):
    path = []
    for _ in range(n):
        path.append(w)
        w = w - alpha * f(w)
    return path


@says(r"divided|number of steps|by n")
def learner__divides_by_n(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        w = w - alpha * f(w) / n
        path.append(w)
    return path


@says(r"called|parenthes|function")
def learner__slope_not_called(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        w = w - alpha * f
        path.append(w)
    return path


@says(r"still|endless|line")
def learner__never_arrives(f, w, alpha, n):
    path = [w]
    while abs(f(w)) > 0 or len(path) <= n:
        w = w + 0 * alpha
    return path


@says(r"list\(|a list", right=True)
def learner__generator(f, w, alpha, n):
    yield w
    for _ in range(n):
        w -= alpha * f(w)
        yield w


@says("start|before the step")
def learner__start_twice(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        path += [w]
        w = w - alpha * f(w)
    return path
