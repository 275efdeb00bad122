"""HTML that is never closed: what stands below it would be lost, or look other than written."""

import re
from collections.abc import Iterator

from literate.errors import PageError
from literate.grammar.markup import BLOCKS, VOID, Element
from literate.grammar.rows import INDENT, blanked
from literate.reading.page import NUMBER, Page, blank, line_and_column

# HTML closes these by itself.
OPTIONAL = VOID | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup"}

SHOWS_NOTHING = VOID - {"br", "hr", "wbr"}  # without an attribute

# Of these a browser does not read the slash of `<b/>`; in drawings and formulas there are others, of which it does.
NEEDS_END = (BLOCKS | set("a b code em i kbd label mark s small span strong sub sup u".split())) - VOID  # noqa: SIM905
EMPTY = re.compile(r"(?:[\s\"']|<\w+)/>$")  # behind a value without quotation marks it belongs to that
COMMENT = re.compile("<!--")
BEGINS = re.compile(r"^ {0,3}(?P<all><(?P<tag>[a-z]\w+)(?: .*)?$)", re.IGNORECASE | re.MULTILINE)


def mistakes(page: Page) -> Iterator[PageError]:
    """Blocks and tags that are never closed, and closing tags that close nothing."""
    yield from _open_blocks(page)
    yield from _open_tags(page)
    yield from _unread(page)
    yield from _of_samples(page)


def _open_blocks(page: Page) -> Iterator[PageError]:
    """Blocks of HTML that are never closed, and tags in those whose content is not read."""
    ajar = [element for element in page.contents.tree.ajar if element.tag not in OPTIONAL]
    for element in [*page.contents.tree.unclosed, *ajar]:
        span = page.contents.tree.spans(element.start, element.inside)[0]
        yield _never_closed(page, element.tag, span.number, span.start + 1, span.end - span.start)


def _open_tags(page: Page) -> Iterator[PageError]:
    """Tags in the text that are never closed, and those that close nothing."""
    stack, ended = [], [element.tag for element, *_ in _by_chance(page)]
    for tag in page.contents.of("tag"):
        name = tag.text.removeprefix("/")
        empty = bool(EMPTY.search(tag.written))
        if empty and name in NEEDS_END:
            hint = f"close it with </{name}>: browsers leave the slash out"
            yield page.error(f"<{name}> is never closed", *tag.place, len(tag.written), hint)
        if tag.text in SHOWS_NOTHING and tag.written == f"<{tag.text}>" and not tag.scope.of_blocks:
            yield page.error(f"<{name}> shows nothing", *tag.place, len(tag.written), "write it in backticks")
        if tag.scope.of_blocks or name in OPTIONAL or empty or not name:
            continue
        if not tag.text.startswith("/"):
            stack.append(tag)
        elif name in (names := [one.text for one in stack]):
            last = len(names) - 1 - names[::-1].index(name)
            yield from (_never_closed(page, one.text, *one.place, len(one.written)) for one in stack[last + 1 :])
            del stack[last:]
        elif name in ended:  # which should have ended here
            ended.remove(name)
        else:
            hint = f"open it with <{name}>, or take it away"
            yield page.error(f"</{name}> closes nothing", *tag.place, len(tag.written), hint)
    yield from (_never_closed(page, one.text, *one.place, len(one.written)) for one in stack)


def _unread(page: Page) -> Iterator[PageError]:
    """Comments that are never closed, and blocks whose tag has an open quotation mark: they would be text."""
    shown = page.contents.of("tag", "formula", "link", "image")
    spans = [span for one in shown for span in one.scope.spans(one.start, one.end)]
    text = NUMBER.sub(blank, "\n".join(blanked(page.prose.split("\n"), spans)))
    for found in COMMENT.finditer(text):
        yield page.error_at(found, "this comment is never closed", "close it with -->, or write it in backticks")
    for found in BEGINS.finditer(text):
        if found["tag"].lower() in BLOCKS:
            line, column = line_and_column(text, found.start("all"))
            hint = "look at its quotation marks, or write it in backticks"
            yield page.error("this tag is not read", line, column, len(found["all"]), hint)


def _by_chance(page: Page) -> Iterator[tuple[Element, int, int, str, str]]:
    """The blocks that a closing tag ends which is only shown, with its place; as what it is meant, and what to do."""
    whole = page.contents.tree.whole
    for element in page.contents.tree.elements.values():
        if element.has_markdown and element.outside < element.end:
            line, column = whole.place(element.outside)
            before, behind = page.lines[line - 1][: column - 1], page.lines[line - 1][column - 1 :]
            if before.count("`") % 2 and "`" in behind:
                yield element, line, column, "stands in backticks", "write &lt; instead of <"
            elif before.startswith(INDENT) and not before.strip():
                yield element, line, column, "is indented as code", "put a fence around the code"


def _of_samples(page: Page) -> Iterator[PageError]:
    """Closing tags in code that end what holds them all the same."""
    for element, line, column, where, hint in _by_chance(page):
        what = f"this ends <{element.tag}>, though it {where}"
        yield page.error(what, line, column, element.end - element.outside, hint)


def _never_closed(page: Page, tag: str, line: int, column: int, length: int) -> PageError:
    return page.error(f"<{tag}> is never closed", line, column, length, f"close it with </{tag}>")
