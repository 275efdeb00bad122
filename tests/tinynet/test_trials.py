"""The judge calls with enough: what is right by chance is refused, what is right in a rare form is taken."""

import ast
import pickle
import re
from itertools import product

import exercise_forms
import numpy as np
import pytest
from conftest import ROOT
from example import LEARNING_RATE, worked_example
from exercise_forms import forms
from exercises import gradient_descent, gradient_step

from literate.reading.reader import read
from tinynet.exercises import check, trials
from tinynet.exercises.repeats import KEPT, SHARED
from tinynet.exercises.tasks import names, task
from tinynet.exercises.trials import NETS

SAME = "it gives the same: it is not looked at, or a result is kept"
LUCKY = {(exercise, name.partition("__")[2]): form for exercise, name, form in forms("lucky")}
RIGHT = {exercise: form for exercise, _, form in reversed(forms("right"))}


def arguments(name, net):
    return trials.arguments(task(name), net)


def trial(name, net):
    return trials.trial(task(name), net)


LISTED = [(name, param) for name in names() for param in task(name).parameters]
CALLS = {name: [call for net in NETS for call in trial(name, net)] for name in names()}


def said(capsys, name, form):
    check(name, form)
    return capsys.readouterr().out.rstrip("\n").replace("\n", " ") + "\n"  # it is printed in lines that fit a page


@pytest.mark.parametrize(("exercise", "way"), LUCKY)
def test_what_is_right_by_chance_is_refused(exercise, way, capsys):
    words = {"piled": KEPT, "momentum": KEPT, "one": SHARED, "text": "it returns text, '", "typed": SAME}
    words |= {"text_and_numbers": "text, '0', needed: numbers.", "bytes": "text, b'0.5', needed: numbers."}
    words["weights_of_the_first_call"] = SAME
    words["rate_of_the_notebook"] = f"ith another learning_rate {SAME}"
    exercise_forms.kept.clear()
    printed = said(capsys, exercise, LUCKY[exercise, way])
    assert printed.startswith("Not yet. ")
    found = words.get(way) or words.get(way.partition("_")[0], "")
    if way != "threshold_typed":
        assert found in printed


def key(values):
    """What a call is told apart by: shapes and numbers of arrays, and which function."""
    return pickle.dumps([id(value) if callable(value) else np.asarray(value).tolist() for value in values])


def ignoring(name, param, value_of):
    """A right form that gets another value for one argument, from all arguments by their names."""
    names = list(arguments(name, NETS[0]))

    def form(*given):
        known = dict(zip(names, given, strict=True))
        return RIGHT[name](*(known | {param: value_of(known)}).values())

    return form


@pytest.mark.sampled(6)
@pytest.mark.parametrize(("name", "param"), LISTED)
def test_a_constant_in_place_of_an_argument_is_refused(name, param, capsys):
    """It may be the value of any call, or that of the pages."""
    constants = {key([call[param]]): call[param] for call in CALLS[name]}
    constants |= {key([value]): value for value in on_the_pages().get(param, ())}
    for value in constants.values():
        with np.errstate(all="ignore"):
            printed = said(capsys, name, ignoring(name, param, lambda _, value=value: value))
        assert printed.startswith("Not yet. "), value


@pytest.mark.sampled(6)
@pytest.mark.parametrize(("name", "param"), [one for one in LISTED if one[1] != "n"])  # which goes with the shapes
def test_an_argument_that_is_kept_is_refused(name, param, capsys):
    """The value of the first call of all; of the first of these shapes; of the first where all others are the same."""
    for group in (
        lambda known: 0,
        lambda known: key([np.shape(value) for value in known.values()]),
        lambda known: key([value for other, value in known.items() if other != param]),
    ):
        kept = {}
        form = ignoring(name, param, lambda known, group=group, kept=kept: kept.setdefault(group(known), known[param]))
        assert said(capsys, name, form).startswith("Not yet. ")


# ------------------------------------------------------------------------------------------- not on the pages

ALIASES = {"rate": "learning_rate", "start": "starting_w"}
PYTHON = re.compile(r"```(?:python|figure)[^\n]*\n(.*?)```|\{\{(.*?)(?::[^:{}]*)?\}\}", re.DOTALL)


def constants(node):
    """The numbers that an expression is, or lists; without names."""
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError):
        return []
    return [one for one in (value if isinstance(value, tuple | list) else [value]) if isinstance(one, int | float)]


def bound(tree):
    """Each name that code gives a value, with the expression."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.keyword(arg=str(name), value=value):
                yield name, value
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                yield from ((name.id, value) for name, value in zip(names, values, strict=True) if hasattr(name, "id"))
            case (
                ast.For(target=ast.Name(id=name), iter=value) | ast.comprehension(target=ast.Name(id=name), iter=value)
            ):
                yield name, value
            case ast.Call(func=ast.Name(id=name), args=values) if name in CALLS:
                yield from zip(arguments(name, NETS[0]), values, strict=False)
            case ast.arguments(args=names, defaults=values) if values:
                yield from zip([name.arg for name in names[-len(values) :]], values, strict=True)


def on_the_pages():
    """The numbers that the code of the pages gives to names of arguments."""
    if not KNOWN:
        for path in sorted(ROOT.glob("docs/**/*.md")):
            code = [cell.source for cell in read(path, ROOT).cells]
            code += [block or inline for block, inline in PYTHON.findall(path.read_text(encoding="utf-8"))]
            for source in code:
                for name, value in bound(parsed(source)):
                    KNOWN.setdefault(ALIASES.get(name, name), set()).update(constants(value))
    return KNOWN


KNOWN = {}


def parsed(source):
    """The code, or none where it is not Python."""
    lines = source.split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    try:
        return ast.parse("\n".join(line[indent:] for line in lines))
    except SyntaxError:
        return ast.Module([], [])


def test_no_single_number_of_the_trials_is_on_the_pages():
    """But the numbers of nodes and of elements, which are counts."""
    pages = on_the_pages()
    assert LEARNING_RATE in pages["learning_rate"] and 0.02 in pages["learning_rate"]
    assert {1.9, 3, -10} <= pages["starting_w"] and {2, 2.5} <= pages["threshold"]
    assert {3, 10, 1000} <= pages["n_gradient_descent_steps"] and 9 not in pages["n_gradient_descent_steps"]
    for name, param in [one for one in LISTED if one[1] in {"learning_rate", "starting_w", "threshold"}]:
        values = {call[param] for call in CALLS[name]}
        assert len(values) == 6 and not values & pages[param]
    steps = {call["n_gradient_descent_steps"] for call in CALLS["gradient_descent"]}
    assert len(steps) == 6 and not steps & pages["n_gradient_descent_steps"]


def test_no_matrix_of_the_trials_has_a_number_of_the_worked_example():
    x, y, *weights = worked_example()
    example = np.concatenate([part.ravel() for part in (x, *weights)])
    for name, calls in CALLS.items():
        for param, value in product(calls[0], ("x", "weights_1", "weights_2", "inputs", "weights")):
            if param == value and "layer_outputs" not in name:
                numbers = np.concatenate([np.ravel(call[param]) for call in calls])
                assert not np.isin(numbers[numbers % 1 != 0], example).any()
        assert all(np.shape(call["y"]) != y.shape for call in calls if "y" in call)


# ------------------------------------------------------------------------------------------- what the trials reach


def some(name, *conditions):
    """Whether each condition on the arguments holds in some call."""
    return all(any(condition(*call.values()) for call in CALLS[name]) for condition in conditions)


def test_the_further_calls_change_one_argument_at_a_time_then_all_then_none():
    for name in names():
        for net in NETS:
            first, *calls = trial(name, net)
            keys = [[key([call[param]]) != key([first[param]]) for param in first] for call in calls]
            changes = np.vstack([np.eye(len(first)), np.ones(len(first)), np.zeros(len(first))])
            changes[:, [param == "n" for param in first]] = 0
            assert np.array_equal(keys, changes), name


def test_numbers_are_at_the_threshold_near_it_and_of_both_signs():
    assert some(
        "step_function",
        lambda number, threshold: number == threshold,
        lambda number, threshold: threshold - 0.5 < number < threshold,
        lambda number, threshold: number < threshold < -number,
        lambda number, threshold: threshold < number < 0,
        lambda number, threshold: number == 0 > threshold,
        lambda number, threshold: int(number) < threshold < number,
        lambda number, threshold: int(threshold) <= number < threshold,
    )
    for net in NETS:
        calls = trial("layer_outputs", net)
        sums = np.concatenate([(call["x"] @ call["weights"]).ravel() for call in calls])
        assert (sums == 2).any() and ((sums > 1.99) & (sums < 2)).any() and (sums <= -2).any()
        assert ((sums > 2) & (sums < 2.2)).any() or net[0] == 2
        assert any((call["x"] < 0).any() for call in calls) and (sums % 1 != 0).any()


def test_sums_have_zeros_twins_and_both_signs():
    twins = lambda values: any(values.count(value) > 1 for value in values if value)  # noqa: E731
    assert some(
        "weighted_sum",
        lambda inputs, weights: twins(inputs),
        lambda inputs, weights: twins(weights),
        lambda inputs, weights: 0 in inputs[:-1],
        lambda inputs, weights: np.dot(inputs, weights) > 0.1,
        lambda inputs, weights: np.dot(inputs, weights) < -0.1,
    )
    assert some("sigmoid", *[lambda x, value=value: (x == value).any() for value in (-1000, -15, 0, 15, 1000)])
    for name in ("plain_mean_squared_error", "mean_squared_error"):
        assert some(name, lambda o, y: (o > 1).any(), lambda o, y: (o < 0).any())
    assert some("output_layer_inputs", lambda h, w: (h @ w > 2).any(), lambda h, w: (h @ w < 0).any())


def test_walks_begin_and_end_where_it_is_flat():
    assert some(
        "gradient_descent",
        lambda slope, w, rate, n: slope(w) == 0 == slope(w + 1),
        lambda slope, w, rate, n: slope(w) == 0 != slope(w + 1),
        lambda slope, w, rate, n: len(set(task("gradient_descent").answer(slope, w, rate, n)[-3:])) == 1 and slope(w),
        lambda slope, w, rate, n: 0 < abs(slope(w)) < 0.5,
        lambda slope, w, rate, n: w == 0,
        lambda slope, w, rate, n: w < 0 < slope(w + 2),
    )


def test_the_first_and_the_last_nodes_are_asked_for():
    last = (lambda h, o, y, i, j: i == h.shape[1], lambda h, o, y, i, j: j == o.shape[1])
    assert some("derivative_w2", *last, lambda h, o, y, i, j: i == 1, lambda h, o, y, i, j: j == 1)


def test_flowers_are_named_right_below_a_half_and_wrong_above():
    def rows(test):
        return lambda outputs, y: any(
            test(o, o.argmax() == label.argmax(), o[label.argmax()]) for o, label in zip(outputs, y, strict=True)
        )

    assert some(
        "accuracy",
        rows(lambda o, right, own: right and own < 0.5),
        rows(lambda o, right, own: right and (o > 0.5).sum() > 1),
        rows(lambda o, right, own: not right and own > 0.5),
        rows(lambda o, right, own: not right and o.max() < 0.5),
    )


# ------------------------------------------------------------------------------------------- what is said


def test_only_the_first_calls_print(capsys):
    def loud(out):
        print("called")
        return out * (1 - out)

    assert said(capsys, "sigmoid_slope", loud).count("called") == len(NETS)


def test_a_crash_in_a_further_call_is_told_without_a_word_on_shapes(capsys):
    def form(number, threshold):
        return [1, 0][int(number < threshold)] if threshold > -5 else [][0]

    words = "Not yet. Called with number 4, threshold -5.5, it raises IndexError: list index out of range.\n"
    assert said(capsys, "step_function", form) == words

    calls = []

    def matrices(output_layer_delta, weights_2):
        calls.append(1)
        return output_layer_delta @ (weights_2.T if len(calls) < 5 else weights_2)

    assert "transpose" not in said(capsys, "hidden_layer_error", matrices)


def test_what_happens_in_further_calls_alone_is_told(capsys):
    def form(x, weights, change=lambda x, sums: sums):
        sums = x @ weights
        return change(x, sums >= 2) if (x % 1).any() else sums >= 2

    def halved(x, fires):
        x /= 2
        return fires

    def told(change):
        return said(capsys, "layer_outputs", lambda x, weights: form(x, weights, change))

    assert told(lambda x, fires: fires).startswith("Right: ")
    assert "It changes x in place" in told(halved)
    assert "On the way log gives infinity" in told(lambda x, fires: fires + 0 * (np.log(0 * x[0, 0]) < 0))
    assert "numbers that are not finite." in told(lambda x, fires: fires + np.nan)


def test_a_crash_at_the_same_numbers_again_is_told_as_such(capsys):
    calls = []

    def form(number, threshold):
        calls.append((number, threshold))
        return [int(number >= threshold)][calls.count(calls[-1]) - 1]

    assert "it raises IndexError" in said(capsys, "step_function", form)


def test_numbers_that_come_by_chance_are_not_taken(capsys):
    calls = []

    def form(inputs, weights):
        calls.append(1)
        return np.dot(inputs, weights) + (len(calls) == len(CALLS["weighted_sum"]))

    assert said(capsys, "weighted_sum", form) == f"Not yet. {KEPT}\n"


def test_a_list_that_has_become_ragged_is_told(capsys):
    shared, kept = [], []

    def form(x, weights):
        shared[:] = (x @ weights >= 2).tolist()
        return shared if len(x) == 2 else (x @ weights >= 2)

    def ragged(x, weights):
        kept.append((x @ weights >= 2).tolist())
        if len(kept) > 1:
            kept[0].append([1])
        return kept[-1]

    assert said(capsys, "layer_outputs", form) == f"Not yet. {SHARED}\n"
    assert said(capsys, "layer_outputs", ragged) == f"Not yet. {SHARED}\n"

    paths = []

    def spoiled(*given):
        paths.append(gradient_descent.right__loops(*given))
        if len(paths) > 1:
            paths[0].append({})
        return paths[-1]

    assert said(capsys, "gradient_descent", spoiled) == f"Not yet. {SHARED}\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1", "'1'"),
        (b"1", "b'1'"),
        (np.str_("1"), "np.str_('1')"),
        (np.array("1"), "'1'"),
        (np.array(b"1"), "b'1'"),
        (np.array("1", dtype=object), "'1'"),
        (["1"], "'1'"),
        ("one\nand more than a line can hold", "'one\\nand more than "),
    ],
)
def test_text_is_refused(value, text, capsys):
    words = f"Not yet. Called with number 4, threshold 4, it returns text, {text}, needed: numbers.\n"
    assert said(capsys, "step_function", lambda number, threshold: value) == words.replace("np.str_('1')", repr(value))
    mixed = said(capsys, "step_function", lambda number, threshold: 1 if number == 4 else value)
    assert "it returns text" in mixed and "transpose" not in mixed


def test_text_in_the_second_of_a_pair_is_refused(capsys):
    def form(x, y, weights_1, weights_2, learning_rate):
        new_1, new_2 = gradient_step.right__dot(x, y, weights_1, weights_2, learning_rate)
        return new_1, new_2.astype(str)

    assert "it returns text, " in said(capsys, "gradient_step", form)
