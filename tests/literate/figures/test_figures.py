"""The drawing functions: what they draw is what they were given, as text and shapes that everybody can read.

tests/data/figures.txt has each sample as it was when somebody last looked at it. When a drawing is meant to change:
look at it in the pages, then `python tests/literate/figures/test_figures.py`.
"""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import svg_reader
from example import worked_example

from literate import figures
from literate.figures.axes import beside
from literate.figures.canvas import Canvas, coordinate, lowered
from literate.figures.digits import number, numbers, steady
from literate.figures.layout import NAMES
from literate.figures.room import Room, sampled, thinned
from tinynet import feedforward, load_iris

X, Y, WEIGHTS_1, WEIGHTS_2 = worked_example()
LAYERS = feedforward(X, WEIGHTS_1, WEIGHTS_2)
HIDDEN, OUTPUT = LAYERS.hidden_layer_outputs, LAYERS.output_layer_outputs
DELTA = (OUTPUT - Y) * OUTPUT * (1 - OUTPUT)
PLACES = np.linspace(-2, 2, 41)
IRIS = load_iris()
INPUTS, NODES, SPECIES = NAMES
SEEN = Path(__file__).parents[2] / "data/figures.txt"
WIDE = {"row_names": SPECIES, "inner_names": INPUTS, "column_names": NODES}


def _ways(count):
    return [[(f"o_in[{j}]", 0.1 + j), (f"o_out[{j}]", -0.2 * j), ("MSE", 0.01)] for j in range(count)]


SAMPLES = {
    "an empty net": ("network", {}),
    "a net with its values": ("network", {"values": [X[0], HIDDEN[0], OUTPUT[0]]}),
    "a net with all weights": (
        "network",
        {"values": [X[0], HIDDEN[0], OUTPUT[0]], "weights": [WEIGHTS_1, WEIGHTS_2], "lit": ["all", "2-11"]},
    ),
    "a net with what flows back": (
        "network",
        {
            "values": [X[1]],
            "weights": [WEIGHTS_1, WEIGHTS_2],
            "lit": ["1-42", "2-13"],
            "back": [DELTA[0], DELTA[0, :2]],
        },
    ),
    "a narrow net beside another": (
        "network",
        {"values": [X[0]], "weights": [WEIGHTS_1, WEIGHTS_2], "full": 2, "width": 240, "lit": ["1-11"]},
    ),
    "a net with links": ("network", {"weights": [WEIGHTS_1, WEIGHTS_2], "lit": ["all"], "links": "#w-{}"}),
    "a net with long names": (
        "network",
        {
            "weights": [WEIGHTS_1],
            "lit": ["1-11", "1-32"],
            "names": [INPUTS, ["the first hidden node", "the other hidden node"], SPECIES],
        },
    ),
    "a net with weights near zero": (
        "network",
        {"weights": [[[-0.0042, 0], [0.0021, 1e-4], [0.005, -0.005], [0.00499, 7]]], "lit": ["all"]},
    ),
    "a net with its first weights": ("network", {"weights": [WEIGHTS_1], "lit": ["all"]}),
    "a net of two layers": (
        "network",
        {
            "values": [[1, 0], [1]],
            "weights": [[[2], [-1]]],
            "lit": ["all"],
            "back": [[0.5]],
            "names": [["a", "b"], ["c"]],
            "forms": [".0f", ".0f"],
            "weight_form": ".0f",
            "back_form": ".1f",
        },
    ),
    "a net with names in place of numbers": (
        "network",
        {
            "weights": [WEIGHTS_1, WEIGHTS_2],
            "lit": ["all"],
            "links": "#w-{}",
            "named": True,
            "inside": [[f"{name} = {n + 1}" for n in range(count)] for name, count in (("k", 4), ("i", 2), ("j", 3))],
        },
    ),
    "a net with what it should say": (
        "network",
        {"values": [X[0], HIDDEN[0], OUTPUT[0]], "back": [DELTA[0]], "back_name": "slope", "targets": [1, 0, 0]},
    ),
    "a net of two layers with roles": (
        "network",
        {
            "weights": [[[0.3, -0.02, 0.1]]],
            "lit": ["all"],
            "names": [["hidden 1"], SPECIES],
            "roles": ("hidden", "output"),
            "inside": [[], ["x", "", ""]],
        },
    ),
    "a wide product": (
        "matrix_product",
        {"left": X, "right": WEIGHTS_1, "names": ["x", "W_1", "h_in"], **WIDE, "lit": (3, 2)},
    ),
    "a product that is divided": (
        "matrix_product",
        {
            "left": X.T,
            "right": DELTA[:, :2],
            "names": ["xᵀ", "h_delta", "update"],
            "row_names": INPUTS,
            "inner_names": SPECIES,
            "column_names": NODES,
            "roles": ["input", "error", "update"],
            "divided_by": 9,
            "form": ".4f",
        },
    ),
    "a small product": (
        "matrix_product",
        {
            "left": [[1, 2]],
            "right": [[3], [4]],
            "names": ["a", "b", "c"],
            "row_names": ["r"],
            "inner_names": ["i", "j"],
            "column_names": ["k"],
            "form": ".0f",
        },
    ),
    "one chain": ("paths", {"chain": [("w[2-11]", None), ("o_in[1]", 0.8), ("o_out[1]", 0.25), ("MSE", -0.04)]}),
    "three branches": (
        "paths",
        {"chain": [("w[1-11]", None), ("h_in[1]", 4.9), ("h_out[1]", 0.16)], "branches": _ways(3)},
    ),
    "two branches to another end": ("paths", {"chain": [("u", None)], "branches": _ways(2), "end": "E"}),
    "paths without factors": (
        "paths",
        {"chain": [("w", None), ("x", None)], "branches": [[("o_in", None), ("MSE", None)]] * 2},
    ),
    "lanes": (
        "paths",
        {"chain": [("w_2-11", None)], "branches": _ways(3), "lanes": SPECIES},
    ),
    "factors between values": (
        "paths",
        {
            "chain": [("t = 2", None)],
            "branches": [[("a = 6", 3), ("z", 4)], [("b = 4", 4), ("z", -6)]],
            "end": "z = 24",
            "form": "g",
            "times": True,
        },
    ),
    "a product that grows": ("grown_rectangle", {"sides": [6, 4], "growth": [0.003, 0.004001]}),
    "a curve with what is pointed at": (
        "curves",
        {
            "series": {"f": (PLACES, PLACES**2)},
            "spots": {"lowest": (0, 0)},
            "arrows": {"a step": ((1.5, 2.25), (0.5, 2.25))},
            "span": [(3, -1)],
            "ticks": [0, 2, 4],
        },
    ),
    "a curve with a walk": (
        "curves",
        {"series": {"f": (PLACES, PLACES**2)}, "points": [(n / 4, n * n / 16) for n in range(8, 0, -1)]},
    ),
    "a curve of a function": ("curves", {"series": {"f": ([-1, 0, 1, 2], lambda w: w * w - w)}}),
    "a step with its jump": (
        "curves",
        {
            "series": {"step": ([-2, 1, 1, 3], [0, 0, 1, 1]), "sigmoid": (PLACES, lambda z: 1 / (1 + np.exp(-z)))},
            "references": ["sigmoid"],
            "notes": {"threshold": (1, 0.5)},
            "zero": True,
        },
    ),
    "a narrow curve": ("curves", {"series": {"f": ([0, 1000, 2000], [-3, 2, 0])}, "width": 170}),
    "a narrow curve of small numbers": ("curves", {"series": {"f": ([0.0002, 0.01, 0.033], [0, 1, 2])}, "width": 165}),
    "points apart": ("curves", {"series": {"f": (PLACES, PLACES)}, "points": [(0.5, 1), (2, 0.25)], "joined": False}),
    "curves with baselines": (
        "curves",
        {
            "series": {f"to the {n}": (PLACES, PLACES**n) for n in range(1, 6)},
            "baselines": {"low": -1.5, "high": 20},
            "labels": ["w", "f(w)"],
        },
    ),
    "a curve with many baselines": (
        "curves",
        {"series": {"f": ([0, 6], [0, 100])}, "baselines": {f"level {n}": 50 + n / 9 for n in range(6)}},
    ),
    "a curve over powers": (
        "curves",
        {"series": {"rate": (range(1, 2001), [1 / n for n in range(1, 2001)])}, "log_x": True},
    ),
    "a curve over thousands": ("curves", {"series": {"rise": ([-2000, 0, 3000], [-0.0, 1, 2])}}),
    "a curve that is level": ("curves", {"series": {"half": ([0, 1000, 30000], [0.5, 0.5, 0.5])}}),
    "a landscape": (
        "contours",
        {"x": PLACES, "y": PLACES[:31], "z": PLACES**2 + 3 * PLACES[:31, None] ** 2, "path": [(1.5, -1.5), (1, -1)]},
    ),
    "a landscape with what is pointed at": (
        "contours",
        {
            "x": PLACES,
            "y": PLACES,
            "z": PLACES**2 + PLACES[:, None] ** 2,
            "cuts": {"x = 1": ([1, 1], [-2, 2])},
            "spots": {"lowest": (0, 0)},
            "arrows": {"-0.5": ((1, 1), (0.5, 1)), "-1": ((1, 1), (1, 0))},
        },
    ),
    "a landscape without a walk": ("contours", {"x": PLACES, "y": PLACES[:9], "z": PLACES + PLACES[:9, None]}),
    "a landscape with levels": (
        "contours",
        {"x": PLACES, "y": PLACES, "z": PLACES - PLACES[:, None], "levels": [-1, 0.5], "path": [(3, -1), (1, 1)]},
    ),
    "flowers": ("flowers", {"x": IRIS.x, "y": IRIS.y, "names": IRIS.species}),
    "flowers with many rings": (
        "flowers",
        {"x": IRIS.x, "y": IRIS.y, "names": IRIS.species, "chosen": np.arange(46, 53)},
    ),
    "flowers with lines": (
        "flowers",
        {
            "x": IRIS.x,
            "y": IRIS.y,
            "names": IRIS.species,
            "columns": (0, 1),
            "chosen": [1, 51],
            "lines": {"border": ([4, 8], [5, 2]), "other": ([5, 6], [2, 3])},
        },
    ),
    "a tree": (
        "tree",
        {"root": ("a < 1?", ("setosa", 50, 0), ("b < 2?", ("versicolor", 48, 6), ("virginica", 46, 0)))},
    ),
    "a tree without counts": ("tree", {"root": ("a < 1?", ("setosa",), ("b < 2?", ("versicolor",), ("virginica",)))}),
    "a tree of one question": ("tree", {"root": ("a?", ("yes it is", 1, 0), ("no", 0, 2))}),
    "blossoms": ("blossoms", {"x": X, "names": SPECIES}),
    "bars": ("bars", {"values": {"w[1]": 0.5, "w[2]": -0.25, "w[3]": 0.004}, "scale": "change", "span": [1]}),
    "bars in groups": (
        "bars",
        {
            "values": {f"node {node}, {one}": n - 0.5 for n, node in enumerate("ab") for one in "cde"},
            "scale": "says",
            "grouped": True,
            "lit": ["node a, c", "node b, d"],
            "wanted": [1, 0, 0, 0, 1, 0],
        },
    ),
    "narrow bars": (
        "bars",
        {"values": {"w1": 0.5, "w2": -2, "w3": 0.1}, "scale": "change of the weights", "span": [3], "width": 240},
    ),
    "many bars": ("bars", {"values": {f"w{n}": n - 4.5 for n in range(10)}, "scale": "change"}),
    "a sum that grows": (
        "bars",
        {
            "values": {"one": 4.41, "two": 2.4, "three": -1.4},
            "scale": "sum so far",
            "total": "together",
            "running": True,
            "marks": {"threshold": 2},
            "roles": ("input", "hidden"),
            "form": ".2f",
        },
    ),
    "dots in rows": (
        "dots",
        {"rows": {"plain": [4, 19, 10, 10, 10], "scaled": [20, 19]}, "scale": "right", "highest": 20},
    ),
    "squares": ("error_squares", {"errors": [0, -1, 0.6, 1], "names": ["a", "b", "c", "d"]}),
    "a square of nothing": ("error_squares", {"errors": [0, 0], "names": ["a", "b"]}),
    "two ways that agree": ("agreement", {"measured": WEIGHTS_2, "computed": WEIGHTS_2, "names": list("abcdef")}),
    "two ways that do not": (
        "agreement",
        {
            "measured": [0.5, -1, 0],
            "computed": [1, -1, 0],
            "names": ["w1", "w2", "w3"],
            "labels": ["this", "that"],
            "width": 165,
        },
    ),
    "a sum of matrices": (
        "matrix_sum",
        {
            "parts": {name: WEIGHTS_2 * (n + 1) for n, name in enumerate(SPECIES)},
            "total": "update",
            "row_names": NODES,
            "column_names": SPECIES,
            "lit": (2, 3),
        },
    ),
    "flowers of one species": ("flowers", {"x": IRIS.x[:9], "y": IRIS.y[:9], "names": IRIS.species}),
}

PRODUCT = SAMPLES["a wide product"][1]


def draw(sample):
    name, arguments = SAMPLES[sample]
    return getattr(figures, name)(**arguments)


def written(sample):
    """A drawing as text, an element a line, so that a difference shows what has moved."""
    return f"# {sample}\n" + draw(sample).svg("a").replace("><", ">\n<") + "\n"


@pytest.fixture(params=SAMPLES)
def sample(request):
    return request.param


def test_a_figure_is_drawn_as_it_was_when_it_was_looked_at(sample):
    assert written(sample) in SEEN.read_text(encoding="utf-8")


def test_nothing_else_was_looked_at():
    assert re.findall("^# (.*)$", SEEN.read_text(encoding="utf-8"), re.MULTILINE) == [*SAMPLES]


def test_a_figure_shows_what_it_was_given(sample):
    svg_reader.check(draw(sample).svg("a"), *SAMPLES[sample])


def test_a_wrong_number_does_not_pass(sample):
    """Each number of a figure, changed by one in its last digit, is noticed."""
    html = draw(sample).svg("a")
    for found in re.finditer(r'<text [^>]*class="[^"]*\bn\b[^"]*">[^<]*(\d)</text>', html):
        wrong = html[: found.start(1)] + str((int(found[1]) + 1) % 10) + html[found.end(1) :]
        with pytest.raises(AssertionError):
            svg_reader.check(wrong, *SAMPLES[sample])


@pytest.mark.parametrize(
    ("sample", "place"),
    [
        ("a net with all weights", r'm-weight n halo">([^<]+)'),
        ("a net with all weights", r'stroke-width="([\d.]+)"'),
        ("a net with what flows back", r'edge dim dashed"[^>]*stroke-width="([\d.]+)"'),
        ("a step with its jump", r'm-error curve" d="[^"]*M([\d.]+)'),
        ("a landscape", r'm-error n level[^"]*">([\d.]+)'),
        ("a curve with a walk", r'm-error curve" d="M([\d.]+)'),
        ("a curve with a walk", r'm-update solid" cx="([\d.]+)'),
        ("curves with baselines", r'm-label dotted" x1="52" y1="([\d.]+)'),
        ("a curve over powers", r'm-error curve" d="M[\d. ]+L[\d.]+ ([\d.]+)'),
        ("a landscape", r'm-error curve thin" d="M[\d.]+ ([\d.]+)'),
        ("flowers with lines", r'm-input mark" cx="([\d.]+)" cy="(?:[2-9]\d|\d{3})'),
        ("flowers with lines", r'class="ring" cx="([\d.]+)'),
        ("flowers with lines", r'm-weight curve dashed" d="M([\d.]+)'),
    ],
)
def test_a_place_that_is_wrong_does_not_pass(sample, place):
    html = draw(sample).svg("a")
    found = re.search(place, html)
    wrong = f"{html[: found.start(1)]}{float(found[1]) + 2:g}{html[found.end(1) :]}"
    with pytest.raises(AssertionError):
        svg_reader.check(wrong, *SAMPLES[sample])


def test_a_figure_is_the_same_each_time(sample):
    assert draw(sample).svg("a") == draw(sample).svg("a")


def test_a_figure_is_xml_with_a_name_and_a_description(sample):
    drawn = draw(sample)
    whole = ElementTree.fromstring(drawn.svg("a"))
    svg = whole.find("svg")
    title, description = (svg.find(tag) for tag in ("title", "desc"))
    assert svg.get("aria-labelledby").split() == [title.get("id"), description.get("id")]
    assert (title.text, description.text) == (drawn.title, drawn.description)
    assert (
        drawn.title
        and len(drawn.description) > 40
        and svg.get("role") == ("group" if svg.find("a") is not None else "img")
    )
    assert not [
        one for one in whole.iter() if "id" in one.attrib and not re.fullmatch("a(-title|-description)?", one.get("id"))
    ]


def test_colors_come_from_the_roles_alone(sample):
    svg = draw(sample).svg("a")
    assert not re.search(r"\b(fill|stroke|style|color)=|#[0-9a-f]{3}", svg.replace('href="#w-', ""))
    roles = {role for names in re.findall(r'class="([^"]*)"', svg) for role in names.split() if role.startswith("m-")}
    assert roles <= {f"m-{role}" for role in ("input", "hidden", "output", "label", "error", "weight", "update")}


def test_what_a_figure_shows_its_description_says(sample):
    drawn = draw(sample)
    if SAMPLES[sample][0] in {"network", "paths"}:
        shown = svg_reader.Drawn(drawn.svg("a")).texts("n")
        assert all(words in drawn.description for _, _, words in shown)


def boxes(drawn):
    """About where the words of a figure stand: left, top, right, bottom."""
    for one in svg_reader.Drawn(drawn.svg("a")).get(tag="text"):
        if not one.get("transform"):
            x, y, width = float(one.get("x")), float(one.get("y")), 5.4 * len("".join(one.itertext()))
            share = {"start": 0, "end": 1}.get(next(iter({"start", "end"} & {*one.get("class", "").split()}), ""), 0.5)
            yield x - share * width, y - 8, x + (1 - share) * width, y + 2


def test_no_text_covers_another_and_all_stay_inside(sample):
    drawn, before = draw(sample), []
    for left, top, right, bottom in boxes(drawn):
        assert left > -3 and top > -3 and right < drawn.width + 3 and bottom < drawn.height + 3
        assert not [one for one in before if left < one[2] and one[0] < right and top < one[3] and one[1] < bottom]
        before.append((left, top, right, bottom))


def test_ticks_have_a_minus_and_zero_has_none():
    drawn = svg_reader.Drawn(draw("a curve over thousands").svg("a"))
    assert [words for *_, words in drawn.texts("x-tick")] == ["−2,000", "−1,000", "0", "1,000", "2,000", "3,000"]
    assert [words for *_, words in drawn.texts("y-tick")] == ["0.0", "0.5", "1.0", "1.5", "2.0"]


@pytest.mark.parametrize("high", [0.19, 1.9])
def test_the_label_of_the_y_axis_stands_beside_its_ticks(high):
    svg = figures.curves({"a": ([0, 1, 2], [0.04, 0.1, high])}, ("epoch", "MSE")).svg("a")
    (baseline,) = re.findall(r'<text x="([\d.]+)"[^>]*rotate', svg)
    widest = max(map(len, [words for *_, words in svg_reader.Drawn(svg).texts("y-tick")]))
    assert float(baseline) + 2 <= 46 - 6.2 * widest or widest < 5


def ticks(kind, **arguments):
    return [words for *_, words in svg_reader.Drawn(figures.curves(**arguments).svg("a")).texts(kind)]


def test_ticks_are_round_and_span_the_values():
    assert ticks("x-tick", series={"f": ([0, 6], [0, 1])}) == [*"0123456"]
    assert ticks("x-tick", series={"f": ([0, 1000], [0, 1])})[-2:] == ["800", "1,000"]
    assert ticks("x-tick", series={"f": ([0, 990], [0, 1])})[-2:] == ["600", "800"]
    assert ticks("x-tick", series={"f": ([10], [0])}, log_x=True) == ["10", "100"]
    assert ticks("x-tick", series={"f": ([1e-4, 1e-2], [0, 1])}, log_x=True) == ["1e−4", "1e−3", "1e−2"]


def test_the_lowest_and_the_highest_of_a_function_are_told_also_where_no_place_is_drawn():
    told = figures.curves({"f": ([-1, 0, 1, 2], lambda w: w * w - w)}).description
    assert told == "f: from 2 at −1 to 2 at 2, lowest −0.25, highest 2."
    told = figures.curves({"f": (np.linspace(-4, 5, 10), lambda w: np.exp(w) + w * w - 4 * w)}).description
    assert "lowest −0.338, highest" in told
    assert (
        "highest 1.5."
        in figures.curves({"f": ([1, 4, 100], lambda x: 2 * x / (1 + x * x / 2.25))}, log_x=True).description
    )


def test_of_values_only_the_points_are_told_and_of_two_points_that_they_are_joined():
    points, line = figures.curves({"p": ([0, 1, 2], [1, 0, 3]), "q": ([0, 2], [3, 1])}).described
    assert points == "p, 3 points: from 1 at 0 to 3 at 2, lowest 0, highest 3."
    assert line == "q: straight from 3 at 0 to 1 at 2."


def test_no_weight_reads_as_zero_unless_it_is():
    drawn = draw("a net with weights near zero")
    shown = [words for _, _, words in svg_reader.Drawn(drawn.svg("a")).texts("m-weight", "n")]
    assert sorted(shown) == sorted(["−0.004", "0", "0.002", "0.0001", "0.01", "−0.01", "0.005", "7.00"])


@pytest.mark.parametrize(("steps", "more"), [(6, False), (7, True)])
def test_six_steps_of_a_walk_are_told(steps, more):
    drawn = figures.curves({"f": ([0, 9], [0, 9])}, points=[(n, n) for n in range(steps)])
    assert ("(5, 5) and on." in drawn.description) is more and "(5, 5)" in drawn.description
    assert "(6, 6)" not in drawn.description


def test_a_name_stands_by_its_line_near_the_end_first():
    found = beside(np.array([(0.0, 50.0), (100.0, 50.0)]))
    assert found[:4] == [(100, 44, "end"), (100, 63, "end"), (105, 46, "start"), (95, 60, "end")]
    assert np.allclose([x for x, *_ in found[::4]], [100, 97, *range(90, 0, -10)])


def test_the_name_of_a_line_keeps_away_from_flowers():
    def place(a, b):
        drawn = figures.flowers([[0, 1], [a, b]], [[1], [1]], ["s"], (0, 1), lines={"line": ([0, 1], [0, 0])})
        return re.search(r'x="[\d.]+" y="[\d.]+"(?=[^>]*>line</text>)', drawn.svg("a"))[0]

    assert place(0.2, 0.9) == place(0.3, 0.8) != place(0.98, 0.05)


def test_a_letter_alone_on_a_path_is_any_variable():
    drawn = figures.paths([("x = 2", None), ("x[1]", 3), ("w", 1)], end="w").svg("a")
    assert 'class="in-node">x = 2<' in drawn and 'class="in-node">w<' in drawn
    assert 'class="m-input in-node">x[1]<' in drawn


def test_links_are_named_and_lead_to_each_weight():
    svg = draw("a net with links").svg("a")
    named = r'<a href="#w-([12])-([1-4][1-3])" aria-label="weight w\[\1-\2\], ([^"]+)">'
    links = re.findall(named + r"<text[^>]*>([^<]+)</text><line[^>]*></a>", svg)
    assert len(links) == 14 and all(named == shown for *_, named, shown in links)


def test_names_of_weights_stand_apart_each_on_a_plate_that_hides_what_is_behind():
    """The old names stood in a pile where the lines cross, and the lower letters of each cut its first."""
    drawn = svg_reader.Drawn(draw("a net with names in place of numbers").svg("a"))
    plates = [svg_reader._numbers(one, "x", "y", "width", "height") for one in drawn.get("plate")]
    names, lines = drawn.texts("m-weight"), drawn.get("under")
    assert len(plates) == len(names) == len(lines) == 14 and not drawn.get("m-weight", "halo")
    for n, ((x, y, wide, high), (at, low, _), line) in enumerate(zip(plates, names, lines, strict=True)):
        left, right, under = svg_reader._numbers(line, "x1", "x2", "y1")
        assert x <= left < at < right <= x + wide and y < low < under <= y + high
        for left, top, width, height in plates[:n]:
            assert x >= left + width - 2.1 or left >= x + wide - 2.1 or y >= top + height - 2.1 or top >= y + high - 2.1


def test_words_for_a_net_name_what_nodes_take_in_and_the_named_weights_in_one_sentence():
    shown = {"values": [X[0], HIDDEN[0]], "weights": [WEIGHTS_1, WEIGHTS_2], "named": True}
    told = figures.network(**shown, takes_in=[1], lit=["2-11", "2-21"]).description
    assert "The input nodes put out: sepal length" in told and "The hidden nodes take in: hidden 1" in told
    assert told.endswith("On their lines stand the names of w[2-11] and w[2-21].")
    told = figures.network(**shown, lit=["all"]).description
    assert told.endswith("On each line stands the name of its weight, from w[1-11] to w[2-23].")
    assert "The hidden nodes put out: hidden 1" in told and " stand the names" not in told


def test_titles_and_captions_are_words_not_markup():
    drawn = figures.network(title="a < b & c's", caption="<b>'s", names=[["a's"], ["b"]])
    assert """<title id="x-title">a &lt; b &amp; c's</title>""" in drawn.svg("x")
    assert drawn.svg("x").endswith("<figcaption>&lt;b&gt;'s</figcaption></figure>") and ">a's</text>" in drawn.svg("x")
    drawn.describe("That is a's.")
    assert "a's.</desc>" in drawn.svg("x")
    assert "<figcaption>" not in figures.network().svg("x")


@pytest.mark.parametrize(
    ("name", "changes", "message"),
    [
        ("network", {"names": [["a"]]}, "names has 1 layers, needed: 2 or 3"),
        ("network", {"values": [X[0][:3]]}, r"values\[0\] has the shape \(3,\), needed: \(4,\)"),
        ("network", {"values": [X[0], HIDDEN[0], OUTPUT[0], [1]]}, "values has 4 layers, needed: at most 3"),
        ("network", {"weights": [WEIGHTS_1, WEIGHTS_2, [1]]}, "weights has 3 layers, needed: at most 2"),
        ("network", {"back": [DELTA[0], DELTA[0, :2], [1]]}, "back has 3 layers, needed: at most 2"),
        ("network", {"weights": [WEIGHTS_1.T]}, r"weights\[0\] has the shape \(2, 4\), needed: \(4, 2\)"),
        ("network", {"weights": [WEIGHTS_1], "lit": ["1-53"]}, "lit names 1-53, needed: all, or one of 1-11 to 2-23"),
        ("network", {"back": [[1, 2, float("nan")]]}, r"back\[0\] holds nan or inf, needed: numbers"),
        ("network", {"back": [[1, "two", 3]]}, r"back\[0\] is not an array of numbers"),
        ("matrix_product", {**PRODUCT, "left": X.T}, r"left has the shape \(4, 3\), needed: \(3, 4\)"),
        ("matrix_product", {**PRODUCT, "right": X}, r"right has the shape \(3, 4\), needed: \(4, 2\)"),
        ("matrix_product", {**PRODUCT, "lit": (4, 1)}, r"lit is \(4, 1\), needed: a row and a column"),
        ("matrix_product", {**PRODUCT, "lit": (1, 3)}, r"lit is \(1, 3\), needed: a row and a column"),
        ("matrix_product", {**PRODUCT, "lit": (0, 1)}, r"lit is \(0, 1\), needed: a row and a column"),
        ("matrix_product", {**PRODUCT, "lit": (1, 0)}, r"lit is \(1, 0\), needed: a row and a column"),
        ("matrix_product", {**PRODUCT, "names": ["a", "b"]}, r"names is \['a', 'b'\], needed: 3 names"),
        ("matrix_product", {**PRODUCT, "roles": "abc"}, "roles is 'abc', needed: 3 names"),
        ("curves", {"series": {"f": ([0, 1], [0, 1])}, "labels": "xy"}, "labels is 'xy', needed: 2 names"),
        ("flowers", {"x": X, "y": Y, "names": SPECIES, "labels": "abc"}, "labels is 'abc', needed: 2 names"),
        ("paths", {"chain": []}, "a path holds no step"),
        ("paths", {"chain": [("w", None)]}, "a path holds no step"),
        ("paths", {"chain": [("w", None)], "branches": [[("MSE", 1)], []]}, "a path holds no step"),
        ("paths", {"chain": [("w", None), ("MSE", X[0])]}, r"the factor into MSE has the shape \(4,\), needed: \(\)"),
        ("matrix_product", {**PRODUCT, "roles": ["", "eror", ""]}, "a role is 'eror', needed one of: input, hid"),
        ("curves", {"series": {"f": ([0, 1], [0, 1])}, "roles": ["blue"]}, "a role is 'blue', needed one of: input"),
        ("curves", {"series": {}}, "series holds no curve"),
        ("curves", {"series": {"f": ([1, 2], [1])}}, r"y of f has the shape \(1,\), needed: \(2,\)"),
        ("curves", {"series": {"f": ([], [])}}, "x of f holds nothing, needed: numbers"),
        ("curves", {"series": {"f": ([1, 2], sum)}}, r"y of f has the shape \(\), needed: \(2,\)"),
        ("curves", {"series": {"f": ([0, 1], [0, 1])}, "log_x": True}, "log_x needs places above 0"),
        ("curves", {"series": {"f": ([0, 1], [0, 1])}, "points": [(1, 2, 3)]}, r"points has the shape \(1, 3\)"),
        ("contours", {"x": [1, 2], "y": [1, 2, 3], "z": np.ones((2, 3))}, r"z has .* needed: \(3, 2\)"),
        ("tree", {"root": ("a?", ("yes", 1), ("no", 2, 3))}, r"the counts of yes has the shape \(1,\), needed: \(2,\)"),
        ("bars", {"values": {}, "scale": "s"}, "values holds nothing, needed: numbers"),
        ("grown_rectangle", {"sides": [1], "growth": [1, 2]}, r"sides has the shape \(1,\), needed: \(2,\)"),
        ("grown_rectangle", {"sides": [1, 2], "growth": [1, 2], "names": ["a"]}, "names is .*, needed: 2 names"),
        ("dots", {"rows": {"a": []}, "scale": "s", "highest": 3}, "row a holds nothing, needed: numbers"),
        ("error_squares", {"errors": [1, 2], "names": ["a"]}, r"errors has the shape \(2,\), needed: \(1,\)"),
        ("blossoms", {"x": X, "names": ["a"]}, r"x has the shape \(3, 4\), needed: \(1, 4\)"),
        ("agreement", {"measured": [1], "computed": [1, 2], "names": ["a"]}, r"computed has .*needed: \(1,\)"),
        (
            "matrix_sum",
            {"parts": {"a": X}, "total": "t", "row_names": ["r"], "column_names": ["c"]},
            r"a has the shape \(3, 4\), needed: \(1, 1\)",
        ),
        ("flowers", {"x": X, "y": Y[:2], "names": SPECIES}, r"y has the shape \(2, 3\), needed: \(3, 3\)"),
        ("flowers", {"x": X, "y": Y, "names": SPECIES, "lines": {"l": [[1, 2]]}}, r"line l has .* needed: \(2, any\)"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said(name, changes, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        getattr(figures, name)(**changes)


def test_numbers_are_written_as_on_the_pages():
    assert [number(value) for value in (-0.5, -0.001, 0.0, 1e-17, 12)] == ["−0.50", "−0.001", "0", "0", "12.00"]
    assert [number(value, "2s") for value in (4.9, -0.0873, 0.00416, 123.4, 0)] == [
        "4.9",
        "−0.087",
        "0.0042",
        "123",
        "0",
    ]
    assert number(-0.0, ",.0f") == "0" and number(-3000, ",.0f") == "−3,000"
    assert number(-3, ".0f") == "−3" and numbers("a", [[1]], (None, 1)).shape == (1, 1)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("h", "h"),
        ("h_out", '<tspan class="sub" dy="3">out</tspan>'),
        ("h_out[1]<", '<tspan class="sub" dy="3">out</tspan><tspan dy="-3">[1]&lt;</tspan>'),
        ("W_2ᵀ", '<tspan class="sub" dy="3">2</tspan><tspan dy="-3">ᵀ</tspan>'),
    ],
)
def test_what_follows_an_underline_is_set_lower(words, text):
    assert lowered(words).endswith(text)


def test_shapes_have_only_the_attributes_they_need():
    canvas = Canvas(10, 10, "t")
    canvas.shape("g")
    canvas.text(1, 2, "a")
    canvas.text(1, 2, "b", "input", turn=-90)
    canvas.line(0, 0, 1.26, -0.04, "error", "edge")
    assert canvas.parts == [
        "<g/>",
        '<text x="1" y="2">a</text>',
        '<text x="1" y="2" class="m-input" transform="rotate(-90 1 2)">b</text>',
        '<line class="m-error edge" x1="0" y1="0" x2="1.3" y2="0"/>',
    ]


def test_a_line_keeps_the_corners_that_are_seen():
    corners = [(float(n), abs(50 - n) / 10) for n in range(101)]
    assert thinned(corners) == [(0, 5), (50, 0), (100, 5)]
    assert thinned([(0, 0), (0, 9), (0, 0)]) == [(0, 0), (0, 9), (0, 0)]
    assert thinned([(1, 1)]) == [(1, 1)]
    assert thinned([(0, 0), (5, 0.1), (10, 0)]) == [(0, 0), (10, 0)]
    wave = [(n / 50, 50 + 40 * np.sin(n / 900)) for n in range(15000)]
    assert len(thinned(wave)) < 300 and svg_reader.apart(wave, thinned(wave)) < 0.25


def test_places_and_data_are_the_same_bytes_in_each_arithmetic():
    """Python 3.12 adds up floats otherwise than 3.11, and each NumPy has last digits of its own."""
    assert (
        coordinate(95.65)
        == coordinate(np.nextafter(95.65, 0))
        == coordinate(np.nextafter(95.65, 100))
        == coordinate(95.65 - 1e-12)
    )
    assert coordinate(95.6) == "95.6" and coordinate(-0.01) == "0"
    data = {"a": [1.1, (2, np.nextafter(2.2, 3))], "b": "1.10", "c": True, "d": None}
    assert steady(data) == {"a": [1.1, [2, 2.2]], "b": "1.10", "c": True, "d": None}
    assert steady(0.123456789012345) == 0.123456789012


def test_words_go_where_they_cover_least():
    room = Room((0, 0, 100, 100))
    places = [(50, y, "middle") for y in (20, 50, 80)]
    assert room.choose("a", places, "word") == places[0] == room.choose("a", places, "word")
    assert room.choose("b", places, "word") == places[1]
    room.cross([(0, 78), (100, 78)])
    assert room.choose("c", [places[0], places[2], (50, 99, "middle"), (50, 65, "end")], "word") == (50, 65, "end")
    assert room.choose("d", [(2, 35, "end"), (99, 35, "end")], "d") == (99, 35, "end")
    assert np.allclose(sampled([(0, 0), (6, 0)])[:, 0], [0, 0, 1.5, 3, 4.5, 6])


@pytest.mark.parametrize("line", [[(35, 0), (35, 40)], [(65, 0), (65, 40)], [(0, 10), (90, 10)], [(0, 23), (90, 23)]])
def test_a_line_along_the_edge_of_words_does_not_cross_them(line):
    room, places = Room((0, 0, 100, 100)), [(50, 20, "middle"), (50, 60, "middle")]
    room.cross(line)
    assert room.choose("a", places, "word") == places[0]


def test_an_empty_room_is_free():
    assert Room((-50, -50, 50, 50)).choose("a", [(0, 0, "middle"), (30, 30, "middle")], "word") == (0, 0, "middle")


if __name__ == "__main__":
    SEEN.write_text("".join(map(written, SAMPLES)), encoding="utf-8")
