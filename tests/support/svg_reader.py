"""Reads the numbers of a figure back from its SVG and holds them against those that it was drawn from.

Nothing here is shared with what draws: places come from shapes and ticks, numbers from the text as a reader sees it.
"""

import re
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np

from literate.figures.layout import NAMES

NEAR = 0.3  # units: corners and ticks stand at tenths, and a line may leave out what moves it by less than a tenth

AROUND = [[NEAR * np.cos(turn), NEAR * np.sin(turn)] for turn in np.arange(0, 6, np.pi / 4)]


class Drawn:
    """A figure as others get it: its HTML."""

    def __init__(self, html):
        self.all = list(ElementTree.fromstring(html).iter())

    def get(self, *classes, tag=None):
        """The shapes and texts that have all these classes, in order."""
        found = [one for one in self.all if {*classes} <= {*one.get("class", "").split()}]
        return [one for one in found if tag is None or one.tag == tag]

    def texts(self, *classes):
        """Where each text stands, and its words."""
        return [(*_numbers(one, "x", "y"), "".join(one.itertext())) for one in self.get(*classes, tag="text")]

    def lines(self, *classes):
        """The corners of each path."""
        return [_corners(one) for one in self.get(*classes, tag="path")]


def _numbers(shape, *names):
    return [float(shape.get(name)) for name in names]


def _corners(path):
    """The corners of a path; where it has a gap, what lies across it belongs to no piece."""
    return np.array([[float(n) for n in corner.split()] for corner in path.get("d")[1:].replace("M", "L").split("L")])


def middle(shape):
    """The middle of a circle, a rectangle, or a triangle."""
    if shape.tag == "circle":
        return _numbers(shape, "cx", "cy")
    if shape.tag == "rect":
        x, y, width, height = _numbers(shape, "x", "y", "width", "height")
        return [x + width / 2, y + height / 2]
    x, y = [float(n) for n in shape.get("points").split()[0].split(",")]
    return [x, y + 3.4]


def value_of(words):
    """A number as it is written, and half of its last digit."""
    plain = words.replace("\N{MINUS SIGN}", "-").replace(",", "")
    return float(plain), 0.5 * 10.0 ** -len(plain.partition(".")[2])


def says(words, value):
    """Whether the words are this number, at the decimals shown."""
    shown, half = value_of(words)
    return abs(shown - float(value)) <= half * (1 + 1e-9)


def check(html, name, arguments):
    """Hold a figure against the arguments of the call that drew it; one that can be handled is more than a drawing."""
    KINDS[name](html if name in HANDLED else Drawn(html), **arguments)


def network(
    drawn,
    values=(),
    weights=(),
    lit=(),
    back=(),
    names=NAMES,
    full=None,
    named=False,
    inside=(),
    targets=(),
    back_name="",
    roles=(),
    **_,
):
    nodes = sorted(map(middle, drawn.get("node")))
    layers = [[nodes.pop(0) for _ in layer] for layer in names]
    assert not nodes
    shown = sum(np.size(layer) for layer in [*values, *back, targets])
    full = full or max((np.abs(np.asarray(matrix)).max() for matrix in weights), default=1)
    for places, said in zip(layers, values, strict=False):
        _all_at(drawn.texts("in-node"), places, said, 4)
    for places, said in zip(reversed(layers), back, strict=False):
        _all_at(drawn.texts("back", "m-error"), places, said, 32)
    for places, said in zip(layers, inside, strict=False):
        for (x, y), word in zip(places, said, strict=False):
            here = [words for a, b, words in drawn.texts("in-node") if abs(a - x) <= 6 and abs(b - y - 4) < NEAR]
            assert here == [word] * bool(word)
    for (x, y), target in zip(layers[-1], targets, strict=False):
        (words,) = (words for a, b, words in drawn.texts("target") if 20 < a - x < 38 and abs(b - y - 4) < NEAR)
        assert says(words, target)
    called = [words for *_, words in drawn.texts("m-error", "end", "halo") if words == back_name]
    assert len(called) == (sum(map(np.size, back)) if back_name else 0)
    assert not drawn.get("solid", "m-error") or not back_name
    for role, places in zip(roles, layers, strict=False):
        assert len([one for one in drawn.get("node", f"m-{role}") if middle(one) in places]) == len(places)
    for layer, (places, matrix) in enumerate(zip(pairwise(layers), weights, strict=False)):
        for (a, b), weight in np.ndenumerate(np.asarray(matrix)):
            line, classes, wide = _edge(drawn, places[0][a], places[1][b])
            name = f"{layer + 1}-{a + 1}{b + 1}"
            assert ("lit" in classes) == (name in lit)
            assert abs(wide - max(0.7, 5 * min(1, abs(weight) / full))) < 0.06, f"{name} is {weight}"
            assert ("dashed" in classes) == (weight < 0)
            if {name, "all"} & {*lit}:
                shown += not named
                texts = drawn.texts("m-weight") if named else drawn.texts("halo", "m-weight")
                beside = [words for x, y, words in texts if apart([[x, y - 4]], line) < NEAR]
                fits = [words == f"w{name}" if named else says(words, weight) for words in beside]
                assert any(fits), f"{name} is not {weight}"
    assert len(drawn.get("n")) == shown


def _all_at(texts, places, said, down):
    """Each node has its number, and no other."""
    for (x, y), value in zip(places, said, strict=True):
        (words,) = (words for a, b, words in texts if abs(a - x) <= 6 and abs(b - y - down) < NEAR)
        assert says(words, value), f"{words} is not {value}"


def _edge(drawn, start, end):
    """The one line between two nodes, its classes, and how wide it is."""
    for one in drawn.get("edge", tag="line"):
        x1, y1, x2, y2 = _numbers(one, "x1", "y1", "x2", "y2")
        if start[0] < x1 < x2 < end[0] and abs(y1 - start[1]) < NEAR and abs(y2 - end[1]) < NEAR:
            return [[x1, y1], [x2, y2]], one.get("class").split(), float(one.get("stroke-width", 1))
    raise AssertionError(f"no line from {start} to {end}")


def matrix_product(drawn, left, right, lit=(1, 1), divided_by=1, **_):
    frames = [_numbers(one, "x", "y", "width", "height") for one in drawn.get("matrix", tag="rect")]
    above, below, meeting = sorted(frames, key=lambda frame: (frame[1], frame[0]))
    assert above[0] == meeting[0] and below[1] == meeting[1]
    row, column = lit[0] - 1, lit[1] - 1
    product = np.asarray(left) @ np.asarray(right) / divided_by
    for frame, matrix, of in (
        (below, left, (row, ...)),
        (above, right, (..., column)),
        (meeting, product, (row, column)),
    ):
        inside = [
            one for one in drawn.texts("n") if 0 < one[0] - frame[0] < frame[2] and 0 < one[1] - frame[1] < frame[3]
        ]
        _same([words for _, _, words in sorted(inside, key=lambda one: (one[1], one[0]))], np.asarray(matrix).flat)
        strong = [one for one in inside if one in drawn.texts("n", "strong")]
        _same([words for _, _, words in strong], np.atleast_1d(np.asarray(matrix)[of]))
    assert len(drawn.get("n")) == np.size(left) + np.size(right) + product.size


def _same(words, values):
    for said, value in zip(words, values, strict=True):
        assert says(said, value), f"{said} is not {value}"


def paths(drawn, chain, branches=(), end="MSE", lanes=(), times=False, **_):
    stem, ways = (chain, branches) if branches else (chain[:1], [chain[1:]])
    boxes = sorted({tuple(middle(one)) for one in drawn.get("node")})
    across, rows = sorted({x for x, _ in boxes}), sorted({y for _, y in boxes if len(ways) == 1 or y != boxes[0][1]})
    rows = sorted({*rows, *[boxes[0][1]] * (len(ways) % 2)})
    found, steps = drawn.texts("n"), [*pairwise(across)]
    needed = [(steps[n], boxes[0][1], factor) for n, (_, factor) in enumerate(stem[1:])]
    for row, way in zip(rows, ways, strict=True):
        needed += [(step, row, factor) for step, (_, factor) in zip(steps[len(stem) - 1 :], way, strict=True)]
    needed = [one for one in needed if one[2] is not None]
    for (start, to), row, factor in needed:
        (words,) = (words for x, y, words in found if start < x < to and abs(y - 4 - row) < 23)
        assert words.startswith("× ") is times
        assert says(words.removeprefix("× "), factor), f"{words} is not {factor}"
    products = [np.prod([factor for _, factor in [*stem, *way][1:]]) for way in ways] if lanes else []
    told = [words.rpartition(": ") for *_, words in sorted(drawn.texts("lane"), key=lambda one: one[1])]
    assert [name for name, *_ in told] == [*lanes]
    _same([words for *_, words in told], products)
    _same([words for *_, words in drawn.texts("sum")], [sum(products)] * bool(lanes))
    assert len(found) == len(needed)
    names = [name.replace("_", "") for name, _ in (*stem, *(step for way in ways for step in way[:-1]))]
    assert sorted(words for _, _, words in drawn.texts("in-node")) == sorted([*names, end.replace("_", "")])


def derive_by_hand(html, source, values, learning_rate, weight, shown=0, names=NAMES, **_):
    """The factors of one weight, for one row of the input, worked out from the numbers of the step."""
    layer, a, b = weight
    x, y, inside, said = (
        np.asarray(values[name])[shown] for name in ("x", "y", "hidden_layer_outputs", "output_layer_outputs")
    )
    out = range(len(names[2]))
    ends = [
        [(f"o_out[{j + 1}]", said[j] - said[j] ** 2), ("MSE", (said[j] - y[j]) / np.size(values["y"]))] for j in out
    ]
    if layer == 1:
        chain = [
            ("w_1-" + f"{a}{b}", None),
            (f"h_in[{b}]", x[a - 1]),
            (f"h_out[{b}]", inside[b - 1] - inside[b - 1] ** 2),
        ]
        ways = [[(f"o_in[{j + 1}]", values["weights_2"][b - 1][j]), *ends[j]] for j in out]
    else:
        chain, ways = [("w_2-" + f"{a}{b}", None), (f"o_in[{b}]", inside[a - 1]), *ends[b - 1]], ()
    paths(Drawn(html), chain, ways)
    for item, (name, factor) in enumerate([*chain[1:], *(step for way in ways for step in way)]):
        of, form, words = FACTOR.findall(html)[item]
        assert words == _written(factor, form), (of, name)


def _written(value, form):
    """A number in one of Python's forms, with a true minus."""
    return format(float(value), form).replace("-", "\N{MINUS SIGN}")


class Scales:
    """The scales of two axes, from the words and the places of their ticks."""

    def __init__(self, drawn, log_x=False):
        across = [(value_of(words)[0], x) for x, _, words in drawn.texts("x-tick")]
        up = [(value_of(words)[0], y - 4) for _, y, words in drawn.texts("y-tick")]
        self.log_x = log_x
        self.x = np.polyfit(self._scaled([value for value, _ in across]), [x for _, x in across], 1)
        self.y = np.polyfit(*zip(*up, strict=True), 1)

    def _scaled(self, x):
        return np.log10(x) if self.log_x else np.asarray(x, dtype=float)

    def at(self, x, y):
        """Where data lie on the canvas."""
        return np.column_stack([np.polyval(self.x, self._scaled(x)), np.polyval(self.y, np.asarray(y, dtype=float))])

    def back(self, corners):
        """What data lie at these places of the canvas, on scales that are not logarithmic."""
        return (corners - [self.x[1], self.y[1]]) / [self.x[0], self.y[0]]


def apart(points, line):
    """How far the farthest of some points lies from a line."""
    points, line = np.asarray(points, dtype=float), np.asarray(line, dtype=float)
    nearest = np.hypot(*(points - line[0]).T)
    for start, end in pairwise(line):
        along = end - start
        share = np.clip((points - start) @ along / max(along @ along, 1e-12), 0, 1)
        nearest = np.minimum(nearest, np.hypot(*(points - start - share[:, None] * along).T))
    return nearest.max()


def _is(line, data):
    """A drawn line passes where the data are, and nowhere else."""
    assert apart(data, line) < NEAR and apart(line, data) < NEAR


def _walk(drawn, scales, steps):
    """Each step of a walk has its dot."""
    dots = [middle(one) for one in drawn.get("solid", "m-update", tag="circle")]
    steps = np.asarray(steps, dtype=float).reshape(-1, 2)
    _near(dots, scales.at(*steps.T))


def _near(found, needed):
    assert len(found) == len(needed)
    assert not len(needed) or np.abs(np.asarray(found) - needed).max() < NEAR


def _pointed(drawn, scales, spots, arrows):
    """Each large dot and each arrow is where it should be, with its name near it."""
    texts = drawn.texts()
    _near([middle(one) for one in drawn.get("spot")], scales.at(*np.reshape([*(spots or {}).values()], (-1, 2)).T))
    ends = [np.reshape(_numbers(one, "x1", "y1", "x2", "y2"), (2, 2)) for one in drawn.get("arrow")]
    for (name, places), found in zip((arrows or {}).items(), ends, strict=True):
        _near(found, scales.at(*np.transpose(places)))
        assert any(words == name and apart([[x, y - 4]], found) < 60 for x, y, words in texts)
    for name, place in (spots or {}).items():
        (at,) = scales.at(*np.transpose([place]))
        assert any(words == name and np.abs(at - [x, y - 4]).max() < 40 for x, y, words in texts)


def curves(
    drawn,
    series,
    baselines=None,
    points=(),
    log_x=False,
    references=(),
    notes=None,
    zero=False,
    spots=None,
    arrows=None,
    span=(),
    ticks=(),
    **_,
):
    scales = Scales(drawn, log_x)
    _pointed(drawn, scales, spots, arrows)
    assert not len(ticks) or [value_of(words)[0] for *_, words in drawn.texts("y-tick")] == [*ticks]
    frame = np.concatenate(drawn.lines("axis"))
    held = scales.at(*np.reshape(span, (-1, 2)).T)
    assert (held >= frame.min(axis=0) - NEAR).all() and (held <= frame.max(axis=0) + NEAR).all()
    assert not zero or drawn.texts("y-tick")[0][2].strip("0.") == ""
    lines = [line for line in drawn.get("curve", tag="path") if not {"axis", "thin"} & {*line.get("class").split()}]
    for line, (x, y) in zip(lines, series.values(), strict=True):
        jumps = np.flatnonzero(np.diff(x) == 0) if len(x) > 2 else []
        assert line.get("d").count("M") == 1 + len(jumps)
        _is(_corners(line), scales.at(x, y(np.asarray(x)) if callable(y) else y))
    levels = [_numbers(one, "y1", "y2") for one in drawn.get("dotted", "m-label", tag="line")]
    needed = [scales.at([1], [level])[0][[1, 1]] for level in (baselines or {}).values()]
    _near(levels, needed)
    dashed = ["dashed" in line.get("class").split() for line in lines]
    assert dashed == [name in references for name in series]
    for x, y, words in drawn.texts("note"):
        assert np.abs(scales.at(*notes[words]) - [x, y - 4]).max() < 40
    _walk(drawn, scales, points)
    assert {*series, *(baselines or {}), *(notes or {})} <= {words for _, _, words in drawn.texts()}


def contours(drawn, x, y, z, path=(), levels=(), cuts=None, spots=None, arrows=None, **_):
    scales, (x, y, z) = Scales(drawn), map(np.asarray, (x, y, z))
    _pointed(drawn, scales, spots, arrows)
    for line, data in zip(drawn.lines("cut"), (cuts or {}).values(), strict=True):
        _is(line, scales.at(*data))
    assert {*(cuts or {})} <= {words for *_, words in drawn.texts()}
    levels = np.asarray(levels if len(levels) else np.linspace(z.min(), z.max(), 11)[1:-1])
    found = set()
    for line in drawn.lines("thin", "m-error"):
        around = np.array([_heights(x, y, z, scales.back(line + step)) for step in AROUND])
        level = np.abs(levels - around.mean()).argmin()
        assert (around.min(axis=0) <= levels[level]).all() and (levels[level] <= around.max(axis=0)).all()
        found.add(level)
    assert found == {*range(len(levels))}
    told = drawn.texts("n", "level")
    places = scales.back(np.array([[x, y - 4] for x, y, _ in told]))
    for (_, _, words), height in zip(told, _heights(x, y, z, places), strict=True):
        assert abs(value_of(words)[0] - height) < np.ptp(z) / 50
    _same(sorted([words for *_, words in told], key=lambda one: value_of(one)[0]), sorted(levels))
    _walk(drawn, scales, path)


def _heights(x, y, z, places):
    """The heights between those of a grid."""
    across = np.array([np.interp(places[:, 0], x, row) for row in z])
    return np.array([np.interp(b, y, column) for (_, b), column in zip(places, across.T, strict=True)])


def flowers(drawn, x, y, names, columns=(2, 3), chosen=(), lines=None, **_):
    scales, x = Scales(drawn), np.asarray(x)[:, list(columns)]
    top = min(corner[1] for line in drawn.lines("axis") for corner in line)
    for kind, klass in enumerate(("m-input", "m-hidden", "m-output")[: len(names)]):
        marks = [middle(one) for one in [*drawn.get("mark", klass), *drawn.get("solid", klass)]]
        marks = sorted({tuple(mark) for mark in marks if mark[1] > top - NEAR})
        needed = np.unique(x[np.asarray(y).argmax(axis=1) == kind], axis=0)
        _near(marks, np.array(sorted(map(tuple, scales.at(*needed.T).round(1)))))
    _near([middle(one) for one in drawn.get("ring")], scales.at(*x[list(chosen)].T))
    for line, data in zip(drawn.lines("dashed", "m-weight"), (lines or {}).values(), strict=True):
        _is(line, scales.at(*data))
    assert {*names, *(lines or {})} <= {words for _, _, words in drawn.texts()}


def _rects(drawn, *classes):
    """Left, top, width and height of rectangles."""
    return [_numbers(one, "x", "y", "width", "height") for one in drawn.get(*classes, tag="rect")]


def _ruler(drawn):
    """From a value to its place on the one scale of a figure."""
    ticks = [(value_of(words)[0], x) for x, _, words in drawn.texts("x-tick")]
    return np.poly1d(np.polyfit(*zip(*ticks, strict=True), 1))


def bars(drawn, values, scale, total="", running=False, marks=None, grouped=False, lit=(), wanted=(), **_):
    at, given = _ruler(drawn), np.array([*values.values()], dtype=float)
    ends = np.cumsum(given) if running else given
    starts = ends - given if running else 0 * given
    if total:
        given, starts, ends = (
            np.append(one, more) for one, more in ((given, given.sum()), (starts, 0), (ends, given.sum()))
        )
    found = _rects(drawn, "bar")
    _near([[x, x + width] for x, _, width, _ in found], np.sort(np.column_stack([at(starts), at(ends)]), axis=1))
    hollow = ["negative" in one.get("class").split() for one in drawn.get("bar")]
    assert hollow == [value < 0 for value in given]
    _same([words for *_, words in drawn.texts("n")], given)
    _near(
        [_numbers(one, "x1") for one in drawn.get("dotted", "m-label")],
        [[at(place)] for place in (marks or {}).values()],
    )
    pale = ["pale" in one.get("class").split() for one in drawn.get("bar")][: len(values)]
    assert pale == [bool(lit) and name not in lit for name in values]
    rings = [middle(one) for one in drawn.get("wanted")]
    _near(rings, [(at(place), top + height / 2) for place, (_, top, _, height) in zip(wanted, found, strict=False)])
    written = [words for *_, words in sorted(drawn.texts("start"), key=lambda one: one[1])]
    heads = [*dict.fromkeys(name.rpartition(", ")[0].replace("_", "") for name in values)] if grouped else []
    assert [words for words in written if words in heads] == heads
    values = [name.rpartition(", ")[2] if grouped else name for name in values]
    assert [words for words in written if words in {*values}] == values
    written = [words for *_, words in drawn.texts()]
    assert {*values, scale, *(marks or {}), *[total] * bool(total)} <= {*written}


def dots(drawn, rows, scale, highest, **_):
    at, found = _ruler(drawn), [middle(one) for one in drawn.get("dot")]
    bottoms = sorted(
        {y1 for y1, y2 in (_numbers(one, "y1", "y2") for one in drawn.get("axis", tag="line")) if y1 == y2}
    )
    assert abs(at(highest) - 324) < NEAR and abs(at(0) - 16) < NEAR
    for row, bottom, line in zip(rows.values(), bottoms, drawn.get("mean"), strict=False):
        here = [found.pop(0) for _ in row]
        _near([[x] for x, _ in here], [[at(value)] for value in row])
        assert all(0 < bottom - y < 120 for _, y in here) and len({*map(tuple, here)}) == len(row)
        assert abs(_numbers(line, "x1")[0] - at(np.mean(row))) < NEAR
    assert not found
    told = [words.rpartition(", mean ") for *_, words in drawn.texts("row-name")]
    assert [name for name, *_ in told] == [*rows] and scale in {words for *_, words in drawn.texts()}
    _same([words for *_, words in told], map(np.mean, rows.values()))


def error_squares(drawn, errors, names, **_):
    errors = np.asarray(errors, dtype=float)
    sides, areas = (
        np.array([[width, height] for *_, width, height in _rects(drawn, "square")]),
        [(errors**2).sum(), (errors**2).mean()],
    )
    unit = max(sides.max(), 1e-9) / max(areas[0], 1e-9) ** 0.5
    _near(sides, unit * np.sqrt([*errors**2, *areas])[:, None] @ np.ones((1, 2)))
    for klass, needed in (("n-error", errors), ("n-square", errors**2), ("n-area", areas)):
        _same([words.split()[-1] for *_, words in drawn.texts(klass)], needed)
    assert {*names} <= {words for *_, words in drawn.texts()}


def tree(drawn, root, **_):
    questions, leaves = [], []

    def walk(node):
        if len(node) > 1 and isinstance(node[1], tuple):
            questions.append(node[0])
            walk(node[1])
            walk(node[2])
        else:
            leaves.append(node)

    walk(root)
    assert sorted(words for *_, words in drawn.texts("m-input")) == sorted(questions)
    for klass, places in (("m-output", [leaf[0] for leaf in leaves]), ("right", None), ("wrong", None)):
        words = [words for *_, words in sorted(drawn.texts(klass))]
        if places:
            assert words == places
        else:
            counts = [leaf[1 if klass == "right" else 2] for leaf in leaves if len(leaf) > 1]
            _same([said.split()[0] for said in words], counts)
    answers = sorted(words for *_, words in drawn.texts("start", "halo"))
    assert answers == ["no"] * len(questions) + ["yes"] * len(questions)


def blossoms(drawn, x, names, **_):
    x, unit = np.asarray(x, dtype=float), None
    for part, columns in (("sepal", (0, 1)), ("petal", (2, 3))):
        for kind, column in zip(("length", "width"), columns, strict=True):
            ends = [_numbers(one, "x1", "y1", "x2", "y2") for one in drawn.get(f"{part}-{kind}")]
            lengths = np.array([np.hypot(a - c, b - d) for a, b, c, d in ends])
            unit = unit or lengths[0] / x[0, column]
            assert np.abs(lengths - unit * x[:, column]).max() < NEAR
        assert len(drawn.get("leaf", part)) == 3 * len(x)
        told = [words for *_, words in sorted(drawn.texts(f"{part}s"))]
        _same([words.split()[-2] for words in told], x[:, list(columns)].flat)
    assert [*names] == [words for *_, words in drawn.texts("strong")]


def agreement(drawn, measured, computed, names, labels=("measured", "computed"), bound=1e-9, **_):
    scales, (a, b) = Scales(drawn), (np.ravel(one) for one in (measured, computed))
    _near([middle(one) for one in drawn.get("dot")], scales.at(a, b))
    hollow = ["hollow" in one.get("class").split() for one in drawn.get("dot")]
    assert hollow == [*(np.abs(a - b) > bound)]
    ticks = [[words for *_, words in drawn.texts(kind)] for kind in ("x-tick", "y-tick")]
    assert ticks[0] == ticks[1]
    ((start, end),) = drawn.lines("dashed")
    low, high = scales.back(np.array([start, end]))
    assert np.ptp(low) < 0.02 * np.ptp([low, high]) and np.ptp(high) < 0.02 * np.ptp([low, high])
    assert {*labels} <= {words for *_, words in drawn.texts()}


def grown_rectangle(drawn, sides, growth, names=("a", "b"), **_):
    (a, b), (da, db) = sides, growth
    whole, above, aside, corner = _rects(drawn, "square")
    assert abs(whole[2] / whole[3] - a / b) < 0.02 and above[2] == whole[2] and aside[3] == whole[3]
    assert [above[0], aside[1], corner[0], corner[1]] == [whole[0], whole[1], aside[0], above[1]]
    told = {words.split(": ")[0]: words.split(": ")[1] for *_, words in drawn.texts("grown")}
    assert [*told] == [f"{names[1]} grows", f"{names[0]} grows", "both"]
    _same(told.values(), [a * db, da * b, da * db])
    assert {f"{names[0]} = {a:g}", f"{names[1]} = {b:g}", f"{a:g} · {b:g}"} <= {words for *_, words in drawn.texts()}


def matrix_sum(drawn, parts, total, row_names, column_names, lit=(1, 1), **_):
    frames = sorted(_rects(drawn, "matrix"), key=lambda frame: frame[1])
    matrices = [*map(np.asarray, parts.values()), sum(map(np.asarray, parts.values()))]
    for frame, matrix in zip(frames, matrices, strict=True):
        inside = [
            one for one in drawn.texts("n") if 0 < one[0] - frame[0] < frame[2] and 0 < one[1] - frame[1] < frame[3]
        ]
        _same([words for *_, words in sorted(inside, key=lambda one: (one[1], one[0]))], matrix.flat)
        (strong,) = (words for one in inside if one in drawn.texts("n", "strong") for words in one[2:])
        assert says(strong, matrix[lit[0] - 1, lit[1] - 1])
    signs = [words for *_, words in sorted(drawn.texts("sign"), key=lambda one: one[1])]
    assert signs == ["", *["+"] * (len(parts) - 1), "="]
    assert {*parts, total, *row_names, *column_names} <= {words for *_, words in drawn.texts()}


BOUND = re.compile(r'data-of="([^".]+)(?:\.(\d+))?" data-form="([^"]+)"([^>]*)>([^<]*)<')
WIRE = re.compile(r'<g class="grip" data-wire="(\d)-(\d)(\d)">.*?</g>')


def walk_through(html, source, values, learning_rate, last="", **_):
    """Each number of the step stands in the table once, and each text is the number that it names."""
    whole = set()
    for name, item, form, marks, words in BOUND.findall(html):
        matrix = np.atleast_1d(np.asarray(values[name]))
        row = matrix if "data-whole" in marks or name.startswith("weights") else np.atleast_2d(matrix)[0]
        value = row.ravel()[int(item or 0)]
        assert says(words.lstrip("\N{BLACK LEFT-POINTING SMALL TRIANGLE}"), value), (
            f"{name}.{item}: {words} is not {value}"
        )
        assert words.lstrip("\N{BLACK LEFT-POINTING SMALL TRIANGLE}").partition(".")[2] or form == ".0f" or words == "0"
        whole |= {(name, int(item))} if "data-whole" in marks else set()
    shown = {name for name, _ in whole}
    assert whole == {(name, n) for name in shown for n in range(np.size(values[name]))}
    assert {"x", "y", "weights_1", "weights_2"} <= shown and (last == "" or last in shown | {"mse"})
    for found in WIRE.finditer(html):
        layer, a, b = found.groups()
        columns = np.asarray(values[f"weights_{layer}"]).shape[1]
        assert f'data-of="weights_{layer}.{(int(a) - 1) * columns + int(b) - 1}"' in found[0]
    assert f'"rate":{float(learning_rate)}' in html and source.startswith("docs/")


ROW = re.compile(r'data-of="(step|w|slope|value)\.(\d)" data-form="[^"]+">([^<]*)<')


def walk_down(html, curve, f, slope, frames, start, learning_rate, steps, variable="w", **_):
    """Each step has its dot, where the ticks of the near frame have it; the last six stand in the table."""
    near = html[html.index("<g data-frame") : html.index("</g>", html.index("<g data-frame")) + 4]
    dots = re.search(r'<g class="steps" data-steps>(.*?)</g>', html)[1]
    path = [float(start)]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    scales = Scales(Drawn(near))
    found = [middle(one) for one in Drawn(f"<g>{dots}</g>").get("solid", tag="circle")]
    _near(found, scales.at(path, [f(w) for w in path]))
    _is(
        Drawn(near).lines("curve", "m-error")[0],
        scales.at(*np.array([(w, f(w)) for w in np.linspace(*frames[0], 400)]).T),
    )
    rows = [(n, w, slope(w), f(w)) for n, w in enumerate(path)][-6:]
    said = [words for _, _, words in ROW.findall(html)]
    _same(said[: 4 * len(rows)], [number for row in rows for number in row])
    assert curve == "" or all(abs(eval(curve, {"np": np, "w": w}) - f(w)) < 1e-9 * max(1, abs(f(w))) for w in path)
    assert f">{variable}</th>" in html


def train_by_hand(html, source, sets, errors, said, learning_rate, seed, beside=(), **_):
    """The course of the error lies on its axes, every row has its mark, and the numbers are those of the end."""
    (x, y, x_test, y_test), picture = next(iter(sets.values())), html[html.index("<svg") : html.index("</svg>") + 6]
    drawn = Drawn(picture)
    counts = [(a.argmax(axis=1) == b.argmax(axis=1)) for a, b in zip(said, (y, y_test), strict=True)]
    wanted = {"step": len(errors) - 1, "mse": errors[-1]}
    for which, right in zip(("train", "test"), counts, strict=True):
        wanted |= {f"right.{which}": right.sum(), f"of.{which}": len(right)}
    assert len(x) == len(counts[0]) and len(x_test) == len(counts[1])
    found = {f"{name}.{item}".rstrip("."): float(words) for name, item, words in OF.findall(html)}
    assert {*found} == {*wanted} and all(abs(found[name] - value) < 6e-6 for name, value in wanted.items())
    scales = Scales(drawn, log_x=True)
    (line,) = drawn.lines("curve", "m-error")
    _is(line, scales.at(np.arange(1, len(errors)), errors[1:]))
    for which, kind, mark, d in MARKED.findall(html):
        right, labels = dict(zip(("train", "test"), zip(counts, (y, y_test), strict=True), strict=True))[which]
        of = right[labels.argmax(axis=1) == int(kind)]
        places = [(int(at) - 62) // 6 for at in re.findall(r"M(\d+)", d) if at != "0"]
        assert places == [*np.flatnonzero(of == (mark == "right"))]
    assert f'"rate":{float(learning_rate)}' in html and f'"seed":{seed}' in html and source.startswith("docs/")
    assert {*beside} <= {words for *_, words in drawn.texts("m-weight")}


def find_the_slip(html, source, programs, net, learning_rate, cost, measured, shown=1, **_):
    """The courses lie on their axes; each step has its row, each slope its line, each line of code its place."""
    x, y, *start = net
    drawn, slopes = (
        Drawn(html[html.index("<svg") : html.index("</svg>") + 6]),
        np.concatenate([*map(np.ravel, measured)]),
    )
    found = {of: float(words.replace("\N{MINUS SIGN}", "-")) for of, words in NAMED.findall(html)}
    courses, taken = [], []
    for _, step in programs.values():
        weights, errors = start, [cost(*net)]
        for _ in range(100):
            weights = step(x, y, *(one.copy() for one in weights), learning_rate)
            errors.append(cost(x, y, *weights))
            taken += [weights] if len(errors) == 2 else []
        courses.append(errors)
    for n, (errors, new) in enumerate(zip(courses, taken, strict=True)):
        off = np.concatenate([np.ravel((a - b) / learning_rate) for a, b in zip(start, new, strict=True)]) - slopes
        assert abs(found[f"ends.{n}"] - errors[-1]) < 6e-5 and found[f"agree.{n}"] == (abs(off) < 1e-9).sum()
        if n == shown:
            _near([[found[f"taken.{k}"]] for k in range(len(off))], (slopes + off)[:, None])
            assert [*MARK.findall(html)] == ["\N{CHECK MARK}" if abs(one) < 1e-9 else "\N{BALLOT X}" for one in off]
    for role, errors in (("m-error", courses[shown]), ("m-label", courses[0])):
        _is(drawn.lines("curve", role)[0], Scales(drawn).at(np.arange(101), errors))
    text = [*programs.values()][shown][0]
    assert [unescape(line) for line in CODE.findall(html)][: text.count("\n")] == [
        *filter(str.strip, text.splitlines())
    ]
    assert source.startswith("docs/") and len(found) == 2 * len(programs) + 2 * len(slopes)


def steps_by_hand(html, source, net, learning_rate, rows, names=("setosa", "versicolor", "virginica"), **_):
    """Each row of the table is what was given, and the bars are as high as the first of them says."""
    found = {of: float(words) for of, words in NAMED.findall(html)}
    for n, (steps, mse, said) in enumerate([*rows, rows[0]]):
        assert found[f"steps.{n}"] == steps and abs(found[f"mse.{n}"] - mse) < 6e-5
        told = re.findall(rf'data-answer="{n}\.\d">(\w+) (.)</td>', html)
        best = np.argmax(said, axis=1)
        assert told == [(names[b], "\N{CHECK MARK}" if b == k else "\N{BALLOT X}") for k, b in enumerate(best)]
    high = [float(one) for one in re.findall(r"v-([\d.]+)h", html)]
    _near(np.array(high)[:, None] / 72 * 100, np.ravel(rows[0][2])[:, None] * 100)
    first = float(re.search(r'"weights_1":\[\[([-\d.e]+)', html)[1])
    assert f'"rate":{float(learning_rate)}' in html and abs(first - np.asarray(net[2])[0, 0]) < 1e-9


def multiply_by_hand(html, left, right, row_names, inner_names, column_names, lit=(1, 1), divided_by=1, **_):
    """Every number of the three matrices is the one that it names; lit is a row, a column, and where they meet."""
    matrices = {"left": np.asarray(left), "right": np.asarray(right), "product": np.dot(left, right) / divided_by}
    found = NUMBER.findall(html)
    for klass, part, item, words in found:
        i, j = divmod(int(item), matrices[part].shape[1])
        assert says(words, matrices[part][i, j])
        on = {"left": i + 1 == lit[0], "right": j + 1 == lit[1], "product": (i + 1, j + 1) == lit}[part]
        assert ("strong" in klass) == on
    assert len(found) == sum(matrix.size for matrix in matrices.values())
    written = " ".join(words for *_, words in Drawn(html[html.index("<svg") : html.index("</svg>") + 6]).texts())
    assert {*" ".join([*row_names, *column_names]).split()} <= {*written.split()}  # a long name stands in two lines
    assert [d.count("M") for d in re.findall(r'data-lit="\w+"[^>]* d="([^"]*)"', html)] == [len(inner_names)] * 2 + [1]


def fire_by_hand(html, x, labels, weights, threshold, shown, inputs=("a",) * 4, **_):
    """The bars go from sum to sum on one scale, every flower has its mark, and the counts are right."""
    x, labels, low, high = np.asarray(x), np.asarray(labels), -12, 14
    sums, products = x @ np.asarray(weights), x[shown[0]] * np.asarray(weights)
    counts = [(sums[labels == kind] >= threshold).sum() for kind in range(len(shown))]
    found = {of: float(words.replace("\N{MINUS SIGN}", "-")) for of, words in FIRED.findall(html)}
    wanted = {f"product.{n}": one for n, one in enumerate(products)} | {"sum": products.sum(), "threshold": threshold}
    wanted |= {f"fires.{kind}": count for kind, count in enumerate(counts)}
    assert found.keys() == wanted.keys() and all(abs(found[name] - wanted[name]) < 0.0051 for name in found)
    ends = np.clip([0, *np.cumsum(products)], low, high)
    places = 96 + (ends - low) / (high - low) * (300 - 96)
    bars = [(float(a), float(b)) for a, b in re.findall(r'data-bar="\d"[^>]* d="M([\d.]+) [\d.]+H([\d.]+)V', html)]
    _near(np.array(bars), np.column_stack([places[:-1], places[1:]]))
    for kind in range(len(shown)):
        on = re.search(rf'data-mark="{kind}\.on"[^>]* d="([^"]*)"', html)[1]
        at = [round((float(place) - 62) / 5.5) for place in re.findall(r"M([\d.]+) [\d.]+v", on)]
        assert at == [*np.flatnonzero(sums[labels == kind] >= threshold)]
    assert len(inputs) == len(products)


FIRED = re.compile(r'data-of="([\w.]+)" data-form="[^"]+">([^<]*)<')
NUMBER = re.compile(r'class="([^"]*)" data-of="(\w+)\.(\d+)" data-form="[^"]+">([^<]*)<')
NAMED = re.compile(r'data-of="(\w+\.\d+)" data-form="[^"]+">([^<]*)<')
MARK = re.compile(r"<td data-mark>(.)</td>")
CODE = re.compile(r"<li[^>]*><code>([^<]*)</code></li>")
OF = re.compile(r'data-of="(step|mse|right|of)\.?(\w*)" data-form="[^"]+">([^<]*)<')
MARKED = re.compile(r"data-marks='(\w+)\.(\d)\.(\w+)'[^>]* d='([^']*)'")
FACTOR = re.compile(r'data-of="([\w.]+)" data-form="([^"]+)">([^<]*)<')
HANDLED = {
    "walk_through",
    "walk_down",
    "train_by_hand",
    "find_the_slip",
    "steps_by_hand",
    "multiply_by_hand",
    "fire_by_hand",
    "derive_by_hand",
}
CHECKS = (
    agreement,
    bars,
    blossoms,
    contours,
    curves,
    derive_by_hand,
    dots,
    flowers,
    grown_rectangle,
    matrix_product,
    matrix_sum,
    multiply_by_hand,
    network,
    paths,
    error_squares,
    find_the_slip,
    fire_by_hand,
    steps_by_hand,
    train_by_hand,
    tree,
    walk_down,
    walk_through,
)
KINDS = {one.__name__: one for one in CHECKS}
