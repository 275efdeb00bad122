"""Figures that a reader can handle: a drawing with every number on it, and the hooks by which a script takes it over.

Without a script it is a drawing. The script computes each text of the drawing first, and wakes the controls only where
it finds them equal; it changes texts and classes, and draws nothing but what stands in a group made for that.
"""

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from literate.figures.canvas import Canvas, coordinate, shape_classes
from literate.figures.digits import MINUS, steady

if TYPE_CHECKING:
    from literate.figures.axes import Axes

STATUS = (
    '<div class="told live"><p data-said role="status"></p></div>'  # what has happened, for all who read or hear it
)


class Explorable(Canvas):
    """A figure that a script may take over.

    Attributes:
        module: The name of the script, below `assets/explore/`.
        kinds: The classes of the figure: those of the script, and others whose looks it shares.
        of_many: Whether it is one of several drawings to choose from, which the script takes over together.
        data: What the script is told, in full precision.
    """

    module = kinds = ""
    of_many = False
    beside = "side live"  # what stands beside the picture is there for the script alone

    def __init__(self, width: float, height: float, title: str, caption: str) -> None:
        """An empty figure."""
        super().__init__(width, height, title, caption)
        self.data: dict[str, Any] = {}

    def fill(self, root: Path) -> None:
        """Read what it needs of the project's files; it is called once, before anything is shown."""

    def head(self, id: str) -> str:
        """HTML above the picture."""
        return ""

    def side(self, id: str) -> str:
        """HTML beside the picture."""
        return ""

    def foot(self, id: str) -> str:
        """HTML below picture and controls."""
        return ""

    def under(self) -> str:
        """HTML below this one of several drawings."""
        return ""

    def bound(
        self, x: float, y: float, of: str, value: Any, form: str, role: str, klass: str, before: str = ""
    ) -> None:
        """Add a number of the page's state that the script keeps up to date; `of` is its name there, with its place."""
        marks = f' data-of="{of}" data-form="{form}"' + (f' data-before="{before}"' if before else "")
        where = f'x="{coordinate(x)}" y="{coordinate(y)}" class="{shape_classes(role, f"n {klass}".strip())}"'
        self.parts.append(f"<text {where}{marks}>{before}{rounded(value, form)}</text>")

    def group(self, klass: str, at: tuple[float, float] = (0, 0), **marks: str) -> None:
        """Begin a group, up to `end_group`, whose places are counted from `at`; the marks become `data-…`."""
        moved = f' transform="translate({coordinate(at[0])} {coordinate(at[1])})"' if any(at) else ""
        written = "".join(f' data-{name}="{escape(value)}"' for name, value in marks.items())
        self.parts.append(f'<g class="{klass}"{written}{moved}>')

    def end_group(self) -> None:
        """End what `group` began."""
        self.parts.append("</g>")

    def framed(self, axes: "Axes", points: Iterable[tuple[float, float]]) -> None:
        """Add a line with the ends of its axes, so that a script can draw another."""
        x, y = [*axes.x_range, axes.left, axes.right], [*axes.y_range, axes.bottom, axes.top]
        ends = json.dumps(steady({"x": [float(n) for n in x], "y": [float(n) for n in y]}))
        line = "L".join(f"{coordinate(a)} {coordinate(b)}" for a, b in points)
        self.parts.append(f"<path data-frame='{ends}' class='m-error curve' d='M{line}'/>")

    def still(self, id: str) -> str:
        """The drawing alone with its caption, for a place where nobody handles it."""
        return super().svg(id)

    def svg(self, id: str) -> str:
        """The figure with all that stands around its picture."""
        whole = super().svg(id)
        start, end = whole.index("<svg"), whole.index("</svg>") + len("</svg>")
        return self.around(id, whole[start:end], whole[end:])

    def around(self, id: str, picture: str, rest: str, choices: str = "") -> str:
        """The figure around its picture, or around several and what chooses from them; `rest` ends it."""
        kinds = f"figure{' switch' if choices else ''} explore {self.kinds or self.module}"
        opening = f'<figure class="{kinds}" id="{id}" data-explore="{self.module}">'
        side = f'<div class="{self.beside}" data-search-exclude>{self.side(id)}</div>'
        stage = f'<div class="stage">{picture}{side}</div>'
        return f"{opening}{self.head(id)}{choices}{stage}{self.foot(id)}{_written(self.data)}{rest}"


def rounded(value: Any, form: str) -> str:
    """A number to so many decimals, also where they are zeros: it is to keep its width while a reader changes it."""
    text = format(float(value), form)
    return text.replace("-", MINUS if float(text) else "")


def live_number(of: str, value: Any, form: str, whole: bool = False) -> str:
    """A number in HTML that the script keeps up to date."""
    mark = " data-whole" if whole else ""
    return f'<span data-of="{of}" data-form="{form}"{mark}>{rounded(value, form)}</span>'


def button(does: str, words: str) -> str:
    """A button; `does` names its work in the script."""
    return f'<button type="button" data-do="{does}">{words}</button>'


def editing(**others: str) -> str:
    """The buttons that go with a change, after those of one figure alone: to take it back, or to take it along."""
    named = others | {"undo": "Undo", "reset": "Reset", "script": "Copy as NumPy", "link": "Copy link"}
    return "".join(button(does, words) for does, words in named.items())


def unseen(words: str) -> str:
    """Words for those who hear a page."""
    return f'<span class="unseen">{words}</span>'


def controls(klass: str, legend: str, *inside: str) -> str:
    """Controls that belong together, asleep until the script wakes them."""
    return (
        f'<fieldset class="{klass} live" disabled><legend class="unseen">{legend}</legend>{"".join(inside)}</fieldset>'
    )


def _written(data: dict[str, Any]) -> str:
    """What the script is told, as a block that no browser runs."""
    text = json.dumps(steady(data), separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json">{text}</script>'
