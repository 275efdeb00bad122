"""Other ways to the same slopes, which share no line with the package: scalar sums, and the complex step."""

import cmath
import math

import numpy as np


def s(z):
    return 1 / (1 + math.exp(-z))


def scalar_sums(x, y, weights_1, weights_2):
    """The derivative for each weight, summed over flowers and paths, as in the series: w[1-ki], w[2-ij]."""
    flowers, inputs, hiddens, outputs = len(x), len(x[0]), len(weights_2), len(y[0])
    N = flowers * outputs
    of_1 = [[0.0] * hiddens for _ in range(inputs)]
    of_2 = [[0.0] * outputs for _ in range(hiddens)]
    for e in range(flowers):
        h_out = [s(sum(x[e][k] * weights_1[k][i] for k in range(inputs))) for i in range(hiddens)]
        o_out = [s(sum(h_out[i] * weights_2[i][j] for i in range(hiddens))) for j in range(outputs)]
        for j in range(outputs):
            o_delta = (o_out[j] - y[e][j]) * o_out[j] * (1 - o_out[j])
            for i in range(hiddens):
                of_2[i][j] += o_delta * h_out[i] / N
                path = o_delta * weights_2[i][j] * h_out[i] * (1 - h_out[i])
                for k in range(inputs):
                    of_1[k][i] += path * x[e][k] / N
    return np.array(of_1), np.array(of_2)


def complex_mse(x, y, weights_1, weights_2):
    """Half the mean squared error, in complex numbers and plain loops."""
    total, N = 0j, len(x) * len(y[0])
    for flower, label in zip(x, y, strict=True):
        h_out = [
            1 / (1 + cmath.exp(-sum(a * b for a, b in zip(flower, column, strict=True))))
            for column in zip(*weights_1, strict=True)
        ]
        for column, wanted in zip(zip(*weights_2, strict=True), label, strict=True):
            o_out = 1 / (1 + cmath.exp(-sum(a * b for a, b in zip(h_out, column, strict=True))))
            total += (o_out - wanted) ** 2
    return total / (2 * N)


def complex_step(x, y, weights_1, weights_2):
    """The derivative for each weight: the imaginary part of the cost, a step of 1e-200 off the real axis."""
    x, y = np.asarray(x).tolist(), np.asarray(y).tolist()
    weights = [np.asarray(weights_1, complex), np.asarray(weights_2, complex)]
    slopes = [np.zeros(w.shape) for w in weights]
    for matrix, slope in zip(weights, slopes, strict=True):
        for place in np.ndindex(matrix.shape):
            matrix[place] += 1e-200j
            slope[place] = complex_mse(x, y, weights[0].tolist(), weights[1].tolist()).imag / 1e-200
            matrix[place] = matrix[place].real
    return tuple(slopes)


def slopes(cost, *at):
    """The slope of a number in each entry of each array, by the complex step: how a whole layer is checked."""
    at = [np.array(each, complex) for each in at]
    found = [np.zeros(each.shape) for each in at]
    for each, slope in zip(at, found, strict=True):
        for place in np.ndindex(each.shape):
            each[place] += 1e-200j
            slope[place] = cost(*at).imag / 1e-200
            each[place] = each[place].real
    return found[0] if len(found) == 1 else found


def logistic(z):
    """The sigmoid in complex numbers."""
    return 1 / (1 + np.exp(-z))
