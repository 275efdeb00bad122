"""Accuracy."""

from tinynet import accuracy


def test_the_share_of_largest_outputs_in_the_right_column():
    y = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]]
    outputs = [[0.2, 0.1, 0.1], [0.9, 0.8, 0.1], [0.1, 0.2, 0.3], [-1, -3, -2]]
    assert accuracy(outputs, y) == 0.5
    assert accuracy(y, y) == 1.0
    assert type(accuracy(y, y)) is float
