"""Room for words: lines with no more corners than the eye sees, and labels where they cover least."""

from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

Points = Sequence[tuple[float, float]]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Anchor = tuple[float, float, str]  # x, y, and the class that says which end of the words stands there
BESIDE = {"start": 0.0, "middle": 0.5, "end": 1.0}
ABOVE, BELOW = 10.0, 3.0
NARROW, WIDE, BROAD = "ijlt.,:;|'![]() fr/I", "mwMW%@→", 6.7


class Room:
    """A part of a canvas in which some places are taken by words and others are crossed by lines."""

    def __init__(self, inside: Box) -> None:
        """Nothing is there yet; words stand inside, if they can."""
        self.inside, self.taken = inside, dict[Hashable, Box]()
        self.crossed = np.zeros((0, 2))

    def cross(self, points: Points) -> None:
        """A line passes here."""
        self.crossed = np.concatenate([self.crossed, sampled(points)])

    def choose(self, key: Hashable, places: Sequence[Anchor], words: str, crossed: Any = None) -> Anchor:
        """The first of the places where the words, `key`, cover least; other words keep away from there."""
        self.taken.pop(key, None)
        points = self.crossed if crossed is None else crossed
        costs = [self.cost(box_of(place, words), points) for place in places]
        place = places[int(np.argmin(costs))]
        self.taken[key] = box_of(place, words)
        return place

    def cost(self, box: Box, points: Any) -> float:
        """Other words count most, and what leaves the room, then lines."""
        left, top, right, bottom = box
        x, y = points[:, 0], points[:, 1]
        under = ((x > left) & (x < right) & (y > top) & (y < bottom)).sum()
        over = sum(common(box, other) for other in self.taken.values())
        return round(float(under + 9 * (over - common(box, self.inside))), 3)


def box_of(place: Anchor, words: str) -> Box:
    """About where words will stand."""
    x, y, end = place
    width = width_of(words)
    left = x - BESIDE[end] * width
    return left - 1, y - ABOVE, left + width + 1, y + BELOW


def width_of(words: str) -> float:
    """About how wide words are, at the size that all figures have."""
    return sum(3.7 if sign in NARROW else 9.6 if sign in WIDE else BROAD for sign in words.replace("_", ""))


def common(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)


def shared(boxes: Sequence[Box]) -> Any:
    """The areas that boxes share, each with each."""
    left, top, right, bottom = np.array(boxes).reshape(-1, 4).T
    width = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    height = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
    return width.clip(0) * height.clip(0)


def sampled(points: Points) -> Any:
    """Points along a line, about two units apart."""
    corners = np.asarray(points, dtype=float)
    pieces = [
        start + (end - start) * np.linspace(0, 1, 2 + int(np.hypot(*(end - start)) / 2))[:, None]
        for start, end in pairwise(corners)
    ]
    return np.concatenate([corners[:1], *pieces])


def thinned(points: Points, tolerance: float = 0.1) -> Points:
    """The corners that a line needs to pass within the tolerance of all of them, in tenths of a unit."""
    corners = np.round(np.asarray(points, dtype=float), 1)
    kept, open_pieces = {0, len(corners) - 1}, [(0, len(corners) - 1)]
    while open_pieces:
        first, last = open_pieces.pop()
        away = _away(corners[first + 1 : last], corners[first], corners[last])
        if len(away) and away.max() > tolerance:
            middle = first + 1 + int(np.argmax(away))
            kept.add(middle)
            open_pieces += [(first, middle), (middle, last)]
    return [(float(x), float(y)) for x, y in corners[sorted(kept)]]


def _away(points: Any, start: Any, end: Any) -> Any:
    """How far each point lies from a straight piece."""
    along = end - start
    share = np.clip((points - start) @ along / max(float(along @ along), 1e-12), 0, 1)
    return np.round(np.hypot(*(points - start - share[:, None] * along).T), 6)
