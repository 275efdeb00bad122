"""A small neural net, plain enough to read whole: the code that the pages of "Basics of Deep Learning" teach.

Names and order are those of the series by Sebastian Mantey. NumPy is all it needs.
"""

from tinynet.backpropagation import Backward, backpropagation, gradient_step
from tinynet.cost import mean_squared_error, plain_mean_squared_error
from tinynet.data import Iris, load_iris
from tinynet.feedforward import Layers, feedforward, sigmoid
from tinynet.gradient_check import central_differences, gradient_check
from tinynet.training import accuracy

__all__ = [  # noqa: RUF022 - in the order of the series
    "load_iris",
    "Iris",
    "plain_mean_squared_error",
    "mean_squared_error",
    "sigmoid",
    "feedforward",
    "Layers",
    "backpropagation",
    "Backward",
    "gradient_step",
    "accuracy",
    "central_differences",
    "gradient_check",
]
