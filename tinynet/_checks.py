"""What the public functions ask of their arguments: one clear ValueError that says what came and what is needed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Check = Callable[..., tuple[Any, ...]]


def before(check: Check) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let `check` look at the arguments first and hand them on, so that what a page shows is free of checks."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def checked(*args: Any, **options: Any) -> Any:
            return function(*check(*args, **options))

        return checked

    return decorate


def plain(function: Any) -> Callable[..., Any]:
    """The function as written, without the checks before it."""
    return function.__wrapped__  # type: ignore[no-any-return]


def array(name: str, value: Any) -> Matrix:
    """The value as a new float64 array of finite numbers, of any shape.

    Labels that come as bool or uint8 become float64 here: bool minus bool is an error in NumPy, and 0 minus 1 in
    uint8 is 255.
    """
    try:
        given = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} has rows of different lengths, needed: a rectangular array of numbers") from None
    if given.dtype.kind not in "biuf":
        raise ValueError(f"{name} holds {given.dtype}, needed: real numbers")
    numbers = given.astype(np.float64)
    if not np.isfinite(numbers).all():
        raise ValueError(f"{name} holds {numbers[~np.isfinite(numbers)][0]}, needed: finite numbers")
    return numbers


def matrix(name: str, value: Any, rows: str, columns: str) -> Matrix:
    """The value as a matrix that is not empty; `rows` and `columns` say what they stand for."""
    numbers = array(name, value)
    if numbers.ndim != 2 or not numbers.size:
        raise ValueError(f"{name} is {numbers.shape}, needed a matrix that is not empty: ({rows}, {columns})")
    return numbers


def net(x: Any, weights_1: Any, weights_2: Any) -> tuple[Matrix, Matrix, Matrix]:
    """The input and the weights of a net with one hidden layer, each fitting the one before."""
    x = matrix("x", x, "flowers", "input nodes")
    weights_1 = matrix("weights_1", weights_1, "input nodes", "hidden nodes")
    weights_2 = matrix("weights_2", weights_2, "hidden nodes", "output nodes")
    if len(weights_1) != x.shape[1]:
        raise ValueError(f"weights_1 is {weights_1.shape}, needed ({x.shape[1]}, n): one row per input node")
    if len(weights_2) != weights_1.shape[1]:
        raise ValueError(f"weights_2 is {weights_2.shape}, needed ({weights_1.shape[1]}, n): one row per hidden node")
    return x, weights_1, weights_2


def net_and_labels(
    x: Any, y: Any, weights_1: Any, weights_2: Any, one_hot: bool = False
) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    """The input and the weights of a net, and labels that fit its outputs."""
    x, weights_1, weights_2 = net(x, weights_1, weights_2)
    return x, labels(y, (len(x), weights_2.shape[1]), one_hot), weights_1, weights_2


def labels(y: Any, shape: tuple[int, ...], one_hot: bool) -> Matrix:
    """The labels, of the shape of the net's outputs; on request one 1 in each row and 0 elsewhere."""
    given = matrix("y", y, "flowers", "output nodes")
    if given.shape != shape:
        raise ValueError(f"y is {given.shape}, needed {shape}: one row per flower, one column per output node")
    wrong = np.flatnonzero(((given != 0) & (given != 1)).any(axis=1) | (given.sum(axis=1) != 1))
    if one_hot and wrong.size:
        raise ValueError(f"y[{wrong[0]}] is {given[wrong[0]].tolist()}, needed one-hot: a single 1, else 0")
    return given


def row(name: str, value: Any, nodes: int, layer: str) -> Matrix:
    """The value as one number for each node of a layer."""
    numbers = array(name, value)
    if numbers.shape != (nodes,):
        raise ValueError(f"{name} is {numbers.shape}, needed ({nodes},): one number per {layer} node")
    return numbers


def flowers_and_labels(x: Any, y: Any) -> tuple[Matrix, Matrix]:
    """The input, and labels of any shape with a row for each flower."""
    x, y = matrix("x", x, "flowers", "input nodes"), array("y", y)
    if y.ndim == 0 or len(y) != len(x):
        raise ValueError(f"y is {y.shape}, needed ({len(x)}, …): one row per flower")
    return x, y


def outputs_and_labels(output_layer_outputs: Any, y: Any, one_hot: bool = False) -> tuple[Matrix, Matrix]:
    """What the net says and what it should say, of one shape."""
    output_layer_outputs = matrix("output_layer_outputs", output_layer_outputs, "flowers", "output nodes")
    return output_layer_outputs, labels(y, output_layer_outputs.shape, one_hot)


def positive(name: str, value: Any) -> float:
    """The value as a finite number above 0."""
    is_number = isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
    if not is_number or not np.isfinite(value) or value <= 0:
        raise ValueError(f"{name} is {value!r}, needed: a finite number above 0")
    return float(value)


def count(name: str, value: Any) -> int:
    """The value as an integer from 0 up."""
    if not isinstance(value, int | np.integer) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{name} is {value!r}, needed: an integer from 0 up")
    return int(value)
