"""The front matter of a page."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.reader import ReaderError

from literate.errors import text_of
from literate.reading.page import Page

HALF = re.compile("[\ud800-\udfff]")  # of a character, as "\ud83d" gives it: no file can hold it


class FrontLoader(yaml.SafeLoader):
    """Reads front matter; what is wrong with a value is told with its place."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of one node."""
        try:
            value = super().construct_object(node, deep)
        except yaml.YAMLError:
            raise
        except Exception as error:  # a date of no calendar, and whatever else is of no kind that it says
            raise ConstructorError(None, None, str(error).split("\n")[0], node.start_mark) from error
        if isinstance(value, str) and (half := HALF.search(value)):
            raise ConstructorError(None, None, f"U+{ord(half[0]):04X} is half a character", node.start_mark)
        return value


def with_meta(path: Path, root: Path) -> Page:
    """A page with what its front matter says, and how many lines that takes; nothing else of it is read."""
    text = text_of(path, root)
    meta, first, wrong = _front(text)
    page = Page(path, root, text.split("\n"), meta, first)
    page.mistakes.extend(page.error(message, line, 1, length, hint) for message, line, length, hint in wrong)
    return page


@lru_cache(maxsize=200)  # each part asks for the titles of all
def _front(text: str) -> tuple[dict[str, Any], int, list[tuple[str, int, int, str]]]:
    """What the front matter of a text says, its lines, and its mistakes: message, line, length, help."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, 0, []
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        return {}, len(lines), [("the front matter is never closed", 1, 3, "close it with ---")]
    meta, wrong = _read("\n".join(lines[1:end]))
    return meta, end + 1, [wrong] if wrong else []


def _read(text: str) -> tuple[dict[str, Any], tuple[str, int, int, str] | None]:
    """What front matter says, and what is wrong with it: message, line, length, help."""
    try:
        loader = FrontLoader(text)
        node = loader.get_single_node()
        meta = loader.construct_document(node) if node else None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # "\UFFFFFFFF" is the number of no character
        problem = getattr(error, "problem", str(error).split("\n")[0])
        return {}, (f"the front matter is not YAML: {problem}", _line_of(error, text), 1, "")
    if node is None:  # MkDocs reads nothing there, and Zensical stops
        return {}, ("the front matter is empty", 1, 3, "say something in it, or take it away")
    if not isinstance(meta, dict):
        return {}, ("the front matter needs the form `key: value`", 2, 0, "")
    return meta, _twice(node)


def _line_of(error: Exception, text: str) -> int:
    """The line of the page that YAML says is wrong; the first where it does not say."""
    if mark := getattr(error, "problem_mark", None):
        return int(mark.line) + 2
    return text.count("\n", 0, error.position) + 2 if isinstance(error, ReaderError) else 1


def _twice(node: Any) -> tuple[str, int, int, str] | None:
    """What is said of a key that stands twice in front matter that is YAML: message, line, length, help."""
    seen: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 2
        if seen.setdefault(key.value, line) < line:
            return f"the front matter has {key.value} twice", line, 0, f"line {seen[key.value]} has it already"
    return None
