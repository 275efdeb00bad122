"""The files of the taught package."""

from project import project

from literate.reading import package


def test_the_lock_of_an_editor_is_no_file_of_the_package(tmp_path):
    """Emacs writes one while a file is edited: a link that leads nowhere."""
    project(tmp_path, "text\n")
    (tmp_path / "tinynet/.#cost.py").symlink_to("somebody@somewhere.1:2")
    assert package.modules(tmp_path) == [tmp_path / "tinynet/__init__.py"]
    assert [name for name, _ in package.taught_files(tmp_path)] == [str(tmp_path / "tinynet/__init__.py")]
