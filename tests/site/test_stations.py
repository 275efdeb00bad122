"""What each part has: its stations, held as a list, so that none goes missing; what would teach nothing is left out."""

import re

import pytest
from conftest import ROOT

from literate.reading import sources
from literate.reading.reader import read

STATIONS = {
    "earlier": r"^\?\?\? earlier ",
    "goals": r"^## You can now",
    "able": r"^\*\*What you will be able to do\*\*",
    "recall": r"^ *\?\?\? recall ",
    "credit": r"^## Where this comes from",
    "predict": r"^ *\?\?\? predict ",
    "figure": r"^ *```figure ",
    "checked": r"^ *\[\[checked: ",
    "where": r"^ *\[\[where\]\]",
    "faded": r'^ *```python title="[^"]+" fade="',
    "judged": r"^ *check\(\"",
    "hint": r"^ *\?\?\? hint ",
    "solution": r'^ *\?\?\? success "',
    "slips": r"^## Where readers slip",
    "ledger": r"^\[\[ledger: ",
    "next": r"^## (?:Next|What comes next)",
    "comes up": r"^\*\*Where this comes up\.\*\*",
    "back": r"^## Back to the series",
}
EVERYWHERE = {"goals", "credit", "slips", "solution", "next"}
# Beyond those that every part has. Part 1 has nothing before it; parts 1 and 2 have no code to write; derivations begin
# with part 6; parts 9 to 12 fade from worked over gaps and lines to order to blank; the ledger grows from part 9 on.
LATER = {"earlier", "recall", "predict", "figure"}
CODE = LATER | {"judged", "hint"}
DERIVED = CODE | {"checked", "where"}
PARTS = {
    "01": {"predict", "figure"},
    "02": LATER,
    "03": CODE | {"faded"},
    "04": CODE | {"faded"},
    "05": CODE,
    "06": DERIVED | {"faded"},
    "07": DERIVED | {"faded"},
    "08": DERIVED,
    "09": DERIVED | {"ledger"},
    "10": DERIVED | {"faded"},
    "11": DERIVED | {"faded", "ledger"},
    "12": DERIVED | {"faded", "ledger"},
    "13": DERIVED | {"faded", "ledger"},
    "14": CODE,
}
BEYOND_PATHS = [path for path in sources.teaching(ROOT) if path not in sources.parts(ROOT)]
# Pages beyond the series begin with the question that leads there, and go back at the end.
ALWAYS = {"comes up", "able", "predict", "figure", "slips", "solution", "back"}
BESIDE = {
    "batches": ALWAYS | {"recall", "where", "checked", "hint"},
    "biases": ALWAYS | {"recall", "where", "checked", "hint"},
    "not-learning": ALWAYS | {"hint"},
    "float32": ALWAYS | {"recall", "hint"},
    "products": ALWAYS | {"recall", "where", "checked", "hint", "judged"},
    "softmax": ALWAYS | {"recall", "where", "checked", "hint"},
    "xor": ALWAYS | {"hint"},
    "zeros": ALWAYS | {"recall", "where", "checked", "hint"},
}
PAGES = sorted((ROOT / "docs/series").glob("*.md"))


def stations(path):
    page = read(path, ROOT)
    return {name: len(re.findall(form, page.body, re.MULTILINE)) for name, form in STATIONS.items()}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_part_has_its_stations_and_the_list_says_which(path):
    found = {name for name, count in stations(path).items() if count}
    assert found == EVERYWHERE | PARTS[path.stem[:2]]


@pytest.mark.parametrize("path", BEYOND_PATHS, ids=lambda path: path.stem)
def test_each_page_beyond_the_series_has_its_stations_too(path):
    found = stations(path)
    assert {name for name, count in found.items() if count} == BESIDE[path.stem]
    assert found["solution"] >= 2


@pytest.mark.parametrize("path", BEYOND_PATHS, ids=lambda path: path.stem)
def test_a_part_leads_to_each_page_beyond_the_series_and_the_page_leads_back(path):
    parts = {part.name for part in PAGES if f"](../beyond/{path.name}" in part.read_text(encoding="utf-8")}
    assert parts & set(re.findall(r"\]\(\.\./series/([^)#]+)", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_part_has_three_exercises_and_three_questions_on_earlier_parts(path):
    found, part = stations(path), int(path.stem[:2])
    assert found["solution"] >= 3
    assert found["recall"] == {1: 0, 2: 2}.get(part, 3)


def test_the_four_middle_parts_fade():
    forms = {path.stem[:2]: set(re.findall(r'fade="(\w+)"', path.read_text(encoding="utf-8"))) for path in PAGES}
    assert [forms[part] for part in ("09", "10", "11", "12")] == [set(), {"gaps"}, {"order"}, {"blank"}]


def test_solutions_of_coding_exercises_are_judged():
    """Each part with code shows a solution that the judge takes."""
    for path in PAGES:
        kept = ROOT / "tests/transcripts/series" / f"{path.stem}.txt"
        verdicts = re.findall(r"^    (Right: |Not yet\. )", kept.read_text(encoding="utf-8"), re.MULTILINE)
        assert bool(verdicts) == ("judged" in PARTS[path.stem[:2]])
        assert not verdicts or "Right: " in verdicts, path.stem
