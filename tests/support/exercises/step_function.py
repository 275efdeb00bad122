"""What readers write for `step_function`: see `exercise_forms`."""

import math
from decimal import Decimal
from functools import partial

import numpy as np
from exercise_forms import kept, says

# --------------------------------------------------------------------------------------------------------- right


def right__branches(number, threshold):
    if number >= threshold:
        return 1
    return 0


def right__loops(number, threshold):
    for limit, answer in ((threshold, 1), (-math.inf, 0)):
        if number >= limit:
            return answer


def right__one_line(number, threshold):
    return int(number >= threshold)


def right__boolean(number, threshold):
    return not number < threshold


# ----------------------------------------------------------------------------------------------- right, and rare

rare__partial = partial(lambda otherwise, number, threshold: 1 if number >= threshold else otherwise, 0)


def rare__other_names(total, limit=2):
    return 1.0 if limit <= total else 0.0


def rare__any_arguments(*arguments):
    return np.greater_equal(*arguments)


def rare__decimals(number, threshold):
    return Decimal(int(Decimal(number) >= Decimal(threshold)))


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__threshold_typed(number, threshold):
    return int(number >= 1.2)


def lucky__without_sign(number, threshold):
    return int(abs(number) >= threshold)


def lucky__threshold_without_sign(number, threshold):
    return int(number >= abs(threshold))


def lucky__whole_times(number, threshold):
    return int(number // threshold > 0)


def lucky__share(number, threshold):
    return int(number / threshold >= 1)


def lucky__rounded(number, threshold):
    return int(round(number) >= threshold)


def lucky__half_too_early(number, threshold):
    return int(number > threshold - 0.5)


def lucky__whole_threshold(number, threshold):
    return int(number >= int(threshold))


def lucky__whole_number(number, threshold):
    return int(int(number) >= threshold)


def lucky__threshold_at_least_0(number, threshold):
    return int(number >= max(threshold, 0))


def lucky__zero_is_nothing(number, threshold):
    return int(bool(number) and number >= threshold)


def lucky__answer_to_the_number(number, threshold):
    return kept.setdefault(number, int(number >= threshold))


def lucky__text(number, threshold):
    return "1" if number >= threshold else "0"


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__branches: [
        ("fires above the threshold only", ">=", ">"),
        ("it fires below the threshold", ">=", "<"),
        ("it fires up to the threshold", ">=", "<="),
        ("written by hand", ">= threshold", ">= 2"),
        ("always fires", "return 0", "return 1"),
        ("the step function is left out", "return 1\n    return 0", "return number\n    return number"),
        ("zero", "return 1", "return 0"),
        ("opposite sign", "return 1", "return -1"),
        ("None", "return 1\n    return 0", "pass"),
        ("has the shape (1,)", "return 1\n    return 0", "return [1]\n    return [0]"),
        ("raises NameError", "threshold:", "limit:"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"above")
def learner__fires_above(number, threshold):
    return 1 if number > threshold else 0


@says(r"-1")
def learner__sign_function(number, threshold):
    return 1 if number >= threshold else -1


@says(r"threshold.*(0|not looked|by hand)|by hand")
def learner__heaviside_at_zero(number, threshold):
    return 1 if number >= 0 else 0


@says(r"turned around|below")
def learner__turned(number, threshold):
    return int(threshold >= number)


@says(r"None")
def learner__no_else(number, threshold):
    if number >= threshold:
        return 1


@says("")
def learner__relu_of_the_difference(number, threshold):
    return max(0.0, number - threshold)


@says(r"ReLU|left out|number itself|1 is needed")
def learner__passes_the_number(number, threshold):
    return number if number >= threshold else 0
