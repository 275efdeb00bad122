"""Figures that can be handled, as Python draws them: what they refuse, what they say, and the curves in words."""

import re
import shutil
from html import unescape

import numpy as np
import pytest
import svg_reader
from conftest import ROOT
from example import worked_example
from project import cell, page_of, run_of
from stops import stops

import tinynet
from literate.figures import (
    Frames,
    derive_by_hand,
    find_the_slip,
    fire_by_hand,
    multiply_by_hand,
    steps_by_hand,
    train_by_hand,
    walk_down,
    walk_through,
)
from literate.figures.explorable import Explorable
from literate.figures.plan import Plan
from literate.figures.program import Program
from literate.figures.terms import Terms

PLAN = "docs/assets/explore/walk.toml"
X, Y, WEIGHTS_1, WEIGHTS_2 = worked_example()
LAYERS = tinynet.feedforward(X, WEIGHTS_1, WEIGHTS_2)
VALUES = {
    **{"x": X, "y": Y, "weights_1": WEIGHTS_1, "weights_2": WEIGHTS_2, "mse": 0.25},
    **LAYERS._asdict(),
    **tinynet.backpropagation(X, Y, WEIGHTS_1, WEIGHTS_2)._asdict(),
}


def figure(code):
    """One figure."""
    return f'```figure id="f"\n{code}\n```\n'


def walk(last="", **changed):
    drawn = walk_through(PLAN, VALUES | changed, 0.1, last)
    drawn.fill(ROOT)
    return drawn


def valley(curve="np.exp(w) + w**2 - 4 * w", steps=6, **more):
    return walk_down(
        curve, lambda w: np.exp(w) + w**2 - 4 * w, lambda w: np.exp(w) + 2 * w - 4, [(-1, 2)], 1.9, 0.1, steps, **more
    )


def test_a_walk_shows_what_it_was_given_whole_and_in_part():
    for last in ("", "mse", "weights_2_update"):
        html = walk(last).svg("figure-w")
        svg_reader.check(html, "walk_through", {"source": PLAN, "values": VALUES, "learning_rate": 0.1, "last": last})
        assert ("hidden_layer_error" in html) == (last == "")
        assert ("Take the step" in html) == (last == "")


def test_a_wrong_number_of_a_walk_does_not_pass():
    html = walk().svg("figure-w")
    for old in ('data-form=".2f">1.41<', "data-whole>0.001940<", ">0.250000<"):
        found = re.search(re.escape(old), html) or re.search(r'data-form="\.2f">(\d\.\d\d)<', html)
        wrong = html[: found.end() - 2] + str((int(html[found.end() - 2]) + 1) % 10) + html[found.end() - 1 :]
        with pytest.raises(AssertionError):
            svg_reader.check(wrong, "walk_through", {"source": PLAN, "values": VALUES, "learning_rate": 0.1})


def test_the_description_tells_what_is_there():
    assert "what flows back, and on each connection its weight and the slope" in walk().description
    assert "puts out, and on each connection its weight. As the page" in walk("mse").description
    assert "the error is 0.250000" in walk().description and walk("hidden_layer_inputs").description


def test_each_place_of_a_walk_has_a_formula_and_each_line_is_tinynets():
    drawn = walk()
    html = drawn.svg("figure-w")
    assert sum(count for *_, count in drawn.data["lines"]) == html.count("data-at=") == 37
    code = unescape(" ".join(re.findall(r"<code>(.*?)</code>", html.partition("</ol>")[0])))
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tinynet").glob("*.py"))
    signs = re.sub(r"[\s()]", "", text)  # a statement of several lines stands on one
    lines = [re.sub(r"[\s()]", "", line) for _, line, _ in drawn.data["lines"]]
    assert len(lines) == 13 and all(line in signs for line in lines)
    assert "np.dot(x.T, hidden_layer_delta) / N" in code


def test_the_slope_of_each_weight_leads_to_where_more_is_told_of_it():
    drawn = walk_through(PLAN, VALUES, 0.1, links="../w/#w-{}")
    drawn.fill(ROOT)
    found = re.findall(
        r'<span data-at="weights_(\d)_update\.\d">(?:(?!</span>).)*href="../w/#w-(\d-\d\d)"', drawn.svg("f")
    )
    names = [f"1-{a}{b}" for a in (1, 2, 3, 4) for b in (1, 2)]
    names += [f"2-{a}{b}" for a in (1, 2) for b in (1, 2, 3)]
    assert sorted(name for _, name in found) == names and all(name[0] == layer for layer, name in found)
    assert drawn.svg("f").count("<a ") == 14 and "<a " not in walk().svg("f")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"x": X[:2]}, r"the input has 2 rows, needed 3"),
        ({"x": X[:, :3]}, r"x has the shape \(3, 3\)"),
        ({"weights_1": WEIGHTS_2}, r"weights_1 has the shape \(2, 3\), needed: \(4, 2\)"),
        ({"weights_2_update": WEIGHTS_1}, r"weights_2_update has the shape"),
        ({"x": [[np.nan] * 4] * 3}, "x is not|x holds nan|x has"),
    ],
)
def test_numbers_that_do_not_fit_the_net_are_refused(changed, message):
    with pytest.raises(ValueError, match=message):
        walk(**{name: np.asarray(value) for name, value in changed.items()})


def test_a_number_that_is_missing_is_named():
    drawn = walk_through(PLAN, {name: VALUES[name] for name in ("x", "y", "weights_1", "weights_2")}, 0.1)
    with pytest.raises(ValueError, match="hidden_layer_inputs is missing"):
        drawn.fill(ROOT)


def test_a_plan_that_is_not_there_or_has_no_such_line_is_refused(tmp_path):
    names = (("a",), ("b",), ("c",))
    with pytest.raises(ValueError, match=r"none\.toml is not there"):
        Plan(ROOT, "none.toml", "", names)
    with pytest.raises(ValueError, match=r"has no line nothing, needed one of: hidden_layer_inputs, "):
        walk("nothing")
    text = (ROOT / PLAN).read_text(encoding="utf-8").replace('name = "mse"', 'name = "loss"')
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    (tmp_path / "tinynet").symlink_to(ROOT / "tinynet")
    with pytest.raises(ValueError, match="has no line loss"):
        Plan(tmp_path, "plan.toml", "", names)


def test_a_statement_that_makes_no_name_is_no_line(tmp_path):
    text = (ROOT / PLAN).read_text(encoding="utf-8").replace("sections = [", 'sections = ["more.py:checks", ', 1)
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    (tmp_path / "tinynet").symlink_to(ROOT / "tinynet")
    (tmp_path / "more.py").write_text("# --8<-- [start:checks]\nassert True\nx[0] = 1\n# --8<-- [end:checks]\n")
    names = (("a",), ("b",), ("c",))
    assert Plan(tmp_path, "plan.toml", "", names).lines == Plan(ROOT, PLAN, "", names).lines


def test_a_page_draws_with_the_taught_package_and_mistakes_have_their_place(tmp_path):
    run = run_of(tmp_path, figure("network(title=tinynet.__name__)"))
    assert run.figures["f"].title == "tinynet"
    text = "One\n\n" + figure("walk_through('no.toml', {}, 1)")
    stops(tmp_path, text, 'figure "f" is not drawn: ValueError: no.toml is not there', 3)


def test_a_figure_to_handle_may_need_nothing(tmp_path):
    class Plain(Explorable):
        module = "plain"

    drawn = Plain(10, 10, "T", "")
    drawn.fill(ROOT)
    drawn.data["a"] = "</script>"
    html = drawn.svg("f")
    assert 'data-explore="plain"' in html and html.count("</script>") == 1 and "live" in html
    several = Frames([("a", drawn), ("b", drawn)], "L").svg("f")
    assert 'class="figure switch explore plain"' in several and several.count("</svg></div>") == 2


STEP = VALUES | {"mse_after": 0.2}


def derivative(weight, **more):
    given = {"source": PLAN, "values": STEP, "learning_rate": 0.1, "weight": weight, "shown": 1, **more}
    drawn = derive_by_hand(**given)
    drawn.fill(ROOT)
    return drawn, given


@pytest.mark.parametrize("weight", [(1, 1, 1), (1, 4, 2), (2, 1, 1), (2, 2, 3)])
def test_a_derivative_shows_the_factors_of_its_paths(weight):
    drawn, given = derivative(weight)
    html = drawn.drawing("f")
    svg_reader.check(html, "derive_by_hand", given)
    layer, a, b = weight
    other = {"weight": (layer, 3 - a if layer == 2 else 5 - a, b)}
    for wrong in (other, {"shown": 0}, {"values": STEP | {"output_layer_outputs": Y / 2 + 0.1}}):
        with pytest.raises(AssertionError):
            svg_reader.check(html, "derive_by_hand", given | wrong)
    assert drawn.description.startswith("As the page has it, for the versicolor: Path w_")


def test_derivatives_to_choose_from_are_one_figure_of_one_height():
    drawn = [derivative(weight, links=links)[0] for weight, links in (((1, 2, 1), "#w-{}"), ((2, 2, 3), ""))]
    html = Frames([("one", drawn[0]), ("other", drawn[1])], "Weight").svg("figure-d")
    assert html.startswith(
        '<figure class="figure switch explore walk derivative" id="figure-d" data-explore="derivative">'
    )
    assert len({*re.findall(r'viewBox="([^"]+)"', html)}) == 1 == html.count("application/json")
    assert re.findall(r'<a href="(#w-[^"]+)">', html) == ["#w-1-21"]
    assert "<code>weights_1_update[1, 0]</code>: row 2 (sepal width), column 1 (hidden 1)." in html
    assert "<code>weights_2_update[1, 2]</code>: row 2 (hidden 2), column 3 (virginica).</p>" in html
    lines = re.findall(r'data-line="(\w+)"', html)
    assert lines[0] == "output_layer_error" and lines[-2:] == ["weights_2", "weights_1"] and len(lines) == 8
    values = re.findall(r'type="radio" name="[\w-]+" value="([^"]+)"', html)
    assert sorted(values) == ["1", "2", "setosa", "versicolor", "virginica"]  # the style sheet shows by value


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "derive_by_hand({}, 0.1, (1, 1, 1), title='T')"),
        (' panels="n in (1, 2)"', "derive_by_hand({}, 0.1, (1, n, 1), title='T')"),
        (' frames="n in (1, 2)" legend="L"', "walk_through({}, n, title='T')"),
        (' panels="n in (1, 2)"', "walk_through({}, n, title='T')"),
    ],
)
def test_a_script_takes_over_as_many_drawings_as_it_knows(tmp_path, header, code):
    shutil.copytree(ROOT / "tinynet", tmp_path / "tinynet")  # the project writes in it
    (tmp_path / "plan.toml").symlink_to(ROOT / PLAN)
    code = code.format("'plan.toml', values")
    text = cell(
        "import numpy as np\nw_1, w_2, y = np.ones((4, 2)), np.ones((2, 3)), np.eye(3)\nx = np.ones((3, 4))\n"
        "values = {'x': x, 'y': y, 'weights_1': w_1, 'weights_2': w_2, 'mse': 1, 'mse_after': 1}\n"
        "for name in ('hidden_layer_inputs', 'hidden_layer_outputs', 'hidden_layer_error', 'hidden_layer_delta'):\n"
        "    values[name] = np.ones((3, 2))\n"
        "for name in ('output_layer_inputs', 'output_layer_outputs', 'output_layer_error', 'output_layer_delta'):\n"
        "    values[name] = y\n"
        "values |= {'weights_1_update': w_1, 'weights_2_update': w_2}"
    )
    fence = f'```figure id="f"{header}\n{code}\n```\n'
    stops(tmp_path, f"{text}\n{fence}", "takes over another number of drawings", text.count("\n") + 2)


@pytest.mark.parametrize(
    ("text", "powers", "exp", "slope"),
    [
        ("np.exp(w) + w**2 - 4 * w", (0, -4, 1), 1, "np.exp(w) + 2 * w - 4"),
        ("w**4 - 3 * w**2 + w", (0, 1, -3, 0, 1), 0, "4 * w**3 - 6 * w + 1"),
        ("-w + 2.5", (2.5, -1), 0, "-1"),
        ("-(2 * np.exp(w) - 3)", (3,), -2, "-2 * np.exp(w)"),
        ("7", (7,), 0, "0 * w"),
    ],
)
def test_a_curve_is_read_as_its_terms(text, powers, exp, slope):
    terms = Terms.read(text)
    assert (terms.powers, terms.exp, terms.slope().python()) == (powers, exp, slope)
    assert Terms.read(terms.python()) == terms
    assert eval(terms.python(), {"np": np, "w": 1.25}) == pytest.approx(eval(text, {"np": np, "w": 1.25}))


@pytest.mark.parametrize(
    "text", ["", "w +", "np.sin(w)", "w**0.5", "w * w", "x**2", "2**w", "w**-1", "'w'", "__import__('os')"]
)
def test_what_is_no_sum_of_terms_is_refused(text):
    with pytest.raises(ValueError, match="needed: a sum of terms"):
        Terms.read(text)


def test_a_walk_down_shows_its_steps_and_its_last_ones_as_a_table():
    drawn = valley(code="tinynet/gradient_descent.py:gradient_descent", title="T", caption="C")
    drawn.fill(ROOT)
    html = drawn.svg("figure-d")
    curve, slope = (lambda w: np.exp(w) + w**2 - 4 * w), (lambda w: np.exp(w) + 2 * w - 4)
    given = {
        "curve": "",
        "f": curve,
        "slope": slope,
        "frames": [(-1, 2)],
        "start": 1.9,
        "learning_rate": 0.1,
        "steps": 6,
    }
    svg_reader.check(html, "walk_down", given)
    with pytest.raises(AssertionError):
        svg_reader.check(html, "walk_down", given | {"learning_rate": 0.11})
    assert "def gradient_descent" in drawn.data["definitions"]
    assert "begins at 1.9 and goes by a learning rate of 0.1: 1.9000, then 1.2514" in drawn.description


def test_a_short_walk_has_rows_to_spare():
    html = valley(steps=2).svg("figure-d")
    assert html.count(">\N{NO-BREAK SPACE}</td>") == 3 * 4 and 'data-form=".0f">2</td>' in html


@pytest.mark.parametrize(
    ("curve", "message"),
    [
        ("w**2", r"at -1 the value of w\*\*2 is 1, that of the page 5\.36"),
        ("np.exp(w) + w**2 - 4 * w + 1", "the value of"),
    ],
)
def test_a_curve_that_is_not_the_pages_is_refused(curve, message):
    with pytest.raises(ValueError, match=message):
        valley(curve)


def test_a_slope_that_is_not_the_curves_is_refused():
    with pytest.raises(ValueError, match="the slope of w is 1, that of the page 2"):
        walk_down("w", lambda w: w, lambda w: 2, [(0, 1)], 0.5, 0.1, 1)


def test_a_walk_down_draws_with_another_letter(tmp_path):
    drawn = walk_down("w**2", lambda x: x**2, lambda x: 2 * x, [(-2, 2), (-4, 4)], 1, 0.1, 3, variable="x")
    html = drawn.svg("figure-d")
    assert '<th scope="col">x</th>' in html and ">f(x)</text>" in html and 'class="away"' in html
    assert cell("1") and page_of(tmp_path, cell("1"))


LAB = "docs/assets/explore/lab.toml"
STEPS = "docs/assets/explore/steps.toml"
ERRORS = (0.25, 0.125, 0.0625)


def training(**changed):
    sets = {"three": (X, Y, X[:1], Y[:1]), "two": (X[:2], Y[:2], X[:0], Y[:0])}
    given = {
        **{"source": LAB, "sets": sets, "starts": {7: (WEIGHTS_1, WEIGHTS_2)}, "seed": 7, "learning_rate": 0.5},
        **{"errors": ERRORS, "said": (Y[[0, 2, 1]], Y[:1]), "baselines": {"always 1/2": 0.125}},
        **{"beside": {"another": (0.25, 0.2, 0.1)}, **changed},
    }
    drawn = train_by_hand(**given)
    drawn.fill(ROOT)
    return drawn, given


def test_a_training_shows_its_course_each_flower_and_its_numbers():
    drawn, given = training()
    html = drawn.svg("figure-t")
    svg_reader.check(html, "train_by_hand", given)
    for wrong in ({"errors": (0.25, 0.125, 0.07)}, {"said": (Y, Y[:1])}, {"learning_rate": 0.1}):
        with pytest.raises(AssertionError):
            svg_reader.check(html, "train_by_hand", given | wrong)
    assert "after 2 epochs the error is 0.06250; 1 of 3 are right, and 1 of 1 in the test." in drawn.description
    assert "another: 0.1 after 2 epochs." in drawn.description
    assert drawn.data["back"][0].startswith("output_layer_error = ") and "y_test" not in drawn.data["sets"][1]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"source": "none.toml"}, r"none\.toml is not there"),
        ({"seed": 8}, "seed is 8, needed one of: 7"),
        ({"said": (Y[:2], Y[:1])}, r"said has the shape \(2, 3\), needed: \(3, 3\)"),
        ({"errors": ()}, "errors holds nothing"),
        ({"names": ("a", "b")}, "names is"),
    ],
)
def test_a_training_that_does_not_fit_is_refused(changed, message):
    with pytest.raises(ValueError, match=message):
        training(**changed)


def few_steps(**changed):
    given = {
        **{"source": STEPS, "net": (X, Y, WEIGHTS_1, WEIGHTS_2), "learning_rate": 0.1},
        **{"rows": [(0, 0.25, LAYERS.output_layer_outputs), (10, 0.1, Y)], **changed},
    }
    return steps_by_hand(**given), given


def test_a_few_steps_show_what_the_net_says_and_said():
    drawn, given = few_steps()
    html = drawn.svg("figure-t")
    svg_reader.check(html, "steps_by_hand", given)
    for wrong in ({"learning_rate": 0.2}, {"rows": [(0, 0.2, LAYERS.output_layer_outputs), given["rows"][1]]}):
        with pytest.raises(AssertionError):
            svg_reader.check(html, "steps_by_hand", given | wrong)
    assert "To the setosa the net says, before it learns, 0." in drawn.description
    with pytest.raises(ValueError, match="needed: 3 names"):
        few_steps(names=("a", "b"))


def product(**changed):
    given = {
        **{"left": X, "right": WEIGHTS_1, "names": ("X", "W_1", "H_in"), "row_names": ("a", "b", "c")},
        **{"inner_names": ("k", "l", "m", "n"), "column_names": ("h", "i"), "axes": ("flowers", "inputs", "nodes")},
        **{"lit": (2, 1), "divided_by": 9, "roles": ("input", "weight", "hidden"), **changed},
    }
    return multiply_by_hand(**given), given


def test_a_product_shows_its_numbers_and_the_cell_that_is_followed():
    drawn, given = product()
    html = drawn.svg("figure-p")
    svg_reader.check(html, "multiply_by_hand", given)
    for wrong in ({"divided_by": 8}, {"lit": (1, 1)}, {"right": WEIGHTS_1[::-1]}):
        with pytest.raises(AssertionError):
            svg_reader.check(html, "multiply_by_hand", given | wrong)
    assert "Lit: row b and column h, which meet in " in drawn.description
    assert "data-explore" not in drawn.still("hero-p") and "<svg" in drawn.still("hero-p")
    assert "m-" not in product(roles=("", "", ""))[0].drawing("p")


@pytest.mark.parametrize(
    ("changed", "message"),
    [({"lit": (4, 1)}, "lit is"), ({"axes": ("a", "b")}, "needed: 3 names"), ({"right": WEIGHTS_2}, "right has")],
)
def test_a_product_that_does_not_fit_is_refused(changed, message):
    with pytest.raises(ValueError, match=message):
        product(**changed)


def node(**changed):
    iris = tinynet.load_iris()
    given = {
        **{"x": iris.x, "labels": iris.y.argmax(axis=1), "weights": (0.9, 0.8, -1, -1), "threshold": 2},
        **{"shown": (1, 51, 101), **changed},
    }
    return fire_by_hand(**given), given


def test_a_node_shows_the_way_to_its_sum_and_the_flowers_that_it_fires_for():
    drawn, given = node()
    html = drawn.svg("figure-n")
    svg_reader.check(html, "fire_by_hand", given)
    for wrong in ({"threshold": 3}, {"weights": (0.9, 0.8, -1, -0.5)}, {"shown": (0, 51, 101)}):
        with pytest.raises(AssertionError):
            svg_reader.check(html, "fire_by_hand", given | wrong)
    assert "With a threshold of 2 it fires for 50 of 50 setosa" in drawn.description
    svg_reader.check(*(lambda one, more: (one.svg("f"), "fire_by_hand", more))(*node(weights=(2, 2, 2, 2))))
    with pytest.raises(ValueError, match="weights has the shape"):
        node(weights=(1, 2))


RIGHT = """def answer(x, y, weights_1, weights_2, learning_rate):
    h_out = sigmoid(x @ weights_1)
    o_out = sigmoid(h_out @ weights_2)
    o_delta = (o_out - y) * o_out * (1 - o_out)
    h_delta = o_delta @ weights_2.T * h_out * (1 - h_out)
    return weights_1 - learning_rate * x.T @ h_delta / y.size, weights_2 - learning_rate * h_out.T @ o_delta / y.size
"""


def slipped(text):
    names = {"np": np, "sigmoid": tinynet.sigmoid}
    exec(text, names)
    return text, names["answer"]


def cost(x, y, one, other):
    return tinynet.mean_squared_error(tinynet.feedforward(x, one, other).output_layer_outputs, y)


def slips(**changed):
    found = tinynet.backpropagation(X, Y, WEIGHTS_1, WEIGHTS_2)
    given = {
        **{"source": LAB, "net": (X, Y, WEIGHTS_1, WEIGHTS_2), "learning_rate": 0.5, "cost": cost},
        "programs": {"none": slipped(RIGHT), "the other way": slipped(RIGHT.replace("o_out - y", "y - o_out"))},
        **{"measured": (found.weights_1_update, found.weights_2_update), **changed},
    }
    drawn = find_the_slip(**given)
    drawn.fill(ROOT)
    return drawn, given


def test_a_slip_shows_its_course_its_slopes_and_its_code():
    drawn, given = slips()
    svg_reader.check(drawn.svg("figure-s"), "find_the_slip", given)
    assert "Drawn is: the other way." in drawn.description and "0 of 14 slopes agree" in drawn.description
    wrong = [{"learning_rate": 0.4}, {"shown": 0}, {"measured": [0 * one for one in given["measured"]]}]
    for changed in wrong:
        with pytest.raises(AssertionError):
            svg_reader.check(drawn.svg("figure-s"), "find_the_slip", given | changed)
    right, _ = slips(shown=0)
    assert "14 of 14 slopes agree" in right.description and 'class="on"' not in right.svg("figure-s")
    assert drawn.svg("figure-s").count('class="on"') == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1", "needed: a function that returns a tuple"),
        ("def f():\n    return 1", "needed: a function that returns a tuple"),
        ("def f(x):\n    x += 1\n    return x, x", r"x \+= 1 is no assignment to a name"),
        ("def f(x):\n    y = x % 2\n    return x, y", r"x % 2 is unknown to the script, needed: names, numbers, \+"),
        ("def f(x):\n    y = np.exp(x)\n    return x, y", r"np\.exp\(x\) is unknown"),
    ],
)
def test_a_program_that_no_script_can_follow_is_refused(text, message):
    with pytest.raises(ValueError, match=message):
        Program.read(text)


def test_a_program_is_read_as_trees():
    made = Program.read("def f(x):\n    a = x[-1:].T @ np.ones_like(x)\n    return a / x.size**2, len(x)")
    rows = ["rows", ["name", "x"], -1, None]
    assert made.made == [("a", ["@", ["T", rows], ["np.ones_like", ["name", "x"]]])]
    assert made.gives[0] == ["/", ["name", "a"], ["**", ["size", ["name", "x"]], ["number", 2]]]


def test_a_walk_that_ends_early_needs_no_more_than_it_shows():
    given = {name: VALUES[name] for name in ("x", "y", "weights_1", "weights_2", *LAYERS._fields)}
    drawn = walk_through(PLAN, given, 0.1, "output_layer_outputs")
    drawn.fill(ROOT)
    assert "the error is" not in drawn.description and sum(count for *_, count in drawn.data["lines"]) == 10
