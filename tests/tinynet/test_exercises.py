"""The check of the exercises takes every right form, and names the slip of every wrong one."""

import inspect
import os
import shutil
import subprocess
import sys
import warnings
from itertools import combinations

import numpy as np
import pytest
import right_forms
from conftest import ROOT, need
from project import cell, page_of
from wrong_forms import WRONG

import tinynet
from literate.products.bundled_package import preamble
from tinynet import pure_python
from tinynet.exercises import SLIPS, check, forward_slips
from tinynet.exercises.answers import ANSWERS
from tinynet.exercises.attempts import arrays, same
from tinynet.exercises.trials import NETS, SQUARE, arguments

RIGHT = [form for name, form in vars(right_forms).items() if "__" in name and not name.startswith("__")]
PRAISE = "Right: {} gives what it should in three trials with other numbers."
CASES = [(form, *wrong) for form, wrongs in WRONG.items() for wrong in wrongs]


def exercise(form):
    return form.__name__.partition("__")[0]


def edited(form, *edits):
    """A form with other text in some of its places."""
    source = inspect.getsource(form)
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert old in source, old
        source = source.replace(old, new)
    names = {}
    exec(source, dict(vars(right_forms)), names)
    return names[form.__name__]


def said(capsys, name, form):
    """The verdict on a form, and what is printed: one or two sentences on one line."""
    assert check(name, form) is None
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1 and printed.endswith((".\n", "?\n"))
    return printed.startswith("Right: "), printed


@pytest.mark.parametrize("form", RIGHT, ids=lambda form: form.__name__)
def test_a_right_form_is_taken(form, capsys):
    name = exercise(form)
    assert said(capsys, name, form) == (True, f"{PRAISE.format(name)}\n")


@pytest.mark.parametrize(("form", "words", "edits"), [(a, b, c) for a, b, *c in CASES])
def test_the_slip_of_a_wrong_form_is_named(form, words, edits, capsys):
    right, printed = said(capsys, exercise(form), edited(form, *edits))
    assert not right and printed.startswith("Not yet. ")
    assert all(part in printed for part in words.split(" … ")), printed


def arrays_of(name):
    """The names of the arrays and lists that an exercise hands over."""
    return [one for one, value in arguments(name, NETS[0]).items() if isinstance(value, np.ndarray | list)]


@pytest.mark.parametrize("name", ANSWERS)
def test_what_is_wrong_everywhere_is_named(name, capsys):
    right = next(form for form in RIGHT if exercise(form) == name)
    pair = name == "gradient_step"

    def each(change):
        return lambda *a: tuple(change(np.array(part)) for part in right(*a)) if pair else change(np.array(right(*a)))

    forms_and_words = [
        (each(lambda part: 0 * part), "The likely slip: every number is zero"),
        (each(lambda part: -1 * part), "The likely slip: the sign is wrong"),
        (each(lambda part: part + np.nan), "gives back numbers that are not finite"),
        (each(lambda part: part + 1e-6), "needed"),
        (lambda *a: None, "gives back None: is the return missing?"),
        (lambda *a: {"a": 1}, "gives back a dict, needed: "),
        (lambda *a: 1 / 0, "it raises ZeroDivisionError: division by zero."),
        (lambda: 1, "it raises TypeError: "),
        (each(lambda part: part[None]), "has the shape (1, "),
    ]
    if pair or np.ndim(ANSWERS[name](*arguments(name, NETS[0]).values())) == 2:
        forms_and_words.append((each(np.transpose), "It is transposed: rows and columns are swapped."))
    for form, words in forms_and_words:
        verdict, printed = said(capsys, name, form)
        assert not verdict and words.replace("(1, ", "(1,") in printed.replace("(1, ", "(1,"), printed


@pytest.mark.parametrize("name", ANSWERS)
def test_right_values_with_changed_arguments_are_not_right(name, capsys):
    right = next(form for form in RIGHT if exercise(form) == name)

    def form(*given):
        answer = right(*given)
        for one in given:
            if isinstance(one, list):
                one.reverse()
            elif isinstance(one, np.ndarray):
                one[...] = one + 1
        return answer

    names = ", ".join(arrays_of(name))
    told = f"Not yet. It changes {names} in place: make new ones, and leave the arguments as they are.\n"
    right_message = f"{PRAISE.format(name)}\n"
    assert said(capsys, name, form) == ((False, told) if names else (True, right_message))
    assert bool(names) == (name not in ("step_function", "gradient_descent"))


def test_every_exercise_has_forms_of_each_kind():
    assert {exercise(form) for form in RIGHT} == {exercise(form) for form in WRONG} == set(ANSWERS) == set(SLIPS)
    for name in ANSWERS:
        sources = [inspect.getsource(form) for form in RIGHT if exercise(form) == name]
        assert len(sources) >= 3 and any("for " in source for source in sources)
        matrices = "weights" in str(inspect.signature(ANSWERS[name])) or "out" in str(inspect.signature(ANSWERS[name]))
        assert not matrices or any(" @ " in source or "einsum(" in source for source in sources)


def test_every_slip_is_named_for_some_wrong_form(capsys):
    named = {
        (exercise(form), text.partition("slip: ")[2].split(". ")[0].rstrip(".\n"))
        for form, _, *edits in CASES
        for text in [said(capsys, exercise(form), edited(form, *edits))[1]]
    }
    listed = {(name, slip) for name in SLIPS for slip in [*SLIPS[name], *forward_slips.EVERYWHERE]}
    assert listed <= named, listed - named


@pytest.mark.parametrize("name", ANSWERS)
def test_no_two_slips_say_the_same(name):
    calls = [list(arguments(name, net).values()) for net in NETS]
    pair = name == "gradient_step"
    right = [arrays(ANSWERS[name](*call), pair) for call in calls]
    values = [right, *([arrays(slip(*call), pair) for call in calls] for slip in SLIPS[name].values())]
    values += [[[slip(part) for part in parts] for parts in right] for slip in forward_slips.EVERYWHERE.values()]
    for k, one in enumerate(values):
        for other in values[:k]:
            assert not all(same(*parts) for parts in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("name", "form", "printed"),
    [
        ("sigmoid", right_forms.sigmoid__clip, PRAISE.format("sigmoid")),
        ("weighted_sum", lambda i, w: None, "Not yet. It gives back None: is the return missing?"),
        (
            "weights_2_update",
            lambda h, o, y: (h.T @ ((o - y) * o * (1 - o))) / len(y),
            "Not yet. The likely slip: the sum is divided by the rows (flowers), not by all elements of y.",
        ),
        (
            "output_layer_inputs",
            lambda h_out, w: (h_out @ w).T,
            "Not yet. Called with h_out (2, 4), weights_2 (4, 3), it has the shape (3, 2), needed (2, 3)."
            " It is transposed: rows and columns are swapped.",
        ),
        (
            "step_function",
            lambda number, threshold: threshold - number,
            "Not yet. Called with number 4, threshold 4, it is 0, needed 1; right in 0 of 3 trials.",
        ),
        (
            "layer_outputs",
            lambda x, weights: (x @ weights >= 2) + 0.5 * (np.arange(weights.shape[1]) == 1),
            "Not yet. Called with x (2, 5), weights (5, 4), it is 0.5 at [0, 1], needed 0; right in 0 of 3 trials.",
        ),
        (
            "gradient_descent",
            lambda slope, w, rate, n: [w - rate * slope(w)] * (n - 2),
            "Not yet. Called with slope, starting_w -0.7, learning_rate 0.35, n_gradient_descent_steps 4,"
            " it has the shape (2,), needed (5,).",
        ),
        (
            "hidden_layer_error",
            lambda delta, w: delta @ w,
            "Not yet. Called with output_layer_delta (2, 3), weights_2 (4, 3), it raises ValueError: @."
            " Where all matrices are square it runs:"
            " a transpose (.T) is missing or one too many, or a size is fixed.",
        ),
        ("sigmoid", lambda x: [][1], "Not yet. Called with x (2, 7), it raises IndexError: list index out of range."),
        ("sigmoid", lambda x: int("é\n"), "Not yet. Called with x (2, 7), it raises ValueError: @."),
        ("sigmoid", lambda x: next(iter([])), "Not yet. Called with x (2, 7), it raises StopIteration."),
        (
            "sigmoid",
            lambda x: [[1], [2, 3]],
            "Not yet. Called with x (2, 7), it gives back a list, needed: numbers, in rows of one length.",
        ),
        (
            "sigmoid",
            lambda x: 1 / (1 + np.exp(-x)),
            "Not yet. NumPy warns: overflow encountered in exp."
            " The likely slip: overflow, a number is too large for exp.",
        ),
        (
            "sigmoid",
            lambda x: right_forms.sigmoid__clip(x) + 0 * np.log(0 * x[0, 0]),
            "Not yet. Called with x (2, 7), it gives back numbers that are not finite."
            " NumPy warns: divide by zero encountered in log.",
        ),
    ],
)
def test_what_is_printed(name, form, printed, capsys):
    start, _, end = printed.partition("@")
    text = said(capsys, name, form)[1]
    assert text.startswith(start) and text.endswith(f"{end}\n") and ("@" in printed or text == f"{printed}\n")


def test_two_things_at_once_are_enough(capsys):
    def form(x):
        answer = 1 / (1 + np.exp(x))
        x += 1
        return answer

    text = said(capsys, "sigmoid", form)[1]
    assert "sign of the exponent" in text and "NumPy warns: overflow" in text and "in place" not in text


def test_other_warnings_are_not_the_matter(capsys):
    def form(x):
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        return right_forms.sigmoid__clip(x)

    assert said(capsys, "sigmoid", form)[0]


def test_warnings_of_numbers_are_heard_whatever_is_set(capsys):
    for setting in ("ignore", "raise", "print"):
        with np.errstate(all=setting, under="ignore"):
            assert "overflow" in said(capsys, "sigmoid", lambda x: 1 / (1 + np.exp(-x)))[1]


def test_the_tolerance_is_relative_to_the_largest_number(capsys):
    for factor, right in ((1 + 0.9e-9, True), (1 + 1.1e-9, False)):
        value = said(capsys, "weighted_sum", lambda i, w, factor=factor: np.dot(i, w) * factor)
        assert value[0] is right

    def near(delta, w, by):
        value = delta @ w.T
        value[0, 0] += by * abs(value).max()
        return value

    assert said(capsys, "hidden_layer_error", lambda d, w: near(d, w, 0.9e-9))[0]
    assert not said(capsys, "hidden_layer_error", lambda d, w: near(d, w, -1.1e-9))[0]


def test_bad_input():
    with pytest.raises(ValueError, match=r"^exercise is 'sigmoids', needed one of: weighted_sum, .*, accuracy$"):
        check("sigmoids", right_forms.sigmoid__clip)
    with pytest.raises(ValueError, match=r"^function is 0.5, needed: the function itself, without parentheses"):
        check("sigmoid", 0.5)


def test_the_nets_hide_nothing():
    sizes = [shape for shape, _ in NETS]
    assert len(NETS) == 3 and (3, 4, 2, 3) not in sizes and all(len(set(shape)) == 4 for shape in sizes)
    assert all(len({shape[k] for shape in sizes}) >= 2 for k in range(4)) and len(set(SQUARE[0])) == 1
    for one, other in combinations(sizes, 2):
        assert all(a != b for a, b in zip(one[1:3], other[1:3], strict=True)) or one[0] != other[0]
    for net in NETS:
        x, weights = arguments("layer_outputs", net).values()
        assert x.dtype.kind == weights.dtype.kind == "i" and (x @ weights == 2).any()
        lists = arguments("determine_layer_outputs", net)
        assert np.array_equal(lists["list_of_inputs"], x) and np.array_equal(lists["list_of_weights"], weights.T)
        assert isinstance(lists["list_of_inputs"][0][0], int)
        (sums,) = arguments("sigmoid", net).values()
        assert sums.min() == -1000 and sums.max() == 1000
        y = arguments("accuracy", net)["y"]
        assert set(y.ravel()) == {0, 1} and (y.sum(axis=1) == 1).all()
    shares = [ANSWERS["accuracy"](*arguments("accuracy", net).values()) for net in NETS]
    assert shares == [1 / 2, 4 / 5, 3 / 4]
    numbers = [arguments("step_function", net).values() for net in NETS]
    assert [number - threshold for number, threshold in numbers] == [0, -2, 1]


def test_the_answers_are_those_of_the_package():
    for net in NETS:
        given = {name: list(arguments(name, net).values()) for name in ANSWERS}
        for name in ("weighted_sum", "determine_layer_outputs", "plain_mean_squared_error", "mean_squared_error"):
            assert np.allclose(ANSWERS[name](*given[name]), getattr(tinynet, name)(*given[name]), rtol=1e-12)
        for name in ("gradient_descent", "sigmoid", "sigmoid_slope", "derivative_w2", "accuracy"):
            assert np.allclose(ANSWERS[name](*given[name]), getattr(tinynet, name)(*given[name]), rtol=1e-12)
        assert ANSWERS["step_function"](*given["step_function"]) == pure_python.step_function(*given["step_function"])
        x, y, weights_1, weights_2, _ = given["gradient_step"]
        layers, back = tinynet.feedforward(x, weights_1, weights_2), tinynet.backpropagation(x, y, weights_1, weights_2)
        assert np.allclose(ANSWERS["output_layer_inputs"](*given["output_layer_inputs"]), layers.output_layer_inputs)
        for name in ("output_layer_delta", "weights_2_update", "hidden_layer_error", "weights_1_update"):
            assert np.allclose(ANSWERS[name](*given[name]), getattr(back, name), rtol=1e-12)
        right = tinynet.gradient_step(*given["gradient_step"])
        assert all(map(np.allclose, ANSWERS["gradient_step"](*given["gradient_step"]), right))


def test_the_random_numbers_of_the_reader_stay_as_they_are(capsys):
    np.random.seed(10)
    expected = np.random.normal(size=2).tolist()
    np.random.seed(10)
    check("accuracy", right_forms.accuracy__mean)
    assert np.random.normal(size=2).tolist() == expected


MODULES = ["__init__", "answers", "attempts", "backward_slips", "forward_slips", "repeats", "trials"]


def script(folder):
    """A page with an exercise, as a script: what a reader has who has no package."""
    shutil.copytree(ROOT / "tinynet/exercises", folder / "tinynet/exercises")
    code = 'from tinynet.exercises import check\n\ncheck("accuracy", lambda o, y: THE_ANSWER)'
    page = page_of(folder, cell(code), taught=(ROOT / "tinynet/__init__.py").read_text(encoding="utf-8"))
    return preamble(page) + page.cells[0].source


def run(text, folder, python):
    answer = text.replace("THE_ANSWER", "(o.argmax(axis=1) == y.argmax(axis=1)).mean()")
    (folder / "script.py").write_text(answer, encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    command = [python, "-I", "-W", "error", str(folder / "script.py")]
    return subprocess.run(command, env=clean, cwd=folder, capture_output=True, text=True, timeout=60)


def test_the_check_travels_with_a_script(tmp_path):
    text = script(tmp_path)
    for name in MODULES:
        assert f'\n"exercises/{name}.py": ' in text
    assert text.count('.py": ') == len(MODULES) + 1
    shutil.rmtree(tmp_path / "tinynet")
    done = run(text, tmp_path, sys.executable)
    assert (done.stdout, done.stderr) == (f"{PRAISE.format('accuracy')}\n", "")


def test_the_check_runs_with_the_oldest_numpy(tmp_path):
    python = need("oldest NumPy", os.environ.get("LITERATE_OLDEST", "LITERATE_OLDEST"), "a Python with NumPy 1.24")
    done = run(script(tmp_path), tmp_path, python)
    assert done.stdout == f"{PRAISE.format('accuracy')}\n", done.stderr
