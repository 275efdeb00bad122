"""Named sections: each stands once, and has an end."""

import pytest
from project import project

from literate.errors import PageError
from literate.reading.snippets import section


def of(tmp_path, taught, name="a"):
    project(tmp_path, "", taught=taught)
    return section(tmp_path, "tinynet/__init__.py", name, 7)


def test_lines_keep_their_number_and_lose_their_indentation(tmp_path):
    taught = "if 1:\n    # --8<-- [start:a]\n    x = 1\n\n    if x:\n        y = 2\n    # --8<-- [end:a]\n"
    lines = of(tmp_path, taught)
    assert [line.text for line in lines] == ["x = 1", "", "if x:", "    y = 2"]
    assert [(line.number, line.indent, line.call) for line in lines if line.text] == [(3, 4, 7), (5, 4, 7), (6, 4, 7)]


def test_the_marks_of_others_are_left_out(tmp_path):
    taught = "# --8<-- [start:b]\n# --8<-- [start:a]\nx = 1\n# --8<-- [end:b]\ny = 2\n# --8<-- [end:a]\n"
    assert [(line.number, line.text) for line in of(tmp_path, taught)] == [(3, "x = 1"), (5, "y = 2")]
    assert [line.text for line in of(tmp_path, taught, "b")] == ["x = 1"]


@pytest.mark.parametrize(
    ("inside", "line", "message"),
    [("", 1, 'section "a" is empty'), ('b\n--8<-- "c.py:d"\n', 3, "a section holds no other")],
)
def test_a_section_that_would_be_shown_as_its_mark(tmp_path, inside, line, message):
    with pytest.raises(PageError, match=message) as caught:
        of(tmp_path, f"# --8<-- [start:a]\n{inside}# --8<-- [end:a]\n")
    assert (caught.value.file, caught.value.line) == ("tinynet/__init__.py", line)


@pytest.mark.parametrize(
    ("taught", "line", "counts"),
    [
        ("# --8<-- [start:a]\n# --8<-- [start:a]\n# --8<-- [end:a]\n", 2, "2 and 1"),
        ("# --8<-- [start:a]\n# --8<-- [end:a]\n# --8<-- [end:a]\n", 3, "1 and 2"),
        ("x = 1\n# --8<-- [start:a]\n", 2, "1 and 0"),
        ("# --8<-- [end:a]\n# --8<-- [start:a]\n", 1, "1 and 1"),
    ],
)
def test_a_section_twice_or_without_an_end(tmp_path, taught, line, counts):
    with pytest.raises(PageError) as caught:
        of(tmp_path, taught)
    assert str(caught.value).startswith(
        f'tinynet/__init__.py:{line}:1: section "a" needs one start and, below it, one end; it has {counts}\n'
    )
    assert caught.value.length == len(caught.value.text)
    assert caught.value.hint == "write # --8<-- [start:a] and # --8<-- [end:a] once each, in this order"


@pytest.mark.parametrize(("taught", "there"), [("x\n", "none"), ("# --8<-- [start:b]\n# --8<-- [end:c]\n", "b")])
def test_a_section_that_is_not_there(tmp_path, taught, there):
    with pytest.raises(LookupError, match=f"^sections there: {there}$"):
        of(tmp_path, taught)
