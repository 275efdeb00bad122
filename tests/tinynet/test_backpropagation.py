"""The gradient, found in four ways; one step; what a wrong one looks like."""

import numpy as np
import pytest
from example import LEARNING_RATE, some_net, worked_example
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import complex_step, scalar_sums

from tinynet import (
    backpropagation,
    central_differences,
    feedforward,
    gradient_step,
    mean_squared_error,
    plain_mean_squared_error,
)

EXPECTED = {
    "output_layer_error": [
        [-0.38486841, 0.39057320, 0.63950625],
        [0.60081604, -0.60127133, 0.63578580],
        [0.58710561, 0.40957790, -0.37521418],
    ],
    "output_layer_delta": [
        [-0.09111556, 0.09296649, 0.14743050],
        [0.14409739, -0.14415126, 0.14722397],
        [0.14232181, 0.09904570, -0.08796090],
    ],
    "weights_2_update": [[0.02275376, 0.00351919, 0.01946169], [0.01216348, 0.00359350, 0.01810067]],
    "hidden_layer_error": [[0.02360914, -0.02386762], [0.04476953, 0.23192829], [-0.02738600, -0.00740753]],
    "hidden_layer_delta": [[0.00373335, -0.00413927], [0.00141815, 0.05077554], [-0.00070103, -0.00180240]],
    "weights_1_update": [
        [0.00258929, 0.03269190],
        [0.00153837, 0.01613305],
        [0.00089257, 0.02372252],
        [0.00017133, 0.00799010],
    ],
}
NEW_1 = [[0.66553432, 0.35437030], [-0.77285398, -0.00580523], [0.31057873, -0.36241503], [0.13273866, 0.05347525]]
NEW_2 = [[-0.00012966, -0.08765202, 0.21456693], [0.60030234, -0.48289219, 0.51232697]]


def updates(net):
    back = backpropagation(*net)
    return back.weights_1_update, back.weights_2_update


def mse(x, y, weights_1, weights_2, cost=mean_squared_error):
    return cost(feedforward(x, weights_1, weights_2).output_layer_outputs, y)


def differences(net, cost=mean_squared_error):
    x, y, weights_1, weights_2 = net
    return (
        central_differences(lambda w: mse(x, y, w, weights_2, cost), weights_1),
        central_differences(lambda w: mse(x, y, weights_1, w, cost), weights_2),
    )


def test_each_matrix_of_the_worked_example():
    back = backpropagation(*worked_example())
    assert list(back._fields) == list(EXPECTED)
    for name, expected in EXPECTED.items():
        assert np.abs(getattr(back, name) - expected).max() <= 5.1e-9, name


def test_the_worked_example_element_by_element():
    for other in (scalar_sums, complex_step):
        for ours, theirs in zip(updates(worked_example()), other(*worked_example()), strict=True):
            assert np.abs(ours / theirs - 1).max() <= 1e-12


@pytest.mark.parametrize("flowers", [1, 2, 3, 4, 150])
@pytest.mark.parametrize("hidden", [1, 2, 3, 5])
def test_matrices_scalar_sums_and_complex_step_agree(flowers, hidden):
    for seed in range(1 if flowers == 150 else 5):
        net = some_net(flowers, hidden, seed)
        largest = max(np.abs(update).max() for update in updates(net))
        for other in (scalar_sums, complex_step):
            for ours, theirs in zip(updates(net), other(*net), strict=True):
                assert np.abs(ours - theirs).max() <= 1e-12 * largest


@pytest.mark.parametrize("flowers", [1, 2, 3, 4, 150])
@pytest.mark.parametrize("hidden", [1, 2, 3, 5])
def test_central_differences_agree(flowers, hidden):
    net = some_net(flowers, hidden, seed=flowers + hidden)
    for ours, theirs in zip(updates(net), differences(net), strict=True):
        assert np.abs(ours - theirs).max() <= 1e-9


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.tuples(*[st.integers(1, 4)] * 4),
    seed=st.integers(0, 2**32 - 1),
    scale=st.sampled_from([0.01, 0.5, 3.0]),
)
def test_random_nets_of_any_size(sizes, seed, scale):
    flowers, inputs, hidden, outputs = sizes
    generator = np.random.RandomState(seed)
    shapes = [(flowers, inputs), (flowers, outputs), (inputs, hidden), (hidden, outputs)]
    net = [generator.normal(scale=scale, size=shape) for shape in shapes]
    largest = max(np.abs(update).max() for update in updates(net))
    for ours, theirs in zip(updates(net), scalar_sums(*net), strict=True):
        assert np.abs(ours - theirs).max() <= 1e-12 * largest


def test_one_step():
    x, y, weights_1, weights_2 = net = worked_example()
    new_1, new_2 = gradient_step(*net, LEARNING_RATE)
    assert np.abs(new_1 - NEW_1).max() <= 5.1e-9 and np.abs(new_2 - NEW_2).max() <= 5.1e-9
    assert mse(x, y, weights_1, weights_2) == pytest.approx(0.13831126800831411, rel=1e-14)
    assert mse(x, y, new_1, new_2) == pytest.approx(0.1379749216970851, rel=1e-14)
    squares = sum((update**2).sum() for update in updates(net))
    assert LEARNING_RATE * squares == pytest.approx(0.00033629, abs=5e-9)


def test_arguments_stay_as_they_are():
    arguments = worked_example()
    before = [argument.tobytes() for argument in arguments]
    backpropagation(*arguments)
    gradient_step(*arguments, LEARNING_RATE)
    differences(arguments)
    assert [argument.tobytes() for argument in arguments] == before


def test_the_two_conventions_differ_by_two():
    net = worked_example()
    for ours, plain in zip(updates(net), differences(net, plain_mean_squared_error), strict=True):
        assert np.abs(plain / ours - 2).max() < 1e-7


@pytest.mark.parametrize(("divisor", "after"), [(3, 0.137302), (1, 0.135297)])
def test_a_wrong_divisor_lowers_the_error_more(divisor, after):
    x, y, weights_1, weights_2 = net = worked_example()
    steps = [LEARNING_RATE * update * 9 / divisor for update in updates(net)]
    assert mse(x, y, weights_1 - steps[0], weights_2 - steps[1]) == pytest.approx(after, abs=5e-7)


def test_the_hidden_error_uses_the_weights_of_the_forward_pass():
    x, y, weights_1, weights_2 = net = worked_example()
    _, new_2 = gradient_step(*net, LEARNING_RATE)
    back, layers = backpropagation(*net), feedforward(x, weights_1, weights_2)
    out = layers.hidden_layer_outputs
    late = x.T @ ((back.output_layer_delta @ new_2.T) * out * (1 - out)) / y.size
    assert np.abs(late - back.weights_1_update).max() == pytest.approx(8.6e-5, rel=0.01)


def test_one_step_changes_no_answer():
    x, _, weights_1, weights_2 = net = worked_example()
    for weights in ((weights_1, weights_2), gradient_step(*net, LEARNING_RATE)):
        assert feedforward(x, *weights).output_layer_outputs.argmax(axis=1).tolist() == [2, 2, 2]


@pytest.mark.parametrize("kind", [bool, np.uint8, int])
def test_labels_of_any_kind_give_the_same_gradient(kind):
    x, y, weights_1, weights_2 = worked_example()
    for ours, theirs in zip(updates((x, y.astype(kind), weights_1, weights_2)), updates(worked_example()), strict=True):
        assert np.array_equal(ours, theirs)
