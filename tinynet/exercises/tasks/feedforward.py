"""Part 9: what each layer takes in and puts out."""

from tinynet.exercises.words import FED_WITH_X, sigmoid


def answer(x, weights_1, weights_2):
    hidden_layer_inputs = x @ weights_1
    hidden_layer_outputs = sigmoid(hidden_layer_inputs)
    output_layer_inputs = hidden_layer_outputs @ weights_2
    output_layer_outputs = sigmoid(output_layer_inputs)
    return hidden_layer_inputs, hidden_layer_outputs, output_layer_inputs, output_layer_outputs


# What stands for the whole: what the net says alone, or what both layers put out.
FEWER = {1: (3,), 2: (1, 3)}
SLIPS = {
    "the activation of the hidden layer is left out: it is the sigmoid": (
        "sigmoid(hidden_layer_inputs)",
        "hidden_layer_inputs",
    ),
    "the activation of the output layer is left out: it is the sigmoid": (
        "sigmoid(output_layer_inputs)",
        "output_layer_inputs",
    ),
    "the second layer is fed with what the hidden layer took in, not with what it put out": (
        "hidden_layer_outputs @",
        "hidden_layer_inputs @",
    ),
    FED_WITH_X: (
        "hidden_layer_outputs @",
        "x @",
    ),
    "the activation is the step function of the first parts: it is the sigmoid": (
        "sigmoid(hidden_layer_inputs)",
        "(hidden_layer_inputs >= 2)",
        "sigmoid(output_layer_inputs)",
        "(output_layer_inputs >= 2)",
    ),
    "the activation is tanh: it is the sigmoid": ("sigmoid(", "np.tanh("),
    "the activation is ReLU: it is the sigmoid": ("sigmoid(", "np.maximum(0, "),
    "the two layers are swapped: the hidden layer comes first": (
        "return hidden_layer_inputs, hidden_layer_outputs, output_layer_inputs, output_layer_outputs",
        "return output_layer_inputs, output_layer_outputs, hidden_layer_inputs, hidden_layer_outputs",
    ),
    "inputs and outputs of the layers are swapped: what a layer takes in comes first": (
        "return hidden_layer_inputs, hidden_layer_outputs, output_layer_inputs, output_layer_outputs",
        "return hidden_layer_outputs, hidden_layer_inputs, output_layer_outputs, output_layer_inputs",
    ),
}
