"""What a project says of itself, and what is wrong with it, with its line."""

import pytest
from project import SETTINGS, cell, page_of

from literate.errors import PageError
from literate.kit import api_links
from literate.settings import docs_of, in_docs, settings_of


def said(root, text):
    (root / "pyproject.toml").write_text(text, encoding="utf-8")
    return settings_of(root)


def test_a_project_that_says_nothing_has_docs_and_no_more(tmp_path):
    settings = settings_of(tmp_path)
    assert (settings.docs, settings.package, settings.teaching) == ("docs", "", ())
    assert docs_of(tmp_path) == tmp_path / "docs" and in_docs(tmp_path, "a.md") == "docs/a.md"
    assert in_docs(tmp_path, "") == ""


def test_what_is_said_is_read(tmp_path):
    settings = said(tmp_path, SETTINGS)
    assert settings.package == "tinynet" and settings.teaching == ("beyond",)


def test_settings_that_are_no_text(tmp_path):
    (tmp_path / "pyproject.toml").write_bytes(b"[tool.literate]\n# \xff\n")
    with pytest.raises(PageError) as caught:
        settings_of(tmp_path)
    assert str(caught.value).startswith("pyproject.toml:2:1: this line is not UTF-8: byte 0xff")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[tool.literate]\npackage = "a"\nparts = 1\n', 3, "parts is 1, needed: words"),
        ('[tool.literate]\nteaching = "beyond"\n', 2, "teaching is 'beyond', needed: a list of words"),
        ("[tool.literate]\n\n[tool.literate.stations]\na = 1\n", 3, "stations is {'a': 1}, needed: a table of words"),
        ('[tool.literate]\npackages = "a"\n', 2, "[tool.literate] has packages, which nothing reads"),
        ("[tool.literate]\npackage = \n", 2, "this is not TOML"),
        ("[tool.literate", 1, "this is not TOML"),
    ],
)
def test_each_mistake_has_its_line(tmp_path, text, line, message):
    with pytest.raises(PageError) as caught:
        said(tmp_path, text)
    assert (caught.value.file, caught.value.line) == ("pyproject.toml", line)
    assert caught.value.message.startswith(message)


def test_a_project_without_a_package_shows_nothing_of_it(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.literate]\n")
    assert api_links.documented_names(page_of(tmp_path, cell("x = 1")), api_links.taught_api(tmp_path)) == {}
