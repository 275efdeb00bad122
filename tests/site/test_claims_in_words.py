"""What home, parts 1 to 8 and the pages about the pages say in words: each test fails where the words claim more."""

import json
import re
import warnings
from functools import lru_cache

import numpy as np
import pytest
from benchmarks.forms import TIMES, four_lines, pure_python
from conftest import ROOT
from equations import EQUATIONS
from example import some_net, worked_example
from oracles import complex_step, scalar_sums
from page_runs import walk
from project import BENCHMARK

import tinynet
from literate.checking.typed_numbers import typed
from literate.reading.expressions import substitute
from tinynet import backpropagation, central_differences, determine_layer_outputs, feedforward, sigmoid, sigmoid_slope


@lru_cache
def words(name: str) -> str:
    """A page as it is written, with its numbers filled in, in one line."""
    run = walk(ROOT / f"docs/{name}.md").run
    return " ".join(" ".join(substitute(run.page, run.numbers.__getitem__)).split())


# Part 5: why it is faster.
RECORD = json.loads((ROOT / BENCHMARK).read_text(encoding="utf-8"))
FIVE = "series/05-feedforward-with-numpy"


def test_the_gain_grows_to_a_peak_and_then_drops() -> None:
    """The old words: the more flowers, the larger the gain."""
    gains = [size["pure_python"] / size["numpy"] for size in RECORD["sizes"]]
    peak = gains.index(max(gains))
    assert 0 < peak < len(gains) - 1 and gains[: peak + 1] == sorted(gains[: peak + 1])
    assert max(gains[peak + 1 :]) < gains[peak] / 6
    assert f"Of the six sizes measured, it is largest at {RECORD['sizes'][peak]['rows']:,} flowers" in words(FIVE)


def test_what_drops_is_due_to_the_size_of_the_arrays_and_few_flowers_to_the_cost_of_a_call() -> None:
    few, more, last = (RECORD["sizes"][place] for place in (0, 2, -1))
    assert more["rows"] == RECORD["portion"] == 10 * few["rows"] and more["numpy"] < 5 * few["numpy"]
    assert last["portions"] < last["numpy"] / 2 and last["numpy"] / last["portions"] > 2


def test_the_record_is_of_the_sizes_and_the_machine_that_the_page_names() -> None:
    assert [size["rows"] for size in RECORD["sizes"]] == [150 * times for times in TIMES]
    assert {"command", "machine", "date", "python", "numpy"} < set(RECORD)
    for size in RECORD["sizes"]:
        gain = size["pure_python"] / size["numpy"]
        assert f"| {size['rows']:,} | " in words(FIVE) and f" | {gain:.0f} |" in words(FIVE)


def test_neither_side_of_the_comparison_checks_its_arguments() -> None:
    """The old record: the four lines behind a check that copies, the loops without one."""
    weights = tinynet.hand_made_weights()
    rows = np.full((2, 4), np.nan)
    with pytest.raises(ValueError, match="nan"):
        tinynet.step_feedforward(rows, *weights)
    said = pure_python(rows.tolist(), [matrix.T.tolist() for matrix in weights])
    assert four_lines()(rows, *weights).tolist() == said == [[0, 0, 0], [0, 0, 0]]


# Parts 4 and 6 to 8.


@pytest.mark.parametrize(("shape", "fits"), [((2, 4), False), ((3, 2), False), ((2, 2), True), ((5, 5), True)])
def test_rows_of_weights_turned_over_are_an_error_except_in_a_square(shape: tuple[int, int], fits: bool) -> None:
    """The old words: Python often reports no error."""
    given, layer = np.ones((3, shape[1])).tolist(), np.ones(shape).T.tolist()
    if fits:
        assert len(determine_layer_outputs(given, layer)[0]) == shape[0]
    else:
        with pytest.raises(ValueError, match="zip"):
            determine_layer_outputs(given, layer)
    assert "`strict=True` says so, for either layer. Only a square" in words("series/04-feedforward-in-pure-python-2")


def test_the_slopes_of_the_second_matrix_do_not_hold_all_weights() -> None:
    """The old words: each holds all 14."""
    x, y, *weights = worked_example()

    def gradient() -> np.ndarray:
        return np.concatenate([of.ravel() for of in scalar_sums(x, y, *weights)])

    before, held = gradient(), np.zeros(14, int)
    for matrix in weights:
        for place in np.ndindex(matrix.shape):
            matrix[place] += 0.1
            held += gradient() != before
            matrix[place] -= 0.1
            before = gradient()
    assert held.tolist() == [14] * 8 + [10] * 6
    said = words("series/06-cost-function-and-derivatives")
    assert r"Each of the 8 for $\rwt{W}_1$ holds all 14 weights" in said
    assert r"Each of the 6 for $\rwt{W}_2$ holds 10:" in said


@pytest.mark.parametrize("seed", range(3))
def test_walks_from_twins_are_at_twins_after_every_step(seed: int) -> None:
    """The old words: the best weights there are have a twin, so the cost has more than one valley."""
    x, y, *weights = some_net(3, 2, seed)
    twins = [weights[0][:, ::-1], weights[1][::-1]]
    for _ in range(50):
        weights, twins = ([*tinynet.gradient_step(x, y, *place, 0.1)] for place in (weights, twins))
        assert np.abs(weights[0] - twins[0][:, ::-1]).max() < 1e-12 > np.abs(weights[1] - twins[1][::-1]).max()
        outputs = [feedforward(x, *place).output_layer_outputs for place in (weights, twins)]
        assert np.abs(outputs[0] - outputs[1]).max() < 1e-12 and np.abs(weights[0] - twins[0]).max() > 0.1
    assert "best weights" not in words("series/07-gradient-descent-and-partial-derivatives")


def test_the_computed_sigmoid_is_1_and_flat_where_the_formula_is_not() -> None:
    """The old words: the slope is never zero."""
    assert sigmoid(37) == 1 and sigmoid_slope(sigmoid(37)) == 0
    assert sigmoid(36) < 1 and min(sigmoid_slope(sigmoid(z)) for z in (-500, -37, 36)) > 0
    assert "by the formula never zero" in words("series/08-chain-rule-and-activation-function")


@pytest.mark.parametrize(("kind", "last"), [(np.float16, 11), (np.float32, 88), (np.float64, 709)])
def test_the_clip_comes_in_time_in_float64_alone(kind: type, last: int) -> None:
    """The old words: it keeps the exponential from overflowing, whatever the kind of number."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sigmoid(kind(-min(last, 500)))
        if last < 500:
            with pytest.raises(RuntimeWarning, match="overflow"):
                sigmoid(kind(-last - 1))
        sigmoid(np.float64(-1e300))
    assert "`np.exp` overflows for sums of −89 and below" in words("series/08-chain-rule-and-activation-function")


# Home, the Rosetta table, how we know.


def test_the_five_sources_divide_in_three_ways_one_of_which_is_ours() -> None:
    """The old words: they divide the sum of the squares differently."""
    said = words("rosetta")
    factors = re.findall(r"\| times (\d)", said)
    assert len(factors) == 5 and len(set(factors)) == 3 and "1" in factors
    assert "divided by, they choose in three ways, and one of these is ours" in said


def test_no_row_counts_a_thing_against_itself() -> None:
    """The old rows: `len(cells)` of `len(cells)`."""
    for path in (ROOT / "docs").rglob("[!.]*.md"):
        assert not re.search(r"\{\{ ([^}]+) \}\} of \{\{ \1 \}\}", path.read_text(encoding="utf-8")), path


def test_results_are_not_said_to_be_all_computed_while_whole_numbers_below_100_are_free() -> None:
    """The old words: no result is typed, all other numbers are declared."""
    assert [found[0] for found in typed("99 of 100 in 0.5 s")] == ["100", "0.5"]
    assert "whole numbers below a hundred may be typed" in words("index")
    assert "with exceptions: whole numbers below a hundred" in words("how-we-know")
    measured = re.search(r"taken from a record, [^|]*\| (\d+) \|", words("how-we-know"))
    written = re.findall(r"\{\{ (?!holds:).*?\}\}", (ROOT / f"docs/{FIVE}.md").read_text(encoding="utf-8"))
    assert measured and int(measured[1]) == sum("benchmark" in one for one in written) > 0


def gradients(net: tuple[np.ndarray, ...]) -> dict[str, np.ndarray]:
    """The gradient in the six ways of the page, in one row each."""
    x, y, weights_1, weights_2 = net

    def cost(w_1: np.ndarray, w_2: np.ndarray) -> float:
        return tinynet.mean_squared_error(tinynet.feedforward(x, w_1, w_2).output_layer_outputs, y)

    back = backpropagation(*net)
    found = {
        "matrices": (back.weights_1_update, back.weights_2_update),
        "single numbers": tinynet.all_derivatives(*net),
        "flower by flower": [of.sum(axis=0) for of in tinynet.gradient_by_flower(*net)],
        "central differences": [
            central_differences(lambda w: cost(w, weights_2), weights_1),
            central_differences(lambda w: cost(weights_1, w), weights_2),
        ],
        "lists": tinynet.gradient_with_lists(*net),
        "complex step": complex_step(*net),
    }
    return {name: np.concatenate([np.ravel(of) for of in both]) for name, both in found.items()}


def test_four_ways_to_the_gradient_share_feedforward_and_two_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """The old words: found in ways that share no code. A slip in `feedforward` is one that four agree on."""
    right = gradients(worked_example())["matrices"]
    names = feedforward.__wrapped__.__globals__  # type: ignore[attr-defined]
    monkeypatch.setitem(names, "sigmoid", lambda z: sigmoid(z - 1))
    found = gradients(worked_example())
    agree = {name for name, of in found.items() if np.abs(of - found["matrices"]).max() < 1e-9}
    assert agree == {"matrices", "single numbers", "flower by flower", "central differences"}
    for name in ("lists", "complex step"):
        assert np.abs(found[name] - right).max() < 1e-12
    assert np.abs(found["matrices"] - right).max() > 1e-3
    assert "The first four share `feedforward`" in words("how-we-know")


def test_central_differences_are_no_billionth_of_the_largest_entry() -> None:
    """The old words: all ways agree to a billionth of the largest entry or better."""
    assert EQUATIONS["six-ways"][1:] == (1e-12, False) and EQUATIONS["central-differences"][1:] == (1e-9, True)
    x, y, weights_1, weights_2 = some_net(3, 2, seed=0)
    found = gradients((x, y, weights_1, 40 * weights_2))  # where slopes change fast, the step is too long
    off = np.abs(found["central differences"] - found["matrices"]).max()
    assert off > 1e-8 * np.abs(found["matrices"]).max() and off > 1e-9
    assert "where all of them are small, it asks for fewer digits; far larger weights can break it" in words(
        "how-we-know"
    )
