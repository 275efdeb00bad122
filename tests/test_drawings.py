"""Fences that draw: each in its page's state, at its place; and the figures of the pages hold that state's numbers."""

import ast
import copy
import inspect
import re
import textwrap
from functools import cache, partial

import pytest
import reread
from conftest import ROOT
from project import cell, page_of, project, run_of
from test_executor import stops
from test_extension import convert, root  # noqa: F401

from literate import drawings, exports, figures, links, sources, transcript
from literate.errors import PageError
from literate.executor import Run
from literate.reader import read

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
    told = error.hint.startswith("write one expression that calls one of contours, curves, flowers, ")
    assert told is (re.match("[A-Z]", message) is None or message.startswith("NameError"))


def test_a_figure_that_hangs_meets_the_limit(tmp_path):
    text = "---\ntime_limit: 0.2\n---\n" + figure("[i for i in iter(int, 1)]")
    stops(tmp_path, text, "TimeLimitError: it ran longer than 0.2 s", 5)


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


def test_a_page_shows_its_figures_each_with_its_own_ids(root):  # noqa: F811
    html = convert(root, figure() + "\ntext\n\n- item\n\n    " + figure(id="g").strip().replace("\n", "\n    ") + "\n")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert ids == [f"figure-{id}{part}" for id in "fg" for part in ("", "-title", "-description")]
    assert "<figcaption>C.</figcaption>" in html and html.count("<svg ") == 2


def test_a_figure_that_would_be_shown_as_text_is_an_error(root):  # noqa: F811
    with pytest.raises(Exception, match=r"docs/page\.md:2:1: this fence is glued to a paragraph"):
        convert(root, "    pass\n" + figure())


def test_a_figure_is_a_place_that_links_can_name(tmp_path):
    assert links.anchors(project(tmp_path, cell("1") + figure())) == {"cell-a", "figure-f"}


def test_notebooks_and_transcripts_have_a_figure_in_words(tmp_path):
    run = run_of(
        tmp_path, cell("x = 1") + figure() + "\n- item\n\n    " + figure("network()", "g").replace("\n", "\n    ")
    )
    words = run.figures["f"].description
    notebook = exports.notebook(run)
    assert f"*Figure: C. {words}*" in notebook and f"    *Figure: The net. {words}*" in notebook
    said = [block for _, block in transcript.blocks(run)]
    assert said[1:] == [f"[figure f]\n    T\n    {words}\n    C.", f"[figure g]\n    The net\n    {words}"]


def test_a_figure_in_words_takes_the_place_of_its_fence_and_of_nothing_else(tmp_path):
    run = run_of(tmp_path, "---\ntitle: T\n---\nabove\n\n" + figure("network(\n)") + "below\n\nend\n")
    words = f"*Figure: The net. {run.figures['f'].description}*"
    lines = run.page.lines[run.page.first :]
    assert drawings.in_words(run.page, lines, run.figures) == ["above", "", words, "", "", "", "below", "", "end", ""]
    assert lines[2].startswith("```figure")


def test_a_run_that_has_not_come_to_a_figure_does_not_tell_it(tmp_path):
    run = Run(page_of(tmp_path, cell("x = 1") + figure()))
    run.to(run.page.cells[0])
    assert [block.split("\n")[0] for _, block in transcript.blocks(run)] == ["[a]"]


# The figures of the pages.

FIGURES = [
    pytest.param(path, id, id=f"{path.stem}-{id}")
    for path in sources.pages(ROOT)
    for id in re.findall(r'^ *`{3,}figure id="([\w-]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
]
COMPUTED = {"values", "weights", "back", "left", "right", "chain", "branches"}


@cache
def drawn_on(path):
    """Each figure of a page: its SVG, the call that drew it, and its arguments, evaluated by themselves."""
    run, found = Run(read(path, ROOT)), {}
    for fence in sorted(run.page.figures, key=lambda fence: fence.is_late):
        run.all() if fence.is_late else run.until(fence.line)
        call = ast.parse(fence.source.strip(), mode="eval").body
        value = partial(_value, names=run.names | drawings.NAMES)
        named = {one.arg: value(one.value) for one in call.keywords}
        bound = inspect.signature(getattr(figures, call.func.id)).bind(*map(value, call.args), **named)
        found[fence.id] = run.figures[fence.id].svg(f"figure-{fence.id}"), call, copy.deepcopy(bound.arguments)
    return found


def _value(expression, names):
    return eval(compile(ast.Expression(expression), "figure", "eval"), dict(names))


@pytest.mark.parametrize(("path", "id"), FIGURES)
def test_a_figure_of_a_page_shows_the_numbers_of_its_state(path, id):
    svg, call, arguments = drawn_on(path)[id]
    reread.check(svg, call.func.id, arguments)


@pytest.mark.parametrize(("path", "id"), FIGURES)
def test_no_number_of_a_figure_is_typed(path, id):
    _, call, _ = drawn_on(path)[id]
    parameters = inspect.signature(getattr(figures, call.func.id)).parameters
    given = [*zip(parameters, call.args, strict=False), *((one.arg, one.value) for one in call.keywords)]
    for name, expression in given:
        named = {node for one in ast.walk(expression) if isinstance(one, ast.JoinedStr) for node in ast.walk(one)}
        constants = [one.value for one in ast.walk(expression) if isinstance(one, ast.Constant) and one not in named]
        assert name not in COMPUTED or not [value for value in constants if isinstance(value, float)]


@pytest.mark.parametrize(("path", "id"), FIGURES)
def test_a_figure_of_a_page_has_a_title_of_its_own_and_words(path, id):
    *_, arguments = drawn_on(path)[id]
    assert arguments.get("title") and arguments.get("caption"), "a figure on a page has a title and a caption"


def test_a_page_with_a_figure_of_other_numbers_does_not_pass(tmp_path):
    text = cell("x = [1, 2, 3, 4]") + figure("network([x])")
    run = run_of(tmp_path, text)
    html = run.figures["f"].svg("f")
    reread.check(html, "network", {"values": [run.names["x"]]})
    with pytest.raises(AssertionError, match=r"4\.0 is not 5"):
        reread.check(html, "network", {"values": [[1, 2, 3, 5]]})


def test_a_figure_may_be_drawn_from_the_end_of_the_page(tmp_path):
    late = '```figure id="f" at="end"\nnetwork([x])\n```\n'
    run = run_of(tmp_path, late + "\n" + cell("x = [1, 2, 3, 4]") + "\n" + cell("x = [5, 6, 7, 8]", id="b"))
    assert "sepal length 5.0" in run.figures["f"].description
    assert transcript.blocks(run)[0][1].startswith("[figure f]")
    with pytest.raises(PageError, match="name 'y' is not defined"):
        run_of(tmp_path, late.replace("[x]", "[y]"))
    with pytest.raises(PageError, match='unknown option at="once"'):
        run_of(tmp_path, late.replace("end", "once"))
