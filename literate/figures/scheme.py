"""Where the three matrices of a product stand, and the words and signs around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from literate.figures.canvas import Canvas
from literate.figures.digits import number
from literate.figures.room import width_of

ROW, GAP, AIR, LINE, WIDTH = 21.0, 22.0, 6.0, 13.0, 340.0
BOLD = 1.1  # how much wider words are that are strong


@dataclass(frozen=True)
class Frame:
    """Where the matrices stand: the left one at (side, below), the right one at (x, y), the product at (x, below)."""

    cell: float
    side: float
    x: float
    y: float
    below: float
    width: float
    height: float


def frame_of(
    matrices: tuple[Any, Any, Any], sides: tuple[Sequence[str], Sequence[str], Sequence[str]], form: str
) -> Frame:
    """Cells as wide as the longest number and some air; wider, up to the widest name, where there is room."""
    longest = max(width_of(number(value, form)) for matrix in matrices for value in matrix.flat)
    words = max(width_of(word) for names in sides[1:] for name in names for word in name.split())
    rows = max(map(width_of, sides[0])) + AIR
    count = matrices[0].shape[1] + matrices[1].shape[1]
    cell = max(longest + AIR, min(words + AIR, (WIDTH - rows - GAP) / count))
    side = max(rows, max(map(width_of, sides[1])) + AIR - cell * matrices[0].shape[1] - GAP)
    whole, head = side + cell * count + GAP, LINE * max(map(_rows, sides[2]))
    y = 18 + head
    below = y + ROW * len(matrices[1]) + max(GAP, LINE * max(map(_rows, sides[1])) + 9)
    shift = max(0, WIDTH - whole) / 2
    end = below + ROW * len(matrices[0]) + 20
    return Frame(cell, side + shift, side + shift + cell * matrices[0].shape[1] + GAP, y, below, max(WIDTH, whole), end)


def _rows(name: str) -> int:
    """How many lines a name takes above its column: a word a line."""
    return len(name.split())


def write_sides(
    canvas: Canvas, frame: Frame, rows: Sequence[str], inner: Sequence[str], columns: Sequence[str]
) -> None:
    """Names of rows at the left, of columns above, all level; what is summed over stands at both matrices."""
    for i, name in enumerate(rows):
        canvas.text(frame.side - 5, frame.below + ROW * i + ROW / 2 + 4, name, klass="end")
    for i, name in enumerate(inner):
        canvas.text(frame.x - 5, frame.y + ROW * i + ROW / 2 + 4, name, klass="end")
    for names, x, y in ((columns, frame.x, frame.y), (inner, frame.side, frame.below)):
        for j, name in enumerate(names):
            words = [_cut(word, frame.cell - 2) for word in name.split()]
            for n, word in enumerate(reversed(words)):
                canvas.text(x + frame.cell * (j + 0.5), y - 5 - LINE * n, word)


def _cut(word: str, room: float) -> str:
    """A word, or as much of it as there is room for, with a point."""
    if width_of(word) <= room:
        return word
    return next(f"{word[:n]}." for n in range(len(word) - 1, 0, -1) if n == 1 or width_of(f"{word[:n]}.") <= room)


def write_titles(canvas: Canvas, frame: Frame, names: Sequence[str], roles: Sequence[str], matrices: Any) -> None:
    """The name and the shape of each matrix."""
    left, right, product = (f"{name}  {m.shape[0]} × {m.shape[1]}" for name, m in zip(names, matrices, strict=True))
    width, under = frame.cell * matrices[1].shape[1], frame.below + ROW * len(matrices[0]) + 15
    canvas.text(frame.side + frame.cell * matrices[0].shape[1] / 2, under, left, roles[0], "strong")
    for y, words, role in ((under, product, roles[2]), (11, right, roles[1])):
        inside = frame.width - BOLD * width_of(words) / 2
        canvas.text(min(frame.x + width / 2, inside), y, words, role, "strong")


def write_signs(canvas: Canvas, frame: Frame, rows: int, divided_by: float) -> None:
    """Left times right is the product, divided by something where it is."""
    x, y = frame.x - GAP / 2, frame.below + ROW * rows / 2
    canvas.text(x, frame.below - 6, "×", klass="sign")
    canvas.text(x, y + (14 if divided_by != 1 else 5), "=", klass="sign")
    if divided_by != 1:
        canvas.text(x, y - 1, f"÷{divided_by:g}")
