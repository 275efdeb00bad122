"""Wrong attempts on the way forward and on the errors, as learners write them who follow other public code."""

import math

import numpy as np
from attempts_kept import wrong

# -------------------------------------------------------------------------------------- sigmoid and its slope


@wrong("sigmoid", r"parenthes|denominator")
def fraction_without_parentheses(z):
    return 1.0 / 1.0 + np.exp(-np.clip(z, -500, 500))


@wrong("sigmoid", r"sign of the exponent")
def plus_in_the_exponent(z):
    return 1 / (1 + np.exp(np.clip(z, -500, 500)))


@wrong("sigmoid", r"overflow")
def plain(z):
    return 1.0 / (1.0 + np.exp(-z))


@wrong("sigmoid", r"overflow")
def other_side(z):
    return np.exp(z) / (np.exp(z) + 1)


@wrong("sigmoid", r"np\.exp")
def math_for_arrays(z):
    return 1 / (1 + math.exp(-z))


@wrong("sigmoid", r"tanh")
def the_other_curve(z):
    return (np.exp(np.clip(z, -300, 300)) - np.exp(-np.clip(z, -300, 300))) / (
        np.exp(np.clip(z, -300, 300)) + np.exp(-np.clip(z, -300, 300))
    )


@wrong("sigmoid", r"slope of")
def derivative_by_default(z, deriv=True):
    out = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    return out * (1 - out) if deriv else out


@wrong("sigmoid", r"ReLU|relu")
def relu(z):
    return np.maximum(0, z)


@wrong("sigmoid", r"minus|1 - exp|plus")
def minus_in_the_denominator(z):
    return 1 / (1 - np.exp(-np.clip(z, -500, 500)))


@wrong("sigmoid", "")
def softmax(z):
    shifted = np.exp(z - z.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


@wrong("sigmoid_slope", r"once more")
def sigmoid_prime(out):
    s = 1 / (1 + np.exp(-out))
    return s * (1 - s)


@wrong("sigmoid_slope", r"tanh")
def tanh_prime(out):
    return 1 - np.power(out, 2)


@wrong("sigmoid_slope", r"parenthes")
def open_parentheses(out):
    return out * 1 - out


@wrong("sigmoid_slope", r"\*|element by element|matrix product")
def dotted(out):
    return np.dot(out, 1 - out)


@wrong("sigmoid_slope", r"sign")
def out_times_out_minus_1(out):
    return out * (out - 1)


@wrong("sigmoid_slope", r"1 - out")
def no_second_factor(out):
    return np.array(out)


@wrong("sigmoid_slope", "")
def relu_prime(out):
    return (out > 0).astype(float)


# -------------------------------------------------------------------------------------- mean squared error


@wrong("mean_squared_error", r"1/2|factor")
def sklearn_style(a, y):
    return np.mean((y - a) ** 2)


@wrong("mean_squared_error", r"rows|flowers")
def quadratic_cost(a, y):
    return 0.5 * np.sum((a - y) ** 2) / len(a)


@wrong("mean_squared_error", r"not divided")
def half_norm_squared(a, y):
    return 0.5 * np.linalg.norm(a - y) ** 2


@wrong("mean_squared_error", r"squared")
def half_norm(a, y):
    return 0.5 * np.linalg.norm(a - y) / y.size


@wrong("mean_squared_error", r"root")
def rmse(a, y):
    return np.sqrt(np.mean((a - y) ** 2) / 2)


@wrong("mean_squared_error", r"1/2.*root|root.*1/2")
def rmse_of_the_whole(a, y):
    return np.sqrt(np.mean((a - y) ** 2))


@wrong("mean_squared_error", r"absolute")
def mean_absolute_error(a, y):
    return np.abs(a - y).mean() / 2


@wrong("mean_squared_error", r"\*\*")
def caret_for_power(a, y):
    return np.sum((a - y) ^ 2) / (2 * y.size)


@wrong("mean_squared_error", r"parenthes")
def two_times_outside(a, y):
    return 1 / 2 * y.size * np.sum((a - y) ** 2)


@wrong("mean_squared_error", "")
def log_loss(a, y):
    a = np.clip(a, 1e-9, 1 - 1e-9)
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))


@wrong("mean_squared_error", r"shape|needed \(\)")
def per_output(a, y):
    return 0.5 * ((a - y) ** 2).mean(axis=0)


@wrong("plain_mean_squared_error", r"1/2")
def with_a_half(a, y):
    return 0.5 * np.mean((a - y) ** 2)


@wrong("plain_mean_squared_error", r"rows|flowers")
def sum_over_len(a, y):
    return sum(sum((o - t) ** 2 for o, t in zip(*rows, strict=True)) for rows in zip(a, y, strict=True)) / len(y)


@wrong("plain_mean_squared_error", r"root")
def root(a, y):
    return math.sqrt(((a - y) ** 2).mean())


@wrong("plain_mean_squared_error", r"absolute")
def l1(a, y):
    return np.mean(np.abs(y - a))


@wrong("plain_mean_squared_error", r"squared")
def mean_error(a, y):
    return np.mean(a - y)


@wrong("plain_mean_squared_error", r"overwritten|last")
def total_is_assigned(a, y):
    for output, label in zip(a.ravel(), y.ravel(), strict=True):
        total = (output - label) ** 2
    return total / y.size


@wrong("plain_mean_squared_error", r"columns|output nodes|shape\[1\]")
def over_columns(a, y):
    return ((a - y) ** 2).sum() / y.shape[1]


# -------------------------------------------------------------------------------------- sums and steps


@wrong("weighted_sum", r"not added up|products")
def zipped(inputs, weights):
    return [i * w for i, w in zip(inputs, weights, strict=True)]


@wrong("weighted_sum", r"overwritten|last product")
def assigned(inputs, weights):
    for i, w in zip(inputs, weights, strict=True):
        out = i * w
    return out


@wrong("weighted_sum", r"1 more|bias|starts? at")
def starts_at_one(inputs, weights):
    total = 1
    for i, w in zip(inputs, weights, strict=True):
        total += i * w
    return total


@wrong("weighted_sum", r"first")
def skips_the_first(inputs, weights):
    return sum(inputs[k] * weights[k] for k in range(1, len(inputs)))


@wrong("weighted_sum", r"divided|average|mean")
def averaged(inputs, weights):
    return sum(i * w for i, w in zip(inputs, weights, strict=True)) / len(inputs)


@wrong("weighted_sum", r"list|array|np\.array|numbers")
def lists_multiplied(inputs, weights):
    return sum(inputs * weights)


@wrong("weighted_sum", r"each input with its own|every weight|all pairs|sums are multiplied")
def nested_loops(inputs, weights):
    total = 0
    for i in inputs:
        for w in weights:
            total += i * w
    return total


@wrong("step_function", r"above")
def fires_above(number, threshold):
    return 1 if number > threshold else 0


@wrong("step_function", r"-1")
def sign_function(number, threshold):
    return 1 if number >= threshold else -1


@wrong("step_function", r"threshold.*(0|not looked|by hand)|by hand")
def heaviside_at_zero(number, threshold):
    return 1 if number >= 0 else 0


@wrong("step_function", r"turned around|below")
def turned(number, threshold):
    return int(threshold >= number)


@wrong("step_function", r"None")
def no_else(number, threshold):
    if number >= threshold:
        return 1


@wrong("step_function", "")
def relu_of_the_difference(number, threshold):
    return max(0.0, number - threshold)


@wrong("step_function", r"ReLU|left out|number itself|1 is needed")
def passes_the_number(number, threshold):
    return number if number >= threshold else 0


@wrong("layer_outputs", r"each number|np\.where|astype")
def one_if_for_all(x, weights):
    if np.dot(x, weights) >= 2:
        return 1
    return 0


@wrong("layer_outputs", r"above")
def strictly(x, weights):
    return np.where(np.dot(x, weights) > 2, 1, 0)


@wrong("layer_outputs", r"step function")
def only_sums(x, weights):
    return np.dot(x, weights)


@wrong("layer_outputs", r"0, not 2|threshold is 0")
def heaviside(x, weights):
    return np.heaviside(np.dot(x, weights), 1)


@wrong("layer_outputs", r"sigmoid")
def squashed(x, weights):
    return 1 / (1 + np.exp(-np.dot(x, weights)))


@wrong("layer_outputs", r"transpose|\.T")
def weights_turned(x, weights):
    return (np.dot(x, weights.T) >= 2).astype(int)


@wrong("layer_outputs", r"\*|element by element|matrix product")
def multiplied(x, weights):
    return (x * weights >= 2).astype(int)


@wrong("determine_layer_outputs", r"one (list|row)|same list")
def rows_of_one_list(inputs, weights):
    outputs = [[0] * len(weights)] * len(inputs)
    for e, flower in enumerate(inputs):
        for i, row in enumerate(weights):
            outputs[e][i] = 1 if sum(a * b for a, b in zip(flower, row, strict=True)) >= 2 else 0
    return outputs


@wrong("determine_layer_outputs", r"flat|list of its own")
def flat(inputs, weights):
    return [int(sum(a * b for a, b in zip(x, w, strict=True)) >= 2) for x in inputs for w in weights]


@wrong("determine_layer_outputs", r"transpose")
def node_by_node(inputs, weights):
    return [[int(np.dot(x, w) >= 2) for x in inputs] for w in weights]


@wrong("determine_layer_outputs", r"above")
def above_two(inputs, weights):
    return [[int(np.dot(x, w) > 2) for w in weights] for x in inputs]


@wrong("determine_layer_outputs", r"threshold is 1|by hand|1, not 2")
def threshold_of_one(inputs, weights):
    return [[int(np.dot(x, w) >= 1) for w in weights] for x in inputs]


@wrong("output_layer_inputs", r"sigmoid")
def activated(h_out, weights_2):
    return 1 / (1 + np.exp(-h_out @ weights_2))


@wrong("output_layer_inputs", r"\*|element by element|matrix product")
def starred(h_out, weights_2):
    return h_out * weights_2


@wrong("output_layer_inputs", r"\.T|transpose")
def as_for_columns(h_out, weights_2):
    return np.dot(weights_2.T, h_out)


@wrong("output_layer_inputs", r"transpose")
def flowers_as_columns(h_out, weights_2):
    return np.dot(weights_2.T, h_out.T)


@wrong("output_layer_inputs", r"sigmoid")
def hidden_activated_again(h_out, weights_2):
    return (1 / (1 + np.exp(-h_out))) @ weights_2


@wrong("output_layer_inputs", r"bias|1 more|added")
def with_a_bias_of_one(h_out, weights_2):
    return h_out @ weights_2 + 1


# -------------------------------------------------------------------------------------- gradient descent


@wrong("gradient_descent", r"uphill|sign")
def ascends(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        w += alpha * f(w)
        path.append(w)
    return path


@wrong("gradient_descent", r"learning rate is missing")
def no_alpha(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        w -= f(w)
        path.append(w)
    return path


@wrong("gradient_descent", r"last place")
def end_only(f, w, alpha, n):
    for _ in range(n):
        w = w - alpha * f(w)
    return w


@wrong("gradient_descent", r"start")
def slope_once(f, w, alpha, n):
    gradient, path = f(w), [w]
    for _ in range(n):
        w = w - alpha * gradient
        path.append(w)
    return path


@wrong("gradient_descent", r"too few")
def counts_the_start(f, w, alpha, n):
    path = [w]
    while len(path) < n:
        path.append(path[-1] - alpha * f(path[-1]))
    return path


@wrong("gradient_descent", r"start is left out")
def without_the_start(f, w, alpha, n):
    path = []
    for _ in range(n):
        w = w - alpha * f(w)
        path.append(w)
    return path


@wrong("gradient_descent", r"slope|heights")
def keeps_the_slopes(f, w, alpha, n):
    seen = [f(w)]
    for _ in range(n):
        w = w - alpha * f(w)
        seen.append(f(w))
    return seen


@wrong("gradient_descent", r"start|end is missing|before the step")
def appends_before(f, w, alpha, n):
    path = []
    for _ in range(n):
        path.append(w)
        w = w - alpha * f(w)
    return path


@wrong("gradient_descent", r"divided|number of steps|by n")
def divides_by_n(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        w = w - alpha * f(w) / n
        path.append(w)
    return path


@wrong("gradient_descent", r"called|parenthes|function")
def slope_not_called(f, w, alpha, n):
    path = [w]
    for _ in range(n):
        w = w - alpha * f
        path.append(w)
    return path


@wrong("gradient_descent", r"still|endless|line")
def never_arrives(f, w, alpha, n):
    path = [w]
    while abs(f(w)) > 0 or len(path) <= n:
        w = w + 0 * alpha
    return path
