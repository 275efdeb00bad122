"""Accuracy, training, and what happens to the data before it."""

import math

import numpy as np
import pytest
from example import some_net, worked_example

from tinynet import (
    accuracy,
    add_bias,
    backpropagation,
    central_differences,
    feedforward,
    gradient_step,
    load_iris,
    mean_squared_error,
    scale,
    sum_of_squared_errors,
    train,
    train_test_split,
)


def test_the_share_of_largest_outputs_in_the_right_column():
    y = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]]
    outputs = [[0.2, 0.1, 0.1], [0.9, 0.8, 0.1], [0.1, 0.2, 0.3], [-1, -3, -2]]
    assert accuracy(outputs, y) == 0.5
    assert accuracy(y, y) == 1.0
    assert type(accuracy(y, y)) is float


def test_the_sum_of_squared_errors():
    assert sum_of_squared_errors([[1], [0], [1], [0]], [[1], [1], [0], [0]]) == 2
    assert type(sum_of_squared_errors([[1]], [[1]])) is float


def test_training_is_one_step_after_another():
    x, y, weights_1, weights_2 = worked_example()
    trained = train(x, y, weights_1, weights_2, 0.1, 5)
    for epoch in range(5):
        outputs = feedforward(x, weights_1, weights_2).output_layer_outputs
        assert trained.monitoring["mean_squared_error"][epoch] == mean_squared_error(outputs, y)
        assert trained.monitoring["accuracy"][epoch] == accuracy(outputs, y)
        weights_1, weights_2 = gradient_step(x, y, weights_1, weights_2, 0.1)
    assert (trained.weights_1 == weights_1).all() and (trained.weights_2 == weights_2).all()
    assert [len(record) for record in trained.monitoring.values()] == [5, 5]


def test_no_epochs_change_nothing():
    net = worked_example()
    trained = train(*net, 0.1, 0)
    assert (trained.weights_1 == net[2]).all() and trained.monitoring == {"mean_squared_error": [], "accuracy": []}


def test_the_run_of_part_14():
    iris = load_iris()
    x_train, x_test, y_train, y_test = train_test_split(iris.x, iris.y, 20, 4)
    trained = train(x_train, y_train, *worked_example()[2:], 0.1, 1000)
    after = feedforward(x_train, trained.weights_1, trained.weights_2).output_layer_outputs
    assert round(trained.monitoring["mean_squared_error"][0], 5) == 0.13910
    assert round(mean_squared_error(after, y_train), 5) == 0.09367
    assert accuracy(feedforward(x_test, trained.weights_1, trained.weights_2).output_layer_outputs, y_test) == 0.65


def test_the_split_is_that_of_scikit_learn():
    selection = pytest.importorskip("sklearn.model_selection")
    iris = load_iris()
    ours = train_test_split(iris.x, iris.y, 20, 4)
    theirs = selection.train_test_split(iris.x, iris.y, test_size=20, random_state=4)
    for mine, other in zip(ours, (theirs[0], theirs[1], theirs[2], theirs[3]), strict=True):
        assert (mine == other).all()
    assert ours[3].sum(axis=0).tolist() == [9, 4, 7]


def test_scaling_uses_the_training_rows_alone():
    iris = load_iris()
    x_train, x_test = iris.x[:100], iris.x[100:]
    scaled = scale(x_train, x_train)
    assert np.abs(scaled.mean(axis=0)).max() < 1e-12 and np.abs(scaled.std(axis=0) - 1).max() < 1e-12
    assert scale([[0.0], [2.0]], [[5.0]]).tolist() == [[4.0]]
    assert (scale(x_train, x_test)[:1] == scale(x_train, x_test[:1])).all()


def test_a_bias_is_a_weight_that_learns():
    x, y, weights_1, weights_2 = some_net(4, 2, 1)
    with_bias = np.vstack([weights_1, [[0.25, -0.5]]])
    layers = feedforward(add_bias(x), with_bias, weights_2)
    assert np.abs(layers.hidden_layer_inputs - (x @ weights_1 + [0.25, -0.5])).max() < 1e-14

    def cost(w):
        return mean_squared_error(feedforward(add_bias(x), w, weights_2).output_layer_outputs, y)

    update = backpropagation(add_bias(x), y, with_bias, weights_2).weights_1_update
    assert np.abs(central_differences(cost, with_bias) - update).max() < 1e-9


NET = worked_example()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: train(*NET, 0, 1), "learning_rate is 0, needed: a finite number above 0"),
        (lambda: train(*NET, 0.1, 1.5), "epochs is 1.5, needed: an integer from 0 up"),
        (lambda: train(NET[0], NET[1] / 2, *NET[2:], 0.1, 1), r"y\[0\] is \[0.5, 0.0, 0.0\], needed one-hot"),
        (lambda: train_test_split(NET[0], NET[1][:2], 1, 0), r"y is \(2, 3\), needed \(3, …\): one row per flower"),
        (lambda: train_test_split(NET[0], 1.0, 1, 0), r"y is \(\), needed \(3, …\): one row per flower"),
        (lambda: train_test_split(*NET[:2], 0, 0), "test_size is 0, needed: from 1 to 2, so that both sets"),
        (lambda: train_test_split(*NET[:2], 3, 0), "test_size is 3, needed: from 1 to 2, so that both sets"),
        (lambda: train_test_split(*NET[:2], 1, -1), "random_state is -1, needed: an integer from 0 up"),
        (lambda: scale(NET[0], NET[0][:, :3]), r"x is \(3, 3\), needed \(n, 4\): the columns of x_train"),
        (lambda: scale([[1.0, 5], [2, 5]], [[1, 2]]), "x_train has one and the same value in column 1, needed: values"),
        (lambda: scale([], [[1]]), r"x_train is \(0,\), needed a matrix that is not empty"),
        (lambda: add_bias([1, 2]), r"x is \(2,\), needed a matrix that is not empty"),
    ],
)
def test_bad_input(call, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        call()


def test_a_split_of_all_but_one():
    assert [len(part) for part in train_test_split(*NET[:2], 2, 0)] == [1, 2, 1, 2]
    assert math.isclose(train_test_split(NET[0], [0, 1, 2], 1, 0)[3][0], np.random.RandomState(0).permutation(3)[0])
