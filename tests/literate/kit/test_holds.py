"""Claims: what they show, which is nothing; where a false one is noticed; which sentences have none."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, build, in_the_gate
from project import SETTINGS, cell, first, page_of, project, run_of
from small_site import small_site

from literate.command.main import main
from literate.errors import MistakesError
from literate.integrations.renderer import rendered
from literate.kit import holds
from literate.products import transcript
from literate.products.notebooks import notebook
from literate.products.scripts import script
from literate.reading import sources
from literate.reading.expressions import find_numbers
from literate.reading.reader import read
from literate.running.run import Run

STATE = cell("mse, after = 0.1383, 0.1380\nvalues = [1, 2, 4, 3]\n") + "\n"
WORDS = '[tool.literate]\npackage = "tinynet"\nparts = "series"\nclaim_words = ["all", "only", "falls", "times as"]\n'


# What is written, and what is told of it.
FALSE = {
    "It rises. {{ holds: mse < after }}": "0.1383 < 0.138 is False",
    "It *falls* {{ holds: after < mse < after }} here.": "0.1383 < 0.138 is False",
    "- All rise. {{ holds: all(x < y for x, y in zip(values, values[1:])) }}": "4 < 3 is False at x = 4, y = 3",
    "| none | has five {{ holds: len(values) == 5 }} |\n|---|---|\n| b | c |": "4 == 5 is False",
    "**Never.** {{ holds: not values }} Or so.": "not values is False",
    '??? note "A"\n\n    Both. {{ holds: mse > 0 and after > mse }}': "0.138 > 0.1383 is False",
    "In the end `x` is 2 {{ holds: end.x == 2 }}.": "1 == 2 is False",
    "It is equal {{ holds: tinynet.double(2) == 5 }} to five.": "4 == 5 is False",
    "It is half. {{ holds: after / mse }}": "needed: True or False",
    "It is known. {{ holds: unknown > 1 }}": "this claim does not evaluate: NameError",
    "It is well written. {{ holds: 1 < }}": "this claim is not an expression: invalid syntax",
}


def falsified() -> tuple[str, dict[int, str]]:
    """A page of false claims, and what is told on which of its lines."""
    text, told = "# T\n\n" + STATE, dict[int, str]()
    for written, what in FALSE.items():
        text += f"{written}\n\n"
        told[next(n for n, line in enumerate(text.split("\n"), 1) if "holds: " in line and n not in told)] = what
    return text + cell("x = 1", "b"), told


def all_told(said: str, name: str) -> bool:
    lines = said.split("\n")
    return all(any(f"{name}:{line}:" in one and what in one for one in lines) for line, what in falsified()[1].items())


def test_each_false_claim_is_noticed_with_its_line_by_check(tmp_path, monkeypatch, capsys) -> None:
    project(tmp_path, falsified()[0], "docs/a.md")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1 and len(falsified()[1]) == len(FALSE) == 11
    said = capsys.readouterr().err
    assert all_told(said, "docs/a.md") and said.count("this claim") == len(FALSE)
    assert "= help: mend the words, or the expression" in said


def test_each_false_claim_is_noticed_with_its_line_by_pytest(tmp_path) -> None:
    project(tmp_path, falsified()[0], "docs/a.md")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "literate.integrations.pytest", "docs/a.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1 and all_told(done.stdout, "docs/a.md")


@pytest.mark.parametrize("builder", [["mkdocs", "build"], ["zensical", "build", "--clean"]])
def test_each_false_claim_is_noticed_with_its_line_by_both_builders(tmp_path, builder) -> None:
    in_the_gate("claims in two builders")
    site = small_site(tmp_path, falsified()[0])
    done = build(*builder, root=site, PYTHONPATH=f"{tmp_path}:{ROOT}")
    assert done.returncode != 0 and all_told(done.stdout + done.stderr, "docs/index.md")


TRUE = (
    "# T\n\n" + STATE + "It falls {{ holds: after < mse }}. So it is. {{ holds: True }} {{ holds: end.x == 1 }}\n"
    "**Only** here, in `code`. {{ holds: 1 < 2 }}\n\n| all | {{ 1 + 1 }} {{ holds: True }} |\n|---|---|\n| b | c |\n\n"
    + cell("x = 1", "b")
)


def test_a_claim_shows_nothing_anywhere(tmp_path) -> None:
    run = run_of(tmp_path, TRUE, name="docs/series/01-a.md")
    html = rendered(run.page, run)
    assert "<p>It falls. So it is.\n<strong>Only</strong> here, in <code>code</code>.</p>" in html.replace(" \n", "\n")
    assert "<th>2</th>" in html
    assert "It falls. So it is.\\n" in notebook(run) and "in `code`.\\n" in notebook(run)
    for made in (html, notebook(run), script(run), str(transcript.blocks(run))):
        assert "holds" not in made and not set(made) & set(map(chr, range(0xF0000, 0xF0100)))


@pytest.mark.parametrize("builder", [["mkdocs", "build"], ["zensical", "build", "--clean"]])
def test_a_claim_shows_nothing_in_both_builders(tmp_path, builder) -> None:
    in_the_gate("claims in two builders")
    done = build(*builder, root=small_site(tmp_path, TRUE), PYTHONPATH=f"{tmp_path}:{ROOT}")
    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert done.returncode == 0 and "It falls. So it is." in html and "holds" not in html


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ holds: True }} It is.\n", "no words stand before this claim"),
        ("It is\n{{ holds: True }}\n", "no words stand before this claim"),
        ("- {{ holds: True }}\n", "no words stand before this claim"),
        ("It is $x {{ holds: True }} y$.\n", "this claim stands in a formula"),
    ],
)
def test_a_claim_stands_behind_words(tmp_path, text, what) -> None:
    with pytest.raises(Exception, match=what):
        first(holds.mistakes(page_of(tmp_path, text)))


@pytest.mark.parametrize("text", ["It is {{ holds: True }}\n", "{{ 2 }} {{ holds: True }}\n", "1 {{ holds: True }}\n"])
def test_a_claim_behind_words_or_a_number_is_well(tmp_path, text) -> None:
    assert not [*holds.mistakes(page_of(tmp_path, text))]


def test_the_sentences_that_claim_something_and_carry_none(tmp_path, monkeypatch, capsys) -> None:
    (tmp_path / "pyproject.toml").write_text(WORDS)
    text = (
        "# All\n\nIt falls. {{ holds: True }} Only `all` here, and $all$. It is 3 times\nas large {{ holds: 1 }}! "
        "Small. All {{ 'falls' }} <!-- only -->\n\n- Shall we? {{ holds: True }}\n- No only-child. Falls\n\n"
        '??? note "All"\n\n    (Falls.) So. **All.**\n'
    )
    page = page_of(tmp_path, text)
    assert [(one.line, one.text, one.words, one.claims) for one in holds.sentences(page)] == [
        (3, "It falls.", ("falls",), ("True",)),
        (3, "Only `all` here, and $all$.", ("only",), ()),
        (3, "It is 3 times as large {{ holds: 1 }}!", ("times as",), ("1",)),
        (4, "All {{ 'falls' }} <!-- only -->", ("all",), ()),
        (6, "Shall we?", (), ("True",)),
        (7, "Falls", ("falls",), ()),
        (11, "(Falls.)", ("falls",), ()),
        (11, "**All.**", ("all",), ()),
    ]
    monkeypatch.chdir(tmp_path)
    assert main(["claims", "docs/page.md", "docs/none.md"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("docs/page.md:3: only: Only `all` here, and $all$.\ndocs/page.md:4: all: All ")
    assert said.out.endswith("\n3 sentences carry a claim; 5 have its words and none: python -m literate claims\n")
    assert said.err.startswith("docs/none.md:1:1: this is not there")


def test_a_project_that_names_no_words_has_no_list(tmp_path, monkeypatch, capsys) -> None:
    project(tmp_path, "It falls. {{ holds: True }}\n", "docs/a.md")
    monkeypatch.chdir(tmp_path)
    assert "claim_words" not in SETTINGS and main(["claims"]) == 0 == main(["update"])
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("docs/a.md: 0 cells, 0 numbers, 1 claims, as in the transcript\n")


def test_a_claim_in_a_question_goes_with_it_to_the_cards(tmp_path) -> None:
    asked = '# T\n\n??? recall "How?"\n\n    It is {{ 1 + 1 }}, all of it. {{ holds: 1 < 2 }}\n'
    project(tmp_path, asked, "docs/series/01-a.md")
    cards = read(project(tmp_path, "# Cards\n\n[[cards]]\n", "docs/cards.md"), tmp_path)
    assert "<p>It is 2, all of it.</p>" in rendered(cards, Run(cards))
    project(tmp_path, asked.replace("1 < 2", "2 < 1"), "docs/series/01-a.md")
    with pytest.raises(MistakesError, match="2 < 1 is False"):
        rendered(cards, Run(cards))


@pytest.mark.parametrize(
    "name", ["01-introduction", "04-feedforward-in-pure-python-2", "06-cost-function-and-derivatives"]
)
def test_each_claim_of_a_page_is_noticed_when_it_is_turned_over(name: str, tmp_path: Path) -> None:
    """Ten and more of the claims that stand on the pages."""
    path = next(path for path in sources.pages(ROOT) if path.stem == name)
    page = read(path, ROOT)
    lines = page.lines[:]
    held = [number for number in find_numbers(page) if number.claim]
    for number in reversed(held):
        line, at = lines[number.line - 1], number.column - 1
        turned = f"{{{{ holds: not ({number.claim}) }}}}"
        lines[number.line - 1] = line[:at] + turned + line[at + number.length :]
    run = Run(read(_copy(tmp_path, page, lines), tmp_path))
    told = [mistake.line for mistake in run.every_mistake()]
    run.close()
    assert sorted(told) == sorted(number.line for number in held) and len(told) > 3


def _copy(root: Path, page, lines) -> Path:
    (root / "docs").mkdir()
    (root / "pyproject.toml").write_text('[tool.literate]\npackage = "tinynet"\n')
    (root / "tinynet").symlink_to(ROOT / "tinynet")
    (root / "docs/page.md").write_text("\n".join(lines), encoding="utf-8")
    return root / "docs/page.md"
