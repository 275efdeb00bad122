"""Folds that ask before they show."""

import pytest
from conftest import ROOT
from project import cell, first, page_of, run_of

from literate.errors import PageError
from literate.integrations.renderer import rendered
from literate.kit import predict
from literate.reading import read, sources


def fold(kind, truth, title=' "What?"'):
    return f'??? predict {kind}{title}\n\n    It is <b class="truth">{truth}</b>, not {{{{ 7 }}}}.\n'


EVIDENCE = cell("print(5)", more=' result="text" sealed="1"')
FIGURE = '```figure id="b" sealed="1"\ncurves({"a": ([0, 1], [1, 2])}, ("x", "y"), title="T")\n```\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (fold("", "{{ 1 }}"), "does not say what kind of answer"),
        (fold("color", "{{ 1 }}"), "does not say what kind of answer"),
        (fold("number", "{{ 1 }}", ""), "does not say what kind of answer"),
        (fold("number", "1"), "has not one computed truth"),
        (fold("number", "{{ 1 }} or so"), "has not one computed truth"),
        ('??? predict number "What?"\n\n    {{ 1 }}\n', "has not one computed truth"),
        (fold("number", '{{ 1 }}</b> or <b class="truth">{{ 1 }}'), "has not one computed truth"),
    ],
)
def test_a_question_without_kind_or_truth(tmp_path, text, message):
    with pytest.raises(PageError, match=message) as caught:
        first(predict.mistakes(page_of(tmp_path, text)))
    assert caught.value.line == 1


WELL = [("number", "-1.5"), ("number", "84%"), ("number", "1,024"), ("number", "1e-9"), ("shape", "(3, 2)")]
WELL += [("shape", "(3,)"), ("direction", "unchanged"), ("words", "column 1")]


@pytest.mark.parametrize(("kind", "truth"), WELL)
def test_a_truth_of_the_kind_that_is_asked_for(tmp_path, kind, truth):
    run = run_of(tmp_path, fold(kind, f'{{{{ "{truth}" }}}}'))
    first(predict.mistakes(run.page))
    assert not [*predict.wrong_truths(run)]


@pytest.mark.parametrize(("kind", "truth"), [("number", "many"), ("shape", "3"), ("direction", "left")])
def test_a_truth_of_another_kind(tmp_path, kind, truth):
    with pytest.raises(PageError, match=f"this gives '{truth}', needed: a {kind}") as caught:
        raise next(predict.wrong_truths(run_of(tmp_path, fold(kind, f'{{{{ "{truth}" }}}}'))))
    assert (caught.value.line, caught.value.column) == (3, 28)


@pytest.mark.parametrize(
    "more",
    [
        "\n    And more.\n",
        "\n    | a |\n    |---|\n    | 1 |\n",
        "\n    ```text\n    a\n    ```\n",
        "\n    ![a](b.png)\n",
    ],
)
def test_a_question_that_holds_more_than_a_line_of_answer(tmp_path, more):
    page = page_of(tmp_path, fold("number", "{{ 1 }}") + more)
    with pytest.raises(PageError, match="this question holds more than its answer") as caught:
        first(predict.mistakes(page))
    assert caught.value.line == 1 and 'sealed="1"' in caught.value.hint


def test_what_is_sealed_stands_on_the_page_and_says_so(tmp_path):
    page = page_of(tmp_path, fold("number", "{{ 1 }}") + "\n" + EVIDENCE + "\n" + FIGURE)
    first(predict.mistakes(page))
    html = rendered(page, run_of(tmp_path, "\n".join(page.lines)))
    assert '<div class="cell" id="cell-a" data-sealed="">' in html and "sealed=" not in html.replace("data-sealed=", "")
    assert '<figure data-sealed="" class="figure" id="figure-b">' in html and html.count("data-sealed") == 2


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (EVIDENCE, 1, "no question opens it"),
        (FIGURE, 1, "no question opens it"),
        (fold("number", "{{ 1 }}") + "\n## B\n\n" + EVIDENCE, 7, "no question opens it"),
        (EVIDENCE + "\n" + fold("number", "{{ 1 }}"), 1, "no question opens it"),
        (fold("number", "{{ 1 }}") + "\n" + EVIDENCE.replace(' result="text"', ""), 5, "shows no output"),
    ],
)
def test_a_seal_that_nothing_opens_or_that_hides_nothing(tmp_path, text, line, message):
    with pytest.raises(PageError, match=message) as caught:
        first(predict.mistakes(page_of(tmp_path, text)))
    assert caught.value.line == line


def test_the_two_errors_of_part_13_are_never_sealed():
    page = read(ROOT / "docs/series/13-implementing-backpropagation-with-numpy.md", ROOT)
    sealed = {fence.options["id"] for fence in page.fences if "sealed" in fence.options}
    assert {"mse-before", "mse-after"} <= {cell.id for cell in page.cells} and not sealed & {"mse-before", "mse-after"}
    table = page.body.index('<div class="mse"')
    assert "data-sealed" not in page.body[table : page.body.index("</div>", table)]
    assert not any(fold.line <= page.first + page.body[:table].count("\n") + 1 <= fold.last for fold in page.folds)


def test_every_part_asks_and_seals_what_would_answer():
    """Where the evidence is a table it stands in a box that is sealed; two parts say nothing below that answers."""
    asking = [path for path in sources.part_pages(ROOT) if any(predict.folds(read(path, ROOT), predict.KIND))]
    sealing = [path.stem[:2] for path in asking if "sealed=" in path.read_text(encoding="utf-8")]
    assert asking == sources.part_pages(ROOT) and {path.stem[:2] for path in asking} - {*sealing} == {"10"}
