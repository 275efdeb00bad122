"""The step-function net: pure Python and NumPy say the same, and the values are those of the series."""

import random

import numpy as np
import pytest
from example import ROWS

from tinynet import determine_layer_outputs, hand_made_weights, load_iris, step_feedforward, step_function, weighted_sum
from tinynet import pure_python as pure


def test_the_worked_example():
    layers = step_feedforward(load_iris().x[ROWS], *hand_made_weights())
    assert layers.hidden_layer_inputs.round(2).tolist() == [[5.21, -1.65], [2.32, 3.45], [0.38, 5.30]]
    assert layers.hidden_layer_outputs.tolist() == [[1, 0], [1, 1], [0, 1]]
    assert layers.output_layer_inputs.tolist() == [[2, 1, -1], [1, 2, 1], [-1, 1, 2]]
    assert layers.output_layer_outputs.tolist() == np.eye(3).tolist()


def test_all_flowers():
    iris = load_iris()
    right = (step_feedforward(iris.x, *hand_made_weights()).output_layer_outputs == iris.y).all(axis=1)
    assert [int(right[iris.y[:, one] == 1].sum()) for one in range(3)] == [50, 26, 50]


def test_lists_and_arrays_say_the_same():
    generator = np.random.RandomState(3)
    for flowers, inputs, hidden, outputs in ((1, 1, 1, 1), (2, 4, 3, 2), (7, 3, 2, 5)):
        x, weights_1, weights_2 = (
            generator.randint(-3, 4, size=s) for s in ((flowers, inputs), (inputs, hidden), (hidden, outputs))
        )
        layers = step_feedforward(x, weights_1, weights_2)
        assert determine_layer_outputs(x, weights_1.T, False) == layers.hidden_layer_inputs.tolist()
        said = determine_layer_outputs(x, weights_1.T)
        assert said == layers.hidden_layer_outputs.tolist()
        assert determine_layer_outputs(said, weights_2.T) == layers.output_layer_outputs.tolist()


def test_a_node_fires_from_the_threshold_on():
    assert [pure.step_function(n) for n in (1.999, 2, 2.001)] == [0, 1, 1]
    assert step_function(np.array([[1.999, 2, 2.001]])).tolist() == [[0, 1, 1]]
    assert pure.step_function(1, threshold=1) == 1 == step_function(np.array(1), threshold=1)


def test_a_weighted_sum():
    assert weighted_sum([2, 3], [5, 7]) == 31 and weighted_sum([], []) == 0
    numbers = [[random.random() for _ in range(9)] for _ in range(2)]
    assert weighted_sum(*numbers) == pytest.approx(np.dot(*numbers))
    with pytest.raises(ValueError, match="shorter"):
        weighted_sum([1, 2], [1])


def test_new_copies_and_clear_errors():
    hand_made_weights()[0][:] = 0
    assert hand_made_weights()[0].any()
    with pytest.raises(ValueError, match=r"weights_1 is \(4, 2\), needed \(3, n\): one row per input node"):
        step_feedforward([[1, 2, 3]], *hand_made_weights())
