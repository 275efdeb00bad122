"""Several pages at once."""

from project import cell, page_of, project

from literate.reading.reader import parse
from literate.running.runs import Runs, longest_first


def test_a_page_that_was_begun_is_handed_out_once(tmp_path):
    page, runs = page_of(tmp_path, cell("print(1)")), Runs()
    runs.begin([page])
    run = runs.of(page)
    assert run.outputs == {"a": "1\n"} and runs.of(page) is not run
    assert runs.of(page).outputs == {"a": "1\n"}


def test_a_page_that_was_edited_meanwhile_is_run_again(tmp_path):
    runs = Runs()
    runs.begin([page_of(tmp_path, cell("print(1)"))])
    assert runs.of(page_of(tmp_path, cell("print(2)"))).outputs == {"a": "2\n"}


def test_a_page_with_a_mistake_is_not_run(tmp_path):
    project(tmp_path, "# T\n\n" + cell("print(1)") + "```python\nx\n```\n")
    page, runs = parse(tmp_path / "docs/page.md", tmp_path), Runs()
    runs.begin([page])
    assert page.mistakes and not runs.begun and runs.of(page).outputs == {}


def test_pages_that_ask_for_time_come_first(tmp_path):
    limits = {"a": 20, "b": 60, "c": 3, "d": "soon", "e": 20.5}
    text = "---\ntime_limit: {}\n---\n"
    paths = [project(tmp_path, text.format(limit), f"docs/{name}.md") for name, limit in limits.items()]
    (tmp_path / "docs/bytes.md").write_bytes(b"\xff")
    paths += [tmp_path / "docs/bytes.md", tmp_path / "docs/none.md"]
    assert [page.path.stem for page in longest_first(paths, tmp_path)] == ["b", "e", "a", "c", "d"]


def test_a_page_that_was_begun_is_not_read_again(tmp_path):
    runs, page = Runs(), page_of(tmp_path, cell("print(1)"))
    runs.begin([page])
    assert runs.page(page.path, tmp_path) is page
    page.path.write_text(cell("print(2)"), encoding="utf-8")
    assert runs.page(page.path, tmp_path).cells[0].source == "print(2)"
    assert runs.of(page).outputs == {"a": "1\n"}


def test_a_page_runs_until_it_is_over(tmp_path):
    runs, there = Runs(), tmp_path / "there"
    wait = f"import time\nfrom pathlib import Path\nwhile not Path(r'{there}').exists():\n    time.sleep(0.01)"
    page = page_of(tmp_path, cell(wait))
    runs.begin([page])
    found = runs.still_runs(page.name), runs.still_runs("docs/none.md")
    there.touch()
    assert found == (True, False)
    runs.begun[page.name][1].result()
    assert not runs.still_runs(page.name)
