"""What readers write for `hidden_layer_error`: see `exercise_forms`."""

import numpy as np
from exercise_forms import kept, says

# --------------------------------------------------------------------------------------------------------- right


def right__matrix(output_layer_delta, weights_2):
    return output_layer_delta @ weights_2.T


def right__einsum(output_layer_delta, weights_2):
    return np.einsum("ej,ij->ei", output_layer_delta, weights_2)


def right__loops(output_layer_delta, weights_2):
    hidden_layer_error = np.zeros((len(output_layer_delta), len(weights_2)))
    for e in range(len(output_layer_delta)):
        for i in range(len(weights_2)):
            for j in range(len(weights_2[0])):
                hidden_layer_error[e, i] += output_layer_delta[e, j] * weights_2[i, j]
    return hidden_layer_error


# ----------------------------------------------------------------------------------------------- right, and rare


def rare__any_arguments(*arguments):
    delta, weights = arguments
    return np.inner(delta, weights)


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__weights_of_the_first_call(output_layer_delta, weights_2):
    return output_layer_delta @ kept.setdefault(weights_2.shape, weights_2).T


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__matrix: [
        ("the weights are left out", "weights_2.T", "np.ones_like(weights_2).T"),
        ("divided by the number of output nodes", "weights_2.T", "weights_2.T / weights_2.shape[1]"),
        ("it is divided by N already", "weights_2.T", "weights_2.T / output_layer_delta.size"),
        ("opposite sign", "return ", "return -"),
        ("zero", "weights_2.T", "weights_2.T * 0"),
        ("None", "return ", ""),
        ("a transpose (.T) is missing", "weights_2.T", "weights_2"),
        ("It is transposed", "output_layer_delta @ weights_2.T", "weights_2 @ output_layer_delta.T"),
        ("changes weights_2 in place", "return", "weights_2 -= 0.1\n    return"),
    ],
    right__loops: [
        ("through the last output node", "+=", "="),
        ("through the first output node", "range(len(weights_2[0]))", "range(1)"),
        ("right in 2 of 3 trials", "range(len(weights_2[0]))", "range(3)"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"\.T|transpose")
def learner__weights_first(delta, who):
    return who @ delta


@says(r"\.T|transpose|turned")
def learner__hidden_error_as_columns(delta, who):
    return who @ delta.T


@says(r"\*|element by element|matrix product")
def learner__element_by_element(delta, who):
    return np.multiply(delta, who.T)


@says(r"share|split")
def learner__split_by_share(delta, who):
    return delta @ (who / np.sum(who, axis=0)).T


@says(r"size of the weights|absolute|abs")
def learner__without_signs(delta, who):
    return delta @ abs(who).T


@says(r"number of output nodes|mean|divided")
def learner__averaged(delta, who):
    return np.mean(delta[:, None, :] * who, axis=2)


@says(r"weights are left out")
def learner__evenly(delta, who):
    return np.tile(delta.sum(axis=1)[:, None], (1, len(who)))


@says(r"inverse")
def learner__pseudo_inverse(delta, who):
    return delta @ np.linalg.pinv(who)


@says(r"\(2, 3\).*\(4, 3\)|transpose", never="gufunc|core dimension")
def learner__weights_as_they_are(delta, who):
    return delta @ who
