"""What a page prints when it ends is an error, since no cell shows it."""

import pytest
from project import cell, page_of

from literate.running.run import Run

SAYS = "class A:\n    def __del__(self):\n        print('bye')\n\n\n"
LATE = {
    "at exit": (cell("x = 1\nimport atexit\natexit.register(print, 'bye')") + "\n" + cell("1", "b"), 3, "bye"),
    "when its name goes": (cell("x = 1", "x") + "\n" + cell(f"{SAYS}a = A()", "b"), 7, "bye"),
    "in a circle": (cell(f"{SAYS}a = A()\na.a = a\ndel a") + "\n" + cell("1", "b"), 3, "bye"),
    "when a generator is left": (
        cell("def f():\n    try:\n        yield\n    finally:\n        print()\n\n\na = f()\nnext(a)"),
        1,
        r"'\n'",
    ),
    "of a section": (
        cell('x = 1\n--8<-- "tinynet/__init__.py:body"', "a"),
        3,
        "bye",
    ),
    "an error": (cell("import weakref\na = set()\nf = weakref.finalize(a, int, 'b')"), 4, "ValueError: invalid"),
    "without end": (
        cell("import atexit\n\n\n@atexit.register\ndef f():\n    while True:\n        pass"),
        2,
        "TimeLimit",
    ),
    "closed": (cell("import atexit, sys\natexit.register(sys.stdout.close)"), 2, "standard output is closed"),
    "a folder": (
        cell("import tempfile as t\nx = t.TemporaryDirectory()") + "\n" + cell("1", "b"),
        3,
        "Implicitly cleaning up",
    ),
    "a file": (cell("import os\nx = open(os.devnull)") + "\n" + cell("1", "b"), 3, "unclosed file"),
    "gone": (cell("import atexit, os\natexit.register(os._exit, 0)"), 1, "ended Python, with exit code 0"),
}


@pytest.mark.parametrize(("text", "line", "said"), LATE.values(), ids=LATE)
def test_what_is_printed_at_the_end_is_an_error(tmp_path, text, line, said):
    front = "---\ntime_limit: 0.3\n---\n" if said == "TimeLimit" else ""
    taught = "# --8<-- [start:body]\nimport atexit\n\natexit.register(print, 'bye')\n# --8<-- [end:body]\n"
    (mistake,) = Run(page_of(tmp_path, front + text, taught=taught)).every_mistake()
    assert said in mistake.message
    assert mistake.line == line + front.count("\n")


def test_what_ends_in_its_cell_is_shown_there(tmp_path):
    text = cell(f"{SAYS}a = A()") + "\n" + cell("del a", "b") + "\n{{ 1 + end.n }}\n\n" + cell("n = 1", "c")
    run = Run(page_of(tmp_path, text))
    assert [*run.every_mistake()] == []
    assert (run.outputs["b"], [*run.numbers.values()]) == ("bye\n", ["2"])


def test_silent_ends_are_well(tmp_path):
    text = cell(
        "import atexit, logging\nk = []\natexit.register(k.append, 1)\nf = open(__import__('os').devnull)\nf.close()"
    )
    run = Run(page_of(tmp_path, text))
    assert [*run.every_mistake()] == [] == [*run.every_mistake()]
    assert run.all().close().mistakes == []
