"""What readers write for `layer_outputs`: see `exercise_forms`."""

import numpy as np
from exercise_forms import says
from exercises.step_function import right__branches as step_function__branches

# --------------------------------------------------------------------------------------------------------- right


def right__dot(x, weights):
    return (np.dot(x, weights) >= 2).astype(int)


def right__einsum(x, weights):
    return np.where(np.einsum("ek,ki->ei", x, weights) < 2, 0, 1)


def right__loops(x, weights):
    outputs = np.zeros((len(x), weights.shape[1]))
    for e in range(len(x)):
        for i in range(weights.shape[1]):
            outputs[e, i] = sum(x[e] * weights[:, i]) >= 2
    return outputs


# ----------------------------------------------------------------------------------------------- right, and rare


class Layer:
    """A layer that keeps what came in last, as classes of nets do."""

    def __call__(self, x, weights):
        self.inputs, self.weights = x, weights
        return np.heaviside(self.inputs @ self.weights - 2, 1)

    def forward(self, h_out, weights_2):
        self.outputs = h_out @ weights_2
        return self.outputs


rare__instance = Layer()


def rare__vectorize(x, weights):
    return np.vectorize(step_function__branches)(x @ weights, 2)


def rare__columns_turned_back(x, weights):
    return (weights.T @ x.T >= 2).T


def rare__broadcast(x, weights):
    return (x[:, :, np.newaxis] * weights).sum(axis=1) >= 2


def rare__in_place_on_a_copy(x, weights):
    sums = x @ weights
    fires = sums >= 2
    sums[fires], sums[~fires] = 1, 0
    return sums


def rare__other_names(data, w, threshold=2):
    return np.where(data.dot(w) >= threshold, 1, 0)


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__more_than_one(x, weights):
    return x @ weights > 1


def lucky__at_least_one_and_a_half(x, weights):
    return x @ weights >= 1.5


def lucky__rounded(x, weights):
    return (x @ weights).round() >= 2


def lucky__whole_numbers(x, weights):
    return x.astype(int) @ weights.astype(int) >= 2


def lucky__text(x, weights):
    return np.where(x @ weights >= 2, "1", "0")


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__dot: [
        ("fires above the threshold only", ">=", ">"),
        ("the step function is left out", "(np.dot(x, weights) >= 2).astype(int)", "np.dot(x, weights)"),
        ("the threshold is 0", ">= 2", ">= 0"),
        (
            "multiplied, not added up",
            "(np.dot(x, weights) >= 2).astype(int)",
            "np.array([[row * column for column in weights.T] for row in x]).transpose(0, 2, 1)",
        ),
        ("zero", "astype(int)", "astype(int) * 0"),
        ("opposite sign", "return ", "return -"),
        ("None", "return ", ""),
        ("a transpose (.T) is one too many at weights", "np.dot(x, weights)", "np.dot(x, weights.T)"),
        ("It is transposed", "np.dot(x, weights)", "np.dot(weights.T, x.T)"),
        ("changes weights in place", "return", "weights *= 1 - 2 * (weights < 0)\n    return"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"each number|np\.where|astype")
def learner__one_if_for_all(x, weights):
    if np.dot(x, weights) >= 2:
        return 1
    return 0


@says(r"above")
def learner__strictly(x, weights):
    return np.where(np.dot(x, weights) > 2, 1, 0)


@says(r"step function")
def learner__only_sums(x, weights):
    return np.dot(x, weights)


@says(r"0, not 2|threshold is 0")
def learner__heaviside(x, weights):
    return np.heaviside(np.dot(x, weights), 1)


@says(r"sigmoid")
def learner__squashed(x, weights):
    return 1 / (1 + np.exp(-np.dot(x, weights)))


@says(r"transpose|\.T")
def learner__weights_turned(x, weights):
    return (np.dot(x, weights.T) >= 2).astype(int)


@says(r"\*|element by element|matrix product")
def learner__multiplied(x, weights):
    return (x * weights >= 2).astype(int)
