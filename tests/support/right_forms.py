"""What readers write: right forms of each exercise, `exercise__way`. Wrong ones are in `wrong_forms`."""

import math

import numpy as np


def weighted_sum__loops(inputs, weights):
    total = 0
    for value, weight in zip(inputs, weights, strict=True):
        total = total + value * weight
    return total


def weighted_sum__generator(inputs, weights):
    return sum(inputs[k] * weights[k] for k in range(len(inputs)))


def weighted_sum__matrix(inputs, weights):
    return np.array(inputs) @ np.array(weights)


def weighted_sum__backwards(inputs, weights):
    return sum([value * weight for value, weight in zip(inputs, weights, strict=True)][::-1])


def step_function__branches(number, threshold):
    if number >= threshold:
        return 1
    return 0


def step_function__loops(number, threshold):
    for limit, answer in ((threshold, 1), (-math.inf, 0)):
        if number >= limit:
            return answer


def step_function__one_line(number, threshold):
    return int(number >= threshold)


def step_function__boolean(number, threshold):
    return not number < threshold


def determine_layer_outputs__loops(list_of_inputs, list_of_weights):
    list_of_outputs = []
    for inputs in list_of_inputs:
        outputs = []
        for weights in list_of_weights:
            number = weighted_sum__loops(inputs, weights)
            outputs.append(1 if number >= 2 else 0)
        list_of_outputs.append(outputs)
    return list_of_outputs


def determine_layer_outputs__comprehension(list_of_inputs, list_of_weights):
    return tuple(
        tuple(step_function__branches(weighted_sum__generator(inputs, weights), 2) for weights in list_of_weights)
        for inputs in list_of_inputs
    )


def determine_layer_outputs__matrix(list_of_inputs, list_of_weights):
    return (np.array(list_of_inputs) @ np.array(list_of_weights).T >= 2).astype(int)


def layer_outputs__dot(x, weights):
    return (np.dot(x, weights) >= 2).astype(int)


def layer_outputs__einsum(x, weights):
    return np.where(np.einsum("ek,ki->ei", x, weights) < 2, 0, 1)


def layer_outputs__loops(x, weights):
    outputs = np.zeros((len(x), weights.shape[1]))
    for e in range(len(x)):
        for i in range(weights.shape[1]):
            outputs[e, i] = sum(x[e] * weights[:, i]) >= 2
    return outputs


def plain_mean_squared_error__sum(output_layer_outputs, y):
    return ((output_layer_outputs - y) ** 2).sum() / y.size


def plain_mean_squared_error__mean(output_layer_outputs, y):
    return np.mean(np.square(y - output_layer_outputs))


def plain_mean_squared_error__einsum(output_layer_outputs, y):
    error = output_layer_outputs - y
    return np.einsum("ej,ej->", error, error) / error.size


def plain_mean_squared_error__loops(output_layer_outputs, y):
    total = 0
    for outputs, labels in zip(output_layer_outputs, y, strict=True):
        for output, label in zip(outputs, labels, strict=True):
            total += (output - label) ** 2
    return total / (len(y) * len(y[0]))


def mean_squared_error__sum(output_layer_outputs, y):
    N = y.size
    return ((output_layer_outputs - y) ** 2).sum() / (2 * N)


def mean_squared_error__matrix(output_layer_outputs, y):
    error = (output_layer_outputs - y).ravel()
    return error @ error / 2 / len(error)


def mean_squared_error__loops(output_layer_outputs, y):
    total = 0
    for e in range(len(y)):
        for j in range(len(y[e])):
            total += 0.5 * (y[e][j] - output_layer_outputs[e][j]) ** 2
    return total / y.size


def gradient_descent__loops(slope, starting_w, learning_rate, n_gradient_descent_steps):
    w = starting_w
    path = [w]
    for _ in range(n_gradient_descent_steps):
        w = w - learning_rate * slope(w)
        path.append(w)
    return path


def gradient_descent__array(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = np.zeros(n_gradient_descent_steps + 1)
    path[0] = starting_w
    for step in range(n_gradient_descent_steps):
        path[step + 1] = path[step] - learning_rate * slope(path[step])
    return path


def gradient_descent__recursion(slope, starting_w, learning_rate, n_gradient_descent_steps):
    if n_gradient_descent_steps == 0:
        return (starting_w,)
    w = starting_w - learning_rate * slope(starting_w)
    return starting_w, *gradient_descent__recursion(slope, w, learning_rate, n_gradient_descent_steps - 1)


def sigmoid__clip(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


def sigmoid__tanh(x):
    return (1 + np.tanh(x / 2)) / 2


def sigmoid__two_branches(x):
    small = np.exp(-abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid__muted(x):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-x))


def sigmoid__loops(x):
    return [[1 / (1 + math.exp(-value)) if value > -700 else 0 for value in row] for row in x]


def sigmoid_slope__array(out):
    return out * (1 - out)


def sigmoid_slope__powers(out):
    return out - out**2


def sigmoid_slope__loops(out):
    slopes = np.zeros(out.shape)
    for place in np.ndindex(out.shape):
        slopes[place] = out[place] * (1 - out[place])
    return slopes


def sigmoid_slope__einsum(out):
    return np.einsum("ei,ei->ei", out, 1 - out)


def output_layer_inputs__matrix(h_out, weights_2):
    return h_out @ weights_2


def output_layer_inputs__dot_of_turned(h_out, weights_2):
    return np.dot(weights_2.T, h_out.T).T


def output_layer_inputs__loops(h_out, weights_2):
    o_in = []
    for e in range(len(h_out)):
        row = []
        for j in range(len(weights_2[0])):
            total = 0
            for i in range(len(weights_2)):
                total = total + h_out[e][i] * weights_2[i][j]
            row.append(total)
        o_in.append(row)
    return o_in


def derivative_w2__loops(h_out, o_out, y, i, j):
    total = 0
    for e in range(len(y)):
        output = o_out[e, j - 1]
        total = total + (output - y[e, j - 1]) / y.size * output * (1 - output) * h_out[e, i - 1]
    return total


def derivative_w2__columns(h_out, o_out, y, i, j):
    o, label, h = o_out[:, j - 1], y[:, j - 1], h_out[:, i - 1]
    return ((o - label) * o * (1 - o) * h).sum() / y.size


def derivative_w2__matrix(h_out, o_out, y, i, j):
    update = h_out.T @ ((o_out - y) * o_out * (1 - o_out)) / y.size
    return update[i - 1, j - 1]


def output_layer_delta__array(o_out, y):
    return (o_out - y) * o_out * (1 - o_out)


def output_layer_delta__other_order(o_out, y):
    output_layer_error = y - o_out
    return -(o_out - o_out**2) * output_layer_error


def output_layer_delta__einsum(o_out, y):
    return np.einsum("ej,ej,ej->ej", o_out - y, o_out, 1 - o_out)


def output_layer_delta__loops(o_out, y):
    return [[(o - t) * o * (1 - o) for o, t in zip(*rows, strict=True)] for rows in zip(o_out, y, strict=True)]


def weights_2_update__dot(h_out, o_out, y):
    N = y.size
    output_layer_delta = (o_out - y) * o_out * (1 - o_out)
    return np.dot(h_out.T, output_layer_delta) / N


def weights_2_update__einsum(h_out, o_out, y):
    return np.einsum("ei,ej->ij", h_out, (o_out - y) * o_out * (1 - o_out)) / o_out.size


def weights_2_update__loops(h_out, o_out, y):
    update = np.zeros((h_out.shape[1], o_out.shape[1]))
    for e in range(len(y)):
        for i in range(h_out.shape[1]):
            for j in range(o_out.shape[1]):
                update[i, j] += (o_out[e, j] - y[e, j]) / y.size * o_out[e, j] * (1 - o_out[e, j]) * h_out[e, i]
    return update


def hidden_layer_error__matrix(output_layer_delta, weights_2):
    return output_layer_delta @ weights_2.T


def hidden_layer_error__einsum(output_layer_delta, weights_2):
    return np.einsum("ej,ij->ei", output_layer_delta, weights_2)


def hidden_layer_error__loops(output_layer_delta, weights_2):
    hidden_layer_error = np.zeros((len(output_layer_delta), len(weights_2)))
    for e in range(len(output_layer_delta)):
        for i in range(len(weights_2)):
            for j in range(len(weights_2[0])):
                hidden_layer_error[e, i] += output_layer_delta[e, j] * weights_2[i, j]
    return hidden_layer_error


def weights_1_update__dot(x, h_out, output_layer_delta, weights_2, n):
    hidden_layer_error = np.dot(output_layer_delta, weights_2.T)
    hidden_layer_delta = hidden_layer_error * h_out * (1 - h_out)
    return np.dot(x.T, hidden_layer_delta) / n


def weights_1_update__einsum(x, h_out, output_layer_delta, weights_2, n):
    return np.einsum("ek,ej,ij,ei->ki", x, output_layer_delta, weights_2, h_out * (1 - h_out)) / n


def weights_1_update__loops(x, h_out, output_layer_delta, weights_2, n):
    update = [[0.0] * h_out.shape[1] for _ in range(x.shape[1])]
    for e in range(len(x)):
        for k in range(x.shape[1]):
            for i in range(h_out.shape[1]):
                error = sum(output_layer_delta[e, j] * weights_2[i, j] for j in range(weights_2.shape[1]))
                update[k][i] += error * h_out[e, i] * (1 - h_out[e, i]) * x[e, k] / n
    return update


def gradient_step__dot(x, y, weights_1, weights_2, learning_rate):
    N = y.size
    h_in = np.dot(x, weights_1)
    h_out = sigmoid__clip(h_in)
    o_in = np.dot(h_out, weights_2)
    o_out = sigmoid__clip(o_in)
    output_layer_error = o_out - y
    output_layer_delta = output_layer_error * o_out * (1 - o_out)
    weights_2_update = np.dot(h_out.T, output_layer_delta) / N
    hidden_layer_error = np.dot(output_layer_delta, weights_2.T)
    hidden_layer_delta = hidden_layer_error * h_out * (1 - h_out)
    weights_1_update = np.dot(x.T, hidden_layer_delta) / N
    weights_1 = weights_1 - learning_rate * weights_1_update
    weights_2 = weights_2 - learning_rate * weights_2_update
    return weights_1, weights_2


def gradient_step__flower_by_flower(x, y, weights_1, weights_2, learning_rate):
    new_1, new_2 = weights_1.copy(), weights_2.copy()
    for flower, label in zip(x, y, strict=True):
        h_out = sigmoid__clip(flower @ weights_1)
        o_out = sigmoid__clip(h_out @ weights_2)
        o_delta = (o_out - label) * o_out * (1 - o_out)
        new_2 -= learning_rate / y.size * np.outer(h_out, o_delta)
        new_1 -= learning_rate / y.size * np.outer(flower, weights_2 @ o_delta * h_out * (1 - h_out))
    return [new_1, new_2]


def gradient_step__einsum(x, y, weights_1, weights_2, learning_rate):
    h_out = sigmoid__tanh(x @ weights_1)
    o_out = sigmoid__tanh(h_out @ weights_2)
    delta = (y - o_out) * o_out * (1 - o_out) / y.size
    new_2 = weights_2 + learning_rate * np.einsum("ei,ej->ij", h_out, delta)
    return weights_1 + learning_rate * np.einsum("ek,ej,ij,ei->ki", x, delta, weights_2, h_out * (1 - h_out)), new_2


def accuracy__mean(outputs, y):
    return (outputs.argmax(axis=1) == y.argmax(axis=1)).mean()


def accuracy__pick(outputs, y):
    return y[np.arange(len(y)), np.argmax(outputs, axis=1)].sum() / len(y)


def accuracy__loops(outputs, y):
    right = 0
    for said, label in zip(outputs.tolist(), y.tolist(), strict=True):
        right += said.index(max(said)) == label.index(1)
    return right / len(y)


def accuracy__einsum(outputs, y):
    return np.einsum("ej,ej->", outputs == outputs.max(axis=1, keepdims=True), y) / len(y)
