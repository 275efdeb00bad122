"""Folds that ask before they show."""

import pytest
from project import first, page_of, run_of

from literate.errors import PageError
from literate.kit import predict


def fold(kind, truth, title=' "What?"'):
    return f'??? predict {kind}{title}\n\n    It is <b class="truth">{truth}</b>, not {{{{ 7 }}}}.\n'


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
