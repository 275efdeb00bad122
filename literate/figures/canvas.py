"""What every figure is drawn on: SVG in the page's own font and colors, with a title and a description.

A role (`input`, `hidden`, `output`, `label`, `error`, `weight`, `update`) gives a shape its color by the style sheet,
as in the formulas; what has a role has a name or a shape of its own, too. Units are those of a phone: a figure is
at most 340 wide, text is 12 high, so that it can be read where it is shown smallest.
"""

from html import escape
from typing import Any

import numpy as np

from literate.figures.digits import number
from literate.figures.room import Points, thinned

ROLES = ("input", "hidden", "output", "label", "error", "weight", "update")


def shape_classes(role: str, klass: str) -> str:
    """The classes of a shape: that of its role, and others."""
    if role and role not in ROLES:
        raise ValueError(f"a role is {role!r}, needed one of: {', '.join(ROLES)}")
    return f"{f'm-{role}' if role else ''} {klass}".strip()


def coordinate(value: float) -> str:
    """A coordinate, to a tenth: the same bytes on every machine, halves of a tenth as well."""
    return f"{round(round(float(value), 6), 1) + 0:g}"


class Canvas:
    """A figure in the making.

    Attributes:
        title: What it shows, in a few words.
        description: The same as sentences with its numbers, for those who do not see it.
        caption: What stands below it; empty for nothing.
    """

    def __init__(self, width: float, height: float, title: str, caption: str = "") -> None:
        """An empty figure."""
        self.width, self.height, self.title, self.caption = width, height, title, caption
        self.described: list[str] = []
        self.parts: list[str] = []

    @property
    def description(self) -> str:
        """All that was described, as one text."""
        return " ".join(self.described)

    def describe(self, sentence: str) -> None:
        """Add a sentence to the description."""
        self.described.append(sentence)

    def shape(self, name: str, role: str = "", **attributes: Any) -> None:
        """Add an SVG element; numbers are places, `_` in a name stands for `-`, and `klass` is its class."""
        names = shape_classes(role, attributes.pop("klass", ""))
        written = [f' class="{names}"'] if names else []
        for key, value in attributes.items():
            text = value if isinstance(value, str) else coordinate(value)
            written.append(f' {key.replace("_", "-")}="{escape(text)}"')
        self.parts.append(f"<{name}{''.join(written)}/>")

    def line(self, x1: float, y1: float, x2: float, y2: float, role: str = "", klass: str = "") -> None:
        """Add a straight line."""
        self.shape("line", role, x1=x1, y1=y1, x2=x2, y2=y2, klass=klass)

    def path(self, points: Any, role: str = "", klass: str = "", gaps: Any = ()) -> Points:
        """Add a line through many points; gives back those that it needs, nobody would miss the others.

        Args:
            points: The points, (points, 2).
            role: Its role.
            klass: Its classes.
            gaps: Before which points the line ends, to begin again there.
        """
        pieces = [thinned(piece.tolist()) for piece in np.split(np.asarray(points, dtype=float), gaps)]
        written = "M".join("L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in piece) for piece in pieces)
        self.shape("path", role, d=f"M{written}", klass=f"curve {klass}")
        return [corner for piece in pieces for corner in piece]

    def text(self, x: float, y: float, words: str, role: str = "", klass: str = "", turn: float = 0) -> None:
        """Add text; `_in` and `_out` after a letter are set lower, as in formulas."""
        names = shape_classes(role, klass)
        turned = f' transform="rotate({coordinate(turn)} {coordinate(x)} {coordinate(y)})"' if turn else ""
        written = f' class="{names}"' if names else ""
        self.parts.append(f'<text x="{coordinate(x)}" y="{coordinate(y)}"{written}{turned}>{lowered(words)}</text>')

    def number(self, x: float, y: float, value: Any, form: str = ".2f", role: str = "", klass: str = "") -> None:
        """Add a number of the page's state."""
        self.text(x, y, number(value, form), role, f"n {klass}".strip())

    def arrow(self, x: float, y: float, dx: float, dy: float, role: str = "") -> None:
        """Add the head of an arrow: its tip, and the direction in which it points."""
        length = (dx * dx + dy * dy) ** 0.5
        u, v = dx / length, dy / length
        corners = ((x, y), (x - 7 * u + 3.5 * v, y - 7 * v - 3.5 * u), (x - 7 * u - 3.5 * v, y - 7 * v + 3.5 * u))
        self.shape(
            "path", role, d=f"M{'L'.join(f'{coordinate(a)} {coordinate(b)}' for a, b in corners)}Z", klass="solid"
        )

    def link(self, to: str, name: str) -> None:
        """Let what is added up to `end_link` lead somewhere."""
        self.parts.append(f'<a href="{escape(to)}" aria-label="{escape(name)}">')

    def end_link(self) -> None:
        """End what `link` began."""
        self.parts.append("</a>")

    def svg(self, id: str) -> str:
        """The figure as HTML in one line; `id` is unique on the page."""
        caption = f"<figcaption>{escape(self.caption, quote=False)}</figcaption>" if self.caption else ""
        return f'<figure class="figure" id="{id}">{self.drawing(id)}{caption}</figure>'

    def drawing(self, id: str) -> str:
        """The drawing alone, without its caption."""
        kind = "group" if any(part.startswith("<a ") for part in self.parts) else "img"
        return (
            f'<svg viewBox="0 0 {coordinate(self.width)} {coordinate(self.height)}" role="{kind}"'
            f' aria-labelledby="{id}-title {id}-description">'
            f'<title id="{id}-title">{escape(self.title, quote=False)}</title>'
            f'<desc id="{id}-description">{escape(self.description, quote=False)}</desc>'
            f"{''.join(self.parts)}</svg>"
        )


def lowered(words: str) -> str:
    """Words as SVG text: what follows a `_` up to the next bracket or space is set lower."""
    head, *tails = escape(words, quote=False).split("_")
    for tail in tails:
        end = next((place for place, sign in enumerate(tail) if sign in "[ ,=·ᵀ"), len(tail))
        rest = f'<tspan dy="-3">{tail[end:]}</tspan>' if tail[end:] else ""
        head += f'<tspan class="sub" dy="3">{tail[:end]}</tspan>{rest}'
    return head
