"""What a gap takes away from a statement."""

import ast

import pytest

from literate.kit.gaps import blanks, gaps


def taken(source, pick=gaps):
    return [source[start:end] for start, end in sorted(pick(source, ast.parse(source)))]


@pytest.mark.parametrize(
    ("statement", "gap"),
    [
        ("update = np.dot(x.T, delta) / N", "x.T"),
        ("delta = error * out * (1 - out)", "1 - out"),
        ("delta = (1 - out) * out", "1 - out"),
        ("mse = squares.sum() / (2 * N)", "2 * N"),
        ("error = out - y", "y"),
        ("fires = (inputs >= threshold).astype(int)", "threshold"),
        ("out = sigmoid(a, b)", "b"),
        ("out = layer(a=b)", "layer(a=b)"),
        ("total += a * b", "b"),
        ("n: int = 4", "4"),
        ("return a", "a"),
        ("outputs.append(number)", "number"),
        ("é = naïve - ü", "ü"),
        ("text = f'{a - b}'", "f'{a - b}'"),
    ],
)
def test_a_gap_takes_what_is_worth_asking_for(statement, gap):
    assert taken(statement) == [gap]


def test_a_statement_without_a_right_side_has_no_gap():
    assert not taken("import a\npass\n'words'\nn: int\ndef f():\n    '''Words.'''\n    return\n")


def test_a_blank_takes_the_body_of_a_function_and_right_sides_elsewhere():
    source = "a = 1  # one\nfor b in c:\n    a = f(\n        b,\n    )\n"
    source += "def f(x):\n    '''Words.'''\n    y = x\n    return y\n"
    assert taken(source, blanks) == ["1", "f(\n        b,\n    )", "y = x\n    return y"]
    assert not taken("def f(x):\n    '''Words.'''\n", blanks)
