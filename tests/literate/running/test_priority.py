"""Pages give way to the one that is waited for, but not where others keep the processors busy."""

import os

import pytest
from project import cell, page_of, run_of

from literate.running import priority
from literate.running.priority import GIVES_WAY, PROCESSORS, niceness

SHORT, LONG = "---\na: b\n---\n", "---\ntime_limit: 60\n---\n"


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Where Linux says how much wants to run: a build and its pages alone, until something else is written there."""
    file = tmp_path / "loadavg"
    file.write_text(f"0.10 0.20 0.30 {PROCESSORS + 1}/123 4567\n", encoding="utf-8")
    monkeypatch.setattr(priority, "LOAD", file)
    return file


def test_a_page_gives_way_unless_it_asks_for_time(tmp_path, load):
    assert [niceness(page_of(tmp_path, text)) for text in (SHORT, LONG)] == [GIVES_WAY, 0]


def test_no_page_gives_way_where_more_wants_to_run_than_a_build(tmp_path, load):
    load.write_text(f"9.10 9.20 9.30 {2 * PROCESSORS + 1}/123 4567\n", encoding="utf-8")
    assert [niceness(page_of(tmp_path, text)) for text in (SHORT, LONG)] == [0, 0]


def test_where_a_system_does_not_say_it_pages_give_way(tmp_path, load):
    load.unlink()
    assert niceness(page_of(tmp_path, SHORT)) == GIVES_WAY


@pytest.mark.parametrize(("meta", "by"), [(SHORT, GIVES_WAY), (LONG, 0)])
def test_the_process_of_a_page_does_give_way(tmp_path, load, meta, by):
    run = run_of(tmp_path, meta + cell("import os\n\nprint(os.nice(0))"))
    assert int(run.outputs["a"]) == os.nice(0) + by


def test_a_system_without_priorities_is_asked_for_none(tmp_path, load, monkeypatch):
    monkeypatch.delattr(os, "nice")
    assert niceness(page_of(tmp_path, SHORT)) == 0
