"""The one order in which everything is made of a page: what its own mistakes are, and what is a fault of the engine."""

import pytest
from project import cell, page_of

from literate.errors import MistakesError
from literate.products import pipeline
from literate.running.run import Run


def broken(run, lines):
    raise ValueError("this is the engine's own")


def test_a_fault_of_the_engine_is_none_of_a_page_but_for_one_with_mistakes(tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "expanded", broken)
    with pytest.raises(ValueError, match="the engine's own"):
        pipeline.prepare(Run(page_of(tmp_path, "# T\n\nWords.\n")))
    with pytest.raises(MistakesError) as found:
        pipeline.prepare(Run(page_of(tmp_path, "# T\n\nIt is 0.5.\n")))
    assert [str(one).split("\n")[0] for one in found.value.mistakes] == ["docs/page.md:3:7: 0.5 is typed, not computed"]


def test_a_cell_that_prints_shows_it(tmp_path):
    hidden = cell("print(1)").replace(' result="text"', "")
    with pytest.raises(MistakesError) as found:
        pipeline.prepare(Run(page_of(tmp_path, f"# T\n\n{hidden}\n{cell('x = 2', 'b')}")))
    assert [(one.line, one.message) for one in found.value.mistakes] == [
        (3, 'cell "a" prints, and the page does not show it')
    ]
