"""HTML that is never closed: what stands below it would be lost, or look other than written."""

from collections.abc import Iterator

from literate.errors import PageError
from literate.markup import VOID
from literate.page import Page

# HTML closes these by itself.
OPTIONAL = VOID | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup"}


def mistakes(page: Page) -> Iterator[PageError]:
    """Blocks and tags that are never closed, and closing tags that close nothing."""
    yield from _open_blocks(page)
    yield from _open_tags(page)


def _open_blocks(page: Page) -> Iterator[PageError]:
    """Blocks of HTML that are never closed."""
    for element in page.contents.tree.unclosed:
        span = page.contents.tree.spans(element.start, element.inside)[0]
        yield _never_closed(page, element.tag, span.number, span.start + 1, span.end - span.start)


def _open_tags(page: Page) -> Iterator[PageError]:
    """Tags in the text that are never closed, and those that close nothing."""
    stack = []
    for tag in page.contents.of("tag"):
        name = tag.text.removeprefix("/")
        if tag.scope.of_blocks or name in OPTIONAL or tag.written.endswith("/>") or not name:
            continue
        if not tag.text.startswith("/"):
            stack.append(tag)
        elif name in (names := [one.text for one in stack]):
            last = len(names) - 1 - names[::-1].index(name)
            yield from (_never_closed(page, one.text, *one.place, len(one.written)) for one in stack[last + 1 :])
            del stack[last:]
        else:
            hint = f"open it with <{name}>, or take it away"
            yield page.error(f"</{name}> closes nothing", *tag.place, len(tag.written), hint)
    yield from (_never_closed(page, one.text, *one.place, len(one.written)) for one in stack)


def _never_closed(page: Page, tag: str, line: int, column: int, length: int) -> PageError:
    return page.error(f"<{tag}> is never closed", line, column, length, f"close it with </{tag}>")
