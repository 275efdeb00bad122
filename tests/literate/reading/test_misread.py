"""Files that a builder takes for something else than what is read of them, or of which it keeps one."""

import pytest

from literate.reading.misread import mistakes


def said(root, *files, settings=""):
    for name in files:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text("# T\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"site_name: S\n{settings}", encoding="utf-8")
    return [str(mistake).split("\n")[0] for mistake in mistakes(root)]


def test_files_with_other_endings(tmp_path):
    assert said(tmp_path, "a.md", "b.markdown", ".c.mkd", "d.txt") == [
        "docs/b.markdown:1:1: this file is not read as a page"
    ]


def test_links_that_lead_nowhere_or_to_a_folder(tmp_path):
    assert said(tmp_path, "a/b.md") == []
    links = {"docs/a/c.md": "none.md", "docs/a/.d.md": "none.md", "docs/a/e.txt": "none.txt"}
    links |= {"docs/a/f": tmp_path / "docs", "docs/a/.g": tmp_path / "docs", "docs/h": tmp_path / "docs/a"}
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    assert sorted(said(tmp_path))[:2] == [
        "docs/a/c.md:1:1: this link leads nowhere",
        "docs/a/f:1:1: this link leads to a folder, which not every builder follows",
    ]


@pytest.mark.parametrize(
    ("files", "settings", "mistake"),
    [
        (["a.md", "a/index.md"], "", "docs/a.md:1:1: this page and a/index.md have one address"),
        (["a.md", "a/README.md"], "", "docs/a.md:1:1: this page and a/README.md have one address"),
        (["README.md", "index.md"], "", "docs/index.md:1:1: this page and README.md have one address"),
        (["a.md", "a/index.html"], "", "docs/a.md:1:1: this page and a/index.html have one address"),
        (["a.md", "a.html"], "use_directory_urls: false", "docs/a.md:1:1: this page and a.html have one address"),
        (["a.b.md", "a.b/index.md"], "", "docs/a.b.md:1:1: this page and a.b/index.md have one address"),
    ],
)
def test_pages_with_one_address(tmp_path, files, settings, mistake):
    assert said(tmp_path, *files, settings=settings) == [mistake]


@pytest.mark.parametrize(
    ("files", "settings"),
    [
        (["a.md", "a/b.md", "b.md", "A.md"], ""),
        (["a.md", "a/index.md", "a.html"], "exclude_docs: |\n  /a.md\n"),
        (["a/README.md", "a/index.md"], "draft_docs: README.md\n"),
        (["a.md", "a/index.md"], "use_directory_urls: false\n"),
        (["a.md", "a.html"], ""),
    ],
)
def test_pages_with_an_address_each(tmp_path, files, settings):
    assert said(tmp_path, *files, settings=settings) == []


def taken_away(root):
    settings = '[tool.literate]\nparts = "a"\nnotebooks = ["b.md"]\narchive = "all.zip"\n'
    (root / "pyproject.toml").write_text(settings, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("files", "what"),
    [
        (["a/01-c.md", "a/01-c.py"], "the script of docs/a/01-c.md"),
        (["a/01-c.md", "a/01-c.ipynb"], "the notebook of docs/a/01-c.md"),
        (["a/01-c.d.md", "a/01-c.d.py"], "the script of docs/a/01-c.d.md"),
        (["b.md", "b.py"], "the script of docs/b.md"),
        (["b.md", "all.zip"], "the archive of notebooks and scripts"),
    ],
)
def test_files_in_the_place_of_what_is_taken_away(tmp_path, files, what):
    mistake = f"docs/{files[1]}:1:1: {what} is written in the place of this file"
    assert said(taken_away(tmp_path), *files) == [mistake]
    assert said(tmp_path, settings=f"exclude_docs: |\n  {files[1]}\n") == []


@pytest.mark.parametrize(
    ("files", "settings"),
    [
        (["a/c.md", "a/c.py", "c.md", "c.ipynb", "all.zip"], ""),
        (["a/01-c.md", "a/01-c.csv", "a/c.py", "01-c.py"], ""),
        (["a/01-c.md", "a/01-c.py", "all.zip"], "draft_docs: 01-c.md\n"),
    ],
)
def test_files_in_whose_place_nothing_is_written(tmp_path, files, settings):
    assert said(taken_away(tmp_path), *files, settings=settings) == []


def test_a_project_without_settings(tmp_path):
    said(tmp_path, "a.md")
    (tmp_path / "mkdocs.yml").unlink()
    assert [*mistakes(tmp_path)] == []
