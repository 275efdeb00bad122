"""The slips that any answer can have are read off its text."""

import pytest

from tinynet.exercises.edits import edits

SOURCE = "def answer(a, b):\n    c = a.T @ (b - 1)\n    return c * (1 - c) + 2 * b.T @ a\n"


def found(source):
    return {text: words for words, text in edits(source)}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("@ (b", "* (b", "* (element by element) stands where the matrix product, @ or np.dot, belongs, in c"),
        ("c * (", "c @ (", "the matrix product (@, np.dot) stands where * belongs: element by element"),
        ("b - 1", "b + 1", "a plus stands where a minus belongs, in c"),
        (") + 2", ") - 2", "a minus stands where a plus belongs"),
        ("b.T @ a", "b @ a", "a transpose (.T) is missing at b"),
        ("b.T @ a", "b.T @ a.T", "a transpose (.T) is one too many at a"),
        ("b.T @ a", "b @ a.T", "transposes (.T) are missing or too many at b and a"),
        ("b.T @ a", "a @ b.T", "the matrices of a product are in the wrong order; mind the transposes (.T)"),
        ("@ (b - 1)", "@ b - 1", "parentheses are missing, in c"),
        ("(1 - c)", "1 - c", "parentheses are missing"),
        ("(b - 1)", "(a - 1)", "a stands where b belongs, in c"),
        ("c * (1", "b * (1", "b stands where c belongs"),
        ("c * (1 - c)", "a * (1 - a)", "a stands where c belongs"),
        ("(a, b)", "(b, a)", "the arguments are taken in another order: a comes before b"),
    ],
)
def test_an_edit_and_its_words(old, new, words):
    assert old in SOURCE and found(SOURCE)[SOURCE.replace(old, new, 1)] == words


def test_no_edit_leaves_the_text_as_it_is_but_a_transpose():
    texts = [text for _, text in edits(SOURCE)]
    assert texts.count(SOURCE) == 1  # the matrix product as it is


def test_what_a_loop_goes_through_and_what_a_method_fills_stays():
    """A list that grows while a loop goes through it has no end."""
    source = "def answer(a, b):\n    c = []\n    for one in a:\n        c.append(a)\n    return c\n"
    assert {text for text, words in found(source).items() if "stands where" in words} == {
        source.replace("(a)\n", f"({name})\n") for name in "bc"
    } | {source.replace("return c", f"return {name}") for name in "ab"}


def test_a_call_keeps_its_parentheses():
    assert not any(words.startswith("parentheses") for words in found("def answer(a):\n    return abs(a)\n").values())
