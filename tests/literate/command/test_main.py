"""`python -m literate`."""

import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT, in_the_gate
from project import LEDGER, cell, project, with_settings

from literate.command.main import main


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.chdir(with_settings(tmp_path))
    return tmp_path


def test_update_then_check(root, capsys):
    project(root, cell("print(1)") + "\n{{ 1 + 1 }}\n", "docs/a.md")
    assert main(["check"]) == 1
    assert "docs/a.md:1:1: this page says something else than its transcript" in capsys.readouterr().err
    assert main(["update"]) == 0
    assert capsys.readouterr().out == "docs/a.md: transcript rewritten\n"
    assert main(["update", "docs/a.md"]) == 0
    assert capsys.readouterr().out == "docs/a.md: transcript as it was\n"
    assert main(["check", "docs/a.md"]) == 0
    assert capsys.readouterr().out == "docs/a.md: 1 cells, 1 numbers, as in the transcript\n"
    assert main(["check"]) == 0


def test_it_is_a_command(root, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    command = [sys.executable, "-m", "literate", "check", "docs/none.md"]
    for said in ("there is no docs/ in ", "docs/none.md:1:1: this is not there, needed: a page below docs/"):
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 1 and done.stderr.startswith(said)
        project(root, "text\n", "docs/a.md")


def test_one_broken_page_does_not_hide_the_others(root, capsys):
    project(root, cell("1/0"), "docs/a.md")
    project(root, cell("print(1)"), "docs/b.md")
    assert main(["update"]) == 1
    said = capsys.readouterr()
    assert "docs/a.md:2:1" in said.err and said.out == "docs/b.md: transcript rewritten\n"
    assert not (root / "tests/transcripts/a.txt").exists()


def test_a_typed_number_is_an_error(root, capsys):
    project(root, "It is 0.5.\n", "docs/a.md")
    assert main(["update"]) == 1
    assert "docs/a.md:1:7: 0.5 is typed" in capsys.readouterr().err


def test_a_marker_that_stands_for_nothing_is_an_error(root, capsys):
    project(root, "It is\n\n[[nothing]]\n", "docs/a.md")
    assert main(["check"]) == 1
    assert "docs/a.md:3:1: this marker is not known" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["docs/none.md", "../outside.md", "docs"])
def test_a_page_that_is_none(root, capsys, name):
    project(root, "text\n", "docs/a.md")
    (root.parent / "outside.md").write_text("text\n")
    assert main(["check", name]) == 1
    message = capsys.readouterr().err
    assert (
        message.startswith(f"{name}:1:1: ") and "needed: a page below docs/" in message and "Traceback" not in message
    )


def test_a_transcript_without_a_page(root, capsys):
    project(root, "text\n", "docs/a.md")
    assert main(["update"]) == 0
    (root / "tests/transcripts").mkdir(parents=True)
    (root / "tests/transcripts/old.txt").write_text("x\n")
    for name in ("._b.txt", ".ipynb_checkpoints/b-checkpoint.txt"):  # what is hidden belongs to nobody here
        project(root, "half", f"tests/transcripts/{name}")
    (root / "tests/transcripts/.#b.txt").symlink_to("somebody@somewhere.1:2")
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "tests/transcripts/old.txt: no page docs/old.md; take it away\n"
    assert main(["check", "docs/a.md"]) == 0


CHECK = ["literate", "check"]
TEST = ["pytest", "-q", "-p", "literate.integrations.pytest"]


@pytest.mark.parametrize(
    ("command", "text"),
    [
        (CHECK, "# T\n\n{{ sum(iter(int, 1)) }}\n"),
        (CHECK, '\n```figure id="f"\nsum(iter(int, 1))\n```\n'),
        (TEST, cell("x = 1\nsum(iter(int, 1))")),
    ],
)
def test_what_never_comes_back_ends_with_its_line(root, command, text):
    if command == TEST or "figure" in text:
        in_the_gate("runs of a small project")
    project(root, f"---\ntime_limit: 0.01\n---\n{text}", "docs/a.md")
    started = [sys.executable, "-m", *command, "docs/a.md"]
    done = subprocess.run(started, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1 and re.search(
        r"docs/a\.md:[56]:1: .*it ran longer than 0\.01 s", done.stdout + done.stderr
    )


def test_a_page_that_breaks_the_engine_does_not_hide_the_others(root, capsys):
    project(root, cell("import traceback\ntraceback.extract_tb = None\n1 / 0"), "docs/a.md")
    project(root, "It is 0.5.\n", "docs/b.md")
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert "docs/a.md:1: the engine failed here" in said and "docs/b.md:1:7: 0.5 is typed" in said


def test_a_page_that_is_no_text(root, capsys):
    project(root, "text\n", "docs/a.md").write_bytes(b"one\ntwo \xff\n")
    assert main(["check"]) == 1
    assert "docs/a.md:2:1: this line is not UTF-8: byte 0xff" in capsys.readouterr().err


def test_a_worked_example_and_a_transcript_that_are_no_text(root, capsys):
    project(root, "{{ ledger.x }}\n", "docs/a.md")
    project(root, "one\n", LEDGER).write_bytes(b"one\n\xff\n")
    assert main(["check"]) == 1
    assert capsys.readouterr().err.startswith(f"{LEDGER}:2:1: this line is not UTF-8: byte 0xff\n")
    assert main(["check", "docs/a.md"]) == 1
    assert capsys.readouterr().err.startswith(f"{LEDGER}:2:1: this line is not UTF-8: byte 0xff\n")
    project(root, "{{ 1 + 1 }}\n", LEDGER)
    kept = project(root, "", f"tests/transcripts{LEDGER.removeprefix('docs')[:-3]}.txt")
    kept.write_bytes(b"\n\xff\n")
    assert main(["check", LEDGER]) == 1
    name = kept.relative_to(root).as_posix()
    assert capsys.readouterr().err.startswith(f"{name}:2:1: this line is not UTF-8: byte 0xff\n")


def test_a_package_that_is_not_there(root, capsys):
    project(root, cell("print(1)"), "docs/series/01-a.md")
    (root / "tinynet/__init__.py").unlink()
    for command in (["check"], ["check", "docs/series/01-a.md"], ["update"]):
        assert main(command) == 1
        complaint = capsys.readouterr().err
        assert complaint.startswith("pyproject.toml:2:1: tinynet/__init__.py is not there\n  2 | package = ")
        assert complaint.count("is not there") == 1


BROKEN = [
    ("pyproject.toml", b'[tool.literate]\npakage = "x"\n', "2:1: [tool.literate] has pakage, which nothing reads"),
    ("pyproject.toml", b"[tool.literate]\nbook = 5\n", "2:1: book is 5, needed: words"),
    ("pyproject.toml", b"[tool.literate]\nbook = \n", "2:1: this is not TOML: "),
    ("pyproject.toml", b"[tool.literate]\n# \xff\n", "2:1: this line is not UTF-8: byte 0xff"),
    ("mkdocs.yml", b"a: 1\nb: c: d\n", "2:5: this is not YAML: mapping values are not allowed here"),
    ("mkdocs.yml", b"a: \x07\n", "1:1: this is not YAML: unacceptable character #x0007"),
    ("mkdocs.yml", b"- a\n", "1:1: the settings need the form `key: value`"),
    ("mkdocs.yml", b"a: 1\n# \xff\n", "2:1: this line is not UTF-8: byte 0xff"),
    ("mkdocs.yml", b"markdown_extensions:\n- a: !!python/name:no.such\n", "2:6: this is not YAML: cannot find module"),
]


@pytest.mark.parametrize(("name", "text", "mistake"), BROKEN)
def test_settings_that_cannot_be_read_are_one_mistake(root, capsys, name, text, mistake):
    project(root, cell("print(1)"), "docs/a.md")
    project(root, cell("print(2)"), "docs/b.md")
    (root / name).write_bytes(text)
    for command in (["check"], ["check", "docs/a.md"]):
        assert main(command) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"{name}:{mistake}") and said.count(f"{name}:") == 1 and "docs/" not in said


def test_a_command_that_is_none(root):
    for arguments in (["chek"], []):
        with pytest.raises(SystemExit, match="2"):
            main(arguments)


NEW = "docs/series/15-a-new-part.md"


def test_a_new_page_makes_its_folders(root):
    assert not (root / "docs").exists()
    assert main(["new", NEW]) == 0 and (root / NEW).is_file()
    assert main(["new", NEW.replace("15", "16")]) == 0


def test_a_part_is_there_once(root, capsys):
    project(root, "text\n", "docs/series/15-other.md")
    assert main(["new", NEW]) == 1
    assert f"{NEW}:1:1: part 15 is there already: 15-other.md" in capsys.readouterr().err


def test_a_mistake_that_several_pages_meet_is_said_once(root, capsys):
    project(root, "{{ ledger.x }}\n", "docs/a.md")
    project(root, "{{ ledger.x }}\n", "docs/b.md")
    project(root, cell("1/0"), LEDGER)
    assert main(["check"]) == 1
    assert capsys.readouterr().err.count("ZeroDivisionError") == 1


def test_what_is_no_page_and_where_no_pages_are(root, capsys):
    for command in ("check", "update", "finish"):
        assert main([command, *["site"] * (command == "finish")]) == 1
        said = capsys.readouterr()
        assert said.err == f"there is no docs/ in {root}, needed: the folder of mkdocs.yml\n" and not said.out
    project(root, "text\n", "docs/a.txt")
    project(root, "text\n", "b.md")
    for name, what in (("docs/a.txt", "is no page"), ("b.md", "is no page"), ("docs/c.md", "is not there")):
        assert main(["check", name]) == 1
        assert (
            f"{name}:1:1: this {what}, needed: a page below docs/, .md, as seen from {root}" in capsys.readouterr().err
        )


def test_an_interrupt_ends_it_without_a_traceback(root, capsys, monkeypatch):
    def interrupted(page, run):
        raise KeyboardInterrupt

    project(root, cell("x = 1"), "docs/a.md")
    monkeypatch.setattr("literate.integrations.renderer.rendered", interrupted)
    assert main(["check"]) == 130 and capsys.readouterr() == ("", "")


def test_a_new_page_stands_and_is_never_overwritten(root, capsys):
    shutil.copytree(ROOT / "tinynet", root / "tinynet")
    assert main(["new", NEW]) == 0
    assert capsys.readouterr().out == f"{NEW}: written; now name it in the nav of mkdocs.yml\n"
    text = (root / NEW).read_text()
    assert "# A new part\n" in text and "title: 15. A new part\n" in text
    assert main(["update", NEW]) == 0 == main(["check"])
    assert main(["new", NEW]) == 1
    assert f"{NEW}:1:1: this page is there already" in capsys.readouterr().err
    assert (root / NEW).read_text() == text


@pytest.mark.parametrize(
    "name", ["docs/series/new.md", "series/15-new.md", "docs/series/15-New.md", "docs/series/15-a.txt"]
)
def test_a_new_page_needs_the_name_of_a_part(root, capsys, name):
    assert main(["new", name]) == 1
    assert f"{name}:1:1: this names no part" in capsys.readouterr().err
    assert not (root / "docs").exists()


def test_a_site_is_finished_where_a_builder_has_left_it(root, capsys):
    project(root, cell("print(1)"), "docs/series/01-a.md")
    assert main(["finish", "out"]) == 1
    said = capsys.readouterr()
    assert (
        said.err.startswith("there is no built site in out, needed: ") and not said.out and not (root / "out").exists()
    )
    (root / "out").mkdir()
    (root / "out/index.html").write_text('<meta charset="utf-8">')
    assert main(["finish", "out"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [f"out/series/{name}" for name in ("01-a.ipynb", "01-a.py", "basics-of-deep-learning.zip")]
    assert all((root / name).is_file() for name in said)
    assert "Content-Security-Policy" in (root / "out/index.html").read_text()


@pytest.mark.parametrize("command", [["check"], ["update"], ["finish", "out"]])
def test_a_file_in_the_place_of_a_product_is_told(root, capsys, command):
    project(root, "Words.\n", "docs/series/15-case.md")
    project(root, "print('mine')\n", "docs/series/15-case.py")
    (root / "out").mkdir()
    (root / "out/index.html").write_text("")
    assert main(command) == 1
    place = "docs/series/15-case.py:1:1: the script of docs/series/15-case.md is written in the place of this file"
    assert capsys.readouterr().err.count(place) == 1


def test_a_page_with_a_mistake_leaves_the_archive_as_it_was(root, capsys):
    project(root, cell("print(1)"), "docs/series/01-a.md")
    project(root, cell("1/0"), "docs/series/02-b.md")
    (root / "out").mkdir()
    (root / "out/index.html").write_text("")
    assert main(["finish", "out"]) == 1
    said = capsys.readouterr()
    assert "docs/series/02-b.md:2:1" in said.err
    assert "01-a.md" not in said.err and all(line.startswith("out/series/") for line in said.out.splitlines())
    assert sorted(path.name for path in (root / "out/series").iterdir()) == [
        "01-a.ipynb",
        "01-a.py",
    ]
