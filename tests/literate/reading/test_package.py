"""The files of the taught package."""

from project import project

from literate.reading import package


def test_the_lock_of_an_editor_is_no_file_of_the_package(tmp_path):
    """Emacs writes one while a file is edited: a link that leads nowhere."""
    project(tmp_path, "text\n")
    (tmp_path / "tinynet/.#cost.py").symlink_to("somebody@somewhere.1:2")
    assert package.modules(tmp_path) == [tmp_path / "tinynet/__init__.py"]
    assert [name for name, _ in package.taught_files(tmp_path)] == [str(tmp_path / "tinynet/__init__.py")]


def test_what_is_hidden_is_no_file_of_the_package(tmp_path):
    """A system keeps bytes beside each file, a notebook the half of one that was saved before."""
    root = tmp_path / ".work"  # above the package, it hides nothing
    root.mkdir()
    project(root, "text\n")
    (root / "tinynet/.ipynb_checkpoints").mkdir()
    (root / "tinynet/.ipynb_checkpoints/a-checkpoint.py").write_text("def half(", encoding="utf-8")
    (root / "tinynet/._x.py").write_bytes(b"\x00\xff")
    assert package.modules(root) == [root / "tinynet/__init__.py"]
    assert [name for name, _ in package.taught_files(root)] == [str(root / "tinynet/__init__.py")]
