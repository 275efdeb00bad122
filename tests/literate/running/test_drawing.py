"""Fences that draw: each in its page's state, at its place; and the figures of the pages hold that state's numbers."""

import ast
import copy
import inspect
import re
import textwrap
from functools import cache, partial

import pytest
import svg_reader
from conftest import ROOT
from page_runs import leave_long, walk
from project import cell, page_of, project, run_of
from small_site import convert
from stops import stops

import tinynet
from literate import figures
from literate.checking import links
from literate.errors import PageError
from literate.figures import Frames
from literate.products import transcript
from literate.reading import sources
from literate.running import drawing
from literate.running.run import Run

BARE = 'network(title="T", caption="C.")'


def figure(code=BARE, id="f"):
    """One figure."""
    return f'```figure id="{id}"\n{code}\n```\n'


def test_a_figure_is_drawn_from_the_names_at_its_place(tmp_path):
    net = figure("network([x])")
    run = run_of(tmp_path, cell("x = [1, 2, 3, 4]") + net + cell("x[0] = 9", "b") + net.replace('"f"', '"g"'))
    assert "sepal length 1.0" in run.figures["f"].description and "sepal length 9.0" in run.figures["g"].description


def test_a_figure_on_several_lines_in_a_list_keeps_its_names_from_the_page(tmp_path):
    drawn = figure("curves(\n    {str(k): ([0, 1], [k, n]) for k in range(n)},\n)")
    run = run_of(tmp_path, cell("n = 2") + "\n- item\n\n" + textwrap.indent(drawn, "    "))
    assert "1: straight from 1 at 0 to 2 at 1" in run.figures["f"].description
    assert "curves" not in run.names


@pytest.mark.parametrize(
    ("code", "message", "line"),
    [
        ("[\n    network(\n        colour=1)\n]", "TypeError: network() got an unexpected keyword", 5),
        ("", "this gives nothing, needed: a figure", 3),
        ("# nothing", "this gives nothing, needed: a figure", 3),
        ("x = network()", "invalid syntax", 4),
        ("network(\n    values=(\n)", "'(' was never closed", 4),
        ("network()\nnetwork()", "invalid syntax", 4),
        ("network(\n    values=,\n)", "", 5),
        ("nets()", "NameError: name 'nets' is not defined", 4),
        ("network([x])", "NameError: name 'x' is not defined", 4),
        ("network(title='')", "it has no title or no description", 3),
        ("Canvas(1, 1, 'T')", "it has no title or no description", 3),
        ("[network()]", "this gives list, needed: a figure", 3),
        ("[]", "this gives list, needed: a figure", 3),
        ("network(), network()", "this gives tuple, needed: a figure", 3),
        ("network([[1, 2]])", "ValueError: values[0] has the shape (2,), needed: (4,)", 4),
        ("network(colour=1)", "TypeError: network() got an unexpected keyword argument 'colour'", 4),
        ("exit(0)", "SystemExit: 0", 4),
        ("__import__('warnings').warn('old')", "UserWarning: old", 4),
    ],
)
def test_what_is_no_figure_is_said_with_its_place(tmp_path, code, message, line):
    error = stops(tmp_path, "One\n\n" + figure(code), f'figure "f" is not drawn: {message}', line)
    told = error.hint.startswith("write one expression that calls one of agreement, bars, blossoms, ")
    assert told is (re.match("[A-Z]", message) is None or message.startswith("NameError"))


def test_a_figure_that_hangs_meets_the_limit(tmp_path):
    text = "---\ntime_limit: 0.5\n---\n" + figure("[i for i in iter(int, 1)]")
    stops(tmp_path, text, "TimeLimitError: it ran longer than 0.5 s", 5)


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("```figure\nnetwork()\n```\n", "this figure has no id of the form a-z, 0-9, -", 1),
        ('```figure id="The net"\nnetwork()\n```\n', "this figure has no id of the form a-z, 0-9, -", 1),
        ('```figure id="f" title="T"\nnetwork()\n```\n', 'unknown option title="T"', 1),
        ('```figure exec="1" id="f"\nnetwork()\n```\n', 'unknown option exec="1"', 1),
        (figure() + figure(), 'the id "f" stands twice', 4),
        (figure() + cell("1", id="f"), 'the id "f" stands twice', 4),
        (cell("1", id="f") + figure(), 'the id "f" stands twice', 4),
    ],
)
def test_a_header_of_a_figure_that_is_not_well(tmp_path, text, message, line):
    stops(tmp_path, text, message, line)


def test_a_page_shows_its_figures_each_with_its_own_ids(root):
    html = convert(root, figure() + "\ntext\n\n- item\n\n    " + figure(id="g").strip().replace("\n", "\n    ") + "\n")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert ids == [f"figure-{id}{part}" for id in "fg" for part in ("", "-title", "-description")]
    assert "<figcaption>C.</figcaption>" in html and html.count("<svg ") == 2


def test_a_figure_that_would_be_shown_as_text_is_an_error(root):
    with pytest.raises(Exception, match=r"docs/page\.md:2:1: this fence is glued to a paragraph"):
        convert(root, "    pass\n" + figure())


def test_a_figure_is_a_place_that_links_can_name(tmp_path):
    assert links.anchors(project(tmp_path, cell("1") + figure()), tmp_path) == {"cell-a", "figure-f"}


def test_a_transcript_has_a_figure_in_words(tmp_path):
    run = run_of(tmp_path, cell("x = 1") + figure() + "\n" + figure("network()", "g"))
    words = run.figures["f"].description
    said = [block for _, block in transcript.blocks(run)]
    assert said[1:] == [f"[figure f]\n    T\n    {words}\n    C.", f"[figure g]\n    The net\n    {words}"]


def test_a_run_that_has_not_come_to_a_figure_does_not_tell_it(tmp_path):
    run = Run(page_of(tmp_path, cell("x = 1") + figure()))
    run.to(run.page.cells[0])
    assert [block.split("\n")[0] for _, block in transcript.blocks(run)] == ["[a]"]


# Several drawings in the place of one.

RATES = '```figure id="f" frames="rate, n in rates" legend="Learning rate"\n{}\n```\n'
CURVE = 'curves({"f": ([0, n], [0, rate])}, title="T", caption="C.")'


def framed(header, code=CURVE):
    return f'```figure id="f" {header}\n{code}\n```\n'


def test_frames_are_numbered_and_their_group_is_named_after_the_figure(root):
    html = convert(root, cell("rates = [(-0.5, 2), (1000, 3)]") + "\n" + RATES.format(CURVE))
    radios = re.findall(r'<input type="radio" name="figure-f" value="(\d)"( checked)?> ([^<]+)</label>', html)
    assert radios == [("1", " checked", "−0.5"), ("2", "", "1,000")]
    assert re.findall(r'data-frame="(\d)"><p class="frame-name">([^<]+)<', html) == [
        ("1", "Learning rate −0.5"),
        ("2", "Learning rate 1,000"),
    ]
    assert "<fieldset><legend>Learning rate</legend>" in html and html.count("<svg ") == 2
    assert html.count("C.</figcaption>") == 1 and "style=" not in html
    ids = re.findall(r'\bid="(figure[^"]+)"', html)
    assert ids == ["figure-f", *(f"figure-f-{n}-{part}" for n in (1, 2) for part in ("title", "description"))]


def test_panels_have_names_and_captions_of_their_own(tmp_path):
    code = 'curves({"f": ([0, 1], [0, 1])}, width=size, title=f"T {size}", caption=f"C {name}.")'
    header = "panels=\"name, size in [('a', 165), ('b', 240), ('c', 340)]\""
    drawn = run_of(tmp_path, cell("x = 1") + framed(header, code)).figures["f"]
    html = drawn.svg("f")
    assert re.findall(r'class="frame (\w+)"', html) == ["small", "middle", "full"]
    assert re.findall("<p>([^<]+)</p></div>", html) == ["C a.", "C b.", "C c."]
    assert "fieldset" not in html and "figcaption" not in html and drawn.caption == ""
    assert drawn.title == "T 165; T 240; T 340" and "T 165</title>" in html
    assert drawn.description.startswith("a: f: straight from 0 at 0 to 1 at 1. C a. b: f: straight")


def test_frames_that_share_their_words_say_them_once(tmp_path):
    run = run_of(tmp_path, cell("rates = [(1, 2), (2, 3)]") + RATES.format(CURVE))
    assert (run.figures["f"].title, run.figures["f"].caption) == ("T", "C.")
    titles = re.findall("<title[^>]*>([^<]+)<", run.figures["f"].svg("f"))
    assert titles == ["T: Learning rate 1", "T: Learning rate 2"]  # a screen reader tells one from the other
    told = transcript._said(run.figures["f"]).split("\n")
    assert (
        told[0] == "T" and told[2] == "C." and told[1].startswith("Learning rate 1: f: straight from 0 at 0 to 1 at 2.")
    )


@pytest.mark.parametrize(
    ("header", "message", "line"),
    [
        ('frames="n in [1]"', 'figure "f": frames have a legend, panels have none', 1),
        ('legend="L"', 'figure "f": frames have a legend, panels have none', 1),
        ('panels="n in [1, 2]" legend="L"', 'figure "f": frames have a legend, panels have none', 1),
        ('panels="n in [1]" frames="n in [1]" legend="L"', 'figure "f": frames have a legend, panels have none', 1),
        ('panels="[1, 2]"', 'panels="[1, 2]" is not read', 1),
        ('panels="n in"', 'panels="n in" is not read', 1),
        ('panels="n in )"', 'panels="n in )" is not read', 1),
        ('panels="n in [1] for m in [1, 2]"', 'panels="n in [1] for m in [1, 2]" is not read', 1),
        ('panels="n in nowhere"', "figure \"f\" is not drawn: NameError: name 'nowhere' is not defined", 1),
        ('panels="n in [1]"', 'figure "f" has 1 drawings, needed: 2 to 14', 1),
        ('panels="n in range(15)"', 'figure "f" has 15 drawings, needed: 2 to 14', 1),
        ('panels="n in [1, 2]"', "figure \"f\" is not drawn: NameError: name 'rate' is not defined", 2),
    ],
)
def test_frames_that_are_not_well(tmp_path, header, message, line):
    code = CURVE.replace("rate", "n") if line == 1 else CURVE
    stops(tmp_path, framed(header, code) + cell("1"), message, line)


def test_a_frame_that_is_no_figure_is_said(tmp_path):
    stops(tmp_path, framed('panels="n in [1, 2]"', "n"), "this gives int, needed: a figure", 1)


# The figures of the pages.

FIGURES = [
    pytest.param(path, id, id=f"{path.stem}-{id}")
    for path in sources.pages(ROOT)
    for id in re.findall(r'^ *`{3,}figure id="([\w-]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
]
COMPUTED = {"values", "weights", "back", "left", "right", "chain", "branches"}


@cache
def drawn_on(path):
    """Each figure of a page, frame by frame: its SVG, the call that drew it, its arguments, evaluated by themselves."""
    leave_long(path)
    (run, states), found = walk(path), {}
    for fence in run.page.figures:
        call = ast.parse(fence.source.strip(), mode="eval").body
        drawn, names = run.figures[fence.id], {"tinynet": tinynet} | states[fence.line] | drawing.NAMES
        svgs = (
            [one.drawing("f") for _, one in drawn.drawn]
            if isinstance(drawn, Frames)
            else [drawn.svg(f"figure-{fence.id}")]
        )
        found[fence.id] = []
        for svg, more in zip(svgs, _frames(fence, names), strict=True):
            value = partial(_value, names=names | more)
            named = {one.arg: value(one.value) for one in call.keywords}
            bound = inspect.signature(getattr(figures, call.func.id)).bind(*map(value, call.args), **named)
            found[fence.id].append((svg, call, copy.deepcopy(bound.arguments)))
    return found


def _frames(fence, names):
    """The names that each frame of a figure adds."""
    clause = fence.options.get("frames", fence.options.get("panels"))
    if not clause:
        return [{}]
    bound = clause.partition(" in ")[0].split(",")
    pairs = ", ".join(f"{name.strip()!r}: {name.strip()}" for name in bound)
    return eval(f"[{{{pairs}}} for {clause}]", dict(names))


def _value(expression, names):
    return eval(compile(ast.Expression(expression), "figure", "eval"), dict(names))


@pytest.mark.parametrize(("path", "id"), FIGURES)
def test_a_figure_of_a_page_shows_the_numbers_of_its_state(path, id):
    for svg, call, arguments in drawn_on(path)[id]:
        svg_reader.check(svg, call.func.id, arguments)


@pytest.mark.parametrize(("path", "id"), FIGURES)
def test_no_number_of_a_figure_is_typed(path, id):
    _, call, _ = drawn_on(path)[id][0]
    parameters = inspect.signature(getattr(figures, call.func.id)).parameters
    given = [*zip(parameters, call.args, strict=False), *((one.arg, one.value) for one in call.keywords)]
    for name, expression in given:
        named = {node for one in ast.walk(expression) if isinstance(one, ast.JoinedStr) for node in ast.walk(one)}
        constants = [one.value for one in ast.walk(expression) if isinstance(one, ast.Constant) and one not in named]
        assert name not in COMPUTED or not [value for value in constants if isinstance(value, float)]


@pytest.mark.parametrize(("path", "id"), FIGURES)
def test_a_figure_of_a_page_has_a_title_of_its_own_and_words(path, id):
    for *_, arguments in drawn_on(path)[id]:
        assert arguments.get("title") and arguments.get("caption"), "a figure on a page has a title and a caption"


def test_a_page_with_a_figure_of_other_numbers_does_not_pass(tmp_path):
    text = cell("x = [1, 2, 3, 4]") + figure("network([x])")
    run = run_of(tmp_path, text)
    html = run.figures["f"].svg("f")
    svg_reader.check(html, "network", {"values": [run.names["x"]]})
    with pytest.raises(AssertionError, match=r"4\.0 is not 5"):
        svg_reader.check(html, "network", {"values": [[1, 2, 3, 5]]})


def test_a_figure_may_be_drawn_from_the_end_of_the_page(tmp_path):
    late = '```figure id="f" at="end"\nnetwork([x])\n```\n'
    run = run_of(tmp_path, late + "\n" + cell("x = [1, 2, 3, 4]") + "\n" + cell("x = [5, 6, 7, 8]", id="b"))
    assert "sepal length 5.0" in run.figures["f"].description
    assert transcript.blocks(run)[0][1].startswith("[figure f]")
    with pytest.raises(PageError, match="name 'y' is not defined"):
        run_of(tmp_path, late.replace("[x]", "[y]"))
    with pytest.raises(PageError, match='unknown option at="once"'):
        run_of(tmp_path, late.replace("end", "once"))
