"""Mini-batches: each flower once, with its label, in another order for another seed."""

import numpy as np
import pytest

from tinynet import load_iris, mini_batches

IRIS = load_iris()


@pytest.mark.parametrize(("size", "sizes"), [(40, [40, 40, 40, 30]), (150, [150]), (1, [1] * 150), (50, [50] * 3)])
def test_all_flowers_are_dealt_out(size, sizes):
    batches = mini_batches(IRIS.x, IRIS.y, size, 0)
    assert [len(x) for x, _ in batches] == [len(y) for _, y in batches] == sizes
    dealt = np.hstack([np.vstack([x for x, _ in batches]), np.vstack([y for _, y in batches])])
    whole = np.hstack([IRIS.x, IRIS.y])
    assert sorted(dealt.tolist()) == sorted(whole.tolist()) and (dealt != whole).any()


def test_the_order_is_that_of_the_seed():
    first, again, other = (mini_batches(IRIS.x, IRIS.y, 10, seed)[0][0] for seed in (1, 1, 2))
    assert (first == again).all() and (first != other).any()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((IRIS.x, IRIS.y, 0, 0), "batch_size is 0, needed: from 1 to 150"),
        ((IRIS.x, IRIS.y, 151, 0), "batch_size is 151, needed: from 1 to 150"),
        ((IRIS.x, IRIS.y, 1.5, 0), "batch_size is 1.5, needed: an integer"),
        ((IRIS.x, IRIS.y[:3], 5, 0), r"y is \(3, 3\), needed \(150, …\): one row per flower"),
        ((IRIS.x, IRIS.y, 5, -1), "random_state is -1"),
    ],
)
def test_what_does_not_fit_is_told(arguments, message):
    with pytest.raises(ValueError, match=message):
        mini_batches(*arguments)
