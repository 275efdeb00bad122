"""Part 14: the share of the flowers that are named right."""

import numpy as np


def answer(outputs, y):
    right = outputs.argmax(axis=1) == y.argmax(axis=1)
    return np.mean(right)


def given(known):
    """What a net says that is sure of some flowers, right or wrong; or of none, with outputs below a half or above."""
    return {"outputs": (_unsure if known["new"] else _sure)(known["draw"], known["y"], known["o_out"])}


def _sure(_, y, o_out):
    """All flowers are named right, one of them for sure, but the last: that is wrong for sure."""
    said = 0.2 + 0.6 * y + 0.1 * o_out
    return np.vstack([(y if len(y) > 2 else said)[:1], said[1:-1], np.roll(y[-1], 1)])


def _unsure(draw, y, _):
    """Every second flower is named right by outputs below a half; those of the others are above."""
    said = draw.uniform(size=y.shape) / 2
    for flower, label in zip(said[::2], y[::2], strict=True):
        flower[:] = np.roll(flower, label.argmax() - flower.argmax())
    said[1::2] += 0.5
    return said


COMPARED = "outputs.argmax(axis=1) == y.argmax(axis=1)"
SLIPS = {
    "the largest values are compared, not their places": (COMPARED, "outputs.max(axis=1) == y.max(axis=1)"),
    "the right flowers are counted, not divided by all": ("np.mean(right)", "np.sum(right)"),
    "it is the share of the wrong ones": ("==", "!="),
    "it is in percent: a share from 0 to 1 is asked for": ("np.mean(right)", "100 * np.mean(right)"),
    "it is divided by all elements, not by the flowers": ("np.mean(right)", "np.sum(right) / y.size"),
    "each element is compared: a flower has one answer": [
        (COMPARED, "outputs.round() == y"),
        (COMPARED, "(outputs > 0.5) == y"),
    ],
    "outputs and labels are compared for being equal: the largest output is the answer": (COMPARED, "outputs == y"),
    "the largest is looked for in each column: look in each row instead": ("axis=1", "axis=0"),
    "the largest is looked for in the whole array: axis=1 looks in each row": (
        COMPARED,
        "np.array(outputs.argmax() == y.argmax())",
    ),
    "places are compared with one-hot rows: y needs its argmax, too": ("y.argmax(axis=1)", "y"),
}
