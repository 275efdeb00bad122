"""What stands around the title of a part, and where: above it, below it, below the lead."""

import pytest
from project import page_of, run_of

from literate.kit.series_map import with_map

SECTIONS = "\n\n## A { #a }\n\n## B { #b }\n\n## C { #c }\n"


def pieces(tmp_path, text, name="docs/series/02-b.md"):
    """The lines with the pieces in short, and nothing of the sections that make the page long enough for a list."""
    page = page_of(tmp_path, text + SECTIONS, name=name)
    lines = with_map(page, page.lines[page.first :])
    short = {
        '<div class="opening" data-search-exclude><nav': "MAP",
        '<div class="opening" data-search-exclude><d': "LIST",
    }
    made = [next((words for html, words in short.items() if line.startswith(html)), line) for line in lines]
    return made[: -SECTIONS.count("\n")]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("# B", ["", "MAP", "", "# B", "", "LIST"]),
        ("# B\n\ncredit\n\ntext", [*["", "MAP", "", "# B", "", "credit", "", "LIST", "", "", "text"]]),
        ("# B\ncredit\n\ntext", [*["", "MAP", "", "# B", "credit", "", "LIST", "", "", "text"]]),
        ("---\na: b\n---\n# B\n\ncredit", ["", "MAP", "", "# B", "", "credit", "", "LIST"]),
        (
            "```text\n# A\n```\n\n# B\n\n- one\n\n- two\n\ntext",
            [
                *[
                    "```text",
                    "# A",
                    "```",
                    "",
                    "",
                    "MAP",
                    "",
                    "# B",
                    "",
                    "- one",
                    "",
                    "- two",
                    "",
                    "LIST",
                    "",
                    "",
                    "text",
                ]
            ],
        ),
        (
            "# B\n\n<!-- a\n\nb -->\n\ntext",
            ["MAP", "# B", "<!-- a", "b -->", "LIST", "text"],
        ),
        (
            '# B\n\n=== "A"\n\n    a\n\n=== "B"\n\n    b\n\ntext',
            ["MAP", "# B", '=== "A"', "    a", '=== "B"', "    b", "LIST", "text"],
        ),
        ("B\n===\n\nlead", ["", "MAP", "", "B", "===", "", "lead", "", "LIST"]),
    ],
)
def test_each_piece_stands_at_its_place(tmp_path, text, made):
    assert [line for line in pieces(tmp_path, text) if line] == [line for line in made if line]


def test_a_page_without_a_title_has_none_of_them(tmp_path):
    page = page_of(tmp_path, "text\n", name="docs/series/02-b.md")
    assert with_map(page, page.lines) == page.lines


def test_a_title_that_stands_in_a_block_keeps_its_block_whole(tmp_path):
    made = pieces(tmp_path, "<div markdown>\n\n# B\n\nlead\n\n</div>\n\ntext")
    assert [line for line in made if line] == ["MAP", "<div markdown>", "# B", "lead", "</div>", "text", "LIST"]


def test_a_page_outside_of_the_series_has_the_list_alone(tmp_path):
    assert [line for line in pieces(tmp_path, "# B\n\nlead", "docs/b.md") if line] == ["# B", "lead", "LIST"]


def test_the_first_picture_is_a_figure_of_the_page_once_more(tmp_path):
    figure = '```figure id="net"\nnetwork(title="N", caption="c")\n```\n'
    text = f"---\nhero: net\nlook: Look here.\n---\n# B\n\nlead\n\n{figure}"
    run = run_of(tmp_path, text, name="docs/series/02-b.md")
    lines = with_map(run.page, run.page.lines[run.page.first :], run.figures)
    (html,) = (line for line in lines if "<figure" in line)
    assert 'id="hero-net"' in html and "<figcaption>Look here.</figcaption>" in html and 'class="figure hero"' in html
    assert run.figures["net"].caption == "c"
