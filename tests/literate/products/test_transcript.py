"""The record of what a page says."""

import pytest
from conftest import ROOT
from project import cell, run_of

from literate.errors import PageError
from literate.products import transcript
from literate.reading import sources
from literate.reading.reader import read

PAGE = cell("print('one 0.5')\nprint('two')") + "{{ 1 / 4 }}\n" + cell("x = 1", "b") + "{{ end.x }} and {{ 1 + 1 }}\n"
TEXT = "[a]\n    one 0.5\n    two\n{{ 1 / 4 }} = 0.25\n[b]\n{{ end.x }} = 1\n{{ 1 + 1 }} = 2\n"


def test_it_holds_outputs_and_numbers_in_order(tmp_path):
    run = run_of(tmp_path, PAGE, name="docs/series/01-a.md")
    assert transcript.update(run)
    assert transcript.transcript_path(run) == tmp_path / "tests/transcripts/series/01-a.txt"
    assert transcript.transcript_path(run).read_text() == TEXT
    assert not transcript.update(run)
    transcript.compare(run)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("a 0.5", "a 0.5", True),
        ("a 0.5", "b 0.5", False),
        ("a 0.5", "a  0.5", False),
        ("0.5", "0.5000000004", True),
        ("0.5", "0.500000001", False),
        ("0.5", "0.5 0.5", False),
        ("1e-13", "0.0", True),
        ("2e-12", "0.0", False),
        ("100 1", "100 2", False),
        ("-1", "1", False),
        ("1.", "1.0", True),
        ("1e3", "1000", True),
        ("nan", "nan", True),
        ("v1", "v1", True),
    ],
)
def test_what_says_the_same(before, after, same):
    assert transcript.same(before, after) is same


@pytest.mark.parametrize(("count", "kept"), [(2, "# #"), (12, "# #"), (1234, "# #"), (0, "0 0")])
def test_what_counts_other_pages_is_kept_by_its_shape(tmp_path, count, kept):
    """So one new number on a page changes no other page's transcript; that nothing is left to count, it tells."""
    page = "---\ncounted: [pages]\n---\n" + cell(f"pages = range({count})")
    run = run_of(tmp_path, page + "{{ 5 }} {{ len(pages) }} {{ len(pages):,d }}\n")
    transcript.update(run)
    said = [line.rpartition(" = ")[2] for line in transcript.transcript_path(run).read_text().splitlines()[1:]]
    assert " ".join(said) == f"5 {kept}"


def test_an_update_leaves_alone_what_says_the_same(tmp_path):
    run = run_of(tmp_path, PAGE)
    transcript.update(run)
    path = transcript.transcript_path(run)
    path.write_text(TEXT.replace("0.5", "0.50000000001").replace("= 2", "= 3"))
    assert transcript.update(run)
    assert path.read_text() == TEXT.replace("0.5", "0.50000000001")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    two\n", "", 1),
        ("two", "three", 1),
        ("= 0.25", "= 0.26", 5),
        ("[b]", "[c]", 6),
        ("{{ 1 + 1 }} = 2\n", "", 9),
        ("= 2\n", "= 2\n[more]\n", 1),
    ],
)
def test_what_differs_is_named_by_its_line_on_the_page(tmp_path, old, new, line):
    run = run_of(tmp_path, PAGE)
    transcript.update(run)
    transcript.transcript_path(run).write_text(TEXT.replace(old, new))
    with pytest.raises(PageError) as caught:
        transcript.compare(run)
    assert str(caught.value).startswith(f"docs/page.md:{line}:1: this page says something else than its transcript\n")
    assert "if the page is right: python -m literate update docs/page.md" in caught.value.hint
    assert "--- tests/transcripts/page.txt\n  +++ this run\n  @@ " in caught.value.hint


def test_an_end_of_line_more_or_less_says_the_same(tmp_path):
    run = run_of(tmp_path, PAGE)
    transcript.update(run)
    for text in (TEXT[:-1], f"{TEXT}\n"):
        transcript.transcript_path(run).write_text(text)
        transcript.compare(run)


def test_a_transcript_that_is_missing(tmp_path):
    with pytest.raises(PageError, match=r"\+\[a\]\n  \+    one 0\.5"):
        transcript.compare(run_of(tmp_path, PAGE))


def test_one_cell_alone(tmp_path):
    run = run_of(tmp_path, PAGE)
    first, second = run.page.cells
    with pytest.raises(PageError, match='cell "a" says something else than its transcript'):
        transcript.check_cell(run, first)
    transcript.update(run)
    transcript.check_cell(run, first)
    transcript.transcript_path(run).write_text(TEXT.replace("two", "three"))
    transcript.check_cell(run, second)
    with pytest.raises(PageError) as caught:
        transcript.check_cell(run, first)
    assert caught.value.line == 1
    assert caught.value.hint.endswith("\n  @@ -2,2 +2,2 @@\n       one 0.5\n  -    three\n  +    two")


@pytest.mark.parametrize("path", sources.pages(ROOT), ids=lambda path: path.stem)
def test_a_cell_of_a_page_prints_where_its_output_is_shown_and_nowhere_else(path):
    page = read(path, ROOT)
    kept = (ROOT / "tests/transcripts" / path.relative_to(ROOT / "docs")).with_suffix(".txt")
    for one in page.cells:
        _, _, after = kept.read_text(encoding="utf-8").partition(f"[{one.id}]\n")
        assert after.startswith("    ") is ("result" in one.options), f"{page.name}:{one.line}"
