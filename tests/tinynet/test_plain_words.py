"""What NumPy and Python say of a mistake is said in the words of the pages; both NumPys, the oldest and the newest."""

import math

import numpy as np
import pytest

from tinynet.exercises.plain_words import plain

A, B = np.ones((2, 3)), np.ones((4, 3))


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (
            lambda: A @ B,
            "ValueError: a matrix product meets 3 columns on its left and 4 rows on its right; it needs as many",
        ),
        (lambda: np.dot(A, B), "meets the shapes (2, 3) and (4, 3): 3 columns on its left, 4 rows on its right."),
        (lambda: np.dot(A, A[0, :2]), "meets the shapes (2, 3) and (2,): 3 columns on its left, 2 rows on its right."),
        (lambda: A * B, "ValueError: element by element, the shapes (2, 3) and (4, 3) do not fit."),
        (lambda: A[:, 0] * B, "the shapes (2,) and (4, 3) do not fit."),
        (lambda: A ^ 2, "TypeError: ^ is no power in Python: write **."),
        (lambda: 0.5 ^ 2, "TypeError: ^ is no power in Python: write **."),
        (
            lambda: math.exp(A),
            "TypeError: a function for one number has been given an array: math.exp and float take one, ",
        ),
        (lambda: float(A), "np.exp takes all."),
        (lambda: 1 if A > 0 else 0, "ValueError: an if, and or or asks of a whole array whether it is true: "),
        (lambda: 2.0 * plain, "TypeError: a function stands where a number belongs: is it called, with parentheses?"),
        (
            lambda: 2.0 * math.exp,
            "TypeError: a function stands where a number belongs: is it called, with parentheses?",
        ),
        (lambda: A(1 - A), "TypeError: an array is called like a function: is a * missing before a parenthesis?"),
        (
            lambda: [1.0] * [2.0],
            "TypeError: a list is multiplied as a whole: go through its numbers, or make it an array.",
        ),
        (lambda: [1.0] - 2, "TypeError: a list is taken for a number: go through its numbers, or make it an array."),
        (lambda: math.exp(1000), "OverflowError: math range error (overflow: a number is too large for exp)."),
        (lambda: [][1], "IndexError: list index out of range."),
        (lambda: next(iter([])), "StopIteration."),
        (lambda: exec("raise ValueError('two\\nlines')"), "ValueError: two."),
    ],
)
def test_a_mistake_in_plain_words(mistake, words):
    with pytest.raises(Exception) as caught:
        mistake()
    said = plain(caught.value)
    assert words in said and said.startswith(type(caught.value).__name__) and said[-1] in ".?"
    assert "gufunc" not in said and "core dimension" not in said


@pytest.mark.parametrize(
    "text",
    [
        "only size-1 arrays can be converted to Python scalars",
        "only length-1 arrays can be converted to Python scalars",
    ],
)
def test_older_numpys_say_it_otherwise(text):
    assert plain(TypeError(text)).startswith("TypeError: a function for one number")
