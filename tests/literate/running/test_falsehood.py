"""What a claim says that does not hold: both sides of what is false, with their values."""

import json
from pathlib import Path

import numpy as np
import pytest

from literate.running.falsehood import fault, taught

NAMES = {
    "np": np,
    "before": 0.1383,
    "after": 0.138,
    "values": [1, 2, 4, 3],
    "a": np.array([[1.0, 2.0], [3.0, 4.0]]),
    "b": np.array([1.0, 5.0]),
    "once": iter([False]),
    "long": "x" * 100,
    "just": "x" * 58,
}


def told(claim: str) -> str:
    return fault(claim, eval(claim, NAMES), NAMES)


@pytest.mark.parametrize(
    ("claim", "what"),
    [
        ("before < after", "0.1383 < 0.138 is False"),
        ("after >= before", "0.138 >= 0.1383 is False"),
        ("1 < 2 < 2 < 1 / 0", "2 < 2 is False"),
        ("before > after and len(values) == 5", "4 == 5 is False"),
        ("before < after or values == []", "0.1383 < 0.138 is False, [1, 2, 4, 3] == [] is False"),
        ("not values", "not values is False"),
        ("all(x < y for x, y in zip(values, values[1:]))", "4 < 3 is False at x = 4, y = 3"),
        ("all(x + y < 6 for x in (1, 2) for y in values)", "6 < 6 is False at x = 2, y = 4"),
        ("all(x < 3 for x in values if x != 4)", "3 < 3 is False at x = 3"),
        ("all(x < y and x < 2 for x, y in [(1, 2), (2, 3)])", "2 < 2 is False at x = 2, y = 3"),
        ("(a < 3).all()", "3.0 < 3 is False at [1, 0]"),
        ("(a >= b).all()", "2 >= 5 is False at [0, 1]"),
        ("(a != b).any()", ""),
        ("(a == b + 9).any()", "(a == b + 9).any() is False"),
        ("np.allclose(a, b)", "np.allclose(a, b) is False"),
        ("2 in (1, 3)", "2 in (1, 3) is False"),
        ("values is None", "[1, 2, 4, 3] is None is False"),
        ("0.1 + 0.2 == 0.3", "0.30000000000000004 == 0.3 is False"),
        ("just == 'y'", "'" + "x" * 58 + "' == 'y' is False"),
        ("just + 'z' == 'y'", "'" + "x" * 58 + "… == 'y' is False"),
        ("long == 'y'", "'" + "x" * 58 + "… == 'y' is False"),
    ],
)
def test_both_sides_are_told(claim: str, what: str) -> None:
    assert told(claim) == (f"this claim does not hold: {what}" if what else "")


@pytest.mark.parametrize("claim", ["1", "None", "[True]", "a < b", "np.array([True])"])
def test_what_is_neither_true_nor_false_is_no_claim(claim: str) -> None:
    assert told(claim).startswith("this claim gives ") and told(claim).endswith("needed: True or False")


def test_a_claim_that_can_be_asked_only_once_is_told_as_it_is_written() -> None:
    assert fault("next(once) and 1 < 2", False, NAMES) == "this claim does not hold: next(once) is False"
    assert fault("next(once) == 1", False, NAMES) == "this claim does not hold: next(once) == 1 is False"


def test_what_holds_is_not_told() -> None:
    assert [told(claim) for claim in ("True", "before > after", "np.bool_(1)", "(a > 0).all()")] == [""] * 4


def test_the_taught_package_is_known_by_its_name_where_it_is_asked_for(tmp_path: Path) -> None:
    asked, other = (compile(code, "c", "eval") for code in ("all(json.loads('1') for _ in 'a')", "1 < 2"))
    assert taught(tmp_path, asked) == taught(tmp_path, other) == {}, "there is no package"
    (tmp_path / "pyproject.toml").write_text('[tool.literate]\npackage = "json"\n')
    assert taught(tmp_path, asked) == {"json": json} and taught(tmp_path, other) == {}
