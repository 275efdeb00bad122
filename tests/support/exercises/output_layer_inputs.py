"""What readers write for `output_layer_inputs`: see `exercise_forms`."""

import numpy as np
from exercise_forms import kept, says

# --------------------------------------------------------------------------------------------------------- right


def right__matrix(h_out, weights_2):
    return h_out @ weights_2


def right__dot_of_turned(h_out, weights_2):
    return np.dot(weights_2.T, h_out.T).T


def right__loops(h_out, weights_2):
    o_in = []
    for e in range(len(h_out)):
        row = []
        for j in range(len(weights_2[0])):
            total = 0
            for i in range(len(weights_2)):
                total = total + h_out[e][i] * weights_2[i][j]
            row.append(total)
        o_in.append(row)
    return o_in


# ----------------------------------------------------------------------------------------------- right, and rare


class Layer:
    """A layer that keeps what came in last, as classes of nets do."""

    def __call__(self, x, weights):
        self.inputs, self.weights = x, weights
        return np.heaviside(self.inputs @ self.weights - 2, 1)

    def forward(self, h_out, weights_2):
        self.outputs = h_out @ weights_2
        return self.outputs


rare__bound_method = Layer().forward


def rare__matrix_class(h_out, weights_2):
    return np.matrix(h_out) * np.matrix(weights_2)


def rare__masked_array(h_out, weights_2):
    return np.ma.dot(np.ma.array(h_out), np.ma.array(weights_2))


# ------------------------------------------------------------------------------------ wrong, and right by chance


def lucky__weights_of_the_first_call(h_out, weights_2):
    return h_out @ kept.setdefault(weights_2.shape, weights_2)


# ---------------------------------------------------------------------------------------------- wrong by an edit

WRONG = {
    right__matrix: [
        ("the sigmoid is applied already", "h_out @ weights_2", "sigmoid(h_out @ weights_2)"),
        ("the step function is applied already", "return h_out @ weights_2", "return h_out @ weights_2 >= 2"),
        ("the weights are left out", "weights_2\n", "np.ones(weights_2.shape)\n"),
        ("divided by the number of hidden nodes", "weights_2\n", "weights_2 / len(weights_2)\n"),
        ("a transpose (.T) is one too many at weights_2", "weights_2\n", "weights_2.T\n"),
        ("It is transposed", "h_out @ weights_2\n", "(h_out @ weights_2).T\n"),
        ("opposite sign", "h_out @", "-h_out @"),
        ("zero", "h_out @", "np.zeros_like(h_out) @"),
        ("None", "return ", ""),
        ("changes h_out in place", "return", "h_out *= 2\n    return"),
        ("raises ValueError", "@", "*"),
    ],
    right__loops: [
        ("through the last hidden node", "total + h_out", "h_out"),
        ("through the first hidden node", "range(len(weights_2))", "range(1)"),
        ("IndexError", "range(len(weights_2))", "range(3)"),
    ],
}


# ----------------------------------------------------------------------------------- wrong, as learners wrote it


@says(r"sigmoid")
def learner__activated(h_out, weights_2):
    return 1 / (1 + np.exp(-h_out @ weights_2))


@says(r"\*|element by element|matrix product")
def learner__starred(h_out, weights_2):
    return h_out * weights_2


@says(r"\.T|transpose")
def learner__as_for_columns(h_out, weights_2):
    return np.dot(weights_2.T, h_out)


@says(r"transpose")
def learner__flowers_as_columns(h_out, weights_2):
    return np.dot(weights_2.T, h_out.T)


@says(r"sigmoid")
def learner__hidden_activated_again(h_out, weights_2):
    return (1 / (1 + np.exp(-h_out))) @ weights_2


@says(r"bias|1 more|added")
def learner__with_a_bias_of_one(h_out, weights_2):
    return h_out @ weights_2 + 1
