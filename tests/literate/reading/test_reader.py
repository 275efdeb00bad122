"""Pages as written: what is a cell, where it stands, and what is refused."""

import pytest
from project import cell, page_of, project

from literate.errors import PageError
from literate.reading.reader import parse, read

HEAD = '```python exec="1" source="block" session="s" id="a"'


def test_cells_have_their_file_and_line(tmp_path):
    page = page_of(
        tmp_path, "---\ntitle: T\n---\n\n# T\n\n" + cell("x = 1\n\ny = 2") + "\ntext\n\n" + cell("z = 3", "b")
    )
    assert page.meta == {"title": "T"} and page.name == "docs/page.md"
    assert [(c.id, c.line, c.last, c.source) for c in page.cells] == [
        ("a", 7, 11, "x = 1\n\ny = 2"),
        ("b", 15, 17, "z = 3"),
    ]
    assert [(at.file, at.number, at.call) for at in page.cells[0].lines] == [(page.path, n, 0) for n in (8, 9, 10)]
    assert page.body.startswith("\n# T") and page.lines[page.first :][0] == ""


def test_sections_are_expanded(tmp_path):
    code = 'a = 1\n--8<-- "tinynet/__init__.py:body"\n--8<-- "tinynet/__init__.py:double"\nprint(d)\nprint(a)'
    (one,) = page_of(tmp_path, cell(code)).cells
    assert one.source == (
        "a = 1\nb = a + 1\nc = b * b\nd = c / 2\n"
        'def double(a):\n    """Twice a."""\n    return 2 * a\n\nprint(d)\nprint(a)'
    )
    file = tmp_path / "tinynet/__init__.py"
    page = tmp_path / "docs/page.md"
    assert [(at.file, at.number, at.indent, at.call) for at in one.lines if at.text] == [
        (page, 2, 0, 0),
        (file, 19, 4, 3),
        (file, 21, 4, 3),
        (file, 23, 4, 3),
        (file, 7, 0, 4),
        (file, 8, 0, 4),
        (file, 9, 0, 4),
        (page, 5, 0, 0),
        (page, 6, 0, 0),
    ]


@pytest.mark.parametrize(
    "container",
    [
        '=== "Tab"',
        "- item",
        "- item\n  that goes on",
        "1. item",
        '!!! note "N"',
        '??? note "N"',
        '???+ note "N"',
        "Term\n:   what it is",
    ],
)
def test_a_cell_in_a_container_counts(tmp_path, container):
    inside = "".join(f"    {line}\n" if line else "\n" for line in cell("if True:\n    x = 1\n\ny = 2").split("\n"))
    (one,) = page_of(tmp_path, f"{container}\n\n{inside}").cells
    assert (one.line, one.indent, one.source) == (3 + container.count(chr(10)), 4, "if True:\n    x = 1\n\ny = 2")


def test_a_cell_may_stand_right_below_its_container(tmp_path):
    assert [c.line for c in page_of(tmp_path, f'=== "Tab"\n    {HEAD}\n    x = 1\n    ```\n').cells] == [2]


def test_fences_that_are_not_cells(tmp_path):
    text = '````text\n```python exec="1"\n--8<-- "tinynet/__init__.py:inner"\n````\n\n~~~~\n~~~\n~~~~\n\n'
    text += '````python title="shown"\nx\n````\n'
    text += "``` code ``` in a line\n"
    page = page_of(tmp_path, text)
    assert [(f.line, f.last, f.language, f.is_cell) for f in page.fences] == [
        (1, 4, "text", False),
        (6, 8, "", False),
        (10, 12, "python", False),
    ]
    assert page.cells == [] and page.fences[0].lines[1].text == "c = b * b"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("```text\na\n\n" + cell("x = 1"), 4),
        (cell("x = 1").replace("\n```", "") + "\nprose\n\n" + cell("y = 1", "b"), 6),
        ("- item\n\n    ```text\n    a\n\n    ```text\n    b\n    ```\n", 6),
        ("~~~~text\n~~~~~text\n~~~~\n", 2),
    ],
)
def test_a_fence_that_another_one_opens_in_was_not_closed(tmp_path, text, line):
    with pytest.raises(PageError, match=r"a fence opens in that of line (1|3)") as caught:
        page_of(tmp_path, text)
    assert caught.value.line == line and caught.value.hint.startswith("close that one above, with ")


@pytest.mark.parametrize(
    "text", ["````text\n```text\n````\n", "```text\n    ```text\n```\n", "```text\n~~~text\n```\n"]
)
def test_a_fence_may_show_another_kind_of_fence(tmp_path, text):
    assert len(page_of(tmp_path, text).fences) == 1


def test_a_line_that_is_not_utf_8_has_its_place(tmp_path):
    path = project(tmp_path, cell('--8<-- "tinynet/a.py:x"'))
    (tmp_path / "tinynet/a.py").write_bytes(b"# \xe9\n")
    with pytest.raises(PageError) as caught:
        read(path, tmp_path)
    assert str(caught.value).startswith("tinynet/a.py:1:1: this line is not UTF-8: byte 0xe9\n  1 | # \ufffd\n")
    path.write_bytes(b"one\n\n  caf\xe9 au lait\nfour\n")
    with pytest.raises(PageError) as caught:
        read(path, tmp_path)
    assert (caught.value.file, caught.value.line, caught.value.column) == ("docs/page.md", 3, 1)
    assert (caught.value.text, caught.value.length) == ("caf\ufffd au lait", 12)
    assert caught.value.hint == "save it as UTF-8"


def test_a_byte_order_mark_and_windows_lines(tmp_path):
    path = tmp_path / "docs/page.md"
    path.parent.mkdir()
    path.write_bytes(("\ufeff---\ntitle: T\n---\n" + cell("x = 1")).replace("\n", "\r\n").encode())
    assert [c.line for c in read(path, tmp_path).cells] == [4]


COMMENTS = "<!-- one --> text\n<!--\nstill\n-->\n" + cell("x = 1")


def test_a_comment_ends(tmp_path):
    assert [c.line for c in page_of(tmp_path, COMMENTS).cells] == [5]


REFUSED = {
    "quotation": (f"> {HEAD}\n> x\n> ```\n", 1, "a fence in a quotation is not read"),
    "comment": (f"<!--\n{HEAD}\nx\n```\n-->\n", 2, "a fence in a comment is not read"),
    "indented": (f"text\n\n    {HEAD}\n    x\n    ```\n", 3, "this fence is indented, but stands in no tab"),
    "indented-below-html": (
        f"<!-- a -->\n\ntext\n\n    {HEAD}\n    x\n    ```\n",
        5,
        "this fence is indented, but stands",
    ),
    "indented-first": (f"    {HEAD}\n    x\n    ```\n", 1, "this fence is indented, but stands in no tab"),
    "indented-by-two": (f"- item\n\n  {HEAD}\n  x\n  ```\n", 3, "this fence is indented, but stands in no tab"),
    "indented-by-three": (f" - item\n\n   {HEAD}\n   x\n   ```\n", 3, "this fence is indented, but stands in no tab"),
    "tab": (f"- item\n\n\t{HEAD}\n\tx\n\t```\n", 3, "a tab indents this fence"),
    "unclosed": (f"a\n\n{HEAD}\nx = 1\n", 3, "this fence is never closed"),
    "unclosed-longer": (f"{HEAD}\nx\n````\n", 1, "this fence is never closed"),
    "unclosed-in-list": (f"- a\n\n    {HEAD}\n    x\n\nb\n\n    ```\n", 3, "this fence is never closed"),
    "header": ("```{.python exec=1}\nx\n```\n", 1, "this header is not read"),
    "header-words": ("```python exec\nx\n```\n", 1, "this header is not read"),
    "option": (HEAD.replace("source", "sauce") + "\nx\n```\n", 1, 'unknown option sauce="block"'),
    "value": (HEAD.replace("block", "blok") + "\nx\n```\n", 1, 'unknown option source="blok"'),
    "exec-on": (HEAD.replace('"1"', '"on"') + "\nx\n```\n", 1, 'unknown option exec="on"'),
    "typo": ('```python exce="1" id="a" title="t"\nx\n```\n', 1, 'unknown option exce="1"'),
    "language": (HEAD.replace("python", "bash") + "\nx\n```\n", 1, "bash is not executed"),
    "no-language": (HEAD.replace("python", "") + "\nx\n```\n", 1, "a block without a language is not executed"),
    "silent": ("```python\nx\n```\n", 1, "Python that is not executed says so by its title"),
    "silent-py": ("```py\nx\n```\n", 1, "Python that is not executed says so by its title"),
    "no-session": ('```python exec="1" id="a"\nx\n```\n', 1, "this cell has no session"),
    "hl-lines": ('```text hl_lines="first"\na\n```\n', 1, 'hl_lines="first" is not read'),
    "hl-lines-back": ('```text hl_lines="2-1"\na\nb\n```\n', 1, "there are no lines 2-1"),
    "hl-lines-beyond": ('```text hl_lines="1 3"\na\nb\n```\n', 1, "there are no lines 3"),
    "hl-lines-open": ('```text hl_lines="1-"\na\n```\n', 1, 'hl_lines="1-" is not read'),
    "linenums": ('```text linenums="yes"\na\n```\n', 1, 'linenums="yes" is not read'),
    "silent-Python": ("```Python\nx\n```\n", 1, "Python that is not executed says so by its title"),
    "silent-python3": ("```python3\nx\n```\n", 1, "Python that is not executed says so by its title"),
    "silent-ipython": ("```ipython\nx\n```\n", 1, "Python that is not executed says so by its title"),
    "silent-py3": ("```py3\nx\n```\n", 1, "Python that is not executed says so by its title"),
    "long-id": (cell("x", "a" * 65), 1, "this id has 65 characters, a notebook allows 64"),
    "id-preamble": (cell("x", "preamble"), 1, 'the id "preamble" is taken by notebooks and tests'),
    "id-says": (cell("x", "says"), 1, 'the id "says" is taken by notebooks and tests'),
    "id-prose": ('```figure id="prose-12"\nx\n```\n', 1, 'the id "prose-12" is taken by notebooks and tests'),
    "in-html": (f"<div>\n\n{HEAD}\nx\n```\n\n</div>\n", 3, "a fence in <div> is not read"),
    "nearly-fence": ("```a``` b\nc\n```\n", 1, "this is nearly a fence"),
    "no-id": ('```python exec="1" session="s"\nx\n```\n', 1, "this cell has no id of the form a-z, 0-9, -"),
    "bad-id": (HEAD.replace('"a"', '"A b"') + "\nx\n```\n", 1, "this cell has no id of the form a-z, 0-9, -"),
    "figure-no-id": ("```figure\nx\n```\n", 1, "this figure has no id of the form a-z, 0-9, -"),
    "id-twice": (cell("x") + cell("y"), 4, 'the id "a" stands twice'),
    "sessions": (cell("x") + cell("y", "b").replace('"s"', '"t"'), 4, "a page has one session"),
    "file": (cell('--8<-- "tinynet/none.py:double"'), 2, "tinynet/none.py is not there"),
    "section": (cell('--8<-- "tinynet/__init__.py:duble"'), 2, 'tinynet/__init__.py has no section "duble"'),
    "whole-file": (cell('--8<-- "tinynet/__init__.py"'), 2, 'this is nearly a section, needed: --8<-- "file:section"'),
    "lines": (
        cell('x = 1\n--8<-- "tinynet/__init__.py:2:4"'),
        3,
        'this is nearly a section, needed: --8<-- "file:section"',
    ),
    "shown-file": ('```css\n--8<-- "none.css:a"\n```\n', 2, "none.css is not there"),
    "shown-section": ('```text\n--8<-- "tinynet/__init__.py:no"\n```\n', 2, 'tinynet/__init__.py has no section "no"'),
    "blank-in-mark": ('```text\n--8 <-- "tinynet/__init__.py:body"\n```\n', 2, "this is nearly a section"),
    "escaped-mark": ('```text\n--8\\<-- "tinynet/__init__.py:body"\n```\n', 2, "this is nearly a section"),
    "no-quotes": ("```text\n--8<-- tinynet/__init__.py:body\n```\n", 2, "this is nearly a section"),
    "other-quotes": ("```text\n--8<-- 'tinynet/__init__.py:body'\n```\n", 2, "this is nearly a section"),
    "semicolon": ('```text\n;--8<-- "tinynet/__init__.py:body"\n```\n', 2, "this is nearly a section"),
    "dashes": ('```text\n–8<– "tinynet/__init__.py:body"\n```\n', 2, "this is nearly a section"),
    "alone": ("```text\n--8<--\n```\n", 2, "this is nearly a section"),
    "lines-in-prose": ('a\n\n--8<-- "tinynet/__init__.py:1:3"\n', 3, "a section stands in a cell, nowhere else"),
    "upper-in-prose": ('a\n\n--8<-- "tinynet/__init__.py:Body"\n', 3, "a section stands in a cell, nowhere else"),
    "quotes-in-prose": ("a\n\n- b\n\n    --8<-- 'x.md'\n", 5, "a section stands in a cell, nowhere else"),
    "indented-section": (
        cell('if 1:\n    --8<-- "tinynet/__init__.py:body"'),
        3,
        'this is nearly a section, needed: --8<-- "file:section", at the margin',
    ),
    "section-in-prose": ('text\n\n--8<-- "tinynet/__init__.py:body"\n', 3, "a section stands in a cell, nowhere else"),
    "front-matter": ("---\ntitle: T\n", 1, "the front matter is never closed"),
    "yaml": ("---\na: 1\nb: [\n---\n", 3, "the front matter is not YAML"),
    "yaml-sign": ("---\na: \x07\n---\n", 2, "the front matter is not YAML: unacceptable character #x0007: special"),
    "yaml-date": ("---\na: 2026-13-01\n---\n", 2, "the front matter is not YAML: month must be in 1..12"),
    "yaml-inside": ("---\na: 1\nb:\n- c: 2026-02-30\n---\n", 4, "the front matter is not YAML: day "),
    "yaml-kind": ("---\na: 1\nb: !!bool maybe\n---\n", 3, "the front matter is not YAML: 'maybe'"),
    "yaml-tag": ("---\na: 1\nb: !no x\n---\n", 3, "the front matter is not YAML: could not determine a constructor"),
    "half": ('---\na: 1\ntitle: "15. \\ud83d"\n---\n', 3, "the front matter is not YAML: U+D83D is half a character"),
    "half-key": ('---\na: 1\n"\\udc00": 1\n---\n', 3, "the front matter is not YAML: U+DC00 is half a character"),
    "no-character": ('---\na: "\\UFFFFFFFF"\n---\n', 1, "the front matter is not YAML: "),
    "scalar": ("---\nno\n---\n", 2, "the front matter needs the form `key: value`"),
    "list": ("---\n[]\n---\n", 2, "the front matter needs the form `key: value`"),
    "empty": ("---\n---\n", 1, "the front matter is empty"),
    "comments": ("---\n#title: T\n---\n", 1, "the front matter is empty"),
    "mapping": ("---\n- a\n---\n", 2, "the front matter needs the form `key: value`"),
}


@pytest.mark.parametrize(("text", "line", "message"), REFUSED.values(), ids=lambda v: "")
def test_what_is_refused_says_where(tmp_path, text, line, message):
    with pytest.raises(PageError) as caught:
        page_of(tmp_path, text)
    assert str(caught.value).startswith(f"docs/page.md:{line}:")
    assert message in caught.value.message
    shown = str(caught.value).split("\n")
    assert shown[1] == f"  {line} | {text.splitlines()[min(line, len(text.splitlines())) - 1]}"
    assert "^" in shown[2]


@pytest.mark.parametrize(
    ("text", "column", "length", "hint"),
    [
        (
            HEAD.replace("source", "sauce") + "\nx\n```\n",
            20,
            13,
            "write one of exec, source, result, session, id, title",
        ),
        (HEAD.replace("block", "blok") + "\nx\n```\n", 20, 13, 'write source="block"'),
        (cell("x") + cell("y"), 61, 6, "line 1 has it already"),
        (cell("x") + cell("y", "b").replace('"s"', '"t"'), 49, 11, 'write session="s", as on line 1'),
        (cell('--8<-- "tinynet/__init__.py:duble"'), 29, 5, "sections there: body, double, inner"),
        (cell('--8<-- "tinynet/none.py:double"'), 9, 15, "name a file"),
        (f"    {HEAD}\n    x\n    ```\n", 1, 4 + len(HEAD), "take the indentation away, or indent by four spaces"),
        ("---\ntitle: T\n", 1, 3, "close it with ---"),
        ("---\na: 1\nb: [\n---\n", 1, 1, ""),
        (f"{HEAD}\nx\n", 1, len(HEAD), "close it with ```, indented as here"),
        ('```figure id="A"\nx\n```\n', 4, 6, 'add id="…", unique on the page'),
        ("```{.python exec=1}\nx\n```\n", 4, 19, 'write ```python exec="1" source="block" session="…" id="…"'),
    ],
)
def test_the_place_is_underlined(tmp_path, text, column, length, hint):
    with pytest.raises(PageError) as caught:
        page_of(tmp_path, text)
    assert (caught.value.column, caught.value.length) == (column, length)
    assert caught.value.hint.startswith(hint)


def test_a_page_is_read_on_after_a_mistake(tmp_path):
    text = (
        "---\na: [\n---\n"
        + cell("x", "A")
        + "\n"
        + cell('--8<-- "tinynet/__init__.py:no"')
        + "\n> ```\n\n"
        + cell("y", "b")
    )
    page = parse(project(tmp_path, text), tmp_path)
    assert [mistake.line for mistake in page.mistakes] == [2, 4, 9, 12]
    assert [cell.source for cell in page.cells] == ["x", "", "y"]


def test_sections_of_fences_that_are_only_shown_are_expanded(tmp_path):
    text = '- a\n\n    ```text\n    b\n    --8<-- "tinynet/__init__.py:inner"\n    ```\n'
    (fence,) = page_of(tmp_path, text).fences
    assert fence.source == "b\nc = b * b" and [line.call for line in fence.lines] == [0, 5]


def test_a_span_that_begins_like_a_fence_is_none(tmp_path):
    assert page_of(tmp_path, "```a``` b\n").fences == []
