"""The form of a mistake: place, line, underline, help."""

import pickle

from literate.errors import PageError, line_of


def test_the_message_shows_the_place():
    error = PageError("this is wrong", "docs/a.md", 12, 5, 4, "the text here", "mend it")
    assert str(error) == ("docs/a.md:12:5: this is wrong\n  12 | the text here\n     |     ^^^^\n     = help: mend it")


def test_without_help_and_length():
    assert str(PageError("wrong", "a.md", 1, text="x")) == "a.md:1:1: wrong\n  1 | x\n    | ^"
    assert str(PageError("wrong", "a.md", 1, 1, 0, "x")).endswith("| ^")


def test_the_line_is_read_from_the_file(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("one\ntwo\n", encoding="utf-8")
    assert PageError("wrong", file, 2).text == "two"
    assert [line_of(file, n) for n in (0, 1, 3)] == ["", "one", ""]
    assert line_of(tmp_path / "no.md", 1) == ""
    (tmp_path / "bytes").write_bytes(b"\xff")
    assert line_of(tmp_path / "bytes", 1) == ""


def test_a_mistake_can_be_handed_to_another_process():
    error = PageError("wrong", "a.md", 12, text="the text here", hint="mend it")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert error.args == ("wrong", "a.md", 12, 1, 1, "the text here", "mend it")
