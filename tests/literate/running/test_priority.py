"""Pages give way to the one that is waited for, but not where others keep the processors busy."""

import os

import pytest
from project import cell, page_of

from literate.running import priority
from literate.running.priority import GIVES_WAY, PROCESSORS, niceness
from literate.running.run import Run

SHORT, LONG = "---\na: b\n---\n", "---\ntime_limit: 60\n---\n"


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Where Linux says how much wants to run: a build and its pages alone, until something else is written there."""
    file = tmp_path / "loadavg"
    file.write_text(f"0.10 0.20 0.30 {PROCESSORS + 1}/123 4567\n", encoding="utf-8")
    monkeypatch.setattr(priority, "LOAD", file)
    monkeypatch.setattr(priority, "_RUNNING", [])
    return file


@pytest.fixture
def other(tmp_path, load):
    """Another page, which runs."""
    run = Run(page_of(tmp_path, cell("print(1)"), name="docs/other.md"))
    run.to(run.page.cells[0])
    yield run
    run.close()


@pytest.mark.usefixtures("other")
def test_a_page_gives_way_unless_it_asks_for_time(tmp_path):
    assert [niceness(page_of(tmp_path, text)) for text in (SHORT, LONG)] == [GIVES_WAY, 0]


def test_a_page_that_runs_alone_gives_way_to_nothing(tmp_path, other):
    other.close()
    assert niceness(page_of(tmp_path, SHORT)) == 0


@pytest.mark.usefixtures("other")
def test_no_page_gives_way_where_more_wants_to_run_than_a_build(tmp_path, load):
    load.write_text(f"9.10 9.20 9.30 {PROCESSORS + 2}/123 4567\n", encoding="utf-8")
    assert niceness(page_of(tmp_path, SHORT)) == 0


@pytest.mark.usefixtures("other")
def test_where_a_system_does_not_say_it_pages_give_way(tmp_path, load):
    load.unlink()
    assert niceness(page_of(tmp_path, SHORT)) == GIVES_WAY


@pytest.mark.usefixtures("other")
@pytest.mark.parametrize(("meta", "by"), [(SHORT, GIVES_WAY), (LONG, 0)])
def test_the_process_of_a_page_does_give_way(tmp_path, meta, by):
    run = Run(page_of(tmp_path, meta + cell("import os\n\nprint(os.nice(0))")))
    assert int(run.to(run.page.cells[0])) == os.nice(0) + by
    run.close()


@pytest.mark.usefixtures("other")
def test_a_system_without_priorities_is_asked_for_none(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "nice")
    assert niceness(page_of(tmp_path, SHORT)) == 0
