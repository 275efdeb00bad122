"""The texts of files that are asked for again and again: each is read once, and again when the file has changed."""

from functools import lru_cache
from pathlib import Path


def file_text(path: Path, encoding: str = "utf-8") -> str:
    """The text of a file.

    Raises:
        OSError: When it cannot be read.
        UnicodeDecodeError: When it has another encoding.
    """
    found = path.stat()
    return _read(path, encoding, (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino))


def text_if_there(path: Path) -> str:
    """The text of a file; empty where there is none."""
    try:
        return file_text(path)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return ""


@lru_cache(maxsize=500)
def _read(path: Path, encoding: str, state: tuple[int, ...]) -> str:
    return path.read_text(encoding=encoding)
