"""The map of the series at the head of each part."""

import re

from conftest import ROOT
from project import page_of, project

from literate.series_map import GROUPS, added


def test_each_part_is_in_one_group():
    parts = [int(path.name[:2]) for path in sorted((ROOT / "docs/series").glob("[0-9][0-9]-*.md"))]
    assert [number for numbers in GROUPS.values() for number in numbers] == parts


def test_the_map_stands_below_the_credit_and_lights_its_part(tmp_path):
    project(tmp_path, '---\ntitle: "1. A <b>"\n---\n# A\n', name="docs/series/01-a.md")
    project(tmp_path, "# F\n", name="docs/series/06-f.md")
    page = page_of(tmp_path, "# B\n\n*Part 2,\nours.*\n\ntext\n", name="docs/series/02-b.md")
    lines = added(page, page.lines)
    assert lines[:4] + lines[7:] == page.lines and lines[4:7:2] == ["", ""]
    assert re.findall(r"<span>(.*?)</span>", lines[5]) == ["How does it decide?", "How are the weights found?"]
    assert re.findall("<a (.*?)</a>", lines[5]) == [
        'href="../01-a/" title="1. A &lt;b&gt;">1',
        'href="../02-b/" title="2. 02-b" aria-current="page">2',
        'href="../06-f/" title="6. 06-f">6',
    ]


def test_lines_that_hold_several_count_as_one(tmp_path):
    page = page_of(tmp_path, "# B\n", name="docs/series/02-b.md")
    assert added(page, ["# B", "", "credit", "", "one\n\ntwo"])[3:][2:] == ["", "", "one\n\ntwo"]


def test_a_page_that_ends_early_and_pages_without_a_map(tmp_path):
    page = page_of(tmp_path, "# B\n", name="docs/series/02-b.md")
    assert len(added(page, ["# B"])) == 4 and len(added(page, ["# B", "", "credit"])) == 6
    assert added(page, ["# B", "credit", "", "text"])[:2] == ["# B", "credit"]
    assert added(page, ["# B", "credit", "", "text"])[5:] == ["", "text"]
    assert added(page, ["text"]) == ["text"]
    assert added(page_of(tmp_path, "# B\n"), ["# B"]) == ["# B"]
