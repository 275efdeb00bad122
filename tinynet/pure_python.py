"""Feedforward in pure Python (parts 3 and 4): lists, loops and a step function.

Lists of weights have one row per *receiving* node here; in NumPy, from part 5 on, they
are transposed.
"""


# --8<-- [start:weighted_sum]
def weighted_sum(inputs, weights):
    """What one node takes in: the sum of each input times its weight."""
    total = 0
    for value, weight in zip(inputs, weights, strict=True):
        total = total + value * weight
    return total


# --8<-- [end:weighted_sum]


# --8<-- [start:step_function]
def step_function(number, threshold=2):
    """What one node puts out: 1 when the number reaches the threshold, else 0."""
    if number >= threshold:
        return 1
    return 0


# --8<-- [end:step_function]


# --8<-- [start:determine_layer_outputs]
def determine_layer_outputs(list_of_inputs, list_of_weights, activation_function=True):
    """What a layer puts out: a row for each flower, a number for each node."""
    list_of_outputs = []
    for inputs in list_of_inputs:
        outputs = []
        for weights in list_of_weights:
            number = weighted_sum(inputs, weights)
            if activation_function:
                number = step_function(number)
            outputs.append(number)
        list_of_outputs.append(outputs)
    return list_of_outputs


# --8<-- [end:determine_layer_outputs]
