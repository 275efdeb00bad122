"""What comes back in odd kinds is read, or refused with a word that helps."""

import numpy as np
import pytest
from exercises import feedforward, gradient_descent

from tinynet.exercises import check
from tinynet.exercises.attempts import _shallow


def said(capsys, name, form):
    check(name, form)
    return " ".join(capsys.readouterr().out.split())


def nested(weights):
    holder = []
    holder.extend([holder, holder, weights])
    return holder


@pytest.mark.parametrize(
    ("name", "form", "words"),
    [
        ("weighted_sum", lambda i, w: nested(w), "it returns a list, needed: numbers, in rows of one length."),
        (
            "gradient_descent",
            lambda *all: map(float, [1]),
            "returns a map, needed: numbers, in rows of one length; list",
        ),
        ("feedforward", lambda *all: {"a": 1}, "it returns a dict, needed: 4 arrays."),
        ("feedforward", lambda *all: [[1.0]], "it returns a list, needed: 4 arrays."),
        ("gradient_step", lambda *all: np.zeros((3, 2)), "it returns a ndarray, needed: a pair of arrays."),
        (
            "backpropagation",
            lambda *all: iter([1]),
            "it returns a list_iterator, needed: 6 arrays; list(…) makes a list",
        ),
    ],
)
def test_what_cannot_be_read(name, form, words, capsys):
    assert words in said(capsys, name, form)


def test_a_list_that_holds_itself_is_not_gone_through():
    """NumPy would, and take all memory."""
    with pytest.raises(ValueError):
        _shallow(nested([]))
    _shallow([[[[1.0]]]])


def test_none_in_some_calls_alone(capsys):
    words = "Called with number 4, threshold -5.5, it returns None: is there a return for this case, too?"
    assert words in said(capsys, "step_function", lambda n, t: int(n >= t) if t > 0 else None)


def test_fewer_results_are_told_by_their_places(capsys):
    def form(x, weights_1, weights_2):
        h_out, o_out = feedforward.right__loops_what_is_put_out(x, weights_1, weights_2)
        return h_out, o_out + 0.25

    assert "its second result is" in said(capsys, "feedforward", form)


def test_float32_is_told_as_precision(capsys):
    def form(*given):
        return np.float32(gradient_descent.right__loops(*given))

    printed = said(capsys, "gradient_descent", form)
    assert printed.endswith("It agrees to some six digits: is it float32, or rounded on the way?")
    rough = said(capsys, "gradient_descent", lambda *given: np.round(gradient_descent.right__loops(*given), 3))
    assert rough.startswith("Not yet. ") and "digits" not in rough
