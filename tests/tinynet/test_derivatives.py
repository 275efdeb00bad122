"""The fourteen derivatives one by one; the gradient in other ways; four implementations of one step."""

import numpy as np
import pytest
from example import LEARNING_RATE, some_net, worked_example

from tinynet import (
    all_derivatives,
    backpropagation,
    central_differences,
    derivative_w1,
    derivative_w2,
    feedforward,
    gradient_by_flower,
    gradient_step,
    gradient_with_lists,
    mse_slope,
    sigmoid,
    sigmoid_slope,
)

W2_FROM_EACH_FLOWER = [[-0.00813053, 0.01548648, 0.01539781], [0.00829569, -0.01549227, 0.01071576]]


def test_the_factors():
    assert mse_slope(0.75, 1.0, 2) == -0.125
    assert sigmoid_slope(0.75) == 0.1875
    measured = central_differences(lambda z: sigmoid(z).item(), [0.3])
    assert measured[0] == pytest.approx(sigmoid_slope(sigmoid(0.3)), abs=1e-9)


@pytest.mark.parametrize("flowers", [1, 2, 3, 4])
@pytest.mark.parametrize("hidden", [1, 2, 3])
def test_four_implementations_of_one_step_agree(flowers, hidden):
    for seed in range(3):
        _, _, weights_1, weights_2 = net = some_net(flowers, hidden, seed)
        by_batch = gradient_step(*net, LEARNING_RATE)
        largest = max(np.abs(update).max() for update in all_derivatives(*net))
        by_flower = [of.sum(axis=0) for of in gradient_by_flower(*net)]
        for updates in (all_derivatives(*net), gradient_with_lists(*net), by_flower):
            for weights, update, new in zip((weights_1, weights_2), updates, by_batch, strict=True):
                stepped = weights - LEARNING_RATE * np.array(update)
                assert stepped.shape == new.shape
                assert np.abs(stepped - new).max() <= 1e-12 * LEARNING_RATE * largest + 1e-16


def test_each_derivative_by_its_name():
    x, y, weights_1, weights_2 = worked_example()
    _, h_out, _, o_out = feedforward(x, weights_1, weights_2)
    back = backpropagation(x, y, weights_1, weights_2)
    for k, i in np.ndindex(4, 2):
        assert derivative_w1(x, h_out, o_out, y, weights_2, k + 1, i + 1) == pytest.approx(back.weights_1_update[k, i])
    for i, j in np.ndindex(2, 3):
        assert derivative_w2(h_out, o_out, y, i + 1, j + 1) == pytest.approx(back.weights_2_update[i, j])


def test_two_flowers_as_in_part_10():
    x, y, weights_1, weights_2 = worked_example()
    _, h_out, _, o_out = feedforward(x[:2], weights_1, weights_2)
    assert derivative_w2(h_out, o_out, y[:2], 1, 1) == pytest.approx(0.01103392, abs=5e-9)


def test_what_each_flower_adds():
    _, of_2 = gradient_by_flower(*worked_example())
    assert np.abs(of_2[:, 0, :2].T - W2_FROM_EACH_FLOWER).max() < 5.1e-9


@pytest.mark.parametrize("function", [all_derivatives, gradient_with_lists, gradient_by_flower])
def test_arguments_stay_and_mistakes_are_named(function):
    net = worked_example()
    copies = [array.copy() for array in net]
    function(*net)
    assert all((a == b).all() for a, b in zip(net, copies, strict=True))
    with pytest.raises(ValueError, match=r"y is \(2, 3\), needed \(3, 3\)"):
        function(net[0], net[1][:2], *net[2:])


def test_lists_come_back_from_lists_and_large_sums_do_no_harm():
    x, y, weights_1, weights_2 = worked_example()
    of_1, of_2 = gradient_with_lists((x * 1000).tolist(), y.tolist(), weights_1.tolist(), weights_2.tolist())
    assert isinstance(of_1[0][0], float) and np.isfinite(of_2).all()
    assert np.abs(np.array(of_2) - backpropagation(x * 1000, y, weights_1, weights_2).weights_2_update).max() < 1e-15


def test_a_layer_with_fewer_flowers_is_an_error_and_no_smaller_sum():
    x, y, weights_1, weights_2 = worked_example()
    _, h_out, _, o_out = feedforward(x, weights_1, weights_2)
    with pytest.raises(ValueError, match="zip"):
        derivative_w2(h_out, o_out[:2], y, 1, 1)
    with pytest.raises(ValueError, match="zip"):
        derivative_w1(x[:2], h_out, o_out, y, weights_2, 1, 1)
