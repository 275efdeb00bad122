"""The texts of files that are asked for again and again: each is read once, and again when the file has changed."""

from functools import lru_cache
from pathlib import Path


def file_text(path: Path, encoding: str = "utf-8") -> str:
    """The text of a file.

    Raises:
        OSError: When it cannot be read.
        UnicodeDecodeError: When it has another encoding.
    """
    return _text(path, encoding, _state(path))


def file_bytes(path: Path) -> bytes:
    """What a file holds.

    Raises:
        OSError: When it cannot be read.
    """
    return _bytes(path, _state(path))


def _state(path: Path) -> tuple[int, ...]:
    """What changes when a file does."""
    found = path.stat()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


@lru_cache(maxsize=500)
def _text(path: Path, encoding: str, state: tuple[int, ...]) -> str:
    return path.read_text(encoding=encoding)


@lru_cache(maxsize=500)
def _bytes(path: Path, state: tuple[int, ...]) -> bytes:
    return path.read_bytes()
