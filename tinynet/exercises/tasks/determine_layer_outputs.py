"""Part 4: what all nodes of a layer say of all flowers, with lists."""

from tinynet.exercises.words import NO_STEP, STRICT


def answer(list_of_inputs, list_of_weights):
    list_of_outputs = []
    for inputs in list_of_inputs:
        outputs = []
        for weights in list_of_weights:
            number = sum(value * weight for value, weight in zip(inputs, weights, strict=True))
            outputs.append(int(number >= 2))
        list_of_outputs.append(outputs)
    return list_of_outputs


def given(known):
    """Lists, one for each flower and one for each node."""
    return {"list_of_inputs": known["step_x"].tolist(), "list_of_weights": known["step_weights"].T.tolist()}


LIST, ROW, END = "    list_of_outputs = []\n", "        outputs = []\n", "    return list_of_outputs"
SLIPS = {
    STRICT: (">= 2", "> 2"),
    NO_STEP: ("int(number >= 2)", "number"),
    "the threshold is 0, not 2": (">= 2", ">= 0"),
    "the threshold is 1, not 2": (">= 2", ">= 1"),
    "one list is used for all flowers: begin a new one for each": (ROW, "", LIST, f"{LIST}    outputs = []\n"),
    "all is in one flat list: each flower needs a list of its own": (
        "outputs.append(int",
        "list_of_outputs.append(int",
        "        list_of_outputs.append(outputs)\n",
        "",
    ),
    "the return stands inside the loop: only the first flower is in": (END, f"    {END}"),
    "one list stands in all rows, so that all show the last flower: [[0] * n] * m is one list, m times": (
        END,
        "    return [list_of_outputs[-1]] * len(list_of_inputs)",
    ),
}
