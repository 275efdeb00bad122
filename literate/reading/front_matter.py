"""The front matter of a page."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from literate.errors import text_of
from literate.reading.page import Page


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
    try:
        loader = yaml.SafeLoader("\n".join(lines[1:end]))
        node = loader.get_single_node()
        meta = (loader.construct_document(node) if node else None) or {}
    except (yaml.YAMLError, ValueError) as error:  # a date of no calendar is a ValueError
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", str(error).split("\n")[0])
        return {}, end + 1, [(f"the front matter is not YAML: {problem}", mark.line + 2 if mark else 1, 1, "")]
    if isinstance(meta, dict) and (twice := _twice(node)):
        return meta, end + 1, [twice]
    if not isinstance(meta, dict):
        return {}, end + 1, [("the front matter needs the form `key: value`", 2, 0, "")]
    return meta, end + 1, []


def _twice(node: Any) -> tuple[str, int, int, str] | None:
    """What is said of a key that stands twice in front matter that is YAML: message, line, length, help."""
    seen: dict[str, int] = {}
    for key, _ in node.value if node else []:
        line = key.start_mark.line + 2
        if seen.setdefault(key.value, line) < line:
            return f"the front matter has {key.value} twice", line, 0, f"line {seen[key.value]} has it already"
    return None
