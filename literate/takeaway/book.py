"""The whole course as one file of HTML that needs nothing else; printed, it is a book."""

from html import escape
from pathlib import Path

from literate.takeaway.document import document
from literate.takeaway.html_tree import Node, as_html
from literate.takeaway.joined import Chapter

BODY = """\
<header class="cover">
<p class="book-title">{title}</p>
<p>{words}</p>
</header>
<nav aria-label="Contents" id="contents">
<h2>Contents</h2>
{contents}
</nav>
<main>
{chapters}
</main>"""


def book(root: Path, chapters: list[Chapter], title: str, words: str, numbers: dict[str, int] | None = None) -> str:
    """The book.

    Args:
        root: The root of the project.
        chapters: Its chapters.
        title: Its title.
        words: What stands below that.
        numbers: The pages of places, on paper.
    """
    bodies = [chapter.body for chapter in chapters]
    body = BODY.format(
        title=escape(title),
        words=escape(words),
        contents=as_html(chapter_list(chapters, numbers or {})),
        chapters="\n".join(map(as_html, bodies)),
    )
    return document(root, title, ("base.css", "book.css"), bodies, body)


def chapter_list(chapters: list[Chapter], numbers: dict[str, int]) -> Node:
    """The list of the chapters and their sections, with the pages that are known."""
    made = Node("ol")
    for chapter in chapters:
        below = Node("ol", {}, [_entry(place, words, numbers) for place, words in chapter.sections])
        entry = _entry(chapter.place, chapter.title, numbers)
        entry.children += [below] if below.children else []
        made.children.append(entry)
    return made


def _entry(place: str, words: str, numbers: dict[str, int]) -> Node:
    link = Node("a", {"href": f"#{place}"}, [Node("span", {}, [words])])
    if place in numbers:
        link.children.append(Node("span", {"class": "page-number"}, [str(numbers[place])]))
    return Node("li", {}, [link])
