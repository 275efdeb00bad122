"""The links to the other forms of a page: where they are, and what is left out."""

import re

import pytest
from project import page_of, project

from literate.kit import forms
from literate.kit.series_map import with_map

SITE = 'notebooks = ["beyond", "museum.md"]\n'


@pytest.fixture
def root(tmp_path):
    project(tmp_path, "text\n")
    settings = (tmp_path / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(settings + SITE, encoding="utf-8")
    return tmp_path


def links(root, name):
    html = " ".join(forms.links(page_of(root, "# T\n\ntext\n", name=f"docs/{name}.md")))
    return re.findall('<a href="(.*?)"(.*?)>(.*?)</a>', html)


@pytest.mark.parametrize(
    ("name", "archive"),
    [
        ("series/02-b", "../basics-of-deep-learning.zip"),
        ("museum", "../series/basics-of-deep-learning.zip"),
        ("beyond/x", "../../series/basics-of-deep-learning.zip"),
    ],
)
def test_notebook_script_and_archive_are_found_from_the_folder_of_the_page(root, name, archive):
    stem = name.rpartition("/")[2]
    assert links(root, name) == [
        (f"../{stem}.ipynb", " download", "notebook"),
        (f"../{stem}.py", " download data-script", "script"),
        (archive, " download", "all as a zip"),
    ]


def test_a_page_that_is_no_notebook_has_none(root):
    page = page_of(root, "# T\n\ntext\n", name="docs/other.md")
    assert forms.links(page) == [] and forms.line(page) == ""


def test_a_page_that_is_no_part_has_them_above_its_title(root):
    page = page_of(root, "# T\n\ntext\n", name="docs/museum.md")
    made = with_map(page, page.lines)
    assert [one[:19] for one in made] == ["", '<p class="products"', "", "# T", "", "text", ""]
    assert made[1] == forms.line(page) and " data-search-exclude>This page as <a href" in made[1]


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        (
            "repo_url: https://github.com/a/b",
            "https://colab.research.google.com/github/a/b/blob/notebooks/beyond/x.ipynb",
        ),
        (
            "repo_url: https://github.com/a/b.git/",
            "https://colab.research.google.com/github/a/b/blob/notebooks/beyond/x.ipynb",
        ),
        ("repo_url: ''", ""),
        ("repo_url: https://github.com/", ""),
        ("repo_url: https://example.org/a/b", ""),
        ("site_name: S", ""),
    ],
)
def test_colab_opens_what_the_repository_of_the_site_has(root, settings, address):
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    found = [to for to, _, words in links(root, "beyond/x") if words == "Open in Colab"]
    assert found == [address] * bool(address)
