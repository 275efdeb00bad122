"""What readers write for `determine_layer_outputs`: see `exercise_forms`."""

from operator import mul

import numpy as np
from exercise_forms import kept, says
from exercises.step_function import right__branches as step_function__branches
from exercises.weighted_sum import right__generator as weighted_sum__generator
from exercises.weighted_sum import right__loops as weighted_sum__loops

# --------------------------------------------------------------------------------------------------------- right


def right__loops(list_of_inputs, list_of_weights):
    list_of_outputs = []
    for inputs in list_of_inputs:
        outputs = []
        for weights in list_of_weights:
            number = weighted_sum__loops(inputs, weights)
            outputs.append(1 if number >= 2 else 0)
        list_of_outputs.append(outputs)
    return list_of_outputs


def right__comprehension(list_of_inputs, list_of_weights):
    return tuple(
        tuple(step_function__branches(weighted_sum__generator(inputs, weights), 2) for weights in list_of_weights)
        for inputs in list_of_inputs
    )


def right__matrix(list_of_inputs, list_of_weights):
    return (np.array(list_of_inputs) @ np.array(list_of_weights).T >= 2).astype(int)


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__booleans(list_of_inputs, list_of_weights):
    return [[sum(map(mul, inputs, weights)) >= 2 for weights in list_of_weights] for inputs in list_of_inputs]


def rare__objects(list_of_inputs, list_of_weights):
    sums = np.array(list_of_inputs, dtype=object) @ np.array(list_of_weights, dtype=object).T
    return (sums >= 2).astype(object)


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__more_than_one(list_of_inputs, list_of_weights):
    return np.dot(list_of_inputs, np.transpose(list_of_weights)) > 1


def lucky__at_least_one_and_a_half(list_of_inputs, list_of_weights):
    return np.dot(list_of_inputs, np.transpose(list_of_weights)) >= 1.5


def lucky__rounded(list_of_inputs, list_of_weights):
    return np.dot(list_of_inputs, np.transpose(list_of_weights)).round() >= 2


def lucky__no_negative_inputs(list_of_inputs, list_of_weights):
    return np.dot(np.maximum(list_of_inputs, 0), np.transpose(list_of_weights)) >= 2


def lucky__one_list_for_all(list_of_inputs, list_of_weights):
    rows = kept.setdefault("rows", [])
    rows[:] = (np.dot(list_of_inputs, np.transpose(list_of_weights)) >= 2).tolist()
    return rows


def lucky__text_and_numbers(list_of_inputs, list_of_weights):
    sums = np.dot(list_of_inputs, np.transpose(list_of_weights))
    return [[1 if value >= 2 else "0" for value in row] for row in sums]


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__loops: [
        ("fires above the threshold only", ">= 2", "> 2"),
        ("the step function is left out", "1 if number >= 2 else 0", "number"),
        ("the threshold is 0", ">= 2", ">= 0"),
        (
            "one list is used",
            "    for inputs in list_of_inputs:\n        outputs = []",
            "    outputs = []\n    for inputs in list_of_inputs:",
        ),
        (
            "one flat list",
            "outputs.append(1 if",
            "list_of_outputs.append(1 if",
            "list_of_outputs.append(outputs)",
            "pass",
        ),
        ("inside the loop", "    return", "        return"),
        ("zero", "1 if", "0 if"),
        ("opposite sign", "1 if", "-1 if"),
        ("None", "return list_of_outputs", ""),
        ("look at the shapes", "in list_of_weights", "in zip(*list_of_weights)"),
        ("It is transposed", "return list_of_outputs", "return list(zip(*list_of_outputs))"),
        (
            "changes list_of_inputs in place",
            "list_of_outputs.append(outputs)",
            "list_of_outputs.append(outputs)\n        inputs.clear()",
        ),
        (
            "needed: numbers, in rows of one length",
            "outputs.append(1 if number >= 2 else 0)",
            "outputs += [1] if number >= 2 else []",
        ),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"one (list|row)|same list")
def learner__rows_of_one_list(inputs, weights):
    outputs = [[0] * len(weights)] * len(inputs)
    for e, flower in enumerate(inputs):
        for i, row in enumerate(weights):
            outputs[e][i] = 1 if sum(a * b for a, b in zip(flower, row, strict=True)) >= 2 else 0
    return outputs


@says(r"flat|list of its own")
def learner__flat(inputs, weights):
    return [int(sum(a * b for a, b in zip(x, w, strict=True)) >= 2) for x in inputs for w in weights]


@says(r"transpose")
def learner__node_by_node(inputs, weights):
    return [[int(np.dot(x, w) >= 2) for x in inputs] for w in weights]


@says(r"above")
def learner__above_two(inputs, weights):
    return [[int(np.dot(x, w) > 2) for w in weights] for x in inputs]


@says(r"threshold is 1|by hand|1, not 2")
def learner__threshold_of_one(inputs, weights):
    return [[int(np.dot(x, w) >= 1) for w in weights] for x in inputs]
