"""Wrong attempts on the way back, as learners write them who follow other public code: parts 10 to 14.

`wrong(exercise, words)`: the words, a pattern, are those of the true slip; without words the slip is one that has no name.
"""

import numpy as np
from attempts_kept import wrong


def nonlin(x, deriv=False):
    return x * (1 - x) if deriv else 1 / (1 + np.exp(-np.clip(x, -500, 500)))


def sigmoid_prime(z):
    return nonlin(z) * (1 - nonlin(z))


# ------------------------------------------------------------------------- gradient_step, as in eleven lines of NumPy


@wrong("gradient_step", r"learning.rate")
def bare_lines(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + X.T.dot(l1_delta), syn1 + l1.T.dot(l2_delta)


@wrong("gradient_step", r"not divided")
def alpha_alone(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta), syn1 + alpha * l1.T.dot(l2_delta)


@wrong("gradient_step", r"sign|uphill")
def error_the_other_way(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (l2 - y) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@wrong("gradient_step", r"left out in the hidden")
def hidden_slope_forgotten(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@wrong("gradient_step", r"once more|out of the sum|as if it were")
def slope_of_activated(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * sigmoid_prime(l2)
    l1_delta = l2_delta.dot(syn1.T) * sigmoid_prime(l1)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@wrong("gradient_step", r"took in")
def product_rule_of_the_sum(X, y, syn0, syn1, alpha):
    z1 = X @ syn0
    l1 = nonlin(z1)
    z2 = l1 @ syn1
    l2 = nonlin(z2)
    l2_delta = (y - l2) * nonlin(z2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(z1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@wrong("gradient_step", r"too early|old weights_2")
def second_layer_first(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * nonlin(l2, True)
    syn1 = syn1 + alpha * l1.T.dot(l2_delta) / y.size
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1


@wrong("gradient_step", r"activation|sigmoid")
def no_activation_at_the_end(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = l1 @ syn1
    l2_delta = (y - l2) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@wrong("gradient_step", r"left out")
def cross_entropy_delta(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l1_delta = (y - l2).dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(y - l2) / y.size


# -------------------------------------------------------------------- gradient_step, as in a class with mini-batches


@wrong("gradient_step", r"rows \(flowers\)")
def divided_by_the_batch(X, Y, w, w_out, eta):
    zs = X @ w, nonlin(X @ w) @ w_out
    hidden, out = map(nonlin, zs)
    delta = (out - Y) * sigmoid_prime(zs[1])
    back = delta @ w_out.T * sigmoid_prime(zs[0])
    return w - eta / len(X) * X.T @ back, w_out - eta / len(X) * hidden.T @ delta


@wrong("gradient_step", r"each flower|flower by flower")
def online(X, Y, w, w_out, eta):
    for x, y in zip(X, Y, strict=True):
        hidden = nonlin(x @ w)
        out = nonlin(hidden @ w_out)
        delta = (out - y) * out * (1 - out)
        back = w_out @ delta * hidden * (1 - hidden)
        w, w_out = w - eta * np.outer(x, back) / Y.size, w_out - eta * np.outer(hidden, delta) / Y.size
    return w, w_out


@wrong("gradient_step", r"last flower|overwritten")
def nabla_is_assigned(X, Y, w, w_out, eta):
    for x, y in zip(X, Y, strict=True):
        hidden = nonlin(x @ w)
        out = nonlin(hidden @ w_out)
        delta = (out - y) * out * (1 - out)
        nabla, nabla_out = np.outer(x, w_out @ delta * hidden * (1 - hidden)), np.outer(hidden, delta)
    return w - eta * nabla / Y.size, w_out - eta * nabla_out / Y.size


@wrong("gradient_step", r"first flower")
def returned_in_the_loop(X, Y, w, w_out, eta):
    for x, y in zip(X, Y, strict=True):
        hidden = nonlin(x @ w)
        out = nonlin(hidden @ w_out)
        delta = (out - y) * out * (1 - out)
        nabla, nabla_out = np.outer(x, w_out @ delta * hidden * (1 - hidden)), np.outer(hidden, delta)
        return w - eta * nabla / Y.size, w_out - eta * nabla_out / Y.size


@wrong("gradient_step", r"left out in the output")
def cost_derivative_alone(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = (out - Y) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@wrong("gradient_step", r"factor 2")
def gradient_of_the_whole_square(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = 2 * (out - Y) * out * (1 - out) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@wrong("gradient_step", r"rate.*twice|twice.*rate")
def eta_in_both_places(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = eta * (out - Y) * out * (1 - out) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@wrong("gradient_step", r"rate is missing in|rate is missing.*weights_1")
def eta_in_one_line_only(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = (out - Y) * out * (1 - out) / Y.size
    return w - X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@wrong("gradient_step", r"sign|uphill")
def minus_and_plus(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = (Y - out) * out * (1 - out) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out + eta * hidden.T @ delta


@wrong("gradient_step", r"squared")
def cost_in_the_delta(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = (out - Y) ** 2 * out * (1 - out) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@wrong("gradient_step", r"error.*delta|left out")
def error_through_the_weights(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    output_errors = targets - final
    hidden_errors = output_errors @ who.T
    who_new = who + lr * hidden.T @ (output_errors * final * (1 - final)) / targets.size
    return wih + lr * inputs.T @ (hidden_errors * hidden * (1 - hidden)) / targets.size, who_new


@wrong("gradient_step", r"delta|not divided|left out")
def query_and_train(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    output_errors = targets - final
    hidden_errors = output_errors @ who.T
    who = who + lr * hidden.T @ (output_errors * final * (1 - final))
    return wih + lr * inputs.T @ (hidden_errors * hidden * (1 - hidden)), who


@wrong("gradient_step", r"first|swapped")
def who_first(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return who + lr * hidden.T @ delta, wih + lr * inputs.T @ (delta @ who.T * hidden * (1 - hidden))


@wrong("gradient_step", r"\*|element by element|matrix product")
def star_on_the_way_back(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta * who.T * hidden * (1 - hidden)), who + lr * hidden.T @ delta


@wrong("gradient_step", r"\*|element by element|matrix product")
def dot_with_the_slope(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = np.dot(targets - final, final * (1 - final)) / targets.size
    return wih + lr * inputs.T @ (delta @ who.T * hidden * (1 - hidden)), who + lr * hidden.T @ delta


@wrong("gradient_step", r"inputs?|x\b")
def inputs_for_both_layers(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta @ who.T * hidden * (1 - hidden)), who + lr * inputs.T @ delta


@wrong("gradient_step", r"\.T|transpose")
def weights_not_turned(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta @ who * hidden * (1 - hidden)), who + lr * hidden.T @ delta


@wrong("gradient_step", r"hidden_layer_outputs|h_out|o_out|final|own|output_layer")
def slope_of_the_other_layer(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta @ who.T * final * (1 - final)), who + lr * hidden.T @ delta


@wrong("gradient_step", r"tanh")
def tanh_slope_in_the_hidden_layer(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    dZ1 = dZ2 @ W2.T * (1 - A1**2)
    return W1 - rate * X.T @ dZ1, W2 - rate * A1.T @ dZ2


@wrong("gradient_step", r"relu|0 or 1|activation")
def relu_slope_in_the_hidden_layer(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    dZ1 = dZ2 @ W2.T * (A1 > 0)
    return W1 - rate * X.T @ dZ1, W2 - rate * A1.T @ dZ2


@wrong("gradient_step", r"left out.*(rows|flowers)|(rows|flowers).*left out")
def one_over_m(X, Y, W1, W2, rate):
    m = X.shape[0]
    A1 = nonlin(X @ W1)
    dZ2 = nonlin(A1 @ W2) - Y
    dZ1 = dZ2 @ W2.T * A1 * (1 - A1)
    return W1 - rate / m * X.T @ dZ1, W2 - rate / m * A1.T @ dZ2


@wrong("gradient_step", r"columns|shape\[1\]|output nodes")
def m_from_the_wrong_side(X, Y, W1, W2, rate):
    m = Y.shape[1]
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    return W1 - rate / m * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), W2 - rate / m * A1.T @ dZ2


@wrong("gradient_step", "")
def softmax_at_the_end(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    scores = np.exp(A1 @ W2)
    A2 = scores / scores.sum(axis=1, keepdims=True)
    dZ2 = (A2 - Y) / len(Y)
    return W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), W2 - rate * A1.T @ dZ2


@wrong("gradient_step", "")
def with_weight_decay(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    dW1, dW2 = X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), A1.T @ dZ2
    return W1 - rate * (dW1 + 0.001 * W1), W2 - rate * (dW2 + 0.001 * W2)


@wrong("gradient_step", r"updates|slopes")
def gradients_only(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    return X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), A1.T @ dZ2


@wrong("gradient_step", r"updates|steps|subtracted|weights are missing")
def steps_only(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    return -rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), -rate * A1.T @ dZ2


@wrong("gradient_step", r"weights_1 stays")
def only_the_last_layer_learns(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    return W1, W2 - rate * A1.T @ ((A2 - Y) * A2 * (1 - A2)) / Y.size


@wrong("gradient_step", r"twice")
def mean_and_size(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) / Y.size * A2 * (1 - A2)
    return W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)) / Y.size, W2 - rate * A1.T @ dZ2 / Y.size


@wrong("gradient_step", r"None|return")
def changes_and_forgets(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    W1 = W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1))
    W2 = W2 - rate * A1.T @ dZ2


@wrong("gradient_step", r"in place")
def in_place(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    dW1, dW2 = X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), A1.T @ dZ2
    W1 -= rate * dW1
    W2 -= rate * dW2
    return W1, W2


# -------------------------------------------------------------------------------------- weights_2_update


@wrong("weights_2_update", r"left out")
def ends_like_logistic_regression(A1, A2, Y):
    return A1.T @ (A2 - Y) / Y.size


@wrong("weights_2_update", r"left out.*(rows|flowers)|(rows|flowers).*left out")
def logistic_over_m(A1, A2, Y):
    return A1.T @ (A2 - Y) / Y.shape[0]


@wrong("weights_2_update", r"not divided")
def sum_of_outers(A1, A2, Y):
    return sum(np.outer(a, (o - t) * o * (1 - o)) for a, o, t in zip(A1, A2, Y, strict=True))


@wrong("weights_2_update", r"sign")
def target_minus_output(A1, A2, Y):
    return A1.T @ ((Y - A2) * A2 * (1 - A2)) / Y.size


@wrong("weights_2_update", r"factor 2")
def two_from_the_square(A1, A2, Y):
    return 2 / Y.size * A1.T @ ((A2 - Y) * A2 * (1 - A2))


@wrong("weights_2_update", r"sign.*not divided|not divided.*sign")
def as_trask_adds(A1, A2, Y):
    return A1.T @ ((Y - A2) * A2 * (1 - A2))


@wrong("weights_2_update", r"transpose")
def columns_are_flowers(A1, A2, Y):
    return ((A2 - Y) * A2 * (1 - A2)).T @ A1 / Y.size


@wrong("weights_2_update", r"h_out")
def own_activations(A1, A2, Y):
    return A2.T @ ((A2 - Y) * A2 * (1 - A2)) / Y.size


@wrong("weights_2_update", r"\.T|transpose")
def not_turned(A1, A2, Y):
    return A1 @ ((A2 - Y) * A2 * (1 - A2)) / Y.size


@wrong("weights_2_update", r"flower|average|mean")
def of_the_mean_flower(A1, A2, Y):
    delta = ((A2 - Y) * A2 * (1 - A2)).mean(axis=0)
    return np.outer(A1.mean(axis=0), delta) / Y.shape[1]


@wrong("weights_2_update", r"first flower")
def only_the_first(A1, A2, Y):
    return np.outer(A1[0], (A2[0] - Y[0]) * A2[0] * (1 - A2[0])) / Y.size


@wrong("weights_2_update", r"once more")
def sigmoid_prime_of_output(A1, A2, Y):
    return A1.T @ ((A2 - Y) * sigmoid_prime(A2)) / Y.size


@wrong("weights_2_update", r"tanh")
def tanh_prime(A1, A2, Y):
    return A1.T @ ((A2 - Y) * (1 - np.power(A2, 2))) / Y.size


@wrong("weights_2_update", r"parenthes")
def product_before_minus(A1, A2, Y):
    return A1.T @ ((A2 - Y) * A2 * 1 - A2) / Y.size


@wrong("weights_2_update", r"hand|y\.size")
def divided_by_hundred(A1, A2, Y):
    return A1.T @ ((A2 - Y) * A2 * (1 - A2)) / 100


@wrong("weights_2_update", r"h_out|hidden")
def slope_of_the_hidden_layer(A1, A2, Y):
    return (A1 * (1 - A1)).T @ (A2 - Y) / Y.size


@wrong("weights_2_update", r"label|y\b")
def error_left_out(A1, A2, Y):
    return A1.T @ (A2 * (1 - A2)) / Y.size


# -------------------------------------------------------------------------------------- output_layer_delta


@wrong("output_layer_delta", r"sign")
def delta_target_first(o_out, y):
    return (y - o_out) * o_out * (1 - o_out)


@wrong("output_layer_delta", r"left out")
def delta_is_error(o_out, y):
    return o_out - y


@wrong("output_layer_delta", r"left out.*sign|sign.*left out")
def delta_is_target_minus_output(o_out, y):
    return y - o_out


@wrong("output_layer_delta", r"factor 2")
def delta_doubled(o_out, y):
    return 2 * (o_out - y) * nonlin(o_out, True)


@wrong("output_layer_delta", r"once more")
def delta_with_prime_of_output(o_out, y):
    return (o_out - y) * sigmoid_prime(o_out)


@wrong("output_layer_delta", r"slope.*error|of the error")
def slope_of_error(o_out, y):
    return nonlin(o_out - y, True)


@wrong("output_layer_delta", r"of the error")
def error_times_slope_of_error(o_out, y):
    error = o_out - y
    return error * nonlin(error, True)


@wrong("output_layer_delta", r"1 - out|1 - o_out")
def half_a_slope(o_out, y):
    return (o_out - y) * o_out


@wrong("output_layer_delta", r"factor out|factor o_out")
def other_half_of_a_slope(o_out, y):
    return (o_out - y) * (1 - o_out)


@wrong("output_layer_delta", r"divided by N|divided.*already|rows")
def delta_over_m(o_out, y):
    return (o_out - y) * o_out * (1 - o_out) / len(y)


@wrong("output_layer_delta", r"cross-entropy|divided|left out")
def derivative_of_the_log_loss(o_out, y):
    return -(y / o_out) + (1 - y) / (1 - o_out)


@wrong("output_layer_delta", r"plus|sign|1 \+ o")
def plus_in_the_slope(o_out, y):
    return (o_out - y) * o_out * (1 + o_out)


@wrong("output_layer_delta", r"sum|axis|shape|needed \(")
def summed_over_flowers(o_out, y):
    return ((o_out - y) * o_out * (1 - o_out)).sum(axis=0)


# ----------------------------------------------------------------------- hidden_layer_error and weights_1_update


@wrong("hidden_layer_error", r"\.T|transpose")
def weights_first(delta, who):
    return who @ delta


@wrong("hidden_layer_error", r"\.T|transpose|turned")
def hidden_error_as_columns(delta, who):
    return who @ delta.T


@wrong("hidden_layer_error", r"\*|element by element|matrix product")
def element_by_element(delta, who):
    return np.multiply(delta, who.T)


@wrong("hidden_layer_error", r"share|split")
def split_by_share(delta, who):
    return delta @ (who / np.sum(who, axis=0)).T


@wrong("hidden_layer_error", r"size of the weights|absolute|abs")
def without_signs(delta, who):
    return delta @ abs(who).T


@wrong("hidden_layer_error", r"number of output nodes|mean|divided")
def averaged(delta, who):
    return np.mean(delta[:, None, :] * who, axis=2)


@wrong("hidden_layer_error", r"weights are left out")
def evenly(delta, who):
    return np.tile(delta.sum(axis=1)[:, None], (1, len(who)))


@wrong("hidden_layer_error", r"inverse")
def pseudo_inverse(delta, who):
    return delta @ np.linalg.pinv(who)


@wrong("weights_1_update", r"left out")
def hidden_derivative_forgotten(X, A1, dZ2, W2, m):
    return X.T @ (dZ2 @ W2.T) / m


@wrong("weights_1_update", r"left out.*not divided|not divided.*left out")
def neither_slope_nor_m(X, A1, dZ2, W2, m):
    return X.T @ (dZ2 @ W2.T)


@wrong("weights_1_update", r"tanh")
def tanh_in_the_hidden_layer(X, A1, dZ2, W2, m):
    return X.T @ (dZ2 @ W2.T * (1 - A1**2)) / m


@wrong("weights_1_update", r"\*|element by element|matrix product")
def dot_for_the_slope(X, A1, dZ2, W2, m):
    return X.T @ np.dot(dZ2 @ W2.T, A1 * (1 - A1)) / m


@wrong("weights_1_update", r"\.T|transpose")
def way_back_not_turned(X, A1, dZ2, W2, m):
    return X.T @ (np.dot(dZ2, W2) * A1 * (1 - A1)) / m


@wrong("weights_1_update", r"x\b|h_out")
def hidden_outputs_for_inputs(X, A1, dZ2, W2, m):
    return A1.T @ (dZ2 @ W2.T * A1 * (1 - A1)) / m


@wrong("weights_1_update", r"parenthes")
def hidden_slope_without_parentheses(X, A1, dZ2, W2, m):
    return X.T @ (dZ2 @ W2.T * A1 * 1 - A1) / m


@wrong("weights_1_update", r"rows|flowers")
def over_the_flowers(X, A1, dZ2, W2, m):
    return np.dot(X.T, dZ2 @ W2.T * nonlin(A1, True)) / X.shape[0]


# -------------------------------------------------------------------------------------- derivative_w2


@wrong("derivative_w2", r"from 0")
def zero_based(h, o, y, i, j):
    return np.mean((o[:, j] - y[:, j]) * o[:, j] * (1 - o[:, j]) * h[:, i]) / y.shape[1]


@wrong("derivative_w2", r"rows|flowers")
def mean_over_flowers(h, o, y, i, j):
    return np.mean((o[:, j - 1] - y[:, j - 1]) * o[:, j - 1] * (1 - o[:, j - 1]) * h[:, i - 1])


@wrong("derivative_w2", r"factor 2|2 is")
def of_the_whole_square(h, o, y, i, j):
    return 2 * ((o - y) * o * (1 - o))[:, j - 1] @ h[:, i - 1] / y.size


@wrong("derivative_w2", r"sign")
def label_minus_output(h, o, y, i, j):
    return ((y - o) * o * (1 - o))[:, j - 1] @ h[:, i - 1] / y.size


@wrong("derivative_w2", r"swapped")
def row_and_column(h, o, y, i, j):
    return ((o - y) * o * (1 - o))[:, i - 1] @ h[:, j - 1] / y.size


@wrong("derivative_w2", r"left out")
def without_the_activation(h, o, y, i, j):
    return (o - y)[:, j - 1] @ h[:, i - 1] / y.size


@wrong("derivative_w2", r"not divided.*sign|sign.*not divided")
def sum_of_label_minus_output(h, o, y, i, j):
    return sum((y[e, j - 1] - o[e, j - 1]) * o[e, j - 1] * (1 - o[e, j - 1]) * h[e, i - 1] for e in range(len(y)))


@wrong("derivative_w2", r"hidden node put out|last factor|h_out")
def no_input_of_the_weight(h, o, y, i, j):
    return np.sum((o - y)[:, j - 1] * o[:, j - 1] * (1 - o[:, j - 1])) / y.size


# -------------------------------------------------------------------------------------- accuracy


@wrong("accuracy", r"argmax|one-hot|place")
def prediction_against_one_hot(outputs, y):
    return np.mean(np.argmax(outputs, axis=1) == y)


@wrong("accuracy", r"each element")
def rounded_elements(outputs, y):
    return np.mean(np.round(outputs) == y)


@wrong("accuracy", r"percent")
def in_percent(outputs, y):
    return 100.0 * np.sum(outputs.argmax(1) == y.argmax(1)) / len(y)


@wrong("accuracy", r"divided|counted")
def scorecard_sum(outputs, y):
    scorecard = [int(o.argmax() == t.argmax()) for o, t in zip(outputs, y, strict=True)]
    return sum(scorecard)


@wrong("accuracy", r"column")
def along_the_wrong_axis(outputs, y):
    return np.mean(np.argmax(outputs, 0) == np.argmax(y, 0))


@wrong("accuracy", r"all elements|number of elements|y\.size")
def over_size(outputs, y):
    return (outputs.argmax(axis=1) == y.argmax(axis=1)).sum() / outputs.size


@wrong("accuracy", r"above.*half|0\.5|element")
def threshold_of_a_half(outputs, y):
    return np.mean((outputs > 0.5) == y)


@wrong("accuracy", r"wrong ones|error rate")
def error_rate(outputs, y):
    return np.mean(outputs.argmax(axis=1) != y.argmax(axis=1))


@wrong("accuracy", "")
def one_minus_mean_error(outputs, y):
    return 1 - np.mean(np.abs(outputs - y))
