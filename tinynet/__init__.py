"""A small neural net, plain enough to read whole: the code that the pages teach.

Names and order are those of the series by Sebastian Mantey. NumPy is all it needs.
"""

from tinynet.backpropagation import Backward, backpropagation, gradient_step
from tinynet.batches import mini_batches
from tinynet.biases import Parameters, feedforward_with_biases, gradient_with_biases
from tinynet.cost import (
    accuracy,
    mean_squared_error,
    plain_mean_squared_error,
    sum_of_squared_errors,
)
from tinynet.data import Iris, load_iris
from tinynet.derivatives import (
    all_derivatives,
    derivative_w1,
    derivative_w2,
    mse_slope,
    sigmoid_slope,
)
from tinynet.feedforward import Layers, feedforward, sigmoid
from tinynet.gradient_check import central_differences, gradient_check
from tinynet.gradient_descent import brute_force, gradient_descent
from tinynet.other_ways import gradient_by_flower, gradient_with_lists
from tinynet.preparation import add_bias, scale, train_test_split
from tinynet.pure_python import determine_layer_outputs, weighted_sum
from tinynet.softmax import cross_entropy, softmax
from tinynet.step_net import hand_made_weights, step_feedforward, step_function
from tinynet.training import Training, train

__all__ = [  # noqa: RUF022 - in the order of the series, then beyond it; the step function for single numbers is pure_python's
    "load_iris",
    "Iris",
    "weighted_sum",
    "determine_layer_outputs",
    "step_function",
    "hand_made_weights",
    "step_feedforward",
    "sum_of_squared_errors",
    "plain_mean_squared_error",
    "mean_squared_error",
    "brute_force",
    "gradient_descent",
    "sigmoid",
    "feedforward",
    "Layers",
    "mse_slope",
    "sigmoid_slope",
    "derivative_w2",
    "derivative_w1",
    "all_derivatives",
    "gradient_with_lists",
    "gradient_by_flower",
    "backpropagation",
    "Backward",
    "gradient_step",
    "central_differences",
    "gradient_check",
    "accuracy",
    "train",
    "Training",
    "train_test_split",
    "scale",
    "add_bias",
    "feedforward_with_biases",
    "gradient_with_biases",
    "Parameters",
    "softmax",
    "cross_entropy",
    "mini_batches",
]
