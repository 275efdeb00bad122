"""The list of what is made of each part."""

import pytest
from project import project, run_of

from literate.errors import UnknownError
from literate.kit import handouts


def run(root, text="# T\n\n[[handouts]]\n"):
    project(root, "---\ntitle: 1. A & B\n---\n# A\n", name="docs/series/01-a.md")
    return run_of(root, text, name="docs/teachers.md")


def test_each_part_has_its_places(tmp_path):
    made = handouts.listed(run(tmp_path), 3, "")
    assert "<li>1. A &amp; B<span data-made" in made and made.count("<li>") == 1 and "href" not in made
    for ending in ("slides.html", "slides.pdf", "sheet.html", "key.html"):
        assert f'data-made="../series/01-a.{ending}" hidden' in made


def test_it_takes_no_argument(tmp_path):
    with pytest.raises(UnknownError, match="without an argument"):
        handouts.listed(run(tmp_path), 3, "1-2")


def test_the_names_of_the_parts_count_for_a_page_with_the_list_alone(tmp_path):
    page = run(tmp_path).page
    inputs = type("Inputs", (), {"root": tmp_path})()
    assert handouts.FEATURE.depends(page, inputs) == ["1. A & B"]
    assert handouts.FEATURE.depends(run(tmp_path, "# T\n").page, inputs) is None
