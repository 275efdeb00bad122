"""Training (part 14): one gradient step after another, watched."""

from typing import Any, NamedTuple

from tinynet import _checks
from tinynet._checks import Matrix
from tinynet.backpropagation import gradient_step
from tinynet.cost import accuracy, mean_squared_error
from tinynet.feedforward import feedforward


class Training(NamedTuple):
    """What training returns.

    Attributes:
        weights_1: The trained weights from input to hidden layer.
        weights_2: The trained weights from hidden to output layer.
        monitoring: `mean_squared_error` and `accuracy` before each step, a list of one
            number per epoch each.
    """

    weights_1: Matrix
    weights_2: Matrix
    monitoring: dict[str, list[float]]


def _training(
    x: Any, y: Any, weights_1: Any, weights_2: Any, learning_rate: Any, epochs: Any
) -> tuple[Any, ...]:
    learning_rate = _checks.positive("learning_rate", learning_rate)
    epochs = _checks.count("epochs", epochs)
    return (
        *_checks.net_and_labels(x, y, weights_1, weights_2, one_hot=True),
        learning_rate,
        epochs,
    )


# The loop's arguments are looked at once, before it: inside, these are the functions
# without their checks.
feedforward, gradient_step = _checks.plain(feedforward), _checks.plain(gradient_step)
mean_squared_error, accuracy = (
    _checks.plain(mean_squared_error),
    _checks.plain(accuracy),
)


@_checks.before(_training)
def train(x, y, weights_1, weights_2, learning_rate, epochs):
    """Take one gradient step after another, and keep a record (part 14).

    Args:
        x: The input, (flowers, input nodes).
        y: The labels, one-hot, (flowers, output nodes).
        weights_1: The weights to start from, (input nodes, hidden nodes).
        weights_2: The weights to start from, (hidden nodes, output nodes).
        learning_rate: How far each step goes, a number above 0.
        epochs: How many steps, from 0 up.

    Returns:
        `Training`: the trained weights and the record. The arguments stay as they are.

    Raises:
        ValueError: As in `gradient_step`; also when `epochs` is not an integer from 0
            up.
    """
    # --8<-- [start:train]
    monitoring = {"mean_squared_error": [], "accuracy": []}
    for _ in range(epochs):
        output_layer_outputs = feedforward(x, weights_1, weights_2).output_layer_outputs
        monitoring["mean_squared_error"].append(
            mean_squared_error(output_layer_outputs, y)
        )
        monitoring["accuracy"].append(accuracy(output_layer_outputs, y))
        weights_1, weights_2 = gradient_step(x, y, weights_1, weights_2, learning_rate)
    # --8<-- [end:train]
    return Training(weights_1, weights_2, monitoring)
