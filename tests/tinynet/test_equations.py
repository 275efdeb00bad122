"""Every equation that a page names: both sides are computed, and they agree."""

import numpy as np
import pytest
from conftest import ROOT
from equations import EQUATIONS, POINTS, nets

from literate.kit import derivations
from literate.reading import sources
from literate.reading.reader import read


def difference(left, right, absolute=False):
    """How far two sides lie apart at most, relative to the largest entry."""
    left, right = (np.concatenate([np.ravel(part) for part in side]) for side in (left, right))
    assert left.shape == right.shape and left.size and np.isfinite(left).all()
    return np.abs(left - right).max() / (1 if absolute else np.abs(right).max())


def sides(name):
    """Both sides of an equation, each as a list of arrays, on everything that it is checked on."""
    one = EQUATIONS[name]
    for given in [np.array(POINTS)] if one.sides.__code__.co_varnames[0] == "points" else nets():
        yield tuple(side if isinstance(side, list) else [side] for side in one.sides(given))


@pytest.mark.parametrize("name", EQUATIONS)
def test_equation(name):
    _, bound, absolute = EQUATIONS[name]
    assert max(difference(left, right, absolute) for left, right in sides(name)) < bound


@pytest.mark.parametrize("name", EQUATIONS)
def test_another_left_side_would_be_noticed(name):
    """One part in a million more on the largest entry of one side, and the bound does not hold."""
    _, bound, absolute = EQUATIONS[name]
    left, right = next(sides(name))
    flat = np.concatenate([np.ravel(part) for part in left])
    flat[np.abs(flat).argmax()] *= 1 + 1e-6
    assert difference([flat], right, absolute) > bound


def test_the_build_reads_what_is_registered():
    equations, numbers = derivations.registered(ROOT)
    assert {name: (float(one.bound), one.absolute) for name, one in equations.items()} == {
        name: (one.bound, one.absolute) for name, one in EQUATIONS.items()
    }
    assert numbers == {"nets": len(list(nets())), "points": len(POINTS)}
    on = {name: one.sides.__code__.co_varnames[0] for name, one in EQUATIONS.items()}
    assert on == {name: one.on.replace("nets", "net") for name, one in equations.items()}


def test_each_equation_has_its_line_on_a_page_and_each_line_its_equation():
    pages = [read(path, ROOT) for path in sources.pages(ROOT)]
    assert {name for page in pages for name in derivations.named_equations(page)} == set(EQUATIONS)
