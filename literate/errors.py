"""One error for every mistake on a page: where it is, the line itself, the place underlined, what to do."""

from collections.abc import Iterable
from pathlib import Path

from literate.file_texts import file_text


class PageError(Exception):
    """A mistake in a page, or in code that a page shows, at a known place.

    Args:
        message: What came, and what is needed.
        file: The file, relative to the repository's root.
        line: Line in that file, from 1.
        column: Column in that line, from 1.
        length: How many characters to underline.
        text: The line itself; read from the file when left out.
        hint: What to do about it.
    """

    def __init__(
        self,
        message: str,
        file: str | Path,
        line: int,
        column: int = 1,
        length: int = 1,
        text: str = "",
        hint: str = "",
    ) -> None:
        """Keep each part, so that other programs can read them."""
        super().__init__(message, str(file), line, column, length, text, hint)
        self.message, self.file, self.line = message, str(file), line
        self.column, self.length, self.hint = column, length, hint
        self.text = text or line_of(file, line)

    def __str__(self) -> str:
        """The message as a person reads it: place, line, underline, help."""
        number = str(self.line)
        margin = " " * len(number)
        shown = [
            f"{self.file}:{number}:{self.column}: {self.message}",
            f"  {number} | {self.text}",
            f"  {margin} | {' ' * (self.column - 1)}{'^' * max(1, self.length)}",
        ]
        return "\n".join(shown + [f"  {margin} = help: {self.hint}"] * bool(self.hint))


class DraftError(PageError):
    """What a page may lack while it is written: a live server warns and shows the page; all others refuse it."""


class MistakesError(Exception):
    """All that is wrong with a page, in order."""

    def __init__(self, mistakes: Iterable[PageError]) -> None:
        """Put them in the order of their lines, each once."""
        unique = {str(mistake): mistake for mistake in mistakes}
        self.mistakes = sorted(unique.values(), key=lambda mistake: (mistake.line, mistake.column))
        super().__init__("\n".join(map(str, self.mistakes)))


class UnknownError(Exception):
    """A marker whose argument names nothing that is there; the message says what is."""


def text_of(path: Path, root: Path) -> str:
    """The text of a file.

    Raises:
        PageError: When it is not UTF-8, with the line that is not.
    """
    try:
        return file_text(path, "utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf8(error, path.relative_to(root).as_posix()) from error


def text_if_there(path: Path, root: Path) -> str:
    """The text of a file; empty where there is none.

    Raises:
        PageError: When it is not UTF-8.
    """
    try:
        return text_of(path, root)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return ""


def not_utf8(error: UnicodeDecodeError, file: str) -> PageError:
    """A file that is not UTF-8, as a mistake at its line."""
    line = error.object[: error.start].count(b"\n") + 1
    text = error.object.split(b"\n")[line - 1].decode("utf-8", "replace").strip()
    what = f"this line is not UTF-8: byte {error.object[error.start]:#x}"
    return PageError(what, file, line, 1, len(text), text, "save it as UTF-8")


def line_of(file: str | Path, line: int) -> str:
    """The text of one line of a file; empty when there is none."""
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[line - 1] if 0 < line <= len(lines) else ""
