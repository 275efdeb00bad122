"""Which files are pages."""

import pytest

from literate.reading import sources

FILES = ["docs/b.md", "docs/a/c.md", "docs/a.md", "docs/.hidden.md", "docs/.ipynb_checkpoints/a.md", "docs/a/.d/e/f.md"]
FILES += ["docs/g.markdown", "docs/a/h.mkd", "docs/.i.mdown", "docs/j.mkdn", "docs/k.txt", "README.md", "docs/l.mdown"]


@pytest.fixture
def root(tmp_path):
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a", encoding="utf-8")
    return tmp_path


def names(root, paths):
    return [path.relative_to(root).as_posix() for path in paths]


def test_hidden_files_are_no_pages(root):
    assert names(root, sources.pages(root)) == ["docs/a/c.md", "docs/a.md", "docs/b.md"]


def test_other_endings_are_strangers(root):
    assert names(root, sources.strangers(root)) == ["docs/a/h.mkd", "docs/g.markdown", "docs/j.mkdn", "docs/l.mdown"]


def test_links_to_pages_are_followed_and_those_to_folders_and_nowhere_left_out(root):
    (root / "elsewhere").mkdir()
    (root / "elsewhere/m.md").write_text("m", encoding="utf-8")
    (root / "docs/n").symlink_to(root / "elsewhere")
    (root / "docs/o.md").symlink_to(root / "README.md")
    (root / "docs/p.md").symlink_to(root / "none.md")
    (root / "docs/.#b.md").symlink_to("someone@host.1:2")
    (root / "docs/q.md").mkdir()
    assert names(root, sources.pages(root))[3:] == ["docs/o.md"]


def test_without_a_folder_there_are_none(tmp_path):
    assert sources.pages(tmp_path) == sources.strangers(tmp_path) == []
