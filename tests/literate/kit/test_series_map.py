"""The map of the series at the head of each part."""

import re

import pytest
from conftest import ROOT
from project import page_of, project

from literate.kit.series_map import added, groups, mistakes, title_of


def test_each_part_is_in_one_group():
    parts = [int(path.name[:2]) for path in sorted((ROOT / "docs/series").glob("[0-9][0-9]-*.md"))]
    assert [number for numbers in groups(ROOT).values() for number in numbers] == parts


def test_a_new_part_comes_into_the_group_that_is_open_and_one_in_none_is_a_mistake(tmp_path):
    named = 'groups = { "One" = "2", "Two" = "5-" }'
    (tmp_path / "pyproject.toml").write_text(f'[tool.literate]\nparts = "series"\n{named}\n')
    page = page_of(tmp_path, "# B\n", name="docs/series/02-b.md")
    assert groups(tmp_path) == {"One": range(2, 3), "Two": range(5, 3)} and not [*mistakes(page)]
    page_of(tmp_path, "# G\n", name="docs/series/07-g.md")
    assert groups(tmp_path)["Two"] == range(5, 8)
    (found,) = mistakes(page_of(tmp_path, "# C\n", name="docs/series/03-c.md"))
    assert (found.line, found.message) == (1, "no group of the map has part 3")
    assert not [*mistakes(page_of(tmp_path, "# C\n", name="docs/other/03-c.md"))]


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
    page = page_of(tmp_path, "# B\n\ncredit\n\none", name="docs/series/02-b.md")
    assert added(page, ["# B", "", "credit", "", "one\n\ntwo"])[3:][2:] == ["", "", "one\n\ntwo"]


def mapped(tmp_path, text):
    page = page_of(tmp_path, text, name="docs/series/02-b.md")
    return ["MAP" if line.startswith("<nav") else line for line in added(page, page.lines[page.first :])]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("# B", ["# B", "", "MAP", ""]),
        ("# B\n\ncredit", ["# B", "", "credit", "", "MAP", ""]),
        ("# B\ncredit\n\ntext", ["# B", "credit", "", "MAP", "", "", "text"]),
        ("text", ["text"]),
        ("---\na: b\n---\n# B\n\ncredit", ["# B", "", "credit", "", "MAP", ""]),
        (
            "```text\n# A\n```\n\n# B\n\n- one\n\n- two\n\ntext",
            [*["```text", "# A", "```", "", "# B", "", "- one", "", "- two", "", "MAP", "", "", "text"]],
        ),
        (
            "# B\n\n??? note\n\n    one\n\n    ```text\n    a\n\n    ```\n\ntext",
            [
                *[
                    "# B",
                    "",
                    "??? note",
                    "",
                    "    one",
                    "",
                    "    ```text",
                    "    a",
                    "",
                    "    ```",
                    "",
                    "MAP",
                    "",
                    "",
                    "text",
                ]
            ],
        ),
        ("B\n===\n\n```text\na\n\nb\n```\n", [*["B", "===", "", "```text", "a", "", "b", "```", "", "MAP", "", ""]]),
        ("# B\n\n<!-- a\n\nb -->\n\ntext", [*["# B", "", "<!-- a", "", "b -->", "", "MAP", "", "", "text"]]),
    ],
)
def test_the_map_stands_below_the_whole_block_that_is_below_the_title(tmp_path, text, made):
    assert mapped(tmp_path, text) == made


def test_a_page_outside_of_the_series_has_no_map(tmp_path):
    assert added(page_of(tmp_path, "# B\n"), ["# B"]) == ["# B"]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ('title: "15. The \\"Case\\""  # a remark', '15. The "Case"'),
        ("title: It''s", "It''s"),
        ("title: 'It''s'", "It's"),
        ("title : A", "A"),
        ("title: >\n  of two\n  lines", "of two lines"),
        ("tags: [a]", "02-b"),
    ],
)
def test_a_title_is_read_as_yaml(tmp_path, title, said):
    assert title_of(project(tmp_path, f"---\n{title}\n---\n# B\n", name="docs/series/02-b.md")) == said
