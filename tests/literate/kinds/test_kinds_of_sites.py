"""Kinds of troubles with files, titles, links between pages and products, and with what the builders themselves do."""

import io
import zipfile
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, build, in_the_gate
from kinds import HEAD, NAME, PLACED, built, cell, in_order, plain, refused, site
from live_server import Server
from project import project
from small_site import small_site

from literate.command.main import main
from literate.products import published
from literate.products.notebooks import notebook as notebook_of
from literate.products.scripts import script
from literate.reading import sources
from literate.reading.reader import read
from literate.running.run import Run

pytestmark = pytest.mark.sampled(6)
FRONT = "---\ntitle: 15. Case\ndescription: A case.\n---\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


LINES = f"{FRONT}\n{HEAD}It is {{{{ 1 + 1 }}}}.\n\n{cell('print(3)')}"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_8_line_ends_and_marks_of_other_systems(
    end: str, mark: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site(root, "")
    path.write_bytes(f"{mark}{LINES}".replace("\n", end).encode())
    assert in_order(plain(built(path, root, capsys)), ("<p>It is 2.</p>", "<code>3 </code>"))


@pytest.mark.parametrize("first", ["Summary: words", "https://e.org: words", "A: b\nC: d\n    e"])
def test_8_words_and_a_colon_are_no_front_matter(first: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site(root, f"{first}\n\n{{{{ 1 + 1 }}}}\n", "docs/words.md")
    assert in_order(built(path, root, capsys), (first.split("\n")[0].split(":")[0], "<p>2</p>"))
    path.write_text(f"{first}\n\n0.75\n", encoding="utf-8")
    assert refused(path, root, capsys) == [f"docs/words.md:{first.count(chr(10)) + 3}:1: 0.75 is typed, not computed"]


@pytest.mark.parametrize(
    ("front", "mistake"),
    [
        ("---\ntitle: T\n", "1:1: the front matter is never closed"),
        ("\n---\ntitle: T\n---\n", "2:1: the front matter is not read"),
        (" ---\ntitle: T\n---\n", "1:1: the front matter is not read"),
        ("<!-- SPDX-License-Identifier: MIT -->\n---\ntitle: T\n---\n", "2:1: the front matter is not read"),
        ("---\n- a\n---\n", "2:1: the front matter needs the form `key: value`"),
        ("---\nno\n---\n", "2:1: the front matter needs the form `key: value`"),
        ("---\n---\n", "1:1: the front matter is empty"),
        (
            "---\ntitle: T\ndescription: D\ndate: 2026-02-30\n---\n",
            "4:1: the front matter is not YAML: day is out of range for month",
        ),
        ('---\ntitle: "\\ud83d"\n---\n', "2:1: the front matter is not YAML: U+D83D is half a character"),
        ("---\ntitle: T\n# no\ntitle: U\n---\n", "4:1: the front matter has title twice"),
        ("---\ntitle: [a, b]\n---\n", "2:1: title is ['a', 'b'], needed: words"),
        ("---\ntitle: It is {{ 1 }}\n---\n", "2:1: title holds what is computed on the page alone"),
        ("---\ndescription: It is 0.75\n---\n", "2:1: 0.75 is typed, not computed"),
        ('---\ntitle: "a\\x00b"\n---\n', "2:1: title holds a character that is not shown: U+0000"),
    ],
)
def test_38_front_matter_that_is_refused(
    front: str, mistake: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(site(root, f"{front}\n{HEAD}"), root, capsys) == [f"{NAME}:{mistake}"]


@pytest.mark.parametrize(
    ("title", "shown", "line"),
    [
        ("'14. It''s'", "14. It&#x27;s", "# 14. It's"),
        ('"14. \\u00e9 \\"q\\""  # words', "14. é &quot;q&quot;", '# 14. é "q"'),
        (">-\n  14. Of\n  two", "14. Of two", "# 14. Of two"),
        ("|\n  14. Of\n  # two\n  import os", "14. Of # two import os", "# 14. Of # two import os"),
        ('"14. coding: latin-1"', "14. coding: latin-1", "# 14. coding : latin-1"),
    ],
)
def test_38_a_title_in_the_map_and_in_the_script(
    title: str, shown: str, line: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = f"---\ntitle: {title}\ndescription: D.\n---\n{HEAD}{cell('print(1)')}"
    path = site(root, page, "docs/series/14-case.md")
    assert f'title="{shown}" aria-current' in built(path, root, capsys)
    assert script(Run(read(path, root))).split("\n")[0] == line


BESIDE = ["index", "appendix", "1-x", "15_x", "²1-x", "ä", "README"]


@pytest.mark.parametrize("stem", BESIDE)
def test_30_a_page_beside_the_parts_is_one_of_its_own(
    stem: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f'{FRONT}\n{HEAD}Take $x$.\n\n??? recall "Why?"\n\n    So.\n\n{cell("print(1)")}'
    path = site(root, text, f"docs/series/{stem}.md", legend=True)
    html = built(path, root, capsys)
    assert '<nav class="map"' not in html and 'class="symbol"' in html
    other = site(root, f"{FRONT}\n{HEAD}{cell('print(1)')}", legend=True)
    cards = project(root, f"{HEAD}[[cards]]\n\nEnd.\n", "docs/cards.md")
    made = built(cards, root, capsys)
    assert f"../{stem}/" not in built(other, root, capsys) and "<p>End.</p>" in made and "Why?" not in made
    assert [one.name for one in published.publish([Run(read(path, root)).all()], root / "site")] == []


@pytest.mark.parametrize(("marker", "hint"), [("[[ledger: X]]", "there is no ledger"), ("[[where]]", "no legend")])
def test_30_a_marker_that_needs_another_page(
    marker: str, hint: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site(root, f"{HEAD}$$\nx\n$$\n\n{marker}\n", "docs/series/index.md")
    assert main(["check", "docs/series/index.md"]) == 1
    assert hint in capsys.readouterr().err
    assert refused(path, root, capsys) == ["docs/series/index.md:9:1: this marker names nothing that is there"]


PRICES = {
    "escaped": ("a \\$5 b \\$n", "a $5 b $n"),
    "in a table": ("| $5 | n $6 |\n|---|---|\n| $n | b |", "<th>$5</th><th>n $6</th>"),
    "in bold": ("**$5** n **$6**", "<strong>$5</strong> n <strong>$6</strong>"),
    "before a symbol": ("$5 or $x$ and $6", 'title="x: what goes in"><math><mi>x</mi></math></a> and $6'),
    "below a formula": ("$$\nx\n$$\n\nfrom $5/n to $6/n", "<p>from $5/n to $6/n</p>"),
    "computed": ("${{ 5 }} n ${{ 6 }}", "<p>$5 n $6</p>"),
    "in two items": ("- $5 n\n- $6", "<li>$5 n</li><li>$6</li>"),
}


@pytest.mark.parametrize("name", PRICES)
def test_36_prices_are_text(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, shown = PRICES[name]
    assert shown in plain(built(site(root, f"{HEAD}{text}\n", legend=True), root, capsys))


PROSE = {
    "braces in code": ('Write `"{:.4f}".format(a)` and $x^{n}$.', '`"{:.4f}".format(a)` and $x^{n}$'),
    "a call in code": ("- `f[i](x)` and [a](15-case.md)", "`f[i](x)`"),
    "a sample": ('```text title="T"\nf[i](x)\n\n\n!!! a\n    {.b}\n```', "f[i](x)\n\n\n!!! a\n    {.b}\n```"),
    "an image": ("![an icon](../assets/icon.svg)", "an icon"),
    "an image that is a link": ("[![an icon](../assets/icon.svg)](15-case.md)", "an icon"),
    "a value": ('| a |\n|---|\n| {{ "b|c" }} |', r"| b\|c |"),
}


@pytest.mark.parametrize("name", PROSE)
def test_10_prose_of_a_notebook(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, shown = PROSE[name]
    path = site(root, f"{HEAD}{text}\n\n{cell('print(1)')}")
    built(path, root, capsys)
    notebook = nbformat.reads(notebook_of(Run(read(path, root)).all()), as_version=4)
    source = notebook.cells[0].source
    assert shown in source and "!an" not in source and ".ipynb)]" not in source


def test_9_and_29_hidden_files_are_no_pages(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site(root, LINES)
    html = built(path, root, capsys)
    for copy in (".ipynb_checkpoints/15-case-checkpoint.md", ".15-case.md", ".old/sub/15-case.md"):
        (path.parent / copy).parent.mkdir(parents=True, exist_ok=True)
        (path.parent / copy).write_text(LINES.replace("3", "0.75"), encoding="utf-8")
    (path.parent / ".#15-case.md").symlink_to("someone@host.1:2")
    (path.parent / "folder.md").mkdir()
    assert main(["check"]) == 0, capsys.readouterr().err
    assert sources.pages(root) == [path] and built(path, root, capsys) == html


def test_9_two_pages_with_one_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, other = site(root, LINES), project(root, LINES, "docs/a.md")
    assert 'class="map"' in built(path, root, capsys) and 'class="map"' not in built(other, root, capsys)


def test_8_other_endings_are_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site(root, LINES)
    for ending in sources.STRANGERS:
        (root / f"docs/other{ending}").write_text("{{ 1 + 1 }}\n", encoding="utf-8")
    main(["update"])
    capsys.readouterr()
    assert main(["check"]) == 1
    found = PLACED.findall(capsys.readouterr().err)
    assert found == [f"docs/other{one}:1:1: this file is not read as a page" for one in sorted(sources.STRANGERS)]


def test_33_linked_pages_are_read_and_linked_folders_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site(root, LINES)
    (root / "elsewhere").mkdir()
    text = f"{LINES}\n[a](15-case.md) [b](17-other.md) [c](../assets/icon.svg)\n"
    (root / "elsewhere/16-linked.md").write_text(text, encoding="utf-8")
    (root / "elsewhere/icon.svg").write_text("<svg/>", encoding="utf-8")
    (root / "docs/assets/icon.svg").unlink()
    (root / "docs/assets/icon.svg").symlink_to(root / "elsewhere/icon.svg")
    for name in ("docs/series/16-linked.md", "docs/series/17-other.md"):
        (root / name).symlink_to(root / "elsewhere/16-linked.md")
    assert "<p>It is 2.</p>" in built(root / "docs/series/16-linked.md", root, capsys)
    (root / "docs/more").symlink_to(root / "elsewhere")
    assert len(sources.pages(root)) == 3
    main(["update"])
    assert main(["check"]) == 1
    said = "docs/more:1:1: this link leads to a folder, which not every builder follows"
    assert PLACED.findall(capsys.readouterr().err)[-1:] == [said]


def test_39_an_archive_is_of_all_parts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("docs/series/14-one.md", NAME):
        site(root, LINES, name)
    runs = [Run(read(path, root)).all() for path in sources.part_pages(root)]
    published.publish(runs, root / "site")
    published.publish(runs[:1], root / "site", complete=False)
    with zipfile.ZipFile(io.BytesIO((root / "site" / "series/basics-of-deep-learning.zip").read_bytes())) as archive:
        assert sorted(archive.namelist()) == [
            f"series/{name}" for name in ("14-one.ipynb", "14-one.py", "15-case.ipynb", "15-case.py")
        ]


# One page of each group, in pytest and in both builders as they are started by hand.
STARTED = {
    "1": ("<div markdown>\n\na\n\n<div>\n\nb\n", "5:1: <div> is never closed"),
    "3": ("| a | b |\n|---|---|\n| ` | c |\n| 0.75 | ` |\n", "8:3: 0.75 is typed, not computed"),
    "4": ('- ```python exec="1" session="15" id="a"\n    x = 1\n    ```\n', "5:13: this opens no fence"),
    "11": (cell("x = 1\nimport os\nos._exit(0)"), '8:1: cell "a" ended Python, with exit code 0'),
    "11, a loop": (cell("x = 1\nwhile x: pass"), '10:1: cell "a" stopped: TimeLimitError'),
    "16": ('a\n\n--8<-- "tinynet/__init__.py:1:3"\n', "7:1: a section stands in a cell, nowhere else"),
    "19": ("a[^1]\n\n[^1]: b\n\n[^1]: c\n", "9:1: the footnote [^1] stands twice"),
    "26": ("a $$x$$ b\n", "5:3: this formula is not read"),
    "28": (cell("print(1)", "x" * 65), "5:62: this id has 65 characters"),
    "34": (cell("x = 1\nreturn x"), "7:1: cell \"a\" is not Python: 'return' outside function"),
    "37": ("<a href='../none/'>a</a>\n", "5:1: ../none/ is not there"),
}


@pytest.mark.parametrize("kind", STARTED)
@pytest.mark.parametrize("command", ["pytest", "mkdocs build --strict", "zensical build --clean"])
def test_what_is_refused_stops_whatever_is_started(kind: str, command: str, tmp_path: Path) -> None:
    in_the_gate("kinds of troubles in the builders")
    text, place = STARTED[kind]
    front = "---\ntime_limit: 0.3\n---\n" if "loop" in kind else ""
    small_site(tmp_path, f"{front}{HEAD}{text}")
    plugin = ["-p", "literate.integrations.pytest", "docs/index.md"] if command == "pytest" else []
    done = build(*command.split(), *plugin, root=tmp_path, PYTHONPATH=f"{tmp_path}:{ROOT}")
    said = done.stdout + done.stderr
    assert done.returncode != 0 and f"docs/index.md:{place}" in said and "literate/running/run.py" not in said


def test_what_is_built_by_both_builders(tmp_path: Path) -> None:
    in_the_gate("kinds of troubles in the builders")
    root = small_site(tmp_path, "# Home\n")
    project(root, LINES.replace("\n", "\r\n"), NAME)
    project(root, "Summary: words\n\nIt is {{ 1 + 1 }}.\n", "docs/words.md")
    project(root, f"{FRONT}\n{HEAD}Beside.\n", "docs/series/index.md")
    (root / "docs/series/.#15-case.md").symlink_to("someone@host.1:2")
    for command in (["mkdocs", "build", "--strict"], ["zensical", "build", "--clean"]):
        done = build(*command, root=root, PYTHONPATH=f"{root}:{ROOT}")
        assert done.returncode == 0, done.stdout + done.stderr
        for name in ("series/15-case", "words"):
            assert "It is 2." in (root / "site" / name / "index.html").read_text(encoding="utf-8")
        assert "Beside." in (root / "site/series/index.html").read_text(encoding="utf-8")


def test_6_and_7_a_live_server_shows_new_sections_and_no_state_of_other_pages(tmp_path: Path) -> None:
    in_the_gate("a third live server")
    shown = 'T\n\n=== "A"\n\n    ```text\n    --8<-- "tinynet/__init__.py:double"\n    ```\n'
    root = small_site(tmp_path, f"# T\n\n{shown}")
    first = cell("import math\nmath.exp = lambda v: 42.0\nprint(math.exp(0))")
    project(root, f"# F\n\n{first}", "docs/first.md")
    project(root, f"# S\n\n{cell('import math' + chr(10) + 'print(math.exp(0))')}", "docs/second.md")
    live = Server(root)
    try:
        live.shows("2 * a")
        live.path = "second/"
        assert "42.0" not in live.shows("1.0")
        taught = root / "tinynet/__init__.py"
        taught.write_text(taught.read_text(encoding="utf-8").replace("2 * a", "7 * a"), encoding="utf-8")
        live.path = ""
        live.shows("7 * a")
        (root / "docs/.#second.md").symlink_to("someone@host.1:2")
        project(root, "# S\n\nnew words\n", "docs/second.md", taught=taught.read_text(encoding="utf-8"))
        live.path = "second/"
        assert "mistake" not in live.shows("new words")
    finally:
        live.process.terminate()
        live.process.wait(10)
