"""The Iris data."""

import re
from importlib.resources import files

import numpy as np
import pytest

from tinynet import load_iris
from tinynet.data import parse_iris

TEXT = files("tinynet").joinpath("iris.csv").read_text(encoding="utf-8")


def test_equal_to_another_copy():
    from sklearn.datasets import load_iris as other_copy  # seconds, for each process that collects the tests

    ours, theirs = load_iris(), other_copy()
    assert np.array_equal(ours.x, theirs.data)
    assert np.array_equal(ours.y, np.eye(3)[theirs.target])
    assert ours.species == tuple(f"Iris-{name}" for name in theirs.target_names)


def test_shapes_types_and_names():
    iris = load_iris()
    assert (iris.x.shape, iris.x.dtype, iris.y.shape, iris.y.dtype) == ((150, 4), np.float64, (150, 3), np.float64)
    assert iris.feature_names == ("sepal_length", "sepal_width", "petal_length", "petal_width")
    assert list(iris.species) == sorted(iris.species)
    assert (iris.y.sum(axis=1) == 1).all() and set(iris.y.ravel()) == {0, 1}


def test_the_three_flowers():
    iris = load_iris()
    assert iris.x[[1, 51, 101]].tolist() == [[4.9, 3.0, 1.4, 0.2], [6.4, 3.2, 4.5, 1.5], [5.8, 2.7, 5.1, 1.9]]
    assert iris.y[[1, 51, 101]].tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]


def test_each_call_gives_a_copy_of_its_own():
    load_iris().x[:] = 0
    load_iris().y[:] = 0
    assert load_iris().x.min() > 0 and load_iris().y.sum() == 150


def test_columns_follow_the_alphabet_not_the_file():
    iris = parse_iris("a,species\n1,zebra\n2,ant\n 3 , zebra \n")
    assert iris.species == ("ant", "zebra") and iris.y.tolist() == [[0, 1], [1, 0], [0, 1]]
    assert iris.x.tolist() == [[1], [2], [3]] and iris.feature_names == ("a",)


@pytest.mark.parametrize(
    "row", ["1,2,3,4", "1,2,3,4,5,x", "1,2,three,4,x", "1,2,nan,4,x", "1,2,inf,4,x", "1,2,3,4, ", ""]
)
def test_a_bad_row_is_named_by_its_line(row):
    header, first, *rest = TEXT.splitlines()
    message = f"iris.csv:3: {row!r}, needed: 4 finite numbers and a species"
    with pytest.raises(ValueError, match=re.escape(message)):
        parse_iris("\n".join([header, first, row, *rest]))
