"""Several drawings in the place of one: to choose from, or side by side. Both work without JavaScript.

To choose from is one group of radio buttons, named after the figure, whose style sheet shows the frame with the number
that is checked. On paper, and in browsers that do not know `:has()`, all frames stand below each other.
"""

from collections.abc import Sequence
from html import escape

from literate.figures.canvas import Canvas
from literate.figures.explorable import Explorable

SMALL, MIDDLE = 165.0, 240.0  # how wide drawings are that stand side by side; text is then as large as in others


class Frames:
    """A figure of several drawings, each with its name.

    Attributes:
        title: What all of them show.
        description: What each of them shows, one after the other.
        caption: What stands below them all; empty where each has a caption of its own.
    """

    def __init__(self, drawn: Sequence[tuple[str, Canvas]], legend: str = "") -> None:
        """Drawings with their names; with a legend they are to choose from."""
        self.drawn, self.legend = [*drawn], legend
        captions = {canvas.caption for _, canvas in self.drawn}
        self.shared = len(captions) == 1
        self.caption = captions.pop() if self.shared else ""
        named = dict.fromkeys(canvas.title for _, canvas in self.drawn)
        self.title = next(iter(named)) if len(named) == 1 else "; ".join(named)
        self.description = " ".join(self._told(*one) for one in self.drawn)
        if len(named) == 1:  # read aloud one after the other, they have to differ
            for name, canvas in self.drawn:
                canvas.title = f"{self.title}: {self._named(name)}"

    def _told(self, name: str, canvas: Canvas) -> str:
        own = "" if self.shared or not canvas.caption else f" {canvas.caption}"
        return f"{self._named(name)}: {canvas.description}{own}"

    def _named(self, name: str) -> str:
        return f"{self.legend} {name}" if self.legend else name

    def svg(self, id: str) -> str:
        """The figure as HTML in one line; `id` is unique on the page."""
        kind = "switch" if self.legend else "panels"
        choices = self._choices(id) if self.legend else ""
        frames = "".join(self._frame(id, n, *one) for n, one in enumerate(self.drawn, 1))
        caption = f"<figcaption>{escape(self.caption, quote=False)}</figcaption>" if self.caption else ""
        frames, first = f'<div class="frames">{frames}</div>', self.drawn[0][1]
        if isinstance(first, Explorable):
            return first.around(id, frames, f"{caption}</figure>", choices)
        return f'<figure class="figure {kind}" id="{id}">{choices}{frames}{caption}</figure>'

    def _choices(self, id: str) -> str:
        """The radio buttons, the first of them checked."""
        buttons = "".join(
            f'<label><input type="radio" name="{id}" value="{n}"{" checked" * (n == 1)}> {escape(name)}</label>'
            for n, (name, _) in enumerate(self.drawn, 1)
        )
        return f"<fieldset><legend>{escape(self.legend)}</legend>{buttons}</fieldset>"

    def _frame(self, id: str, n: int, name: str, canvas: Canvas) -> str:
        """One drawing, its name above and its own caption below it."""
        own = "" if self.shared or not canvas.caption else f"<p>{escape(canvas.caption, quote=False)}</p>"
        size = "small" if canvas.width <= SMALL else "middle" if canvas.width <= MIDDLE else "full"
        named = f'<p class="frame-name">{escape(self._named(name), quote=False)}</p>'
        own += canvas.under() if isinstance(canvas, Explorable) else ""
        return f'<div class="frame {size}" data-frame="{n}">{named}{canvas.drawing(f"{id}-{n}")}{own}</div>'
