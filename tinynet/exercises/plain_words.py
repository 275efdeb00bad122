"""What Python and NumPy say of a mistake, in the words of the pages."""

import re

SHAPE = r"(\([\d, ]*\))"
# What is found in a message, and what is said in its place; a group of the pattern stands in {0}, {1} …
PLAIN = {
    r"core dimension 0.*\(size (\d+) is different from (\d+)\)": (
        "a matrix product meets {1} columns on its left and {0} rows on its right; it needs as many of both"
    ),
    rf"shapes {SHAPE} and {SHAPE} not aligned: (\d+) \(dim \d\) != (\d+)": (
        "a matrix product meets the shapes {0} and {1}: {2} columns on its left, {3} rows on its right"
    ),
    rf"broadcast together with shapes {SHAPE} {SHAPE}": ("element by element, the shapes {0} and {1} do not fit"),
    r"bitwise_xor|unsupported operand type\(s\) for \^": "^ is no power in Python: write **",
    r"(?:0-dimensional|size-1|length-1) arrays? can be converted": (
        "a function for one number has been given an array: math.exp and float take one, np.exp takes all"
    ),
    r"truth value of an array": (
        "an if, and or or asks of a whole array whether it is true: each number needs its own answer, as in np.where"
        " or (…).astype(int)"
    ),
    r"unsupported operand type.*'(?:builtin_)?function(?:_or_method)?'": (
        "a function stands where a number belongs: is it called, with parentheses?"
    ),
    r"'numpy\.ndarray' object is not callable": (
        "an array is called like a function: is a * missing before a parenthesis?"
    ),
    r"can't multiply sequence by non-int": (
        "a list is multiplied as a whole: go through its numbers, or make it an array"
    ),
    r"unsupported operand type.*'list'": "a list is taken for a number: go through its numbers, or make it an array",
    r"math range error": "math range error (overflow: a number is too large for exp)",
}


def plain(error: BaseException) -> str:
    """An exception as a sentence, its kind first; in its own words where there are no plainer ones."""
    said = (f"{error}".splitlines() or [""])[0].rstrip(" :.")
    for pattern, words in PLAIN.items():
        if found := re.search(pattern, said):
            shapes = [re.sub(r",(?=\d)", ", ", group) for group in found.groups()]
            said = words.format(*shapes)
            break
    return f"{type(error).__name__}: {said}".rstrip(" :") + "." * (not said.endswith("?"))
