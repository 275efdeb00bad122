"""The pieces around a title, and what is wrong with what they are made of."""

import re
from datetime import date

import pytest
from conftest import ROOT
from project import first, page_of, project
from taken_away import run_of_page

from literate.errors import PageError
from literate.kit import course, opening
from literate.kit.predict import KIND, TRUTH
from literate.reading.details import folds
from literate.reading.reader import parse

SETTINGS = """site_name: S
extra:
  series: {name: N & S, author: A. B, address: "https://example.org/?a&b"}
nav:
  - Home: index.md
  - Course:
      - One?:
          - series/01-a.md
      - {Two: [series/02-b.md, {Third: series/03-c.md}]}
  - Empty:
  -
"""
FRONT = (
    "title: 2. How <b>?\nshort: How <b>?\nline: L\npost: P\nminutes: 7\nhero: net\ntags: [Theory]\ndate: 2026-11-04\n"
)
HEAD = f"---\n{FRONT}---\n# How <b>?\n\nlead\n"
FIGURE = '\n```figure id="net"\nnetwork(title="N")\n```\n'


@pytest.fixture
def root(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, text in {"01-a": "---\ntitle: 1. A\n---\n# A\n", "03-c": "# C\n"}.items():
        project(tmp_path, text, name=f"docs/series/{name}.md")
    return tmp_path


def part(root, text=HEAD + FIGURE):
    page = page_of(root, text, name="docs/series/02-b.md")
    return page, course.part(page.path, page.root)


def test_the_facts_of_a_part(root):
    project(root, "# T\n", name="docs/tags.md")
    html = opening.facts(*part(root))
    assert re.findall('<a href="(.*?)"(.*?)>(.*?)</a>', html) == [
        ("../01-a/", ' title="1. A"', "1"),
        ("../02-b/", ' title="2. How &lt;b&gt;?" aria-current="page"', "2"),
        ("../03-c/", ' title="3. 03-c"', "3"),
        ("../../tags/#tag:theory", "", "Theory"),
        ("../02-b.ipynb", " download", "notebook"),
        ("../02-b.py", " download data-script", "script"),
        ("../basics-of-deep-learning.zip", " download", "all as a zip"),
    ]
    assert re.findall('<ol aria-label="(.*?)"', html) == ["One?", "Two"]
    assert "Part 2 of 3 · " in html and " · 7 min · " in html
    assert '<time datetime="2026-11-04">November 4, 2026</time>' in html


def test_what_a_part_does_not_say_is_left_out(tmp_path):
    html = opening.facts(*part(tmp_path, "---\ntags: [Code]\n---\n# B\n"))
    assert "Part 2 of 1 · " in html.replace("Part 2 of 1 · Code · ", "Part 2 of 1 · ") and "min" not in html
    assert "<time" not in html and "Code · <a" in html and "<ol>" in html


def test_the_post_has_its_author_and_the_way_to_the_series(root):
    said = 'After “P” by A. B, <a href="https://example.org/?a&amp;b">N &amp; S</a>'
    assert said in opening.post(*part(root))
    assert opening.post(*part(root, HEAD.replace("post: P\n", ""))) == ""
    (root / "mkdocs.yml").write_text("site_name: S\n", encoding="utf-8")
    assert opening.post(*part(root)) == ""


def test_the_sections_with_their_words(tmp_path):
    text = "# T\n\n## `A` & *b* { #a }\n\n## [C](x.md) of $\\rwt{W}_2$ { #c }\n\n## no place\n\n## D { #d }\n"
    html = opening.opening_lines(page_of(tmp_path, text), {})
    assert re.findall('<a href="(.*?)">(.*?)</a>', html) == [("#a", "A &amp; b"), ("#c", "C of W_2"), ("#d", "D")]
    assert opening.opening_lines(page_of(tmp_path, "# T\n\n## A { #a }\n\n## B { #b }\n"), {}) == ""


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("minutes: 7\n", "", 1, "the front matter has no minutes"),
        ("short: How <b>?\n", "", 1, "the front matter has no short"),
        ("title: 2. How <b>?", "title: 2. Why", 2, "the title is “2. Why”"),
        ("# How <b>?", "# Why", 11, "the heading is not the short name"),
        ("hero: net", "hero: nets", 7, "no figure of this page has the id nets"),
        ("line: L", "line: about 0.5", 4, "0.5 is typed, not computed"),
        ("line: L", f"line: {'word ' * 13}", 4, "line has 13 words"),
    ],
)
def test_each_mistake_has_its_line(root, old, new, line, message):
    first(opening.mistakes(part(root)[0]))
    with pytest.raises(PageError, match=re.escape(message)) as caught:
        first(opening.mistakes(part(root, (HEAD + FIGURE).replace(old, new, 1))[0]))
    assert caught.value.line == line


def test_other_sites_ask_for_nothing(tmp_path):
    first(opening.mistakes(part(tmp_path, "# B\n")[0]))


def test_the_parts_of_the_site_are_in_the_groups_of_its_nav():
    groups = course.groups(ROOT)
    assert "" not in groups and [one for parts in groups.values() for one in parts] == course.parts(ROOT)
    assert all(one.minutes and one.line and one.needs for one in course.parts(ROOT))
    assert all(isinstance(one.day, date) and len(one.kinds) == 1 for one in course.parts(ROOT))


PARTS = [parse(one.path, ROOT) for one in course.parts(ROOT)]


@pytest.mark.parametrize("page", PARTS, ids=lambda page: page.path.stem)
def test_nothing_at_the_head_shows_an_answer(page):
    """The lead, the first picture and its caption show no truth of a question of the page, as a word of its own."""
    run = run_of_page(page.path.stem)
    found, words, drawn = truths(run), lead_of(run), drawn_texts(run)
    assert found and len(words) > 50 and len(drawn) > 2
    for truth in found:
        # One digit in a label that has words is a name or a height, such as that of a step, and no answer.
        labels = [text for text in drawn if len(truth) > 1 or not re.search("[a-z]", text)]
        for shown in (words, *labels):
            assert not re.search(rf"(?<![\w.,+−-]){re.escape(truth)}(?![\w%]|[.,]\d)", shown), truth


def filled(run, text):
    for number, value in run.numbers.items():
        text = text.replace(number.written, value)
    return text


def lead_of(run):
    """The words above the first section."""
    page, title = run.page, run.page.headings[0].line
    lead = next(block for block in page.blocks if block.line > title)
    return filled(run, " ".join([page.meta["look"], *page.lines[lead.line - 1 : lead.last]]))


def drawn_texts(run):
    """The texts of the first picture but for the ticks of its axes, on which any number may be."""
    svg = run.figures[run.page.meta["hero"]].svg("x")
    found = re.findall(r"<text([^>]*)>(.*?)</text>", svg)
    return [re.sub(r"<[^>]+>", "", text) for attributes, text in found if "tick" not in attributes]


def truths(run):
    """The answers as they stand in the folds."""
    return [filled(run, one) for fold in folds(run.page, KIND) for one in TRUTH.findall(fold.text)]
