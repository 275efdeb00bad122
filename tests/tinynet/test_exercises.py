"""The check of the exercises takes every right form, and names the slip of every wrong one."""

import inspect
import os
import re
import shutil
import subprocess
import sys
import warnings
from itertools import combinations

import numpy as np
import pytest
from conftest import ROOT, alone, need
from exercise_forms import HERE, MODULES, about, edited, forms, wrong
from exercises import accuracy, sigmoid
from measure_exercises import judged, verdict
from project import cell, page_of

import tinynet
from literate.products.bundled_package import preamble
from tinynet import pure_python
from tinynet.exercises import check, deadline, naming
from tinynet.exercises.attempts import results
from tinynet.exercises.comparing import same
from tinynet.exercises.tasks import names, task
from tinynet.exercises.trials import NETS, SQUARE, arguments, probes

RIGHT = {exercise: form for exercise, _, form in reversed(forms("right"))}
PRAISE = "Right: {} gives what it should in three trials with other numbers."


def said(capsys, name, form):
    """The verdict on a form, and what is printed: one or two sentences on one line."""
    assert check(name, form) is None
    printed = capsys.readouterr().out.rstrip("\n").replace("\n", " ") + "\n"
    assert printed.count("\n") == 1 and printed.endswith((".\n", "?\n")) and not re.search(r"[.?]\.|: \.", printed)
    return printed.startswith("Right: "), printed


def given(name, net=NETS[0]):
    """What a function is called with first, by name."""
    return arguments(task(name), net)


def answer(name, *values):
    return task(name).answer(*values)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("name", "form"), [(a, c) for a, _, c in forms("right", "rare")])
def test_a_right_form_is_taken(name, form, capsys):
    assert said(capsys, name, form) == (True, f"{PRAISE.format(name)}\n")


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("name", "form", "words", "edits"), [(a, b, c, d) for a, b, c, *d in wrong()])
def test_the_slip_of_a_wrong_form_is_named(name, form, words, edits, capsys):
    right, printed = said(capsys, name, edited(name, form, *edits))
    assert not right and printed.startswith("Not yet. ")
    assert all(part in printed for part in words.split(" … ")), printed


LEARNERS = forms("learner")


@pytest.mark.parametrize(("name", "way", "form"), LEARNERS, ids=[f"{a}-{b}" for a, b, _ in LEARNERS])
def test_an_attempt_of_a_learner_is_not_taken_and_has_no_false_name(name, way, form, monkeypatch):
    monkeypatch.setattr(deadline, "SECONDS", 0.1)
    printed = verdict(name, form)
    assert not printed.startswith("Right") or form.right
    assert not form.says or re.search(form.says, about(printed), re.IGNORECASE), printed
    assert form.says or "likely slip" not in printed, printed
    assert not form.never or not re.search(form.never, printed), printed


def test_most_slips_of_learners_have_a_name(monkeypatch):
    monkeypatch.setattr(deadline, "SECONDS", 0.1)
    verdicts = [judged(form, verdict(name, form)) for name, _, form in LEARNERS]
    assert len(verdicts) >= 200 and verdicts.count("named right") >= 0.6 * len(verdicts)
    assert not verdicts.count("false name") and not verdicts.count("taken as right")


def arrays_of(name):
    """The names of the arrays and lists that an exercise hands over."""
    return [one for one, value in given(name).items() if isinstance(value, np.ndarray | list)]


@pytest.mark.parametrize("name", names())
def test_what_is_wrong_everywhere_is_named(name, capsys):
    right = RIGHT[name]
    pair = isinstance(right(*given(name).values()), tuple)

    def each(change):
        return lambda *a: tuple(change(np.array(part)) for part in right(*a)) if pair else change(np.array(right(*a)))

    forms_and_words = [
        (each(lambda part: 0 * part), "The likely slip: every number is zero"),
        (each(lambda part: -1 * part), "The likely slip: the sign is wrong"),
        (each(lambda part: part + np.nan), "returns numbers that are not finite"),
        (each(lambda part: part + 1e-6), "needed"),
        (lambda *a: None, "returns None: is the return missing?"),
        (lambda *a: {"a": 1}, "returns a dict, needed: "),
        (lambda *a: 1 / 0, "it raises ZeroDivisionError: division by zero."),
        (lambda: 1, "it raises TypeError: "),
        (each(lambda part: part[None]), "has the shape (1, "),
    ]
    if pair or np.ndim(answer(name, *given(name).values())) == 2:
        forms_and_words.append((each(np.transpose), "It is transposed: rows and columns are swapped."))
    for form, words in forms_and_words:
        verdict, printed = said(capsys, name, form)
        assert not verdict and words.replace("(1, ", "(1,") in printed.replace("(1, ", "(1,"), printed


@pytest.mark.parametrize("name", names())
def test_right_values_with_changed_arguments_are_not_right(name, capsys):
    right = RIGHT[name]

    def form(*values):
        answer = right(*values)
        for one in values:
            if isinstance(one, list):
                one.reverse()
            elif isinstance(one, np.ndarray):
                one[...] = one + 1
        return answer

    names = ", ".join(arrays_of(name))
    told = f"Not yet. It changes {names} in place: make new ones, and leave the arguments as they are.\n"
    right_message = f"{PRAISE.format(name)}\n"
    assert said(capsys, name, form) == ((False, told) if names else (True, right_message))
    assert bool(names) == (set(task(name).numbers) != set(given(name)))


def test_every_exercise_has_a_file_with_forms_of_each_kind():
    assert {path.stem for path in HERE.glob("*.py")} == set(MODULES) == set(names())
    for name in names():
        kinds = {
            way.partition("__")[0]
            for exercise, way, _ in forms("right", "rare", "lucky", "learner")
            if exercise == name
        }
        assert kinds == {"right", "rare", "lucky", "learner"} and MODULES[name].WRONG
        sources = [inspect.getsource(form) for exercise, _, form in forms("right") if exercise == name]
        assert len(sources) >= 3 and any("for " in source for source in sources)
        matrices = re.search("weights|out", str(inspect.signature(task(name).answer)))
        assert not matrices or any(" @ " in source or "einsum(" in source for source in sources)


def value_of(function, calls, fails=()):
    """What a function gives in each call; `fails` where it gives nothing."""
    values = []
    for call in calls:
        try:
            values.append(results(function(*call.values())))
        except Exception:
            values.append(list(fails))
    return values


@pytest.mark.parametrize("name", names())
def test_every_slip_can_be_made_and_no_two_of_an_exercise_are_the_same(name):
    """No edit of the text is out of date, none leaves the answer right, and a name stands for one thing."""
    asked = task(name)
    calls = [given(name, net) for net in NETS] + probes(asked)
    with np.errstate(all="ignore"):
        right = value_of(asked.answer, calls)
        found = {}
        for words, ways in asked.slips.items():
            for way in ways:
                made = naming.function(asked, way)
                assert made, (words, way)
                found.setdefault(words, []).append(value_of(made, calls))
    for words, ways in found.items():
        for one in ways:
            assert not all(map(same, one, right)), words
            others = [two for other, more in found.items() if other != words for two in more]
            assert not any(all(map(same, one, other)) for other in others), words


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", names())
def test_every_slip_of_the_list_is_named_by_its_own_words(name, capsys):
    """Each list of names is proven against the attempts that are the slips themselves."""
    asked = task(name)
    for words, ways in asked.slips.items():
        for way in ways:
            right, printed = said(capsys, name, naming.function(asked, way))
            assert not right and words in printed, (words, printed)


@pytest.mark.parametrize(
    ("name", "form", "printed"),
    [
        ("sigmoid", sigmoid.right__clip, PRAISE.format("sigmoid")),
        ("weighted_sum", lambda i, w: None, "Not yet. It returns None: is the return missing?"),
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
            "Not yet. Called with output_layer_delta (2, 3), weights_2 (4, 3), it raises ValueError: a matrix product"
            " meets 3 columns on its left and 4 rows on its right; it needs as many of both."
            " The likely slip: a transpose (.T) is missing at weights_2.",
        ),
        (
            "hidden_layer_error",
            lambda delta, w: delta @ (w**2),
            "Not yet. Called with output_layer_delta (2, 3), weights_2 (4, 3), it raises ValueError: a matrix product"
            " meets 3 columns on its left and 4 rows on its right; it needs as many of both."
            " Where all matrices are square it runs: look at the shapes.",
        ),
        ("sigmoid", lambda x: [][1], "Not yet. Called with x (2, 7), it raises IndexError: list index out of range."),
        ("sigmoid", lambda x: int("é\n"), "Not yet. Called with x (2, 7), it raises ValueError: @."),
        ("sigmoid", lambda x: next(iter([])), "Not yet. Called with x (2, 7), it raises StopIteration."),
        (
            "sigmoid",
            lambda x: [[1], [2, 3]],
            "Not yet. Called with x (2, 7), it returns a list, needed: numbers, in rows of one length.",
        ),
        (
            "sigmoid",
            lambda x: 1 / (1 + np.exp(-x)),
            "Not yet. On the way exp gives infinity: overflow, its number is too large.",
        ),
        (
            "sigmoid",
            lambda x: sigmoid.right__clip(x) + 0 * np.log(0 * x[0, 0]),
            "Not yet. Called with x (2, 7), it returns numbers that are not finite."
            " On the way log gives infinity: it has been given 0.",
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
    assert "sign of the exponent" in text and "overflow" in text and "in place" not in text


def test_one_number_for_all_has_no_name_that_is_made_up(capsys):
    """The labels compared with themselves would give it, and so would much else."""
    assert "likely slip" not in said(capsys, "accuracy", lambda outputs, y: 1.0)[1]


def test_other_warnings_are_not_the_matter(capsys):
    def form(x):
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        return sigmoid.right__clip(x)

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
    with pytest.raises(
        ValueError,
        match=r"^exercise is 'sigmoids' \(is 'sigmoid' meant\?\), needed one of: accuracy, .*, weights_2_update$",
    ):
        check("sigmoids", sigmoid.right__clip)
    for typed, meant in (
        ("Sigmoid", "sigmoid"),
        ("Output layer delta", "output_layer_delta"),
        ("feed-forward", "feedforward"),
    ):
        with pytest.raises(ValueError, match=rf"is {meant!r} meant"):
            check(typed, sigmoid.right__clip)
    for typed in ("", "pizza", 3, None):
        with pytest.raises(ValueError, match=rf"^exercise is {typed!r}, needed one of: "):
            check(typed, sigmoid.right__clip)
    with pytest.raises(ValueError, match=r"^function is 0.5, needed: the function itself, without parentheses"):
        check("sigmoid", 0.5)


def test_the_nets_hide_nothing():
    assert len(NETS) == 3 and (3, 4, 2, 3) not in NETS and all(len(set(shape)) == 4 for shape in NETS)
    assert all(len({shape[k] for shape in NETS}) >= 2 for k in range(4)) and len(set(SQUARE)) == 1
    for one, other in combinations(NETS, 2):
        assert all(a != b for a, b in zip(one[1:3], other[1:3], strict=True)) or one[0] != other[0]
    for net in NETS:
        x, weights = given("layer_outputs", net).values()
        assert x.dtype.kind == weights.dtype.kind == "i" and (x @ weights == 2).any()
        lists = given("determine_layer_outputs", net)
        assert np.array_equal(lists["list_of_inputs"], x) and np.array_equal(lists["list_of_weights"], weights.T)
        assert isinstance(lists["list_of_inputs"][0][0], int)
        (sums,) = given("sigmoid", net).values()
        assert sums.min() == -1000 and sums.max() == 1000
        y = given("accuracy", net)["y"]
        assert set(y.ravel()) == {0, 1} and (y.sum(axis=1) == 1).all()
    shares = [answer("accuracy", *given("accuracy", net).values()) for net in NETS]
    assert shares == [1 / 2, 4 / 5, 3 / 4]
    numbers = [given("step_function", net).values() for net in NETS]
    assert [number - threshold for number, threshold in numbers] == [0, -2, 1]


def test_the_answers_are_those_of_the_package():
    of_package = {"step_function": pure_python.step_function}
    layers = {"output_layer_inputs", "output_layer_delta", "weights_2_update", "hidden_layer_error", "weights_1_update"}
    for net in NETS:
        values = {name: list(given(name, net).values()) for name in names()}
        for name in set(names()) - layers - {"layer_outputs"}:
            right = results(of_package.get(name, getattr(tinynet, name))(*values[name]))
            assert all(map(np.allclose, results(answer(name, *values[name])), right)), name
        x, y, weights_1, weights_2, _ = values["gradient_step"]
        forward, back = (
            tinynet.feedforward(x, weights_1, weights_2),
            tinynet.backpropagation(x, y, weights_1, weights_2),
        )
        assert np.allclose(answer("output_layer_inputs", *values["output_layer_inputs"]), forward.output_layer_inputs)
        for name in layers - {"output_layer_inputs"}:
            assert np.allclose(answer(name, *values[name]), getattr(back, name), rtol=1e-12)
        outputs = tinynet.determine_layer_outputs(*values["determine_layer_outputs"])
        assert np.array_equal(answer("layer_outputs", *values["layer_outputs"]), outputs)


def test_the_random_numbers_of_the_reader_stay_as_they_are(capsys):
    np.random.seed(10)
    expected = np.random.normal(size=2).tolist()
    np.random.seed(10)
    check("accuracy", accuracy.right__mean)
    assert np.random.normal(size=2).tolist() == expected


OWN = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tinynet/exercises").glob("*.py")}
OWN |= {f"tinynet/{name}.py" for name in ("exercises/tasks/__init__", "exercises/tasks/accuracy", "__init__")}


def script(folder):
    """A page with an exercise, as a script: what a reader has who has no package."""
    shutil.copytree(ROOT / "tinynet/exercises", folder / "tinynet/exercises")
    code = 'from tinynet.exercises import check\n\ncheck("accuracy", lambda o, y: THE_ANSWER)'
    page = page_of(folder, cell(code), taught=(ROOT / "tinynet/__init__.py").read_text(encoding="utf-8"))
    return preamble(page) + page.cells[0].source


def run(text, folder, python):
    answer = text.replace("THE_ANSWER", "(o.argmax(axis=1) == y.argmax(axis=1)).mean()")
    (folder / "script.py").write_text(answer, encoding="utf-8")
    command = [python, "-I", "-W", "error", str(folder / "script.py")]
    return subprocess.run(command, env=alone(), cwd=folder, capture_output=True, text=True, timeout=60)


def test_the_check_travels_with_a_script(tmp_path):
    text = script(tmp_path)
    assert set(re.findall(r'^"(\S+\.py)": ', text, re.MULTILINE)) == OWN  # of the exercises, the one that is asked
    shutil.rmtree(tmp_path / "tinynet")
    done = run(text, tmp_path, sys.executable)
    assert (done.stdout, done.stderr) == (f"{PRAISE.format('accuracy')}\n", "")


def test_the_check_runs_with_the_oldest_numpy(tmp_path):
    python = need("oldest NumPy", os.environ.get("LITERATE_OLDEST", "LITERATE_OLDEST"), "a Python with NumPy 1.24")
    done = run(script(tmp_path), tmp_path, python)
    assert done.stdout == f"{PRAISE.format('accuracy')}\n", done.stderr
