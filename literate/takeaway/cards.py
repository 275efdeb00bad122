"""A card for links to each part: its title and its first picture, 1200 by 630, as other sites show them."""

from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from literate.kit import course
from literate.takeaway import printed
from literate.takeaway.built import Built
from literate.takeaway.html_tree import Node, as_html
from literate.takeaway.plain import unlinked
from literate.takeaway.styles import classes, style

ENDING, WIDTH, HEIGHT = ".card.png", 1200, 630
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{style}</style>
<body class="md-typeset"><main><p class="above">{above}</p><h1>{title}</h1><p class="line">{line}</p></main>
<div class="drawn">{drawing}</div></body></html>
"""


def draw_cards(pages: list[Built], site_name: str) -> list[Path]:
    """Draw the card of each part that has a first picture, beside its page."""
    made = []
    with TemporaryDirectory() as folder:
        for page in pages:
            drawing = first_picture(page)
            if page.number is not None and drawing is not None:
                file = Path(folder, "card.html")
                file.write_text(card(page, drawing, site_name), encoding="utf-8")
                made.append(printed.draw_png(file, page.beside(ENDING), WIDTH, HEIGHT))
    return made


def first_picture(page: Built) -> Node | None:
    """The drawing that the head of a part shows."""
    figure = page.article.find(lambda node: node.id == f"figure-{page.meta.get('hero')}")
    drawing = figure and figure.find(lambda node: node.tag == "svg")
    return drawing and drawing.copy(unlinked)


def card(page: Built, drawing: Node, site_name: str) -> str:
    """The card as HTML."""
    part = course.part(page.source, page.root)
    figure = Node("figure", {"class": "figure"}, [drawing])
    return PAGE.format(
        title=escape(part.short),
        above=escape(f"{site_name} · part {part.number}"),
        line=escape(part.line),
        style=style(page.root, ("base.css", "card.css"), classes([figure]), {"Text"}),
        drawing=as_html(figure),
    )
