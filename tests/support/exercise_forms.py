"""What readers write for each exercise of the judge, from the file in `exercises` that has its name.

In such a file are functions with the name `kind__way`, and what is wrong by an edit:

- `right__…` what many write, `rare__…` what few write: both are right;
- `lucky__…` what is right for some numbers alone;
- `learner__…` what learners wrote who follow other public code, reworded; `@says("…")` has the words of its true slip
  as a pattern, none where the slip has no name, and `never="…"` what must not be claimed;
- `WRONG`, for a right form, the words that have to name the slip, and what is written in place of what: after the words
  come pairs of texts. " … " parts the words.

An exercise that is new has a file here, and is found by its name.
"""

import importlib
import inspect
import re
from pathlib import Path

import numpy as np

from tinynet.exercises.tasks import names

TRANSPOSE = r"transpose|\.T\b"
kept = {}  # as globals of a notebook are: it lives from call to call


def says(words, never="", right=False):
    """Keep the words of the true slip with a learner's attempt; `right`, where it may as well be taken."""

    def keep(function):
        function.says, function.never, function.right = words, never, right
        return function

    return keep


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


def nonlin(x, deriv=False):
    return x * (1 - x) if deriv else sigmoid(x)


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


def piled(slopes):
    kept[slopes.shape] = kept.get(slopes.shape, 0) + slopes
    return kept[slopes.shape]


RIGHT_SLOPE = " * {0}_out * (1 - {0}_out)"
SLOPES = {
    "is left out": "",
    "once more to its own output": " * sigmoid({0}_out) * (1 - sigmoid({0}_out))",
    "the factor 1 - out of the derivative is missing": " * {0}_out",
    "what it put out": " * np.log({0}_out / (1 - {0}_out)) * (1 - np.log({0}_out / (1 - {0}_out)))",
}
FACTORS = [("by the rows", "/ N", "/ len(y)"), ("is not divided", " / N", ""), ("a factor 2", "/ N", "* 2 / N")]


def slopes(*layers, end=""):
    """The ways in which the derivative of the activation goes wrong in these layers."""
    return [
        (f"{words}{end}.", *(s.format(layer) for layer in layers for s in (RIGHT_SLOPE, wrong)))
        for words, wrong in SLOPES.items()
    ]


HERE = Path(__file__).parent / "exercises"
MODULES = {name: importlib.import_module(f"exercises.{name}") for name in names() if (HERE / f"{name}.py").is_file()}


def forms(*kinds):
    """The forms of these kinds, each as exercise, name and function."""
    return [
        (exercise, name, form)
        for exercise, module in MODULES.items()
        for name, form in vars(module).items()
        if name.partition("__")[0] in kinds and "__" in name[1:]
    ]


def wrong():
    """What is wrong by an edit: exercise, right form, words and edits."""
    return [
        (exercise, form, *edit)
        for exercise, module in MODULES.items()
        for form, edits in module.WRONG.items()
        for edit in edits
    ]


def edited(exercise, form, *edits):
    """A form with other text in some of its places."""
    source = inspect.getsource(form)
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert old in source, old
        source = source.replace(old, new)
    made = {}
    exec(source, globals() | vars(MODULES[exercise]), made)
    return made[form.__name__]


def about(said):
    """A verdict without the arguments that it begins with."""
    return re.sub(r"Called with .*?, it(s \w+ result)? ", "", said)
