"""Each statement keeps its file, line and column."""

import ast

import pytest
from project import cell, page_of

from literate.errors import PageError
from literate.running.compiling import compile_cell


def steps(tmp_path, code, **options):
    page = page_of(tmp_path, cell(code), **options)
    return list(compile_cell(page, page.cells[0]))


def test_statements_are_compiled_under_their_own_names(tmp_path):
    code = 'x = 1\n--8<-- "tinynet/__init__.py:inner"\n\ny = 2\nz = 3'
    found = steps(tmp_path, code)
    names = [step.code.co_filename for step in found]
    page, taught = str(tmp_path / "docs/page.md"), str(tmp_path / "tinynet/__init__.py")
    assert names == [page, taught, page, page]
    assert [[line for *_, line in step.code.co_lines() if line][-1] for step in found] == [2, 21, 5, 6]
    assert [step.call and step.call.co_filename for step in found] == [None, page, None, None]
    assert [line for *_, line in found[1].call.co_lines() if line][-1] == 3


def test_columns_are_those_of_the_file(tmp_path):
    positions = [p for p in steps(tmp_path, '--8<-- "tinynet/__init__.py:inner"')[0].code.co_positions() if p[0] == 21]
    assert {p[2] for p in positions if p[2] is not None} == {4, 8, 12}


def test_a_decorated_function_in_a_section(tmp_path):
    taught = "# --8<-- [start:f]\n@staticmethod\ndef f():\n    pass\n# --8<-- [end:f]\n"
    (step,) = steps(tmp_path, '--8<-- "tinynet/__init__.py:f"', taught=taught)
    assert step.code.co_filename.endswith("__init__.py")


def test_a_transform_sees_each_statement(tmp_path):
    page, seen = page_of(tmp_path, cell('x = 1\n--8<-- "tinynet/__init__.py:inner"')), []
    list(compile_cell(page, page.cells[0], lambda module, file: seen.append((ast.unparse(module), file))))
    assert seen == [("x = 1", str(page.path)), ("c = b * b", str(tmp_path / "tinynet/__init__.py"))]


def fails(tmp_path, code, **options):
    with pytest.raises(PageError) as caught:
        steps(tmp_path, code, **options)
    return caught.value


@pytest.mark.parametrize(("code", "line"), [("x = 1\ny = (", 3), ("x = 1\n\nif x\n    pass", 4), ("x = = 1", 2)])
def test_a_cell_that_is_not_python(tmp_path, code, line):
    error = fails(tmp_path, code)
    assert error.message.startswith('cell "a" is not Python: ') and error.line == line
    assert error.hint == "mend this line"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("from __future__ import annotations", 2),
        ("x = 1\n\nfrom __future__ import (\n    division,\n)\ny = 2", 4),
        ("if x:\n    from __future__ import division\nfrom __future__ import annotations", 3),
        ('x = 1\n--8<-- "tinynet/__init__.py:f"', 3),
    ],
)
def test_a_cell_asks_for_no_other_python(tmp_path, code, line):
    error = fails(tmp_path, code, taught="# --8<-- [start:f]\nfrom __future__ import division\n# --8<-- [end:f]\n")
    assert (error.message, error.line) == ('cell "a" imports from __future__', line)


def test_a_section_that_is_not_python(tmp_path):
    taught = "# --8<-- [start:f]\nx = 1\ny = = 2\n# --8<-- [end:f]\n"
    error = fails(tmp_path, 'a = 1\n--8<-- "tinynet/__init__.py:f"', taught=taught)
    assert error.line == 3 and error.hint == "mend tinynet/__init__.py:3:5"


def test_one_statement_partly_in_a_section(tmp_path):
    taught = "# --8<-- [start:f]\nx = (1,\n# --8<-- [end:f]\n2)\n"
    error = fails(tmp_path, '--8<-- "tinynet/__init__.py:f"\n2)', taught=taught)
    assert error.message == 'in cell "a" one statement stands partly in a section and partly on the page'
    assert error.line == 3 and error.hint == "let the section begin and end with whole statements"


def test_an_empty_cell_has_no_steps(tmp_path):
    assert steps(tmp_path, "") == [] == steps(tmp_path, "# a comment")


def test_null_bytes_are_not_python(tmp_path):
    error = fails(tmp_path, "x = 1\ny = '\0'")
    assert "is not Python" in error.message and error.line == 2
