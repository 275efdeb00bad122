"""What a builder says of the text that it hands to Markdown: which page it is, and what its plugins have changed."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from markdown import Markdown

from literate.reading.page import Page

CONTEXT = "rendering_context"  # what Zensical registers on each instance of Markdown


class Source(NamedTuple):
    """A page that a builder renders.

    Attributes:
        path: Its file.
        root: The root of its project.
        text: What the builder has read of it; None where it does not say.
    """

    path: Path
    root: Path
    text: str | None = None


class Builder:
    """What the hook of MkDocs has said last; the extension takes it once, so that no other text passes for a page."""

    said: Source | None = None


def source_of(md: Markdown) -> Source | None:
    """The page that an instance of Markdown converts: as MkDocs tells it in a hook, or Zensical on the instance."""
    said, Builder.said = Builder.said, None
    if CONTEXT not in md.preprocessors:
        return said
    context: Any = md.preprocessors[CONTEXT]
    root = Path(context.config["root_dir"]).resolve()  # of its settings, which may be named from elsewhere
    return Source(root / context.config["docs_dir"] / context.page.path, root)


def changes(page: Page, source: Source, lines: list[str]) -> dict[int, str]:
    """The lines of a page that plugins of the builder have changed, each with what stands there now.

    Raises:
        PageError: When a line was changed that is not plain text, or lines were taken away.
    """
    before = source.text.split("\n") if source.text is not None else lines
    if before == lines:
        return {}
    start = len(page.lines) - len(page.body.lstrip("\n").split("\n")) + 1
    found = dict[int, str]()
    for old, new in _replaced(before, lines):
        first = start + old.start
        places, text = range(first, first + len(old)), lines[new.start : new.stop]
        if not old:  # what is put between two lines belongs to the one above
            places, text = range(first - 1, first), [page.lines[first - 2], *text]
        if any(fence.line <= line < fence.last + (not old) for fence in page.fences for line in places):
            hint = "a cell stays as it is written"
            raise page.error("a plugin of the builder changes this line", places.start, hint=hint)
        found |= {line: "" for line in places} | {places.start: "\n".join(text)}
    return found


def _replaced(before: list[str], after: list[str]) -> Iterator[tuple[range, range]]:
    for kind, old, last, new, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield range(old, last), range(new, end)
