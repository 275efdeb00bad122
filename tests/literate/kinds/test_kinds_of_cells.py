"""Kinds of troubles in cells and fences: each page is refused at its place, or shows what ran, in all ways."""

import re
from pathlib import Path

import pytest
from kinds import HEAD, Well, Wrong, built, cell, in_order, plain, refused, relative, site
from project import page_of
from refused_cells import CELLS, FENCES

from literate.checking import copied
from literate.running.run import Run

pytestmark = pytest.mark.sampled(6)

LIMIT = "---\ntime_limit: 0.3\n---\n"  # not read by what is refused before it runs
SAY = "import sys\n\n\ndef say(words, out=sys.stdout):\n    print(words, file=out)\n\n\nsay('one')"
ASIDE = """\
import contextlib, io
kept = io.StringIO()
with contextlib.redirect_stdout(kept):
    say('two')
    print('three')
print(kept.getvalue(), end='')"""
WELL = [
    Well(
        12,
        "kept by name",
        cell(SAY) + "\n" + cell("say('two')", "b") + "\n" + cell("print('three')", "c"),
        ("<code>one </code>", "<code>two </code>", "<code>three </code>"),
    ),
    Well(
        12,
        "turned aside",
        cell(SAY)
        + "\n"
        + cell(
            ASIDE,
            "b",
        ),
        ("<code>one </code>", "<code>two three </code>"),
    ),
    Well(
        12,
        "a timer that is waited for",
        cell("import threading\nlate = threading.Timer(0.05, print, ['late'])\nlate.start()\nlate.join()")
        + "\n"
        + cell("print('next')", "b"),
        ("<code>late </code>", "<code>next </code>"),
    ),
    Well(13, "another remark", cell("x = 1  # hide\nprint(x)"), ("# hide", "print", "<code>1 </code>")),
    Well(
        16,
        "in backticks",
        'Write `--8<-- "file:section"`.\n\n```text\n# --8<-- [start:a]\n```\n',
        ('<code>--8&lt;-- "file:section"</code>', "<code># --8&lt;-- [start:a] </code>"),
    ),
    Well(21, "empty lines and a tab", cell("print()\nprint('\\ta  b')\nprint('  c')"), ("<pre><code> a b c </code>",)),
    Well(
        21,
        "marks of a page",
        cell("print('{{ 1 }} $x$ [[where]] <b> ```')"),
        ("<code>{{ 1 }} $x$ [[where]] &lt;b&gt; ``` </code>",),
    ),
    Well(25, "a tab alone, blanks at ends", cell("x = 1   \n\t\nprint(x)\n    "), ("print(x)", "<code>1 </code>")),
    Well(
        25,
        "in a fold, with a docstring",
        '??? note "N"\n\n    '
        + cell('def f():\n    """Words.\n    \n    More.\n    """\n    return 2\n\n\nprint(f())').replace(
            "\n", "\n    "
        )
        + "\n",
        ("<summary>N</summary>", "<code>2 </code>", "</details>"),
    ),
    Well(
        25,
        "marks of sections with blanks",
        cell("x = 1\n# --8<-- [ start:x ]\n# --8<-- [start:y] words\nprint(x)"),
        ("[ start:x ]", "[start:y] words", "<code>1 </code>"),
    ),
    Well(
        25,
        "what Markdown would read",
        cell("# <!-- a -->\nx = '[b](c) [^1] **d** {{ 1 }} &amp;'\nprint(len(x))"),
        ("&lt;!-- a --&gt;", "[b](c) [^1] **d** {{ 1 }} &amp;amp;", "<code>31 </code>"),
    ),
    Well(28, "64 letters", cell("print(1)", "x" * 64), ("x" * 64, "<code>1 </code>")),
    Well(
        31,
        "a folder that goes",
        cell("import os, tempfile\nfolder = tempfile.mkdtemp()\nos.chdir(folder)\nos.rmdir(folder)\nprint(1)")
        + "\n"
        + cell("print(2)", "b"),
        ("<code>1 </code>", "<code>2 </code>"),
    ),
]


def ids(case: Wrong | Well) -> str:
    return f"{case.kind} {case.name}"


@pytest.mark.parametrize("case", [*CELLS, *FENCES], ids=ids)
def test_a_page_that_is_refused(
    case: Wrong, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    front = LIMIT if case.name == "an endless loop" else ""
    path = site(tmp_path, front + HEAD + (cell(case.text) if case in CELLS else case.text))
    mistakes = [relative(mistake) for mistake in refused(path, tmp_path, capsys)]
    above = front.count("\n")
    assert (
        tuple(f"{int(line) - above}:{rest}" for line, rest in (one.split(":", 1) for one in mistakes)) == case.mistakes
    )


@pytest.mark.parametrize("case", WELL, ids=ids)
def test_a_page_that_is_built(
    case: Well, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    html = plain(built(site(tmp_path, HEAD + case.text), tmp_path, capsys))
    assert in_order(html, case.shows), html


LOOPS = "class B(Exception):\n    def __str__(self):\n        while True:\n            pass\n\n\nraise B"


@pytest.mark.parametrize("case", [case for case in CELLS if case.kind in {12, 31, 32}], ids=ids)
def test_a_cell_alone(case: Wrong, tmp_path: Path) -> None:
    """Without the builders, and in the folder that the tests were started in."""
    (mistake,) = Run(page_of(tmp_path, cell(case.text))).every_mistake()
    assert f"{mistake.line}:{mistake.column} {mistake.message}".split("\n")[0] == case.mistakes[0]


def test_32_a_message_without_end_meets_the_limit(tmp_path: Path) -> None:
    (mistake,) = Run(page_of(tmp_path, LIMIT + cell(LOOPS))).every_mistake()
    assert re.search("TimeLimitError: it ran longer than 0.3 s|B, whose message cannot", mistake.message)
    assert (mistake.line, mistake.text) == (11, "raise B")


def test_25_what_is_no_python_is_said_once(tmp_path: Path) -> None:
    page = page_of(tmp_path, cell('x = (\n"a\tb"'))
    assert [*copied.mistakes(page)] == []
    assert [one.message for one in Run(page).every_mistake()] == ["cell \"a\" is not Python: '(' was never closed"]
