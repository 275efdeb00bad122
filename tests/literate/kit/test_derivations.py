"""The line below a derivation: read from the tests' own file, which is not run."""

import pytest
from project import page_of, run_of

from literate.errors import MistakesError
from literate.kit import derivations
from literate.kit.markers import expanded

EQUATIONS = '''\
"""Doc."""
raise SystemExit("read, not run")

FLOWERS = (1, 2, 3)
HIDDEN = (1, 2)
SEEDS = (0,)
POINTS = (0.0, 1.0)
OTHER = [1]


@equation("slope", bound=1e-9, absolute=True)
@other
@other.kind()
@noted()
def _(points):
    return 1, 1


@equation("net", bound=2e-12)
def _(net):
    return 1, 1
'''


@pytest.fixture
def root(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/equations.py").write_text(EQUATIONS, encoding="utf-8")
    return tmp_path


def made(root, name):
    run = run_of(root, f"a\n\n[[checked: {name}]]\n")
    return "\n".join(expanded(run, run.page.lines))


def test_it_says_test_bound_and_how_often(root):
    assert made(root, "net") == (
        'a\n\n\n[Checked](how-we-know.md#derivations "tests/test_equations.py::test_equation[net]: '
        'to 2e-12 of the largest entry") on 6 nets: both sides agree.\n{: .checked }\n\n'
    )
    assert ': to 1e-9") at 2 points: both sides agree.\n' in made(root, "slope")


def test_what_is_missing_counts_as_nothing(root):
    (root / "tests/equations.py").write_text(EQUATIONS.replace("SEEDS = (0,)\n", ""), encoding="utf-8")
    assert ") on 0 nets:" in made(root, "net") and ") at 2 points:" in made(root, "slope")


def test_a_name_that_no_test_has_is_a_mistake_with_those_that_are_there(root):
    with pytest.raises(MistakesError, match=r"page\.md:3:1: (.|\n)*tests/equations\.py has net, slope"):
        made(root, "none")
    (root / "tests/equations.py").unlink()
    with pytest.raises(MistakesError, match=r"tests/equations\.py has no equation"):
        made(root, "net")


def test_what_a_page_names_and_has(root):
    text = "$$\na = 1\n$$\n\n[[where]]\n[[checked: net]]\n\n$$\na\n$$\n\n$$b = 1$$\n\n```text\n[[checked: x]]\n```\n"
    page = page_of(root, f"{text}\n- a\n\n    [[checked: slope]]\n")
    assert derivations.named_equations(page) == ["net", "slope"]
    assert derivations.set_apart(page) == ["\n\n[[where]]\n[[checked: net]]", ""]
