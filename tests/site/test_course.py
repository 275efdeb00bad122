"""What the stations of the pages amount to; which a page has stands in its front matter, and `literate check` looks."""

import re

import pytest
from conftest import ROOT

from literate.reading import sources
from literate.reading.front_matter import with_meta

PAGES = sources.part_pages(ROOT)
BEYOND = [path for path in sources.teaching(ROOT) if path not in PAGES]


@pytest.mark.parametrize("path", BEYOND, ids=lambda path: path.stem)
def test_a_part_leads_to_each_page_beyond_the_series_and_the_page_leads_back(path):
    parts = {part.name for part in PAGES if f"](../beyond/{path.name}" in part.read_text(encoding="utf-8")}
    assert parts & set(re.findall(r"\]\(\.\./series/([^)#]+)", path.read_text(encoding="utf-8")))


def test_the_four_middle_parts_fade():
    forms = {path.stem[:2]: set(re.findall(r'fade="(\w+)"', path.read_text(encoding="utf-8"))) for path in PAGES}
    assert [forms[part] for part in ("09", "10", "11", "12")] == [set(), {"gaps"}, {"order"}, {"blank"}]


def test_solutions_of_coding_exercises_are_judged():
    """Each part with code shows a solution that the judge takes."""
    for path in PAGES:
        kept = ROOT / "tests/transcripts/series" / f"{path.stem}.txt"
        verdicts = re.findall(r"^    (Right: |Not yet\. )", kept.read_text(encoding="utf-8"), re.MULTILINE)
        assert bool(verdicts) == ("judged" in with_meta(path, ROOT).meta["stations"])
        assert not verdicts or "Right: " in verdicts, path.stem
