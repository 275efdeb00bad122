"""What readers write for `gradient_step`: see `exercise_forms`."""

import numpy as np
from exercise_forms import FACTORS, TRANSPOSE, kept, nonlin, says, sigmoid, sigmoid_prime, slopes

# --------------------------------------------------------------------------------------------------------- right


def right__dot(x, y, weights_1, weights_2, learning_rate):
    N = y.size
    h_in = np.dot(x, weights_1)
    h_out = sigmoid(h_in)
    o_in = np.dot(h_out, weights_2)
    o_out = sigmoid(o_in)
    output_layer_error = o_out - y
    output_layer_delta = output_layer_error * o_out * (1 - o_out)
    weights_2_update = np.dot(h_out.T, output_layer_delta) / N
    hidden_layer_error = np.dot(output_layer_delta, weights_2.T)
    hidden_layer_delta = hidden_layer_error * h_out * (1 - h_out)
    weights_1_update = np.dot(x.T, hidden_layer_delta) / N
    weights_1 = weights_1 - learning_rate * weights_1_update
    weights_2 = weights_2 - learning_rate * weights_2_update
    return weights_1, weights_2


def right__flower_by_flower(x, y, weights_1, weights_2, learning_rate):
    new_1, new_2 = weights_1.copy(), weights_2.copy()
    for flower, label in zip(x, y, strict=True):
        h_out = sigmoid(flower @ weights_1)
        o_out = sigmoid(h_out @ weights_2)
        o_delta = (o_out - label) * o_out * (1 - o_out)
        new_2 -= learning_rate / y.size * np.outer(h_out, o_delta)
        new_1 -= learning_rate / y.size * np.outer(flower, weights_2 @ o_delta * h_out * (1 - h_out))
    return [new_1, new_2]


def right__einsum(x, y, weights_1, weights_2, learning_rate):
    h_out = sigmoid(x @ weights_1)
    o_out = sigmoid(h_out @ weights_2)
    delta = (y - o_out) * o_out * (1 - o_out) / y.size
    new_2 = weights_2 + learning_rate * np.einsum("ei,ej->ij", h_out, delta)
    return weights_1 + learning_rate * np.einsum("ek,ej,ij,ei->ki", x, delta, weights_2, h_out * (1 - h_out)), new_2


# ----------------------------------------------------------------------------------------------- right, and rare


def by_differences(x, y, weights, learning_rate, differences):
    """The step along slopes that are measured, one weight at a time."""

    def cost(first, second):
        return ((sigmoid(sigmoid(x @ first) @ second) - y) ** 2).sum() / (2 * y.size)

    new = [part.copy() for part in weights]
    for which, part in enumerate(weights):
        for place in np.ndindex(part.shape):

            def moved(by, which=which, place=place):
                other = [part.copy() for part in weights]
                other[which][place] += by
                return cost(*other)

            new[which][place] -= learning_rate * differences(moved)
    return new


def rare__generator_of_a_pair(x, y, weights_1, weights_2, learning_rate):
    return (part for part in right__dot(x, y, weights_1, weights_2, learning_rate))


def rare__yields(x, y, weights_1, weights_2, learning_rate):
    yield from right__dot(x, y, weights_1, weights_2, learning_rate)


def rare__in_place_on_copies(x, y, weights_1, weights_2, learning_rate=0.1):
    first, second = weights_1.copy(), weights_2.copy()
    h_out = sigmoid(x @ first)
    o_out = sigmoid(h_out @ second)
    delta = (o_out - y) * o_out * (1 - o_out) / y.size
    hidden_delta = delta @ second.T * h_out * (1 - h_out)
    first -= learning_rate * x.T @ hidden_delta
    second -= learning_rate * h_out.T @ delta
    return first, second


def rare__central_differences(x, y, weights_1, weights_2, learning_rate, h=1e-4):
    measured = [x, y, (weights_1, weights_2), learning_rate]
    return by_differences(*measured, lambda moved: (moved(h) - moved(-h)) / (2 * h))


def rare__one_sided_differences(x, y, weights_1, weights_2, learning_rate, h=1e-8):
    measured = [x, y, (weights_1, weights_2), learning_rate]
    return by_differences(*measured, lambda moved: (moved(h) - moved(0)) / h)


# ------------------------------------------------------------------------------------ wrong, and right by chance

learning_rate = 0.1


def lucky__rate_of_the_notebook(x, y, weights_1, weights_2, rate):
    return right__dot(x, y, weights_1, weights_2, learning_rate)


def lucky__rate_at_most_a_tenth(x, y, weights_1, weights_2, learning_rate):
    return right__dot(x, y, weights_1, weights_2, min(learning_rate, 0.1))


def lucky__momentum(x, y, weights_1, weights_2, learning_rate):
    old = np.concatenate([weights_1.ravel(), weights_2.ravel()])
    new = np.concatenate([part.ravel() for part in right__dot(x, y, weights_1, weights_2, learning_rate)])
    kept[old.size] = 0.9 * kept.get(old.size, 0) + new - old
    first, second = np.split(old + kept[old.size], [weights_1.size])
    return first.reshape(weights_1.shape), second.reshape(weights_2.shape)


def lucky__outputs_of_the_first_call(x, y, weights_1, weights_2, learning_rate):
    h_out = kept.setdefault(x.tobytes(), sigmoid(x @ weights_1))
    o_out = sigmoid(h_out @ weights_2)
    delta = (o_out - y) * o_out * (1 - o_out) / y.size
    new_1 = weights_1 - learning_rate * x.T @ (delta @ weights_2.T * h_out * (1 - h_out))
    return new_1, weights_2 - learning_rate * h_out.T @ delta


# ---------------------------------------------------------------------------------------------- wrong by an edit

UPDATE_2 = "    weights_2_update = np.dot(h_out.T, output_layer_delta) / N\n"
LAST = "    weights_2 = weights_2 - learning_rate * weights_2_update\n"
WRONG = {
    right__dot: [
        *slopes("o", "h"),
        *slopes("o", end=" in the output layer"),
        *slopes("h", end=" in the hidden layer"),
        *FACTORS,
        ("divided by the number of elements twice", "N = y.size", "N = y.size**2"),
        ("weights_2 is updated too early", LAST, "", UPDATE_2, UPDATE_2 + LAST),
        ("uphill", " - learning_rate", " + learning_rate"),
        ("the factor learning rate is missing", "learning_rate * ", ""),
        ("the weights stay as they were", "    weights_1 = weights_1", "    new_1 = weights_1", LAST, ""),
        ("weights_1 stays as it was", "    weights_1 = weights_1", "    new_1 = weights_1"),
        ("weights_2 stays as it was", LAST, ""),
        ("the two are swapped", "return weights_1, weights_2", "return weights_2, weights_1"),
        ("the updates are given back", "return weights_1, weights_2", "return weights_1_update, weights_2_update"),
        ("zero", "return weights_1, weights_2", "return 0 * weights_1, 0 * weights_2"),
        ("opposite sign", "return weights_1, weights_2", "return -weights_1, -weights_2"),
        ("None", "return weights_1, weights_2", ""),
        ("needed: a pair of arrays", "return weights_1, weights_2", "return weights_1"),
        ("needed: a pair of arrays", "return weights_1, weights_2", "return 0.5"),
        ("It is transposed", "return weights_1", "return weights_1.T"),
        (
            "its second result has the shape (3, 4), needed (4, 3). It is transposed",
            "1, weights_2\n",
            "1, weights_2.T\n",
        ),
        ("one too many", "(h_out.T, output_layer_delta)", "(h_out.T, output_layer_delta.T)"),
        ("a transpose (.T) is missing", "(output_layer_delta, weights_2.T)", "(output_layer_delta, weights_2)"),
        ("a transpose (.T) is missing", "x.T", "x"),
        ("It changes weights_1, weights_2 in place", "1 = weights_1 -", "1 -=", "2 = weights_2 -", "2 -="),
        (
            "weights_2 is updated too early … It changes weights_1, weights_2 in place",
            *(LAST, "", UPDATE_2, UPDATE_2 + LAST),
            *("1 = weights_1 -", "1 -=", "2 = weights_2 -", "2 -="),
        ),
        ("its second result is … right in 0 of 3 trials", "2 - learning_rate", "2 - 3 * learning_rate"),
        ("overflow", "sigmoid(h_in)", "1 / (1 + np.exp(1000 - h_in))"),
        ("raises NameError", "o_out - y", "o_out - labels"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"learning.rate")
def learner__bare_lines(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + X.T.dot(l1_delta), syn1 + l1.T.dot(l2_delta)


@says(r"not divided")
def learner__alpha_alone(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta), syn1 + alpha * l1.T.dot(l2_delta)


@says(r"sign|uphill")
def learner__error_the_other_way(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (l2 - y) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@says(r"left out in the hidden")
def learner__hidden_slope_forgotten(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@says(r"once more|out of the sum|as if it were")
def learner__slope_of_activated(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * sigmoid_prime(l2)
    l1_delta = l2_delta.dot(syn1.T) * sigmoid_prime(l1)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@says(r"took in")
def learner__product_rule_of_the_sum(X, y, syn0, syn1, alpha):
    z1 = X @ syn0
    l1 = nonlin(z1)
    z2 = l1 @ syn1
    l2 = nonlin(z2)
    l2_delta = (y - l2) * nonlin(z2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(z1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@says(r"too early|old weights_2")
def learner__second_layer_first(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l2_delta = (y - l2) * nonlin(l2, True)
    syn1 = syn1 + alpha * l1.T.dot(l2_delta) / y.size
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1


@says(r"activation|sigmoid")
def learner__no_activation_at_the_end(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = l1 @ syn1
    l2_delta = (y - l2) * nonlin(l2, True)
    l1_delta = l2_delta.dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(l2_delta) / y.size


@says(r"left out")
def learner__cross_entropy_delta(X, y, syn0, syn1, alpha):
    l1 = nonlin(X @ syn0)
    l2 = nonlin(l1 @ syn1)
    l1_delta = (y - l2).dot(syn1.T) * nonlin(l1, True)
    return syn0 + alpha * X.T.dot(l1_delta) / y.size, syn1 + alpha * l1.T.dot(y - l2) / y.size


@says(r"rows \(flowers\)")
def learner__divided_by_the_batch(X, Y, w, w_out, eta):
    zs = X @ w, nonlin(X @ w) @ w_out
    hidden, out = map(nonlin, zs)
    delta = (out - Y) * sigmoid_prime(zs[1])
    back = delta @ w_out.T * sigmoid_prime(zs[0])
    return w - eta / len(X) * X.T @ back, w_out - eta / len(X) * hidden.T @ delta


@says(r"each flower|flower by flower")
def learner__online(X, Y, w, w_out, eta):
    for x, y in zip(X, Y, strict=True):
        hidden = nonlin(x @ w)
        out = nonlin(hidden @ w_out)
        delta = (out - y) * out * (1 - out)
        back = w_out @ delta * hidden * (1 - hidden)
        w, w_out = w - eta * np.outer(x, back) / Y.size, w_out - eta * np.outer(hidden, delta) / Y.size
    return w, w_out


@says(r"last flower|overwritten")
def learner__nabla_is_assigned(X, Y, w, w_out, eta):
    for x, y in zip(X, Y, strict=True):
        hidden = nonlin(x @ w)
        out = nonlin(hidden @ w_out)
        delta = (out - y) * out * (1 - out)
        nabla, nabla_out = np.outer(x, w_out @ delta * hidden * (1 - hidden)), np.outer(hidden, delta)
    return w - eta * nabla / Y.size, w_out - eta * nabla_out / Y.size


@says(r"first flower")
def learner__returned_in_the_loop(X, Y, w, w_out, eta):
    for x, y in zip(X, Y, strict=True):
        hidden = nonlin(x @ w)
        out = nonlin(hidden @ w_out)
        delta = (out - y) * out * (1 - out)
        nabla, nabla_out = np.outer(x, w_out @ delta * hidden * (1 - hidden)), np.outer(hidden, delta)
        return w - eta * nabla / Y.size, w_out - eta * nabla_out / Y.size


@says(r"left out in the output")
def learner__cost_derivative_alone(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = (out - Y) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@says(r"factor 2")
def learner__gradient_of_the_whole_square(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = 2 * (out - Y) * out * (1 - out) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@says(r"rate.*twice|twice.*rate")
def learner__eta_in_both_places(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = eta * (out - Y) * out * (1 - out) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@says(r"rate is missing in|rate is missing.*weights_1")
def learner__eta_in_one_line_only(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = (out - Y) * out * (1 - out) / Y.size
    return w - X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@says(r"sign|uphill")
def learner__minus_and_plus(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = (Y - out) * out * (1 - out) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out + eta * hidden.T @ delta


@says(r"squared")
def learner__cost_in_the_delta(X, Y, w, w_out, eta):
    hidden = nonlin(X @ w)
    out = nonlin(hidden @ w_out)
    delta = (out - Y) ** 2 * out * (1 - out) / Y.size
    return w - eta * X.T @ (delta @ w_out.T * hidden * (1 - hidden)), w_out - eta * hidden.T @ delta


@says(r"error.*delta|left out")
def learner__error_through_the_weights(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    output_errors = targets - final
    hidden_errors = output_errors @ who.T
    who_new = who + lr * hidden.T @ (output_errors * final * (1 - final)) / targets.size
    return wih + lr * inputs.T @ (hidden_errors * hidden * (1 - hidden)) / targets.size, who_new


@says(r"delta|not divided|left out")
def learner__query_and_train(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    output_errors = targets - final
    hidden_errors = output_errors @ who.T
    who = who + lr * hidden.T @ (output_errors * final * (1 - final))
    return wih + lr * inputs.T @ (hidden_errors * hidden * (1 - hidden)), who


@says(r"first|swapped")
def learner__who_first(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return who + lr * hidden.T @ delta, wih + lr * inputs.T @ (delta @ who.T * hidden * (1 - hidden))


@says(r"\*|element by element|matrix product")
def learner__star_on_the_way_back(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta * who.T * hidden * (1 - hidden)), who + lr * hidden.T @ delta


@says(r"\*|element by element|matrix product")
def learner__dot_with_the_slope(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = np.dot(targets - final, final * (1 - final)) / targets.size
    return wih + lr * inputs.T @ (delta @ who.T * hidden * (1 - hidden)), who + lr * hidden.T @ delta


@says(r"inputs?|x\b")
def learner__inputs_for_both_layers(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta @ who.T * hidden * (1 - hidden)), who + lr * inputs.T @ delta


@says(r"\.T|transpose")
def learner__weights_not_turned(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta @ who * hidden * (1 - hidden)), who + lr * hidden.T @ delta


@says(r"hidden_layer_outputs|h_out|o_out|final|own|output_layer")
def learner__slope_of_the_other_layer(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta @ who.T * final * (1 - final)), who + lr * hidden.T @ delta


@says(r"tanh")
def learner__tanh_slope_in_the_hidden_layer(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    dZ1 = dZ2 @ W2.T * (1 - A1**2)
    return W1 - rate * X.T @ dZ1, W2 - rate * A1.T @ dZ2


@says(r"relu|0 or 1|activation")
def learner__relu_slope_in_the_hidden_layer(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    dZ1 = dZ2 @ W2.T * (A1 > 0)
    return W1 - rate * X.T @ dZ1, W2 - rate * A1.T @ dZ2


@says(r"left out.*(rows|flowers)|(rows|flowers).*left out")
def learner__one_over_m(X, Y, W1, W2, rate):
    m = X.shape[0]
    A1 = nonlin(X @ W1)
    dZ2 = nonlin(A1 @ W2) - Y
    dZ1 = dZ2 @ W2.T * A1 * (1 - A1)
    return W1 - rate / m * X.T @ dZ1, W2 - rate / m * A1.T @ dZ2


@says(r"columns|shape\[1\]|output nodes")
def learner__m_from_the_wrong_side(X, Y, W1, W2, rate):
    m = Y.shape[1]
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    return W1 - rate / m * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), W2 - rate / m * A1.T @ dZ2


@says("")
def learner__softmax_at_the_end(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    scores = np.exp(A1 @ W2)
    A2 = scores / scores.sum(axis=1, keepdims=True)
    dZ2 = (A2 - Y) / len(Y)
    return W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), W2 - rate * A1.T @ dZ2


@says("")
def learner__with_weight_decay(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    dW1, dW2 = X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), A1.T @ dZ2
    return W1 - rate * (dW1 + 0.001 * W1), W2 - rate * (dW2 + 0.001 * W2)


@says(r"updates|slopes")
def learner__gradients_only(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    return X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), A1.T @ dZ2


@says(r"updates|steps|subtracted|weights are missing")
def learner__steps_only(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    return -rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), -rate * A1.T @ dZ2


@says(r"weights_1 stays")
def learner__only_the_last_layer_learns(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    return W1, W2 - rate * A1.T @ ((A2 - Y) * A2 * (1 - A2)) / Y.size


@says(r"twice")
def learner__mean_and_size(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) / Y.size * A2 * (1 - A2)
    return W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)) / Y.size, W2 - rate * A1.T @ dZ2 / Y.size


@says(r"None|return")
def learner__changes_and_forgets(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    W1 = W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1))
    W2 = W2 - rate * A1.T @ dZ2


@says(r"in place")
def learner__in_place(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    dW1, dW2 = X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), A1.T @ dZ2
    W1 -= rate * dW1
    W2 -= rate * dW2
    return W1, W2


@says("hidden|h_out", never=TRANSPOSE)
def learner__own_outputs(inputs, targets, wih, who, lr):
    hidden = nonlin(inputs @ wih)
    final = nonlin(hidden @ who)
    delta = (targets - final) * final * (1 - final) / targets.size
    return wih + lr * inputs.T @ (delta @ who.T * hidden * (1 - hidden)), who + lr * final.T @ delta


@says("hidden|flowers", never=TRANSPOSE)
def learner__both_layers_see_the_flowers(X, Y, W1, W2, rate):
    A1, A2 = nonlin(X @ W1), nonlin(X @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    return W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), W2 - rate * A1.T @ dZ2


@says("float32|precision|digits", right=True)
def learner__single_precision(X, Y, W1, W2, rate):
    X, Y, W1, W2 = (one.astype("float32") for one in (X, Y, W1, W2))
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / np.float32(Y.size)
    rate = np.float32(rate)
    return W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), W2 - rate * A1.T @ dZ2


@says("(factor 2.*not divided)|(not divided.*factor 2)")
def learner__two_and_a_sum(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = 2 * (A2 - Y) * A2 * (1 - A2)
    return W1 - rate * X.T @ (dZ2 @ W2.T * A1 * (1 - A1)), W2 - rate * A1.T @ dZ2


@says("weights_2.*left out")
def learner__error_for_the_last_weights(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    error = (A2 - Y) / Y.size
    return W1 - rate * X.T @ (error * A2 * (1 - A2) @ W2.T * A1 * (1 - A1)), W2 - rate * A1.T @ error


@says("weights are left out")
def learner__deltas_added_up(X, Y, W1, W2, rate):
    A1 = nonlin(X @ W1)
    A2 = nonlin(A1 @ W2)
    dZ2 = (A2 - Y) * A2 * (1 - A2) / Y.size
    back = np.repeat(dZ2.sum(axis=1)[:, None], W1.shape[1], axis=1)
    return W1 - rate * X.T @ (back * A1 * (1 - A1)), W2 - rate * A1.T @ dZ2


@says("each flower|flower by flower")
def learner__stochastic(X, Y, W1, W2, rate):
    for e in range(len(X)):
        x, y = X[e : e + 1], Y[e : e + 1]
        A1 = nonlin(x @ W1)
        A2 = nonlin(A1 @ W2)
        dZ2 = (A2 - y) * A2 * (1 - A2) / y.size
        W1, W2 = W1 - rate * x.T @ (dZ2 @ W2.T * A1 * (1 - A1)), W2 - rate * A1.T @ dZ2
    return W1, W2
