"""The equations of the pages: each function gives both sides of one, each side computed in a way of its own.

A page names an equation on a line `[[checked: name]]`. The build reads names, bounds and the tuples below from this
file without running it; `test_equations.py` runs each on all nets, or at all points, and holds it to its bound.
"""

from collections import namedtuple
from itertools import product

import numpy as np
from example import LEARNING_RATE, some_net
from oracles import complex_step, logistic, scalar_sums, slopes

import tinynet
from tinynet import backpropagation, central_differences, feedforward, mse_slope, sigmoid_slope

FLOWERS = (1, 2, 3, 4, 150)
HIDDEN = (1, 2, 3, 5)
SEEDS = (0, 1)
POINTS = (-10.0, -3.0, -1.9, -1.0, -0.4, 0.0, 0.5, 1.0, 1.9, 2.0, 3.0, 10.0)

Net = namedtuple("Net", "x y weights_1 weights_2")
Equation = namedtuple("Equation", "sides bound absolute")
EQUATIONS = {}


def nets():
    """Nets with weights of other random draws, for several numbers of flowers and of hidden nodes."""
    for flowers, hidden, seed in product(FLOWERS, HIDDEN, SEEDS):
        yield Net(*some_net(flowers, hidden, seed=100 * seed + flowers + hidden))


def equation(name, *, bound, absolute=False):
    """Register both sides of an equation; they differ by less than the bound, relative to the largest entry."""

    def register(sides):
        assert name not in EQUATIONS
        EQUATIONS[name] = Equation(sides, bound, absolute)
        return sides

    return register


def at_points(function, points):
    """The slope of a function at each point."""
    return np.array([function(point + 1e-200j).imag / 1e-200 for point in points])


def cost(o_out, y):
    """Half the mean squared error, as a formula of the page, in complex numbers too."""
    return ((o_out - y) ** 2).sum() / (2 * y.size)


def through(x, weights_1, weights_2):
    """The net as one formula, in complex numbers too."""
    return logistic(logistic(x @ weights_1) @ weights_2)


# Parts 6 to 8: examples in one variable or two.


@equation("plain-mse", bound=1e-12)
def _(net):
    o_out = feedforward(net.x, net.weights_1, net.weights_2).output_layer_outputs
    squares = [(o_out[e, j] - net.y[e, j]) ** 2 for e, j in np.ndindex(*net.y.shape)]
    return tinynet.plain_mean_squared_error(o_out, net.y), sum(squares) / len(squares)


@equation("parabola-slope", bound=1e-12)
def _(points):
    return at_points(lambda w: w**2 - 2 * w + 3, points), 2 * points - 2


@equation("exponential-slope", bound=1e-12)
def _(points):
    return at_points(lambda w: np.exp(w) + w**2 - 4 * w, points), np.exp(points) + 2 * points - 4


@equation("partial-slopes", bound=1e-12)
def _(points):
    u, v = points, points[::-1]
    along_u, along_v = slopes(lambda u, v: (u**2 + u * v + v**2).sum(), u, v)
    return [along_u, along_v], [2 * u + v, u + 2 * v]


@equation("chain-rule", bound=1e-12)
def _(points):
    y = 3 * points - 2
    return at_points(lambda x: (3 * x - 2) ** 2, points), 2 * y * 3


@equation("longer-chain", bound=1e-12)
def _(points):
    y = 3 * (5 * points) - 2
    return at_points(lambda v: (3 * (5 * v) - 2) ** 2, points), 2 * y * 3 * 5


@equation("sigmoid-slope", bound=1e-12)
def _(points):
    return at_points(logistic, points), sigmoid_slope(tinynet.sigmoid(points))


# Parts 9 and 10: scalars.


@equation("two-paths", bound=1e-12)
def _(points):
    a, b = 3 * points, points**2
    return at_points(lambda t: (3 * t) * t**2, points), b * 3 + a * 2 * points


@equation("weighted-sum", bound=1e-12)
def _(net):
    _, h_out, o_in, _ = feedforward(net.x, net.weights_1, net.weights_2)
    hidden, outputs = net.weights_2.shape
    sums = [[sum(h[i] * net.weights_2[i, j] for i in range(hidden)) for j in range(outputs)] for h in h_out]
    return o_in, np.array(sums)


@equation("chain-w2", bound=1e-12)
def _(net):
    """Each of the three factors measured by itself, multiplied and summed over the flowers."""
    _, h_out, o_in, o_out = feedforward(net.x, net.weights_1, net.weights_2)
    first = slopes(lambda o: cost(o, net.y), o_out)
    second = at_points(logistic, o_in.ravel()).reshape(o_in.shape)
    chain = np.zeros(net.weights_2.shape)
    for i, j in np.ndindex(chain.shape):
        chain[i, j] = (first[:, j] * second[:, j] * _third(net, h_out, i, j)).sum()
    return complex_step(*net)[1], chain


def _third(net, h_out, i, j):
    """How what output node j takes in changes with w[2-ij], for each flower."""
    weights = net.weights_2.astype(complex)
    weights[i, j] += 1e-200j
    return (h_out @ weights)[:, j].imag / 1e-200


@equation("square-slope", bound=1e-12)
def _(net):
    o_out = feedforward(net.x, net.weights_1, net.weights_2).output_layer_outputs
    return slopes(lambda o: ((o - net.y) ** 2).sum() / net.y.size, o_out), 2 * (o_out - net.y) / net.y.size


@equation("mse-slope", bound=1e-12)
def _(net):
    o_out = feedforward(net.x, net.weights_1, net.weights_2).output_layer_outputs
    return slopes(lambda o: cost(o, net.y), o_out), mse_slope(o_out, net.y, net.y.size)


@equation("opposite-element", bound=1e-12)
def _(net):
    h_out = feedforward(net.x, net.weights_1, net.weights_2).hidden_layer_outputs
    return [_third(net, h_out, i, 0) for i in range(h_out.shape[1])], list(h_out.T)


@equation("derivative-w2", bound=1e-12)
def _(net):
    return complex_step(*net)[1], tinynet.all_derivatives(*net)[1]


# Parts 11 and 12: matrices.


@equation("output-delta", bound=1e-12)
def _(net):
    o_in = feedforward(net.x, net.weights_1, net.weights_2).output_layer_inputs
    return net.y.size * slopes(lambda o: cost(logistic(o), net.y), o_in), backpropagation(*net).output_layer_delta


@equation("weights-2-update", bound=1e-12)
def _(net):
    return scalar_sums(*net)[1], backpropagation(*net).weights_2_update


@equation("hidden-error", bound=1e-12)
def _(net):
    h_out = feedforward(net.x, net.weights_1, net.weights_2).hidden_layer_outputs
    measured = slopes(lambda h: cost(logistic(h @ net.weights_2), net.y), h_out)
    return net.y.size * measured, backpropagation(*net).hidden_layer_error


@equation("hidden-delta", bound=1e-12)
def _(net):
    h_in = feedforward(net.x, net.weights_1, net.weights_2).hidden_layer_inputs
    measured = slopes(lambda h: cost(logistic(logistic(h) @ net.weights_2), net.y), h_in)
    return net.y.size * measured, backpropagation(*net).hidden_layer_delta


@equation("weights-1-update", bound=1e-12)
def _(net):
    return scalar_sums(*net)[0], backpropagation(*net).weights_1_update


@equation("derivative-w1", bound=1e-12)
def _(net):
    return complex_step(*net)[0], tinynet.all_derivatives(*net)[0]


# Parts 12 and 13: whole gradients and the step.


@equation("one-step", bound=1e-12)
def _(net):
    """The batch at once against single numbers, lists, and one flower at a time."""
    by_flower = [of.sum(axis=0) for of in tinynet.gradient_by_flower(*net)]
    ways = [tinynet.all_derivatives(*net), tinynet.gradient_with_lists(*net), by_flower]
    others = [net[2 + n] - LEARNING_RATE * np.array(way[n]) for way in ways for n in (0, 1)]
    return others, [*tinynet.gradient_step(*net, LEARNING_RATE)] * len(ways)


@equation("six-ways", bound=1e-12)
def _(net):
    """The gradient in matrices against the other ways to it, but for the one that is not exact."""
    by_flower = [of.sum(axis=0) for of in tinynet.gradient_by_flower(*net)]
    ways = [tinynet.all_derivatives(*net), by_flower, tinynet.gradient_with_lists(*net), complex_step(*net)]
    back = backpropagation(*net)
    return [np.array(of) for way in ways for of in way], [back.weights_1_update, back.weights_2_update] * len(ways)


@equation("predicted-drop", bound=1e-12)
def _(net):
    """How fast the error falls as the learning rate begins to grow from zero."""
    back = backpropagation(*net)
    of_1, of_2 = back.weights_1_update, back.weights_2_update

    def after(rate):
        return cost(through(net.x, net.weights_1 - rate * of_1, net.weights_2 - rate * of_2), net.y)

    return -after(1e-200j).imag / 1e-200, (of_1**2).sum() + (of_2**2).sum()


@equation("central-differences", bound=1e-9, absolute=True)
def _(net):
    x, y, weights_1, weights_2 = net

    def error(w_1, w_2):
        return tinynet.mean_squared_error(feedforward(x, w_1, w_2).output_layer_outputs, y)

    of_1 = central_differences(lambda w: error(w, weights_2), weights_1)
    of_2 = central_differences(lambda w: error(weights_1, w), weights_2)
    back = backpropagation(*net)
    return [of_1, of_2], [back.weights_1_update, back.weights_2_update]


@equation("two-conventions", bound=1e-12)
def _(net):
    """The whole mean squared error has twice the slopes of the halved one."""
    whole = slopes(lambda w_1, w_2: 2 * cost(through(net.x, w_1, w_2), net.y), net.weights_1, net.weights_2)
    back = backpropagation(*net)
    return whole, [2 * back.weights_1_update, 2 * back.weights_2_update]


# Beyond the series: biases.


def biased(net):
    """The net with biases that are not zero."""
    hidden, outputs = net.weights_2.shape
    return tinynet.Parameters(net.weights_1, np.arange(hidden) - 0.7, net.weights_2, 0.4 - np.arange(outputs))


@equation("with-biases", bound=1e-12)
def _(net):
    """A bias against a weight from a further node that always says 1."""
    p, ones = biased(net), np.ones((len(net.x), 1))
    layers = tinynet.feedforward_with_biases(net.x, p)
    h_in = np.hstack([net.x, ones]) @ np.vstack([p.weights_1, p.biases_1])
    o_in = np.hstack([logistic(h_in), ones]) @ np.vstack([p.weights_2, p.biases_2])
    return [layers.hidden_layer_inputs, layers.output_layer_inputs], [h_in, o_in]


@equation("bias-updates", bound=1e-12)
def _(net):
    def error(*p):
        return cost(logistic(logistic(net.x @ p[0] + p[1]) @ p[2] + p[3]), net.y)

    return slopes(error, *biased(net)), [*tinynet.gradient_with_biases(net.x, net.y, biased(net))]


# Beyond the series: hidden nodes that start alike.


@equation("twins", bound=1e-12)
def _(net):
    """All hidden nodes are as the first one; what the first one is charged with, by the complex step, is each one's."""
    ones = np.ones((1, net.weights_1.shape[1]))
    alike = Net(net.x, net.y, net.weights_1[:, :1] * ones, ones.T * net.weights_2[:1])
    h_out = feedforward(alike.x, alike.weights_1, alike.weights_2).hidden_layer_outputs
    measured = slopes(lambda h: cost(logistic(h @ alike.weights_2), alike.y), h_out)[:, :1]
    return backpropagation(*alike).hidden_layer_error, alike.y.size * measured * ones


# Beyond the series: softmax and cross-entropy.


def shares(sums):
    """Softmax by its formula, in complex numbers too."""
    powers = np.exp(sums)
    return powers / powers.sum(axis=1, keepdims=True)


@equation("softmax", bound=1e-12)
def _(net):
    o_in = feedforward(net.x, net.weights_1, net.weights_2).output_layer_inputs
    return np.array(
        [[np.exp(one) / sum(np.exp(each) for each in row) for one in row] for row in o_in]
    ), tinynet.softmax(o_in)


@equation("cross-entropy", bound=1e-12)
def _(net):
    said = shares(feedforward(net.x, net.weights_1, net.weights_2).output_layer_inputs)
    return tinynet.cross_entropy(said, net.y), -(net.y * np.log(said)).sum() / len(net.y)


@equation("softmax-slope", bound=1e-12)
def _(net):
    o_in = feedforward(net.x, net.weights_1, net.weights_2).output_layer_inputs
    measured = slopes(lambda sums: -(net.y * np.log(shares(sums))).sum() / len(net.y), o_in)
    return measured, (tinynet.softmax(o_in) - net.y) / len(net.y)


# Beyond the series: products.


@equation("outer-products", bound=1e-12)
def _(net):
    """Each table as its formula has it, number by number."""
    h_out = feedforward(net.x, net.weights_1, net.weights_2).hidden_layer_outputs
    o_delta = backpropagation(*net).output_layer_delta
    tables = [
        [[into * delta for delta in deltas] for into in outputs] for outputs, deltas in zip(h_out, o_delta, strict=True)
    ]
    return h_out.T @ o_delta, np.sum(tables, axis=0)


# Beyond the series: sum and mean.


@equation("sum-of-squares", bound=1e-12)
def _(net):
    """Half the sum of the squares, not divided by anything, by the complex step."""
    of = slopes(lambda *w: ((through(net.x, *w) - net.y) ** 2).sum() / 2, net.weights_1, net.weights_2)
    back = backpropagation(*net)
    return of, [net.y.size * back.weights_1_update, net.y.size * back.weights_2_update]
