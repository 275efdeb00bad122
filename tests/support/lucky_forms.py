"""Wrong forms that come out right for some numbers: `exercise__way`. A judge has to call with others, and again.

`kept` and `learning_rate` are what globals of a notebook are: they live from call to call.
"""

import numpy as np
from right_forms import gradient_step__dot, sigmoid__clip, weights_1_update__dot, weights_2_update__dot

# --------------------------------------------------------------------------------------- constants of the pages

learning_rate, kept = 0.1, {}


def gradient_step__rate_of_the_notebook(x, y, weights_1, weights_2, rate):
    return gradient_step__dot(x, y, weights_1, weights_2, learning_rate)


def gradient_step__rate_at_most_a_tenth(x, y, weights_1, weights_2, learning_rate):
    return gradient_step__dot(x, y, weights_1, weights_2, min(learning_rate, 0.1))


def gradient_descent__rate_typed(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - 0.1 * slope(path[-1]))
    return path


def gradient_descent__rate_at_most_1(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - min(learning_rate, 1) * slope(path[-1]))
    return path


def gradient_descent__start_typed(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [1.9]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def gradient_descent__start_that_is_never_zero(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w or 1.9]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def gradient_descent__ten_steps_at_most(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(min(n_gradient_descent_steps, 10)):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def step_function__threshold_typed(number, threshold):
    return int(number >= 1.2)


def derivative_w2__two_hidden_nodes(h_out, o_out, y, i, j):
    h, o, label = h_out[:, :2][:, i - 1 if i < 2 else 1], o_out[:, j - 1], y[:, j - 1]
    return ((o - label) * o * (1 - o) * h).sum() / y.size


# ------------------------------------------------------------------------------------------- another comparison


def step_function__without_sign(number, threshold):
    return int(abs(number) >= threshold)


def step_function__threshold_without_sign(number, threshold):
    return int(number >= abs(threshold))


def step_function__whole_times(number, threshold):
    return int(number // threshold > 0)


def step_function__share(number, threshold):
    return int(number / threshold >= 1)


def step_function__rounded(number, threshold):
    return int(round(number) >= threshold)


def step_function__half_too_early(number, threshold):
    return int(number > threshold - 0.5)


def step_function__whole_threshold(number, threshold):
    return int(number >= int(threshold))


def step_function__whole_number(number, threshold):
    return int(int(number) >= threshold)


def step_function__threshold_at_least_0(number, threshold):
    return int(number >= max(threshold, 0))


def step_function__zero_is_nothing(number, threshold):
    return int(bool(number) and number >= threshold)


def determine_layer_outputs__more_than_one(list_of_inputs, list_of_weights):
    return np.dot(list_of_inputs, np.transpose(list_of_weights)) > 1


def determine_layer_outputs__at_least_one_and_a_half(list_of_inputs, list_of_weights):
    return np.dot(list_of_inputs, np.transpose(list_of_weights)) >= 1.5


def determine_layer_outputs__rounded(list_of_inputs, list_of_weights):
    return np.dot(list_of_inputs, np.transpose(list_of_weights)).round() >= 2


def determine_layer_outputs__no_negative_inputs(list_of_inputs, list_of_weights):
    return np.dot(np.maximum(list_of_inputs, 0), np.transpose(list_of_weights)) >= 2


def layer_outputs__more_than_one(x, weights):
    return x @ weights > 1


def layer_outputs__at_least_one_and_a_half(x, weights):
    return x @ weights >= 1.5


def layer_outputs__rounded(x, weights):
    return (x @ weights).round() >= 2


def layer_outputs__whole_numbers(x, weights):
    return x.astype(int) @ weights.astype(int) >= 2


def accuracy__all_rounded(outputs, y):
    return (outputs.round() == y).all(axis=1).mean()


def accuracy__right_one_over_a_half(outputs, y):
    return (outputs[y == 1] > 0.5).mean()


def accuracy__all_errors_below_a_half(outputs, y):
    return (abs(outputs - y).max(axis=1) < 0.5).mean()


def accuracy__first_over_a_half(outputs, y):
    return ((outputs > 0.5).argmax(axis=1) == y.argmax(axis=1)).mean()


# ------------------------------------------------------------------------------ numbers that no first call has


def sigmoid__flat_beyond_eight(x):
    return np.where(abs(x) < 8, 1 / (1 + np.exp(-np.clip(x, -8, 8))), x > 0)


def sigmoid__zero_forgotten(x):
    small = np.exp(-abs(x))
    return (x > 0) / (1 + small) + (x < 0) * small / (1 + small)


def weighted_sum__place_of_the_value(inputs, weights):
    return sum(value * weights[inputs.index(value)] for value in inputs)


def weighted_sum__place_of_the_weight(inputs, weights):
    return sum(weight * inputs[weights.index(weight)] for weight in weights)


def weighted_sum__by_value(inputs, weights):
    return sum(value * weight for value, weight in dict(zip(inputs, weights, strict=True)).items())


def weighted_sum__until_zero(inputs, weights):
    total = 0
    for value, weight in zip(inputs, weights, strict=True):
        if not value:
            break
        total += value * weight
    return total


def sigmoid_slope__never_quite_sure(out):
    out = out.clip(0.01, 0.99)
    return out * (1 - out)


def output_layer_delta__never_quite_sure(o_out, y):
    o_out = o_out.clip(0.003, 0.997)
    return (o_out - y) * o_out * (1 - o_out)


def plain_mean_squared_error__outputs_from_0_to_1(output_layer_outputs, y):
    return ((output_layer_outputs.clip(0, 1) - y) ** 2).mean()


def mean_squared_error__outputs_from_0_to_1(output_layer_outputs, y):
    return ((output_layer_outputs.clip(0, 1) - y) ** 2).mean() / 2


def gradient_descent__stops_below_a_half(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        if abs(slope(path[-1])) < 0.5:
            break
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def gradient_descent__stops_where_it_is_flat(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    while len(path) <= n_gradient_descent_steps and slope(path[-1]):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


def gradient_descent__stops_when_it_hardly_moves(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
        if abs(path[-1] - path[-2]) < 1e-6:
            break
    return path


# ------------------------------------------------------------------------------------- kept from call to call


def piled(slopes):
    kept[slopes.shape] = kept.get(slopes.shape, 0) + slopes
    return kept[slopes.shape]


def weights_2_update__piled_up(h_out, o_out, y):
    return piled(weights_2_update__dot(h_out, o_out, y))


def weights_1_update__piled_up(x, h_out, output_layer_delta, weights_2, n):
    return piled(weights_1_update__dot(x, h_out, output_layer_delta, weights_2, n))


def gradient_step__momentum(x, y, weights_1, weights_2, learning_rate):
    old = np.concatenate([weights_1.ravel(), weights_2.ravel()])
    new = np.concatenate([part.ravel() for part in gradient_step__dot(x, y, weights_1, weights_2, learning_rate)])
    kept[old.size] = 0.9 * kept.get(old.size, 0) + new - old
    first, second = np.split(old + kept[old.size], [weights_1.size])
    return first.reshape(weights_1.shape), second.reshape(weights_2.shape)


def gradient_step__outputs_of_the_first_call(x, y, weights_1, weights_2, learning_rate):
    h_out = kept.setdefault(x.tobytes(), sigmoid__clip(x @ weights_1))
    o_out = sigmoid__clip(h_out @ weights_2)
    delta = (o_out - y) * o_out * (1 - o_out) / y.size
    new_1 = weights_1 - learning_rate * x.T @ (delta @ weights_2.T * h_out * (1 - h_out))
    return new_1, weights_2 - learning_rate * h_out.T @ delta


def derivative_w2__update_of_the_first_call(h_out, o_out, y, i, j):
    update = kept.setdefault(y.shape, weights_2_update__dot(h_out, o_out, y))
    return update[i - 1, j - 1]


def output_layer_inputs__weights_of_the_first_call(h_out, weights_2):
    return h_out @ kept.setdefault(weights_2.shape, weights_2)


def hidden_layer_error__weights_of_the_first_call(output_layer_delta, weights_2):
    return output_layer_delta @ kept.setdefault(weights_2.shape, weights_2).T


def output_layer_delta__labels_of_the_first_call(o_out, y):
    return (o_out - kept.setdefault(y.shape, y)) * o_out * (1 - o_out)


def step_function__answer_to_the_number(number, threshold):
    return kept.setdefault(number, int(number >= threshold))


def plain_mean_squared_error__piled_up(output_layer_outputs, y):
    return piled((output_layer_outputs - y) ** 2).mean()


def sigmoid_slope__one_array_for_all(out):
    slopes = kept.setdefault(out.shape, np.zeros(out.shape))
    slopes[:] = out * (1 - out)
    return slopes


def determine_layer_outputs__one_list_for_all(list_of_inputs, list_of_weights):
    rows = kept.setdefault("rows", [])
    rows[:] = (np.dot(list_of_inputs, np.transpose(list_of_weights)) >= 2).tolist()
    return rows


def gradient_descent__one_list_for_all(slope, starting_w, learning_rate, n_gradient_descent_steps):
    path = kept.setdefault("path", [])
    path[:] = [starting_w]
    for _ in range(n_gradient_descent_steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return path


# -------------------------------------------------------------------------------------------------------- text


def step_function__text(number, threshold):
    return "1" if number >= threshold else "0"


def weighted_sum__text(inputs, weights):
    return str(float(np.dot(inputs, weights)))


def layer_outputs__text(x, weights):
    return np.where(x @ weights >= 2, "1", "0")


def determine_layer_outputs__text_and_numbers(list_of_inputs, list_of_weights):
    sums = np.dot(list_of_inputs, np.transpose(list_of_weights))
    return [[1 if value >= 2 else "0" for value in row] for row in sums]


def accuracy__bytes(outputs, y):
    return str(float((outputs.argmax(axis=1) == y.argmax(axis=1)).mean())).encode()
