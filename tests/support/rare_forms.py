"""Right forms that few write, but some do: `exercise__way`. They are to be taken like those in `forms`."""

import math
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import accumulate, starmap
from operator import mul

import numpy as np
from right_forms import gradient_step__dot, sigmoid__clip, step_function__branches, weights_2_update__dot

weighted_sum__numpy_itself = np.dot
step_function__partial = partial(lambda otherwise, number, threshold: 1 if number >= threshold else otherwise, 0)


class Layer:
    """A layer that keeps what came in last, as classes of nets do."""

    def __call__(self, x, weights):
        self.inputs, self.weights = x, weights
        return np.heaviside(self.inputs @ self.weights - 2, 1)

    def forward(self, h_out, weights_2):
        self.outputs = h_out @ weights_2
        return self.outputs


layer_outputs__instance = Layer()
output_layer_inputs__bound_method = Layer().forward


def weighted_sum__starmap(inputs, weights):
    return sum(starmap(mul, zip(inputs, weights, strict=True)))


def weighted_sum__fractions(inputs, weights):
    return sum(Fraction(value) * Fraction(weight) for value, weight in zip(inputs, weights, strict=True))


def weighted_sum__decimals(inputs, weights):
    return sum(Decimal(value) * Decimal(weight) for value, weight in zip(inputs, weights, strict=True))


def weighted_sum__float(inputs, weights):
    return math.fsum(value * weight for value, weight in zip(inputs, weights, strict=True))


def step_function__other_names(total, limit=2):
    return 1.0 if limit <= total else 0.0


def step_function__any_arguments(*arguments):
    return np.greater_equal(*arguments)


def step_function__decimals(number, threshold):
    return Decimal(int(Decimal(number) >= Decimal(threshold)))


def determine_layer_outputs__booleans(list_of_inputs, list_of_weights):
    return [[sum(map(mul, inputs, weights)) >= 2 for weights in list_of_weights] for inputs in list_of_inputs]


def determine_layer_outputs__objects(list_of_inputs, list_of_weights):
    sums = np.array(list_of_inputs, dtype=object) @ np.array(list_of_weights, dtype=object).T
    return (sums >= 2).astype(object)


def layer_outputs__vectorize(x, weights):
    return np.vectorize(step_function__branches)(x @ weights, 2)


def layer_outputs__columns_turned_back(x, weights):
    return (weights.T @ x.T >= 2).T


def layer_outputs__broadcast(x, weights):
    return (x[:, :, np.newaxis] * weights).sum(axis=1) >= 2


def layer_outputs__in_place_on_a_copy(x, weights):
    sums = x @ weights
    fires = sums >= 2
    sums[fires], sums[~fires] = 1, 0
    return sums


def layer_outputs__other_names(data, w, threshold=2):
    return np.where(data.dot(w) >= threshold, 1, 0)


def plain_mean_squared_error__keyword_defaults(predicted, actual, axis=None):
    return np.average((predicted - actual) ** 2, axis=axis)


def plain_mean_squared_error__norm(output_layer_outputs, y):
    return np.linalg.norm(output_layer_outputs - y) ** 2 / y.size


def mean_squared_error__fractions(output_layer_outputs, y):
    errors = (Fraction(o) - Fraction(t) for o, t in zip(output_layer_outputs.ravel(), y.ravel(), strict=True))
    return sum(error**2 for error in errors) / (2 * y.size)


def mean_squared_error__matrix_class(output_layer_outputs, y):
    error = np.matrix(output_layer_outputs) - np.matrix(y)
    return np.multiply(error, error).sum() / (2 * error.size)


def gradient_descent__accumulate(slope, starting_w, learning_rate, n_gradient_descent_steps):
    rates = [learning_rate] * n_gradient_descent_steps
    return [*accumulate(rates, lambda w, rate: w - rate * slope(w), initial=starting_w)]


def gradient_descent__while(f, w, alpha, n):
    path = np.array([w])
    while len(path) < n + 1:
        path = np.append(path, path[-1] - alpha * f(path[-1]))
    return path


def sigmoid__logaddexp(x):
    return np.exp(-np.logaddexp(0, -x))


def sigmoid__long_double(x):
    return 1 / (1 + np.exp(-np.longdouble(x)))


def sigmoid__masked(x):
    out = np.zeros(x.shape)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    small = np.exp(x[~positive])
    out[~positive] = small / (1 + small)
    return out


def sigmoid__masked_array(x):
    return sigmoid__clip(np.ma.array(x, mask=False))


def sigmoid__vectorize(x):
    return np.vectorize(lambda value: 1 / (1 + math.exp(-value)) if value > -700 else 0.0, otypes=[float])(x)


def sigmoid_slope__in_place_on_a_copy(out):
    slopes = out.copy()
    slopes *= 1 - out
    return slopes


def sigmoid_slope__difference_of_a_cube(out, h=1e-3):
    def height(value):
        return value**2 / 2 - value**3 / 3

    return (height(out + h) - height(out - h)) / (2 * h) + h**2 / 3


def sigmoid_slope__through_the_sum(out):
    x = np.log(out / (1 - out))
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


def output_layer_inputs__matrix_class(h_out, weights_2):
    return np.matrix(h_out) * np.matrix(weights_2)


def output_layer_inputs__masked_array(h_out, weights_2):
    return np.ma.dot(np.ma.array(h_out), np.ma.array(weights_2))


def derivative_w2__columns_turned_back(h_out, o_out, y, i, j):
    h, o, label = h_out.T[i - 1], o_out.T[j - 1], y.T[j - 1]
    return np.dot(h, (o - label) * o * (1 - o)) / y.size


def output_layer_delta__matrix_class(o_out, y):
    o_out, y = np.matrix(o_out), np.matrix(y)
    return np.multiply(o_out - y, np.multiply(o_out, 1 - o_out))


def output_layer_delta__in_place_on_a_copy(o_out, y):
    delta = np.copy(o_out)
    delta -= y
    delta *= o_out
    delta *= 1 - o_out
    return delta


def weights_2_update__outer(h_out, o_out, y):
    return sum(np.outer(h, (o - t) * o * (1 - o)) for h, o, t in zip(h_out, o_out, y, strict=True)) / y.size


def weights_2_update__objects(h_out, o_out, y):
    return weights_2_update__dot(h_out.astype(object), o_out.astype(object), y)


def hidden_layer_error__any_arguments(*arguments):
    delta, weights = arguments
    return np.inner(delta, weights)


def weights_1_update__broadcast(x, h_out, output_layer_delta, weights_2, n=9):
    error = (output_layer_delta[:, np.newaxis] * weights_2).sum(axis=2)
    return (x[:, :, np.newaxis] * (error * h_out * (1 - h_out))[:, np.newaxis]).sum(axis=0) / n


def gradient_step__generator_of_a_pair(x, y, weights_1, weights_2, learning_rate):
    return (part for part in gradient_step__dot(x, y, weights_1, weights_2, learning_rate))


def gradient_step__yields(x, y, weights_1, weights_2, learning_rate):
    yield from gradient_step__dot(x, y, weights_1, weights_2, learning_rate)


def gradient_step__in_place_on_copies(x, y, weights_1, weights_2, learning_rate=0.1):
    first, second = weights_1.copy(), weights_2.copy()
    h_out = sigmoid__clip(x @ first)
    o_out = sigmoid__clip(h_out @ second)
    delta = (o_out - y) * o_out * (1 - o_out) / y.size
    hidden_delta = delta @ second.T * h_out * (1 - h_out)
    first -= learning_rate * x.T @ hidden_delta
    second -= learning_rate * h_out.T @ delta
    return first, second


def by_differences(x, y, weights, learning_rate, differences):
    """The step along slopes that are measured, one weight at a time."""

    def cost(first, second):
        return ((sigmoid__clip(sigmoid__clip(x @ first) @ second) - y) ** 2).sum() / (2 * y.size)

    new = [part.copy() for part in weights]
    for which, part in enumerate(weights):
        for place in np.ndindex(part.shape):

            def moved(by, which=which, place=place):
                other = [part.copy() for part in weights]
                other[which][place] += by
                return cost(*other)

            new[which][place] -= learning_rate * differences(moved)
    return new


def gradient_step__central_differences(x, y, weights_1, weights_2, learning_rate, h=1e-4):
    measured = [x, y, (weights_1, weights_2), learning_rate]
    return by_differences(*measured, lambda moved: (moved(h) - moved(-h)) / (2 * h))


def gradient_step__one_sided_differences(x, y, weights_1, weights_2, learning_rate, h=1e-8):
    measured = [x, y, (weights_1, weights_2), learning_rate]
    return by_differences(*measured, lambda moved: (moved(h) - moved(0)) / h)


def accuracy__bound_method(outputs, y):
    return np.equal(outputs.argmax(axis=1), y.argmax(axis=1)).mean().item()


def accuracy__fractions(outputs, y):
    right = sum(row.argmax() == label.argmax() for row, label in zip(outputs, y, strict=True))
    return Fraction(int(right), len(y))


def accuracy__right_one_is_the_largest(outputs, y):
    return float(np.mean((outputs * y).sum(axis=1) == outputs.max(axis=1)))
