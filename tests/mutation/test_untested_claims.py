"""What makes a claim false, as `untested_claims.py` finds it, and the reasons that are given where nothing does."""

from pathlib import Path

import pytest
from conftest import ROOT
from project import TAUGHT, cell, project
from reruns import in_a_copy
from untested_claims import copied, known, taught, untested

from literate.reading.expressions import find_numbers
from literate.reading.reader import parse
from literate.settings import docs_of

PAGE = (
    "# T\n\n"
    + cell(
        """
        import numpy as np
        from tinynet import double
        learning_rate, start = 0.1, 4.0
        drawn = np.random.RandomState(1).normal(size=3)
        again = np.random.default_rng(1).normal()
        np.random.seed(1)
        old = np.random.normal()
        def step(w, rate=0.1):
            return w - 0.1 * w
        assert double(1) == 2
        """
    )
    + "\nIt is double {{ holds: double(3) == 6 }}. It comes near {{ holds: abs(start - learning_rate * 8) < 4 }}.\n"
    "It is less {{ holds: 0 < step(start) < 4 }}. By name {{ holds: dict(rate=0.1)['rate'] < 1 }}. "
    "It is small {{ holds: max(drawn) < 1.7 }}. So is it {{ holds: abs(again) < 0.5 }}, and {{ holds: end.old > 1 }}. "
    "It is a sum {{ holds: 1 + 1 == 2 }}. Nothing {{ holds: double is not None }}.\n"
)


def test_what_makes_each_claim_false_is_found(tmp_path: Path) -> None:
    (tmp_path / "it").mkdir()
    (tmp_path / "copy").mkdir()
    project(tmp_path / "it", PAGE)
    root = tmp_path / "it"
    (root / "docs/assets").mkdir()
    (root / "docs/assets/benchmark.json").write_text("{}")
    slips = [*taught(root)]
    assert {one.line for one in slips} == {9, 19, 21, 23} and "return 2 * a" in TAUGHT
    found = untested(root, copied(root, tmp_path / "copy"), "page.md", slips, set())
    kinds = [what.split(" ")[0].rstrip("0123456789").split(":")[0] for what in found.values()]
    assert kinds == ["tinynet/__init__.py", "ten", "ten", "ten", "seed", "seed", "seed", "", ""]
    assert (tmp_path / "copy/tinynet/__init__.py").read_text() == TAUGHT, "each slip is taken back"


def test_what_takes_too_long_or_breaks_is_given_up() -> None:
    assert in_a_copy(lambda: ["x" * 200_000], 10) == ["x" * 200_000]
    assert in_a_copy(lambda: sum(iter(int, 1)), 0.2) is None
    assert in_a_copy(lambda: 1 / 0, 10) is None


@pytest.mark.parametrize(("page", "claim"), known())
def test_a_reason_is_of_a_claim_that_stands(page: str, claim: str) -> None:
    read = parse(docs_of(ROOT) / page, ROOT)
    assert claim in {number.claim for number in find_numbers(read)} and known()[page, claim]
