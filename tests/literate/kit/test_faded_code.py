"""Taught code with gaps, out of order, or blank: each form is made from the section, and leads back to it."""

import re

import pytest
from conftest import ROOT
from project import first, page_of

from literate.errors import PageError
from literate.kit import faded_code
from literate.reading.fences import FADES
from literate.reading.snippets import section

SECTIONS = [
    (f"tinynet/{path.name}", name)
    for path in sorted((ROOT / "tinynet").glob("*.py"))
    for name in re.findall(r"\[start:(\w+)\]", path.read_text(encoding="utf-8"))
]


def faded(file, name, form):
    source = "\n".join(line.text for line in section(ROOT, file, name, 1))
    try:
        return source, faded_code.fade(source, form)
    except ValueError:
        return source, None


def filled(made):
    text = made.text
    for taken in made.taken:
        text = text.replace(faded_code.GAP, taken, 1)
    return text


@pytest.mark.parametrize(("file", "name"), SECTIONS)
@pytest.mark.parametrize("form", ["gaps", "blank"])
def test_filled_gaps_give_the_section_back(file, name, form):
    source, made = faded(file, name, form)
    if made is None:
        return
    assert filled(made) == source != made.text
    assert made.text.count(faded_code.GAP) == len(made.taken) and faded_code.GAP not in source
    for line in made.text.split("\n"):
        assert faded_code.GAP not in line.partition(" = ")[0] or " = " not in line


@pytest.mark.parametrize(("file", "name"), SECTIONS)
def test_lines_in_order_give_the_section_back(file, name):
    source, made = faded(file, name, "order")
    if made is None:
        return
    places = [made.text.index(piece) for piece in made.taken]
    start, end = min(places), max(place + len(piece) for place, piece in zip(places, made.taken, strict=True))
    assert made.text[:start] + "\n".join(made.taken) + made.text[end:] == source != made.text
    assert places[0] != start


def test_enough_sections_have_each_form():
    counts = {form: sum(faded(*one, form)[1] is not None for one in SECTIONS) for form in sorted(FADES)}
    assert counts["gaps"] == counts["blank"] >= 20 and counts["order"] >= 8, counts


def test_the_forms_of_a_section_are_always_the_same():
    source = "out = f(x)  # (flowers, outputs)\nerror = out - y\nupdate = np.dot(x.T, error) / N"
    assert faded_code.fade(source, "gaps").text == (
        "out = f(____)  # (flowers, outputs)\nerror = out - ____\nupdate = np.dot(____, error) / N"
    )
    assert faded_code.fade(source, "blank").text == "out = ____  # (flowers, outputs)\nerror = ____\nupdate = ____"
    assert faded_code.fade(source, "order") == faded_code.fade(source, "order")


def test_a_function_keeps_its_head():
    source = 'def f(x):\n    """Words."""\n    # why\n    y = x + 1\n    return y\n'
    assert faded_code.fade(source, "blank").text == 'def f(x):\n    """Words."""\n    # why\n    ____\n'
    ordered = faded_code.fade(source, "order")
    assert ordered.text == 'def f(x):\n    """Words."""\n    # why\n    return y\n    y = x + 1\n'
    assert ordered.taken == ("    y = x + 1", "    return y")


@pytest.mark.parametrize(
    ("source", "form", "message"),
    [
        ("else:\n    a = 1", "gaps", "is not Python by itself: invalid syntax"),
        ("import a", "gaps", "has nothing that could be left out"),
        ("import a", "blank", "has nothing that could be left out"),
        ("a = 1\nb = 2", "order", "has no two statements of which one needs the other"),
        ("x = f(x)\nx = f(x)", "order", "has no two statements of which one needs the other"),
        ("def f():\n    '''Words.'''", "order", "has no two statements of which one needs the other"),
        ("", "order", "has no two statements of which one needs the other"),
    ],
)
def test_what_cannot_be_faded(source, form, message):
    with pytest.raises(ValueError, match=message):
        faded_code.fade(source, form)


def fence(body, form="gaps", indent=""):
    return "\n".join(f"{indent}{line}" for line in (f'```python title="T" fade="{form}"', *body, "```")) + "\n"


def test_a_page_shows_the_faded_section(tmp_path):
    text = "- item\n\n" + fence(['--8<-- "tinynet/__init__.py:body"'], "blank", "    ") + "\ntext\n"
    page = page_of(tmp_path, f'---\ntitle: T\n---\n{text}```python title="T"\nx = 1\n```\n')
    first(faded_code.mistakes(page))
    lines = faded_code.with_fading(page, page.lines[page.first :])
    assert len(lines) == len(page.lines) - page.first
    assert lines[2:5] == ['    ```python title="T"', "    b = ____\n    c = ____\n    d = ____", "    ```"]
    assert faded_code.with_fading(page, page.lines[page.first :]) == lines


@pytest.mark.parametrize(
    ("body", "form", "line", "message"),
    [
        (["a = 1"], "gaps", 1, "a faded fence holds one section and nothing else"),
        (['--8<-- "tinynet/__init__.py:body"', "a = 1"], "gaps", 1, "a faded fence holds one section"),
        ([], "gaps", 1, "a faded fence holds one section"),
        (['--8<-- "tinynet/__init__.py:inner"'], "order", 2, "this section has no two statements"),
    ],
)
def test_a_fence_that_cannot_be_faded_is_named(tmp_path, body, form, line, message):
    page = page_of(tmp_path, fence(body, form) + '\n```python title="T"\nx = 1\n```\n')
    with pytest.raises(PageError, match=message) as caught:
        first(faded_code.mistakes(page))
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("body", "form", "line", "message"),
    [
        (['--8<-- "tinynet/__init__.py:body"'], "half", 1, 'unknown option fade="half"'),
        (['--8<-- "tinynet/__init__.py:none"'], "gaps", 2, 'has no section "none"'),
    ],
)
def test_a_fence_that_names_nothing_is_not_read(tmp_path, body, form, line, message):
    with pytest.raises(PageError, match=message) as caught:
        page_of(tmp_path, fence(body, form))
    assert caught.value.line == line


def test_a_page_without_faded_fences_is_well(tmp_path):
    first(faded_code.mistakes(page_of(tmp_path, fence(['--8<-- "tinynet/__init__.py:body"'], "order"))))
    first(faded_code.mistakes(page_of(tmp_path, '```python title="T"\nx = 1\n```\n')))
